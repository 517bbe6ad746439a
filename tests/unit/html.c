#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <cmocka.h>

#include "base/map.h"
#include "doc/theme.h"
#include "tree.h"

struct test {
    struct arena *arena;
    struct diag *diag;
    struct map *files; /* what was emitted */
};

static bool keep(void *context, const char *path, const void *bytes, size_t length)
{
    struct test *test = context;

    assert_false(map_has(test->files, path)); /* every file once */
    map_set(test->files, arena_strdup(test->arena, path), arena_strndup(test->arena, bytes, length));
    return true;
}

static const unsigned char *image(void *context, const char *path, size_t *length)
{
    (void)context;
    if (strcmp(path, "images/a b.png") != 0 && strcmp(path, "../secret.png") != 0)
        return NULL;
    *length = 3;
    return (const unsigned char *)"PNG";
}

static void render(struct test *test, const struct backend *backend, struct document **items, size_t count)
{
    struct document_set set = tree_set(test->arena, items, count);
    struct render_options options = {.theme = theme_read(NULL, test->arena, test->diag),
                                     .program = "tekigo test",
                                     .image = image,
                                     .emit = keep,
                                     .emit_context = test,
                                     .arena = test->arena,
                                     .diag = test->diag};
    void *state;

    doc_resolve(&set, test->arena, test->diag);
    state = backend->begin(&set, &options);
    assert_non_null(state);
    for (size_t i = 0; i < count; i++)
        assert_true(backend->render(state, items[i]));
    if (backend->end)
        assert_true(backend->end(state));
}

static const char *file(struct test *test, const char *path)
{
    const char *text = map_get(test->files, path);

    if (!text)
        fail_msg("not written: %s", path);
    return text;
}

#define assert_has(text, part)                                                                                         \
    do {                                                                                                               \
        if (!strstr(text, part))                                                                                       \
            fail_msg("missing: %s", part);                                                                             \
    } while (0)
#define assert_lacks(text, part)                                                                                       \
    do {                                                                                                               \
        if (strstr(text, part))                                                                                        \
            fail_msg("should not be there: %s", part);                                                                 \
    } while (0)

#define HOSTILE "\"'><script>alert(1)</script>&\x01"

/* One node of every kind, with the hostile text wherever a text fits. */
static struct document *make_hostile(struct test *test)
{
    struct arena *arena = test->arena;
    struct document *document = tree_document(arena, "h", HOSTILE);
    struct node *root = document->root, *section, *table, *figure, *node;
    static const struct point points[] = {{0, 0}, {1, 1}};

    document->title = document->number = document->version = document->classification = HOSTILE;
    document->organization = document->group = document->group_title = document->commit = HOSTILE;
    document->issued = document->revised = document->subtitle = document->author = HOSTILE;
    document->dashboard = true;
    section = tree_section(arena, root, HOSTILE);
    section->id = HOSTILE;
    tree_add(arena, root, NODE_CONTENTS);
    tree_paragraph(arena, root, HOSTILE)->id = HOSTILE;
    node = tree_add(arena, root, NODE_CODE);
    node->text = node->as.code.info = HOSTILE;
    table = tree_add(arena, root, NODE_TABLE);
    tree_text(arena, tree_add(arena, table, NODE_CAPTION), HOSTILE);
    table->as.table.wide = true;
    node = tree_add(arena, table, NODE_ROW);
    node->id = HOSTILE;
    tree_cell(arena, node, HOSTILE, 1, 1)->id = HOSTILE;
    figure = tree_add(arena, root, NODE_FIGURE);
    node = tree_add(arena, figure, NODE_DRAWING);
    node->text = HOSTILE;
    for (int kind = SHAPE_RECTANGLE; kind <= SHAPE_TEXT; kind++) {
        struct node *shape = tree_add(arena, node, NODE_SHAPE);

        shape->as.shape.kind = (enum shape_kind)kind;
        shape->as.shape.role = SHAPE_ROLE_SERIES;
        shape->as.shape.series = kind - 1;
        shape->as.shape.points = points;
        shape->as.shape.point_count = 2;
        shape->text = HOSTILE;
    }
    tree_text(arena, tree_add(arena, figure, NODE_CAPTION), HOSTILE);
    node = tree_add(arena, tree_add(arena, root, NODE_SIGNATURES), NODE_SIGNATURE);
    node->text = node->as.signature.role = node->as.signature.date = HOSTILE;
    node = tree_add(arena, tree_add(arena, root, NODE_KEY_FIGURES), NODE_KEY_FIGURE);
    node->text = node->as.key_figure.label = HOSTILE;
    return document;
}

