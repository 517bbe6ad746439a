/* Pages of whole documents: what must hold on each, whatever stands on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "layout_sample.h"
#include "pdf/layout_dump.h"

struct setting {
    struct arena *arena;
    struct diag *diag;
    struct metrics metrics;
    struct buffer out;
};

static int set_up(void **state)
{
    struct setting *setting = calloc(1, sizeof *setting);
    setting->arena = arena_new();
    setting->diag = diag_new(setting->arena);
    setting->metrics = sample_metrics();
    *state = setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    arena_free(setting->arena);
    buffer_free(&setting->out);
    free(setting);
    return 0;
}

static struct layout set(struct setting *setting, struct document *document, bool draft)
{
    struct document_set set = tree_set(setting->arena, &document, 1);
    doc_resolve(&set, setting->arena, setting->diag);
    return layout_document(document, theme_read(NULL, setting->arena, setting->diag), &setting->metrics, draft,
                           setting->arena, setting->diag);
}

static void check(const struct layout *layout)
{
    int number = 0;
    for (const struct page *page = layout->first; page; page = page->next) {
        assert_int_equal(page->number, ++number);
        const struct box *last = NULL;
        for (const struct box *box = page->boxes; box; last = box, box = box->next) {
            assert_true(box->type != BOX_TEXT || box->as.text.count > 0);
            assert_true(box->x >= 0 && box->x + box->width <= page->width);
            assert_true(box->y >= 0 && box->y <= page->height);
        }
        assert_ptr_equal(last, page->last_box);
        for (const struct page_link *link = page->links; link; link = link->next)
            assert_true(link->width > 0 && link->height > 0 && link->x >= 0 && link->y >= 0);
    }
    assert_int_equal(number, layout->count);
}

static int count_links(const struct layout *layout, enum node_type type)
{
    int count = 0;
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_link *link = page->links; link; link = link->next)
            count += link->link->type == type;
    return count;
}

static int page_of(const struct layout *layout, const char *id)
{
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next)
            if (anchor->node->id && strcmp(anchor->node->id, id) == 0)
                return page->number;
    return 0;
}

static void test_sample(void **state)
{
    struct setting *setting = *state;
    struct document *document = sample_document(setting->arena, setting->diag);
    const struct theme *theme = theme_read(NULL, setting->arena, setting->diag);
    struct layout layout = layout_document(document, theme, &setting->metrics, false, setting->arena, setting->diag);
    check(&layout);
    assert_true(layout.count >= 6 && layout.count <= 10);
    assert_int_equal(count_links(&layout, NODE_LINK), 1);
    assert_int_equal(count_links(&layout, NODE_FOOTNOTE_REFERENCE), 1);
    assert_true(count_links(&layout, NODE_ENTRY) >= 7);
    assert_int_equal(page_of(&layout, "soa"), 2);
    assert_true(page_of(&layout, "control-39") > 2);
    assert_int_equal(page_of(&layout, "footnote-1"), layout.count);
    int landscape = 0;
    for (const struct page *page = layout.first; page; page = page->next)
        landscape += page->width > page->height;
    assert_true(landscape >= 2 && landscape < layout.count);
}

static void test_same_pages_every_time(void **state)
{
    struct setting *setting = *state;
    struct buffer other = {0};
    for (int i = 0; i < 2; i++) {
        struct document *document = sample_document(setting->arena, setting->diag);
        const struct theme *theme = theme_read(NULL, setting->arena, setting->diag);
        struct layout layout = layout_document(document, theme, &setting->metrics, true, setting->arena, setting->diag);
        layout_dump(&layout, i ? &other : &setting->out);
    }
    assert_string_equal(setting->out.data, other.data);
    buffer_free(&other);
}

static void test_small_page(void **state)
{
    static const char expected[] = "page 1 595276 × 841890\n"
                                   "text 56693 83556 width 22500 font 1 size 15000 #123a6b \"1　\"\n"
                                   "text 79193 83556 width 30000 font 1 size 15000 #123a6b \"範囲\"\n"
                                   "text 56693 110053 width 85000 font 0 size 10000 #1b1f24 \"本社及び第一工場。\"\n";
    struct setting *setting = *state;
    struct document *document = tree_document(setting->arena, "scope", "ja");
    document->classification = "";
    tree_paragraph(setting->arena, tree_section(setting->arena, document->root, "範囲"), "本社及び第一工場。");
    struct layout layout = set(setting, document, false);
    layout_dump(&layout, &setting->out);
    setting->out.data[strlen(expected) < setting->out.length ? strlen(expected) : setting->out.length] = '\0';
    assert_string_equal(setting->out.data, expected);
}

/* A heading never stands at the foot of a page without two lines of what it heads. */
static void test_headings_keep_with_their_text(void **state)
{
    struct setting *setting = *state;
    for (int lines = 20; lines < 70; lines++) {
        struct document *document = tree_document(setting->arena, "a", "ja");
        for (int i = 0; i < lines; i++)
            tree_paragraph(setting->arena, document->root, "行");
        struct node *section = tree_section(setting->arena, document->root, "見出");
        tree_paragraph(setting->arena, section,
                       "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ"
                       "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ"
                       "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ");
        struct layout layout = set(setting, document, false);
        check(&layout);
        for (const struct page *page = layout.first; page; page = page->next) {
            int after = -1;
            for (const struct box *box = page->boxes; box; box = box->next)
                if (box->node && box->type == BOX_TEXT) {
                    if (box->as.text.size > 14000)
                        after = 0;
                    else if (after >= 0)
                        after++;
                }
            assert_true(after == -1 || after >= 2);
        }
    }
}

