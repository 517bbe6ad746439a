#include "image/svg.h"

#include <string.h>

#include "base/map.h"
#include "base/utf8.h"
#include "image/limits.h"
#include "image/svg_reference.h"
#include "image/svg_value.h"
#include "image/xml.h"

#define SVG_SPACE "http://www.w3.org/2000/svg"
#define XLINK_SPACE "http://www.w3.org/1999/xlink"
#define XML_SPACE "http://www.w3.org/XML/1998/namespace"

enum { NAMES_SHOWN = 8, NAME_SHOWN_BYTES = 40 };

enum content { CONTENT_SHAPES, CONTENT_WORDS, CONTENT_STYLE, CONTENT_PARENT };

struct element {
    const char *name;
    enum content content;
};

static const struct element elements[] = {
#define SVG_ELEMENT(name, content) {#name, CONTENT_##content},
#include "image/svg_list.h"
};

/* What drawing programs keep for themselves: it shows nothing, and nobody misses it. */
static const char *const editor_spaces[] = {
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://schemas.microsoft.com/visio/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
};

struct level {
    const struct element *element;
    enum content content;
};

struct cleaning {
    struct buffer *out;
    struct arena *arena, *scratch; /* scratch: until the drawing is read */
    struct svg_tables tables;
    struct svg_references *references;
    struct buffer value, made, sheet; /* of the attribute, what is written for it, of the style element */
    struct picture_size *size;
    struct level levels[SVG_DEPTH_MAX + 1];
    int depth;
    int dropped;    /* elements open inside one that is left out, with it */
    bool mark_open; /* the `>` of the latest start is still due */
    size_t count;
    long long pixels;
    const char *width, *height, *view_box; /* of the root */
    int line;
    int first_line;      /* of what was left out; 0 when nothing was */
    struct map *names;   /* of what was left out */
    const char *ja, *en; /* why it cannot be written anew, or NULL */
};

static bool refuse(struct cleaning *cleaning, const char *ja, const char *en)
{
    cleaning->ja = ja;
    cleaning->en = en;
    return false;
}

static void leave_out(void *context, const char *name)
{
    struct cleaning *cleaning = context;
    char shown[NAME_SHOWN_BYTES + 1];
    size_t length = strlen(name);
    if (length > NAME_SHOWN_BYTES)
        for (length = NAME_SHOWN_BYTES; ((unsigned char)name[length] & 0xC0) == 0x80;)
            length--;
    memcpy(shown, name, length);
    shown[length] = '\0';
    if (!cleaning->first_line)
        cleaning->first_line = cleaning->line;
    if (map_count(cleaning->names) <= NAMES_SHOWN && !map_has(cleaning->names, shown))
        map_set(cleaning->names, arena_strdup(cleaning->scratch, shown), cleaning);
}

/* — writing — */

static void write_escaped(struct buffer *out, const char *text, size_t length, bool attribute)
{
    for (size_t i = 0, from = 0; i <= length; i++) {
        char byte = i < length ? text[i] : '\0';
        bool special = byte == '&' || byte == '<' || byte == '>' || byte == '\r' ||
                       (attribute && (byte == '"' || byte == '\n' || byte == '\t'));
        if (i < length && !special)
            continue;
        buffer_add(out, text + from, i - from);
        from = i + 1;
        if (byte == '&')
            buffer_add_text(out, "&amp;");
        else if (byte == '<')
            buffer_add_text(out, "&lt;");
        else if (byte == '>')
            buffer_add_text(out, "&gt;");
        else if (byte == '"')
            buffer_add_text(out, "&quot;");
        else if (i < length)
            buffer_printf(out, "&#%d;", byte);
    }
}

static void write_attribute(struct cleaning *cleaning, const char *name, const char *value)
{
    buffer_add_char(cleaning->out, ' ');
    buffer_add_text(cleaning->out, name);
    buffer_add_text(cleaning->out, "=\"");
    write_escaped(cleaning->out, value, strlen(value), true);
    buffer_add_char(cleaning->out, '"');
}

static void close_mark(struct cleaning *cleaning)
{
    if (cleaning->mark_open)
        buffer_add_char(cleaning->out, '>');
    cleaning->mark_open = false;
}

static enum content content_here(const struct cleaning *cleaning)
{
    return cleaning->depth ? cleaning->levels[cleaning->depth - 1].content : CONTENT_SHAPES;
}

/* — attributes — */

