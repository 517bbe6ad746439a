/* What the files of the layout share: the state of one document and the functions that pass strips along. */
#ifndef TEKIGO_PDF_LAYOUT_H
#define TEKIGO_PDF_LAYOUT_H

#include "pdf/advance.h"
#include "pdf/page.h"
#include "pdf/strip.h"
#include "pdf/text.h"

enum { MILLIMETER = 2835 }; /* in 1/1000 pt */

/* A page number that is known at the end only. */
struct page_number {
    struct box *box;    /* its x is the edge to end at, until the number is there */
    struct box *leader; /* the dots before it, or NULL */
    const struct node *target;
    struct page_number *next;
};

/* The strips of a list that a short document leaves out, from behind `before` (NULL: from the first) to `last`. */
struct long_only {
    struct strip_list *list;
    struct strip *before, *last;
    const struct node *section; /* NULL: there are none */
    bool left_out;              /* although it has something to say */
};

struct layout_state {
    const struct document *document;
    const struct theme *theme;
    const struct theme *cover_theme; /* the same for all documents, however close their lines are set */
    struct arena *arena;
    struct diag *diag;
    struct advances advances;
    struct text text; /* scratch: the paragraph being set */
    const struct node
        *read; /* inline node whose characters are being added: for messages; NULL at the edges of pages */
    bool japanese;
    bool artifact;                              /* boxes made now are no matter of the document */
    bool landscape;                             /* of the pages being filled */
    int heading_space;                          /* percent of the distances around headings */
    int depth;                                  /* of nested lists, for their bullets */
    struct page_anchor *waiting, *last_waiting; /* anchors for the next strip */
    struct page_number *page_numbers, *last_page_number;
    const struct node **footnotes;
    size_t footnote_count, footnote_capacity;
    struct long_only long_only;
    struct layout result;
};

/* Ground of callouts, quotes and code. */
struct block_ground {
    int32_t x, width, bar, padding;
    unsigned bar_color, color;
    bool filled;
};

/* Width and height of the text area in the current orientation. */
int32_t layout_text_width(const struct layout_state *state);
int32_t layout_text_height(const struct layout_state *state);

/* Notes that the node's place is where the next strip begins; layout_anchor_flush puts the noted ones on a strip. */
void layout_anchor(struct layout_state *state, const struct node *node);
void layout_anchor_flush(struct layout_state *state, struct strip *strip);

/* Colour of words of a tone that stand on paper, not on the ground of their tone (which may be dark). */
unsigned layout_tone_ink(const struct theme *theme, enum tone tone);

/* Node of a box made now: NULL while artifacts are made. */
const struct node *layout_source(const struct layout_state *state, const struct node *node);

/* All of a list as the matter of one strip at this place; the list is empty afterwards. */
void layout_take(struct layout_state *state, struct strip *to, struct strip_list *list, int32_t x, int32_t y);

/* A strip with the waiting anchors on it. */
struct strip *layout_strip(struct layout_state *state, struct strip_list *list, int32_t height, int32_t space);

/* block.c: sets a block, or a chain of blocks, at this place. */
void block_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list);
void block_set_chain(struct layout_state *state, const struct node *first, int32_t x, int32_t width,
                     struct strip_list *list);
void block_page_start(struct layout_state *state, bool landscape, struct strip_list *list);
struct text_format block_body_format(const struct layout_state *state);

/* block_list.c, block_box.c */
void block_set_list(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                    struct strip_list *list);
void block_set_callout(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                       struct strip_list *list);
void block_set_quote(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                     struct strip_list *list);
void block_set_code(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                    struct strip_list *list);
void block_set_key_figures(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                           struct strip_list *list);
void block_set_panels(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                      struct strip_list *list);
void block_set_signatures(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                          struct strip_list *list);
/* A ground and a bar behind the strips that follow `last` (all of the list when NULL), with padding. */
void block_decorate(struct layout_state *state, struct strip_list *list, struct strip *last,
                    struct block_ground ground);
void block_set_footnotes(struct layout_state *state, struct strip_list *list);

/* cover.c, contents.c, drawing.c, table.c */
void cover_set(struct layout_state *state, const struct node *node, struct strip_list *list);
void contents_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                  struct strip_list *list);
void contents_fill_numbers(struct layout_state *state);
/* Can the drawing of this strip be as low as `height` with words that are still legible? figure_shrink sets it so. */
bool figure_can_shrink(const struct strip *strip, int32_t height);
void figure_shrink(struct layout_state *state, struct strip *strip, int32_t height);
/* Size of an image: its own, or less where it is larger than this room. */
struct extent {
    int32_t width, height;
};
struct extent figure_image_size(const struct node *image, int32_t width, int32_t height);
void figure_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list);
void table_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list);

/* page_flow.c: puts the strips on pages of the result. header_footer.c: what stands at the edges of each. */
void page_flow(struct layout_state *state, struct strip_list *list);
void header_footer_add(struct layout_state *state, bool draft);

#endif
