/* Short ways to build trees in tests. Every test program is one file; these are inline for that reason. */
#ifndef TEKIGO_TESTS_TREE_H
#define TEKIGO_TESTS_TREE_H

#include <assert.h>
#include <string.h>

#include "doc/document.h"

static inline struct node *tree_add(struct arena *arena, struct node *parent, enum node_type type)
{
    struct node *node = node_new(arena, type, (struct source){"test.md", 1, 1});
    bool fits = !parent || node_append(parent, node);

    assert(fits);
    (void)fits;
    return node;
}

static inline struct node *tree_text(struct arena *arena, struct node *parent, const char *text)
{
    struct node *node = tree_add(arena, parent, NODE_TEXT);

    node->text = text;
    return node;
}

static inline struct node *tree_paragraph(struct arena *arena, struct node *parent, const char *text)
{
    struct node *paragraph = tree_add(arena, parent, NODE_PARAGRAPH);

    tree_text(arena, paragraph, text);
    return paragraph;
}

static inline struct node *tree_section(struct arena *arena, struct node *parent, const char *title)
{
    struct node *section = tree_add(arena, parent, NODE_SECTION);

    tree_text(arena, tree_add(arena, section, NODE_HEADING), title);
    return section;
}

static inline struct node *tree_cell(struct arena *arena, struct node *row, const char *text, int columns, int rows)
{
    struct node *cell = tree_add(arena, row, NODE_CELL);

    cell->as.cell.column_span = columns;
    cell->as.cell.row_span = rows;
    if (*text)
        tree_text(arena, cell, text);
    return cell;
}

static inline struct node *tree_link(struct arena *arena, struct node *parent, const char *target, const char *text)
{
    struct node *link = tree_add(arena, parent, NODE_LINK);

    link->as.link.target = target;
    tree_text(arena, link, text);
    return link;
}

static inline struct document *tree_document(struct arena *arena, const char *id, const char *language)
{
    struct document *document = arena_alloc(arena, sizeof *document);

    *document = (struct document){.id = id,
                                  .number = "",
                                  .title = id,
                                  .subtitle = "",
                                  .language = language,
                                  .version = "1.0",
                                  .classification = "社外秘",
                                  .issued = "2026-04-01",
                                  .revised = "2026-10-15",
                                  .organization = "株式会社サンプル精機",
                                  .group = "6",
                                  .group_title = "計画",
                                  .commit = "",
                                  .author = "",
                                  .path = ""};
    document->root = tree_add(arena, NULL, NODE_DOCUMENT);
    return document;
}

static inline struct document_set tree_set(struct arena *arena, struct document **items, size_t count)
{
    struct document_set set = {
        .items = arena_alloc(arena, count * sizeof *items), .count = count, .date = "2026-10-15"};

    memcpy(set.items, items, count * sizeof *items);
    return set;
}

#endif
