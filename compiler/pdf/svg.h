/* SVG drawings as samples, by librsvg. The library is loaded when the first drawing comes, so that the program starts
 * without it and works without it. */
#ifndef TEKIGO_PDF_SVG_H
#define TEKIGO_PDF_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "doc/theme.h"
#include "pdf/image.h"

struct svg;

/* Words in drawings are set in the fonts of the theme that the system has, and in no others: the same picture
 * everywhere. Freed by svg_close(). Thread-safe. */
struct svg *svg_open(const struct theme *theme);
void svg_close(struct svg *svg);

/* Could the library be loaded? */
bool svg_available(struct svg *svg);

/* Draws the whole of it on white at 300 dots an inch (less when that were too large) and fills in all but the path.
 * The samples live in the arena. A damaged file gives false and the library's words. */
bool svg_decode(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                const char **trouble);

#endif
