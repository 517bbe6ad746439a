/* A drawing written anew: what svg_list.h allows and nothing else, in one fixed form. */
#ifndef TEKIGO_IMAGE_SVG_H
#define TEKIGO_IMAGE_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "image/size.h"

/* Reads the drawing in the file `path`, appends the clean form to `out` and gives its size. What was left out is
 * reported once, at the first place. False when the drawing cannot be written anew: no well-formed SVG, declarations of
 * entities, beyond a limit (reported at its line); `out` is then of no use. The clean form of a clean form is the same
 * bytes. */
bool svg_clean(const char *path, const char *text, size_t length, struct buffer *out, struct picture_size *size,
               struct arena *arena, struct diag *diag);

#endif
