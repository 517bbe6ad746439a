#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include "doc/resolve.h"
#include "tree.h"

struct test {
    struct arena *arena;
    struct diag *diag;
};

static void resolve(struct test *test, struct document **items, size_t count)
{
    struct document_set set = tree_set(test->arena, items, count);

    doc_resolve(&set, test->arena, test->diag);
}

/* The slugs reported so far, in order, separated by blanks. */
static const char *reports(struct test *test)
{
    const char *all = "";

    for (size_t i = 0; i < diag_count(test->diag); i++)
        all = arena_printf(test->arena, "%s%s%s", all, *all ? " " : "", diag_get(test->diag, i)->slug);
    return all;
}

static void sections_are_numbered(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "soa", "ja");
    struct node *first = tree_section(test->arena, document->root, "概要"),
                *inner = tree_section(test->arena, first, "目的"), *deep = tree_section(test->arena, inner, "細目"),
                *deeper = tree_section(test->arena, deep, "小目"),
                *history = tree_section(test->arena, document->root, "改訂履歴"),
                *second = tree_section(test->arena, document->root, "2026年度の結果"),
                *last = tree_section(test->arena, second, "結果");

    history->as.section.unnumbered = true;
    resolve(test, &document, 1);
    assert_string_equal(first->number, "1");
    assert_string_equal(inner->number, "1.1");
    assert_string_equal(deep->number, "1.1.1");
    assert_null(deeper->number);
    assert_null(history->number);
    assert_string_equal(second->number, "2");
    assert_string_equal(last->number, "2.1");
    assert_string_equal(last->first->number, "2.1");
    assert_int_equal(deeper->first->as.heading.level, 4);
}

static void own_numbers_stay_alone(void **state)
{
    static const struct {
        const char *title;
        bool own;
    } cases[] = {{"第1条（目的）", true},
                 {"第一章　総則", true},
                 {"第十二条の二", true},
                 {"1. 目的", true},
                 {"1.目的", true},
                 {"1　目的", true},
                 {"１．目的", true},
                 {"（1）目的", true},
                 {"1.2 範囲", true},
                 {"3", true},
                 {"2026年度", false},
                 {"93件の管理策", false},
                 {"第三者認証", false},
                 {"第二", false},
                 {"27001 とは", false},
                 {"目的", false},
                 {"A.5 方針", false},
                 {"", false},
                 {"1", true}};
    struct test *test = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document *document = tree_document(test->arena, "rule", "ja");
        struct node *section = tree_section(test->arena, document->root, "前文");
        struct node *inner = tree_section(test->arena, section, "細目");

        tree_section(test->arena, document->root, cases[i].title);
        resolve(test, &document, 1);
        if ((section->number == NULL) != cases[i].own || (inner->number == NULL) != cases[i].own)
            fail_msg("heading: %s", cases[i].title);
    }
}

static void captions_are_numbered_by_language(void **state)
{
    struct test *test = *state;
    struct document *items[] = {tree_document(test->arena, "a", "ja"), tree_document(test->arena, "a", "en")};
    struct node *captions[2][3];

    for (int i = 0; i < 2; i++) {
        struct node *figure;

        captions[i][0] = tree_add(test->arena, tree_add(test->arena, items[i]->root, NODE_TABLE), NODE_CAPTION);
        tree_add(test->arena, items[i]->root, NODE_TABLE); /* without caption, without number */
        captions[i][1] = tree_add(test->arena, tree_add(test->arena, items[i]->root, NODE_TABLE), NODE_CAPTION);
        figure = tree_add(test->arena, items[i]->root, NODE_FIGURE);
        tree_add(test->arena, figure, NODE_DRAWING);
        captions[i][2] = tree_add(test->arena, figure, NODE_CAPTION);
    }
    resolve(test, items, 2);
    assert_string_equal(captions[0][0]->number, "表 1");
    assert_string_equal(captions[0][1]->number, "表 2");
    assert_string_equal(captions[0][2]->number, "図 1");
    assert_string_equal(captions[1][1]->number, "Table 2");
    assert_string_equal(captions[1][2]->number, "Figure 1");
}

static struct node *add_row(struct test *test, struct node *table, bool header)
{
    struct node *row = tree_add(test->arena, table, NODE_ROW);

    row->as.row.header = header;
    return row;
}

