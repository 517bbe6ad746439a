/* SVG drawings as forms and as samples: size, colours, words, hostile files. */
#include "pdf_pages.h"

#include <libdeflate.h>
#include <png.h>
#include <sodium.h>

#include "pdf/form.h"
#include "pdf/image.h"
#include "pdf/svg.h"

#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "

struct easel {
    struct arena *arena;
    struct svg *svg;
    struct image image;
    const char *trouble;
};

static int set_up(void **state)
{
    struct easel *easel = calloc(1, sizeof *easel);
    easel->arena = arena_new();
    easel->svg = svg_open(&fixture_theme);
    *state = easel;
    return 0;
}

static int tear_down(void **state)
{
    struct easel *easel = *state;
    svg_close(easel->svg);
    arena_free(easel->arena);
    free(easel);
    return 0;
}

static bool draw(struct easel *easel, const char *text)
{
    if (!svg_available(easel->svg))
        skip();
    easel->image = (struct image){0};
    return svg_decode(easel->svg, (const unsigned char *)text, strlen(text), &easel->image, easel->arena,
                      &easel->trouble);
}

static void assert_dot(const struct easel *easel, int x, int y, unsigned color)
{
    const unsigned char *dot = easel->image.bytes + 3 * ((size_t)y * (size_t)easel->image.width + (size_t)x);
    assert_int_equal(dot[0] << 16 | dot[1] << 8 | dot[2], color);
}

static void draws_at_300_dots(void **state)
{
    struct easel *easel = *state;
    assert_true(draw(easel, HEAD "width='96' height='48'><rect width='48' height='48' fill='#1d5a8e'/></svg>"));
    assert_int_equal(easel->image.width, 300);
    assert_int_equal(easel->image.height, 150);
    assert_int_equal(easel->image.components, 3);
    assert_int_equal(easel->image.length, 300 * 150 * 3);
    assert_dot(easel, 10, 10, 0x1D5A8E);
    assert_dot(easel, 290, 140, 0xFFFFFF);
    assert_true(draw(easel, HEAD "viewBox='0 0 192 96'><rect width='96' height='96' fill='red'/></svg>"));
    assert_int_equal(easel->image.width, 600);
    assert_dot(easel, 10, 10, 0xFF0000);
    assert_true(draw(easel, HEAD "width='90000' height='300'/>"));
    assert_int_equal(easel->image.width, 6000);
    assert_int_equal(easel->image.height, 20);
}

/* Dots that are not white. */
static size_t ink(const struct easel *easel)
{
    size_t count = 0;
    for (size_t i = 0; i < easel->image.length; i += 3)
        count += easel->image.bytes[i] != 255;
    return count;
}

static void sets_words_in_fonts_of_the_theme(void **state)
{
    struct easel *easel = *state;
    assert_true(draw(easel, HEAD "width='100' height='30'><text y='20' font-family='BIZ UDGothic'>漢字</text></svg>"));
    size_t own = ink(easel);
    assert_true(own > 500);
    assert_true(draw(easel, HEAD "width='100' height='30'><text y='20' font-family='Nowhere'>漢字</text></svg>"));
    assert_int_equal(ink(easel), own);
}

/* — forms — */

static bool draw_form(struct easel *easel, const char *text)
{
    if (!svg_available(easel->svg))
        skip();
    easel->image = (struct image){0};
    return svg_form(easel->svg, (const unsigned char *)text, strlen(text), &easel->image, easel->arena);
}

/* In how many objects of the form does this stand, be it in the entries or in the content? */
static int count_objects(const struct easel *easel, const char *text)
{
    const struct form *form = easel->image.form;
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    size_t capacity = 1 << 20, size;
    char *bytes = malloc(capacity);
    int count = 0;
    for (int i = 0; i < form->count; i++) {
        const struct form_object *object = &form->objects[i];
        size = 0;
        if (object->stream && strstr(object->entries, "/Filter /FlateDecode"))
            assert_int_equal(
                libdeflate_zlib_decompress(decompressor, object->bytes, object->length, bytes, capacity, &size),
                LIBDEFLATE_SUCCESS);
        count += strstr(object->entries, text) || memmem(bytes, size, text, strlen(text));
    }
    free(bytes);
    libdeflate_free_decompressor(decompressor);
    return count;
}