/* Distance of the first two lines of a paragraph of so many, and the number of its pages. */
static int32_t line_distance(struct setting *setting, int lines, int *pages)
{
    struct document *document = tree_document(setting->arena, "a", "ja");
    char *words = arena_alloc(setting->arena, 3 * 48 * (size_t)lines + 1);
    for (int i = 0; i < 48 * lines; i++)
        memcpy(words + 3 * i, "字", 3);
    tree_paragraph(setting->arena, document->root, words);
    struct layout layout = set(setting, document, false);
    *pages = layout.count;
    return layout.first->boxes->next->y - layout.first->boxes->y;
}

/* Lines come closer, in two steps, only where that saves a page. */
static void test_short_last_pages_are_drawn_in(void **state)
{
    struct setting *setting = *state;
    int pages = 1, lines = 2, steps = 0;
    int32_t usual = line_distance(setting, lines, &pages), last = usual;
    for (;; lines++) {
        int32_t distance = line_distance(setting, lines, &pages);
        if (pages > 1) {
            assert_int_equal(distance, usual);
            break;
        }
        assert_true(distance <= last);
        steps += distance < last;
        last = distance;
    }
    assert_int_equal(steps, 2);
    assert_in_range(last, usual * 9 / 10, usual);
}

static struct document *contents_document(struct arena *arena, int lines, int sections, bool turn)
{
    struct document *document = tree_document(arena, "a", "ja");
    for (int i = 0; i < lines; i++)
        tree_paragraph(arena, document->root, "行");
    tree_add(arena, document->root, NODE_CONTENTS);
    for (int i = 0; i < sections; i++) {
        if (turn || i == 0)
            tree_add(arena, document->root, NODE_PAGE);
        tree_paragraph(arena, tree_section(arena, document->root, "見出し"), "行");
    }
    return document;
}

static bool is_leader(const struct box *box)
{
    return box->type == BOX_TEXT && box->as.text.characters[0] == '.' && box->as.text.count > 9;
}

/* Dots end before the page number, all at one place, however many digits it has. */
static void test_leaders_end_before_page_numbers(void **state)
{
    struct setting *setting = *state;
    struct layout layout = set(setting, contents_document(setting->arena, 0, 120, true), false);
    int32_t end = 0;
    int leaders = 0;
    for (const struct page *page = layout.first; page; page = page->next)
        for (const struct box *box = page->boxes; box; box = box->next)
            if (is_leader(box)) {
                assert_true(leaders == 0 || box->x + box->width == end);
                end = box->x + box->width;
                assert_in_range(box->next->x - end, box->as.text.size / 2, box->as.text.size * 3);
                leaders++;
            }
    assert_int_equal(leaders, 120);
}

/* A short list stays on one page, of a long one at least three entries stand on each. */
static void test_contents_entries_stay_together(void **state)
{
    struct setting *setting = *state;
    int parted = 0;
    for (int sections = 8; sections <= 30; sections += 22)
        for (int lines = 1; lines < 34; lines++) {
            struct layout layout = set(setting, contents_document(setting->arena, lines, sections, false), false);
            for (const struct page *page = layout.first; page; page = page->next) {
                int leaders = 0;
                for (const struct box *box = page->boxes; box; box = box->next)
                    leaders += is_leader(box);
                assert_true(leaders == 0 || leaders == sections || (sections > 8 && leaders >= 3));
                parted += leaders > 0 && leaders < sections;
            }
        }
    assert_true(parted > 0);
}