/* Notes the elements that a safe value draws: `url(#name)`, as often as it stands there. */
static void note_addresses(struct cleaning *cleaning, const char *value)
{
    for (const char *at = value; (at = strcasestr(at, "url(")); at++) {
        const char *id = strchr(at, '#') + 1;
        size_t length = strcspn(id, "\"') \t\r\n\f");
        svg_reference_draw(cleaning->references, arena_strndup(cleaning->scratch, id, length));
    }
}

static bool takes_fragment(const char *element)
{
    static const char *const names[] = {"use",     "textPath", "linearGradient", "radialGradient",
                                        "pattern", "filter",   "feImage",        "a"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(element, names[i]) == 0)
            return true;
    return false;
}

static void take_address(struct cleaning *cleaning, const char *element, char *value)
{
    bool is_image = strcmp(element, "image") == 0 || strcmp(element, "feImage") == 0;
    const char *fragment = takes_fragment(element) ? svg_fragment(value) : NULL;
    if (fragment) {
        write_attribute(cleaning, "href", fragment);
        if (strcmp(element, "a") != 0)
            svg_reference_draw(cleaning->references, fragment + 1);
    } else if (is_image && svg_photograph(value, &cleaning->pixels, cleaning->scratch)) {
        write_attribute(cleaning, "href", value);
    } else {
        leave_out(cleaning, "href");
    }
}

static void take_style(struct cleaning *cleaning, char *value)
{
    const struct svg_notice notice = {leave_out, cleaning};
    buffer_clear(&cleaning->made);
    svg_clean_declarations(&cleaning->tables, value, &cleaning->made, &notice);
    if (cleaning->made.length) {
        write_attribute(cleaning, "style", cleaning->made.data);
        note_addresses(cleaning, cleaning->made.data);
    }
}

static void take_look(struct cleaning *cleaning, const char *name, const char *value)
{
    if (!svg_look_is_safe(&cleaning->tables, value)) {
        leave_out(cleaning, name);
        return;
    }
    write_attribute(cleaning, name, value);
    note_addresses(cleaning, value);
}

static void note_size(struct cleaning *cleaning, const char *name, const char *value)
{
    if (strcmp(name, "width") == 0)
        cleaning->width = arena_strdup(cleaning->scratch, value);
    else if (strcmp(name, "height") == 0)
        cleaning->height = arena_strdup(cleaning->scratch, value);
    else if (strcmp(name, "viewBox") == 0)
        cleaning->view_box = arena_strdup(cleaning->scratch, value);
}

