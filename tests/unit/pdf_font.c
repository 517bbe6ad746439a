/* Chains, lookups and codes of fonts; fonts that are missing or damaged. */
#include "pdf_pages.h"

#include <unistd.h>

#include "pdf/subset.h"

static int font_of(const struct metrics *metrics, enum face face, uint32_t character, uint32_t selector)
{
    return metrics->font(metrics->context, face, character, selector);
}

static const char *name_of(const struct fixture *fixture, const struct metrics *metrics, enum face face,
                           uint32_t character)
{
    int font = font_of(metrics, face, character, 0);
    return font < 0 ? "" : fonts_facts(fixture->fonts, font)->name;
}

static void chooses_by_script(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct metrics ja = fixture.metrics, en = fonts_metrics(fixture.fonts, "en");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 'A'), "BIZUDPGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_BOLD, 0xE9), "BIZUDPGothic-Bold");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0x3042), "BIZUDGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_BOLD, 0x3042), "BIZUDGothic-Bold");
    assert_string_equal(name_of(&fixture, &ja, FACE_MONO, 'A'), "BIZUDGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0x2019), "BIZUDGothic-Regular");
    assert_string_equal(name_of(&fixture, &en, FACE_REGULAR, 0x2019), "BIZUDPGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0xD7), "BIZUDGothic-Regular");
    assert_string_equal(name_of(&fixture, &en, FACE_REGULAR, 0xD7), "BIZUDPGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0x2611), "DejaVuSans");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0x20BB7), "IPAmjMincho");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0xFF76), "BIZUDGothic-Regular");
    assert_string_equal(name_of(&fixture, &ja, FACE_REGULAR, 0x10FFFF), "");
    assert_int_equal(font_of(&ja, FACE_REGULAR, 0x110000, 0), -1);
    assert_int_equal(diag_count(fixture.diag), 0);
    fixture_close(&fixture);
}

static void knows_advances(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    const struct metrics *metrics = &fixture.metrics;
    for (int round = 0; round < 2; round++) {
        assert_int_equal(metrics->advance(metrics->context, font_of(metrics, FACE_REGULAR, 0x3042, 0), 0x3042), 1000);
        assert_int_equal(metrics->advance(metrics->context, font_of(metrics, FACE_MONO, 'i', 0), 'i'), 500);
    }
    assert_int_equal(metrics->advance(metrics->context, -1, 'i'), 0);
    assert_int_equal(metrics->advance(metrics->context, 99, 'i'), 0);
    fixture_close(&fixture);
}

static void knows_variations(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    int font = font_of(&fixture.metrics, FACE_REGULAR, 0x845B, 0xE0100);
    assert_true(font >= 0);
    struct font_glyph variant, plain;
    assert_true(fonts_glyph(fixture.fonts, font, 0x845B, 0xE0100, &variant));
    assert_true(fonts_glyph(fixture.fonts, font, 0x845B, 0xE01EF, &plain));
    assert_int_not_equal(variant.id, 0);
    assert_int_not_equal(plain.id, 0);
    assert_int_equal(font_of(&fixture.metrics, FACE_REGULAR, 0x3042, 0xE0100), -1);
    fixture_close(&fixture);
}

/* A code is the lower half of a character; planes and selectors are parts of their own, in rising order. */
static void keeps_parts_of_fonts(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct glyph_use *use = glyph_use_new(fixture.fonts, fixture.arena),
                     *other = glyph_use_new(fixture.fonts, fixture.arena);
    static const struct {
        uint32_t character, selector;
        const char *name;
    } cases[] = {{0x8449, 0xE0100, "/F2P0VE0100"}, {0x20BB7, 0, "/F2P2V0"}, {0x3042, 0, "/F2"}, {0x0A0D, 0, "/F2"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct font_part part = glyph_use_part(2, cases[i].character, cases[i].selector);
        struct buffer name = {0};
        glyph_use_note(i % 2 ? use : other, part, (uint16_t)cases[i].character);
        glyph_use_add_name(&name, part);
        assert_string_equal(name.data, cases[i].name);
        buffer_free(&name);
    }
    glyph_use_merge(use, other);
    size_t count;
    const struct used_font *fonts = glyph_use_fonts(use, &count);
    assert_int_equal(count, 3);
    assert_int_equal(fonts[0].count, 2);
    assert_int_equal(fonts[0].glyphs[0].code, 0x0A0D);
    assert_int_equal(fonts[0].glyphs[1].code, 0x3042);
    assert_int_equal(fonts[1].part.selector, 0xE0100);
    assert_int_equal(fonts[2].glyphs[0].code, 0x0BB7);
    assert_int_equal(fonts[2].glyphs[0].character, 0x20BB7);
    fixture_close(&fixture);
}

static void reports_missing_fonts(void **state)
{
    (void)state;
    static const char *const missing[] = {"BIZUDMincho-Regular.ttf", "BIZUDGothic-Regular.ttf", "Optional.ttf", NULL};
    static const char *const unknown[] = {"NoSuchFont.ttf", NULL};
    struct theme theme = fixture_theme;
    theme.fonts_regular = missing;
    theme.fonts_latin = unknown;
    struct fixture fixture;
    fixture_open(&fixture, &theme);
    assert_true(fonts_usable(fixture.fonts));
    bool installed = access("/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf", R_OK) == 0;
    assert_int_equal(diag_count_level(fixture.diag, DIAG_ERROR), installed ? 1 : 2);
    assert_string_equal(name_of(&fixture, &fixture.metrics, FACE_BOLD, 0x3042), "BIZUDGothic-Bold");
    diag_sort(fixture.diag);
    assert_string_equal(diag_get(fixture.diag, diag_count(fixture.diag) - 1)->slug, "font-unknown");
    if (!installed)
        assert_non_null(strstr(diag_get(fixture.diag, 0)->help[LANGUAGE_EN], "fonts-morisawa-bizud-mincho"));
    fixture_close(&fixture);
}

/* — hostile fonts — */

struct file {
    unsigned char *bytes;
    size_t length;
};

static const unsigned char *give_font(void *context, const char *path, size_t *length)
{
    struct file *file = context;
    if (strcmp(path, "fonts/Own.ttf") != 0)
        return NULL;
    *length = file->length;
    return file->bytes;
}

static struct file read_file(const char *path)
{
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    struct file file = {malloc(8 << 20), 0};
    file.length = fread(file.bytes, 1, 8 << 20, stream);
    fclose(stream);
    return file;
}

static const char *const own_font[] = {"Own.ttf", NULL};

static struct theme own_theme(void)
{
    struct theme theme = fixture_theme;
    theme.fonts_regular = theme.fonts_latin = own_font;
    return theme;
}

static void write_with(struct file *file, bool whole)
{
    struct theme theme = own_theme();
    struct fixture fixture;
    fixture_open_with(&fixture, &theme, give_font, file);
    struct page *page = fixture_page(&fixture, 595276, 841890);
    fixture_text(&fixture, page, FACE_REGULAR, 10000, 50000, 50000, "Statement ☑ ÄÖÜ 適用宣言書 (fi)");
    struct buffer bytes = {0};
    bool written = fixture_write(&fixture, "2026-06-01", &bytes);
    if (whole)
        assert_string_equal(name_of(&fixture, &fixture.metrics, FACE_REGULAR, 'A'), "DejaVuSans");
    assert_true(written || diag_count(fixture.diag) > 0);
    buffer_free(&bytes);
    fixture_close(&fixture);
}

static void survives_damaged_fonts(void **state)
{
    (void)state;
    struct file file = read_file("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    write_with(&file, true);
    unsigned char *good = malloc(file.length);
    memcpy(good, file.bytes, file.length);
    unsigned random = 1;
    for (int round = 0; round < 60; round++) {
        struct file damaged = {malloc(file.length), file.length};
        memcpy(damaged.bytes, good, file.length);
        for (int i = 0; i < 40; i++) {
            random = random * 1664525u + 1013904223u;
            damaged.bytes[(random >> 4) % (round % 2 ? 400 : file.length)] = (unsigned char)(random >> 24);
        }
        if (round % 3 == 0)
            damaged.length = (random >> 3) % file.length;
        write_with(&damaged, false);
        free(damaged.bytes);
    }
    free(good);
    free(file.bytes);
}

static void respects_embedding_rights(void **state)
{
    (void)state;
    struct file file = read_file("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    unsigned tables = (unsigned)(file.bytes[4] << 8 | file.bytes[5]);
    for (unsigned i = 0; i < tables; i++) {
        unsigned char *entry = file.bytes + 12 + 16 * i;
        size_t offset = (size_t)entry[8] << 24 | (size_t)entry[9] << 16 | (size_t)entry[10] << 8 | entry[11];
        if (memcmp(entry, "OS/2", 4) == 0)
            file.bytes[offset + 9] = 2;
    }
    struct theme theme = own_theme();
    struct fixture fixture;
    fixture_open_with(&fixture, &theme, give_font, &file);
    assert_int_equal(diag_count(fixture.diag), 1);
    assert_string_equal(diag_get(fixture.diag, 0)->slug, "font-not-embeddable");
    fixture_close(&fixture);
    free(file.bytes);
}

static void subsets_are_small(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    uint16_t glyphs[3], renumbered[3];
    for (int i = 0; i < 3; i++) {
        struct font_glyph glyph;
        fonts_glyph(fixture.fonts, 0, (uint32_t[]){'Z', 'A', 'Z'}[i], 0, &glyph);
        glyphs[i] = glyph.id;
    }
    struct subset subset;
    assert_true(subset_make(fonts_subset_source(fixture.fonts, 0), glyphs, 3, renumbered, &subset));
    assert_int_equal(subset.glyph_count, 3);
    assert_int_equal(renumbered[0], renumbered[2]);
    assert_int_not_equal(renumbered[0], renumbered[1]);
    assert_true(subset.bytes.length < 1500);
    buffer_free(&subset.bytes);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chooses_by_script),         cmocka_unit_test(knows_advances),
        cmocka_unit_test(knows_variations),          cmocka_unit_test(keeps_parts_of_fonts),
        cmocka_unit_test(reports_missing_fonts),     cmocka_unit_test(survives_damaged_fonts),
        cmocka_unit_test(respects_embedding_rights), cmocka_unit_test(subsets_are_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