static void grid_places_spans_and_fills_rows(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "risks", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE), *row, *third, *fourth;

    row = add_row(test, table, true);
    tree_cell(test->arena, row, "番号", 1, 2);
    tree_cell(test->arena, row, "評価", 2, 1);
    third = tree_cell(test->arena, row, "状況", 1, 2);
    row = add_row(test, table, true);
    tree_cell(test->arena, row, "重要度", 1, 1);
    fourth = tree_cell(test->arena, row, "可能性", 1, 1);
    row = add_row(test, table, false);
    tree_cell(test->arena, row, "R-1", 1, 1);
    resolve(test, &document, 1);
    assert_int_equal(table->as.table.columns, 4);
    assert_int_equal(table->as.table.rows, 3);
    assert_int_equal(table->as.table.header_rows, 2);
    assert_int_equal(table->first->type, NODE_COLUMN); /* completed: one for every column */
    assert_int_equal(third->as.cell.column, 3);
    assert_int_equal(fourth->as.cell.column, 2);
    assert_true(fourth->as.cell.header);
    assert_int_equal(fourth->as.cell.align, ALIGN_CENTER);
    assert_int_equal(row->last->as.cell.column, 3);
    assert_null(row->last->first);
    assert_string_equal(reports(test), "");
}

static void grid_reports_bad_spans(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "risks", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE), *row, *cell, *wide;

    tree_add(test->arena, table, NODE_COLUMN);
    tree_add(test->arena, table, NODE_COLUMN);
    tree_add(test->arena, table, NODE_COLUMN);
    row = add_row(test, table, false);
    tree_cell(test->arena, row, "a", 1, 1);
    tree_cell(test->arena, row, "b", 1, 2);
    row = add_row(test, table, false);
    cell = tree_cell(test->arena, row, "c", 3, 1); /* meets b */
    row = add_row(test, table, false);
    tree_cell(test->arena, row, "d", 1, 9); /* beyond the table */
    wide = tree_cell(test->arena, row, "e", 1000000000, -3);
    resolve(test, &document, 1);
    assert_string_equal(reports(test), "table-cell-overlap table-row-overflow table-cell-overflow");
    assert_int_equal(cell->as.cell.column_span, 1);
    assert_int_equal(wide->as.cell.row_span, 1);
    assert_true(table->as.table.columns <= 256);
}

static void cells_inherit_from_columns(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "assets", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE), *column, *row, *id, *name, *own, *group;

    column = tree_add(test->arena, table, NODE_COLUMN);
    column->as.column.content = CONTENT_ID;
    column = tree_add(test->arena, table, NODE_COLUMN);
    column->as.column.align = ALIGN_RIGHT;
    row = add_row(test, table, false);
    row->as.row.group = true;
    group = tree_cell(test->arena, row, "設計部", 1, 1);
    row = add_row(test, table, false);
    id = tree_cell(test->arena, row, "A-001", 1, 1);
    name = tree_cell(test->arena, row, "図面", 1, 1);
    row = add_row(test, table, false);
    own = tree_cell(test->arena, row, "合計", 1, 1);
    own->as.cell.content = CONTENT_PROSE;
    own->as.cell.content_set = true;
    resolve(test, &document, 1);
    assert_int_equal(group->as.cell.column_span, 2);
    assert_int_equal(group->as.cell.align, ALIGN_LEFT);
    assert_int_equal(id->as.cell.content, CONTENT_ID);
    assert_int_equal(id->as.cell.align, ALIGN_CENTER);
    assert_int_equal(name->as.cell.align, ALIGN_RIGHT);
    assert_int_equal(own->as.cell.content, CONTENT_PROSE);
}

/* A table of two rows of these cells, told apart by blanks. */
static bool is_narrow(struct test *test, const char *const *cells, int weight)
{
    struct document *document = tree_document(test->arena, "rule", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE);

    for (int i = 0; cells[i]; i++)
        tree_add(test->arena, table, NODE_COLUMN)->as.column.weight = weight;
    for (int i = 0; i < 2; i++) {
        struct node *row = add_row(test, table, i == 0);
        for (int k = 0; cells[k]; k++)
            tree_cell(test->arena, row, i == 0 ? "値" : cells[k], 1, 1);
    }
    resolve(test, &document, 1);
    return table->as.table.narrow;
}

static void tables_of_few_words_are_narrow(void **state)
{
    struct test *test = *state;

    assert_true(is_narrow(test, (const char *[]){"脅威", "3", "2", "1", NULL}, 0));
    assert_false(is_narrow(test, (const char *[]){"十九文字になると紙の幅いっぱいに広げる", "1", NULL}, 0));
    assert_true(is_narrow(test, (const char *[]){"十七文字までは紙の幅を取らずに置く", "1", NULL}, 0));
    assert_false(is_narrow(test, (const char *[]){"脅威", "3", "2", "1", NULL}, 250)); /* the author's widths */
    assert_false(is_narrow(test, (const char *[]){"1", "2", "3", "4", "5", "6", "7", "8", NULL}, 0));
}

