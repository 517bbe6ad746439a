#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "doc/node.h"

static const struct source nowhere = {0};

static struct node *make(struct arena *arena, enum node_type type)
{
    return node_new(arena, type, nowhere);
}

static void append_checks_containment(void **state)
{
    struct arena *arena = *state;
    struct node *document = make(arena, NODE_DOCUMENT), *table = make(arena, NODE_TABLE), *row = make(arena, NODE_ROW),
                *cell = make(arena, NODE_CELL);

    assert_false(node_append(document, row));
    assert_false(node_append(document, node_text(arena, "x", nowhere)));
    assert_true(node_append(document, table));
    assert_false(node_append(document, table)); /* it has a parent */
    assert_true(node_append(table, make(arena, NODE_COLUMN)));
    assert_true(node_append(table, row));
    assert_false(node_append(table, make(arena, NODE_COLUMN)));  /* after a row */
    assert_false(node_append(table, make(arena, NODE_CAPTION))); /* a caption comes first */
    assert_true(node_append(row, cell));
    assert_int_equal(cell->as.cell.column_span, 1);
    assert_true(node_append(cell, node_text(arena, "x", nowhere)));
    assert_false(node_append(cell, make(arena, NODE_PARAGRAPH))); /* inlines already */
    assert_false(node_append(cell, make(arena, NODE_SECTION)));
    assert_false(node_append(make(arena, NODE_RULE), make(arena, NODE_TEXT)));
}

static void section_has_one_heading(void **state)
{
    struct arena *arena = *state;
    struct node *section = make(arena, NODE_SECTION);

    assert_true(node_append(section, make(arena, NODE_HEADING)));
    assert_false(node_append(section, make(arena, NODE_HEADING)));
    assert_true(node_append(section, make(arena, NODE_SECTION)));
}

static void replace_puts_a_chain_in_place(void **state)
{
    struct arena *arena = *state;
    struct node *paragraph = make(arena, NODE_PARAGRAPH), *live = make(arena, NODE_LIVE),
                *one = node_text(arena, "b", nowhere), *two = node_text(arena, "c", nowhere);

    assert_false(node_replace(live, one)); /* no parent */
    node_append(paragraph, node_text(arena, "a", nowhere));
    node_append(paragraph, live);
    one->next = two;
    assert_true(node_replace(live, one));
    assert_ptr_equal(paragraph->last, two);
    assert_null(live->parent);
    assert_string_equal(node_plain_text(paragraph, arena), "abc");
    assert_false(node_replace(one, make(arena, NODE_TABLE)));
    assert_true(node_replace(two, NULL));
    assert_true(node_replace(paragraph->first, NULL));
    assert_true(node_replace(one, NULL));
    assert_null(paragraph->first);
    assert_null(paragraph->last);
}

struct counts {
    int entered, left;
};

static bool count_enter(void *context, const struct node *node)
{
    ((struct counts *)context)->entered++;
    return node->type != NODE_LIST;
}

static void count_leave(void *context, const struct node *node)
{
    (void)node;
    ((struct counts *)context)->left++;
}

static void walk_survives_depth(void **state)
{
    static const struct node_visitor visitor = {count_enter, count_leave};
    struct arena *arena = *state;
    struct node *root = make(arena, NODE_QUOTE), *deepest = root, *list = make(arena, NODE_LIST);
    struct counts counts = {0};

    for (int i = 0; i < 1000000; i++) {
        struct node *quote = make(arena, NODE_QUOTE);
        node_append(deepest, quote);
        deepest = quote;
    }
    node_append(deepest, list);
    node_append(list, make(arena, NODE_ITEM)); /* skipped */
    node_walk(root, &visitor, &counts);
    assert_int_equal(counts.entered, 1000002);
    assert_int_equal(counts.left, 1000002);
}

static void plain_text_keeps_reading_order(void **state)
{
    struct arena *arena = *state;
    struct node *item = make(arena, NODE_ITEM), *paragraph = make(arena, NODE_PARAGRAPH),
                *strong = make(arena, NODE_STRONG), *code = make(arena, NODE_CODE_SPAN),
                *box = make(arena, NODE_CHECK_BOX);

    code->text = "id";
    node_append(strong, node_text(arena, "重要", nowhere));
    node_append(paragraph, box);
    node_append(paragraph, strong);
    node_append(paragraph, make(arena, NODE_LINE_BREAK));
    node_append(paragraph, code);
    node_append(item, paragraph);
    paragraph = make(arena, NODE_PARAGRAPH);
    node_append(paragraph, node_text(arena, "次", nowhere));
    node_append(item, paragraph);
    assert_string_equal(node_plain_text(item, arena), "☐重要 id\n次");
    assert_string_equal(node_plain_text(make(arena, NODE_PARAGRAPH), arena), "");
}

static void every_kind_has_its_name(void **state)
{
    (void)state;
    assert_string_equal(node_type_name(NODE_DOCUMENT), "document");
    assert_string_equal(node_type_name(NODE_LIVE), "live");
    assert_true(node_is_block(NODE_TABLE));
    assert_false(node_is_block(NODE_CELL));
    assert_true(node_is_inline(NODE_TEXT));
    assert_false(node_is_inline(NODE_LIVE_BLOCK));
}

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(append_checks_containment, setup, teardown),
        cmocka_unit_test_setup_teardown(section_has_one_heading, setup, teardown),
        cmocka_unit_test_setup_teardown(replace_puts_a_chain_in_place, setup, teardown),
        cmocka_unit_test_setup_teardown(walk_survives_depth, setup, teardown),
        cmocka_unit_test_setup_teardown(plain_text_keeps_reading_order, setup, teardown),
        cmocka_unit_test_setup_teardown(every_kind_has_its_name, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
