/* Fonts of a project: files of fonts/, a font of a collection by its number, outlines of both kinds. */
#include "font_sample.h"

static const char *name_of(struct fixture *fixture, uint32_t character)
{
    int font = fixture->metrics.font(fixture->metrics.context, FACE_REGULAR, character, 0);
    return font < 0 ? "" : fonts_facts(fixture->fonts, font)->name;
}

static void takes_a_font_of_the_project(void **state)
{
    static const char *const chain[] = {"Own-Mincho.ttf", NULL};
    static const uint32_t words[] = {0x6F22, 0x5B57};
    struct shelf shelf = {.path = "fonts/Own-Mincho.ttf"};
    struct fixture fixture;
    struct theme theme;
    struct buffer bytes = {0};
    (void)state;
    read_file(MINCHO, &shelf.bytes);
    open_with(&fixture, &theme, chain, &shelf);
    assert_string_equal(name_of(&fixture, 0x6F22), "IPAexMincho");
    assert_true(write_words(&fixture, words, 2, &bytes));
    assert_true(bytes.length > 1000 && bytes.length < 40000);
    assert_int_equal(diag_count(fixture.diag), 0);
    buffer_free(&bytes);
    fixture_close(&fixture);
    buffer_free(&shelf.bytes);
}

static void takes_a_font_of_a_collection(void **state)
{
    static const char *const chains[][2] = {{"pair.ttc", NULL}, {"pair.ttc#0", NULL}, {"pair.ttc#1", NULL}};
    static const char *const names[] = {"DejaVuSans", "DejaVuSans", "IPAexMincho"};
    static const char *const absent[] = {"pair.ttc#2", NULL};
    static const uint32_t words[] = {'A', 'b'};
    struct shelf shelf = {.path = "fonts/pair.ttc"};
    struct fixture fixture;
    struct theme theme;
    (void)state;
    make_collection(&shelf.bytes);
    for (size_t i = 0; i < 3; i++) {
        struct buffer bytes = {0};
        open_with(&fixture, &theme, chains[i], &shelf);
        assert_string_equal(name_of(&fixture, 'A'), names[i]);
        assert_true(write_words(&fixture, words, 2, &bytes));
        assert_int_equal(diag_count(fixture.diag), 0);
        buffer_free(&bytes);
        fixture_close(&fixture);
    }
    open_with(&fixture, &theme, absent, &shelf);
    assert_int_equal(diag_count(fixture.diag), 1);
    assert_string_equal(diag_get(fixture.diag, 0)->slug, "font-not-in-collection");
    fixture_close(&fixture);
    buffer_free(&shelf.bytes);
}

/* Outlines of PostScript, with glyphs by name and by CID: both are embedded as a subset that has the glyphs used. */
static void takes_cubic_outlines(void **state)
{
    static const char *const chain[] = {"Own.otf", NULL};
    static const uint32_t words[] = {'D', 'i', 'd', 'o', 't', 0x3A9};
    (void)state;
    for (int keyed = 0; keyed < 2; keyed++) {
        struct shelf shelf = {.path = "fonts/Own.otf"};
        struct fixture fixture;
        struct theme theme;
        struct buffer bytes = {0};
        if (keyed)
            make_keyed(&shelf.bytes);
        else
            read_file(DIDOT, &shelf.bytes);
        open_with(&fixture, &theme, chain, &shelf);
        assert_string_equal(name_of(&fixture, 'D'), "GFSDidot-Regular");
        assert_true(write_words(&fixture, words, 6, &bytes));
        assert_int_equal(diag_count(fixture.diag), 0);
        assert_true(bytes.length > 1000 && bytes.length < 20000);
        assert_non_null(memmem(bytes.data, bytes.length, "/CIDFontType0C", 14));
        buffer_free(&bytes);
        fixture_close(&fixture);
        buffer_free(&shelf.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_font_of_the_project),
        cmocka_unit_test(takes_a_font_of_a_collection),
        cmocka_unit_test(takes_cubic_outlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
