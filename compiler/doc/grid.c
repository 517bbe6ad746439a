/* The grid of a table: where its cells stand. */
#include <string.h>

#include "base/utf8.h"
#include "doc/resolve.h"

enum { GRID_COLUMNS_MAX = 256 };

/* In halves of an em: what the columns of a table of few words take together, and the air of each. */
enum { FEW_WORDS = 48, COLUMN_AIR = 6 };

struct grid {
    struct node *table;
    struct arena *arena;
    struct diag *diag;
    int declared; /* COLUMN nodes */
    int columns;  /* widest row so far */
    int rows, header_rows;
    bool overflow_reported;        /* said once a table */
    int covered[GRID_COLUMNS_MAX]; /* rows from the current one on that a cell above or here covers */
};

static void count_parts(struct grid *grid)
{
    bool heading = true;

    for (const struct node *part = grid->table->first; part; part = part->next) {
        if (part->type == NODE_COLUMN)
            grid->declared++;
        if (part->type != NODE_ROW)
            continue;
        grid->rows++;
        heading = heading && part->as.row.header;
        if (heading)
            grid->header_rows++;
    }
}

static void report_overflow(struct grid *grid, const struct node *cell, int wanted)
{
    if (grid->overflow_reported)
        return;
    grid->overflow_reported = true;
    diag_report(grid->diag, MESSAGE_TABLE_CELL_OVERFLOW, cell->source, arena_printf(grid->arena, "%d", wanted),
                arena_printf(grid->arena, "%d", grid->declared ? grid->declared : GRID_COLUMNS_MAX), NULL);
}

/* The columns the cell can take from `column` on: fewer than it wants before a cell that hangs down. */
static int fit_columns(struct grid *grid, const struct node *cell, int column)
{
    int span = cell->as.cell.column_span < 1 ? 1 : cell->as.cell.column_span;

    if (span > GRID_COLUMNS_MAX - column || (grid->declared && column + span > grid->declared)) {
        report_overflow(grid, cell, span > GRID_COLUMNS_MAX ? span : column + span);
        if (span > GRID_COLUMNS_MAX - column)
            span = GRID_COLUMNS_MAX - column;
    }
    for (int i = 1; i < span; i++) {
        if (!grid->covered[column + i])
            continue;
        diag_report(grid->diag, MESSAGE_TABLE_CELL_OVERLAP, cell->source,
                    arena_printf(grid->arena, "%d", column + i + 1), NULL);
        return i;
    }
    return span;
}

/* The rows the cell can take: a span ends with the header rows or with the table. */
static int fit_rows(struct grid *grid, const struct node *cell, int row)
{
    int room = (row < grid->header_rows ? grid->header_rows : grid->rows) - row;
    int span = cell->as.cell.row_span < 1 ? 1 : cell->as.cell.row_span;

    if (span <= room)
        return span;
    diag_report(grid->diag, MESSAGE_TABLE_ROW_OVERFLOW, cell->source, arena_printf(grid->arena, "%d", span),
                arena_printf(grid->arena, "%d", room), NULL);
    return room;
}

static void next_row(struct grid *grid)
{
    for (int i = 0; i < grid->columns; i++)
        if (grid->covered[i])
            grid->covered[i]--;
}

static void place_row(struct grid *grid, struct node *row, int number)
{
    struct node *previous = NULL;
    int column = 0;

    for (struct node *cell = row->first; cell; previous = cell, cell = cell->next) {
        while (column < grid->columns && grid->covered[column])
            column++;
        if (column >= GRID_COLUMNS_MAX) { /* no room at all: the rest of the row is dropped */
            report_overflow(grid, cell, column + 1);
            previous->next = NULL;
            row->last = previous;
            return;
        }
        cell->as.cell.column_span = fit_columns(grid, cell, column);
        cell->as.cell.row_span = fit_rows(grid, cell, number);
        cell->as.cell.column = column;
        cell->as.cell.row = number;
        for (int i = 0; i < cell->as.cell.column_span; i++)
            grid->covered[column++] = cell->as.cell.row_span;
        if (column > grid->columns)
            grid->columns = column;
    }
}

/* A heading across the table takes all its columns. */
static void widen_group(struct grid *grid, struct node *row)
{
    if (row->as.row.group && row->first && row->first == row->last)
        row->first->as.cell.column_span = grid->columns - row->first->as.cell.column;
}

/* Appends empty cells to a row until the grid has no hole. */
static void fill_row(struct grid *grid, struct node *row, int number)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        for (int i = 0; i < cell->as.cell.column_span; i++)
            grid->covered[cell->as.cell.column + i] = cell->as.cell.row_span;
    for (int column = 0; column < grid->columns; column++) {
        struct node *cell;

        if (grid->covered[column])
            continue;
        cell = node_new(grid->arena, NODE_CELL, row->source);
        cell->as.cell.column = column;
        cell->as.cell.row = number;
        node_append(row, cell);
        grid->covered[column] = 1;
    }
}