static void add_hostile_inlines(struct test *test, struct node *root)
{
    static const char *const urls[] = {
        "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,<script>",   "vbscript:x",
        "file:///etc/passwd",  "//evil.example/",      "https://e.example/" HOSTILE};
    struct node *paragraph = tree_paragraph(test->arena, root, HOSTILE), *node;

    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        node = tree_link(test->arena, paragraph, NULL, HOSTILE);
        node->as.link.url = urls[i];
    }
    node = tree_link(test->arena, paragraph, "#" HOSTILE, HOSTILE);
    node = tree_add(test->arena, paragraph, NODE_SPAN);
    node->as.span.language = HOSTILE;
    node = tree_add(test->arena, paragraph, NODE_CODE_SPAN);
    node->text = HOSTILE;
    node = tree_add(test->arena, paragraph, NODE_IMAGE);
    node->text = node->as.image.path = HOSTILE;
    node = tree_add(test->arena, paragraph, NODE_IMAGE);
    node->text = HOSTILE;
    node->as.image.path = "images/a b.png";
    node = tree_add(test->arena, paragraph, NODE_LIVE);
    node->text = HOSTILE;
}

static void hostile_text_stays_text(void **state)
{
    struct test *test = *state;
    struct document *document = make_hostile(test);
    const char *page;

    add_hostile_inlines(test, document->root);
    render(test, &html_backend, &document, 1);
    page = file(test, "index.html");
    assert_lacks(page, "<script");
    assert_lacks(page, "javascript:");
    assert_lacks(page, "JavaScript:");
    assert_lacks(page, "data:text");
    assert_lacks(page, "vbscript:");
    assert_lacks(page, "file:");
    assert_lacks(page, "\"//evil");
    assert_lacks(page, "\x01");
    assert_lacks(page, "\"'>");
    assert_has(page, "https://e.example/&quot;&#39;&gt;&lt;script&gt;");
    assert_has(page, "href=\"#%22%27%3E%3Cscript%3E");
    assert_has(page, "default-src 'none'");
    assert_has(page, "src=\"images/images/a%20b.png\" alt=\"&quot;");
}

static void images_outside_are_not_copied(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *paragraph = tree_paragraph(test->arena, document->root, "x");

    tree_add(test->arena, paragraph, NODE_IMAGE)->as.image.path = "../secret.png";
    render(test, &html_backend, &document, 1);
    assert_lacks(file(test, "ja/a.html"), "<img");
    for (size_t i = 0; i < map_count(test->files); i++)
        assert_lacks(map_key(test->files, i), "secret");
}

static void tables_are_semantic(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE), *row, *cell;

    tree_text(test->arena, tree_add(test->arena, table, NODE_CAPTION), "一覧");
    row = tree_add(test->arena, table, NODE_ROW);
    row->as.row.header = true;
    tree_cell(test->arena, row, "番号", 1, 2);
    tree_cell(test->arena, row, "評価", 2, 1);
    row = tree_add(test->arena, table, NODE_ROW);
    row->as.row.header = true;
    tree_cell(test->arena, row, "前", 1, 1);
    tree_cell(test->arena, row, "後", 1, 1);
    row = tree_add(test->arena, table, NODE_ROW);
    row->as.row.group = true;
    tree_cell(test->arena, row, "設計部", 1, 1);
    row = tree_add(test->arena, table, NODE_ROW);
    cell = tree_cell(test->arena, row, "R-012", 1, 1);
    cell->as.cell.header = true;
    cell = tree_cell(test->arena, row, "9 高", 1, 1);
    cell->as.cell.tone = TONE_HIGH;
    cell->as.cell.content = CONTENT_STATUS;
    cell->as.cell.content_set = true;
    cell = tree_cell(test->arena, row, "", 1, 1);
    cell->as.cell.tone = TONE_LOW; /* colour alone: the word is added for those who cannot see it */
    render(test, &html_backend, &document, 1);
    assert_has(file(test, "ja/a.html"),
               "<table><caption><span class=\"number\">表 1</span> 一覧</caption>"
               "<colgroup><col><col><col></colgroup><thead>\n"
               "<tr><th scope=\"col\" rowspan=\"2\">番号</th><th scope=\"colgroup\" colspan=\"2\">評価</th></tr>\n"
               "<tr><th scope=\"col\">前</th><th scope=\"col\">後</th></tr>\n</thead><tbody>\n"
               "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">設計部</th></tr>\n"
               "<tr><th scope=\"row\"><span class=\"k\">R-012</span></th>"
               "<td class=\"c-status center t-high\">9 高</td>"
               "<td class=\"t-low\"><span class=\"unseen\">低</span></td></tr>\n</tbody></table>");
}

