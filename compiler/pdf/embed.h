/* Fonts, as far as documents use them, as objects of a file. */
#ifndef TEKIGO_PDF_EMBED_H
#define TEKIGO_PDF_EMBED_H

#include <stdbool.h>

#include "base/arena.h"
#include "pdf/file.h"
#include "pdf/glyph_use.h"

/* Writes the subset of a font that is used, with all that belongs to it. Its number, 0 when that failed
 * because of the font (or of the file, which knows). Texts live in the arena. */
int embed_font(struct pdf_file *file, struct fonts *fonts, const struct used_font *used, struct arena *arena);

#endif
