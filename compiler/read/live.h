/* `{{ expression }}` in Markdown. Its Lua may hold any character that means something to Markdown, so that every one is
 * put out of sight before parsing: a stand-in of the same number of bytes takes its place, and positions stay true. */
#ifndef TEKIGO_READ_LIVE_H
#define TEKIGO_READ_LIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct live {
    size_t offset, length;  /* in the text, braces included */
    const char *expression; /* without braces and white space around it */
};

struct live_text {
    const char *original; /* not copied */
    const char *text;     /* with the stand-ins; the same length */
    size_t length;
    const struct live *list;
    size_t count;
};

/* An expression ends on its line, at the first `}}` that does not belong to its own braces and strings. What is not
 * closed stays as it is. `\{{` stands for the two braces. */
struct live_text live_protect(const char *text, size_t length, struct arena *arena);

/* Does a stand-in start at `text`? Gives the bytes it takes, else 0. `live` is its expression, NULL when it stands for
 * two braces. */
size_t live_find(const struct live_text *live_text, const char *text, size_t length, const struct live **live);

/* The text with the source in place of every stand-in: in code and in addresses nothing is live. `found` tells if
 * there was one (may be NULL). */
const char *live_restore(const struct live_text *live_text, const char *text, struct arena *arena, bool *found);

#endif
