/* Pictures: kinds, sizes, and drawings written anew. */
#include "setup.h"

#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "image/image.h"

#define HEAD                                                                                                           \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\" height=\"9\">"
#define CLEAN "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"

static const struct picture *read_bytes(struct setup *test, const char *path, const void *bytes, size_t length)
{
    return picture_read(path, bytes, length, (struct source){"a.md", 3, 1}, test->arena, test->diag);
}

/* The slug of the latest report, "" when there is none. */
static const char *latest(const struct setup *test)
{
    size_t count = diag_count(test->diag);
    return count ? diag_get(test->diag, count - 1)->slug : "";
}

static void photographs_are_measured(void **state)
{
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\x64";
    static const char jpeg[] = "\xff\xd8\xff\xe0\0\4xx\xff\xc0\0\x11\x08\0\x40\0\x80\3";
    struct setup *test = *state;
    const struct picture *picture = read_bytes(test, "a.png", png, sizeof png - 1);
    assert_int_equal(picture->width, 300);
    assert_int_equal(picture->height, 100);
    assert_ptr_equal(picture->bytes, png);
    picture = read_bytes(test, "b/a.JPG", jpeg, sizeof jpeg - 1);
    assert_int_equal(picture->width, 128);
    assert_int_equal(picture->height, 64);
    assert_string_equal(latest(test), "");
}