static void slugs_keep_japanese(void **state)
{
    struct test *test = *state;

    assert_string_equal(anchor_slug("第1条（目的）", test->arena), "第1条目的");
    assert_string_equal(anchor_slug("Scope & Purpose_1", test->arena), "scope--purpose_1");
    assert_string_equal(anchor_slug("サーバー・保守「手順」々", test->arena), "サーバー保守手順々");
    assert_string_equal(anchor_slug("<\"'>", test->arena), "section");
    assert_string_equal(anchor_slug("\xff\xe3", test->arena), "section");
}

static void anchors_are_unique(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *first = tree_section(test->arena, document->root, "概要"),
                *second = tree_section(test->arena, document->root, "概要"),
                *third = tree_section(test->arena, document->root, "x"),
                *fourth = tree_section(test->arena, document->root, "y"),
                *fifth = tree_section(test->arena, document->root, "z");

    third->id = "R-1";
    fourth->id = "R-1"; /* gives way, but not to the name of the next */
    fifth->id = "R-1-1";
    resolve(test, &document, 1);
    assert_string_equal(first->id, "概要");
    assert_string_equal(second->id, "概要-1");
    assert_string_equal(third->id, "R-1");
    assert_string_equal(fourth->id, "R-1-2");
    assert_string_equal(fifth->id, "R-1-1");
}

/* Names that pages make for themselves begin in a way that neither a heading nor a template can take. */
static void anchors_keep_off_names_of_pages(void **state)
{
    static const char *const wishes[] = {"_.series0", "_.", "_.text", "_.a b", "_-series0", "_series", "a b"};
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *headed = tree_section(test->arena, document->root, "_.text"),
                *place = tree_paragraph(test->arena, headed, "x"), *sections[7], *links[7];

    for (size_t i = 0; i < 7; i++) {
        sections[i] = tree_section(test->arena, document->root, "x");
        sections[i]->id = wishes[i];
    }
    for (size_t i = 0; i < 7; i++)
        links[i] = tree_link(test->arena, place, arena_printf(test->arena, "%s%s", i % 2 ? "#" : "", wishes[i]), "x");
    resolve(test, &document, 1);
    assert_string_equal(headed->id, "_text");
    assert_string_equal(sections[0]->id, "_-series0");
    assert_string_equal(sections[1]->id, "_-");
    assert_string_equal(sections[2]->id, "_-text");
    assert_string_equal(sections[3]->id, "_-a-b");
    assert_string_equal(sections[4]->id, "_-series0-1"); /* that name was taken by the first */
    assert_string_equal(sections[5]->id, "_series");
    assert_string_equal(sections[6]->id, "a-b");
    for (size_t i = 0; i < 7; i++)
        assert_ptr_equal(links[i]->as.link.node, sections[i == 4 ? 0 : i]);
    assert_string_equal(reports(test), "");
}

static void footnotes_follow_their_references(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *section = tree_section(test->arena, document->root, "概要"),
                *paragraph = tree_paragraph(test->arena, section, "本文"), *references[4], *footnotes[3];

    for (int i = 0; i < 4; i++)
        references[i] = tree_add(test->arena, paragraph, NODE_FOOTNOTE_REFERENCE);
    for (int i = 0; i < 3; i++) {
        footnotes[i] = tree_add(test->arena, section, NODE_FOOTNOTE);
        tree_paragraph(test->arena, footnotes[i], "注");
    }
    footnotes[0]->id = "later";
    references[0]->as.footnote_reference.footnote = footnotes[1];
    references[1]->as.footnote_reference.label = "later";
    references[2]->as.footnote_reference.footnote = footnotes[1];
    references[3]->as.footnote_reference.label = "nowhere";
    tree_section(test->arena, document->root, "次");
    resolve(test, &document, 1);
    assert_int_equal(references[0]->as.footnote_reference.number, 1);
    assert_int_equal(references[1]->as.footnote_reference.number, 2);
    assert_int_equal(references[2]->as.footnote_reference.number, 1);
    assert_string_equal(references[0]->id, "footnote-reference-1");
    assert_string_equal(references[2]->id, "footnote-reference-1-1");
    assert_int_equal(references[3]->type, NODE_TEXT);
    assert_string_equal(footnotes[0]->id, "footnote-2");
    assert_ptr_equal(document->root->last, footnotes[0]);
    assert_ptr_equal(section->last, paragraph);
    assert_null(footnotes[2]->parent); /* nothing refers to it */
    assert_string_equal(reports(test), "footnote-missing");
}