/* The page of a table of one row with these cells, as many as there are up to NULL. */
static const char *page_of_row(struct test *test, const char *const *words)
{
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *row = tree_add(test->arena, tree_add(test->arena, document->root, NODE_TABLE), NODE_ROW);

    for (; *words; words++)
        tree_cell(test->arena, row, *words, 1, 1);
    test->files = map_new(test->arena);
    render(test, &html_backend, &document, 1);
    return file(test, "ja/a.html");
}

/* A table that may be broader than a phone scrolls there: the keyboard reaches it. Long words may break, short ones
 * not. */
static void broad_tables_are_reached_by_keys(void **state)
{
    static const struct {
        const char *words[6];
        bool scrolls, loose;
    } cases[] = {
        {{"版", "2026-10-15", NULL}, false, false},
        {{"責任者の承認を受けた変更の内容を次に示すものとする", "組織の状況と利害関係者の要求とを定める", NULL},
         false,
         false},
        {{"words of a sentence that may break at every blank", "and others that may as well", NULL}, false, false},
        {{"lua/lib/document/weakened.lua:120:1", "https://intranet.example/page?id=1", NULL}, false, true},
        {{"responsible", "responsible", "responsible", NULL}, false, false},
        {{"responsible", "responsible", "responsible", "a", NULL}, true, false},
        {{"a", "a", "a", "a", NULL}, false, false},
        {{"a", "a", "a", "a", "a", NULL}, true, false}};
    struct test *test = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *page = page_of_row(test, cases[i].words);

        assert_int_equal(strstr(page, " tabindex=\"0\">") != NULL, cases[i].scrolls);
        assert_int_equal(strstr(page, "<td class=\"loose\">") != NULL, cases[i].loose);
    }
}

/* A contents list for long documents is printed on a page with many sections. */
static void contents_when_there_is_much(void **state)
{
    struct test *test = *state;
    struct document *items[2];
    for (int k = 0; k < 2; k++) {
        items[k] = tree_document(test->arena, k ? "long" : "short", "ja");
        struct node *section = tree_section(test->arena, items[k]->root, "目次");
        section->as.section.unnumbered = section->as.section.long_only = true;
        tree_add(test->arena, section, NODE_CONTENTS);
        for (int i = 0; i < (k ? 6 : 5); i++)
            tree_section(test->arena, items[k]->root, "節");
    }
    render(test, &html_backend, items, 2);
    assert_lacks(file(test, "ja/short.html"), "class=\"contents\"");
    assert_lacks(file(test, "ja/short.html"), "目次");
    assert_has(file(test, "ja/long.html"), "class=\"contents\"");
    assert_has(file(test, "ja/long.html"), "目次");
}

static void pages_link_to_each_other(void **state)
{
    struct test *test = *state;
    struct document *items[] = {tree_document(test->arena, "dashboard", "ja"), tree_document(test->arena, "soa", "ja"),
                                tree_document(test->arena, "soa", "en")};
    const char *page;

    items[0]->dashboard = true;
    tree_section(test->arena, items[1]->root, "概要")->id = "R-1";
    tree_link(test->arena, tree_paragraph(test->arena, items[0]->root, "x"), "R-1", "リスク");
    render(test, &html_backend, items, 3);
    page = file(test, "index.html");
    assert_has(page, "<html lang=\"ja\">");
    assert_has(page, "href=\"style.css\"");
    assert_has(page, "<a href=\"ja/soa.html#R-1\">");
    assert_has(page, "<a href=\"ja/soa.pdf\"");
    page = file(test, "ja/dashboard.html");
    assert_has(page, "<a href=\"soa.html#R-1\">");
    assert_has(page, "href=\"../style.css\"");
    page = file(test, "ja/soa.html");
    assert_has(page, "<a href=\"soa.html\" aria-current=\"page\">soa</a>");
    assert_has(page, "<a href=\"../en/soa.html\" hreflang=\"en\" lang=\"en\">English</a>");
    assert_has(page, "<h1>soa</h1>");
    assert_has(page, "<h2><span class=\"number\">1</span> 概要</h2>");
    assert_has(file(test, "en/soa.html"), "<html lang=\"en\">");
    assert_has(file(test, "style.css"), "--key:#123a6b;");
}

