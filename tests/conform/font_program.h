/* The font program embedded in a file, read by FreeType. */
#ifndef CONFORM_FONT_PROGRAM_H
#define CONFORM_FONT_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

struct font_program;

/* The bytes must outlive what is given back; NULL when they are no font. Owned by the caller. */
struct font_program *font_program_open(const unsigned char *bytes, size_t length);
void font_program_close(struct font_program *program);

int font_program_glyph_count(const struct font_program *program);

/* Glyph of a CID in a CFF font: by its charset when it is keyed by CID. 0 when there is none. */
int font_program_glyph(const struct font_program *program, int cid);

/* Whether the program maps Unicode characters to glyphs (platform 3, encoding 1). */
bool font_program_has_unicode(const struct font_program *program);

/* Glyphs of simple fonts; 0 when there is none. The first needs font_program_has_unicode(). */
int font_program_glyph_of_character(const struct font_program *program, int character);
int font_program_glyph_of_name(const struct font_program *program, const char *name);

/* Advance in thousandths of the em; -1 when the glyph cannot be read. */
double font_program_advance(const struct font_program *program, int glyph);

/* Whether the glyph has no outline. */
bool font_program_is_blank(const struct font_program *program, int glyph);

#endif
