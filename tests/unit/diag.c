#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/diag.h"
#include "setup.h"

static const char *source_text(void *context, const char *file)
{
    (void)context;
    return strcmp(file, "a.yaml") == 0 ? "id: A-001\n\t資産: 生産管理サーバー\nend" : NULL;
}

static char *print(const struct diag *diag, struct diag_print_options options)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    options.text = source_text;
    diag_print(diag, &options, stream);
    fclose(stream);
    return text;
}

static void add(struct diag *diag, enum diag_level level, const char *slug, struct source source, const char *text)
{
    struct diagnostic diagnostic = {.level = level, .slug = slug, .source = source, .text = {text, text}};
    diag_add(diag, &diagnostic);
}

static void arguments_are_filled_in_once(void **state)
{
    struct setup *setup = *state;
    diag_report(setup->diag, MESSAGE_FILE_UNREADABLE, (struct source){0}, "{2}", diag_words(setup->arena, "日", "en"),
                NULL);
    const struct diagnostic *diagnostic = diag_get(setup->diag, 0);
    assert_string_equal(diagnostic->text[LANGUAGE_JA], "{2} を読めません: 日");
    assert_string_equal(diagnostic->text[LANGUAGE_EN], "cannot read {2}: en");
    assert_int_equal(diag_count_level(setup->diag, DIAG_ERROR), 1);
}

/* What diag_words gives is known by its address: a text of a project that looks like one stays a text. */
static void words_cannot_be_forged(void **state)
{
    struct setup *setup = *state;
    const char *words = diag_words(setup->arena, "日", "en"), *copied = arena_strdup(setup->arena, words);
    assert_string_equal(diag_argument(words, LANGUAGE_JA), "日");
    assert_string_equal(diag_argument(words, LANGUAGE_EN), "en");
    assert_string_equal(diag_argument("\x1fja\x1f"
                                      "en",
                                      LANGUAGE_EN),
                        "\x1fja\x1f"
                        "en");
    assert_ptr_equal(diag_argument(copied, LANGUAGE_EN), copied);
    diag_report(setup->diag, MESSAGE_FILE_UNREADABLE, (struct source){0},
                "a\x1f"
                "b\n::error::c",
                "x", NULL);
    assert_string_equal(diag_get(setup->diag, 0)->text[LANGUAGE_JA], "a\\x1fb\\n::error::c を読めません: x");
    assert_string_equal(diag_get(setup->diag, 0)->text[LANGUAGE_EN], "cannot read a\\x1fb\\n::error::c: x");
}

/* 2,000 reports with 20 MB in each argument: neither their length nor their memory follows. */
static void long_arguments_are_cut(void **state)
{
    enum { SIZE = 20 << 20 };
    struct setup *setup = *state;
    char *text = malloc(SIZE + 1);
    memset(text, 'x', SIZE);
    text[SIZE] = '\0';
    size_t before = arena_size(setup->arena);
    for (int i = 0; i < 2000; i++) {
        diag_report(setup->diag, MESSAGE_FILE_UNREADABLE, (struct source){"a.yaml", i, 1}, text, text, NULL);
        add(setup->diag, DIAG_ERROR, text, (struct source){"a.yaml", i, 1}, text);
    }
    free(text);
    assert_true(arena_size(setup->arena) - before < 64 << 20);
    diag_sort(setup->diag);
    char *printed = print(setup->diag, (struct diag_print_options){.format = DIAG_JSON});
    for (const char *line = printed, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
        assert_true(end - line < 40000);
    free(printed);
}

static void the_list_is_sorted_and_repeats_go(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    add(diag, DIAG_ERROR, "b", (struct source){"b.yaml", 1, 1}, "x");
    add(diag, DIAG_ERROR, "b", (struct source){"a.yaml", 10, 1}, "x");
    add(diag, DIAG_ERROR, "b", (struct source){"a.yaml", 9, 2}, "first");
    add(diag, DIAG_ERROR, "b", (struct source){"a.yaml", 9, 2}, "second");
    add(diag, DIAG_ERROR, "b", (struct source){"a.yaml", 9, 2}, "first");
    add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 9, 2}, "x");
    add(diag, DIAG_ERROR, "z", (struct source){0}, "x");
    diag_sort(diag);
    assert_int_equal(diag_count(diag), 6);
    assert_string_equal(diag_get(diag, 0)->slug, "a");
    assert_string_equal(diag_get(diag, 1)->text[0], "first");
    assert_string_equal(diag_get(diag, 2)->text[0], "second");
    assert_int_equal(diag_get(diag, 3)->source.line, 10);
    assert_string_equal(diag_get(diag, 4)->source.file, "b.yaml");
    assert_string_equal(diag_get(diag, 5)->slug, "z");
    assert_int_equal(diag_count_level(diag, DIAG_ERROR), 6);
}