static void contents_list_two_levels(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *contents = tree_add(test->arena, document->root, NODE_CONTENTS),
                *first = tree_section(test->arena, document->root, "概要"),
                *second = tree_section(test->arena, first, "目的");

    tree_section(test->arena, second, "細目");
    resolve(test, &document, 1);
    assert_ptr_equal(contents->first->as.entry.target, first);
    assert_string_equal(contents->first->number, "1");
    assert_string_equal(node_plain_text(contents->last, test->arena), "目的");
    assert_int_equal(contents->last->as.entry.level, 2);
    assert_ptr_equal(contents->first->next, contents->last);
    assert_int_equal(node_contents_entries(document->root), 2);
}

/* Nothing leads to a section that a short document leaves out. */
static void sections_for_long_documents_have_no_name(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *section = tree_section(test->arena, document->root, "目次");

    section->as.section.long_only = true;
    resolve(test, &document, 1);
    assert_null(section->id);
}

static bool knows(void *context, const char *name)
{
    (void)context;
    return strcmp(name, "E-001") == 0 || strcmp(name, "evidence/log.csv") == 0;
}

struct links {
    struct document *items[3];
    struct node *place; /* paragraph of the second document, policies/access.md */
};

static struct links make_links(struct test *test)
{
    struct links links;
    struct node *table, *row;

    links.items[0] = tree_document(test->arena, "risk-report", "ja");
    links.items[0]->number = "D-02";
    table = tree_add(test->arena, links.items[0]->root, NODE_TABLE);
    row = tree_add(test->arena, table, NODE_ROW);
    row->id = "R-012";
    row->as.row.home = true;
    tree_section(test->arena, links.items[0]->root, "対応の方針");
    links.items[1] = tree_document(test->arena, "access", "ja");
    links.items[1]->path = "policies/access.md";
    links.place = tree_paragraph(test->arena, tree_section(test->arena, links.items[1]->root, "目的"), "本文");
    links.items[2] = tree_document(test->arena, "risk-report", "en");
    row = tree_add(test->arena, tree_add(test->arena, links.items[2]->root, NODE_TABLE), NODE_ROW);
    row->id = "R-099";
    return links;
}

static void links_find_their_targets(void **state)
{
    static const struct {
        const char *target, *document, *anchor; /* document NULL, anchor "": plain text */
    } cases[] = {{"R-012", "risk-report", "R-012"},
                 {"risk-report", "risk-report", NULL},
                 {"D-02", "risk-report", NULL},
                 {"D-02#R-012", "risk-report", "R-012"},
                 {"risk-report#対応の方針", "risk-report", "対応の方針"},
                 {"risk-report#%E5%AF%BE%E5%BF%9C%E3%81%AE%E6%96%B9%E9%87%9D", "risk-report", "対応の方針"},
                 {"../policies/./access.md", "access", NULL},
                 {"access.md", "access", NULL},
                 {"/policies/access.md", "access", NULL},
                 {"../../../policies/access.md", "access", NULL},
                 {"E-001", NULL, ""},
                 {"../evidence/log.csv", NULL, ""}};
    struct test *test = *state;
    struct links links = make_links(test);
    struct node *made[sizeof cases / sizeof *cases], *own = tree_link(test->arena, links.place, "#目的", "x"),
                                                     *path = tree_link(test->arena, links.place, "access.md#目的", "x");
    struct document_set set = tree_set(test->arena, links.items, 3);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        made[i] = tree_link(test->arena, links.place, cases[i].target, "x");
    set.known = knows;
    doc_resolve(&set, test->arena, test->diag);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!cases[i].document) {
            assert_int_equal(made[i]->type, NODE_SPAN);
            continue;
        }
        assert_int_equal(made[i]->type, NODE_LINK);
        assert_string_equal(made[i]->as.link.document, cases[i].document);
        if (cases[i].anchor)
            assert_string_equal(made[i]->as.link.anchor, cases[i].anchor);
        else
            assert_null(made[i]->as.link.anchor);
    }
    assert_ptr_equal(own->as.link.node, links.items[1]->root->first);
    assert_ptr_equal(path->as.link.node, links.items[1]->root->first);
    assert_string_equal(reports(test), "");
}

