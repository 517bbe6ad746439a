/* Whole files: valid for the checkers that are there, the same on every run, their text that of the source. */
#include "pdf_pages.h"

#include <pthread.h>
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
    assert_true(fixture_write(fixture, "2026-06-01", bytes));
    assert_int_equal(diag_count(fixture->diag), 0);
}

static void save(const struct buffer *bytes, char path[])
{
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes->data, bytes->length), (ssize_t)bytes->length);
    close(descriptor);
}

/* Output of a checker, both streams; "" when it is not installed. The caller frees it. */
static struct buffer run(const char *program, const char *arguments, const char *path)
{
    char command[400];
    struct buffer output = {0};
    buffer_add_text(&output, "");
    snprintf(command, sizeof command, "command -v %s >/dev/null && %s %s %s 2>&1", program, program, arguments, path);
    FILE *stream = popen(command, "r");
    assert_non_null(stream);
    char part[4096];
    for (size_t length; (length = fread(part, 1, sizeof part, stream)) > 0;)
        buffer_add(&output, part, length);
    pclose(stream);
    return output;
}

static void assert_silent(const char *program, const char *arguments, const char *path)
{
    struct buffer output = run(program, arguments, path);
    static const char *const complaints[] = {"WARNING", "rror", "arning: ", "invalid"};
    for (size_t i = 0; i < sizeof complaints / sizeof complaints[0]; i++) {
        const char *found = strstr(output.data, complaints[i]);
        bool known = found && (strstr(output.data, "warning: ICC support") || strstr(output.data, "No syntax"));
        if (found && !known)
            print_error("%s: %s", program, output.data);
        assert_true(!found || known);
    }
    buffer_free(&output);
}

static void assert_says(const char *program, const char *arguments, const char *path, const char *words)
{
    struct buffer output = run(program, arguments, path);
    if (output.length > 0 && !strstr(output.data, words))
        print_error("%s does not say %s: %s", program, words, output.data);
    assert_true(output.length == 0 || strstr(output.data, words));
    buffer_free(&output);
}

static void passes_the_checkers(void **state)
{
    (void)state;
    struct fixture fixture;
    struct buffer bytes = {0};
    fixture_open(&fixture, &fixture_theme);
    write_document(&fixture, &bytes);
    assert_memory_equal(bytes.data, "%PDF-1.7", 8);
    char path[] = "/tmp/tekigo-pdf-XXXXXX";
    save(&bytes, path);
    assert_silent("qpdf", "--check", path);
    assert_silent("mutool", "info", path);
    assert_silent("mutool", "draw -F txt", path);
    assert_silent("pdffonts", "", path);
    assert_says("pdftotext", "-layout", path, "ISO/IEC 27001:2022");
    assert_says("mutool", "draw -F txt", path, "を適用する。用いる𠮷野家葛");
    assert_says("mutool", "draw -F txt", path, "1. 適用範囲（Scope）");
    assert_says("mutool", "draw -F txt", path, "make check && echo 'OK' \\ (完)");
    assert_says("pdfinfo", "", path, "見本製作所 & 会社");
    assert_says("pdfinfo", "-l 2", path, "841.89 x 595.276");
    assert_says("pdfinfo", "-dests", path, "\"scope\"");
    struct buffer links = run("qpdf", "--qdf --object-streams=disable", arena_printf(fixture.arena, "%s -", path));
    assert_null(memmem(links.data, links.length, "javascript", 10));
    if (links.length > 0) {
        const char *address = "(https://example.org/%E6%96%B9%E9%87%9D\\(1\\)?a=b)";
        assert_non_null(memmem(links.data, links.length, address, strlen(address)));
        assert_non_null(memmem(links.data, links.length, "/D (R-012)", 10));
    }
    buffer_free(&links);
    unlink(path);
    buffer_free(&bytes);
    fixture_close(&fixture);
}

static void *write_alone(void *argument)
{
    struct fixture *fixture = argument;
    struct buffer *bytes = calloc(1, sizeof *bytes);
    if (!fixture_write(fixture, "2026-06-01", bytes))
        buffer_clear(bytes);
    return bytes;
}

/* Fonts are shared, all else belongs to a document: the bytes are the same on every thread and in every run. */
static void writes_the_same_on_every_thread(void **state)
{
    (void)state;
    enum { THREADS = 4 };
    struct fixture fixture;
    struct buffer expected = {0};
    fixture_open(&fixture, &fixture_theme);
    write_document(&fixture, &expected);
    fixture_close(&fixture);
    fixture_open(&fixture, &fixture_theme);
    make_document(&fixture);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, write_alone, &fixture), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        struct buffer *bytes = result;
        assert_int_equal(bytes->length, expected.length);
        assert_memory_equal(bytes->data, expected.data, expected.length);
        buffer_free(bytes);
        free(bytes);
    }
    buffer_free(&expected);
    fixture_close(&fixture);
}

static void identifies_its_content(void **state)
{
    (void)state;
    struct fixture fixture;
    struct buffer first = {0}, second = {0};
    fixture_open(&fixture, &fixture_theme);
    write_document(&fixture, &first);
    fixture.document.title = "別の文書";
    assert_true(fixture_write(&fixture, "2026-06-01", &second));
    const char *one = memmem(first.data, first.length, "/ID [", 5),
               *other = memmem(second.data, second.length, "/ID [", 5);
    assert_non_null(one);
    assert_non_null(other);
    assert_memory_not_equal(one + 6, other + 6, 32);
    buffer_free(&first);
    buffer_free(&second);
    fixture_close(&fixture);
}

/* A name tree of many leaves and an outline of many items. */
static void leads_to_many_places(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    for (int i = 0; i < 300; i++) {
        struct page *page = fixture_page(&fixture, A4_WIDTH, A4_HEIGHT);
        for (int k = 0; k < 10; k++) {
            const char *id = arena_printf(fixture.arena, "R-%d", (i * 7919 + k * 104729) % 3000);
            struct node *node = section(&fixture, k % 5, id, "1", "リスク");
            add_anchor(&fixture, page, node, k * 50000);
            struct node *link = node_new(fixture.arena, NODE_LINK, node->source);
            link->as.link.node = node;
            add_link(&fixture, page, link);
        }
    }
    struct buffer bytes = {0};
    assert_true(fixture_write(&fixture, "", &bytes));
    char path[] = "/tmp/tekigo-pdf-XXXXXX";
    save(&bytes, path);
    assert_silent("qpdf", "--check", path);
    assert_says("pdfinfo", "-dests", path, "\"R-1374\"");
    unlink(path);
    buffer_free(&bytes);
    fixture_close(&fixture);
}

static void reports_what_cannot_be_written(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct buffer bytes = {0};
    assert_false(fixture_write(&fixture, "", &bytes));
    assert_int_equal(diag_count(fixture.diag), 1);
    fixture_page(&fixture, 99000000, A4_HEIGHT); /* wider than a PDF may be */
    assert_false(fixture_write(&fixture, "", &bytes));
    assert_int_equal(diag_count(fixture.diag), 2);
    assert_string_equal(diag_get(fixture.diag, 0)->slug, "pdf-failed");
    buffer_free(&bytes);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_the_checkers),
        cmocka_unit_test(writes_the_same_on_every_thread),
        cmocka_unit_test(identifies_its_content),
        cmocka_unit_test(leads_to_many_places),
        cmocka_unit_test(reports_what_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
