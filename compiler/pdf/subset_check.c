#include "pdf/subset_check.h"

#include <harfbuzz/hb.h>

enum { HEAD_LENGTH = 54, HEAD_LOCA_FORMAT = 50, HHEA_LENGTH = 36, HHEA_METRICS = 34, MAXP_LENGTH = 6, MAXP_GLYPHS = 4 };

struct table {
    hb_blob_t *blob;
    const unsigned char *bytes;
    unsigned length;
};

enum { HEAD, MAXP, HHEA, HMTX, LOCA, GLYF, TABLE_COUNT };

static const hb_tag_t tags[TABLE_COUNT] = {
    [HEAD] = HB_TAG('h', 'e', 'a', 'd'), [MAXP] = HB_TAG('m', 'a', 'x', 'p'), [HHEA] = HB_TAG('h', 'h', 'e', 'a'),
    [HMTX] = HB_TAG('h', 'm', 't', 'x'), [LOCA] = HB_TAG('l', 'o', 'c', 'a'), [GLYF] = HB_TAG('g', 'l', 'y', 'f'),
};

static size_t number_16(const unsigned char *bytes)
{
    return (size_t)bytes[0] << 8 | bytes[1];
}

static size_t number_32(const unsigned char *bytes)
{
    return number_16(bytes) << 16 | number_16(bytes + 2);
}

static bool check_metrics(const struct table *tables, size_t glyph_count)
{
    size_t metrics = number_16(tables[HHEA].bytes + HHEA_METRICS);
    return metrics >= 1 && metrics <= glyph_count && tables[HMTX].length == 4 * metrics + 2 * (glyph_count - metrics);
}

/* The places of the outlines: in rising order, one more than there are glyphs, all within the table of outlines. */
static bool check_places(const struct table *tables, size_t glyph_count)
{
    bool wide = number_16(tables[HEAD].bytes + HEAD_LOCA_FORMAT) != 0;
    size_t size = wide ? 4 : 2, before = 0;
    if (tables[LOCA].length != (glyph_count + 1) * size)
        return false;
    for (size_t i = 0; i <= glyph_count; i++) {
        const unsigned char *at = tables[LOCA].bytes + i * size;
        size_t place = wide ? number_32(at) : 2 * number_16(at);
        if (place < before || place > tables[GLYF].length)
            return false;
        before = place;
    }
    return true;
}

bool subset_check_tables(struct hb_face_t *face, size_t glyph_count)
{
    struct table tables[TABLE_COUNT];
    for (int i = 0; i < TABLE_COUNT; i++) {
        tables[i].blob = hb_face_reference_table(face, tags[i]);
        tables[i].bytes = (const unsigned char *)hb_blob_get_data(tables[i].blob, &tables[i].length);
    }
    bool whole = tables[HEAD].length >= HEAD_LENGTH && tables[MAXP].length >= MAXP_LENGTH &&
                 tables[HHEA].length >= HHEA_LENGTH && tables[GLYF].length > 0 &&
                 number_16(tables[MAXP].bytes + MAXP_GLYPHS) == glyph_count && check_metrics(tables, glyph_count) &&
                 check_places(tables, glyph_count);
    for (int i = 0; i < TABLE_COUNT; i++)
        hb_blob_destroy(tables[i].blob);
    return whole;
}

static bool has_outline(hb_font_t *font, hb_codepoint_t glyph)
{
    hb_glyph_extents_t extents = {0};
    return hb_font_get_glyph_extents(font, glyph, &extents) && (extents.width != 0 || extents.height != 0);
}

bool subset_check_outlines(struct hb_face_t *source, struct hb_face_t *face, const uint16_t *glyphs,
                           const uint16_t *renumbered, size_t count)
{
    hb_font_t *full = hb_font_create(source), *part = hb_font_create(face);
    bool whole = true;
    for (size_t i = 0; whole && i < count; i++)
        whole = has_outline(full, glyphs[i]) == has_outline(part, renumbered[i]);
    hb_font_destroy(full);
    hb_font_destroy(part);
    return whole;
}
