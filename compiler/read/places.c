#include "read/places.h"

#include <string.h>

struct places places_new(const char *path, const char *text, size_t length, int first_line, struct arena *arena)
{
    struct places places = {.path = path, .text = text, .length = length, .first_line = first_line, .column = 1};
    const char *end = text + length;
    size_t breaks = 0;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        breaks++;
    places.starts = arena_alloc(arena, (breaks + 1) * sizeof *places.starts);
    places.line_count = 1;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        places.starts[places.line_count++] = (size_t)(at - text) + 1;
    return places;
}

/* Moves to an offset of the line, from the latest place when that is before it on the same line. */
static struct source go_to(struct places *places, int line, size_t offset)
{
    if (line != places->line || offset < places->offset) {
        places->line = line;
        places->offset = places->starts[line];
        places->column = 1;
    }
    for (; places->offset < offset; places->offset++)
        places->column += (places->text[places->offset] & 0xC0) != 0x80;
    return (struct source){places->path, places->first_line + line, places->column};
}

struct source places_at(struct places *places, size_t offset)
{
    int low = 0, high = places->line_count;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (places->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return go_to(places, low, offset < places->length ? offset : places->length);
}

const char *places_line(const struct places *places, int line, size_t *length)
{
    int index = line < 1 ? 0 : line > places->line_count ? places->line_count - 1 : line - 1;
    size_t start = places->starts[index];
    size_t end = index + 1 < places->line_count ? places->starts[index + 1] - 1 : places->length;
    *length = end - start;
    return places->text + start;
}

struct source places_find(struct places *places, int line, int byte_column)
{
    int index = line < 1 ? 0 : line > places->line_count ? places->line_count - 1 : line - 1;
    size_t length, offset = byte_column > 1 ? (size_t)byte_column - 1 : 0;
    places_line(places, line, &length);
    return go_to(places, index, places->starts[index] + (offset < length ? offset : length));
}
