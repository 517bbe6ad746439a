#include "doc/resolve.h"

#include <string.h>

void node_list_add(struct node_list *list, struct node *node, struct arena *arena)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 16;
        struct node **items = arena_alloc(arena, capacity * sizeof *items);

        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = node;
}

struct node *resolve_next(const struct node *root, struct node *node)
{
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* A link inside a link keeps its words only: no backend can nest them. */
static bool stands_in_link(const struct node *node)
{
    for (node = node->parent; node && node_is_inline(node->type); node = node->parent)
        if (node->type == NODE_LINK)
            return true;
    return false;
}

static void gather_link(struct resolved *resolved, struct node *link)
{
    if (stands_in_link(link)) {
        link->type = NODE_SPAN;
        memset(&link->as, 0, sizeof link->as);
    } else if (!link->as.link.url) {
        node_list_add(&resolved->links, link, resolved->arena);
    }
}

static void gather_node(struct resolved *resolved, struct node *node)
{
    if (node->id && node->type != NODE_FOOTNOTE)
        node_list_add(&resolved->named, node, resolved->arena);
    switch (node->type) {
    case NODE_DOCUMENT:
        number_children(resolved, node);
        break;
    case NODE_SECTION:
        number_section(resolved, node);
        number_children(resolved, node);
        node_list_add(&resolved->sections, node, resolved->arena);
        break;
    case NODE_CAPTION:
        number_caption(resolved, node);
        break;
    case NODE_TABLE:
        grid_resolve(node, resolved->arena, resolved->diag);
        break;
    case NODE_CONTENTS:
        node_list_add(&resolved->contents, node, resolved->arena);
        break;
    case NODE_LINK:
        gather_link(resolved, node);
        break;
    case NODE_FOOTNOTE:
        node_list_add(&resolved->footnotes, node, resolved->arena);
        break;
    case NODE_FOOTNOTE_REFERENCE:
        node_list_add(&resolved->footnote_references, node, resolved->arena);
        break;
    default:
        break;
    }
}

static void resolve_document(struct resolved *resolved)
{
    struct node *root = resolved->document->root;

    for (struct node *node = root; node; node = resolve_next(root, node))
        gather_node(resolved, node);
    footnotes_resolve(resolved);
    anchors_resolve(resolved);
    if (!resolved->document->binder)
        contents_resolve(resolved);
}

void doc_resolve(struct document_set *set, struct arena *arena, struct diag *diag)
{
    struct resolved *documents = arena_alloc(arena, (set->count + 1) * sizeof *documents);

    for (size_t i = 0; i < set->count; i++) {
        documents[i] = (struct resolved){.document = set->items[i], .arena = arena, .diag = diag};
        resolve_document(&documents[i]);
    }
    for (size_t i = 0; i < set->binder_count; i++) {
        struct resolved binder = {.document = set->binders[i], .arena = arena, .diag = diag};
        resolve_document(&binder);
        contents_resolve_binder(&binder, set);
    }
    links_resolve(set, documents, arena, diag);
}
