/* A table to strips: caption, head, rows. */
#include "pdf/table.h"

enum {
    SMALL_TABLE = 45 * MILLIMETER, /* lower ones are not parted */
    LEAD_ROWS = 6                  /* of a form above a table */
};

bool table_cell_is_heading(const struct node *cell)
{
    return cell->as.cell.header || (cell->parent && cell->parent->as.row.header);
}

enum content_kind table_cell_kind(const struct table_flow *table, const struct node *cell)
{
    if (cell->as.cell.content_set)
        return cell->as.cell.content;
    int column = cell->as.cell.column;
    if (table_cell_is_heading(cell) || (cell->parent && cell->parent->as.row.group) || cell->as.cell.column_span > 1)
        return CONTENT_PROSE;
    if (column >= 0 && column < table->columns && table->columns_of[column])
        return table->columns_of[column]->as.column.content;
    return cell->as.cell.content;
}

static enum align cell_align(const struct table_flow *table, const struct node *cell, enum content_kind kind)
{
    int column = cell->as.cell.column;
    bool known = column >= 0 && column < table->columns && table->columns_of[column];
    if (cell->as.cell.align != ALIGN_DEFAULT)
        return cell->as.cell.align;
    if (cell->parent && cell->parent->as.row.header)
        return ALIGN_CENTER;
    if (table_cell_is_heading(cell) || cell->parent->as.row.group)
        return ALIGN_LEFT;
    if (known && table->columns_of[column]->as.column.align != ALIGN_DEFAULT)
        return table->columns_of[column]->as.column.align;
    return kind == CONTENT_PROSE || kind == CONTENT_NAME ? ALIGN_LEFT : ALIGN_CENTER;
}

struct text_format table_cell_format(const struct layout_state *state, const struct table_flow *table,
                                     const struct node *cell)
{
    static const enum break_mode modes[] = {
        [CONTENT_PROSE] = BREAK_PROSE, [CONTENT_ID] = BREAK_ID,        [CONTENT_NUMBER] = BREAK_WHOLE,
        [CONTENT_DATE] = BREAK_WHOLE,  [CONTENT_STATUS] = BREAK_WHOLE, [CONTENT_NAME] = BREAK_NAME};
    enum content_kind kind = table_cell_kind(table, cell);
    const struct node *row = cell->parent;
    enum tone tone = cell->as.cell.tone;
    bool bold = table_cell_is_heading(cell) || row->as.row.group || row->as.row.total || tone == TONE_HIGH ||
                tone == TONE_CRITICAL;
    struct text_format format = {.face = bold ? FACE_BOLD : FACE_REGULAR,
                                 .size = table->theme.body_size,
                                 .leading = table->theme.body_leading,
                                 .color = table->theme.ink,
                                 .mode = modes[kind]};
    if (row->as.row.group)
        format.color = state->theme->key;
    if (tone != TONE_NONE)
        format.color = state->theme->tone[tone].text;
    format.align = cell_align(table, cell, kind);
    return format;
}

/* The heading that a table stands under, or NULL. */
static const struct node *heading_above(const struct node *node)
{
    while (node && node->type != NODE_SECTION)
        node = node->parent;
    return node && node->first && node->first->type == NODE_HEADING ? node->first : NULL;
}

/* The number of a caption is that of its table, of a heading that of its section. */
static const char *caption_number(const struct table_flow *table, const struct node *caption)
{
    if (caption->number)
        return caption->number;
    return caption->type == NODE_HEADING ? caption->parent->number : table->node->number;
}

