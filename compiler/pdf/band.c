/* Bands of rows: setting their cells, drawing them, parting them between pages. */
#include <string.h>

#include "pdf/table.h"

enum { SEAL_ROOM = 12 * MILLIMETER /* a personal seal is 10.5 mm wide */ };

static unsigned lighten(unsigned color)
{
    unsigned result = 0;
    for (int shift = 16; shift >= 0; shift -= 8)
        result |= ((color >> shift & 0xFF) + 255) / 2 << shift;
    return result;
}

static void set_ground(const struct layout_state *state, struct band_cell *part, const struct table_flow *table)
{
    const struct node *cell = part->cell, *row = cell->parent;
    part->filled = true;
    if (cell->as.cell.tone != TONE_NONE)
        part->fill = state->theme->tone[cell->as.cell.tone].fill;
    else if (table_cell_is_heading(cell))
        part->fill = table->theme.header_fill;
    else if (row->as.row.group || row->as.row.total)
        part->fill = lighten(table->theme.header_fill);
    else
        part->filled = false;
}

/* Is it set lying down in vertical text: brackets, dashes, the prolonged sound mark? */
static bool lies_down(const struct piece *piece)
{
    enum text_class value = (enum text_class)piece->value;
    return value == CLASS_OPEN || value == CLASS_CLOSE || value == CLASS_PROLONGED || value == CLASS_HYPHEN ||
           value == CLASS_INSEPARABLE || text_class_is_western(value) || value == CLASS_SPACE;
}

static struct box *vertical_box(struct layout_state *state, const struct piece *piece, uint32_t *characters,
                                size_t count, struct strip *strip)
{
    const struct text_style *style = &state->text.styles[piece->style];
    struct box *box = strip_box(strip, BOX_TEXT, state->arena);
    box->node = style->node;
    box->height = style->size;
    box->as.text.font = piece->font;
    box->as.text.size = style->size;
    box->as.text.color = style->color;
    box->as.text.count = count;
    box->as.text.characters = characters;
    return box;
}

/* One column of text from top to bottom: Japanese upright, the rest turned by 90°. */
static int32_t set_vertical_column(struct layout_state *state, uint32_t from, uint32_t to, int32_t x,
                                   struct strip *strip)
{
    const struct piece *pieces = state->text.pieces;
    int32_t y = 0, em = state->text.format.size;
    for (uint32_t i = from; i < to;) {
        uint32_t end = i + 1;
        bool turned = lies_down(&pieces[i]);
        while (end < to && pieces[end].font == pieces[i].font && pieces[end].style == pieces[i].style &&
               ((turned && lies_down(&pieces[end])) || pieces[end].value == CLASS_COMBINING))
            end++;
        uint32_t *characters = arena_alloc(state->arena, (end - i) * sizeof *characters);
        int32_t length = 0;
        for (uint32_t k = i; k < end; k++) {
            characters[k - i] = pieces[k].character;
            length += pieces[k].natural;
        }
        struct box *box = vertical_box(state, &pieces[i], characters, end - i, strip);
        box->width = length;
        box->as.text.vertical = turned;
        box->x = turned ? x - em * 37 / 100 : x - length / 2;
        box->y = turned ? y : y + text_ascent(em);
        if (pieces[i].value == CLASS_SMALL_KANA) {
            box->x += em / 10;
            box->y -= em / 10;
        } else if (pieces[i].value == CLASS_COMMA || pieces[i].value == CLASS_FULL_STOP) {
            box->x += em * 6 / 10;
            box->y -= em * 6 / 10;
        }
        y += turned ? length : em * 104 / 100;
        i = end;
    }
    return y;
}

enum { VERTICAL_LIMIT = 12 /* characters in one column */ };

static void set_vertical(struct layout_state *state, struct band_cell *part, int32_t width)
{
    struct text *text = &state->text;
    uint32_t count = (uint32_t)text->count, columns = (count + VERTICAL_LIMIT - 1) / VERTICAL_LIMIT;
    int32_t em = text->format.size, height = 0;
    if (count == 0 || columns * (uint32_t)em > (uint32_t)width + (uint32_t)em / 2)
        columns = 1;
    uint32_t each = (count + columns - 1) / columns;
    struct strip *strip = layout_strip(state, &part->content, 0, 0);
    for (uint32_t c = 0; c < columns && c * each < count; c++) {
        int32_t x = width / 2 + (int32_t)(columns - 1) * em * 6 / 10 - (int32_t)c * em * 12 / 10;
        uint32_t to = (c + 1) * each < count ? (c + 1) * each : count;
        int32_t length = set_vertical_column(state, c * each, to, x, strip);
        height = length > height ? length : height;
    }
    strip->height = height;
}