static void broken_links_are_reported(void **state)
{
    static const char *const targets[] = {"R-021", "zzzzzzzzzzzz", "#nowhere", "risk-report#nowhere", "acess.md", ""};
    struct test *test = *state;
    struct links links = make_links(test);
    struct document_set set = tree_set(test->arena, links.items, 3);

    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        tree_link(test->arena, links.place, targets[i], "x");
    tree_link(test->arena, links.place, "R-099", "x"); /* of the other language */
    set.known = knows;
    doc_resolve(&set, test->arena, test->diag);
    assert_int_equal(diag_count(test->diag), 7);
    assert_string_equal(diag_get(test->diag, 0)->slug, "broken-link-near");
    assert_string_equal(diag_get(test->diag, 1)->slug, "broken-link");
    assert_string_equal(diag_get(test->diag, 2)->slug, "broken-anchor");
    assert_string_equal(diag_get(test->diag, 3)->slug, "broken-anchor");
}

static void links_do_not_nest(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *outer = tree_link(test->arena, tree_paragraph(test->arena, document->root, "x"), "a", "x"),
                *strong = tree_add(test->arena, outer, NODE_STRONG), *inner = tree_link(test->arena, strong, "a", "y");

    resolve(test, &document, 1);
    assert_int_equal(outer->type, NODE_LINK);
    assert_int_equal(inner->type, NODE_SPAN);
}

static void large_sets_take_linear_time(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE);
    clock_t start = clock();

    for (int i = 0; i < 20000; i++) {
        struct node *row = tree_add(test->arena, table, NODE_ROW);

        row->id = arena_printf(test->arena, "R-%d", i);
        row->as.row.home = true;
        tree_link(test->arena, tree_cell(test->arena, row, "", 1, 1), arena_printf(test->arena, "R-%d", 19999 - i),
                  "x");
        tree_link(test->arena, tree_cell(test->arena, row, "", 1, 1), "no/such.md", "x");
        tree_section(test->arena, document->root, "同じ見出し");
    }
    resolve(test, &document, 1);
    assert_true(clock() - start < 4 * CLOCKS_PER_SEC);
    assert_string_equal(document->root->last->id, "同じ見出し-19999");
}

static const struct picture *find_picture(void *context, const char *path, struct source use)
{
    static const struct picture good = {(const unsigned char *)"x", 1, 300, 100}, refused = {NULL, 0, 0, 0};

    (void)context;
    assert_int_equal(use.line, 7);
    return strcmp(path, "a.png") == 0 ? &good : strcmp(path, "b.png") == 0 ? &refused : NULL;
}

static void images_get_the_size_of_their_picture(void **state)
{
    static const struct {
        const char *path;
        int width, height;
    } cases[] = {{"a.png", 300, 100}, {"b.png", 0, 0}, {"gone.png", 0, 0}};
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct document_set set = tree_set(test->arena, &document, 1);
    struct node *paragraph = tree_paragraph(test->arena, document->root, "x"), *images[3];

    for (size_t i = 0; i < 3; i++) {
        images[i] = tree_add(test->arena, paragraph, NODE_IMAGE);
        images[i]->as.image.path = cases[i].path;
        images[i]->source.line = 7;
    }
    doc_measure_images(&set, find_picture, NULL, test->diag);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(images[i]->as.image.width, cases[i].width);
        assert_int_equal(images[i]->as.image.height, cases[i].height);
    }
    assert_string_equal(reports(test), "image-missing");
}

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct test *test = arena_alloc(arena, sizeof *test);

    test->arena = arena;
    test->diag = diag_new(arena);
    *state = test;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct test *)*state)->arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sections_are_numbered),
        TEST(own_numbers_stay_alone),
        TEST(captions_are_numbered_by_language),
        TEST(grid_places_spans_and_fills_rows),
        TEST(grid_reports_bad_spans),
        TEST(cells_inherit_from_columns),
        TEST(tables_of_few_words_are_narrow),
        TEST(slugs_keep_japanese),
        TEST(anchors_are_unique),
        TEST(anchors_keep_off_names_of_pages),
        TEST(footnotes_follow_their_references),
        TEST(contents_list_two_levels),
        TEST(sections_for_long_documents_have_no_name),
        TEST(links_find_their_targets),
        TEST(broken_links_are_reported),
        TEST(links_do_not_nest),
        TEST(large_sets_take_linear_time),
        TEST(images_get_the_size_of_their_picture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