static void set_caption(struct layout_state *state, const struct table_flow *table, const struct node *caption,
                        bool continued, struct strip_list *list)
{
    struct text_format format = {
        .size = state->theme->table_size, .leading = state->theme->table_leading, .color = state->theme->soft};
    const char *number = caption_number(table, caption);
    struct strip *last = list->last;
    text_start(state, &format);
    if (number && *number) {
        text_add_string(state, number, caption);
        text_add_string(state, "\xE3\x80\x80", caption);
    }
    text_add_inlines(state, caption->first);
    if (continued)
        text_add_string(state, state->japanese ? "（続き）" : " (continued)", NULL);
    text_finish(&state->text);
    text_set(state, table->x, table->width, 3 * MILLIMETER, list);
    for (struct strip *strip = last ? last->next : list->first; strip; strip = strip->next) {
        strip->keep = strip->repeated = true;
        strip->table = (struct table_flow *)table;
    }
    list->after = MILLIMETER;
}

static void set_head_rows(struct layout_state *state, struct table_flow *table, const struct node *row,
                          struct strip_list *list)
{
    while (row && row->as.row.header) {
        struct strip *strip = band_set(state, table, &row, list);
        strip->keep = strip->repeated = true;
    }
}

void table_continue(struct layout_state *state, const struct strip *next, struct strip_list *list)
{
    struct table_flow *table = next->table;
    const struct node *caption = table->caption ? table->caption : heading_above(table->node);
    const struct node *group = next->band ? next->band->group : NULL;
    bool artifact = state->artifact;
    state->artifact = true;
    if (caption)
        set_caption(state, table, caption, true, list);
    set_head_rows(state, table, table->first_row, list);
    if (group) {
        struct strip *strip = band_set(state, table, &group, list);
        strip->keep = strip->repeated = true;
    }
    state->artifact = artifact;
}

static void count_columns(struct table_flow *table, struct arena *arena)
{
    int columns = 1, column = 0;
    for (const struct node *row = table->first_row; row; row = row->next)
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            int span = cell->as.cell.column_span < 1 ? 1 : cell->as.cell.column_span;
            if (cell->as.cell.column + span > columns)
                columns = cell->as.cell.column + span;
        }
    table->columns = columns;
    table->edges = arena_alloc(arena, ((size_t)columns + 1) * sizeof *table->edges);
    table->open = arena_alloc(arena, ((size_t)columns + 1) * sizeof *table->open);
    table->columns_of = arena_alloc(arena, (size_t)columns * sizeof *table->columns_of);
    for (const struct node *part = table->node->first; part; part = part->next)
        if (part->type == NODE_COLUMN && column < columns)
            table->columns_of[column++] = part;
}

/* `part`: size of the type in percent of the theme's. */
static struct table_flow *start_table(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                                      int part)
{
    const struct theme *theme = state->theme;
    struct table_flow *table = arena_alloc(state->arena, sizeof *table);
    table->node = node;
    table->x = x;
    table->width = width;
    table->theme = *theme;
    if (node->as.table.wide)
        part = part * 9 / 10;
    table->theme.body_size = theme->table_size * part / 100;
    table->theme.body_leading = theme->table_leading * part / 100;
    table->theme.table_size = table->theme.body_size;
    table->theme.table_leading = table->theme.body_leading;
    table->padding_x = node->as.table.wide ? theme->cell_padding_x * 6 / 10 : theme->cell_padding_x;
    table->padding_y = node->as.table.wide ? theme->cell_padding_y : theme->cell_padding_y * part / 100;
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->type == NODE_CAPTION)
            table->caption = child;
        if (child->type == NODE_ROW && !table->first_row)
            table->first_row = child;
    }
    count_columns(table, state->arena);
    return table;
}

/* The first row below the head, a group's title being part of the head, stays with the second unless they are tall. */
static void keep_second_row(struct strip *first, int32_t page)
{
    while (first->keep && first->next)
        first = first->next;
    first->keep = first->next && first->height + first->next->height < page / 4;
}

