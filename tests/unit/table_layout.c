/* Tables: widths, repeated heads, parted rows, spans. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "layout_sample.h"

struct setting {
    struct arena *arena;
    struct diag *diag;
    struct document *document;
    struct metrics metrics;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct setting *setting = arena_alloc(arena, sizeof *setting);
    *setting = (struct setting){arena, diag_new(arena), tree_document(arena, "soa", "ja"), sample_metrics()};
    *state = setting;
    return 0;
}

static int tear_down(void **state)
{
    arena_free(((struct setting *)*state)->arena);
    return 0;
}

static struct layout set(struct setting *setting)
{
    struct document_set set = tree_set(setting->arena, &setting->document, 1);
    doc_resolve(&set, setting->arena, setting->diag);
    return layout_document(setting->document, theme_read(NULL, setting->arena, setting->diag), &setting->metrics, false,
                           setting->arena, setting->diag);
}

static bool is(const struct box *box, const char *words)
{
    size_t at = 0, length = strlen(words);
    if (box->type != BOX_TEXT)
        return false;
    for (size_t i = 0; i < box->as.text.count; i++) {
        uint32_t code = 0;
        at += utf8_decode(words + at, length - at, &code);
        if (code != box->as.text.characters[i])
            return false;
    }
    return at == length;
}

static const struct box *find(const struct page *page, const char *words)
{
    for (const struct box *box = page->boxes; box; box = box->next)
        if (is(box, words))
            return box;
    return NULL;
}

static int count(const struct layout *layout, const char *words)
{
    int result = 0;
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct box *box = page->boxes; box; box = box->next)
            result += is(box, words);
    return result;
}

/* Nothing leaves its page, no page is empty, no page but the last of its table is half empty. */
static void check_pages(const struct layout *layout)
{
    for (const struct page *page = layout->first; page; page = page->next) {
        int matter = 0;
        for (const struct box *box = page->boxes; box; box = box->next) {
            assert_true(box->x >= 0 && box->y >= 0);
            assert_true(box->x + box->width <= page->width && box->y <= page->height);
            matter += box->node != NULL;
        }
        assert_true(matter > 0);
    }
}

static void test_heads_are_repeated(void **state)
{
    struct setting *setting = *state;
    sample_soa(setting->arena, setting->document->root, 100);
    struct layout layout = set(setting);
    assert_true(layout.count > 3);
    check_pages(&layout);
    for (const struct page *page = layout.first; page; page = page->next) {
        const struct box *head = find(page, "規程・手順書");
        assert_non_null(head);
        assert_true((head->node == NULL) == (page->number > 1));
        assert_true(page->number == 1 || find(page, "表 1　適用する管理策（続き）") != NULL);
    }
}

static void test_kinds_are_never_broken(void **state)
{
    struct setting *setting = *state;
    sample_soa(setting->arena, setting->document->root, 13);
    sample_risks(setting->arena, setting->document->root, 12);
    struct layout layout = set(setting);
    assert_int_equal(count(&layout, "一部実施"), 2);
    assert_int_equal(count(&layout, "R-012"), 2 + 4);
    assert_int_equal(count(&layout, "A-003") + count(&layout, "A-003 A-017"), 4);
    assert_int_equal(count(&layout, "9 高"), 4);
    assert_int_equal(count(&layout, "可能性"), 2);
    assert_int_equal(diag_count(setting->diag), 0);
}

static void test_tall_rows_are_parted(void **state)
{
    struct setting *setting = *state;
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    static const char *const head[] = {"番号", "内容"};
    sample_row(setting->arena, table, true, head, 2);
    char *words = arena_alloc(setting->arena, 30001);
    for (int i = 0; i < 30000; i += 3)
        memcpy(words + i, "字", 3);
    const char *const row[] = {"R-001", words};
    sample_row(setting->arena, table, false, row, 2);
    struct layout layout = set(setting);
    size_t characters = 0;
    for (const struct page *page = layout.first; page; page = page->next)
        for (const struct box *box = page->boxes; box; box = box->next)
            if (box->type == BOX_TEXT && box->as.text.characters[0] == 0x5B57)
                characters += box->as.text.count;
    check_pages(&layout);
    assert_int_equal(characters, 10000);
    assert_true(layout.count >= 3 && layout.count <= 5);
    assert_int_equal(count(&layout, "R-001"), 1);
}

