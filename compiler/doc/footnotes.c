/* Footnotes: numbered in the order in which the text refers to them, gathered at the end of the document. */
#include <string.h>

#include "doc/resolve.h"

static bool stands_below(const struct node *node, const struct node *root)
{
    while (node && node != root)
        node = node->parent;
    return node != NULL;
}

/* The footnote a reference means: by its pointer when that is of this document, else by its label. */
static struct node *find_footnote(const struct resolved *resolved, const struct map *labels,
                                  const struct node *reference)
{
    const struct node *footnote = reference->as.footnote_reference.footnote;

    if (footnote && stands_below(footnote, resolved->document->root))
        return (struct node *)footnote; /* a node of the tree that is being resolved */
    return reference->as.footnote_reference.label ? map_get(labels, reference->as.footnote_reference.label) : NULL;
}

static void refuse_reference(struct resolved *resolved, struct node *reference)
{
    const char *label = reference->as.footnote_reference.label;

    diag_report(resolved->diag, MESSAGE_FOOTNOTE_MISSING, reference->source, label ? label : "", NULL);
    reference->type = NODE_TEXT;
    reference->text = arena_printf(resolved->arena, "[^%s]", label ? label : "");
    memset(&reference->as, 0, sizeof reference->as);
}

static void number_footnote(struct resolved *resolved, struct node *footnote, int *count)
{
    if (footnote->as.footnote.number)
        return;
    footnote->as.footnote.number = ++*count;
    footnote->id = arena_printf(resolved->arena, "footnote-%d", *count);
    node_list_add(&resolved->named, footnote, resolved->arena);
}

static void remove_footnotes(struct node *parent)
{
    struct node **link = &parent->first, *last = NULL;

    while (*link) {
        struct node *child = *link;

        if (child->type == NODE_FOOTNOTE) {
            *link = child->next;
            child->parent = child->next = NULL;
        } else {
            last = child;
            link = &child->next;
        }
    }
    parent->last = last;
}

/* Takes the footnotes out of their places and appends them to the document, those with a number in its order;
 * one that nothing refers to is left out. */
static void move_footnotes(struct resolved *resolved, int count)
{
    struct node *root = resolved->document->root;
    struct node **ordered = arena_alloc(resolved->arena, ((size_t)count + 1) * sizeof *ordered);

    for (size_t i = 0; i < resolved->footnotes.count; i++) {
        struct node *footnote = resolved->footnotes.items[i];

        if (footnote->parent)
            remove_footnotes(footnote->parent);
        if (footnote->as.footnote.number)
            ordered[footnote->as.footnote.number - 1] = footnote;
    }
    for (int i = 0; i < count; i++)
        node_append(root, ordered[i]);
}

void footnotes_resolve(struct resolved *resolved)
{
    struct map *labels;
    int count = 0;

    if (!resolved->footnotes.count && !resolved->footnote_references.count)
        return;
    labels = map_new(resolved->arena);
    for (size_t i = 0; i < resolved->footnotes.count; i++) {
        struct node *footnote = resolved->footnotes.items[i];

        footnote->as.footnote.number = 0;
        if (footnote->id && !map_has(labels, footnote->id))
            map_set(labels, footnote->id, footnote);
        footnote->id = NULL;
    }
    for (size_t i = 0; i < resolved->footnote_references.count; i++) {
        struct node *reference = resolved->footnote_references.items[i];
        struct node *footnote = find_footnote(resolved, labels, reference);

        if (!footnote) {
            refuse_reference(resolved, reference);
            continue;
        }
        number_footnote(resolved, footnote, &count);
        reference->as.footnote_reference.footnote = footnote;
        reference->as.footnote_reference.number = footnote->as.footnote.number;
        if (!reference->id) {
            reference->id = arena_printf(resolved->arena, "footnote-reference-%d", footnote->as.footnote.number);
            node_list_add(&resolved->named, reference, resolved->arena);
        }
    }
    move_footnotes(resolved, count);
}
