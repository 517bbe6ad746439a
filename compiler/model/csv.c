/* Rows of cells as maps in the shape of the fields: the heading says where a cell belongs. */
#include "model/internal.h"

#include <string.h>

enum { PATH_MAX_DEPTH = 4 };

/* One column: the names on the way to its field, `first` and `threat`. */
struct column {
    const char *heading;
    const char *path[PATH_MAX_DEPTH];
    size_t depth; /* 0: belongs nowhere */
};

struct columns {
    struct column *items;
    size_t count, capacity;
    size_t next; /* where the search starts: rows keep to the order of the headings */
};

/* What follows `name` and a dot in `heading`; NULL when it does not start so. */
static const char *after_name(const char *heading, const char *name)
{
    size_t length = strlen(name);
    return length && strncmp(heading, name, length) == 0 && heading[length] == '.' ? heading + length + 1 : NULL;
}

static const char *after_field(const char *heading, const struct field *field)
{
    const char *rest = after_name(heading, field->name);
    for (int language = 0; !rest && language < LANGUAGE_COUNT; language++)
        rest = after_name(heading, field->title.text[language]);
    return rest;
}

static bool is_named(const struct field *field, const char *heading)
{
    return strcmp(field->name, heading) == 0 || strcmp(field->title.text[LANGUAGE_JA], heading) == 0 ||
           strcmp(field->title.text[LANGUAGE_EN], heading) == 0;
}

/* Finds the field of a heading; false when there is none or it cannot stand in a cell. */
static bool find_path(struct column *column, const char *heading, const struct field *fields, size_t count)
{
    if (column->depth == PATH_MAX_DEPTH)
        return false;
    for (int titles = 0; titles < 2; titles++)
        for (size_t i = 0; i < count; i++)
            if (titles ? is_named(&fields[i], heading) : strcmp(fields[i].name, heading) == 0) {
                column->path[column->depth++] = fields[i].name;
                return true;
            }
    for (size_t i = 0; i < count; i++) {
        const char *rest = after_field(heading, &fields[i]);
        if (!rest)
            continue;
        column->path[column->depth++] = fields[i].name;
        bool language = fields[i].type == FIELD_TEXT && (strcmp(rest, "ja") == 0 || strcmp(rest, "en") == 0);
        if (language && column->depth < PATH_MAX_DEPTH) {
            column->path[column->depth++] = rest;
            return true;
        }
        if (fields[i].type == FIELD_MAP && find_path(column, rest, fields[i].fields, fields[i].field_count))
            return true;
        column->depth--;
    }
    return false;
}

static bool same_path(const struct column *a, const struct column *b)
{
    if (a->depth != b->depth || !a->depth)
        return false;
    for (size_t i = 0; i < a->depth; i++)
        if (strcmp(a->path[i], b->path[i]) != 0)
            return false;
    return true;
}

static void report_column(struct loader *loader, const struct kind *kind, const struct value *cell)
{
    struct names names = {0}, all = {0};
    for (size_t i = 0; i < kind->field_count; i++) {
        names_add(loader->arena, &names, kind->fields[i].name);
        names_add(loader->arena, &all, kind->fields[i].name);
        names_add(loader->arena, &all, kind->fields[i].title.text[LANGUAGE_JA]);
        names_add(loader->arena, &all, kind->fields[i].title.text[LANGUAGE_EN]);
    }
    diag_report(loader->diag, MESSAGE_COLUMN_UNKNOWN, cell->key_source,
                diag_words(loader->arena, kind->title.text[LANGUAGE_JA], kind->title.text[LANGUAGE_EN]), cell->key,
                names_suggest(loader->arena, &all, cell->key), names_join(loader->arena, &names), NULL);
}

