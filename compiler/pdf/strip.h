/* The vertical list between blocks and pages: a strip is matter as high as a line, a row, a picture. Places within
 * are relative to its upper left corner, the left edge of the text area being 0, until the page flow gives it its
 * place. Everything lives in the arena of the build. */
#ifndef TEKIGO_PDF_STRIP_H
#define TEKIGO_PDF_STRIP_H

#include "pdf/page.h"

struct band;
struct table_flow;

struct strip {
    int32_t height;
    int32_t space;                       /* above; dropped at the head of a page */
    bool keep;                           /* not parted from the next strip */
    bool page_start;                     /* no matter: what follows begins a new page */
    bool landscape;                      /* … of this orientation */
    bool repeated;                       /* belongs to the head of its table: no continued head before it */
    struct table_flow *table;            /* whose head is repeated when a page begins here */
    struct band *band;                   /* rows of a table: may be split over pages, holds the boxes itself */
    const struct node *drawing;          /* the only matter, which may be set smaller; NULL for other matter */
    int32_t drawing_left, drawing_width; /* the room in whose middle it stands */
    struct box *boxes, *last_box;
    struct page_link *links;
    struct page_anchor *anchors, *last_anchor;
    struct strip *next;
};

struct strip_list {
    struct strip *first, *last;
    int32_t after; /* space wanted below the last strip */
};

/* Appends an empty strip that stands at least `space` below the one before. */
struct strip *strip_append(struct strip_list *list, int32_t height, int32_t space, struct arena *arena);

struct box *strip_box(struct strip *strip, enum box_type type, struct arena *arena);
struct box *strip_box_behind(struct strip *strip, enum box_type type, struct arena *arena); /* painted first */
void strip_fill(struct strip *strip, int32_t x, int32_t y, int32_t width, int32_t height, unsigned color,
                struct arena *arena);
void strip_link(struct strip *strip, const struct node *link, int32_t x, int32_t y, int32_t width, int32_t height,
                struct arena *arena);
void strip_anchor(struct strip *strip, const struct node *node, int32_t y, struct arena *arena);

/* Moves the boxes, links and anchors of a chain. */
void strip_shift(struct strip *strip, int32_t x, int32_t y);

/* Moves the matter of `from` into `to` at this place; `from` is empty afterwards. */
void strip_merge(struct strip *to, struct strip *from, int32_t x, int32_t y);

/* Height of the list with the spaces between its strips. */
int32_t strip_list_height(const struct strip_list *list);

#endif
