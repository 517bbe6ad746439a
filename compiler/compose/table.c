/* Rows of tables. A register has thousands: one call from Lua makes them all, and cells that show a field never enter
 * Lua. */
#include <string.h>

#include "compose/internal.h"

enum tone_mode { TONE_OF_NOTHING, TONE_OF_FIELD, TONE_OF_FUNCTION };

/* How the cells of a column are made; the functions stay on Lua's stack. */
struct column {
    const char *path;            /* field, or NULL: the function makes the cell */
    int function, tone_function; /* places on the stack */
    enum tone_mode tone;
    bool required;
    struct field_options options;
    const struct kind *kind; /* the kind that `place` is of */
    size_t place;            /* of the field in the kind */
};

struct rows {
    struct composer *composer;
    struct column columns[COLUMNS_MAX];
    int column_count;
    int home, group; /* places of options on the stack; 0 when absent */
    bool home_all;
    const char *last_group;
};

static struct node *new_cell(struct composer *composer, struct source source)
{
    return node_new(composer->arena, NODE_CELL, source);
}

static void apply_cell(struct composer *composer, struct node *cell, int index)
{
    lua_State *L = composer->L;
    int span = attribute_integer(L, index, "span"), rows = attribute_integer(L, index, "rows");

    cell->as.cell.column_span = span > 0 ? span : 1;
    cell->as.cell.row_span = rows > 0 ? rows : 1;
    cell->as.cell.header = attribute_boolean(L, index, "header");
    cell->as.cell.vertical = attribute_boolean(L, index, "vertical");
    cell->as.cell.blank_room = attribute_boolean(L, index, "blank");
    cell->as.cell.seal_room = attribute_boolean(L, index, "seal");
    lua_getfield(L, index, "tone");
    cell->as.cell.tone = attribute_tone(L, -1);
    lua_getfield(L, index, "align");
    cell->as.cell.align = attribute_align(L, -1);
    lua_getfield(L, index, "valign");
    cell->as.cell.vertical_align = attribute_vertical_align(L, -1);
    lua_getfield(L, index, "content");
    cell->as.cell.content_set = !lua_isnil(L, -1);
    cell->as.cell.content = attribute_content(L, -1);
    lua_pop(L, 4);
}

/* row(cells, options): cells are values, or tables of inlines with header, span, rows, tone, align, valign, blank,
 * seal, vertical. */
int compose_row(lua_State *L)
{
    struct composer *composer = composer_of(L);
    struct source source = composer_source(composer);
    struct node *row = node_new(composer->arena, NODE_ROW, source);
    lua_Integer count;

    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_istable(L, 2)) {
        row->as.row.header = attribute_boolean(L, 2, "header");
        row->as.row.total = attribute_boolean(L, 2, "total");
    }
    script_reveal(L, 1);
    count = (lua_Integer)lua_rawlen(L, 1);
    for (lua_Integer i = 1; i <= count; i++) {
        struct node *cell = new_cell(composer, source);

        lua_rawgeti(L, 1, i);
        if (lua_istable(L, -1) && !lua_getmetatable(L, -1))
            apply_cell(composer, cell, lua_gettop(L));
        inline_append(composer, cell, -1, source);
        inline_attach(composer, row, cell);
        lua_settop(L, 2);
    }
    composer_append(composer, row);
    return 0;
}

