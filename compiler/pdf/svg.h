/* SVG drawings by librsvg: as lines and words, or as samples. The library, and the one that reads what it draws, are
 * loaded when the first drawing comes, so that the program starts without them and works without them. */
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

/* Could the libraries be loaded? To be asked before anything is drawn; the first time it takes from the process what
 * the surroundings say of languages. */
bool svg_available(struct svg *svg);

/* After that: why not, in the words of the system, when they are there; NULL when they are missing. */
const char *svg_trouble(const struct svg *svg);

/* The drawing as a form that lives in the arena; with it the size of the image is filled in. False when the file is
 * damaged or a form would be too large: then it is to be decoded. */
bool svg_form(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena);

/* Draws the whole of it on white at 300 dots an inch (less when that were too large) and fills in all but the path.
 * The samples live in the arena. A damaged file gives false and the library's words. */
bool svg_decode(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                const char **trouble);

#endif