static void damaged_and_misnamed_ones_are_not_shown(void **state)
{
    static const struct {
        const char *path, *bytes;
        size_t length;
        const char *slug;
    } cases[] = {
        {"a.jpg", "\xff\xd8\xff\xe0\xff\xff", 6, "image-unreadable"},
        {"a.png", "\x89PNG\r\n\x1a\n", 8, "image-unreadable"},
        {"a.png", "GIF89a", 6, "image-unreadable"},
        {"a.png", "", 0, "image-unreadable"},
        {"a.png", HEAD "</svg>", sizeof HEAD + 5, "image-ending"},
        {"a.png", "<!DOCTYPE html><script>", 23, "image-ending"},
        {"a.html", HEAD "</svg>", sizeof HEAD + 5, "image-ending"},
        {"a.svg/b", HEAD "</svg>", sizeof HEAD + 5, "image-ending"},
        {"a.svg", "\xff\xd8\xff\xe0\0\4xx\xff\xc0\0\x11\x08\0\x40\0\x80\3", 19, "image-ending"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setup *test = *state;
        const struct picture *picture = read_bytes(test, cases[i].path, cases[i].bytes, cases[i].length);
        assert_null(picture->bytes);
        assert_int_equal(picture->width, 0);
        assert_string_equal(latest(test), cases[i].slug);
        assert_int_equal(diag_count(test->diag), i + 1);
    }
}

static const struct picture *clean(struct setup *test, const char *text)
{
    return read_bytes(test, "a.svg", text, strlen(text));
}

static void drawings_are_measured(void **state)
{
    static const struct {
        const char *head;
        int width, height;
    } cases[] = {
        {"width='120' height='60'", 120, 60},
        {"viewBox='0 0 120,60' width=\"1in\"", 96, 48},
        {"viewBox='0 0 12 34'", 12, 34},
        {"viewBox='0 0 10 20' height='10mm'", 19, 38},
        {"width='100%' viewBox='0 0 5 6'", 5, 6},
        {"width='99999999999999999999' height='1'", 0, 0},
        {"width='4'", 0, 0},
        {"viewBox='0 0 1'", 0, 0},
        {"width='-4' height='3'", 0, 0},
        {"width=' 72pt ' height='1pc'", 96, 16},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setup *test = *state;
        const struct picture *picture =
            clean(test, arena_printf(test->arena, "<svg xmlns='http://www.w3.org/2000/svg' %s/>", cases[i].head));
        assert_int_equal(picture->width, cases[i].width);
        assert_int_equal(picture->height, cases[i].height);
        assert_int_equal(picture->bytes != NULL, cases[i].width > 0);
    }
}

/* What is written for a drawing: {what stands in its root, what is written, the report or ""}. */
static const struct {
    const char *from, *to, *slug;
} drawings[] = {
    {"<rect x='1' fill='#fff'/>", "\n<rect x=\"1\" fill=\"#fff\"/>", ""},
    {"<text>a &lt;<tspan> b</tspan></text>", "\n<text>a &lt;<tspan> b</tspan></text>", ""},
    {"words<g>more<!-- and --></g>", "\n<g/>", ""},
    {"<metadata><x xmlns='urn:a'/></metadata>", "", ""},
    {"<i:x xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:y='1'/>", "", ""},
    {"<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='x' data-a='1'/>", "\n<g/>", ""},
    /* runs */
    {"<script>alert(1)</script>", "", "image-svg-cleaned"},
    {"<s:script xmlns:s='http://www.w3.org/2000/svg' xlink:href='x'/>", "", "image-svg-cleaned"},
    {"<rect onload='alert(1)' OnClick='x'/>", "\n<rect/>", "image-svg-cleaned"},
    {"<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/></foreignObject>", "", "image-svg-cleaned"},
    {"<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='x'/>", "", "image-svg-cleaned"},
    {"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>", "", "image-svg-cleaned"},
    {"<a><set attributeName='href' to='javascript:alert(1)'/></a>", "\n<a/>", "image-svg-cleaned"},
    {"<animate attributeName='xlink:href' values='x'/>", "", "image-svg-cleaned"},
    {"<handler xmlns='http://www.w3.org/2001/xml-events'/>", "", "image-svg-cleaned"},
    {"<SCRIPT/>", "", "image-svg-cleaned"},
    /* leads out */
    {"<a href='java&#10;script:alert(1)'/>", "\n<a/>", "image-svg-cleaned"},
    {"<a xlink:href='&#x6A;avascript:alert(1)'/>", "\n<a/>", "image-svg-cleaned"},
    {"<a href='#b' xlink:href='javascript:x'/>", "\n<a href=\"#b\"/>", ""},
    {"<l:use xmlns:l='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xlink' h:href='#b'/>",
     "\n<use href=\"#b\"/>", ""},
    {"<use href='x.svg#b'/><use href=' #b '/><use href='#'/>", "\n<use/>\n<use href=\"#b\"/>\n<use/>",
     "image-svg-cleaned"},
    {"<image href='#b'/><image href='//x/y.png'/><image src='x'/>", "\n<image/>\n<image/>\n<image/>",
     "image-svg-cleaned"},
    {"<image href='data:image/svg+xml;base64,PHN2Zz4='/>", "\n<image/>", "image-svg-cleaned"},
    {"<image href='data:text/html,x'/><image href='data:image/png;base64,PHN2Zz4='/>", "\n<image/>\n<image/>",
     "image-svg-cleaned"},
    {"<image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAA EAAAABCAY='/>",
     "\n<image href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAY=\"/>", ""},
    {"<g xml:base='http://x/' xml:lang='ja' xml:space='preserve'/>", "\n<g xml:lang=\"ja\" xml:space=\"preserve\"/>",
     ""},
    {"<rect fill='url(#a)' stroke='url(\"#b\")'/>", "\n<rect fill=\"url(#a)\" stroke=\"url(&quot;#b&quot;)\"/>", ""},
    {"<rect fill='url(http://x/#a)'/>", "\n<rect/>", "image-svg-cleaned"},
    {"<rect mask='URL( x )' filter='u\\72l(x)' clip-path='ur/**/l(x)'/>", "\n<rect/>", "image-svg-cleaned"},
    {"<rect fill='image-set(\"x\" 1x)' stroke='src(\"x\")'/>", "\n<rect/>", "image-svg-cleaned"},
    {"<rect transform='translate(1,2) skewX(3)'/>", "\n<rect transform=\"translate(1,2) skewX(3)\"/>", ""},
    /* declarations */
    {"<g style=' fill : RED ;; stroke:rgb(1, 2 ,3)!important; '/>",
     "\n<g style=\"fill:RED;stroke:rgb(1, 2 ,3)!important\"/>", ""},
    {"<g style='-inkscape-x:1;background:red'/>", "\n<g/>", ""},
    {"<g style='fill:red;background:url(//x)'/>", "\n<g style=\"fill:red\"/>", "image-svg-cleaned"},
    {"<g style='fill:url(//x'/><g style='fill:u\\72l(//x)'/><g style='f\\69ll:x'/>", "\n<g/>\n<g/>\n<g/>",
     "image-svg-cleaned"},
    {"<g style='font-family:\"url(//x)\"'/><g style='font-family:\"A B\",&apos;C&apos;'/>",
     "\n<g/>\n<g style=\"font-family:&quot;A B&quot;,'C'\"/>", "image-svg-cleaned"},
    {"<g style='fill:red/*;*/;stroke/**/:/**/blue'/>", "\n<g style=\"fill:red;stroke:blue\"/>", ""},
    {"<g style='fill:attr(x url)'/><g style='--a:url(//x)'/>", "\n<g/>\n<g/>", "image-svg-cleaned"},
    /* style sheets */
    {"<style>.a > b { fill : red } c{}</style>", "\n<style>.a &gt; b{fill:red}\n</style>", ""},
    {"<style><![CDATA[a{fill:red}</style><script>]]></style>", "\n<style>a{fill:red}\n</style>", ""},
    {"<style>@import 'x'; @IMPORT url(x);a{fill:red}</style>", "\n<style>a{fill:red}\n</style>", "image-svg-cleaned"},
    {"<style>@font-face{src:url(x)}a{fill:url(#b)}</style>", "\n<style>a{fill:url(#b)}\n</style>", "image-svg-cleaned"},
    {"<style>@media x{a{fill:red}}b{fill:red}</style>", "\n<style>b{fill:red}\n</style>", "image-svg-cleaned"},
    {"<style>a{fill:url(x)}b{c{fill:red}}</style>", "\n<style/>", "image-svg-cleaned"},
    {"<style>a[b='\"]{}\n*{fill:red}</style>", "\n<style/>", ""},
    {"<style>@\\69mport 'x';a{fill:red}</style>", "\n<style>a{fill:red}\n</style>", "image-svg-cleaned"},
    {"<style>/* @import 'x' */a{fill:red}</style>", "\n<style>a{fill:red}\n</style>", ""},
};

static void drawings_are_written_anew(void **state)
{
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++) {
        struct setup *test = *state;
        size_t before = diag_count(test->diag);
        const struct picture *picture = clean(test, arena_printf(test->arena, HEAD "%s</svg>", drawings[i].from));
        const char *end = *drawings[i].to ? "</svg>" : "", *head = *drawings[i].to ? ">" : "/>";
        assert_non_null(picture->bytes);
        assert_string_equal(picture->bytes, arena_printf(test->arena, "%.*s%s%s%s\n", (int)sizeof CLEAN - 2, CLEAN,
                                                         head, drawings[i].to, end));
        assert_int_equal(diag_count(test->diag) - before, *drawings[i].slug ? 1 : 0);
        if (*drawings[i].slug)
            assert_string_equal(latest(test), drawings[i].slug);
        /* again: the same bytes, and nothing to report */
        before = diag_count(test->diag);
        const struct picture *again = read_bytes(test, "b.svg", picture->bytes, picture->length);
        assert_non_null(again->bytes);
        assert_string_equal(again->bytes, picture->bytes);
        assert_int_equal(diag_count(test->diag), before);
    }
}

