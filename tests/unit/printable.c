/* Text that is safe to show, and lines that no CI job takes for commands. */
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/print.h"
#include "base/printable.h"
#include "setup.h"

static void what_acts_or_hides_is_written_out(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"a\nb\tc\r", "a\\nb\\tc\\x0d"},
        {"\x1b[2J\x7f\xc2\x9b", "\\x1b[2J\\x7f\\u009b"},
        {"\u202e\u2066\u200e\u061c", "\\u202e\\u2066\\u200e\\u061c"},
        {"\u200b\u2060\ufeff\u00ad\u2028\u2029", "\\u200b\\u2060\\ufeff\\u00ad\\u2028\\u2029"},
        {"\U000e0041\U000e007f\u3164", "\\U000e0041\\U000e007f\\u3164"},
        {"\xff\xe3\x81", "\\xff\\xe3\\x81"},
        {"\xed\xa0\x80\xc0\x80", "\\xed\\xa0\\x80\\xc0\\x80"},
        {"a\ufe0f\ufe0f \ufe0f", "a\ufe0f\\ufe0f \\ufe0f"}, /* the second of a row, one behind a blank */
        {"a\u200db", "a\\u200db"},
        {"a\ufe0f\ufe0f\u200d👩", "a\ufe0f\\ufe0f\\u200d👩"}, /* nothing is joined to what is written out */
        {"::error::x ##[group]", "::error::x ##[group]"},   /* it depends on the line: print_lines */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(printable(cases[i][0]).text, cases[i][1]);
    assert_string_equal(printable(NULL).text, "");
}

static void ordinary_text_stays(void **state)
{
    static const char *const texts[] = {
        "リスク対応計画（令和8年）",          "naïve – “quoted” €", "髙﨑①㈱",  "葛\U000e0100飾区", "✅️ 1️⃣",
        "👩‍💻 ❤️‍🔥 👍🏽", "C:\\x1b\\new",       "が\u3099", "\u2003\u3000"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(printable(texts[i]).text, texts[i]);
}

static void long_texts_end_with_an_ellipsis(void **state)
{
    char text[5 * PRINTABLE_NAME + 1];
    struct buffer buffer = {0};
    (void)state;
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    text[PRINTABLE_NAME] = '\0';
    assert_string_equal(printable(text).text, text);
    text[PRINTABLE_NAME] = 'x';
    assert_int_equal(strlen(printable(text).text), PRINTABLE_NAME + strlen("…"));
    memset(text, '\xff', sizeof text - 1); /* four characters each */
    assert_int_equal(strlen(printable(text).text), PRINTABLE_NAME + strlen("…"));
    for (size_t limit = 0; limit < 12; limit++) { /* never within a character, whatever the limit */
        buffer_clear(&buffer);
        printable_add(&buffer, "あ𠮷い\x01う\U000e0041", limit);
        assert_string_equal(printable(buffer.data).text, buffer.data);
    }
    buffer_clear(&buffer);
    printable_add(&buffer, "👩\u200d👩\u200d👧", 3);
    assert_string_equal(buffer.data, "👩\u200d👩…"); /* nor to the ellipsis */
    buffer_clear(&buffer);
    printable_add(&buffer, "👩\u200d👩\u200d👧", 4);
    assert_string_equal(buffer.data, "👩\u200d👩…");
    buffer_free(&buffer);
}

static void breaks_stay_where_they_may(void **state)
{
    struct arena *arena = ((struct setup *)*state)->arena;
    struct buffer buffer = {0};
    assert_string_equal(printable_copy(arena, "a\nb\x1b", PRINTABLE_TEXT, true), "a\nb\\x1b");
    assert_string_equal(printable_copy(arena, "a\nb", PRINTABLE_TEXT, false), "a\\nb");
    assert_null(printable_copy(arena, NULL, PRINTABLE_TEXT, true));
    printable_add_lines(&buffer, "a\n\nb\n", PRINTABLE_TEXT, "\n  ");
    assert_string_equal(buffer.data, "a\n  \n  b\n  ");
    char breaks[PRINTABLE_LINES + 2];
    memset(breaks, '\n', sizeof breaks - 1);
    breaks[sizeof breaks - 1] = '\0';
    const char *shown = printable_copy(arena, breaks, PRINTABLE_TEXT, true);
    assert_string_equal(shown + PRINTABLE_LINES, "\\n");
    buffer_free(&buffer);
}

static void assert_printed(const char *lines, const char *expected)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    struct buffer buffer = {0};
    buffer_add_text(&buffer, lines);
    print_lines(stream, &buffer);
    fclose(stream);
    assert_string_equal(text, expected);
    free(text);
    buffer_free(&buffer);
}

static void no_line_is_a_command(void **state)
{
    static const char *const cases[][2] = {
        {"::error::x\n", "\\x3a:error::x\n"},
        {"a\n  ::error file=b::x\nc\n", "a\n  \\x3a:error file=b::x\nc\n"},
        {"\u3000\u00a0\t::x::\n", "\u3000\u00a0\t\\x3a:x::\n"},
        {"\x1b[1m::add-mask::x\x1b[0m\n", "\x1b[1m\\x3a:add-mask::x\x1b[0m\n"},
        {"\ufe0f:\ufe0f:x::\n", "\ufe0f\\x3a\ufe0f:x::\n"},
        {":::x\n", "\\x3a::x\n"},
        {"::", "\\x3a:"},
        {"a\r::b\r\n::c", "a\r\\x3a:b\r\n\\x3a:c"}, /* a runner ends a line at a return, too */
        {"x ##[error]y ##vso[task] ##VSO[a]\n", "x \\x23#[error]y \\x23#vso[task] \\x23#VSO[a]\n"},
        {"####[x]##\ufe0f[y]\n", "##\\x23#[x]\\x23#\ufe0f[y]\n"},
        {"##[a]\n##[b]", "\\x23#[a]\n\\x23#[b]"},
        /* ordinary */
        {"std::string ::1 a: b:: c\n\n:x\n: :\n", "std::string ::1 a: b:: c\n\n:x\n: :\n"},
        {"## Heading [link] #1 ##\n[x]\n", "## Heading [link] #1 ##\n[x]\n"},
        {"", ""},
        {"\n\n", "\n\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_printed(cases[i][0], cases[i][1]);
}

static void json_keeps_the_data(void **state)
{
    static const char json[] =
        "{\n  \"::error::\": \"##[x] \u202e\U000e0041 葛\U000e0100 👩‍💻 \x7f # ## [\"\n}\n";
    char *text = NULL;
    size_t length = 0;
    (void)state;
    FILE *stream = open_memstream(&text, &length);
    print_json(stream, json, sizeof json - 1);
    fclose(stream);
    assert_null(strstr(text, "##["));
    assert_null(strstr(text, "\u202e"));
    assert_null(strstr(text, "\U000e0041"));
    assert_non_null(strstr(text, "葛\U000e0100 👩‍💻"));
    json_t *before = json_loads(json, 0, NULL), *after = json_loads(text, 0, NULL);
    assert_non_null(after);
    assert_true(json_equal(before, after));
    json_decref(before);
    json_decref(after);
    free(text);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_acts_or_hides_is_written_out), TEST(ordinary_text_stays),  TEST(long_texts_end_with_an_ellipsis),
        TEST(breaks_stay_where_they_may),        TEST(no_line_is_a_command), TEST(json_keeps_the_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
