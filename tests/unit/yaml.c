#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "read/read.h"
#include "setup.h"

static const struct value *read_yaml(void **state, const char *text)
{
    struct setup *setup = *state;
    return yaml_read("a.yaml", text, strlen(text), setup->arena, setup->diag);
}

/* The text must be refused with this report, at this place. */
static void refused(void **state, const char *text, const char *slug, int line, int column)
{
    struct setup *setup = *state;
    setup->diag = diag_new(setup->arena);
    read_yaml(state, text);
    assert_int_equal(diag_count(setup->diag), 1);
    const struct diagnostic *diagnostic = diag_get(setup->diag, 0);
    assert_string_equal(diagnostic->slug, slug);
    assert_int_equal(diagnostic->source.line, line);
    assert_int_equal(diagnostic->source.column, column);
}

static void kinds_follow_the_core_schema(void **state)
{
    static const struct {
        const char *text;
        enum value_kind kind;
    } cases[] = {
        {"no", VALUE_TEXT},
        {"on", VALUE_TEXT},
        {"yes", VALUE_TEXT},
        {"true", VALUE_BOOL},
        {"False", VALUE_BOOL},
        {"~", VALUE_NULL},
        {"null", VALUE_NULL},
        {"", VALUE_NULL},
        {"1.10", VALUE_REAL},
        {"1.2.3", VALUE_TEXT},
        {"12", VALUE_INTEGER},
        {"-0", VALUE_INTEGER},
        {"0x1F", VALUE_INTEGER},
        {"0o17", VALUE_INTEGER},
        {"1e3", VALUE_REAL},
        {".5", VALUE_REAL},
        {"1_000", VALUE_TEXT},
        {"2026-01", VALUE_TEXT},
        {"12:30", VALUE_TEXT},
        {"2026-01-01", VALUE_TEXT},
        {".inf", VALUE_TEXT},
        {"1e999", VALUE_TEXT},
        {"'12'", VALUE_TEXT},
        {"\"true\"", VALUE_TEXT},
        {"0b11", VALUE_TEXT},
        {"+1", VALUE_INTEGER},
        {"-", VALUE_LIST},
        {"99999999999999999999", VALUE_REAL},
        {"9223372036854775807", VALUE_INTEGER},
        {".", VALUE_TEXT},
    };
    struct setup *setup = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct value *map = read_yaml(
            state, arena_printf(setup->arena, cases[i].kind == VALUE_LIST ? "a:\n  %s" : "a: %s\n", cases[i].text));
        assert_int_equal(value_get(map, "a")->kind, cases[i].kind);
        if (cases[i].kind == VALUE_REAL || cases[i].kind == VALUE_INTEGER)
            assert_string_equal(value_get_text(map, "a", NULL), cases[i].text);
    }
    assert_int_equal(diag_count(setup->diag), 0);
    assert_int_equal(value_get(read_yaml(state, "a: 0x1F"), "a")->as.integer, 31);
}

static void places_are_counted_in_characters(void **state)
{
    const struct value *map = read_yaml(state, "名称: \"値\"\n一覧:\n  - { 鍵: [あ, い] }\n");
    const struct value *name = value_get(map, "名称"), *list = value_get(map, "一覧");
    assert_int_equal(name->key_source.column, 1);
    assert_int_equal(name->source.column, 5);
    assert_true(name->quoted);
    const struct value *inner = value_get(list->first, "鍵");
    assert_int_equal(inner->source.line, 3);
    assert_int_equal(inner->source.column, 10);
    assert_int_equal(inner->last->source.column, 14);
    assert_int_equal(inner->count, 2);
    assert_string_equal(inner->source.file, "a.yaml");
    assert_null(value_get(NULL, "x"));
    assert_null(value_get(list, "x"));
    assert_string_equal(value_get_text(map, "一覧", "other"), "other");
}

static void order_of_the_file_is_kept(void **state)
{
    struct setup *setup = *state;
    struct buffer buffer = {0};
    for (int i = 0; i < 3000; i++)
        buffer_printf(&buffer, "key%d: %d\n", i * 7919 % 3000, i);
    const struct value *map = read_yaml(state, buffer.data);
    int64_t i = 0;
    for (const struct value *entry = map->first; entry; entry = entry->next)
        assert_int_equal(entry->as.integer, i++);
    assert_int_equal(map->count, 3000);
    buffer_add_text(&buffer, "key5: again\n");
    read_yaml(state, buffer.data);
    assert_int_equal(diag_count(setup->diag), 1);
    buffer_free(&buffer);
}

static void empty_documents_are_nothing(void **state)
{
    struct setup *setup = *state;
    assert_null(read_yaml(state, ""));
    assert_null(read_yaml(state, "# nothing\n"));
    assert_null(read_yaml(state, "---\n"));
    assert_int_equal(diag_count(setup->diag), 0);
}