static void draws_lines_and_words(void **state)
{
    struct easel *easel = *state;
    assert_true(draw_form(easel, HEAD "width='96' height='48' font-family='BIZ UDGothic'>"
                                      "<rect width='48' height='48' fill='#1d5a8e'/><text y='20'>漢LAN</text></svg>"));
    assert_true(easel->image.form->archivable);
    assert_int_equal(easel->image.width, 300);
    assert_int_equal(easel->image.height, 150);
    assert_int_equal(count_objects(easel, "/BBox [0 0 300 150]\n/Matrix [0.003333333333 0 0 0.006666666667 0 0]"), 1);
    assert_int_equal(count_objects(easel, "0.113725 0.352941 0.556863 rg"), 1);
    assert_int_equal(count_objects(easel, "/Subtype /Image"), 0);
    assert_int_equal(count_objects(easel, "/Group"), 0);
    assert_int_equal(count_objects(easel, "<0001> <6f22>"), 1);
    assert_int_equal(count_objects(easel, "<4c> <004c>"), 1);
    assert_int_equal(count_objects(easel, "/CIDSet"), 1);
    assert_int_equal(count_objects(easel, "/CIDToGIDMap /Identity"), 1);
    assert_int_equal(count_objects(easel, "cairo"), 0);
}

static void keeps_the_characters_of_ligatures(void **state)
{
    struct easel *easel = *state;
    assert_true(draw_form(easel, HEAD "width='96' height='48'><text y='20' font-family='BIZ UDGothic'>"
                                      "\xE3\x81\x8B\xE3\x82\x9A</text></svg>"));
    assert_int_equal(count_objects(easel, "<304b309a>"), 1);
    assert_int_equal(count_objects(easel, "<fffd>"), 0);
}

static void keeps_the_marks_of_links_back(void **state)
{
    struct easel *easel = *state;
    assert_true(draw_form(easel,
                          HEAD "width='96' height='9'><a xlink:href='https://example.com/'>"
                               "<rect width='9' height='9'/></a><g opacity='.5'><a xlink:href='https://example.com/'>"
                               "<rect width='5' height='5'/></a><rect x='3' width='5' height='5'/></g>"
                               "<text y='9' font-family='BIZ UDGothic'>漢\xE3\x81\x8B\xE3\x82\x9A</text></svg>"));
    assert_int_equal(count_objects(easel, "<0001> <6f22>"), 1);
    assert_int_equal(count_objects(easel, "<304b309a>"), 1);
    assert_true(count_objects(easel, " re f") > 0);
    assert_int_equal(count_objects(easel, "BDC"), 0);
    assert_int_equal(count_objects(easel, "example.com"), 0);
}

static void tells_what_shines_through(void **state)
{
    static const struct {
        bool archivable;
        const char *drawing;
    } cases[] = {
        {true, "<rect width='9' height='9' fill='red'/>"},
        {true, "<linearGradient id='a'><stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient>"
               "<rect width='9' height='9' fill='url(#a)'/>"},
        {true, "<clipPath id='a'><circle r='5'/></clipPath><rect width='9' height='9' clip-path='url(#a)'/>"},
        {false, "<rect width='9' height='9' opacity='.5'/>"},
        {false, "<rect width='9' height='9' fill-opacity='.5'/>"},
        {false, "<linearGradient id='a'><stop stop-color='red'/><stop offset='1' stop-opacity='.5'/></linearGradient>"
                "<rect width='9' height='9' fill='url(#a)'/>"},
        {false, "<mask id='a'><circle r='5' fill='white'/></mask><rect width='9' height='9' mask='url(#a)'/>"},
        {false, "<rect width='9' height='9' style='mix-blend-mode:multiply'/>"},
        {false, "<filter id='a'><feGaussianBlur stdDeviation='1'/></filter><rect width='9' height='9' "
                "filter='url(#a)'/>"},
    };
    struct easel *easel = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(
            draw_form(easel, arena_printf(easel->arena, HEAD "width='9' height='9'>%s</svg>", cases[i].drawing)));
        assert_int_equal(easel->image.form->archivable, cases[i].archivable);
    }
}

