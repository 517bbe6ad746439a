/* Simple fonts, of which drawings are made: codes are bytes, and an encoding says which glyphs they are. Judged are the
 * kinds that drawings have, TrueType and CFF outlines in the encoding of Windows or Macintosh; others are refused. */
#include <string.h>

#include "font.h"

enum { FLAG_SYMBOLIC = 4, FLAG_NONSYMBOLIC = 32 };

/* Names of glyphs by code; NULL when the encoding is none that is judged. */
static const char *const *names_of(struct conform *conform, const struct font *font)
{
    pdf_obj *encoding = get(conform, font->dictionary, "Encoding");
    return name_is(conform, encoding, "WinAnsiEncoding")    ? fz_glyph_name_from_win_ansi
           : name_is(conform, encoding, "MacRomanEncoding") ? fz_glyph_name_from_mac_roman
                                                            : NULL;
}

/* What the encoding rests on in the font program. */
static void check_encoding(struct conform *conform, const struct font *font)
{
    int flags = integer_of(conform, font->descriptor, "Flags", 0) & (FLAG_SYMBOLIC | FLAG_NONSYMBOLIC);
    if (flags != FLAG_SYMBOLIC && flags != FLAG_NONSYMBOLIC)
        complain_font(conform, font, CHECK_FONT_ENCODING, "neither symbolic nor nonsymbolic, or both");
    if (!names_of(conform, font))
        complain_font(conform, font, CHECK_FONT_ENCODING, "not in the encoding of Windows or Macintosh");
    if (!font->outlines)
        return;
    if (flags == FLAG_SYMBOLIC)
        complain_font(conform, font, CHECK_FONT_ENCODING, "a symbolic TrueType font with an encoding");
    if (font->program && !font_program_has_unicode(font->program))
        complain_font(conform, font, CHECK_FONT_ENCODING, "the font program knows no Unicode");
}

static void load_widths(struct conform *conform, struct font *font)
{
    fz_context *context = conform->context;
    pdf_obj *list = get(conform, font->dictionary, "Widths");
    int first = integer_of(conform, font->dictionary, "FirstChar", -1);
    int last = integer_of(conform, font->dictionary, "LastChar", -1);
    for (int code = 0; code < SIMPLE_CODES; code++)
        font->widths[code] = pdf_to_real(context, get(conform, font->descriptor, "MissingWidth"));
    if (first < 0 || last < first || last >= SIMPLE_CODES || pdf_array_len(context, list) != last - first + 1) {
        complain_font(conform, font, CHECK_FONT_WIDTH, "not one width for every code from the first to the last");
        return;
    }
    for (int code = first; code <= last; code++)
        font->widths[code] = pdf_array_get_real(context, list, code - first);
}

/* The glyph of a name: by its character in TrueType, by the name itself in CFF. */
static int glyph_of_name(const struct font *font, const char *name)
{
    return font->outlines ? font_program_glyph_of_character(font->program, fz_unicode_from_glyph_name_strict(name))
                          : font_program_glyph_of_name(font->program, name);
}

void check_simple_font(struct conform *conform, struct font *font)
{
    const char *const *names = names_of(conform, font);
    check_encoding(conform, font);
    load_widths(conform, font);
    if (has(conform, font->descriptor, "CharSet"))
        complain_font(conform, font, CHECK_FONT_CID_SET, "a list of glyphs, which is not judged");
    for (int code = 0; code < SIMPLE_CODES && names && font->program; code++)
        font->glyphs[code] = names[code] ? glyph_of_name(font, names[code]) : 0;
}
