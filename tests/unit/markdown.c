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

/* A tree in one line: names of the nodes with their children in parentheses and their text in quotes. */
static void write_node(struct buffer *buffer, const struct node *node)
{
    buffer_add_text(buffer, node_type_name(node->type));
    if (node->text)
        buffer_printf(buffer, " '%s'", node->text);
    if (!node->first)
        return;
    buffer_add_char(buffer, '(');
    for (const struct node *child = node->first; child; child = child->next) {
        write_node(buffer, child);
        if (child->next)
            buffer_add_char(buffer, ' ');
    }
    buffer_add_char(buffer, ')');
}

static struct markdown read_markdown(void **state, const char *text)
{
    struct setup *setup = *state;
    setup->diag = diag_new(setup->arena);
    struct markdown markdown = markdown_read("policies/a.md", text, strlen(text), setup->arena, setup->diag);
    assert_non_null(markdown.body);
    return markdown;
}

/* The text must become these children of the document, with no report. */
static void becomes(void **state, const char *text, const char *expected)
{
    struct setup *setup = *state;
    struct buffer buffer = {0};
    struct markdown markdown = read_markdown(state, text);
    write_node(&buffer, markdown.body);
    const char *tree = arena_printf(setup->arena, *expected ? "document(%s)" : "document", expected);
    assert_string_equal(buffer.data, tree);
    assert_int_equal(diag_count(setup->diag), 0);
    buffer_free(&buffer);
}

static void reported(void **state, const char *text, const char *slug, int line, int column)
{
    struct setup *setup = *state;
    read_markdown(state, text);
    assert_int_equal(diag_count(setup->diag), 1);
    const struct diagnostic *diagnostic = diag_get(setup->diag, 0);
    assert_string_equal(diagnostic->slug, slug);
    assert_int_equal(diagnostic->source.line, line);
    assert_int_equal(diagnostic->source.column, column);
}

/* The first node of a type, in document order. */
static const struct node *find(const struct node *node, enum node_type type)
{
    if (node->type == type)
        return node;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct node *found = find(child, type);
        if (found)
            return found;
    }
    return NULL;
}

static void headings_become_nested_sections(void **state)
{
    becomes(state, "a\n\n# b\n\nc\n\n### d\n\n## e\n\nf\n=\n",
            "paragraph(text 'a') section(heading(text 'b') paragraph(text 'c') section(heading(text 'd')) "
            "section(heading(text 'e'))) section(heading(text 'f'))");
    becomes(
        state, "###### a\n##### b\n# c\n###### d\n",
        "section(heading(text 'a')) section(heading(text 'b')) section(heading(text 'c') section(heading(text 'd')))");
    becomes(state, "> # a\n> b\n\n- # c\n",
            "quote(paragraph(strong(text 'a')) paragraph(text 'b')) list(item(paragraph(strong(text 'c'))))");
}

static void lines_join_as_the_script_wants(void **state)
{
    becomes(state, "日本\n語\n", "paragraph(text '日本語')");
    becomes(state, "word\nword\n", "paragraph(text 'word word')");
    becomes(state, "日本\nword\n", "paragraph(text '日本 word')"); /* no sentence says which manner it is */
    becomes(state, "ための\nID\n", "paragraph(text 'ためのID')");
    becomes(state, "記録する。\n14日\n", "paragraph(text '記録する。14日')");
    becomes(state, "ISO 27001\nの要求\n", "paragraph(text 'ISO 27001の要求')");
    becomes(state, "the word 適合\nand\n", "paragraph(text 'the word 適合 and')");
    becomes(state, "です。\n**強調**\n続き\n", "paragraph(text 'です。' strong(text '強調') text '続き')");
    becomes(state, "一  \n二\\\n三<br>四<br />五\n",
            "paragraph(text '一' line_break text '二' line_break text '三' line_break text '四' line_break text '五')");
    becomes(state, "日本\n{{ x }}\n語 {{ y }}\nword\n",
            "paragraph(text '日本' live 'x' text '語 ' live 'y' text ' word')");
}