static void draws_the_same_twice(void **state)
{
    const char *drawing = HEAD "width='90' height='30'><filter id='a'><feGaussianBlur stdDeviation='1'/></filter>"
                               "<text y='20' opacity='.5'>漢字 Kanji</text><text y='20'>漢字 <tspan font-weight='bold'>"
                               "Kanji</tspan></text><rect width='9' height='9' filter='url(#a)'/></svg>";
    struct easel *easel = *state;
    assert_true(draw_form(easel, drawing));
    const struct form *first = easel->image.form;
    assert_true(draw_form(easel, drawing));
    const struct form *second = easel->image.form;
    assert_int_equal(first->count, second->count);
    for (int i = 0; i < first->count; i++) {
        assert_string_equal(first->objects[i].entries, second->objects[i].entries);
        assert_int_equal(first->objects[i].length, second->objects[i].length);
        if (first->objects[i].length)
            assert_memory_equal(first->objects[i].bytes, second->objects[i].bytes, first->objects[i].length);
    }
}

/* An image of noise, as an element. */
static void add_noise(struct buffer *text, unsigned random)
{
    png_image png = {.version = PNG_IMAGE_VERSION, .width = 1000, .height = 1000, .format = PNG_FORMAT_RGB};
    size_t size = PNG_IMAGE_SIZE(png), room;
    unsigned char *samples = malloc(size);
    for (size_t i = 0; i < size; i++) {
        random = random * 1664525u + 1013904223u;
        samples[i] = (unsigned char)(random >> 24);
    }
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(png);
    unsigned char *file = malloc(length);
    assert_true(png_image_write_to_memory(&png, file, &length, 0, samples, 0, NULL));
    room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
    char *code = malloc(room);
    sodium_bin2base64(code, room, file, length, sodium_base64_VARIANT_ORIGINAL);
    buffer_printf(text, "<image width='9' height='9' xlink:href='data:image/png;base64,%s'/>", code);
    free(code);
    free(file);
    free(samples);
}

static void refuses_forms_that_are_too_large(void **state)
{
    struct easel *easel = *state;
    struct buffer text = {0};
    buffer_add_text(&text, HEAD "width='1920' height='1080'><filter id='a'><feOffset dx='1'/></filter>");
    for (int i = 0; i < 12; i++)
        buffer_add_text(&text, "<rect width='9' height='9' filter='url(#a)'/>");
    buffer_add_text(&text, "</svg>");
    assert_false(draw_form(easel, text.data));
    assert_null(easel->image.form);
    /* 3 MB each */
    for (unsigned images = 2; images <= 3; images++) {
        buffer_clear(&text);
        buffer_add_text(&text, HEAD "width='9' height='9'>");
        for (unsigned i = 0; i < images; i++)
            add_noise(&text, i);
        buffer_add_text(&text, "</svg>");
        assert_int_equal(draw_form(easel, text.data), images == 2);
    }
    buffer_free(&text);
}

static void survives_hostile_files(void **state)
{
    static const char *const files[] = {
        "",
        "<svg",
        "<html/>",
        HEAD "width='-1' height='5'/>",
        HEAD "width='1e300' height='5'/>",
        HEAD "width='0' height='0'/>",
        HEAD "width='9' height='9'><g id='a'><use xlink:href='#a'/><use xlink:href='#a'/></g></svg>",
        HEAD "width='9' height='9'><image width='9' height='9' xlink:href='file:///etc/hostname'/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
        "'&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]>" HEAD
        "width='9' height='9'><text>&e;&e;&e;&e;</text></svg>",
    };
    struct easel *easel = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (draw(easel, files[i]))
            assert_true(easel->image.width > 0 && easel->image.height > 0 && easel->image.bytes);
        if (draw_form(easel, files[i]))
            assert_true(easel->image.form && easel->image.width > 0 && easel->image.height > 0);
        else
            assert_null(easel->image.form);
    }
    assert_false(draw(easel, "<svg"));
    assert_true(easel->trouble && *easel->trouble);
}

/* What the libraries keep until the process ends. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libxml2\nleak:libpango\nleak:librsvg\n";
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(draws_at_300_dots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_words_in_fonts_of_the_theme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(draws_lines_and_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_the_characters_of_ligatures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_the_marks_of_links_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_what_shines_through, set_up, tear_down),
        cmocka_unit_test_setup_teardown(draws_the_same_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_forms_that_are_too_large, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_hostile_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
