/* Fuzz target: offsets to lines and columns (read/places.c), against counting from the start. */
#include <string.h>

#include "base/utf8.h"
#include "lib/fuzz.h"
#include "read/places.h"

enum { LENGTH_MAX = 2000 /* counting from the start is quadratic */ };

static struct source count_place(const struct fuzz *fuzz, size_t offset)
{
    struct source place = {fuzz->path, 3, 1};
    size_t start = 0;
    for (size_t at = 0; at < offset; at++)
        if (fuzz->text[at] == '\n') {
            place.line++;
            start = at + 1;
        }
    place.column = (int)utf8_count(fuzz->text + start, offset - start) + 1;
    return place;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct places places = places_new(fuzz->path, fuzz->text, fuzz->length, 3, fuzz->arena);
    for (size_t i = 0; i <= fuzz->length && fuzz->length <= LENGTH_MAX; i++) {
        size_t offset = i % 3 == 2 ? fuzz->length - i : i; /* mostly forwards, as readers ask */
        if (offset < fuzz->length && ((unsigned char)fuzz->text[offset] & 0xC0) == 0x80)
            continue; /* within a character */
        struct source place = places_at(&places, offset), counted = count_place(fuzz, offset);
        must(place.line == counted.line && place.column == counted.column);
        buffer_printf(dump, "%d:%d ", place.line, place.column);
    }
    for (int line = 1; line <= places.line_count; line++) {
        size_t length;
        const char *start = places_line(&places, line, &length);
        must(start >= fuzz->text && start + length <= fuzz->text + fuzz->length && !memchr(start, '\n', length));
    }
    for (int column = -1; column < 12; column++) {
        struct source place = places_find(&places, 1, column);
        must(place.line == 3 && place.column >= 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
