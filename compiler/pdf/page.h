/* The contract between layout and paint: pages of boxes in absolute places.
 *
 * Lengths are integers in thousandths of a point; x grows to the right, y downwards from the upper edge of the
 * page. Layout is pure: it depends on the tree, the theme and the metrics only. */
#ifndef TEKIGO_PDF_PAGE_H
#define TEKIGO_PDF_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/document.h"
#include "doc/node.h"
#include "doc/theme.h"

/* Faces a layout asks for; the metrics know the chain of fonts behind each. */
enum face { FACE_REGULAR, FACE_BOLD, FACE_MONO, FACE_COUNT };

struct metrics {
    /* Index of the font that has this character (with this variation selector, 0 for none), first in the chain
     * of the face; -1 when none has it. */
    int (*font)(void *context, enum face face, uint32_t character, uint32_t selector);
    /* Its advance there in 1/1000 em. */
    int (*advance)(void *context, int font, uint32_t character);
    void *context;
    /* Characters for private use count as missing: the file must say what each one means (PDF/A-2a, 6.2.11.7.3). */
    bool without_private;
};

/* FILL and STROKE are rectangles; a STROKE without width or height is a line. A CIRCLE is the ellipse its box
 * holds. POLYGON and CIRCLE are either filled or outlined, as as.path.filled says. */
enum box_type { BOX_TEXT, BOX_FILL, BOX_STROKE, BOX_POLYGON, BOX_POLYLINE, BOX_CIRCLE, BOX_IMAGE };

/* One run of glyphs on a baseline in one font, size and colour. */
struct box_text {
    int font, size;
    unsigned color;
    bool slant;               /* emphasis in a font without italics */
    bool vertical;            /* rotated by 90° clockwise, x y still the start of the baseline */
    size_t count;
    const uint32_t *characters; /* as in the source */
    const int32_t *advances;    /* distance from each character's origin to the next one's, with squeeze and
                                   stretch; natural advance when NULL */
    bool space_after;         /* the source has a space here that the line break swallowed: for extraction */
};

struct box {
    enum box_type type;
    int32_t x, y, width, height; /* text: x y is the start of the baseline, width its length */
    const struct node *node;     /* where it comes from: tags, links, messages; NULL for artifacts */
    unsigned color;              /* of fills and strokes */
    int32_t line_width;
    int dash;                    /* 0 solid, else length of dash and gap */
    union {
        struct box_text text;
        struct { const struct point *points; int count; bool filled; } path; /* absolute, 1/1000 pt */
        struct { const char *path; } image;
    } as;
    struct box *next;
};

/* A rectangle that leads somewhere. */
struct page_link {
    int32_t x, y, width, height;
    const struct node *link; /* NODE_LINK, NODE_ENTRY or NODE_FOOTNOTE_REFERENCE */
    struct page_link *next;
};

/* A place that can be led to: nodes with an id, and headings for the outline. */
struct page_anchor {
    const struct node *node;
    int32_t x, y;
    struct page_anchor *next;
};

struct page {
    int number;             /* from 1 */
    int32_t width, height;
    struct box *boxes, *last_box;
    struct page_link *links;
    struct page_anchor *anchors, *last_anchor;
    struct page *next;
};

struct layout {
    struct page *first;
    int count;
};

/* Sets a resolved document. Reports characters that cannot be shown and matter that cannot fit. `theme`, `metrics` are only
 * read; the result lives in the arena. */
struct layout layout_document(const struct document *document, const struct theme *theme,
                              const struct metrics *metrics, bool draft, struct arena *arena, struct diag *diag);

#endif
