/* Boxes to content streams, compared as bytes. */
#include "pdf_pages.h"

#include "pdf/paint.h"
#include "pdf/syntax.h"

static struct buffer paint(struct fixture *fixture, const struct page *page)
{
    struct buffer content = {0};
    struct images *images =
        images_new(fixture->options.image, fixture->options.image_context, NULL, fixture->arena, fixture->diag);
    paint_page(page, glyph_use_new(fixture->fonts, fixture->arena), images, NULL, &content);
    return content;
}

static void assert_content(struct fixture *fixture, const struct page *page, const char *expected, size_t length)
{
    struct buffer content = paint(fixture, page);
    if (content.length != length || memcmp(content.data ? content.data : "", expected, length) != 0)
        fwrite(content.data ? content.data : "", 1, content.length, stderr);
    assert_int_equal(content.length, length);
    assert_memory_equal(content.data ? content.data : "", expected, length);
    buffer_free(&content);
}

#define ASSERT_CONTENT(fixture, page, expected) assert_content(fixture, page, expected, sizeof(expected) - 1)

static void writes_numbers(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        int places;
        const char *text;
    } cases[] = {{0, 2, "0"},   {5, 2, "0.05"},      {50, 2, "0.5"},       {-5, 2, "-0.05"},
                 {100, 2, "1"}, {-1230, 3, "-1.23"}, {1000000, 3, "1000"}, {1234567, 3, "1234.567"},
                 {7, 0, "7"},   {-70, 0, "-70"},     {0, 0, "0"},          {INT64_MIN, 0, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer buffer = {0};
        syntax_add_decimal(&buffer, cases[i].value, cases[i].places);
        assert_string_equal(buffer.data, cases[i].text);
        buffer_free(&buffer);
    }
}

