/* Inside resolve: the parts of the last writer and what they share. Only doc/ includes this.
 *
 * A document is gathered in one walk in document order (resolve.c), which numbers sections and captions and
 * fixes grids on its way and lists what needs the whole document or the whole set: anchors, footnotes,
 * contents lists and links. Everything lives in the arena. */
#ifndef TEKIGO_DOC_RESOLVE_H
#define TEKIGO_DOC_RESOLVE_H

#include "base/map.h"
#include "doc/document.h"

struct node_list {
    struct node **items;
    size_t count, capacity;
};

enum { SECTION_LEVELS = 3 }; /* sections below are not numbered */

/* Numbers given so far in a document. Levels count from 1; children of the document have level 1. */
struct numbering {
    int sections[SECTION_LEVELS + 1];
    bool unnumbered[SECTION_LEVELS + 1]; /* sections of this level, under the current parent, get no number */
    int tables, figures;
};

struct resolved {
    struct document *document;
    struct arena *arena;
    struct diag *diag;
    struct numbering numbering;
    struct map *anchors; /* id → node */
    struct map *given;   /* the same for ids that templates gave, not made from headings */
    struct node_list named, sections, contents, links, footnotes, footnote_references;
};

void node_list_add(struct node_list *list, struct node *node, struct arena *arena);

/* The next node below `root` in document order, NULL at the end. */
struct node *resolve_next(const struct node *root, struct node *node);

/* numbers.c: called for every node of the kind, parents first. */
void number_children(struct resolved *resolved, const struct node *parent);
void number_section(struct resolved *resolved, struct node *section);
void number_caption(struct resolved *resolved, struct node *caption);

/* grid.c: gives every cell its place, fills rows up, completes the columns, hands content and alignment down. */
void grid_resolve(struct node *table, struct arena *arena, struct diag *diag);

/* anchors.c: unique ids; sections without one get the slug of their heading. */
void anchors_resolve(struct resolved *resolved);
char *anchor_slug(const char *text, struct arena *arena);

/* The form of a given id that can be an anchor: no blanks, not the beginning that pages keep for their own. */
const char *anchor_tidy(const char *id, struct arena *arena);

/* footnotes.c: numbers them in the order of their references and moves them to the end of the document. */
void footnotes_resolve(struct resolved *resolved);

/* contents.c: entries for the sections down to level 2. */
void contents_resolve(struct resolved *resolved);

/* The list of a binder: the documents of its language, by group. */
void contents_resolve_binder(struct resolved *resolved, const struct document_set *set);

/* links.c: the targets of all links of the set. */
void links_resolve(const struct document_set *set, struct resolved *documents, struct arena *arena, struct diag *diag);

#endif