static bool holds_blocks(const struct node *cell)
{
    return cell->first && node_is_block(cell->first->type);
}

static void set_content(struct layout_state *state, struct table_flow *table, struct band_cell *part)
{
    const struct node *cell = part->cell;
    int32_t width = part->width - 2 * table->padding_x;
    struct text_format format = table_cell_format(state, table, cell);
    if (width < format.size / 2)
        width = format.size / 2;
    if (holds_blocks(cell)) {
        const struct theme *theme = state->theme;
        bool japanese = state->japanese;
        state->theme = &table->theme;
        state->japanese = false; /* ragged */
        block_set_chain(state, cell->first, 0, width, &part->content);
        state->theme = theme;
        state->japanese = japanese;
    } else {
        text_start(state, &format);
        text_add_inlines(state, cell->first);
        text_finish(&state->text);
        if (cell->as.cell.vertical)
            set_vertical(state, part, width);
        else if (state->text.count > 0)
            text_set(state, 0, width, 0, &part->content);
    }
    part->content.after = 0;
    part->content_height = strip_list_height(&part->content);
    int32_t least = (cell->as.cell.blank_room ? 3 : cell->as.cell.seal_room ? 2 : 1) * format.leading;
    part->above = cell->as.cell.seal_room ? SEAL_ROOM : 0;
    part->needed = part->above + (part->content_height > least ? part->content_height : least) + 2 * table->padding_y;
    part->place = part->above > 0 ? VERTICAL_BOTTOM : cell->as.cell.vertical_align;
    if (part->place == VERTICAL_DEFAULT && (cell->parent->as.row.header || cell->as.cell.vertical))
        part->place = VERTICAL_MIDDLE;
    set_ground(state, part, table);
}

static int edge_of(const struct table_flow *table, int column)
{
    return column < 0 ? 0 : column > table->columns ? table->columns : column;
}

static void add_cell(struct layout_state *state, struct table_flow *table, const struct node *cell, int row,
                     struct band *band)
{
    struct band_cell *part = &band->cells[band->count++];
    int column = cell->as.cell.column, span = cell->as.cell.column_span < 1 ? 1 : cell->as.cell.column_span;
    part->cell = cell;
    part->row = row;
    part->row_span = cell->as.cell.row_span < 1 ? 1 : cell->as.cell.row_span;
    if (part->row_span > band->rows - row)
        part->row_span = band->rows - row;
    part->first_edge = edge_of(table, column);
    part->last_edge = edge_of(table, column + span);
    part->x = table->edges[part->first_edge];
    part->width = table->edges[part->last_edge] - part->x;
    if (cell->id)
        layout_anchor(state, cell);
    set_content(state, table, part);
}

/* Heights of the rows: as high as their cells, spanning cells making the last of their rows higher. */
void band_set_heights(struct band *band, struct arena *arena)
{
    size_t rows = (size_t)band->rows + 1;
    if (!band->tops) { /* a band that is what another left has room there */
        band->tops = arena_alloc(arena, rows * sizeof *band->tops);
        band->heights = arena_alloc(arena, rows * sizeof *band->heights);
    }
    int32_t *heights = band->heights;
    memset(heights, 0, rows * sizeof *heights);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < band->count; i++) {
            const struct band_cell *part = &band->cells[i];
            int32_t sum = 0;
            if ((part->row_span > 1) != (pass == 1))
                continue;
            for (int r = 0; r < part->row_span; r++)
                sum += heights[part->row + r];
            if (part->needed > sum)
                heights[part->row + part->row_span - 1] += part->needed - sum;
        }
    band->tops[0] = 0;
    for (int r = 0; r < band->rows; r++)
        band->tops[r + 1] = band->tops[r] + heights[r];
    for (size_t i = 0; i < band->count; i++) {
        struct band_cell *part = &band->cells[i];
        part->top = band->tops[part->row];
        part->height = band->tops[part->row + part->row_span] - part->top;
    }
}

