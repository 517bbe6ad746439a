/* SVG drawings as samples: size, colours, words, hostile files. */
#include "pdf_pages.h"

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
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (draw(easel, files[i]))
            assert_true(easel->image.width > 0 && easel->image.height > 0 && easel->image.bytes);
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
        cmocka_unit_test_setup_teardown(survives_hostile_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