static void tables_have_columns_rows_and_cells(void **state)
{
    const char *text = "| a | b |\n|:-:|--:|\n| x\\|y | `c|d` |\n| z |\n";
    becomes(state, "|a|\n|-|\n|{{ f(\"|\") }}|\n", "table(column row(cell(text 'a')) row(cell(live 'f(\"|\")')))");
    struct markdown markdown = read_markdown(state, text);
    const struct node *table = find(markdown.body, NODE_TABLE);
    assert_int_equal(table->first->as.column.align, ALIGN_CENTER);
    assert_int_equal(table->first->next->as.column.align, ALIGN_RIGHT);
    const struct node *header = table->first->next->next;
    assert_true(header->as.row.header);
    assert_true(header->first->as.cell.header);
    assert_int_equal(header->first->as.cell.column_span, 1);
    assert_false(header->next->as.row.header);
    assert_string_equal(header->next->first->first->text, "x|y");
    assert_int_equal(header->next->first->next->source.line, 3);
    assert_non_null(header->next->next->first->next); /* short rows are filled */
}

static void lists_and_other_blocks(void **state)
{
    becomes(state, "- a\n  1. b\n\n---\n\n~~x~~ *y*\n",
            "list(item(paragraph(text 'a') list(item(paragraph(text 'b'))))) rule paragraph(strike(text 'x') text ' ' "
            "emphasis(text 'y'))");
    const struct node *list = find(read_markdown(state, "3. [x] a\n4. [ ] b\n").body, NODE_LIST);
    assert_true(list->as.list.ordered && list->as.list.tight);
    assert_int_equal(list->as.list.start, 3);
    assert_true(list->first->as.item.task && list->first->as.item.checked);
    assert_true(list->last->as.item.task && !list->last->as.item.checked);
    becomes(state, "```c\n{{ x }}\n```\n\n    y\n", "code '{{ x }}\n' code 'y\n'");
}

static void footnotes_find_their_references(void **state)
{
    struct markdown markdown = read_markdown(state, "# h\n\na[^注] b[^b] c[^注]\n\n[^b]: bb\n[^注]: 内容\n");
    const struct node *reference = find(markdown.body, NODE_FOOTNOTE_REFERENCE);
    assert_string_equal(reference->as.footnote_reference.label, "注");
    const struct node *footnote = reference->as.footnote_reference.footnote;
    assert_string_equal(footnote->id, "注");
    assert_ptr_equal(footnote->parent, markdown.body);
    assert_string_equal(footnote->first->first->text, "内容");
    assert_string_equal(markdown.body->last->id, "b");
    reported(state, "日本[^x]\n", "markdown-footnote-undefined", 1, 3);
}

static void links_are_sorted_by_where_they_lead(void **state)
{
    static const char *const forbidden[] = {"javascript:a", "JavaScript:a",      "data:text/html,x",
                                            "vbscript:x",   "file:///etc/x",     "//host/x",
                                            "ftp://x",      "java&#10;script:x", "&#1;javascript:x"};
    struct setup *setup = *state;
    const struct node *link = find(read_markdown(state, "[a](https://example.jp/?a=b)\n").body, NODE_LINK);
    assert_string_equal(link->as.link.url, "https://example.jp/?a=b");
    assert_null(link->as.link.target);
    link = find(read_markdown(state, "[a](other.md#見出し)\n").body, NODE_LINK);
    assert_string_equal(link->as.link.target, "other.md#見出し");
    assert_null(link->as.link.url);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        struct markdown markdown = read_markdown(state, arena_printf(setup->arena, "[a](<%s>)\n", forbidden[i]));
        assert_null(find(markdown.body, NODE_LINK));
        assert_string_equal(find(markdown.body, NODE_TEXT)->text, "a");
        assert_string_equal(diag_get(setup->diag, 0)->slug, "markdown-link-forbidden");
    }
    reported(state, "日本[a]()\n", "markdown-link-empty", 1, 3);
    reported(state, "日本[a]({{ x }})\n", "live-misplaced", 1, 3);
}