static void test_row_spans_over_pages(void **state)
{
    struct setting *setting = *state;
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    for (int i = 0; i < 120; i++) {
        struct node *row = tree_add(setting->arena, table, NODE_ROW);
        if (i == 0)
            tree_cell(setting->arena, row, "分類", 1, 120)->as.cell.header = true;
        tree_cell(setting->arena, row, arena_printf(setting->arena, "N-%d", i), 1, 1);
    }
    struct layout layout = set(setting);
    check_pages(&layout);
    assert_true(layout.count >= 3 && layout.count <= 4);
    for (int i = 0; i < 120; i++)
        assert_int_equal(count(&layout, arena_printf(setting->arena, "N-%d", i)), 1);
}

static void test_too_wide(void **state)
{
    struct setting *setting = *state;
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    struct node *row = tree_add(setting->arena, table, NODE_ROW);
    for (int i = 0; i < 60; i++)
        tree_cell(setting->arena, row, "unbreakable", 1, 1);
    struct layout layout = set(setting);
    check_pages(&layout);
    assert_int_equal(diag_count(setting->diag), 1);
    assert_string_equal(diag_get(setting->diag, 0)->slug, "table-too-wide");
}

static void test_smaller_type_when_needed(void **state)
{
    struct setting *setting = *state;
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    struct node *row = tree_add(setting->arena, table, NODE_ROW);
    for (int i = 0; i < 10; i++)
        tree_cell(setting->arena, row, "ABCDEFGHIJK", 1, 1);
    struct layout layout = set(setting);
    const struct box *box = find(layout.first, "ABCDEFGHIJK");
    assert_non_null(box);
    assert_true(box->as.text.size < 8000 && box->as.text.size >= 6500);
    assert_int_equal(diag_count(setting->diag), 0);
}

/* Advances that no size divides evenly. */
static int odd_advance(void *context, int font, uint32_t character)
{
    (void)context;
    (void)font;
    return 433 + (int)(character * 37 % 211);
}

/* Where columns get just the room of their longest word, in whatever size of type, none of the words is broken. */
static void test_words_stay_whole_in_tight_tables(void **state)
{
    static const char *const words[] = {"2026-06-22",   "Information",  "SP-01",
                                        "satisfactory", "Requirements", "handled"};
    struct setting *setting = *state;
    int shrunk = 0;
    setting->metrics.advance = odd_advance;
    for (int size = 7800; size <= 9600; size += 50)
        for (int columns = 8; columns <= 10; columns++) {
            struct document *document = tree_document(setting->arena, "tight", "en");
            struct node *row = tree_add(setting->arena, tree_add(setting->arena, document->root, NODE_TABLE), NODE_ROW);
            for (int c = 0; c < columns; c++)
                tree_cell(setting->arena, row, words[c % 6], 1, 1);
            tree_cell(setting->arena, row, "a few words that would like more room than there is", 1, 1);
            struct document_set set = tree_set(setting->arena, &document, 1);
            doc_resolve(&set, setting->arena, setting->diag);
            struct theme theme = *theme_read(NULL, setting->arena, setting->diag);
            theme.table_size = size;
            struct layout layout =
                layout_document(document, &theme, &setting->metrics, false, setting->arena, setting->diag);
            for (int c = 0; c < 6; c++) {
                const struct box *box = find(layout.first, words[c]);
                assert_non_null(box);
                shrunk += box->as.text.size < size;
            }
        }
    assert_true(shrunk > 100);
    assert_int_equal(diag_count(setting->diag), 0);
}

static void test_groups_keep_with_their_rows(void **state)
{
    struct setting *setting = *state;
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    for (int i = 0; i < 200; i++) {
        struct node *row = tree_add(setting->arena, table, NODE_ROW);
        row->as.row.group = i % 3 == 0;
        tree_cell(setting->arena, row, i % 3 == 0 ? "群" : "行", 1, 1);
        if (i % 3)
            tree_cell(setting->arena, row, "内容", 1, 1);
    }
    struct layout layout = set(setting);
    for (const struct page *page = layout.first; page; page = page->next) {
        const struct box *last = NULL;
        for (const struct box *box = page->boxes; box; box = box->next)
            if (box->type == BOX_TEXT && box->node)
                last = box;
        assert_false(is(last, "群"));
    }
}

