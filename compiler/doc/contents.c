/* Contents lists: what the reader looks for is numbered or brings its number; the list itself, the change history
 * and the like are marked unnumbered and left out. */
#include "doc/resolve.h"

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