static void what_was_left_out_is_listed_once(void **state)
{
    struct setup *test = *state;
    clean(test, HEAD "\n<script/><a1/><a2/>\n<script/><a3/><a4/><a5/><a6/><a7/><a8/><a9/></svg>");
    assert_int_equal(diag_count(test->diag), 1);
    assert_int_equal(diag_get(test->diag, 0)->source.line, 2);
    assert_string_equal(diag_get(test->diag, 0)->source.file, "a.svg");
    assert_non_null(strstr(diag_get(test->diag, 0)->text[LANGUAGE_EN], "script, a1, a2, a3, a4, a5, a6, a7, …"));
}

/* — refused — */

static void assert_refused(struct setup *test, const char *text, const char *reason)
{
    size_t before = diag_count(test->diag);
    assert_null(clean(test, text)->bytes);
    assert_int_equal(diag_count(test->diag), before + 1);
    assert_string_equal(latest(test), "image-svg-refused");
    assert_non_null(strstr(diag_get(test->diag, before)->text[LANGUAGE_EN], reason));
}

static void others_are_refused(void **state)
{
    static const struct {
        const char *text, *reason;
    } cases[] = {
        {"<svg", "outermost element"},
        {HEAD "<rect></svg>", "no well-formed XML"},
        {HEAD "</svg><script/>", "no well-formed XML"},
        {HEAD "<a:b/></svg>", "no well-formed XML"},
        {"<svg width='9' height='9'/>", "outermost element"},
        {"<html xmlns='http://www.w3.org/2000/svg'/>", "outermost element"},
        {"<!DOCTYPE svg [<!ENTITY a 'x'>]>" HEAD "&a;</svg>", "declares entities"},
        {"<!DOCTYPE svg [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>" HEAD "</svg>", "declares entities"},
        {"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x' b (c|d) 'c'>]>" HEAD "</svg>", "declares entities"},
        {"<!DOCTYPE svg [<!ATTLIST svg b (c|d) 'c'>]>" HEAD "</svg>", "declares entities"},
        {"<!DOCTYPE svg [<!ELEMENT svg (a|(b,c))>]>" HEAD "</svg>", "declares entities"},
        {"<!DOCTYPE svg [<!NOTATION a SYSTEM 'x'>]>" HEAD "</svg>", "declares entities"},
        {"<!DOCTYPE svg SYSTEM 'x'>" HEAD "<text>&a;</text></svg>", "no well-formed XML"},
        {HEAD "<text>&a;</text></svg>", "no well-formed XML"},
        {HEAD "<text>\xff</text></svg>", "not UTF-8"},
        {HEAD "<use id='a' href='#a'/></svg>", "by reference, or itself"},
        {HEAD "<pattern id='a'><rect fill='url(#a)'/></pattern></svg>", "by reference, or itself"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(*state, cases[i].text, cases[i].reason);
}

static void a_plain_doctype_is_dropped(void **state)
{
    const struct picture *picture = clean(
        *state, "\xEF\xBB\xBF<?xml version='1.0' encoding='Shift_JIS'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" HEAD "<text>漢</text></svg>");
    assert_string_equal(picture->bytes, CLEAN "\n<text>漢</text></svg>\n");
    assert_string_equal(latest(*state), "");
    clean(*state, "<?xml-stylesheet href='x'?>" HEAD "</svg>");
    assert_string_equal(latest(*state), "image-svg-cleaned");
}

/* A text of so many pieces between head and end. */
static char *repeat(struct arena *arena, const char *head, const char *piece, size_t count, const char *end)
{
    size_t size = strlen(piece);
    char *text = arena_alloc(arena, strlen(head) + count * size + strlen(end) + 1), *at = stpcpy(text, head);
    for (size_t i = 0; i < count; i++, at += size)
        memcpy(at, piece, size);
    strcpy(at, end);
    return text;
}

#if defined(__SANITIZE_ADDRESS__)
enum { COMMENTS = 50000 }; /* the sanitizer looks through all that a search may read, each time */
#else
enum { COMMENTS = 2000000 };
#endif

static void bombs_are_refused_fast(void **state)
{
    struct setup *test = *state;
    struct buffer text = {0};
    clock_t start = clock();
    assert_refused(test, repeat(test->arena, HEAD, "<g>", 200, "</svg>"), "nested too deeply");
    assert_refused(test, repeat(test->arena, HEAD, "<foreignObject>", 200, "</svg>"), "nested too deeply");
    assert_refused(test, repeat(test->arena, HEAD "<g ", "a='' ", 1000000, "/></svg>"), "too many attributes");
    assert_refused(test, repeat(test->arena, HEAD, "<!--'-->", COMMENTS, "</svg"), "no well-formed XML");
    assert_refused(test, repeat(test->arena, HEAD, "<g/>", 1000001, "</svg>"), "too many elements");
    assert_refused(test, repeat(test->arena, HEAD, "          ", 2000001, "</svg>"), "20 MB");
    assert_refused(test, repeat(test->arena, HEAD "<image href='data:image/png;base64,", "AAAA", 4000000, "'/></svg>"),
                   "no well-formed XML"); /* longer than the parser takes */
    buffer_printf(&text, HEAD "<g id='a0'/>");
    for (int i = 1; i < 30; i++)
        buffer_printf(&text, "<g id='a%d'><use href='#a%d'/><rect fill='url(#a%d)'/></g>", i, i - 1, i - 1);
    buffer_printf(&text, "</svg>");
    assert_refused(test, text.data, "by reference");
    buffer_clear(&text);
    buffer_printf(&text, HEAD);
    for (int i = 0; i < 100; i++) {
        buffer_add_text(&text, "<g");
        for (int j = 0; j < 100; j++)
            buffer_printf(&text, " xmlns:n%d='u%d'", i * 100 + j, j);
        buffer_add_text(&text, ">");
    }
    assert_refused(test, text.data, "too many namespaces");
    buffer_free(&text);
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
}

static void large_drawings_take_linear_time(void **state)
{
    struct setup *test = *state;
    const char *pieces[] = {"<path d=\"M0 0L10 10\" style=\"fill:red;stroke:url(#a)\"/>", "<text>漢字かな&amp;</text>"};
    for (size_t i = 0; i < 2; i++) {
        clock_t start = clock();
        const struct picture *picture =
            clean(test, repeat(test->arena, HEAD, pieces[i], 19000000 / strlen(pieces[i]), "</svg>"));
        assert_non_null(picture->bytes);
        assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
    }
    clock_t start = clock();
    assert_non_null(
        clean(test, repeat(test->arena, HEAD "<style>", "a{fill:(;} @x", 1000000, "</style></svg>"))->bytes);
    assert_non_null(clean(test, repeat(test->arena, HEAD "<style>", "a{fill:red}", 1000000, "</style></svg>"))->bytes);
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(photographs_are_measured),
        TEST(damaged_and_misnamed_ones_are_not_shown),
        TEST(drawings_are_measured),
        TEST(drawings_are_written_anew),
        TEST(what_was_left_out_is_listed_once),
        TEST(others_are_refused),
        TEST(a_plain_doctype_is_dropped),
        TEST(bombs_are_refused_fast),
        TEST(large_drawings_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
