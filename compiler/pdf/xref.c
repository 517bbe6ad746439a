#include "pdf/xref.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "pdf/syntax.h"

#define ROW 7              /* type, place, index */
#define STREAM_LIMIT 60000 /* readers unpack a stream as a whole */

void xref_set(struct xref *xref, int number, struct xref_entry entry)
{
    size_t place = (size_t)number;
    if (place >= xref->capacity) {
        size_t capacity = xref->capacity ? xref->capacity : 256;
        while (capacity <= place)
            capacity *= 2;
        xref->entries = realloc(xref->entries, capacity * sizeof *xref->entries);
        if (!xref->entries)
            arena_out_of_memory();
        memset(xref->entries + xref->capacity, 0, (capacity - xref->capacity) * sizeof *xref->entries);
        xref->capacity = capacity;
    }
    if (place >= xref->count)
        xref->count = place + 1;
    xref->entries[place] = entry;
}

bool xref_has(const struct xref *xref, int number)
{
    return (size_t)number < xref->count && (xref->entries[number].place || xref->entries[number].packed);
}

void xref_free(struct xref *xref)
{
    free(xref->entries);
    *xref = (struct xref){0};
}

void xref_add_table(const struct xref *xref, struct buffer *bytes)
{
    buffer_printf(bytes, "xref\n0 %zu\n0000000000 65535 f \n", xref->count);
    for (size_t i = 1; i < xref->count; i++)
        buffer_printf(bytes, "%010u 00000 n \n", xref->entries[i].place);
}

static void fill_row(const struct xref *xref, size_t number, unsigned char row[ROW])
{
    const struct xref_entry *entry = &xref->entries[number];
    bool none = number == 0;
    row[0] = none ? 0 : entry->packed ? 2 : 1;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (unsigned char)(entry->place >> (24 - 8 * i));
    row[5] = none ? 0xFF : (unsigned char)(entry->index >> 8);
    row[6] = none ? 0xFF : (unsigned char)entry->index;
}

void xref_add_rows(const struct xref *xref, struct buffer *bytes)
{
    unsigned char above[ROW] = {0};
    for (size_t i = 0; i < xref->count; i++) {
        unsigned char row[ROW], change[1 + ROW] = {2}; /* 2: differences from above */
        fill_row(xref, i, row);
        for (int j = 0; j < ROW; j++)
            change[1 + j] = (unsigned char)(row[j] - above[j]);
        memcpy(above, row, sizeof row);
        buffer_add(bytes, change, sizeof change);
    }
}

bool object_stream_full(const struct object_stream *stream)
{
    return stream->body.length > STREAM_LIMIT;
}

int object_stream_next(struct object_stream *stream, int number)
{
    if (stream->count > 0)
        buffer_add_char(&stream->body, '\n');
    syntax_add_decimal(&stream->head, number, 0);
    buffer_add_char(&stream->head, ' ');
    syntax_add_decimal(&stream->head, (int64_t)stream->body.length, 0);
    buffer_add_char(&stream->head, ' ');
    return stream->count++;
}

void object_stream_close(struct object_stream *stream)
{
    buffer_clear(&stream->whole);
    buffer_add(&stream->whole, stream->head.data, stream->head.length);
    buffer_add(&stream->whole, stream->body.data, stream->body.length);
}

void object_stream_clear(struct object_stream *stream)
{
    buffer_clear(&stream->head);
    buffer_clear(&stream->body);
    stream->count = 0;
}

void object_stream_free(struct object_stream *stream)
{
    buffer_free(&stream->head);
    buffer_free(&stream->body);
    buffer_free(&stream->whole);
}
