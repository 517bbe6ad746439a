/* Contents lists: what the reader looks for is numbered or brings its number; the list itself, the change history
 * and the like are marked unnumbered and left out. */
#include "doc/resolve.h"

#include <string.h>

enum { CONTENTS_LEVELS = 2 };

static void add_entry(struct resolved *resolved, struct node *contents, const struct node *section)
{
    struct arena *arena = resolved->arena;
    const struct node *heading = section->first;
    struct node *entry;

    if (!heading || heading->type != NODE_HEADING || section->as.section.level > CONTENTS_LEVELS ||
        section->as.section.unnumbered)
        return;
    entry = node_new(arena, NODE_ENTRY, heading->source);
    entry->number = section->number;
    entry->as.entry.level = section->as.section.level;
    entry->as.entry.target = section;
    node_append(entry, node_text(arena, node_plain_text(heading, arena), heading->source));
    node_append(contents, entry);
}

void contents_resolve(struct resolved *resolved)
{
    for (size_t i = 0; i < resolved->contents.count; i++) {
        struct node *contents = resolved->contents.items[i];

        for (size_t j = 0; j < resolved->sections.count && !(j == 0 && contents->first); j++)
            add_entry(resolved, contents, resolved->sections.items[j]);
    }
}

const char *document_group_number(const struct document *document)
{
    return document->group[0] >= '0' && document->group[0] <= '9' ? document->group : "";
}

bool document_begins_group(const struct document *before, const struct document *document)
{
    return !document->dashboard && (!before || before->dashboard || strcmp(before->group, document->group) != 0);
}

static void add_document(struct resolved *resolved, struct node *contents, const struct document *document, int level)
{
    struct arena *arena = resolved->arena;
    bool group = level == 1 && !document->dashboard;
    const char *words = group ? document->group_title : document->title;
    struct node *entry = node_new(arena, NODE_ENTRY, contents->source);

    entry->number = group ? document_group_number(document) : document->number;
    entry->as.entry.level = level;
    entry->as.entry.target = document->root;
    node_append(entry, node_text(arena, *words ? words : document->group, contents->source));
    node_append(contents, entry);
}

void contents_resolve_binder(struct resolved *resolved, const struct document_set *set)
{
    for (size_t i = 0; i < resolved->contents.count; i++) {
        const struct document *last = NULL;

        for (size_t j = 0; j < set->count; j++) {
            const struct document *document = set->items[j];

            if (strcmp(document->language, resolved->document->language) != 0)
                continue;
            if (document_begins_group(last, document))
                add_document(resolved, resolved->contents.items[i], document, 1);
            add_document(resolved, resolved->contents.items[i], document, document->dashboard ? 1 : 2);
            last = document;
        }
    }
}