/* A drawing that a page lacks a little room for is set smaller there; one that would become too small moves. */
static void test_drawings_shrink_to_the_rest_of_a_page(void **state)
{
    struct setting *setting = *state;
    int shrunk = 0, moved = 0;
    for (int lines = 10; lines < 36; lines++) {
        struct document *document = tree_document(setting->arena, "a", "ja");
        for (int i = 0; i < lines; i++)
            tree_paragraph(setting->arena, document->root, "行");
        sample_drawing(setting->arena, document->root);
        struct layout layout = set(setting, document, false);
        check(&layout);
        for (const struct page *page = layout.first; page; page = page->next)
            for (const struct box *box = page->boxes; box; box = box->next)
                if (box->type == BOX_TEXT && box->as.text.characters[0] == 0x4E88) { /* the label of the drawing */
                    assert_in_range(box->as.text.size, 5600, 8000);
                    assert_true(box->y < page->height - 56000);
                    shrunk += box->as.text.size < 8000;
                    moved += page->number == 2 && box->as.text.size == 8000;
                }
    }
    assert_true(shrunk > 0 && moved > 0);
}

/* Sections of that many paragraphs in all, and a contents list for long documents unless `plain`. */
static struct layout set_sections(struct setting *setting, int sections, int paragraphs, bool plain)
{
    struct document *document = tree_document(setting->arena, "a", "ja");
    struct node *section = plain ? NULL : tree_section(setting->arena, document->root, "目次");
    if (section) {
        section->as.section.unnumbered = section->as.section.long_only = true;
        tree_add(setting->arena, section, NODE_CONTENTS);
    }
    for (int i = 0; i < paragraphs; i++) {
        if (i % (paragraphs / sections) == 0)
            section = tree_section(setting->arena, document->root, "節");
        tree_paragraph(setting->arena, section, "行");
    }
    return set(setting, document, false);
}

/* Three pages are short; what is left out leaves no trace. */
static void test_contents_when_long(void **state)
{
    struct setting *setting = *state;
    int longest_short = 0, shortest_long = 999;
    for (int paragraphs = 90; paragraphs < 210; paragraphs += 3) {
        struct layout plain = set_sections(setting, 3, paragraphs, true);
        struct layout layout = set_sections(setting, 3, paragraphs, false);
        check(&layout);
        int entries = count_links(&layout, NODE_ENTRY);
        if (plain.count > 3) {
            assert_true(entries >= 3 && layout.count >= plain.count);
            shortest_long = plain.count < shortest_long ? plain.count : shortest_long;
            continue;
        }
        struct buffer other = {0};
        longest_short = plain.count > longest_short ? plain.count : longest_short;
        assert_int_equal(entries, 0);
        buffer_clear(&setting->out);
        layout_dump(&plain, &setting->out);
        layout_dump(&layout, &other);
        assert_string_equal(setting->out.data, other.data);
        buffer_free(&other);
    }
    assert_int_equal(longest_short, 3);
    assert_int_equal(shortest_long, 4);
    struct layout two = set_sections(setting, 2, 300, false);
    assert_int_equal(count_links(&two, NODE_ENTRY), 0); /* two entries help nobody */
}

/* Every page of a table without a caption says its section and group. */
static void test_table_goes_on(void **state)
{
    struct setting *setting = *state;
    struct document *document = tree_document(setting->arena, "a", "ja");
    struct node *table = tree_add(setting->arena, tree_section(setting->arena, document->root, "資産"), NODE_TABLE);
    for (int i = 0; i < 130; i++) {
        struct node *row = tree_add(setting->arena, table, NODE_ROW);
        row->as.row.header = i == 0;
        row->as.row.group = i == 1;
        tree_cell(setting->arena, row, i == 0 ? "番号" : i == 1 ? "総務部" : "A-001", i == 1 ? 2 : 1, 1);
        if (i != 1)
            tree_cell(setting->arena, row, i == 0 ? "名称" : "台帳", 1, 1);
    }
    struct layout layout = set(setting, document, false);
    check(&layout);
    assert_true(layout.count >= 3);
    layout_dump(&layout, &setting->out);
    int groups = 0, heads = 0, continued = 0;
    for (const char *at = setting->out.data; *at; at++) {
        groups += strncmp(at, "総務部", strlen("総務部")) == 0;
        heads += strncmp(at, "番号", strlen("番号")) == 0;
        continued += strncmp(at, "資産（続き）", strlen("資産（続き）")) == 0;
    }
    assert_int_equal(groups, layout.count);
    assert_int_equal(heads, layout.count);
    assert_int_equal(continued, layout.count - 1);
}

/* Heights of what stands on the first page, in sum. */
static int64_t sum_of_places(const struct layout *layout)
{
    int64_t sum = 0;
    for (const struct box *box = layout->first->boxes; box; box = box->next)
        sum += box->node ? box->y : 0;
    return sum;
}