static void a_list_of_its_own_gets_the_files_beside(void **state)
{
    struct test *test = *state;
    struct document *items[] = {tree_document(test->arena, "dashboard", "ja"), tree_document(test->arena, "soa", "ja")};
    struct node *row;
    const char *page;

    items[0]->dashboard = true;
    row = tree_add(test->arena, tree_add(test->arena, items[0]->root, NODE_TABLE), NODE_ROW);
    tree_link(test->arena, tree_cell(test->arena, row, "", 1, 1), "soa", "適用宣言書");
    render(test, &html_backend, items, 2);
    page = file(test, "index.html");
    assert_has(page,
               "<a href=\"ja/soa.html\">適用宣言書</a> <a class=\"pdf\" type=\"application/pdf\" href=\"ja/soa.pdf\">");
    assert_lacks(page, "class=\"list\"");
}

static void a_set_without_dashboard_has_an_entry(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "soa", "ja");

    render(test, &html_backend, &document, 1);
    assert_has(file(test, "index.html"), "<a href=\"ja/soa.html\">soa</a>");
    assert_has(file(test, "index.html"), "<span class=\"number\">6</span> 計画");
}

static void documents_of_one_title_are_told_apart(void **state)
{
    struct test *test = *state;
    struct document *items[] = {tree_document(test->arena, "corrective-action-NC-1", "ja"),
                                tree_document(test->arena, "corrective-action-NC-2", "ja")};
    const char *page;

    items[0]->title = items[1]->title = "是正要求書";
    tree_section(test->arena, items[0]->root, "是正要求書")->as.section.unnumbered = true;
    render(test, &html_backend, items, 2);
    page = file(test, "ja/corrective-action-NC-1.html");
    assert_has(page, "<title>是正要求書 NC-1 – ");
    assert_has(page, ">是正要求書 <span class=\"k\">NC-2</span></a>");
    assert_has(page, "<h1>是正要求書</h1>");
    assert_lacks(page, "<h2>是正要求書</h2>"); /* the heading that repeats the title is the title */
}

static void ids_and_dates_do_not_break(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");

    tree_paragraph(test->arena, document->root, "期限は2026-10-15、担当はAU-2026-1、e-mail、-5、a--1<b-2");
    render(test, &html_backend, &document, 1);
    assert_has(file(test, "ja/a.html"),
               "<p>期限は<span class=\"k\">2026-10-15</span>、担当は<span class=\"k\">AU-2026-1"
               "</span>、e-mail、-5、<span class=\"k\">a--1</span>&lt;<span class=\"k\">b-2</span></p>");
}

static void dumps_show_every_attribute(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *section = tree_section(test->arena, document->root, "概要\n\"x\"");

    tree_link(test->arena, tree_paragraph(test->arena, section, "x"), "a", "y")->as.link.target = "#概要-x";
    render(test, &dump_backend, &document, 1);
    assert_string_equal(file(test, "ja/a.tree"), " id=\"a\" language=\"ja\" title=\"a\" version=\"1.0\" group=\"6\"\n"
                                                 "document\n"
                                                 "  section [1] #概要-x level=1\n"
                                                 "    heading [1] level=1\n"
                                                 "      text \"概要\\n\\\"x\\\"\"\n"
                                                 "    paragraph\n"
                                                 "      text \"x\"\n"
                                                 "      link target=\"#概要-x\" node=\"概要-x\"\n"
                                                 "        text \"y\"\n");
}

static void large_tables_are_fast(void **state)
{
    struct test *test = *state;
    struct document *document = tree_document(test->arena, "a", "ja");
    struct node *table = tree_add(test->arena, document->root, NODE_TABLE);
    clock_t start;

    for (int i = 0; i < 5000; i++) {
        struct node *row = tree_add(test->arena, table, NODE_ROW);

        row->id = arena_printf(test->arena, "R-%d", i);
        for (int j = 0; j < 12; j++)
            tree_cell(test->arena, row, "装置の脆弱性からの侵入、サーバの暗号化 R-012", 1, 1);
    }
    start = clock();
    render(test, &html_backend, &document, 1);
    if (getenv("TEKIGO_TEST_TIMES"))
        print_message("resolve and HTML of 60,000 cells: %.1f ms\n", (double)(clock() - start) * 1000 / CLOCKS_PER_SEC);
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct test *test = arena_alloc(arena, sizeof *test);

    test->arena = arena;
    test->diag = diag_new(arena);
    test->files = map_new(arena);
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
        TEST(hostile_text_stays_text),
        TEST(images_outside_are_not_copied),
        TEST(tables_are_semantic),
        TEST(broad_tables_are_reached_by_keys),
        TEST(contents_when_there_is_much),
        TEST(pages_link_to_each_other),
        TEST(a_list_of_its_own_gets_the_files_beside),
        TEST(a_set_without_dashboard_has_an_entry),
        TEST(documents_of_one_title_are_told_apart),
        TEST(ids_and_dates_do_not_break),
        TEST(dumps_show_every_attribute),
        TEST(large_tables_are_fast),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
