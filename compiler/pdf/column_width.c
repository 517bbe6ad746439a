/* Widths of the columns of a table: what every column needs, then the sharing of the rest. */
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "pdf/table.h"

enum {
    SMALLEST = 6500,
    LEGIBLE = 4 /* em: words in a narrower column cannot be read */,
    SAMPLES = 64,
    NESTED_LEAST = 60000,
    KNOWN_LENGTH = 64 /* bytes */
};

/* What the columns of one table need, in 1/1000 pt, without padding. */
struct needs {
    struct table_flow *table;
    int32_t *hard, *soft, *most; /* unbreakable; better not broken; on one line */
    bool legible;                /* no column is narrower than LEGIBLE, or than it wants to be */
    struct text_widths *content; /* samples × columns */
    bool *prose, *names, *flexible;
    int *weight;
    int rows, samples;
    struct map *known[FACE_COUNT][BREAK_CODE + 1]; /* widths of short texts: registers say the same again and again */
};

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static void widen(struct text_widths *widths, struct text_widths other, int32_t indent)
{
    widths->hard = larger(widths->hard, other.hard + indent);
    widths->soft = larger(widths->soft, other.soft + indent);
    widths->natural = larger(widths->natural, other.natural + indent);
    widths->total += other.total + indent * other.lines;
    widths->lines += other.lines;
}

static struct text_widths measure_inlines(struct layout_state *state, const struct node *first,
                                          const struct text_format *format)
{
    text_start(state, format);
    text_add_inlines(state, first);
    text_finish(&state->text);
    return text_measure(&state->text);
}

/* Widths of blocks in a cell; what is not text asks for a fixed room. */
static struct text_widths measure_blocks(struct layout_state *state, const struct node *first,
                                         const struct text_format *format)
{
    struct text_widths widths = {0};
    for (const struct node *node = first; node; node = node->next) {
        if (node->type == NODE_PARAGRAPH || node->type == NODE_HEADING)
            widen(&widths, measure_inlines(state, node->first, format), 0);
        else if (node->type == NODE_TABLE || node->type == NODE_FIGURE || node->type == NODE_SIGNATURES)
            widen(&widths, (struct text_widths){NESTED_LEAST, NESTED_LEAST, 3 * NESTED_LEAST, 9 * NESTED_LEAST, 3}, 0);
        else
            widen(&widths, measure_blocks(state, node->first, format),
                  node->type == NODE_LIST ? 3 * format->size / 2 : 0);
    }
    return widths;
}

/* The text of a cell that holds only that, or a link of it; NULL when there is more, or it is long. */
static const char *short_text(const struct node *cell)
{
    const struct node *node = cell->first;
    if (node && node->type == NODE_LINK && !node->next)
        node = node->first;
    bool only = node && node->type == NODE_TEXT && !node->next && node->text;
    return only && strnlen(node->text, KNOWN_LENGTH) < KNOWN_LENGTH ? node->text : NULL;
}

static struct text_widths measure_text(struct layout_state *state, struct needs *needs, const struct node *cell,
                                       const struct text_format *format)
{
    const char *text = needs->rows > SAMPLES ? short_text(cell) : NULL;
    struct map **known = &needs->known[format->face][format->mode];
    if (!text)
        return measure_inlines(state, cell->first, format);
    if (!*known)
        *known = map_new(state->arena);
    struct text_widths *widths = map_get(*known, text);
    if (!widths) {
        widths = arena_alloc(state->arena, sizeof *widths);
        *widths = measure_inlines(state, cell->first, format);
        map_set(*known, text, widths);
    }
    return *widths;
}

static struct text_widths measure_cell(struct layout_state *state, struct needs *needs, const struct node *cell)
{
    const struct table_flow *table = needs->table;
    struct text_format format = table_cell_format(state, table, cell);
    struct text_widths widths;
    if (!cell->first)
        return (struct text_widths){0};
    if (cell->as.cell.vertical)
        return (struct text_widths){format.size * 11 / 10, format.size * 11 / 10, format.size * 11 / 10, 0, 0};
    if (node_is_block(cell->first->type))
        widths = measure_blocks(state, cell->first, &format);
    else
        widths = measure_text(state, needs, cell, &format);
    if (table_cell_is_heading(cell)) { /* four characters whole, longer ones in two lines */
        int32_t half = (widths.natural + format.size) / 2 + format.size / 2;
        int32_t whole = larger(4 * format.size, half < 6 * format.size ? half : 6 * format.size);
        if (!cell->parent->as.row.header)
            whole = 10 * format.size;
        widths.soft = larger(widths.soft, widths.natural < whole ? widths.natural : whole);
    }
    return widths;
}

static void count_rows(struct needs *needs)
{
    for (const struct node *row = needs->table->first_row; row; row = row->next)
        needs->rows++;
    needs->samples = needs->rows < SAMPLES ? needs->rows : SAMPLES;
}