static void the_mark_stands_under_the_place(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    struct diagnostic diagnostic = {.level = DIAG_WARNING,
                                    .slug = "rule",
                                    .clause = "6.1.3 d",
                                    .source = {"a.yaml", 2, 6},
                                    .related = {"a.yaml", 1, 5},
                                    .text = {"題", "title"},
                                    .help = {"こう直す", "mend it"},
                                    .related_text = {"最初", "first"}};
    diag_add(diag, &diagnostic);
    char *text = print(diag, (struct diag_print_options){.language = LANGUAGE_JA});
    assert_string_equal(text, "警告[rule]: 題\n"
                              " --> a.yaml:2:6\n"
                              "  |\n"
                              "2 |     資産: 生産管理サーバー\n"
                              "  |           ^^^^^^^^^^^^^^^^\n"
                              " ==> a.yaml:1:5\n"
                              "  |\n"
                              "1 | id: A-001\n"
                              "  |     ----- 最初\n"
                              "  = 直し方: こう直す\n"
                              "  = 箇条: 6.1.3 d\n"
                              "\n"
                              "警告 1件\n");
    free(text);
    text = print(diag, (struct diag_print_options){.language = LANGUAGE_EN, .format = DIAG_SHORT});
    assert_string_equal(text, "a.yaml:2:6: warning: title [rule]\n");
    free(text);
    text = print(diag, (struct diag_print_options){.quiet = true});
    assert_string_equal(text, "");
    free(text);
}

static void places_beyond_the_text_do_no_harm(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 3, 500}, "past the end of the line");
    add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 99, 1}, "past the end of the file");
    add(diag, DIAG_ERROR, "a", (struct source){"gone.yaml", 1, 1}, "no text");
    add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 0, 0}, "the file as a whole");
    add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 3, 1 << 30}, "far away");
    char *text = print(diag, (struct diag_print_options){.language = LANGUAGE_EN, .color = true});
    assert_non_null(strstr(text, "5 errors"));
    free(text);
}

static void nothing_reaches_the_terminal_raw(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    add(diag, DIAG_ERROR, "a", (struct source){"a\x1b[2J.yaml", 1, 1}, "\x1b]0;x\a\u202e\xff");
    char *text = print(diag, (struct diag_print_options){.language = LANGUAGE_EN});
    assert_null(strchr(text, '\x1b'));
    assert_null(strchr(text, '\a'));
    assert_null(strstr(text, "\u202e"));
    assert_null(strchr(text, '\xff'));
    free(text);
}

static void json_is_json(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    struct diagnostic diagnostic = {.slug = "rule",
                                    .record = "R-\"1\"\\",
                                    .source = {"a.yaml", 2, 6},
                                    .related = {"b.yaml", 1, 5},
                                    .text = {"題\n\t\x01\xff", "title"}};
    diag_add(diag, &diagnostic);
    add(diag, DIAG_ERROR, "other", (struct source){0}, "x");
    diag_sort(diag);
    char *text = print(diag, (struct diag_print_options){.format = DIAG_JSON});
    json_error_t error;
    json_t *list = json_loads(text, 0, &error);
    assert_non_null(list);
    assert_int_equal(json_array_size(list), 2);
    json_t *first = json_array_get(list, 0);
    assert_string_equal(json_string_value(json_object_get(first, "level")), "note");
    assert_string_equal(json_string_value(json_object_get(first, "record")), "R-\"1\"\\");
    assert_string_equal(json_string_value(json_object_get(json_object_get(first, "text"), "ja")), "題\n\\t\\x01\\xff");
    assert_int_equal(json_integer_value(json_object_get(json_object_get(first, "related"), "column")), 5);
    assert_true(json_is_null(json_object_get(json_array_get(list, 1), "file")));
    json_decref(list);
    free(text);
}

/* 50,000 reports, all on one long line: quadratic work would not end. */
static void thousands_of_reports_are_cheap(void **state)
{
    struct diag *diag = ((struct setup *)*state)->diag;
    for (int i = 0; i < 50000; i++)
        add(diag, DIAG_ERROR, "a", (struct source){"a.yaml", 2, i % 7}, i % 3 ? "x" : "y");
    diag_sort(diag);
    assert_int_equal(diag_count(diag), 14);
}

static void near_names_are_suggested(void **state)
{
    static const char *const names[] = {"A-0123", "id", "applicable", "名称", "資産の名称"};
    (void)state;
    assert_string_equal(diag_suggest("aplicable", names, 5), "applicable");
    assert_string_equal(diag_suggest("applicabel", names, 5), "applicable");
    assert_string_equal(diag_suggest("ＩＤ", names, 5), "id");
    assert_string_equal(diag_suggest("a-0132", names, 5), "A-0123");
    assert_string_equal(diag_suggest("資産の名前", names, 5), "資産の名称");
    assert_null(diag_suggest("zz", names, 5));
    assert_null(diag_suggest("something else", names, 5));
    assert_null(diag_suggest("", names, 5));
    assert_null(diag_suggest("id", names, 0));
    char name[400];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    const char *itself = name;
    assert_null(diag_suggest(name, &itself, 1));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(arguments_are_filled_in_once),     TEST(the_list_is_sorted_and_repeats_go),
        TEST(the_mark_stands_under_the_place),  TEST(places_beyond_the_text_do_no_harm),
        TEST(nothing_reaches_the_terminal_raw), TEST(json_is_json),
        TEST(words_cannot_be_forged),           TEST(long_arguments_are_cut),
        TEST(thousands_of_reports_are_cheap),   TEST(near_names_are_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