/* Number of rows that belong together from this one on, and of their cells. */
static int count_rows(const struct node *row, size_t *cells)
{
    int rows = 0, end = 1;
    bool header = row->as.row.header;
    *cells = 0;
    for (; row && rows < end && row->as.row.header == header; row = row->next, rows++)
        for (const struct node *cell = row->first; cell; cell = cell->next, ++*cells)
            if (rows + cell->as.cell.row_span > end)
                end = rows + cell->as.cell.row_span;
    return rows;
}

struct strip *band_set(struct layout_state *state, struct table_flow *table, const struct node **row,
                       struct strip_list *list)
{
    struct band *band = arena_alloc(state->arena, sizeof *band);
    size_t cells;
    band->table = table;
    band->rows = count_rows(*row, &cells);
    band->cells = arena_alloc(state->arena, (cells + 1) * sizeof *band->cells);
    band->total = (*row)->as.row.total;
    struct strip *strip = layout_strip(state, list, 0, 0);
    const struct node *next = *row;
    for (int r = 0; r < band->rows; r++, next = next->next)
        for (const struct node *cell = next->first; cell; cell = cell->next)
            add_cell(state, table, cell, r, band);
    band_set_heights(band, state->arena);
    next = *row;
    for (int r = 0; r < band->rows; r++, next = next->next)
        if (next->id && !state->artifact)
            strip_anchor(strip, next, band->tops[r], state->arena);
    layout_anchor_flush(state, strip);
    strip->height = band->tops[band->rows];
    strip->band = band;
    strip->table = table;
    *row = next;
    return strip;
}

static struct box *draw_line(struct layout_state *state, struct strip *lines, int32_t x, int32_t y, int32_t width,
                             int32_t height)
{
    struct box *box = strip_box(lines, BOX_STROKE, state->arena);
    box->x = x;
    box->y = y;
    box->width = width;
    box->height = height;
    box->color = state->theme->rule;
    box->line_width = state->theme->rule_width;
    return box;
}

/* An upright line at an edge of columns goes on as that of the row above where it can. */
static void draw_edge(struct layout_state *state, struct table_flow *table, int edge, struct strip *lines, int32_t x,
                      int32_t y, int32_t height)
{
    struct box *open = table->open[edge];
    if (open && open->x == x && open->y + open->height == y)
        open->height += height;
    else
        table->open[edge] = draw_line(state, lines, x, y, 0, height);
}

/* Every cell draws its right and lower edge, those of the first column the left one too; a band draws its lowest edge
 * at once. */
static void draw_lines(struct layout_state *state, const struct band *band, struct strip *lines, int32_t x, int32_t y)
{
    struct table_flow *table = band->table;
    int32_t height = band->tops[band->rows], left = INT32_MAX, right = 0;
    for (int edge = 0; band->top_line && edge <= table->columns; edge++)
        table->open[edge] = NULL;
    for (size_t i = 0; i < band->count; i++) {
        const struct band_cell *part = &band->cells[i];
        left = part->x < left ? part->x : left;
        right = part->x + part->width > right ? part->x + part->width : right;
        if (part->first_edge == 0)
            draw_edge(state, table, 0, lines, x + part->x, y + part->top, part->height);
        draw_edge(state, table, part->last_edge, lines, x + part->x + part->width, y + part->top, part->height);
        if (part->top + part->height < height)
            draw_line(state, lines, x + part->x, y + part->top + part->height, part->width, 0);
    }
    if (band->count == 0)
        return;
    draw_line(state, lines, x + left, y + height, right - left, 0);
    if (band->top_line)
        draw_line(state, lines, x + left, y, right - left, 0);
}

void band_draw(struct layout_state *state, struct band *band, struct strip *to, struct strip *lines, int32_t x,
               int32_t y)
{
    x += band->table->x;
    for (size_t i = 0; i < band->count; i++) {
        const struct band_cell *part = &band->cells[i];
        if (part->filled)
            strip_fill(to, x + part->x, y + part->top, part->width, part->height, part->fill, state->arena);
    }
    for (size_t i = 0; i < band->count; i++) {
        struct band_cell *part = &band->cells[i];
        int32_t down = band->table->padding_y;
        if (part->place == VERTICAL_MIDDLE)
            down = (part->height - part->content_height) / 2;
        else if (part->place == VERTICAL_BOTTOM)
            down = part->height - part->content_height - band->table->padding_y;
        layout_take(state, to, &part->content, x + part->x + band->table->padding_x, y + part->top + down);
    }
    draw_lines(state, band, lines, x, y);
}