/* Cells of one column tell what it needs. Rows are sampled at even distances for the sharing. */
static void measure_columns(struct layout_state *state, struct needs *needs)
{
    struct table_flow *table = needs->table;
    int index = 0;
    for (const struct node *row = table->first_row; row; row = row->next, index++) {
        int sample = (int)((int64_t)index * needs->samples / needs->rows);
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            int column = cell->as.cell.column;
            if (cell->as.cell.column_span > 1 || column < 0 || column >= table->columns)
                continue;
            struct text_widths widths = measure_cell(state, needs, cell);
            enum content_kind kind = table_cell_kind(table, cell);
            needs->hard[column] = larger(needs->hard[column], widths.hard);
            needs->soft[column] = larger(needs->soft[column], widths.soft);
            needs->most[column] = larger(needs->most[column], widths.natural);
            bool prose = (kind == CONTENT_PROSE || kind == CONTENT_NAME) && !table_cell_is_heading(cell) &&
                         widths.natural > 3 * table->theme.body_size;
            needs->prose[column] |= prose;
            needs->names[column] |= kind == CONTENT_NAME;
            needs->flexible[column] |= prose || (kind == CONTENT_ID && widths.natural > widths.hard * 3 / 2);
            struct text_widths *content = &needs->content[sample * table->columns + column];
            if (widths.total > content->total)
                *content = widths;
        }
    }
}

/* What a cell over several columns lacks is given to those of them that can use it. */
static void spread(int32_t *widths, const bool *flexible, int from, int to, int32_t wanted, int32_t between)
{
    int32_t sum = between * (to - from - 1), takers = 0;
    for (int c = from; c < to; c++) {
        sum += widths[c];
        takers += flexible[c];
    }
    if (wanted <= sum)
        return;
    int32_t lack = wanted - sum, count = takers ? takers : to - from;
    for (int c = from; c < to; c++)
        if (!takers || flexible[c]) {
            int32_t part = lack / count--;
            widths[c] += part;
            lack -= part;
        }
}

static void measure_spans(struct layout_state *state, struct needs *needs)
{
    struct table_flow *table = needs->table;
    for (const struct node *row = table->first_row; row; row = row->next) {
        if (row->as.row.group)
            continue;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            int from = cell->as.cell.column, to = from + cell->as.cell.column_span;
            if (cell->as.cell.column_span <= 1 || from < 0 || to > table->columns)
                continue;
            struct text_widths widths = measure_cell(state, needs, cell);
            spread(needs->hard, needs->flexible, from, to, widths.hard, 2 * table->padding_x);
            spread(needs->soft, needs->flexible, from, to, widths.soft, 2 * table->padding_x);
            if (table->node->as.table.narrow)
                spread(needs->most, needs->flexible, from, to, widths.natural, 2 * table->padding_x);
        }
    }
}

static int32_t sum_of(const int32_t *widths, int columns, int32_t padding)
{
    int64_t sum = 0;
    for (int c = 0; c < columns; c++)
        sum += widths[c] + padding;
    return (int32_t)(sum > INT32_MAX ? INT32_MAX : sum);
}

static int32_t legible_width(const struct needs *needs, int column)
{
    int32_t em = needs->table->theme.body_size;
    return larger(needs->hard[column], smaller(needs->soft[column], LEGIBLE * em));
}

static void take_legible_widths(struct needs *needs)
{
    for (int c = 0; c < needs->table->columns; c++)
        needs->hard[c] = legible_width(needs, c);
}

static void measure(struct layout_state *state, struct needs *needs)
{
    size_t columns = (size_t)needs->table->columns;
    bool artifact = state->artifact;
    memset(needs->hard, 0, 3 * columns * sizeof *needs->hard); /* and soft and most, which follow it */
    memset(needs->content, 0, columns * (size_t)needs->samples * sizeof *needs->content);
    memset(needs->known, 0, sizeof needs->known);
    state->artifact = true; /* measuring leaves no anchors */
    measure_columns(state, needs);
    measure_spans(state, needs);
    state->artifact = artifact;
    if (needs->legible)
        take_legible_widths(needs);
}

/* Could no column be narrower than LEGIBLE, or than it wants to be, on this page, with smaller type if need be? */
static bool has_room_for_legible(const struct needs *needs)
{
    const struct table_flow *table = needs->table;
    int32_t em = table->theme.body_size, padding = table->columns * 2 * (table->padding_x * 6 / 10);
    int64_t sum = 0;
    for (int c = 0; c < table->columns; c++)
        sum += legible_width(needs, c);
    return sum * SMALLEST / em <= table->width - padding;
}

static void set_type(struct table_flow *table, int32_t size)
{
    struct theme *theme = &table->theme;
    theme->body_leading = (int32_t)((int64_t)theme->body_leading * size / theme->body_size);
    theme->body_size = theme->table_size = size;
    theme->table_leading = theme->body_leading;
}

/* A table whose unbreakable pieces do not fit gets less padding, then smaller type, down to SMALLEST. Advances are
 * rounded at each size, so only measuring again tells whether a size fits. */