static void writes_strings(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {{"", "()"},
                 {"A (b) \\", "(A \\(b\\) \\\\)"},
                 {"適用𠮷", "<FEFF90697528D842DFB7>"},
                 {"a\xFF", "<FEFF0061FFFD>"},
                 {"a\nb", "<FEFF0061000A0062>"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer buffer = {0};
        syntax_add_text(&buffer, cases[i].text);
        assert_string_equal(buffer.data, cases[i].expected);
        buffer_clear(&buffer);
        syntax_add_bytes(&buffer, "範(");
        assert_string_equal(buffer.data, "(\\347\\257\\204\\()");
        buffer_free(&buffer);
    }
}

static void joins_shapes_of_one_look(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    struct box fill = {.type = BOX_FILL, .x = 10004, .y = 20000, .width = 30001, .height = 400, .color = 0xFF0000};
    fixture_box(&fixture, page, fill);
    fill.y = 40000;
    fixture_box(&fixture, page, fill);
    fill.color = 0x808080;
    fixture_box(&fixture, page, fill);
    struct box line = {.type = BOX_STROKE, .x = 1000, .y = 2000, .width = 5000, .line_width = 400, .color = 0xFF};
    fixture_box(&fixture, page, line);
    line.dash = 1500;
    line.height = 3000;
    fixture_box(&fixture, page, line);
    ASSERT_CONTENT(&fixture, page,
                   "1 0 0 rg\n10 779.6 30.01 0.4 re\n10 759.6 30.01 0.4 re\nf\n0.502 g\n10 759.6 30.01 0.4 re\nf\n"
                   "0 0 1 RG\n0.4 w\n1 798 m 6 798 l\nS\n[1.5 ] 0 d\n1 795 5 3 re\nS\n");
    fixture_close(&fixture);
}

static void draws_polygons_and_circles(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    static const struct point points[] = {{0, 0}, {10000, 0}, {10000, 10000}};
    struct box path = {.type = BOX_POLYGON};
    path.as.path.points = points;
    path.as.path.count = 3;
    path.as.path.filled = true;
    fixture_box(&fixture, page, path);
    path.type = BOX_POLYLINE;
    path.as.path.filled = false;
    path.line_width = 1000;
    fixture_box(&fixture, page, path);
    path.as.path.count = 1;
    fixture_box(&fixture, page, path);
    struct box circle = {.type = BOX_CIRCLE, .x = 0, .y = 0, .width = 20000, .height = 20000};
    circle.as.path.filled = true;
    fixture_box(&fixture, page, circle);
    ASSERT_CONTENT(&fixture, page,
                   "0 800 m\n10 800 l\n10 790 l\nh\nf\n1 j\n0 800 m\n10 800 l\n10 790 l\nS\n"
                   "20 790 m\n20 784.48 15.52 780 10 780 c\n4.48 780 0 784.48 0 790 c\n"
                   "0 795.52 4.48 800 10 800 c\n15.52 800 20 795.52 20 790 c\nh\nf\n");
    fixture_close(&fixture);
}

/* The font 2 of the fixture is BIZ UDGothic: its kana are one em wide. */
static struct box text_box(const uint32_t *characters, size_t count, const int32_t *advances)
{
    struct box box = {.type = BOX_TEXT, .x = 10000, .y = 20000};
    box.as.text =
        (struct box_text){.font = 2, .size = 10000, .count = count, .characters = characters, .advances = advances};
    return box;
}

static const uint32_t kana[] = {0x3042, 0x3044, 0x3046, 0x3042, 0x3044, 0x3046};

static void writes_text_state_once(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    struct box box = text_box(kana, 2, NULL);
    fixture_box(&fixture, page, box);
    box.y += 16500;
    box.as.text.space_after = true;
    fixture_box(&fixture, page, box);
    box.as.text.slant = true;
    fixture_box(&fixture, page, box);
    box.as.text.slant = box.as.text.space_after = false;
    box.as.text.vertical = true;
    fixture_box(&fixture, page, box);
    box.as.text.vertical = false;
    fixture_box(&fixture, page, box);
    ASSERT_CONTENT(&fixture, page,
                   "BT\n/F2 10 Tf\n10 780 Td\n[(0B0D)]TJ\n0 -16.5 Td\n[(0B0D\0 )]TJ\n"
                   "1 0 0.213 1 10 763.5 Tm\n[(0B0D\0 )]TJ\n0 -1 1 0 10 763.5 Tm\n[(0B0D)]TJ\n"
                   "1 0 0 1 10 763.5 Tm\n[(0B0D)]TJ\nET\n");
    fixture_close(&fixture);
}

static void moves_squeezed_and_stretched_text(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    static const int32_t squeezed[] = {10000, 5000, 10000};
    static const int32_t stretched[] = {10234, 10235, 10234, 5234, 10234, 10000};
    fixture_box(&fixture, page, text_box(kana, 3, squeezed));
    fixture_box(&fixture, page, text_box(kana, 6, stretched));
    ASSERT_CONTENT(&fixture, page,
                   "BT\n/F2 10 Tf\n10 780 Td\n[(0B0D)500(0F)]TJ\n"
                   "0.234 Tc\n0 0 Td\n[(0B0D0F0B)500(0D0F)]TJ\nET\n");
    fixture_close(&fixture);
}

/* Where a viewer puts the last glyph of the first string array, in millionths of a point from its start. */
static int64_t last_origin(const char *at, int64_t size, int64_t spacing)
{
    int64_t pen = 0, origin = 0;
    for (at = strchr(at, '[') + 1; *at != ']';) {
        if (*at != '(') {
            char *end;
            pen -= strtol(at, &end, 10) * size;
            at = end;
            continue;
        }
        for (at++; *at != ')'; at += 2) {
            origin = pen;
            pen += 1000 * size + spacing * 1000;
        }
        at++;
    }
    return origin;
}

/* The end of a long line must be where layout put it. */
static void never_adds_up_errors(void **state)
{
    (void)state;
    enum { COUNT = 3000, SIZE = 9500 };
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    uint32_t *characters = arena_alloc(fixture.arena, COUNT * sizeof *characters);
    int32_t *advances = arena_alloc(fixture.arena, COUNT * sizeof *advances);
    int64_t wanted = 0;
    for (int i = 0; i < COUNT; i++) {
        characters[i] = 0x3042;
        advances[i] = SIZE + (i * 7919) % 13;
        wanted += i + 1 < COUNT ? advances[i] : 0;
    }
    struct box box = text_box(characters, COUNT, advances);
    box.as.text.size = SIZE;
    fixture_box(&fixture, page, box);
    struct buffer content = paint(&fixture, page);
    assert_null(strstr(content.data, "Tc")); /* no spacing is common to most */
    int64_t off = llabs(wanted * 1000 - last_origin(content.data, SIZE, 0));
    assert_true(off <= 3 * SIZE);
    buffer_free(&content);
    fixture_close(&fixture);
}

static void leaves_out_what_has_no_looks(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct page *page = fixture_page(&fixture, 500000, 800000);
    static const uint32_t characters[] = {0x3042, 0x200B, 0xFE00, 0x3044, 0xFEFF};
    fixture_box(&fixture, page, text_box(characters, 5, NULL));
    struct box nothing = text_box(characters, 0, NULL);
    fixture_box(&fixture, page, nothing);
    nothing = text_box(characters, 1, NULL);
    nothing.as.text.font = -1;
    fixture_box(&fixture, page, nothing);
    ASSERT_CONTENT(&fixture, page, "BT\n/F2 10 Tf\n10 780 Td\n[(0B0D)]TJ\nET\n");
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_numbers),           cmocka_unit_test(writes_strings),
        cmocka_unit_test(joins_shapes_of_one_look), cmocka_unit_test(draws_polygons_and_circles),
        cmocka_unit_test(writes_text_state_once),   cmocka_unit_test(moves_squeezed_and_stretched_text),
        cmocka_unit_test(never_adds_up_errors),     cmocka_unit_test(leaves_out_what_has_no_looks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