/* Every column of the grid has its COLUMN node afterwards. */
static void complete_columns(struct grid *grid)
{
    struct node *before = NULL, *part = grid->table->first;

    for (; part && part->type != NODE_ROW; part = part->next)
        before = part;
    for (int i = grid->declared; i < grid->columns; i++) {
        struct node *column = node_new(grid->arena, NODE_COLUMN, grid->table->source);

        column->parent = grid->table;
        column->next = part;
        if (before)
            before->next = column;
        else
            grid->table->first = column;
        before = column;
        if (!part)
            grid->table->last = column;
    }
}

static enum align default_align(const struct node *row, const struct node *cell)
{
    if (row->as.row.header)
        return ALIGN_CENTER;
    if (row->as.row.group || cell->as.cell.header)
        return ALIGN_LEFT;
    switch (cell->as.cell.content) {
    case CONTENT_ID:
    case CONTENT_NUMBER:
    case CONTENT_DATE:
    case CONTENT_STATUS:
        return ALIGN_CENTER;
    case CONTENT_PROSE:
    case CONTENT_NAME:
        break;
    }
    return ALIGN_LEFT;
}

/* Hands content and alignment of the columns down to the cells of a row. */
static void inherit_row(const struct node *const *columns, struct node *row)
{
    for (struct node *cell = row->first; cell; cell = cell->next) {
        const struct node *column = columns[cell->as.cell.column];
        bool matter = !row->as.row.header && !row->as.row.group && !cell->as.cell.header;

        if (row->as.row.header)
            cell->as.cell.header = true;
        if (matter && !cell->as.cell.content_set)
            cell->as.cell.content = column->as.column.content;
        if (matter && cell->as.cell.align == ALIGN_DEFAULT && !cell->as.cell.content_set)
            cell->as.cell.align = column->as.column.align;
        if (cell->as.cell.align == ALIGN_DEFAULT)
            cell->as.cell.align = default_align(row, cell);
    }
}

static size_t words_of(const struct node *cell)
{
    size_t width = 0;
    for (struct node *node = cell->first; node; node = resolve_next(cell, node)) {
        if (node_is_block(node->type) || node->type == NODE_IMAGE)
            return FEW_WORDS;
        if (node->text)
            width += utf8_text_width(node->text, strlen(node->text));
    }
    return width;
}

/* Would a table look empty over the whole width of the page? Not when its author gave the columns widths. */
static bool has_few_words(const struct node *table)
{
    size_t longest[GRID_COLUMNS_MAX] = {0}, sum = 0;
    int columns = 0;
    if (table->as.table.form || table->as.table.wide)
        return false;
    for (const struct node *part = table->first; part; part = part->next) {
        if (part->type == NODE_COLUMN && (part->as.column.weight > 0 || columns++ >= GRID_COLUMNS_MAX))
            return false;
        for (const struct node *cell = part->type == NODE_ROW ? part->first : NULL; cell; cell = cell->next) {
            size_t words = words_of(cell), *most = &longest[cell->as.cell.column];
            if (cell->as.cell.column_span > 1 || words >= FEW_WORDS)
                return false;
            *most = words > *most ? words : *most;
        }
    }
    for (int i = 0; i < columns; i++)
        sum += longest[i] + COLUMN_AIR;
    return sum <= FEW_WORDS;
}

void grid_resolve(struct node *table, struct arena *arena, struct diag *diag)
{
    struct grid grid = {.table = table, .arena = arena, .diag = diag};
    const struct node *columns[GRID_COLUMNS_MAX];
    int row = 0, column = 0;

    count_parts(&grid);
    if (grid.declared > GRID_COLUMNS_MAX)
        grid.declared = GRID_COLUMNS_MAX;
    grid.columns = grid.declared;
    for (struct node *part = table->first; part; part = part->next) {
        if (part->type != NODE_ROW)
            continue;
        place_row(&grid, part, row++);
        next_row(&grid);
    }
    complete_columns(&grid);
    row = 0;
    for (struct node *part = table->first; part; part = part->next) {
        if (part->type == NODE_COLUMN && column < GRID_COLUMNS_MAX)
            columns[column++] = part;
        if (part->type != NODE_ROW)
            continue;
        widen_group(&grid, part);
        fill_row(&grid, part, row++);
        inherit_row(columns, part);
        if (row > grid.header_rows)
            part->as.row.header = false; /* a heading inside the body is one of headed cells */
        next_row(&grid);
    }
    table->as.table.columns = grid.columns;
    table->as.table.rows = grid.rows;
    table->as.table.header_rows = grid.header_rows;
    table->as.table.narrow |= has_few_words(table);
}