/* Reads the columns at stack place 1; their functions are pushed and stay. */
static void read_columns(struct rows *rows)
{
    struct composer *composer = rows->composer;
    lua_State *L = composer->L;

    script_reveal(L, 1);
    rows->column_count = (int)lua_rawlen(L, 1);
    if (rows->column_count > COLUMNS_MAX)
        script_raise(L, "列が多すぎます（上限は64列）", "too many columns (the limit is 64)");
    luaL_checkstack(L, 2 * COLUMNS_MAX + 32, NULL);
    for (int i = 0; i < rows->column_count; i++) {
        struct column *column = &rows->columns[i];
        int table;

        *column = (struct column){0};
        lua_rawgeti(L, 1, i + 1);
        table = lua_gettop(L);
        column->path = attribute_text(composer, table, "path");
        column->required = attribute_boolean(L, table, "required");
        column->options.form = attribute_text(composer, table, "form");
        column->options.lines = attribute_boolean(L, table, "lines");
        column->options.strong = attribute_boolean(L, table, "strong");
        column->options.limit = attribute_integer(L, table, "limit");
        if (!column->path && lua_getfield(L, table, "call") == LUA_TFUNCTION)
            column->function = lua_gettop(L);
        if (lua_getfield(L, table, "tone") == LUA_TFUNCTION) {
            column->tone = TONE_OF_FUNCTION;
            column->tone_function = lua_gettop(L);
        } else if (lua_toboolean(L, -1)) {
            column->tone = TONE_OF_FIELD;
        }
    }
}

/* The field of a column in this record; its place in the kind is looked up once a kind. */
static const struct field *column_field(struct column *column, const struct record *record, const struct value **value)
{
    if (column->kind == record->kind) {
        *value = record->values[column->place];
        return &record->kind->fields[column->place];
    }
    for (size_t i = 0; i < record->kind->field_count; i++)
        if (strcmp(record->kind->fields[i].name, column->path) == 0) {
            column->kind = record->kind;
            column->place = i;
            *value = record->values[i];
            return &record->kind->fields[i];
        }
    return script_find_field(record, column->path, value);
}

static void append_missing(struct composer *composer, struct node *cell)
{
    struct node *span = node_new(composer->arena, NODE_SPAN, cell->source);

    span->as.span.tone = TONE_HIGH;
    inline_attach(composer, cell, span);
    inline_append_text(composer, span, composer->missing, cell->source);
}

static void append_nothing(struct composer *composer, struct node *cell, bool required)
{
    if (required)
        append_missing(composer, cell);
    else
        inline_append_text(composer, cell, "—", cell->source);
}

static void fill_from_field(struct rows *rows, struct column *column, const struct record *record, struct node *cell)
{
    const struct value *value = NULL;
    const struct field *field = column_field(column, record, &value);

    if (!field) {
        script_raise(
            rows->composer->L,
            lua_pushfstring(rows->composer->L, "%s に「%s」という項目はありません", record->kind->name, column->path),
            lua_pushfstring(rows->composer->L, "%s has no field \"%s\"", record->kind->name, column->path));
        return;
    }
    if (value && value->source.file)
        cell->source = value->source;
    if (!field_append(rows->composer, cell, field, value, &column->options))
        append_nothing(rows->composer, cell, column->required || (field->required && !strchr(column->path, '.')));
    if (column->tone == TONE_OF_FIELD)
        cell->as.cell.tone = field_tone(field, value);
}

/* The row is at stack place `row`. */
static void fill_from_function(struct rows *rows, struct column *column, int row, struct node *cell)
{
    struct composer *composer = rows->composer;
    lua_State *L = composer->L;
    int top = lua_gettop(L);

    lua_pushvalue(L, column->function);
    lua_pushvalue(L, row);
    lua_call(L, 1, 2);
    inline_append(composer, cell, top + 1, cell->source);
    if (!lua_toboolean(L, top + 1))
        append_nothing(composer, cell, column->required);
    if (!lua_isnil(L, top + 2))
        cell->as.cell.tone = attribute_tone(L, top + 2);
    lua_settop(L, top);
}

static void fill_from_table(struct rows *rows, struct column *column, int row, struct node *cell)
{
    lua_State *L = rows->composer->L;

    if (lua_istable(L, row)) {
        lua_getfield(L, row, column->path);
        inline_append(rows->composer, cell, -1, cell->source);
        lua_pop(L, 1);
    }
    if (!cell->first)
        append_nothing(rows->composer, cell, column->required);
}