/* The cover of a document whose lines are set closer is that of every other. */
static void test_covers_are_alike(void **state)
{
    struct setting *setting = *state;
    int64_t places = 0;
    for (int paragraphs = 1; paragraphs < 140; paragraphs++) {
        struct document *document = tree_document(setting->arena, "a", "ja");
        sample_cover(setting->arena, document->root, "手順");
        for (int i = 0; i < paragraphs; i++)
            tree_paragraph(setting->arena, document->root, "行");
        struct layout layout = set(setting, document, false);
        places = places ? places : sum_of_places(&layout);
        assert_true(sum_of_places(&layout) == places);
    }
}

static void test_page_starts_leave_no_empty_page(void **state)
{
    struct setting *setting = *state;
    struct document *document = tree_document(setting->arena, "a", "ja");
    tree_add(setting->arena, document->root, NODE_PAGE)->as.page.landscape = true;
    tree_add(setting->arena, document->root, NODE_PAGE);
    tree_paragraph(setting->arena, document->root, "一");
    tree_add(setting->arena, document->root, NODE_PAGE)->as.page.landscape = true;
    tree_paragraph(setting->arena, document->root, "二");
    tree_add(setting->arena, document->root, NODE_PAGE);
    struct layout layout = set(setting, document, false);
    assert_int_equal(layout.count, 2);
    assert_true(layout.first->width < layout.first->height);
    assert_true(layout.first->next->width > layout.first->next->height);
}

static void test_long_titles(void **state)
{
    struct setting *setting = *state;
    struct document *document = tree_document(setting->arena, "a", "ja");
    const char *title = "情報セキュリティマネジメントシステムにおける個人情報及び特定個人情報の取扱い並びに委託先の監督"
                        "に関する規程（海外拠点を含む。）";
    document->title = document->classification = document->organization = title;
    sample_cover(setting->arena, document->root, title);
    tree_section(setting->arena, document->root, title);
    struct layout layout = set(setting, document, true);
    check(&layout);
    assert_int_equal(layout.count, 2);
}

static void test_empty_document(void **state)
{
    struct setting *setting = *state;
    struct document *document = tree_document(setting->arena, "a", "en");
    struct layout layout = set(setting, document, true);
    check(&layout);
    assert_int_equal(layout.count, 1);
}

/* A tree of random blocks, deep and wide, with everything in everything that the rules of containment allow. */
static void grow(struct arena *arena, struct node *parent, unsigned *seed, int depth)
{
    static const char *const words[] = {"情報", "R-012 ",   "「確認」", "……", "", "https://a.example/b?c=d",
                                        "ﾊﾝｶｸ", "𠮷野家、", "\n"};
    for (unsigned i = 0; i < 4; i++) {
        *seed = *seed * 1103515245u + 12345u;
        enum node_type type = (enum node_type)((*seed >> 16) % NODE_TYPE_COUNT);
        if (type == NODE_COVER || !node_allows(parent, type))
            continue;
        struct node *node = node_new(arena, type, (struct source){"a.md", 1, 1});
        if (!node_append(parent, node))
            continue;
        if (type == NODE_TEXT || type == NODE_CODE || type == NODE_CODE_SPAN || type == NODE_KEY_FIGURE ||
            type == NODE_SIGNATURE)
            node->text = words[(*seed >> 8) % 9];
        if (type == NODE_CELL) {
            node->as.cell.column_span = 1 + (int)(*seed >> 20) % 3;
            node->as.cell.row_span = 1 + (int)(*seed >> 22) % 3;
            node->as.cell.vertical = *seed >> 30 == 1;
            node->as.cell.blank_room = *seed >> 30 == 2;
            node->as.cell.seal_room = *seed >> 30 == 3;
        }
        if (type == NODE_ROW)
            node->as.row.header = *seed >> 29 == 1;
        if (type == NODE_DRAWING)
            node->as.drawing.width = node->as.drawing.height = 100000;
        if (type == NODE_FOOTNOTE_REFERENCE)
            node->as.footnote_reference.label = "none";
        if (depth < 9)
            grow(arena, node, seed, depth + 1);
    }
}

static void test_random_trees(void **state)
{
    struct setting *setting = *state;
    for (unsigned i = 0; i < 400; i++) {
        unsigned seed = i;
        struct document *document = tree_document(setting->arena, "a", i % 2 ? "ja" : "en");
        for (int k = 0; k < 12; k++)
            grow(setting->arena, document->root, &seed, 0);
        struct layout layout = set(setting, document, false);
        assert_true(layout.count >= 1);
        for (const struct page *page = layout.first; page; page = page->next)
            for (const struct box *box = page->boxes; box; box = box->next)
                assert_true(box->type <= BOX_IMAGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sample, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_same_pages_every_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_small_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_headings_keep_with_their_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_short_last_pages_are_drawn_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_leaders_end_before_page_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_contents_entries_stay_together, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_drawings_shrink_to_the_rest_of_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_contents_when_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_goes_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_covers_are_alike, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_page_starts_leave_no_empty_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_titles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_random_trees, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