static void take_attribute(struct cleaning *cleaning, const char *element, const char *name)
{
    char *value = cleaning->value.data;
    switch (svg_attribute_kind(&cleaning->tables, name)) {
    case SVG_VALUE_PLAIN:
        write_attribute(cleaning, name, value);
        if (strcmp(name, "id") == 0)
            svg_reference_name(cleaning->references, value);
        if (cleaning->depth == 0)
            note_size(cleaning, name, value);
        break;
    case SVG_VALUE_LOOK:
        take_look(cleaning, name, value);
        break;
    case SVG_VALUE_STYLE:
        take_style(cleaning, value);
        break;
    case SVG_VALUE_HREF:
        take_address(cleaning, element, value);
        break;
    case SVG_VALUE_NONE:
        if ((name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n')
            leave_out(cleaning, name); /* runs; others show nothing */
        break;
    }
}

static bool is_space(const char *space, const char *wanted)
{
    return space && strcmp(space, wanted) == 0;
}

static void take_attributes(struct cleaning *cleaning, const char *element, const struct xml_attribute *attributes,
                            size_t count)
{
    bool plain_href = false;
    for (size_t i = 0; i < count; i++)
        plain_href = plain_href || (!attributes[i].space && strcmp(attributes[i].name, "href") == 0);
    for (size_t i = 0; i < count; i++) {
        const struct xml_attribute *attribute = &attributes[i];
        const char *name = attribute->name;
        buffer_clear(&cleaning->value);
        buffer_add(&cleaning->value, attribute->value, attribute->length);
        if (!attribute->space)
            take_attribute(cleaning, element, name);
        else if (is_space(attribute->space, XLINK_SPACE) && strcmp(name, "href") == 0 && !plain_href)
            take_attribute(cleaning, element, name);
        else if (is_space(attribute->space, XML_SPACE) && (strcmp(name, "space") == 0 || strcmp(name, "lang") == 0))
            write_attribute(cleaning, strcmp(name, "space") == 0 ? "xml:space" : "xml:lang", cleaning->value.data);
    }
}

/* — elements — */

static bool is_of_editor(const char *space)
{
    for (size_t i = 0; space && i < sizeof editor_spaces / sizeof *editor_spaces; i++)
        if (strncmp(space, editor_spaces[i], strlen(editor_spaces[i])) == 0)
            return true;
    return false;
}

/* Leaves the element out, with all that stands in it. */
static void drop(struct cleaning *cleaning, const char *space, const char *name)
{
    bool is_metadata = is_space(space, SVG_SPACE) && strcmp(name, "metadata") == 0;
    cleaning->dropped = 1;
    if (!is_metadata && !is_of_editor(space))
        leave_out(cleaning, name);
}

static bool check_place(struct cleaning *cleaning, const char *space, const char *name)
{
    if (cleaning->count++ >= SVG_ELEMENTS_MAX)
        return refuse(cleaning, "要素が多すぎます", "it has too many elements");
    if (cleaning->depth == 0 && (strcmp(name, "svg") != 0 || !is_space(space, SVG_SPACE)))
        return refuse(cleaning, "最も外側の要素が <svg xmlns=\"" SVG_SPACE "\"> ではありません",
                      "its outermost element is not <svg xmlns=\"" SVG_SPACE "\">");
    return true;
}

static bool start(void *context, int line, const char *space, const char *name, const struct xml_attribute *attributes,
                  size_t count)
{
    struct cleaning *cleaning = context;
    const struct element *element = is_space(space, SVG_SPACE) ? map_get(cleaning->tables.elements, name) : NULL;
    cleaning->line = line;
    if (cleaning->dropped) {
        cleaning->dropped++;
        return true;
    }
    if (!check_place(cleaning, space, name))
        return false;
    if (!element) {
        drop(cleaning, space, name);
        return true;
    }
    close_mark(cleaning);
    if (cleaning->depth && content_here(cleaning) != CONTENT_WORDS)
        buffer_add_char(cleaning->out, '\n');
    buffer_add_char(cleaning->out, '<');
    buffer_add_text(cleaning->out, name);
    if (cleaning->depth == 0)
        write_attribute(cleaning, "xmlns", SVG_SPACE);
    svg_reference_enter(cleaning->references);
    take_attributes(cleaning, name, attributes, count);
    cleaning->mark_open = true;
    cleaning->levels[cleaning->depth++] =
        (struct level){element, element->content == CONTENT_PARENT ? content_here(cleaning) : element->content};
    return true;
}

static void write_sheet(struct cleaning *cleaning)
{
    const struct svg_notice notice = {leave_out, cleaning};
    buffer_clear(&cleaning->made);
    buffer_add_text(&cleaning->sheet, "");
    svg_clean_sheet(&cleaning->tables, cleaning->sheet.data, &cleaning->made, &notice);
    if (cleaning->made.length) {
        close_mark(cleaning);
        write_escaped(cleaning->out, cleaning->made.data, cleaning->made.length, false);
    }
    buffer_clear(&cleaning->sheet);
}

static bool end(void *context)
{
    struct cleaning *cleaning = context;
    if (cleaning->dropped) {
        cleaning->dropped--;
        return true;
    }
    const struct level *level = &cleaning->levels[cleaning->depth - 1];
    if (level->content == CONTENT_STYLE)
        write_sheet(cleaning);
    if (cleaning->mark_open)
        buffer_add_text(cleaning->out, "/>");
    else
        buffer_printf(cleaning->out, "</%s>", level->element->name);
    cleaning->mark_open = false;
    cleaning->depth--;
    svg_reference_leave(cleaning->references);
    return true;
}

static bool take_text(void *context, const char *text, size_t length)
{
    struct cleaning *cleaning = context;
    if (cleaning->dropped)
        return true;
    if (content_here(cleaning) == CONTENT_STYLE) {
        buffer_add(&cleaning->sheet, text, length);
    } else if (content_here(cleaning) == CONTENT_WORDS) {
        close_mark(cleaning);
        write_escaped(cleaning->out, text, length, false);
    }
    return true;
}

/* Instructions show nothing, but for those that name a style sheet elsewhere. */
static bool instruction(void *context, int line, const char *target)
{
    struct cleaning *cleaning = context;
    cleaning->line = line;
    if (strcmp(target, "xml-stylesheet") == 0)
        leave_out(cleaning, target);
    return true;
}

/* — the whole — */

static const char *joined_names(const struct cleaning *cleaning)
{
    struct buffer text = {0};
    for (size_t i = 0; i < map_count(cleaning->names) && i < NAMES_SHOWN; i++)
        buffer_printf(&text, "%s%s", i ? ", " : "", map_key(cleaning->names, i));
    if (map_count(cleaning->names) > NAMES_SHOWN)
        buffer_add_text(&text, ", …");
    const char *names = arena_strdup(cleaning->scratch, text.data);
    buffer_free(&text);
    return names;
}

static bool explain(struct cleaning *cleaning, enum xml_result result, const struct xml_trouble *trouble)
{
    switch (result) {
    case XML_READ:
        return true;
    case XML_STOPPED:
        return false; /* the handler said why */
    case XML_MALFORMED:
        return refuse(cleaning, arena_printf(cleaning->scratch, "XML として読めません（%s）", trouble->reason),
                      arena_printf(cleaning->scratch, "it is no well-formed XML (%s)", trouble->reason));
    case XML_DECLARES:
        return refuse(cleaning, "実体などの宣言または宣言のない実体があります",
                      "it declares entities or uses ones that are not declared");
    case XML_TOO_DEEP:
        return refuse(cleaning, "要素の入れ子が深すぎます", "elements are nested too deeply");
    case XML_TOO_MANY_ATTRIBUTES:
        return refuse(cleaning, "1つの要素の属性が多すぎます", "an element has too many attributes");
    case XML_TOO_MANY_NAMESPACES:
        return refuse(cleaning, "名前空間の宣言が多すぎます", "it declares too many namespaces");
    case XML_LIBRARY_UNUSABLE:
        return refuse(cleaning,
                      arena_printf(cleaning->scratch, "ライブラリー libxml2 を読み込めません（%s）", trouble->reason),
                      arena_printf(cleaning->scratch, "the library libxml2 cannot be loaded (%s)", trouble->reason));
    case XML_LIBRARY_MISSING:
        return refuse(cleaning, "ライブラリー libxml2 がありません（apt install libxml2）",
                      "the library libxml2 is missing (apt install libxml2)");
    }
    return false;
}

static bool check_text(struct cleaning *cleaning, const char *text, size_t length)
{
    if (length > SVG_BYTES_MAX)
        return refuse(cleaning, "20 MB を超えています", "it is larger than 20 MB");
    if (memchr(text, '\0', length) || utf8_check(text, length) != length)
        return refuse(cleaning, "文字コードが UTF-8 ではありません", "it is not UTF-8");
    return true;
}

static bool check_whole(struct cleaning *cleaning)
{
    if (!svg_references_are_bounded(cleaning->references))
        return refuse(cleaning, "参照による描画が多すぎるか、自分自身を描きます",
                      "it draws too much by reference, or itself");
    if (!picture_measure_svg(cleaning->width, cleaning->height, cleaning->view_box, cleaning->size))
        return refuse(cleaning, "大きさが分かりません（width と height、または viewBox が必要です）",
                      "its size is unknown: width and height or a viewBox are needed");
    return true;
}

static void set_up(struct cleaning *cleaning, struct buffer *out, struct picture_size *size)
{
    cleaning->scratch = arena_new();
    cleaning->out = out;
    cleaning->size = size;
    cleaning->line = 1;
    cleaning->names = map_new(cleaning->scratch);
    cleaning->references = svg_references_new(cleaning->scratch);
    cleaning->tables.elements = map_new(cleaning->scratch);
    svg_tables_fill(&cleaning->tables, cleaning->scratch);
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        map_set(cleaning->tables.elements, elements[i].name, (void *)&elements[i]);
}

static void tear_down(struct cleaning *cleaning)
{
    buffer_free(&cleaning->value);
    buffer_free(&cleaning->made);
    buffer_free(&cleaning->sheet);
    arena_free(cleaning->scratch);
}

bool svg_clean(const char *path, const char *text, size_t length, struct buffer *out, struct picture_size *size,
               struct arena *arena, struct diag *diag)
{
    static const struct xml_handler handler = {start, end, take_text, instruction};
    struct cleaning cleaning = {0};
    struct xml_trouble trouble = {.line = 1};
    bool clean;
    set_up(&cleaning, out, size);
    clean = check_text(&cleaning, text, length) &&
            explain(&cleaning, xml_read(text, length, &handler, &cleaning, &trouble), &trouble) &&
            check_whole(&cleaning);
    if (!clean)
        diag_report(diag, MESSAGE_IMAGE_SVG_REFUSED, (struct source){path, trouble.line, 1},
                    diag_words(arena, cleaning.ja, cleaning.en), NULL);
    else if (cleaning.first_line)
        diag_report(diag, MESSAGE_IMAGE_SVG_CLEANED, (struct source){path, cleaning.first_line, 1},
                    joined_names(&cleaning), NULL);
    if (clean)
        buffer_add_char(out, '\n');
    tear_down(&cleaning);
    return clean;
}
