/* Which characters of which fonts a document uses, and the two-byte codes its pages call them by.
 *
 * A code is the character itself: pages can go into another file as they are, and text comes out of a file as it was in
 * the source. What two bytes cannot say, the plane of the character and its variation selector, makes a font of its own
 * in the file. */
#ifndef TEKIGO_PDF_GLYPH_USE_H
#define TEKIGO_PDF_GLYPH_USE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/fonts.h"

/* A font as files have it. */
struct font_part {
    int font;
    uint32_t selector; /* 0: none */
    unsigned plane;
};

struct used_glyph {
    uint32_t character;
    uint16_t code, glyph;
    int advance; /* 1/1000 em */
};

struct used_font {
    struct font_part part;
    struct used_glyph *glyphs; /* in rising order of code */
    size_t count;
};

struct glyph_use;

/* Lives in the arena. */
struct glyph_use *glyph_use_new(struct fonts *fonts, struct arena *arena);

/* The glyph of a character in a font, without noting it; its id is 0 when the font has none. */
struct font_glyph glyph_use_find(const struct glyph_use *use, int font, uint32_t character, uint32_t selector);

/* Notes that the character is used; its code in its part of the font is its lower 16 bits. */
void glyph_use_note(struct glyph_use *use, struct font_part part, uint16_t code);

/* The part of the font that a character belongs to. */
struct font_part glyph_use_part(int font, uint32_t character, uint32_t selector);

/* Writes the name that pages call a part of a font by. */
void glyph_use_add_name(struct buffer *text, struct font_part part);

/* Notes all that another document uses. */
void glyph_use_merge(struct glyph_use *use, const struct glyph_use *other);

/* The parts of fonts in use, in rising order of font, plane and selector; `count` is their number. */
const struct used_font *glyph_use_fonts(struct glyph_use *use, size_t *count);

/* Is this a variation selector? */
bool is_variation_selector(uint32_t character);

#endif