/* The column of a cell, made and checked when its heading appears for the first time. */
static const struct column *find_column(struct loader *loader, struct columns *columns, const struct kind *kind,
                                        const struct value *cell)
{
    for (size_t i = 0; i < columns->count; i++) {
        size_t place = columns->next + i;
        if (place >= columns->count)
            place -= columns->count;
        if (strcmp(columns->items[place].heading, cell->key) == 0) {
            columns->next = place + 1;
            return &columns->items[place];
        }
    }
    columns->items = grow(loader->arena, columns->items, columns->count, &columns->capacity, sizeof *columns->items);
    struct column *column = &columns->items[columns->count];
    *column = (struct column){.heading = cell->key};
    if (!find_path(column, cell->key, kind->fields, kind->field_count))
        report_column(loader, kind, cell);
    for (size_t i = 0; i < columns->count; i++)
        if (same_path(&columns->items[i], column)) {
            diag_report(loader->diag, MESSAGE_COLUMN_TWICE, cell->key_source, columns->items[i].heading, cell->key,
                        NULL);
            column->depth = 0;
        }
    columns->next = ++columns->count;
    return column;
}

static struct value *find_entry(const struct value *map, const char *key)
{
    return (struct value *)(void *)value_get(map, key);
}

/* Turns a value into a map, of languages when it was a text: the columns `name` and `name.en` stand side by side. */
static void make_map(struct loader *loader, struct value *value, bool keep_text)
{
    struct value *text = value_copy(loader->arena, value);
    value->kind = VALUE_MAP;
    value->first = value->last = NULL;
    value->count = 0;
    text->key = "ja";
    if (keep_text)
        value_append(value, text);
}

static void add_cell(struct loader *loader, struct value *row, const struct column *column, const struct value *cell)
{
    struct value *map = row;
    for (size_t i = 0; i + 1 < column->depth; i++) {
        struct value *inner = find_entry(map, column->path[i]);
        if (!inner) {
            inner = value_copy(loader->arena, cell);
            inner->key = column->path[i];
            make_map(loader, inner, false);
            value_append(map, inner);
        } else if (inner->kind != VALUE_MAP) {
            make_map(loader, inner, true);
        }
        map = inner;
    }
    struct value *entry = value_copy(loader->arena, cell), *there = find_entry(map, column->path[column->depth - 1]);
    if (there && there->kind != VALUE_MAP)
        return; /* a column that stands twice: reported */
    entry->key = there ? "ja" : column->path[column->depth - 1];
    value_append(there ? there : map, entry);
}

/* Required fields that no row has are reported once, not for every row. */
static void report_absent(struct loader *loader, const struct columns *columns, const struct kind *kind,
                          const struct value *rows)
{
    bool *absent = arena_alloc(loader->arena, kind->field_count + 1);
    for (size_t i = 0; i < kind->field_count && rows->count; i++) {
        const struct field *field = &kind->fields[i];
        bool found = !field->required || field->from_catalog;
        for (size_t j = 0; j < columns->count && !found; j++)
            found = columns->items[j].depth && strcmp(columns->items[j].path[0], field->name) == 0;
        absent[i] = !found;
        if (absent[i])
            diag_report(loader->diag, MESSAGE_COLUMN_MISSING, rows->source,
                        diag_words(loader->arena, kind->title.text[LANGUAGE_JA], kind->title.text[LANGUAGE_EN]),
                        field_words(loader->arena, field), field->name, NULL);
    }
    loader->absent = absent;
}

struct value *csv_shape(struct loader *loader, const struct kind *kind, const struct value *rows)
{
    struct columns columns = {0};
    struct value *list = value_copy(loader->arena, rows);
    list->first = list->last = NULL;
    list->count = 0;
    for (const struct value *row = rows->first; row; row = row->next) {
        struct value *map = value_copy(loader->arena, row);
        map->first = map->last = NULL;
        map->count = 0;
        columns.next = 0;
        for (const struct value *cell = row->first; cell; cell = cell->next) {
            const struct column *column = find_column(loader, &columns, kind, cell);
            if (column->depth)
                add_cell(loader, map, column, cell);
        }
        value_append(list, map);
    }
    report_absent(loader, &columns, kind, rows);
    return list;
}
