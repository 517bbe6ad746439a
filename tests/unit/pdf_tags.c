/* The structure of files: elements for everything a document has, in its order, whatever the pages do. */
#include "pdf_pages.h"

#include <unistd.h>

#include "pdf/xref.h"
#include "tree.h"

static const struct theme *read_theme(struct fixture *fixture)
{
    return theme_read(NULL, fixture->arena, fixture->diag);
}

static struct node *row(struct arena *arena, struct node *table, bool header)
{
    struct node *node = tree_add(arena, table, NODE_ROW);
    node->as.row.header = header;
    return node;
}

static void add_table(struct arena *arena, struct node *section)
{
    struct node *table = tree_add(arena, section, NODE_TABLE);
    tree_text(arena, tree_add(arena, table, NODE_CAPTION), "台帳");
    struct node *head = row(arena, table, true);
    tree_cell(arena, head, "番号", 1, 1);
    tree_cell(arena, head, "評価", 2, 1);
    for (int i = 0; i < 90; i++) { /* two pages at least */
        struct node *line = row(arena, table, false);
        struct node *name = tree_cell(arena, line, i ? "R" : "R-001", 1, 1);
        name->as.cell.header = true;
        tree_cell(arena, line, "高", 1, 1);
        tree_cell(arena, line, "", 1, 1);
    }
}

static void add_inlines(struct arena *arena, struct node *section)
{
    struct node *paragraph = tree_paragraph(arena, section, "前");
    struct node *link = tree_add(arena, paragraph, NODE_LINK);
    link->as.link.url = "https://example.org/";
    tree_text(arena, link, "リンク");
    tree_text(arena, paragraph, "後");
    struct node *span = tree_add(arena, paragraph, NODE_SPAN);
    span->as.span.language = "en";
    tree_text(arena, span, "policy");
    link = tree_add(arena, paragraph, NODE_LINK); /* leads nowhere */
    tree_text(arena, link, "なし");
    struct node *list = tree_add(arena, section, NODE_LIST);
    list->as.list.ordered = true;
    tree_paragraph(arena, tree_add(arena, list, NODE_ITEM), "一番目");
    tree_add(arena, tree_add(arena, section, NODE_CALLOUT), NODE_PARAGRAPH); /* empty: no element */
    tree_add(arena, section, NODE_CODE)->text = "make";
}

static struct buffer structure(struct fixture *fixture, const char *option)
{
    struct buffer bytes = {0}, output = {0};
    char path[] = "/tmp/tekigo-tags-XXXXXX", command[200], part[4096];
    fixture->layout = layout_document(&fixture->document, fixture->options.theme, &fixture->metrics, false,
                                      fixture->arena, fixture->diag);
    assert_true(fixture_write(fixture, "2026-06-01", &bytes));
    int descriptor = mkstemp(path);
    assert_int_equal(write(descriptor, bytes.data, bytes.length), (ssize_t)bytes.length);
    close(descriptor);
    snprintf(command, sizeof command, "command -v pdfinfo >/dev/null && pdfinfo %s %s 2>&1", option, path);
    FILE *stream = popen(command, "r");
    for (size_t length; (length = fread(part, 1, sizeof part, stream)) > 0;)
        buffer_add(&output, part, length);
    pclose(stream);
    unlink(path);
    buffer_free(&bytes);
    return output;
}

static void assert_follow(const char *text, const char *const *parts)
{
    for (; *parts; parts++) {
        const char *found = strstr(text, *parts);
        if (!found)
            print_error("no %s in:\n%.3000s\n", *parts, text);
        assert_non_null(found);
        text = found + strlen(*parts);
    }
}

static size_t occurrences(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)); text++)
        count++;
    return count;
}

static void open_document(struct fixture *fixture)
{
    fixture_open(fixture, &fixture_theme);
    fixture->options.theme = read_theme(fixture);
    fixture->document.root = node_new(fixture->arena, NODE_DOCUMENT, (struct source){"a.md", 1, 1});
    fixture->document.commit = fixture->document.group = fixture->document.group_title = "";
}

static void keeps_rows_over_pages_whole(void **state)
{
    (void)state;
    struct fixture fixture;
    open_document(&fixture);
    add_table(fixture.arena, tree_section(fixture.arena, fixture.document.root, "リスク"));
    struct buffer text = structure(&fixture, "-struct-text");
    if (text.length > 0) {
        static const char *const parts[] = {"Document",       "Sect",      "H1",    "\"リスク\"", "Table",
                                            "Caption",        "\"台帳\"",  "THead", "TR",         "TH",
                                            "/Scope /Column", "\"番号\"",  "TH",    "TBody",      "TH",
                                            "/Scope /Row",    "\"R-001\"", "TD",    "\"高\"",     NULL};
        assert_true(fixture.layout.count > 1);
        assert_follow(text.data, parts);
        assert_int_equal(occurrences(text.data, "TR\n"), 91);
        assert_int_equal(occurrences(text.data, "\"番号\""), 1); /* the repeated head is an artifact */
    }
    buffer_free(&text);
    fixture_close(&fixture);
}

static void makes_elements_of_inlines(void **state)
{
    (void)state;
    struct fixture fixture;
    open_document(&fixture);
    struct node *section = tree_section(fixture.arena, fixture.document.root, "節");
    add_inlines(fixture.arena, section);
    struct buffer text = structure(&fixture, "-struct-text");
    if (text.length > 0) {
        static const char *const parts[] = {"P (block)",  "\"前\"", "Link",       "\"リンク\"", "Object",
                                            "\"後\"",     "Span",   "\"policy\"", "\"なし\"",   "L (block)",
                                            "LI",         "Lbl",    "\"1.\"",     "LBody",      "P",
                                            "\"一番目\"", "Code",   "\"make\"",   NULL};
        assert_follow(text.data, parts);
        assert_int_equal(occurrences(text.data, "Link"), 1);
        assert_int_equal(occurrences(text.data, "Div"), 0);
    }
    buffer_free(&text);
    fixture_close(&fixture);
}

/* Rows of a cross-reference stream hold the differences from the row above. */
static void packs_references(void **state)
{
    (void)state;
    struct xref xref = {0};
    struct buffer rows = {0};
    xref_set(&xref, 2, (struct xref_entry){.place = 7, .index = 3, .packed = true});
    xref_set(&xref, 1, (struct xref_entry){.place = 0x01020304});
    xref_add_rows(&xref, &rows);
    static const unsigned char expected[] = {2, 0, 0, 0, 0, 0, 255, 255, 2,   1, 1, 2,
                                             3, 4, 1, 1, 2, 1, 255, 254, 253, 3, 0, 3};
    assert_int_equal(rows.length, sizeof expected);
    assert_memory_equal(rows.data, expected, sizeof expected);
    buffer_clear(&rows);
    xref_add_table(&xref, &rows);
    assert_string_equal(rows.data, "xref\n0 3\n0000000000 65535 f \n0016909060 00000 n \n0000000007 00000 n \n");
    buffer_free(&rows);
    xref_free(&xref);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_rows_over_pages_whole),
        cmocka_unit_test(makes_elements_of_inlines),
        cmocka_unit_test(packs_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
