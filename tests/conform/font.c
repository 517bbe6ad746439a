/* Fonts: what their dictionaries say, and for every code that a page shows its glyph, width and characters. */
#include <math.h>
#include <string.h>

#include "content.h"
#include "font.h"

#define WIDTH_TOLERANCE 1.0

enum { USED_SHOWN = 1, USED_WITHOUT_WORDS = 2 };

void complain_font(struct conform *conform, const struct font *font, enum check check, const char *what)
{
    fault(conform, check, font->page, font->object, "%s: %s",
          pdf_to_name(conform->context, get(conform, font->dictionary, "BaseFont")), what);
}

/* Bytes of a stream, in the pool. */
static const unsigned char *stream_bytes(struct conform *conform, pdf_obj *stream, size_t *length)
{
    fz_buffer *buffer = pdf_load_stream(conform->context, stream);
    unsigned char *bytes, *copy;
    *length = fz_buffer_storage(conform->context, buffer, &bytes);
    copy = pool_alloc(conform, *length + 1);
    memcpy(copy, bytes, *length);
    fz_drop_buffer(conform->context, buffer);
    return copy;
}

/* — codes — */

static void load_encoding(struct conform *conform, struct font *font)
{
    pdf_obj *encoding = get(conform, font->dictionary, "Encoding");
    bool identity = name_is(conform, encoding, "Identity-H") || name_is(conform, encoding, "Identity-V");
    if (identity)
        font->encoding = pdf_new_identity_cmap(conform->context, name_is(conform, encoding, "Identity-V"), 2);
    else if (pdf_is_stream(conform->context, encoding))
        font->encoding = pdf_load_embedded_cmap(conform->context, conform->document, encoding);
    else
        complain_font(conform, font, CHECK_FONT_CMAP, "the CMap is not in the file");
}

int font_index(struct conform *conform, pdf_obj *object, int page)
{
    fz_context *context = conform->context;
    int number = pdf_to_num(context, object);
    for (int i = 0; i < conform->font_count; i++)
        if (conform->fonts[i].object == number)
            return conform->fonts[i].judged ? i + 1 : 0;
    conform->fonts =
        grow(conform, conform->fonts, conform->font_count, &conform->font_capacity, sizeof *conform->fonts);
    struct font *font = &conform->fonts[conform->font_count++];
    *font = (struct font){.dictionary = object, .object = number, .page = page};
    bool composite = entry_is(conform, object, "Subtype", "Type0");
    font->outlines = entry_is(conform, object, "Subtype", "TrueType");
    font->simple = font->outlines || entry_is(conform, object, "Subtype", "Type1");
    font->descendant = composite ? pdf_array_get(context, get(conform, object, "DescendantFonts"), 0) : object;
    font->descriptor = get(conform, font->descendant, "FontDescriptor");
    if (!(composite || font->simple) || !font->descendant) {
        complain_font(conform, font, CHECK_FONT_TYPE, "a font of a kind that is not judged");
        return 0;
    }
    font->used = pool_alloc(conform, CODES);
    font->pages = pool_alloc(conform, CODES * sizeof *font->pages);
    if (composite)
        load_encoding(conform, font);
    font->judged = font->simple || font->encoding != NULL;
    return font->judged ? conform->font_count : 0;
}

void font_use(struct conform *conform, int font_number, const unsigned char *bytes, size_t length, int page, bool shown,
              bool words)
{
    struct font *font = &conform->fonts[font_number - 1];
    const unsigned char *end = bytes + length;
    while (bytes < end) {
        unsigned code = 0;
        int used = 1;
        if (font->simple)
            code = *bytes;
        else
            used = pdf_decode_cmap(font->encoding, (unsigned char *)bytes, (unsigned char *)end, &code);
        if (used < 1 || code >= CODES || bytes + used > end) {
            complain_font(conform, font, CHECK_FONT_CMAP, "a string that is no sequence of codes");
            return;
        }
        if (!font->used[code])
            font->pages[code] = page;
        if ((int)code > font->last)
            font->last = (int)code;
        font->used[code] |= (unsigned char)((shown ? USED_SHOWN : 0) | (words ? 0 : USED_WITHOUT_WORDS));
        bytes += used;
    }
}

