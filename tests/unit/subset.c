/* What a subset must have: each of its tables missing, cut or of another number of glyphs; outlines that got lost. */
#include "setup.h"

#include <harfbuzz/hb.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/subset.h"
#include "pdf/subset_check.h"

#define SANS "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

enum { WANTED = 6 };

struct sample {
    hb_face_t *source;
    uint16_t glyphs[WANTED], renumbered[WANTED];
    struct subset subset;
};

static void sample_open(struct sample *sample)
{
    static const char letters[WANTED + 1] = "Aj\xE9 x"; /* one of them is composed of others, one has no outline */
    hb_blob_t *blob = hb_blob_create_from_file(SANS);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    for (int i = 0; i < WANTED; i++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font, (unsigned char)letters[i], &glyph);
        sample->glyphs[i] = (uint16_t)glyph;
    }
    sample->source = subset_source(face);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    assert_true(subset_make(sample->source, sample->glyphs, WANTED, sample->renumbered, &sample->subset));
}

static void sample_close(struct sample *sample)
{
    buffer_free(&sample->subset.bytes);
    hb_face_destroy(sample->source);
}

enum change { KEEP, DROP, CUT, LENGTHEN, CLEAR };

/* The subset with a table changed. */
static hb_face_t *changed(const struct sample *sample, hb_tag_t tag, enum change change)
{
    static const hb_tag_t tags[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'), HB_TAG('h', 'h', 'e', 'a'),
                                    HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f')};
    const struct buffer *bytes = &sample->subset.bytes;
    hb_blob_t *blob = hb_blob_create(bytes->data, (unsigned)bytes->length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0), *builder = hb_face_builder_create();
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        unsigned length;
        hb_blob_t *table = hb_face_reference_table(face, tags[i]);
        const char *data = hb_blob_get_data(table, &length);
        char *copy = calloc(1, length + 4);
        memcpy(copy, data, length);
        if (tags[i] == tag && change == CLEAR)
            memset(copy, 0, length);
        if (tags[i] == tag && (change == CUT || change == LENGTHEN))
            length += change == CUT ? -2u : 2u;
        hb_blob_t *other = hb_blob_create(copy, length, HB_MEMORY_MODE_WRITABLE, copy, free);
        if (tags[i] != tag || change != DROP)
            hb_face_builder_add_table(builder, tags[i], other);
        hb_blob_destroy(other);
        hb_blob_destroy(table);
    }
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return builder;
}

static bool has_tables(const struct sample *sample, hb_tag_t tag, enum change change, size_t glyph_count)
{
    hb_face_t *face = changed(sample, tag, change);
    bool whole = subset_check_tables(face, glyph_count);
    hb_face_destroy(face);
    return whole;
}

static void needs_tables(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    size_t count = sample.subset.glyph_count;
    hb_tag_t hmtx = HB_TAG('h', 'm', 't', 'x'), loca = HB_TAG('l', 'o', 'c', 'a'), glyf = HB_TAG('g', 'l', 'y', 'f');
    static const char names[][5] = {"head", "maxp", "hhea", "hmtx", "loca", "glyf"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(has_tables(&sample, hb_tag_from_string(names[i], 4), DROP, count));
    assert_true(has_tables(&sample, hmtx, KEEP, count));
    assert_false(has_tables(&sample, hmtx, KEEP, count + 1));
    assert_false(has_tables(&sample, hmtx, KEEP, count - 1));
    assert_false(has_tables(&sample, hmtx, KEEP, 0));
    assert_false(has_tables(&sample, hmtx, CUT, count));
    assert_false(has_tables(&sample, hmtx, LENGTHEN, count));
    assert_false(has_tables(&sample, loca, CUT, count));
    assert_false(has_tables(&sample, loca, LENGTHEN, count));
    assert_false(has_tables(&sample, glyf, CUT, count));
    assert_false(has_tables(&sample, HB_TAG('m', 'a', 'x', 'p'), CLEAR, count));
    assert_false(has_tables(&sample, HB_TAG('h', 'h', 'e', 'a'), CLEAR, count));
    sample_close(&sample);
}

static bool has_outlines(const struct sample *sample, hb_tag_t tag, enum change change)
{
    hb_face_t *face = changed(sample, tag, change);
    bool whole = subset_check_outlines(sample->source, face, sample->glyphs, sample->renumbered, WANTED);
    hb_face_destroy(face);
    return whole;
}

static void needs_outlines(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    assert_true(has_outlines(&sample, 0, KEEP));
    assert_false(has_outlines(&sample, HB_TAG('l', 'o', 'c', 'a'), CLEAR));
    assert_false(has_outlines(&sample, HB_TAG('g', 'l', 'y', 'f'), CLEAR));
    assert_false(has_outlines(&sample, HB_TAG('g', 'l', 'y', 'f'), DROP));
    sample_close(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(needs_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(needs_outlines, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