static void mistakes_are_named(void **state)
{
    refused(state, "a: 1\n\tb: 2\n", "yaml-tab", 2, 1);
    refused(state, "a: foo: bar\n", "yaml-colon-in-value", 1, 7);
    refused(state, "a: 1\nb：2\nc: 3\n", "yaml-full-width-colon", 2, 2);
    refused(state, "a: 1\nb:2\nc: 3\n", "yaml-colon-space", 2, 2);
    refused(state, "a: 1\nb\nc: 3\n", "yaml-missing-colon", 2, 1);
    refused(state, "a: 1\nb: \"abc\nc: 2\n", "yaml-unclosed-quote", 2, 4);
    refused(state, "a: 'abc", "yaml-unclosed-quote", 1, 4);
    refused(state, "a: [1, 2\nb: 2\n", "yaml-unclosed-bracket", 2, 2);
    refused(state, "a: [\n", "yaml-value-missing", 2, 1);
    refused(state, "a: @x\n", "yaml-reserved-character", 1, 4);
    refused(state, "a: `x`\n", "yaml-reserved-character", 1, 4);
    refused(state, "a: \"\\q\"\n", "yaml-escape", 1, 5);
    refused(state, "a: 1\n- b\n", "yaml-indentation", 2, 1);
    refused(state, "a: \"x\" y\n", "yaml-indentation", 1, 8);
    refused(state, "a: \"\\0\"\n", "yaml-control-character", 1, 4);
    refused(state, "あ: \xE2\x80\xA8x\n", "yaml-control-character", 1, 4);
    refused(state, "a: \x01\n", "yaml-control-character", 1, 4);
}

static void what_is_not_supported_is_refused(void **state)
{
    refused(state, "a: !!str x\n", "yaml-tag", 1, 4);
    refused(state, "a: !x {b: c}\n", "yaml-tag", 1, 4);
    refused(state, "%TAG ! tag:x,2000:\n---\na: 1\n", "yaml-tag", 1, 1);
    refused(state, "a: &x {b: 1}\nc:\n  <<: *x\n", "yaml-merge-key", 3, 3);
    refused(state, "? [a]\n: b\n", "yaml-key", 1, 3);
    refused(state, "a: 1\n---\nb: 2\n", "yaml-second-document", 2, 1);
}

static void duplicates_point_at_both_places(void **state)
{
    struct setup *setup = *state;
    refused(state, "a: 1\nb: 2\na: {x: 1}\n", "yaml-duplicate-key", 3, 1);
    assert_int_equal(diag_get(setup->diag, 0)->related.line, 1);
    const struct value *map = read_yaml(state, "a: 1\na: 2\nb: 3\n");
    assert_int_equal(value_get(map, "a")->as.integer, 1);
    assert_int_equal(value_get(map, "b")->as.integer, 3);
}

static void aliases_are_copied(void **state)
{
    const struct value *map = read_yaml(state, "a: &x\n  b: [1, 2]\nc: *x\nd: &y 5\ne: *y\n");
    const struct value *copy = value_get(map, "c");
    assert_int_equal(copy->source.line, 3);
    assert_int_equal(value_get(copy, "b")->count, 2);
    assert_ptr_not_equal(copy->first, value_get(map, "a")->first);
    assert_int_equal(value_get(map, "e")->as.integer, 5);
    refused(state, "a: *x\n", "yaml-unknown-anchor", 1, 4);
    refused(state, "a: &x [*x]\n", "yaml-recursive-alias", 1, 8);
}

static void bombs_do_not_go_off(void **state)
{
    struct buffer buffer = {0};
    buffer_add_text(&buffer, "a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
        buffer_printf(&buffer, "a%d: &a%d [*a%d", i, i, i - 1);
        for (int j = 1; j < 9; j++)
            buffer_printf(&buffer, ",*a%d", i - 1);
        buffer_add_text(&buffer, "]\n");
    }
    refused(state, buffer.data, "yaml-too-many-values", 7, 10);
    buffer_free(&buffer);
}

static void deep_nesting_is_refused(void **state)
{
    static const char *const openings[] = {"[", "{a: ", "- ", "? "};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct buffer buffer = {0};
        for (int j = 0; j < 80000; j++)
            buffer_add_text(&buffer, openings[i]);
        struct setup *setup = *state;
        setup->diag = diag_new(setup->arena);
        read_yaml(state, buffer.data);
        assert_int_equal(diag_count(setup->diag), 1);
        const char *slug = diag_get(setup->diag, 0)->slug;
        assert_true(strcmp(slug, "yaml-too-deep") == 0 || strcmp(slug, "yaml-key") == 0);
        buffer_free(&buffer);
    }
}

/* Folding makes a blank of a line break: between Japanese lines it goes, the blanks of the writer stay. */
static void folding_leaves_no_blank_between_japanese(void **state)
{
    const struct value *map = read_yaml(state, "a: >-\n  購買部の\n  担当者は 水野\n  use it\n\n  次の段落\n"
                                               "b: 日本語の\n  文\nc: \"引用の\n  文\"\nd: one\n  two\n"
                                               "e: |\n  一行\n  二行\n");
    assert_string_equal(value_get_text(map, "a", NULL), "購買部の担当者は 水野 use it\n次の段落");
    assert_string_equal(value_get_text(map, "b", NULL), "日本語の文");
    assert_string_equal(value_get_text(map, "c", NULL), "引用の文");
    assert_string_equal(value_get_text(map, "d", NULL), "one two");
    assert_string_equal(value_get_text(map, "e", NULL), "一行\n二行\n");
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(kinds_follow_the_core_schema),
        TEST(places_are_counted_in_characters),
        TEST(order_of_the_file_is_kept),
        TEST(empty_documents_are_nothing),
        TEST(mistakes_are_named),
        TEST(what_is_not_supported_is_refused),
        TEST(duplicates_point_at_both_places),
        TEST(aliases_are_copied),
        TEST(bombs_do_not_go_off),
        TEST(deep_nesting_is_refused),
        TEST(folding_leaves_no_blank_between_japanese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