/* — dictionaries — */

static bool has_tag(const char *name)
{
    return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 6 && name[6] == '+';
}

/* The name of the font is that of its descendant, with that of the CMap when the outlines are of CFF. */
static void check_names(struct conform *conform, struct font *font)
{
    fz_context *context = conform->context;
    const char *base = pdf_to_name(context, get(conform, font->descendant, "BaseFont"));
    const char *whole = pdf_to_name(context, get(conform, font->dictionary, "BaseFont"));
    pdf_obj *encoding = get(conform, font->dictionary, "Encoding");
    const char *cmap =
        pdf_to_name(context, pdf_is_name(context, encoding) ? encoding : get(conform, encoding, "CMapName"));
    size_t length = strlen(base);
    if (!*base || !entry_is(conform, font->descriptor, "FontName", base))
        complain_font(conform, font, CHECK_FONT_NAME, "the descriptor names another font");
    if (!has_tag(base))
        complain_font(conform, font, CHECK_FONT_NAME, "the name has no tag of a subset");
    if (font->simple)
        return;
    bool same = strcmp(base, whole) == 0;
    bool joined = strncmp(base, whole, length) == 0 && whole[length] == '-' && strcmp(whole + length + 1, cmap) == 0;
    if (font->outlines ? !same : !joined)
        complain_font(conform, font, CHECK_FONT_NAME, "not the name of the descendant font");
}

static bool same_string(struct conform *conform, pdf_obj *left, pdf_obj *right, const char *key)
{
    const char *text = pdf_to_text_string(conform->context, get(conform, left, key));
    return *text && strcmp(text, pdf_to_text_string(conform->context, get(conform, right, key))) == 0;
}

static void check_cmap(struct conform *conform, struct font *font)
{
    fz_context *context = conform->context;
    pdf_obj *encoding = get(conform, font->dictionary, "Encoding");
    pdf_obj *of_font = get(conform, font->descendant, "CIDSystemInfo"),
            *of_cmap = get(conform, encoding, "CIDSystemInfo");
    if (!has_words(conform, of_font, "Registry") || !has_words(conform, of_font, "Ordering") ||
        integer_of(conform, of_font, "Supplement", -1) < 0)
        complain_font(conform, font, CHECK_FONT_COLLECTION, "no collection of characters");
    if (!pdf_is_stream(context, encoding))
        return;
    if (!same_string(conform, of_font, of_cmap, "Registry") || !same_string(conform, of_font, of_cmap, "Ordering") ||
        integer_of(conform, of_font, "Supplement", 0) < integer_of(conform, of_cmap, "Supplement", 0))
        complain_font(conform, font, CHECK_FONT_COLLECTION, "font and CMap are of different collections");
    if (integer_of(conform, encoding, "WMode", 0) != pdf_cmap_wmode(context, font->encoding))
        complain_font(conform, font, CHECK_FONT_CMAP, "/WMode is not that of the CMap");
    if (has(conform, encoding, "UseCMap"))
        complain_font(conform, font, CHECK_FONT_CMAP, "the CMap uses another");
}

static void load_map(struct conform *conform, struct font *font)
{
    pdf_obj *map = get(conform, font->descendant, "CIDToGIDMap");
    if (pdf_is_stream(conform->context, map))
        font->map = stream_bytes(conform, map, &font->map_length);
    else if (font->outlines && !name_is(conform, map, "Identity"))
        complain_font(conform, font, CHECK_FONT_GLYPH_MAP, "no /CIDToGIDMap");
    if (!font->outlines && map)
        complain_font(conform, font, CHECK_FONT_GLYPH_MAP, "/CIDToGIDMap with outlines that are not of TrueType");
}