/* Rows that should not stand alone: the first, the last, totals; forms and small tables stay on one page. */
static void keep_rows(const struct table_flow *table, struct strip *first, struct strip *last, int32_t page)
{
    int32_t height = 0;
    struct strip *previous = NULL;
    for (struct strip *strip = first; strip; strip = strip->next) {
        height += strip->height;
        if (previous && (strip->band->total || (strip == last && previous != first && strip->height < page / 6)))
            previous->keep = true;
        previous = strip;
    }
    keep_second_row(first, page);
    if ((table->node->as.table.form && height < page) || height < page / 6 || height < SMALL_TABLE)
        for (struct strip *strip = first; strip && strip != last; strip = strip->next)
            strip->keep = true;
}

static void set_rows(struct layout_state *state, struct table_flow *table, struct strip_list *list)
{
    struct strip *first = NULL;
    const struct node *row = table->first_row;
    const struct node *above = NULL;
    if (table->caption)
        set_caption(state, table, table->caption, false, list);
    set_head_rows(state, table, row, list);
    while (row && row->as.row.header)
        row = row->next;
    while (row) {
        bool group = row->as.row.group;
        const struct node *begin = row;
        struct strip *strip = band_set(state, table, &row, list);
        strip->band->group = group ? NULL : above;
        above = group ? begin : above;
        if (!first)
            first = strip;
        strip->keep = group && row;
    }
    if (first)
        keep_rows(table, first, list->last, layout_text_height(state));
    else if (list->last)
        list->last->keep = false;
}

/* A form that is a little too high for a page gets smaller type, so that it is filled in on one sheet. */
static int form_part(struct layout_state *state, const struct node *node, int32_t x, int32_t width)
{
    static const int parts[] = {100, 95, 90, 85};
    int32_t room = layout_text_height(state) - 16 * MILLIMETER;
    bool artifact = state->artifact;
    int chosen = 100;
    state->artifact = true; /* a trial leaves no anchors */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct strip_list trial = {0};
        struct table_flow *table = start_table(state, node, x, width, parts[i]);
        column_widths(state, table);
        set_rows(state, table, &trial);
        int32_t height = strip_list_height(&trial);
        if (height <= room)
            chosen = parts[i];
        if (height <= room || height > room * 5 / 4)
            break;
    }
    state->artifact = artifact;
    return chosen;
}

/* A form of a few rows above a table says whose it is: it stays with the table. */
static bool leads_to_table(const struct node *node)
{
    return node->as.table.form && node->as.table.rows <= LEAD_ROWS && node->next && node->next->type == NODE_TABLE;
}

/* A table that such a form leads to and another form ends is the middle of one sheet, which is signed as a whole. */
static bool is_middle_of_sheet(const struct node *node)
{
    const struct node *previous = node->parent ? node->parent->first : NULL;
    if (node->as.table.form || !node->next || node->next->type != NODE_TABLE || !node->next->as.table.form)
        return false;
    while (previous && previous != node && previous->next != node)
        previous = previous->next;
    return previous && previous != node && previous->type == NODE_TABLE && leads_to_table(previous);
}

static void keep_sheet(struct strip *first, struct strip *last, int32_t page)
{
    int32_t height = 0;
    for (struct strip *strip = first; strip; strip = strip->next)
        height += strip->height;
    for (struct strip *strip = first; strip && height < page / 2; strip = strip->next)
        strip->keep = true;
    if (last)
        last->keep = true; /* no signature stands on a page of its own */
}

void table_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list)
{
    int part = node->as.table.form && node->as.table.rows > 6 ? form_part(state, node, x, width) : 100;
    struct table_flow *table = start_table(state, node, x, width, part);
    if (!table->first_row)
        return;
    column_widths(state, table);
    list->after = list->after > 2 * MILLIMETER ? list->after : 2 * MILLIMETER;
    struct strip *above = list->last;
    set_rows(state, table, list);
    if (is_middle_of_sheet(node))
        keep_sheet(above ? above->next : list->first, list->last, layout_text_height(state));
    if (leads_to_table(node) && list->last)
        list->last->keep = true;
    list->after = 4 * MILLIMETER;
}
