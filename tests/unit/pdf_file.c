/* Whole files: valid for the checkers that are there, the same on every run, their text that of the source. */
#include "pdf_pages.h"

#include <unistd.h>

#define A4_WIDTH 595276
#define A4_HEIGHT 841890

static const char sample[] =
    "情報セキュリティ方針 ISO/IEC 27001:2022 を適用する。用いる𠮷野家葛\xF3\xA0\x84\x80城市 ☑ 済";

static void fill_page(struct fixture *fixture, struct page *page)
{
    fixture_text(fixture, page, FACE_REGULAR, 10000, 56693, 100000, sample);
    fixture_text(fixture, page, FACE_BOLD, 15000, 56693, 140000, "1. 適用範囲（Scope）");
    fixture_text(fixture, page, FACE_MONO, 9500, 56693, 170000, "make check && echo 'OK' \\ (完)");
    struct box box = {.type = BOX_FILL, .x = 56693, .y = 200000, .width = 200000, .height = 30000, .color = 0xFDF0C2};
    fixture_box(fixture, page, box);
    box = (struct box){.type = BOX_STROKE,
                       .x = 56693,
                       .y = 240000,
                       .width = 200000,
                       .color = 0xB9C0C8,
                       .line_width = 400,
                       .dash = 2000};
    fixture_box(fixture, page, box);
    box =
        (struct box){.type = BOX_CIRCLE, .x = 300000, .y = 200000, .width = 30000, .height = 30000, .color = 0x9A1C10};
    box.as.path.filled = true;
    fixture_box(fixture, page, box);
}

static struct node *section(struct fixture *fixture, int level, const char *id, const char *number, const char *title)
{
    struct source source = {"policy.md", 1, 1};
    struct node *node = node_new(fixture->arena, NODE_SECTION, source);
    struct node *heading = node_new(fixture->arena, NODE_HEADING, source);
    heading->as.heading.level = level;
    node->id = id;
    node->number = number;
    node_append(heading, node_text(fixture->arena, title, source));
    node_append(node, heading);
    return node;
}

static void add_anchor(struct fixture *fixture, struct page *page, const struct node *node, int32_t y)
{
    struct page_anchor *anchor = arena_alloc(fixture->arena, sizeof *anchor);
    *anchor = (struct page_anchor){.node = node, .x = 50000, .y = y};
    if (page->last_anchor)
        page->last_anchor->next = anchor;
    else
        page->anchors = anchor;
    page->last_anchor = anchor;
}

static void add_link(struct fixture *fixture, struct page *page, const struct node *node)
{
    struct page_link *link = arena_alloc(fixture->arena, sizeof *link);
    *link = (struct page_link){56693, 90000, 100000, 12000, node, page->links};
    page->links = link;
}

static void make_document(struct fixture *fixture)
{
    struct page *first = fixture_page(fixture, A4_WIDTH, A4_HEIGHT);
    struct page *second = fixture_page(fixture, A4_HEIGHT, A4_WIDTH);
    fill_page(fixture, first);
    fill_page(fixture, second);
    struct node *outer = section(fixture, 1, "scope", "1", "適用範囲");
    struct node *inner = section(fixture, 3, "範囲(内)", "1.1", "組織");
    struct node *last = section(fixture, 1, "end", NULL, "Appendix");
    add_anchor(fixture, first, outer, 100000);
    add_anchor(fixture, first, outer->first, 100000);
    add_anchor(fixture, second, inner, 100000);
    add_anchor(fixture, second, last, 300000);
    struct node *link = node_new(fixture->arena, NODE_LINK, outer->source);
    link->as.link.node = inner;
    add_link(fixture, first, link);
    link = node_new(fixture->arena, NODE_LINK, outer->source);
    link->as.link.document = "risk-report";
    link->as.link.anchor = "R-012";
    add_link(fixture, first, link);
    link = node_new(fixture->arena, NODE_LINK, outer->source);
    link->as.link.url = "https://example.org/方針(1)?a=b";
    add_link(fixture, first, link);
    link = node_new(fixture->arena, NODE_LINK, outer->source);
    link->as.link.url = "javascript:alert(1)";
    add_link(fixture, first, link);
}

static void write_document(struct fixture *fixture, struct buffer *bytes)
{
    make_document(fixture);
    assert_true(
        pdf_write(&fixture->document, &fixture->layout, fixture->fonts, "2026-06-01", &fixture->options, bytes));
    assert_int_equal(diag_count(fixture->diag), 0);
}

static void writes_a_file(void **state)
{
    (void)state;
    struct fixture fixture;
    struct buffer bytes = {0};
    fixture_open(&fixture, &fixture_theme);
    write_document(&fixture, &bytes);
    assert_memory_equal(bytes.data, "%PDF-1.7", 8);
    const char *path = getenv("PDF_FILE");
    if (path) {
        FILE *stream = fopen(path, "wb");
        assert_non_null(stream);
        fwrite(bytes.data, 1, bytes.length, stream);
        fclose(stream);
    }
    buffer_free(&bytes);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_a_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