static void load_program(struct conform *conform, struct font *font)
{
    pdf_obj *truetype = get(conform, font->descriptor, "FontFile2"),
            *other = get(conform, font->descriptor, "FontFile3");
    pdf_obj *program = font->outlines ? truetype : other;
    bool right = font->outlines || entry_is(conform, other, "Subtype", font->simple ? "Type1C" : "CIDFontType0C") ||
                 entry_is(conform, other, "Subtype", "OpenType");
    if (pdf_is_stream(conform->context, program) && right) {
        size_t length;
        const unsigned char *bytes = stream_bytes(conform, program, &length);
        font->program = font_program_open(bytes, length);
    }
    if (!font->program)
        complain_font(conform, font, CHECK_FONT_EMBEDDED, "no font program of its kind that can be read");
}

static void set_width(struct font *font, int cid, float width)
{
    if (cid >= 0 && cid < CODES)
        font->widths[cid] = width;
}

static void load_widths(struct conform *conform, struct font *font)
{
    fz_context *context = conform->context;
    pdf_obj *list = get(conform, font->descendant, "W");
    float usual = (float)integer_of(conform, font->descendant, "DW", 1000);
    for (int cid = 0; cid < CODES; cid++)
        font->widths[cid] = usual;
    for (int i = 0; i + 1 < pdf_array_len(context, list);) {
        int first = pdf_array_get_int(context, list, i);
        pdf_obj *second = pdf_array_get(context, list, i + 1);
        if (pdf_is_array(context, second)) {
            for (int j = 0; j < pdf_array_len(context, second); j++)
                set_width(font, first + j, pdf_array_get_real(context, second, j));
            i += 2;
        } else {
            int last = pdf_to_int(context, second);
            for (int cid = first; cid <= last && cid < CODES; cid++)
                set_width(font, cid, pdf_array_get_real(context, list, i + 2));
            i += 3;
        }
    }
}

/* — codes in use — */

static int glyph_of(const struct font *font, int cid)
{
    if (font->simple)
        return font->glyphs[cid];
    if (!font->outlines)
        return font_program_glyph(font->program, cid);
    if (!font->map)
        return cid;
    size_t at = 2 * (size_t)cid;
    return at + 1 < font->map_length ? font->map[at] << 8 | font->map[at + 1] : 0;
}

/* Whether a character may leave no mark: spaces, and what only steers the text. */
static bool may_be_blank(int character)
{
    return character <= ' ' || character == 0xA0 || character == 0xAD || (character >= 0x2000 && character <= 0x200F) ||
           (character >= 0x2028 && character <= 0x202F) || (character >= 0x205F && character <= 0x206F) ||
           character == 0x3000 || character == 0x2800;
}

static void check_glyph(struct conform *conform, const struct font *font, int code, int cid, int character)
{
    int glyph = glyph_of(font, cid), page = font->pages[code];
    if (glyph <= 0 || glyph >= font_program_glyph_count(font->program)) {
        fault(conform, CHECK_FONT_GLYPH_MISSING, page, font->object, "code %d has no glyph", code);
        return;
    }
    double advance = font_program_advance(font->program, glyph);
    if (fabs(advance - (double)font->widths[cid]) > WIDTH_TOLERANCE)
        fault(conform, CHECK_FONT_WIDTH, page, font->object, "%d is %g wide, its glyph %g", cid,
              (double)font->widths[cid], advance);
    if (!may_be_blank(character) && font_program_is_blank(font->program, glyph))
        fault(conform, CHECK_FONT_GLYPH_MISSING, page, font->object, "the glyph of U+%04X is blank",
              (unsigned)character);
}

