/* Which glyphs of which fonts one document uses, and the two-byte codes its pages call them by.
 *
 * A code stands for a glyph and the characters it is drawn for, so that text can be taken out of the file as it was in
 * the source. Codes are given in the order of first use; those that would need an escape in a string are never given.
 */
#ifndef TEKIGO_PDF_GLYPH_USE_H
#define TEKIGO_PDF_GLYPH_USE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "pdf/fonts.h"

struct used_glyph {
    uint32_t character, selector; /* selector 0: none */
    uint16_t glyph, code;
    int advance; /* 1/1000 em */
};

struct used_font {
    struct used_glyph *glyphs; /* in rising order of code */
    size_t count;
};

struct glyph_use;

/* Lives in the arena. */
struct glyph_use *glyph_use_new(struct fonts *fonts, struct arena *arena);

/* The entry of a character in a font; the glyph is 0, an empty box, when the font has none or all codes are given. */
const struct used_glyph *glyph_use_add(struct glyph_use *use, int font, uint32_t character, uint32_t selector);

/* What was used of a font. */
const struct used_font *glyph_use_font(const struct glyph_use *use, int font);

/* Is this a variation selector? */
bool is_variation_selector(uint32_t character);

#endif