static void shrink_type(struct layout_state *state, struct needs *needs)
{
    struct table_flow *table = needs->table;
    int32_t content = sum_of(needs->hard, table->columns, 0), size = table->theme.body_size;
    if (content + table->columns * 2 * table->padding_x <= table->width)
        return;
    table->padding_x = table->padding_x * 6 / 10;
    int32_t room = table->width - table->columns * 2 * table->padding_x;
    while (content > room && size > SMALLEST) {
        int64_t fitting = room > 0 ? (int64_t)size * room / content : 0;
        size = (int32_t)(fitting < SMALLEST ? SMALLEST : fitting / 100 * 100);
        set_type(table, size);
        measure(state, needs);
        content = sum_of(needs->hard, table->columns, 0);
    }
    if (content > room && needs->legible) {
        needs->legible = false;
        measure(state, needs);
        content = sum_of(needs->hard, table->columns, 0);
    }
    if (content > room) {
        char wanted[24], there[24];
        snprintf(wanted, sizeof wanted, "%d", (int)(content / MILLIMETER));
        snprintf(there, sizeof there, "%d", (int)(room / MILLIMETER));
        diag_report(state->diag, MESSAGE_TABLE_TOO_WIDE, table->node->source, wanted, there, NULL);
    }
}

/* Wanted widths with padding: what should not be broken where there is room, else nearer to what cannot be. */
static void set_wanted(const struct needs *needs, int32_t *width)
{
    const struct table_flow *table = needs->table;
    int columns = table->columns;
    int32_t padding = 2 * table->padding_x, room = table->width;
    int64_t hard = sum_of(needs->hard, columns, padding), soft = sum_of(needs->soft, columns, padding);
    for (int c = 0; c < columns; c++) {
        int64_t more = needs->soft[c] - needs->hard[c];
        if (soft <= room)
            width[c] = needs->soft[c] + padding;
        else if (hard <= room)
            width[c] = needs->hard[c] + padding + (int32_t)(soft > hard ? more * (room - hard) / (soft - hard) : 0);
        else
            width[c] = (int32_t)((int64_t)(needs->hard[c] + padding) * room / hard);
    }
}

/* Prose may become narrower than wanted when the table gains by it, all else not. */
static int32_t *set_least(const struct needs *needs, const int32_t *wanted, struct arena *arena)
{
    const struct table_flow *table = needs->table;
    int32_t *least = arena_alloc(arena, (size_t)table->columns * sizeof *least), padding = 2 * table->padding_x;
    for (int c = 0; c < table->columns; c++) {
        int em = needs->names[c] ? 11 : 6;
        int32_t narrow = larger(needs->hard[c], em * table->theme.body_size) + padding;
        least[c] = needs->prose[c] && narrow < wanted[c] ? narrow : wanted[c];
    }
    return least;
}

/* Every cell on one line and a little air; false when the page is too narrow for that. */
static bool set_natural(const struct needs *needs, int32_t *widths)
{
    const struct table_flow *table = needs->table;
    int32_t air = 2 * table->padding_x + 2 * table->theme.body_size;
    if (sum_of(needs->most, table->columns, air) > table->width)
        return false;
    for (int c = 0; c < table->columns; c++)
        widths[c] = needs->most[c] + air;
    return true;
}

static void set_shared(struct needs *needs, int32_t *widths, struct arena *arena)
{
    const struct table_flow *table = needs->table;
    set_wanted(needs, widths);
    struct width_share share = {.columns = table->columns,
                                .samples = needs->samples,
                                .width = widths,
                                .least = set_least(needs, widths, arena),
                                .most = needs->most,
                                .content = needs->content,
                                .prose = needs->prose,
                                .flexible = needs->flexible,
                                .weight = needs->weight,
                                .room = table->width,
                                .padding = 2 * table->padding_x,
                                .em = table->theme.body_size};
    width_share(&share, arena);
}

void column_widths(struct layout_state *state, struct table_flow *table)
{
    struct arena *arena = state->arena;
    struct needs needs = {.table = table};
    size_t columns = (size_t)table->columns;
    count_rows(&needs);
    int32_t *widths = arena_alloc(arena, 4 * columns * sizeof *widths);
    needs.hard = widths + columns;
    needs.soft = widths + 2 * columns;
    needs.most = widths + 3 * columns;
    needs.content = arena_alloc(arena, columns * (size_t)needs.samples * sizeof *needs.content);
    needs.flexible = arena_alloc(arena, columns * sizeof *needs.flexible);
    needs.prose = arena_alloc(arena, columns * sizeof *needs.prose);
    needs.names = arena_alloc(arena, columns * sizeof *needs.names);
    needs.weight = arena_alloc(arena, columns * sizeof *needs.weight);
    measure(state, &needs);
    for (size_t c = 0; c < columns; c++)
        needs.weight[c] = table->columns_of[c] ? table->columns_of[c]->as.column.weight : 0;
    needs.legible = has_room_for_legible(&needs);
    if (needs.legible)
        take_legible_widths(&needs);
    shrink_type(state, &needs);
    if (!table->node->as.table.narrow || !set_natural(&needs, widths))
        set_shared(&needs, widths, arena);
    for (size_t c = 0; c < columns; c++)
        table->edges[c + 1] = table->edges[c] + widths[c];
}
