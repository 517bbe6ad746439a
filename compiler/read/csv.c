#include <string.h>

#include "base/map.h"
#include "base/utf8.h"
#include "read/read.h"

struct column {
    const char *name;
    struct source source;
    bool reported; /* unnamed, with a value below it */
};

struct reader {
    const char *at, *end;
    struct source place; /* of `at` */
    struct arena *arena;
    struct diag *diag;
    struct column *columns;
    size_t column_count, capacity;
    bool failed; /* an unclosed quote: nothing after it can be told apart */
};

struct cell {
    const char *text;
    struct source source;
    bool last; /* of its row */
};

static void advance(struct reader *reader)
{
    if (*reader->at == '\n') {
        reader->place.line++;
        reader->place.column = 0;
    }
    reader->at++;
    if (reader->at < reader->end ? (*reader->at & 0xC0) != 0x80 : true)
        reader->place.column++;
}

/* The inside of a quoted cell, doubled quotes made single. `at` stands on the opening quote. */
static const char *read_quoted(struct reader *reader)
{
    struct source opening = reader->place;
    const char *start = reader->at + 1, *stop = start;
    while ((stop = memchr(stop, '"', (size_t)(reader->end - stop))) != NULL && stop + 1 < reader->end && stop[1] == '"')
        stop += 2;
    if (!stop) {
        diag_report(reader->diag, MESSAGE_CSV_UNCLOSED_QUOTE, opening, NULL);
        reader->failed = true;
        reader->at = reader->end;
        return "";
    }
    char *text = arena_alloc(reader->arena, (size_t)(stop - start) + 1), *out = text;
    advance(reader);
    while (reader->at < stop) {
        *out++ = *reader->at;
        if (*reader->at == '"')
            advance(reader);
        advance(reader);
    }
    advance(reader);
    if (reader->at < reader->end && *reader->at != ',' && *reader->at != '\n') {
        diag_report(reader->diag, MESSAGE_CSV_AFTER_QUOTE, reader->place, NULL);
        while (reader->at < reader->end && *reader->at != ',' && *reader->at != '\n')
            advance(reader);
    }
    return text;
}

static const char *read_plain(struct reader *reader)
{
    const char *start = reader->at;
    while (reader->at < reader->end && *reader->at != ',' && *reader->at != '\n')
        advance(reader);
    const char *stop = reader->at;
    while (stop > start && (stop[-1] == ' ' || stop[-1] == '\t'))
        stop--;
    while (start < stop && (*start == ' ' || *start == '\t'))
        start++;
    return arena_strndup(reader->arena, start, (size_t)(stop - start));
}

/* Reads a cell and the comma or line end after it. */
static struct cell read_cell(struct reader *reader)
{
    struct cell cell = {.source = reader->place};
    cell.text = reader->at < reader->end && *reader->at == '"' ? read_quoted(reader) : read_plain(reader);
    cell.last = reader->at >= reader->end || *reader->at == '\n';
    if (reader->at < reader->end)
        advance(reader);
    return cell;
}

static void add_column(struct reader *reader, const struct cell *cell)
{
    if (reader->column_count == reader->capacity) {
        size_t capacity = reader->capacity ? reader->capacity * 2 : 16;
        struct column *columns = arena_alloc(reader->arena, capacity * sizeof *columns);
        if (reader->column_count)
            memcpy(columns, reader->columns, reader->column_count * sizeof *columns);
        reader->columns = columns;
        reader->capacity = capacity;
    }
    reader->columns[reader->column_count++] = (struct column){.name = cell->text, .source = cell->source};
}

/* Reads the names of the columns; false when the rows below cannot be read by them. */
static bool read_header(struct reader *reader)
{
    struct cell cell;
    bool named = false;
    struct map *seen = map_new(reader->arena);
    while (reader->at < reader->end && *reader->at == '\n')
        advance(reader);
    struct source start = reader->place;
    do {
        cell = read_cell(reader);
        add_column(reader, &cell);
        named = named || *cell.text;
    } while (!cell.last);
    if (!named) {
        diag_report(reader->diag, MESSAGE_CSV_EMPTY, start, NULL);
        return false;
    }
    for (size_t i = 0; i < reader->column_count; i++) {
        struct column *column = &reader->columns[i];
        const struct column *first = map_get(seen, column->name);
        if (first && *column->name)
            diag_report_both(reader->diag, MESSAGE_CSV_DUPLICATE_COLUMN, column->source, first->source, column->name,
                             NULL);
        else
            map_set(seen, column->name, column);
    }
    const char *only = reader->columns[0].name;
    if (reader->column_count == 1 && (strchr(only, ';') || strchr(only, '\t'))) {
        const char *separator = strchr(only, ';') ? diag_words(reader->arena, "セミコロン", "semicolons")
                                                  : diag_words(reader->arena, "タブ", "tabs");
        diag_report(reader->diag, MESSAGE_CSV_SEPARATOR, start, separator, NULL);
        return false;
    }
    return !reader->failed;
}

static void append(struct value *parent, struct value *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

static void add_entry(struct reader *reader, struct value *row, size_t index, const struct cell *cell)
{
    struct column *column = &reader->columns[index];
    if (!*column->name) {
        if (!column->reported)
            diag_report(reader->diag, MESSAGE_CSV_UNNAMED_COLUMN, cell->source,
                        arena_printf(reader->arena, "%zu", index + 1), NULL);
        column->reported = true;
        return;
    }
    struct value *entry = arena_alloc(reader->arena, sizeof *entry);
    entry->kind = VALUE_TEXT;
    entry->source = cell->source;
    entry->key = column->name;
    entry->key_source = column->source;
    entry->text = cell->text;
    append(row, entry);
}

static void report_cells(struct reader *reader, enum message message, struct source source, size_t count)
{
    diag_report(reader->diag, message, source, arena_printf(reader->arena, "%zu", reader->column_count),
                arena_printf(reader->arena, "%zu", count), NULL);
}

/* A row of the table; rows without any value, and those whose cells do not fit the columns, are left out. */
static void read_row(struct reader *reader, struct value *list)
{
    struct value *row = arena_alloc(reader->arena, sizeof *row);
    struct source extra = {0};
    struct cell cell;
    size_t count = 0;
    row->kind = VALUE_MAP;
    row->source = reader->place;
    do {
        cell = read_cell(reader);
        if (*cell.text && count < reader->column_count)
            add_entry(reader, row, count, &cell);
        else if (*cell.text && !extra.file)
            extra = cell.source;
        count++;
    } while (!cell.last);
    if (extra.file)
        report_cells(reader, MESSAGE_CSV_EXTRA_CELLS, extra, count);
    else if (row->count > 0 && count < reader->column_count && !reader->failed)
        report_cells(reader, MESSAGE_CSV_MISSING_CELLS, row->source, count);
    else if (row->count > 0 && !reader->failed)
        append(list, row);
}

struct value *csv_read(const char *path, const char *text, size_t length, struct arena *arena, struct diag *diag)
{
    struct reader reader = {.at = text, .end = text + length, .place = {path, 1, 1}, .arena = arena, .diag = diag};
    struct value *list = arena_alloc(arena, sizeof *list);
    list->kind = VALUE_LIST;
    list->source = reader.place;
    if (!read_header(&reader))
        return NULL;
    while (reader.at < reader.end && !reader.failed)
        read_row(&reader, list);
    return list;
}