static void images_stay_in_the_tree(void **state)
{
    const struct node *figure = find(read_markdown(state, "![*図* 1](../images/a%20b.png \"題\")\n").body, NODE_FIGURE);
    assert_string_equal(figure->first->as.image.path, "images/a b.png");
    assert_string_equal(figure->first->text, "図 1");
    assert_string_equal(figure->last->first->text, "題");
    becomes(state, "a ![x](y.png) b\n", "paragraph(text 'a ' image 'x' text ' b')");
    reported(state, "![x](../../a.png)\n", "markdown-image-outside", 1, 1);
    reported(state, "a ![x](https://example.jp/a.png)\n", "markdown-image-outside", 1, 3);
    reported(state, "![x](/etc/a.png)\n", "markdown-image-outside", 1, 1);
}

static void html_is_left_out(void **state)
{
    becomes(state, "<!-- a\n\nb -->\n\nc <!-- d --> e\n", "paragraph(text 'c  e')");
    becomes(state, "<!-- only -->\n", "");
    reported(state, "a\n\n<div>\nx\n</div>\n", "markdown-html", 3, 1);
    reported(state, "日本 <b>c</b>\n", "markdown-html", 1, 4);
    reported(state, "<script>alert(1)</script>\n", "markdown-html", 1, 1);
}

static void live_text_is_protected(void **state)
{
    becomes(state, "a{{ b * c * d }}e\n", "paragraph(text 'a' live 'b * c * d' text 'e')");
    becomes(state, "**{{ x }}**円\n", "paragraph(strong(live 'x') text '円')");
    becomes(state, "{{ t({a={1}}) }}{{\"}}\"}}\n", "paragraph(live 't({a={1}})' live '\"}}\"')");
    becomes(state, "`{{ x }}` \\{{ y }}\n", "paragraph(code_span '{{ x }}' text ' {{ y }}')");
    becomes(state, "# {{ isms.name }}\n", "section(heading(live 'isms.name'))");
    becomes(state, "```tekigo\nd:table({{1},{2}})\n```\n", "live_block 'd:table({{1},{2}})\n'");
    becomes(state, "``` tekigo figures\nx\n```\n", "live_block 'x\n'");
    reported(state, "日本 {{ x\n}}\n", "live-unclosed", 1, 4);
    reported(state, "日本 {{  }}\n", "live-empty", 1, 4);
    const struct node *live =
        find(read_markdown(state, "---\nid: x\n---\n- 日本\n  語 **{{ a }}** {{ b }}\n").body, NODE_LIVE);
    assert_int_equal(live->source.line, 5);
    assert_int_equal(live->source.column, 7);
}

/* The parser drops these in silence. */
static void nothing_is_lost_in_silence(void **state)
{
    reported(state, "a\n\n[^x]: 内容\n", "markdown-footnote-unused", 3, 1);
    reported(state, "> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n", "markdown-extra-cells", 3, 3);
    reported(state, "a | b\n--|--\n`x|y` | 2\n", "markdown-extra-cells", 3, 1);
    struct setup *setup = *state;
    read_markdown(state, "| a | b |\n|---|---|\n| x\\|y | {{ \"|\" }} |\n|  | |  \n| 1\n3 | 4\n|5|6\n");
    assert_int_equal(diag_count(setup->diag), 0);
    read_markdown(state, "```\n[^x]: code\n```\na[^y]\n\n[^y]: z\n");
    assert_int_equal(diag_count(setup->diag), 0);
}

/* Private characters of the text itself must not be taken for expressions. */
static void stand_ins_cannot_be_forged(void **state)
{
    becomes(state, "\U000F0000 \uF8F0\n", "paragraph(text '\U000F0000 \uF8F0')");
    becomes(state, "{{ abc }} \U000F0000zzz\U000F0007\n", "paragraph(live 'abc' text ' \U000F0000zzz\U000F0007')");
}