/* The characters of a code: gives the first, 0 when there is none. */
static int check_characters(struct conform *conform, const struct font *font, int code)
{
    int characters[PDF_MRANGE_CAP] = {0}, page = font->pages[code];
    int count = font->characters ? pdf_lookup_cmap_full(font->characters, (unsigned)code, characters) : 0;
    if (count < 1) {
        fault(conform, CHECK_FONT_UNICODE, page, font->object, "code %d stands for no character", code);
        return 0;
    }
    for (int i = 0; i < count; i++) {
        int character = characters[i];
        bool own = (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
        if (character == 0 || character == 0xFEFF || character == 0xFFFE)
            fault(conform, CHECK_FONT_UNICODE, page, font->object, "code %d stands for U+%04X", code,
                  (unsigned)character);
        if (character == 0xFFFD && (font->used[code] & USED_WITHOUT_WORDS))
            fault(conform, CHECK_FONT_UNICODE, page, font->object, "nobody knows what code %d stands for", code);
        if (own && (font->used[code] & USED_WITHOUT_WORDS))
            fault(conform, CHECK_PRIVATE_USE, page, font->object, "U+%04X is shown without the text it stands for",
                  (unsigned)character);
    }
    return characters[0];
}

static void check_code(struct conform *conform, const struct font *font, int code)
{
    int character = check_characters(conform, font, code);
    int cid = font->simple ? code : pdf_lookup_cmap(font->encoding, (unsigned)code);
    if (cid < 0 || cid >= CODES)
        fault(conform, CHECK_FONT_CMAP, font->pages[code], font->object, "the CMap has no code %d", code);
    else if (font->program && (font->used[code] & USED_SHOWN))
        check_glyph(conform, font, code, cid, character);
}

/* A CIDSet lists what the font program holds, and that alone. */
static void check_cid_set(struct conform *conform, const struct font *font)
{
    pdf_obj *set = get(conform, font->descriptor, "CIDSet");
    size_t length;
    if (!pdf_is_stream(conform->context, set) || !font->program)
        return;
    const unsigned char *bits = stream_bytes(conform, set, &length);
    int count = font_program_glyph_count(font->program);
    size_t end = !font->outlines ? CODES : font->map ? font->map_length / 2 : (size_t)count;
    end = end > 8 * length ? end : 8 * length;
    for (int cid = 1; cid < CODES && (size_t)cid < end; cid++) {
        bool listed = (size_t)cid / 8 < length && (bits[cid / 8] & 0x80 >> cid % 8);
        int glyph = glyph_of(font, cid);
        if (listed != (glyph > 0 && glyph < count))
            fault(conform, CHECK_FONT_CID_SET, 0, font->object, "CID %d is %s", cid,
                  listed ? "listed, but not there" : "there, but not listed");
    }
}

static void check_composite_font(struct conform *conform, struct font *font)
{
    font->outlines = entry_is(conform, font->descendant, "Subtype", "CIDFontType2");
    if (!font->outlines && !entry_is(conform, font->descendant, "Subtype", "CIDFontType0"))
        complain_font(conform, font, CHECK_FONT_TYPE, "the descendant is no CID font");
    check_cmap(conform, font);
    load_map(conform, font);
    load_program(conform, font);
    load_widths(conform, font);
    check_cid_set(conform, font);
}

static void check_font(struct conform *conform, struct font *font)
{
    pdf_obj *characters = get(conform, font->dictionary, "ToUnicode");
    if (pdf_is_stream(conform->context, characters))
        font->characters = pdf_load_embedded_cmap(conform->context, conform->document, characters);
    font->widths = pool_alloc(conform, CODES * sizeof *font->widths);
    if (font->simple) {
        load_program(conform, font);
        check_simple_font(conform, font);
    } else {
        check_composite_font(conform, font);
    }
    check_names(conform, font);
    for (int code = 0; code <= font->last; code++)
        if (font->used[code])
            check_code(conform, font, code);
}

void check_fonts(struct conform *conform)
{
    for (int i = 0; i < conform->font_count; i++) {
        struct font *font = &conform->fonts[i];
        if (font->judged)
            check_font(conform, font);
        font_program_close(font->program);
        pdf_drop_cmap(conform->context, font->encoding);
        pdf_drop_cmap(conform->context, font->characters);
        font->program = NULL;
        font->encoding = font->characters = NULL;
    }
}
