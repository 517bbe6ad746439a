/* From offsets and byte columns of a text to lines and columns counted in characters. Places asked for in the order of
 * the text cost nothing but the way between them. */
#ifndef TEKIGO_READ_PLACES_H
#define TEKIGO_READ_PLACES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/source.h"

struct places {
    const char *path, *text;
    size_t length;
    int first_line; /* of the text in its file */
    size_t *starts; /* offset of each line */
    int line_count;
    size_t offset; /* the latest place: its offset, line from 0 and column from 1 */
    int line, column;
};

struct places places_new(const char *path, const char *text, size_t length, int first_line, struct arena *arena);

/* The place of an offset. */
struct source places_at(struct places *places, size_t offset);

/* The place of a byte column (from 1) of a line (from 1) of the text; held inside the line. */
struct source places_find(struct places *places, int line, int byte_column);

/* A line (from 1) of the text and its length without the line end. */
const char *places_line(const struct places *places, int line, size_t *length);

#endif
