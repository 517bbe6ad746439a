/* Fonts of a project: files of fonts/, a font of a collection by its number, outlines of both kinds, broken ones. */
#include "pdf_pages.h"

#include <unistd.h>

#define MINCHO "/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf"
#define SANS "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
#define CJK "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"

struct shelf {
    const char *path;
    struct buffer bytes;
};

static const unsigned char *shelf_bytes(void *context, const char *path, size_t *length)
{
    struct shelf *shelf = context;
    *length = shelf->bytes.length;
    return strcmp(path, shelf->path) == 0 ? (const unsigned char *)shelf->bytes.data : NULL;
}

static void read_file(const char *path, struct buffer *out)
{
    char block[65536];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;)
        buffer_add(out, block, length);
    fclose(file);
}

static void add_number(struct buffer *out, uint32_t number)
{
    const char bytes[] = {(char)(number >> 24), (char)(number >> 16), (char)(number >> 8), (char)number};
    buffer_add(out, bytes, 4);
}

static uint32_t number_at(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A font as part of a collection: the places in its directory count from the start of the file. */
static void add_member(struct buffer *out, const struct buffer *font)
{
    size_t start = out->length;
    buffer_add(out, font->data, font->length);
    unsigned char *bytes = (unsigned char *)out->data + start;
    int tables = bytes[4] << 8 | bytes[5];
    for (int i = 0; i < tables; i++) {
        unsigned char *offset = bytes + 12 + 16 * i + 8;
        uint32_t moved = number_at(offset) + (uint32_t)start;
        for (int k = 0; k < 4; k++)
            offset[k] = (unsigned char)(moved >> (24 - 8 * k));
    }
    while (out->length % 4)
        buffer_add_char(out, '\0');
}

/* Two fonts in one file. */
static void make_collection(struct buffer *out)
{
    struct buffer first = {0}, second = {0};
    read_file(SANS, &first);
    read_file(MINCHO, &second);
    buffer_add(out, "ttcf\0\1\0\0", 8);
    add_number(out, 2);
    add_number(out, 20);
    add_number(out, 20 + (uint32_t)((first.length + 3) / 4 * 4));
    add_member(out, &first);
    add_member(out, &second);
    buffer_free(&first);
    buffer_free(&second);
}

static void open_with(struct fixture *fixture, struct theme *theme, const char *const *chain, struct shelf *shelf)
{
    *theme = (struct theme){.fonts_regular = chain, .fonts_bold = chain, .fonts_mono = chain};
    fixture_open_with(fixture, theme, shelf ? shelf_bytes : NULL, shelf);
}

static const char *name_of(struct fixture *fixture, uint32_t character)
{
    int font = fixture->metrics.font(fixture->metrics.context, FACE_REGULAR, character, 0);
    return font < 0 ? "" : fonts_facts(fixture->fonts, font)->name;
}

/* A page with these words, as a file. */
static bool write_words(struct fixture *fixture, const uint32_t *words, size_t count, struct buffer *bytes)
{
    struct page *page = fixture_page(fixture, 595276, 841890);
    int font = fixture->metrics.font(fixture->metrics.context, FACE_REGULAR, words[0], 0);
    struct box box = {.type = BOX_TEXT, .x = 60000, .y = 60000, .width = 10000 * (int)count};
    box.as.text.font = font;
    box.as.text.size = 10000;
    box.as.text.count = count;
    box.as.text.characters = words;
    fixture_box(fixture, page, box);
    return fixture_write(fixture, "2026-10-15", bytes);
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

static void takes_cubic_outlines(void **state)
{
    static const char *const chain[] = {"NotoSerifCJK-Regular.ttc#0", NULL};
    static const uint32_t words[] = {0x6F22, 0x5B57};
    struct fixture fixture;
    struct theme theme;
    struct buffer bytes = {0};
    (void)state;
    if (access(CJK, R_OK) != 0)
        skip();
    open_with(&fixture, &theme, chain, NULL);
    assert_true(write_words(&fixture, words, 2, &bytes));
    assert_int_equal(diag_count(fixture.diag), 0);
    buffer_free(&bytes);
    fixture_close(&fixture);
}

static bool reported(const struct fixture *fixture, const char *slug)
{
    for (size_t i = 0; i < diag_count(fixture->diag); i++)
        if (strcmp(diag_get(fixture->diag, i)->slug, slug) == 0)
            return true;
    return false;
}

/* Cut short, or with bytes changed: a report or a sound file, never a crash. */
static void survives_broken_fonts(void **state)
{
    static const char *const chain[] = {"broken.ttf", NULL};
    static const uint32_t words[] = {'A', 'b', 0x3A9};
    struct buffer whole = {0};
    (void)state;
    read_file(SANS, &whole);
    uint32_t seed = 1;
    for (int round = 0; round < 60; round++) {
        struct shelf shelf = {.path = "fonts/broken.ttf"};
        struct fixture fixture;
        struct theme theme;
        struct buffer bytes = {0};
        size_t length = round < 20 ? whole.length * (size_t)round / 20 : whole.length;
        buffer_add(&shelf.bytes, whole.data, length);
        for (int change = 0; round >= 20 && change < 200; change++) {
            seed = seed * 1103515245 + 12345;
            shelf.bytes.data[(seed >> 4) % (round < 40 ? 4000 : length)] ^= (char)(1 << (seed >> 28) % 8);
        }
        open_with(&fixture, &theme, chain, &shelf);
        if (round == 0)
            assert_true(reported(&fixture, "font-damaged"));
        if (fixture.metrics.font(fixture.metrics.context, FACE_REGULAR, 'A', 0) >= 0)
            write_words(&fixture, words, 3, &bytes);
        buffer_free(&bytes);
        fixture_close(&fixture);
        buffer_free(&shelf.bytes);
    }
    buffer_free(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_font_of_the_project),
        cmocka_unit_test(takes_a_font_of_a_collection),
        cmocka_unit_test(takes_cubic_outlines),
        cmocka_unit_test(survives_broken_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
