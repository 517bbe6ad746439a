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

static const struct value *read_csv(void **state, const char *text)
{
    struct setup *setup = *state;
    setup->diag = diag_new(setup->arena);
    return csv_read("a.csv", text, strlen(text), setup->arena, setup->diag);
}

static void reported(void **state, const char *slug, int line, int column)
{
    struct setup *setup = *state;
    assert_int_equal(diag_count(setup->diag), 1);
    const struct diagnostic *diagnostic = diag_get(setup->diag, 0);
    assert_string_equal(diagnostic->slug, slug);
    assert_int_equal(diagnostic->source.line, line);
    assert_int_equal(diagnostic->source.column, column);
}

static void cells_have_names_and_places(void **state)
{
    struct setup *setup = *state;
    const struct value *list = read_csv(state, "id,名称 ,備考\nA-1,\"改行\nと\"\"引用\"\", \", x \n\n,,\nA-2,,y");
    assert_int_equal(diag_count(setup->diag), 0);
    assert_int_equal(list->count, 2);
    const struct value *name = value_get(list->first, "名称"), *note = value_get(list->first, "備考");
    assert_string_equal(name->text, "改行\nと\"引用\", ");
    assert_int_equal(name->source.line, 2);
    assert_int_equal(name->source.column, 5);
    assert_int_equal(name->key_source.column, 4);
    assert_string_equal(note->text, "x");
    assert_int_equal(note->source.line, 3);
    assert_int_equal(note->source.column, 12);
    assert_int_equal(list->last->source.line, 6);
    assert_null(value_get(list->last, "名称"));
    assert_string_equal(value_get_text(list->last, "備考", NULL), "y");
}

static void rows_of_the_wrong_length_are_reported(void **state)
{
    assert_int_equal(read_csv(state, "a,b\n1\n")->count, 0); /* which cell is missing, nobody knows */
    reported(state, "csv-missing-cells", 2, 1);
    read_csv(state, "a,b\n1,あ,3\n");
    reported(state, "csv-extra-cells", 2, 5);
    read_csv(state, "a,b\n1,2,,\n");
    struct setup *setup = *state;
    assert_int_equal(diag_count(setup->diag), 0); /* empty cells at the end do not matter */
}

static void headers_are_checked(void **state)
{
    struct setup *setup = *state;
    assert_null(read_csv(state, ""));
    reported(state, "csv-empty", 1, 1);
    assert_null(read_csv(state, "\n\n"));
    read_csv(state, "id,x,id\n1,2,3\n");
    reported(state, "csv-duplicate-column", 1, 6);
    assert_int_equal(diag_get(setup->diag, 0)->related.column, 1);
    assert_null(read_csv(state, "id;x\n1;2\n"));
    reported(state, "csv-separator", 1, 1);
    assert_null(read_csv(state, "id\tx\n1\t2\n"));
    read_csv(state, "id,\n1,2\n2,3\n");
    reported(state, "csv-unnamed-column", 2, 3);
    assert_int_equal(read_csv(state, "id,\n1,\n")->count, 1);
    assert_int_equal(diag_count(setup->diag), 0);
    assert_int_equal(read_csv(state, "id,x\n")->count, 0);
}

static void broken_quotes_are_located(void **state)
{
    read_csv(state, "a,b\n1,\"open\n2,3\n");
    reported(state, "csv-unclosed-quote", 2, 3);
    assert_int_equal(read_csv(state, "a,b\n1,\"x\"y\n2,3\n")->count, 2);
    reported(state, "csv-after-quote", 2, 6);
    assert_string_equal(value_get_text(read_csv(state, "a\nx\"y\n")->first, "a", NULL), "x\"y");
    read_csv(state, "a\n\"");
    reported(state, "csv-unclosed-quote", 2, 1);
}

static void odd_files_end(void **state)
{
    static const char *const patterns[] = {",", "\"", "\"\"", "\"\n", ",\n", "a\"", "\n\""};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct buffer buffer = {0};
        buffer_add_text(&buffer, "a,b\n");
        for (int j = 0; j < 50000; j++)
            buffer_add_text(&buffer, patterns[i]);
        read_csv(state, buffer.data);
        buffer_free(&buffer);
    }
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(cells_have_names_and_places),
        TEST(rows_of_the_wrong_length_are_reported),
        TEST(headers_are_checked),
        TEST(broken_quotes_are_located),
        TEST(odd_files_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