/* Whatever spans and heights: every character of the cells stands on some page, within it. */
static void test_nothing_is_lost(void **state)
{
    struct setting *setting = *state;
    for (unsigned seed = 1; seed < 60; seed++) {
        unsigned random = seed;
        size_t expected = 0, characters = 0;
        struct document *document = tree_document(setting->arena, "a", "ja");
        struct node *table = tree_add(setting->arena, document->root, NODE_TABLE);
        for (int r = 0; r < 30; r++) {
            struct node *row = tree_add(setting->arena, table, NODE_ROW);
            for (int c = 0; c < 3; c++) {
                random = random * 1103515245u + 12345u;
                size_t length = (random >> 16) % 7 ? (random >> 20) % 40 : (random >> 18) % 3000;
                char *words = arena_alloc(setting->arena, 3 * length + 1);
                for (size_t i = 0; i < length; i++)
                    memcpy(words + 3 * i, "字", 3);
                expected += length;
                tree_cell(setting->arena, row, words, 1, (random >> 12) % 5 ? 1 : 1 + (int)((random >> 8) % 12));
            }
        }
        setting->document = document;
        struct layout layout = set(setting);
        for (const struct page *page = layout.first; page; page = page->next)
            for (const struct box *box = page->boxes; box; box = box->next) {
                assert_true(box->y + (box->type == BOX_TEXT ? 0 : box->height) <= page->height - 50000 || !box->node);
                if (box->type == BOX_TEXT && box->as.text.characters[0] == 0x5B57)
                    characters += box->as.text.count;
            }
        assert_int_equal(characters, expected);
    }
}

/* A form somewhat too high for a page gets smaller type; one far too high flows over pages in its own size. */
static void test_forms_fit_a_page(void **state)
{
    struct setting *setting = *state;
    for (int rows = 30; rows <= 110; rows += 10) {
        struct document *document = tree_document(setting->arena, "form", "ja");
        struct node *table = tree_add(setting->arena, document->root, NODE_TABLE);
        table->as.table.form = true;
        for (int i = 0; i < rows; i++)
            tree_cell(setting->arena, tree_add(setting->arena, table, NODE_ROW), "欄", 1, 1);
        setting->document = document;
        struct layout layout = set(setting);
        check_pages(&layout);
        /* the few rows of 50 and 90 that would stand on a page more are drawn in */
        assert_int_equal(layout.count, rows <= 50 ? 1 : rows <= 90 ? 2 : 3);
        assert_int_equal(find(layout.first, "欄")->as.text.size, rows == 40 ? 7600 : rows == 50 ? 6800 : 8000);
    }
}

/* Rows of this number on the page: "R-001" and so on. */
static int rows_on(const struct page *page)
{
    int rows = 0;
    for (const struct box *box = page->boxes; box; box = box->next)
        rows += box->type == BOX_TEXT && box->as.text.count == 5 && box->as.text.characters[0] == 'R';
    return rows;
}

/* Wherever the table begins: two rows stand below its head, and the form that leads to it above it. */
static void test_tables_begin_with_two_rows(void **state)
{
    static const char *const head[] = {"番号", "内容"};
    struct setting *setting = *state;
    int begun_on_second = 0;
    for (int lines = 16; lines < 50; lines++) {
        struct document *document = tree_document(setting->arena, "risks", "ja");
        for (int i = 0; i < lines; i++)
            tree_paragraph(setting->arena, document->root, "行");
        struct node *form = tree_add(setting->arena, document->root, NODE_TABLE);
        form->as.table.form = true;
        for (int i = 0; i < 2; i++)
            tree_cell(setting->arena, tree_add(setting->arena, form, NODE_ROW), i ? "評価者" : "役割", 1, 1);
        struct node *table = tree_add(setting->arena, document->root, NODE_TABLE);
        sample_row(setting->arena, table, true, head, 2);
        for (int i = 1; i <= 30; i++) {
            const char *const row[] = {arena_printf(setting->arena, "R-%03d", i), "行"};
            sample_row(setting->arena, table, false, row, 2);
        }
        setting->document = document;
        struct layout layout = set(setting);
        const struct page *page = layout.first;
        while (!find(page, "番号"))
            page = page->next;
        assert_true(rows_on(page) >= 2);
        assert_non_null(find(page, "評価者"));
        begun_on_second += page->number == 2;
    }
    assert_in_range(begun_on_second, 1, 33); /* on the first page too */
}

static void test_empty_tables(void **state)
{
    struct setting *setting = *state;
    tree_add(setting->arena, setting->document->root, NODE_TABLE);
    struct node *table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    tree_add(setting->arena, table, NODE_ROW);
    table = tree_add(setting->arena, setting->document->root, NODE_TABLE);
    tree_cell(setting->arena, tree_add(setting->arena, table, NODE_ROW), "", 3, 7);
    assert_int_equal(set(setting).count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_heads_are_repeated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kinds_are_never_broken, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tall_rows_are_parted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_row_spans_over_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_too_wide, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_smaller_type_when_needed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_stay_whole_in_tight_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_keep_with_their_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_lost, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_forms_fit_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tables_begin_with_two_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_tables, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