static void add_cell(struct rows *rows, struct column *column, const struct record *record, int row,
                     struct node *parent)
{
    struct node *cell = new_cell(rows->composer, parent->source);

    if (column->function)
        fill_from_function(rows, column, row, cell);
    else if (!column->path)
        append_nothing(rows->composer, cell, column->required);
    else if (record)
        fill_from_field(rows, column, record, cell);
    else
        fill_from_table(rows, column, row, cell);
    if (column->tone == TONE_OF_FUNCTION) {
        lua_State *L = rows->composer->L;

        lua_pushvalue(L, column->tone_function);
        lua_pushvalue(L, row);
        lua_call(L, 1, 1);
        cell->as.cell.tone = attribute_tone(L, -1);
        lua_pop(L, 1);
    }
    inline_attach(rows->composer, parent, cell);
}

/* A heading across the table where the group changes. */
static void add_group(struct rows *rows, int row, struct source source)
{
    struct composer *composer = rows->composer;
    lua_State *L = composer->L;
    const char *title;

    lua_pushvalue(L, rows->group);
    lua_pushvalue(L, row);
    lua_call(L, 1, 1);
    title = script_text(L, -1, composer->language);
    if (title && (!rows->last_group || strcmp(title, rows->last_group) != 0)) {
        struct node *heading = node_new(composer->arena, NODE_ROW, source), *cell = new_cell(composer, source);

        rows->last_group = arena_strdup(composer->arena, title);
        heading->as.row.group = true;
        cell->as.cell.column_span = rows->column_count;
        cell->as.cell.header = true;
        cell->as.cell.align = ALIGN_LEFT;
        inline_append_text(composer, cell, rows->last_group, source);
        inline_attach(composer, heading, cell);
        composer_append(composer, heading);
    }
    lua_pop(L, 1);
}

/* The record that a row of the table is the home of: the row itself, or what the function says. */
static const struct record *home_of(struct rows *rows, const struct record *record, int row)
{
    lua_State *L = rows->composer->L;

    if (rows->home_all || !rows->home)
        return rows->home_all ? record : NULL;
    lua_pushvalue(L, rows->home);
    lua_pushvalue(L, row);
    lua_call(L, 1, 1);
    record = script_to_record(L, -1);
    lua_pop(L, 1);
    return record;
}

static void add_row(struct rows *rows, int row)
{
    struct composer *composer = rows->composer;
    const struct record *record = script_to_record(composer->L, row), *home;
    struct source outer = composer->row, source = record ? record->source : composer_source(composer);
    struct node *node;

    if (rows->group)
        add_group(rows, row, source);
    node = node_new(composer->arena, NODE_ROW, source);
    composer->row = source;
    home = home_of(rows, record, row);
    if (home) {
        node->id = field_anchor(composer, home);
        node->as.row.home = true;
    }
    for (int i = 0; i < rows->column_count; i++)
        add_cell(rows, &rows->columns[i], record, row, node);
    composer->row = outer;
    composer_append(composer, node);
}

/* rows(columns, rows, options): see lua/lib/document/table.lua. */
int compose_rows(lua_State *L)
{
    struct rows rows = {.composer = composer_of(L)};
    lua_Integer count;

    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 2, LUA_TTABLE);
    luaL_checktype(L, 3, LUA_TTABLE);
    lua_settop(L, 3);
    if (lua_getfield(L, 3, "group") == LUA_TFUNCTION)
        rows.group = lua_gettop(L);
    if (lua_getfield(L, 3, "home") == LUA_TFUNCTION)
        rows.home = lua_gettop(L);
    rows.home_all = lua_isboolean(L, -1) && lua_toboolean(L, -1);
    read_columns(&rows);
    count = luaL_len(L, 2);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, 2, i);
        add_row(&rows, lua_gettop(L));
        lua_pop(L, 1);
    }
    return 0;
}
