/* Tables: the widths of columns, rows as bands of cells, and the parting of bands between pages. */
#ifndef TEKIGO_PDF_TABLE_H
#define TEKIGO_PDF_TABLE_H

#include "pdf/layout.h"

/* What is common to all rows of a table. */
struct table_flow {
    const struct node *node, *caption;
    struct theme theme; /* that of the document with the type sizes of the cells as body */
    int32_t x, width;
    int columns;
    int32_t *edges;    /* columns + 1, from x */
    struct box **open; /* upright lines that the next row may lengthen, by edge */
    int32_t padding_x, padding_y;
    const struct node **columns_of; /* NODE_COLUMN of each column, or NULL */
    const struct node *first_row;
    int header_rows;
};

struct band_cell {
    const struct node *cell;
    struct strip_list content;
    int32_t x, width, top, height, content_height;
    int32_t above;  /* room for a seal above its words, which stand at the foot; else 0 */
    int32_t needed; /* height it asks for */
    int row, row_span;
    unsigned fill;
    enum vertical_align place;
    bool filled;
    int first_edge, last_edge; /* of the columns it takes */
};

/* Rows that spans hold together; mostly one. */
struct band {
    struct table_flow *table;
    struct band_cell *cells;
    size_t count;
    int rows;
    int32_t *tops;    /* rows + 1, from the upper edge */
    int32_t *heights; /* of the rows */
    bool top_line;    /* the first on its page: draws its upper edge too */
    bool total;
    const struct node *group; /* row above that heads it, or NULL */
};

/* Kind of content, and looks, of a cell in its place. */
enum content_kind table_cell_kind(const struct table_flow *table, const struct node *cell);
struct text_format table_cell_format(const struct layout_state *state, const struct table_flow *table,
                                     const struct node *cell);
bool table_cell_is_heading(const struct node *cell);

/* column_width.c: fills table->edges; may reduce the type of the table and reports what cannot fit. */
void column_widths(struct layout_state *state, struct table_flow *table);

/* width_share.c: shares `room` among columns so that the table becomes low. */
struct width_share {
    int columns, samples;
    int32_t *width;                    /* in: widths that are wanted at least; out: widths whose sum is `room` */
    const int32_t *least;              /* no column may become narrower */
    const int32_t *most;               /* what a column can use */
    const struct text_widths *content; /* samples × columns; all 0 where a span is */
    const bool *prose;                 /* does it hold prose, that is given room first */
    const bool *flexible;              /* can it gain from room */
    const int *weight;                 /* hints, 0 for none */
    int32_t room, padding, em;
};
void width_share(struct width_share *share, struct arena *arena);

/* band.c, band_split.c: the rows from `row` on that belong together, as a strip; `row` is set to the row behind them.
 */
struct strip *band_set(struct layout_state *state, struct table_flow *table, const struct node **row,
                       struct strip_list *list);
/* Puts the matter of a band into a strip, its upper left corner at this place. Lines are collected apart: they are
 * painted when the grounds of all rows are. */
void band_draw(struct layout_state *state, struct band *band, struct strip *to, struct strip *lines, int32_t x,
               int32_t y);
/* Gives the rows the heights their cells need. */
void band_set_heights(struct band *band, struct arena *arena);
/* Height of what would stand above a cut at or before `room`; 0 when no good cut is there. */
int32_t band_cut(const struct band *band, int32_t room, int32_t page);
/* Parts the band of a strip at this height: the strip keeps the upper part, the lower one follows it in the list. */
void band_split(struct layout_state *state, struct strip *strip, int32_t height);

/* What stands above `next` when its table goes on there on a new page: the caption, or the heading of the section, with
 * the word for it, the head and the row that heads the group. */
void table_continue(struct layout_state *state, const struct strip *next, struct strip_list *list);

#endif