static void front_matter_is_read_with_its_places(void **state)
{
    struct setup *setup = *state;
    struct markdown markdown = read_markdown(state, "---\nid: P-01\ntitle: 方針\n---\n\n本文\n");
    assert_string_equal(value_get_text(markdown.front, "title", NULL), "方針");
    assert_int_equal(value_get(markdown.front, "title")->source.line, 3);
    assert_int_equal(find(markdown.body, NODE_PARAGRAPH)->source.line, 6);
    assert_null(read_markdown(state, "---\n---\na\n").front);
    assert_null(read_markdown(state, "text\n").front);
    assert_null(read_markdown(state, "").body->first);
    reported(state, "---\na: 1\na: 2\n---\n", "yaml-duplicate-key", 3, 1);
    reported(state, "---\na: 1\n", "front-matter-unclosed", 1, 1);
    read_markdown(state, "---\na: 1\n...\nb\n");
    assert_int_equal(diag_count(setup->diag), 0);
}

static char *repeat(const char *pattern, size_t count)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < count; i++)
        buffer_add_text(&buffer, pattern);
    return buffer.data;
}

/* Each of these takes minutes without the guards, or overflows the stack of what comes later. */
static void hostile_texts_end(void **state)
{
    static const struct {
        const char *pattern;
        size_t count;
        const char *slug; /* NULL: only has to end */
    } cases[] = {
        {"<?", 50000, "markdown-declarations"},
        {"<!A ", 40000, "markdown-declarations"},
        {"[", 80000, "markdown-brackets"},
        {"[a](", 30000, "markdown-brackets"},
        {"![", 50000, "markdown-brackets"},
        {"[^", 50000, "markdown-brackets"},
        {"> ", 50000, "markdown-too-deep"},
        {"- ", 50000, NULL},
        {"*a **a ", 20000, NULL},
        {"a\n", 100000, "markdown-block-too-long"},
        {"{{ ", 50000, "live-unclosed"},
        {"{{ \"", 40000, "live-unclosed"},
        {"`a", 50000, NULL},
        {"~a~~a", 30000, NULL},
        {"x", 300000, "markdown-line-too-long"},
        {"\\", 100000, NULL},
        {"&#", 90000, NULL},
        {"<a ", 50000, NULL},
        {"# a\n", 20000, NULL},
        {"{{ x }}", 20000, NULL},
        {"[^a]: ", 3000, NULL},
        {"|\n|-|\n", 2400, NULL},
    };
    struct setup *setup = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = repeat(cases[i].pattern, cases[i].count);
        read_markdown(state, text);
        if (cases[i].slug) {
            assert_true(diag_count(setup->diag) >= 1);
            assert_string_equal(diag_get(setup->diag, 0)->slug, cases[i].slug);
        }
        free(text);
    }
}

static void huge_tables_are_refused(void **state)
{
    char *bars = repeat("|-", 5000), *rows = repeat("|a|\n", 4000), *cells = repeat("|a", 60), *line = repeat("|-", 60);
    struct setup *setup = *state;
    reported(state, arena_printf(setup->arena, "%s\n%s\n", bars, bars), "markdown-table-too-wide", 1, 1);
    reported(state, arena_printf(setup->arena, "%s|\n%s|\n%s", cells, line, rows), "markdown-table-too-large", 1, 1);
    read_markdown(state, arena_printf(setup->arena, "%s|\n%s|\n|a|\n", cells, line));
    assert_int_equal(diag_count(setup->diag), 0);
    free(bars);
    free(rows);
    free(cells);
    free(line);
}

/* Long code is not held to the limits of text. */
static void long_code_is_read(void **state)
{
    struct setup *setup = *state;
    char *lines = repeat("<?[\n", 20000);
    read_markdown(state, arena_printf(setup->arena, "```\n%s```\n\ntext\n", lines));
    assert_int_equal(diag_count(setup->diag), 0);
    free(lines);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(headings_become_nested_sections),
        TEST(lines_join_as_the_script_wants),
        TEST(tables_have_columns_rows_and_cells),
        TEST(lists_and_other_blocks),
        TEST(footnotes_find_their_references),
        TEST(links_are_sorted_by_where_they_lead),
        TEST(images_stay_in_the_tree),
        TEST(html_is_left_out),
        TEST(live_text_is_protected),
        TEST(nothing_is_lost_in_silence),
        TEST(stand_ins_cannot_be_forged),
        TEST(front_matter_is_read_with_its_places),
        TEST(hostile_texts_end),
        TEST(huge_tables_are_refused),
        TEST(long_code_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
