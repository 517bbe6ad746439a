#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "read/address.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/live.h"
#include "read/markdown_guard.h"
#include "read/markdown_source.h"
#include "read/places.h"
#include "read/read.h"

enum { DEPTH_LIMIT = 64 /* of nodes inside each other */, HEADING_LEVELS = 6 };

struct reader {
    struct places places;
    struct live_text live;
    struct arena *arena;
    struct diag *diag;
    struct node *body;
    struct node *current;          /* what new nodes become children of */
    struct node *paragraph_parent; /* a paragraph is put in its place when it is complete, and has content */
    struct node *sections[HEADING_LEVELS];
    int section_levels[HEADING_LEVELS], section_count;
    struct node **footnotes; /* in the order of the parser's numbers */
    int footnote_count;
    struct buffer text; /* words that wait to become a node */
    struct source text_source;
    uint32_t last_code; /* the latest character of the block; 0 at its start */
    int depth;
    bool too_deep; /* reported */
};

static struct source place_of(const struct reader *reader, cmark_node *node)
{
    int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
    return line > 0 ? places_find((struct places *)&reader->places, line, column) : reader->current->source;
}

/* — words — */

static void flush_text(struct reader *reader)
{
    if (reader->text.length == 0)
        return;
    const char *text = arena_strndup(reader->arena, reader->text.data, reader->text.length);
    node_append(reader->current, node_text(reader->arena, text, reader->text_source));
    buffer_clear(&reader->text);
}

static struct node *add_leaf(struct reader *reader, enum node_type type, const char *text, struct source source)
{
    flush_text(reader);
    struct node *node = node_new(reader->arena, type, source);
    node->text = text;
    node_append(reader->current, node);
    return node;
}

static void add_words(struct reader *reader, const char *text, size_t length, struct source source)
{
    if (length == 0)
        return;
    if (reader->text.length == 0)
        reader->text_source = source;
    buffer_add(&reader->text, text, length);
    size_t last = length - 1;
    while (last > 0 && (text[last] & 0xC0) == 0x80)
        last--;
    utf8_decode(text + last, length - last, &reader->last_code);
}

static void add_live(struct reader *reader, const struct live *live)
{
    struct source source = places_at((struct places *)&reader->places, live->offset);
    if (*live->expression)
        add_leaf(reader, NODE_LIVE, live->expression, source);
    else
        diag_report(reader->diag, MESSAGE_LIVE_EMPTY, source, NULL);
    reader->last_code = 0xFFFD;
}

/* Reports `[^label]` at `text`, which the parser left as text because nothing defines it. */
static void check_footnote(struct reader *reader, const char *text, struct source source)
{
    size_t length = strcspn(text, "] \n");
    if (length > 2 && length < 64 && text[length] == ']')
        diag_report(reader->diag, MESSAGE_MARKDOWN_FOOTNOTE_UNKNOWN, source,
                    arena_strndup(reader->arena, text, length + 1), NULL);
}

static void add_text(struct reader *reader, const char *text, struct source source)
{
    size_t length = strlen(text), start = 0, at = 0;
    bool unclosed = false;
    while (at < length) {
        const struct live *live = NULL;
        size_t size = (unsigned char)text[at] < 0xEF ? 0 : live_find(&reader->live, text + at, length - at, &live);
        if (size == 0) {
            struct source here = source;
            bool opens = text[at] == '{' && text[at + 1] == '{' && !unclosed, footnote = text[at] == '[';
            if (opens || footnote)
                here.column += (int)utf8_count(text + start, at - start);
            if (opens)
                diag_report(reader->diag, MESSAGE_LIVE_UNCLOSED, here, NULL);
            else if (footnote && text[at + 1] == '^')
                check_footnote(reader, text + at, here);
            unclosed = unclosed || opens;
            at++;
            continue;
        }
        add_words(reader, text + start, at - start, source);
        if (live) {
            add_live(reader, live);
            source = places_at((struct places *)&reader->places, live->offset + live->length);
        } else {
            add_words(reader, "{{", 2, source);
        }
        at += size;
        start = at;
    }
    add_words(reader, text + start, length - start, source);
}

/* The first character that follows a node in its block; 0 when there is none to be seen, U+FFFD for a live one. */
static uint32_t next_code(const struct reader *reader, cmark_node *node)
{
    const struct live *live;
    uint32_t code = 0;
    cmark_node *next = cmark_node_next(node);
    while (next && cmark_node_first_child(next))
        next = cmark_node_first_child(next);
    const char *text = next ? cmark_node_get_literal(next) : NULL;
    if (!text || cmark_node_get_type(next) == CMARK_NODE_HTML_INLINE)
        return 0;
    if (live_find(&reader->live, text, strlen(text), &live) && live)
        return 0xFFFD;
    utf8_decode(text, strlen(text), &code);
    return code;
}

/* A line end in the source: nothing beside text that is written without spaces (a live figure takes the manner of what
 * stands on its other side), else a space, as beside a word without kana that is a guest among Latin ones. */
static void add_soft_break(struct reader *reader, cmark_node *node)
{
    uint32_t before = reader->last_code, after = next_code(reader, node);
    bool left = utf8_is_cjk(before) || before == 0xFFFD, right = utf8_is_cjk(after) || after == 0xFFFD;
    bool kana = (after > 0x3040 && after < 0x3100) || utf8_holds_kana(reader->text.data, reader->text.length);
    if (before != 0 && !(left && right) && !(kana && (utf8_is_cjk(before) || utf8_is_cjk(after))))
        add_words(reader, " ", 1, place_of(reader, node));
}

/* — HTML — */

static void report_html(struct reader *reader, const char *html, struct source source)
{
    const char *excerpt = html_excerpt(live_restore(&reader->live, html, reader->arena, NULL), reader->arena);
    diag_report(reader->diag, MESSAGE_MARKDOWN_HTML, source, excerpt, NULL);
}

static void add_html(struct reader *reader, cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    if (html_is_line_break(html)) {
        add_leaf(reader, NODE_LINE_BREAK, NULL, place_of(reader, node));
        reader->last_code = 0;
    } else if (!html_is_comment(html) && html[1] != '/') { /* the end of an element was reported with its start */
        report_html(reader, html, place_of(reader, node));
    }
}

/* — building — */

/* Makes a node that children go into, with the parser's node as its mark; false when it would be too deep. */
static bool open_node(struct reader *reader, cmark_node *from, struct node *node)
{
    flush_text(reader);
    if (reader->depth >= DEPTH_LIMIT || !node_append(reader->current, node)) {
        if (!reader->too_deep)
            diag_report(reader->diag, MESSAGE_MARKDOWN_TOO_DEEP, node->source,
                        arena_printf(reader->arena, "%d", DEPTH_LIMIT), NULL);
        reader->too_deep = true;
        return false;
    }
    reader->depth++;
    reader->current = node;
    cmark_node_set_user_data(from, node);
    return true;
}

static bool open_type(struct reader *reader, cmark_node *from, enum node_type type)
{
    return open_node(reader, from, node_new(reader->arena, type, place_of(reader, from)));
}

/* Levels may be skipped: a heading goes into the section of the nearest one above it. */
static bool open_heading(struct reader *reader, cmark_node *from)
{
    int level = cmark_node_get_heading_level(from);
    struct source source = place_of(reader, from);
    reader->last_code = 0;
    if (cmark_node_get_type(cmark_node_parent(from)) != CMARK_NODE_DOCUMENT) { /* in a quote or a list: strong words */
        struct node *paragraph = node_new(reader->arena, NODE_PARAGRAPH, source);
        if (!open_node(reader, from, paragraph))
            return false;
        reader->current = node_new(reader->arena, NODE_STRONG, source);
        return node_append(paragraph, reader->current);
    }
    while (reader->section_count > 0 && reader->section_levels[reader->section_count - 1] >= level)
        reader->section_count--;
    struct node *section = node_new(reader->arena, NODE_SECTION, source);
    node_append(reader->section_count > 0 ? reader->sections[reader->section_count - 1] : reader->body, section);
    reader->sections[reader->section_count] = section;
    reader->section_levels[reader->section_count++] = level;
    section->as.section.level = reader->section_count;
    reader->current = section;
    struct node *heading = node_new(reader->arena, NODE_HEADING, source);
    heading->as.heading.level = reader->section_count;
    return open_node(reader, from, heading);
}

/* The path of an image that may be shown, else NULL. */
static const char *image_path(const struct reader *reader, cmark_node *node)
{
    const char *url = cmark_node_get_url(node);
    bool live = false;
    live_restore(&reader->live, url, reader->arena, &live);
    return !live && address_kind(url) == ADDRESS_INSIDE ? address_path(reader->places.path, url, reader->arena) : NULL;
}

static bool open_paragraph(struct reader *reader, cmark_node *from)
{
    cmark_node *only = cmark_node_first_child(from);
    reader->last_code = 0;
    if (only && !cmark_node_next(only) && cmark_node_get_type(only) == CMARK_NODE_IMAGE && image_path(reader, only))
        return open_type(reader, from, NODE_FIGURE);
    if (reader->depth >= DEPTH_LIMIT)
        return open_type(reader, from, NODE_PARAGRAPH); /* which reports it */
    reader->paragraph_parent = reader->current;
    reader->current = node_new(reader->arena, NODE_PARAGRAPH, place_of(reader, from));
    reader->depth++;
    cmark_node_set_user_data(from, reader->current);
    return true;
}

static bool open_list(struct reader *reader, cmark_node *from)
{
    struct node *list = node_new(reader->arena, NODE_LIST, place_of(reader, from));
    list->as.list.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
    list->as.list.start = list->as.list.ordered ? cmark_node_get_list_start(from) : 1;
    list->as.list.tight = cmark_node_get_list_tight(from);
    return open_node(reader, from, list);
}

static bool open_item(struct reader *reader, cmark_node *from)
{
    struct node *item = node_new(reader->arena, NODE_ITEM, place_of(reader, from));
    item->as.item.task = strcmp(cmark_node_get_type_string(from), "tasklist") == 0;
    item->as.item.checked = item->as.item.task && cmark_gfm_extensions_get_tasklist_item_checked(from);
    return open_node(reader, from, item);
}

static bool open_table(struct reader *reader, cmark_node *from)
{
    int columns = cmark_gfm_extensions_get_table_columns(from);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(from);
    struct source source = place_of(reader, from);
    if (!open_node(reader, from, node_new(reader->arena, NODE_TABLE, source)))
        return false;
    for (int i = 0; i < columns; i++) {
        struct node *column = node_new(reader->arena, NODE_COLUMN, source);
        column->as.column.align = alignments[i] == 'l'   ? ALIGN_LEFT
                                  : alignments[i] == 'c' ? ALIGN_CENTER
                                  : alignments[i] == 'r' ? ALIGN_RIGHT
                                                         : ALIGN_DEFAULT;
        node_append(reader->current, column);
    }
    return true;
}

/* The parser drops cells beyond the last column. */
static void check_cells(struct reader *reader, cmark_node *row, struct source source)
{
    int columns = cmark_gfm_extensions_get_table_columns(cmark_node_parent(row));
    size_t length, start = (size_t)cmark_node_get_start_column(row);
    const char *line = places_line(&reader->places, cmark_node_get_start_line(row), &length);
    start = start > 0 && start <= length ? start - 1 : 0;
    line = reader->live.text + (line - reader->live.original) + start;
    int cells = markdown_count_cells(line, length - start);
    if (cells > columns)
        diag_report(reader->diag, MESSAGE_MARKDOWN_EXTRA_CELLS, source, arena_printf(reader->arena, "%d", columns),
                    arena_printf(reader->arena, "%d", cells), NULL);
}

static bool open_row(struct reader *reader, cmark_node *from, bool header)
{
    struct node *row = node_new(reader->arena, NODE_ROW, place_of(reader, from));
    row->as.row.header = header;
    check_cells(reader, from, row->source);
    return open_node(reader, from, row);
}

static bool open_cell(struct reader *reader, cmark_node *from)
{
    struct node *cell = node_new(reader->arena, NODE_CELL, place_of(reader, from));
    cell->as.cell.column_span = cell->as.cell.row_span = 1;
    cell->as.cell.header = reader->current->as.row.header;
    reader->last_code = 0;
    return open_node(reader, from, cell);
}

/* A link that cannot be kept leaves its words: its children go where it would have stood. */
static bool open_link(struct reader *reader, cmark_node *from)
{
    bool live = false;
    struct source source = place_of(reader, from);
    const char *address = live_restore(&reader->live, cmark_node_get_url(from), reader->arena, &live);
    enum address_kind kind = address_kind(address);
    if (live)
        diag_report(reader->diag, MESSAGE_LIVE_MISPLACED, source, NULL);
    else if (kind == ADDRESS_EMPTY)
        diag_report(reader->diag, MESSAGE_MARKDOWN_LINK_EMPTY, source, NULL);
    else if (kind == ADDRESS_FORBIDDEN)
        diag_report(reader->diag, MESSAGE_MARKDOWN_LINK_FORBIDDEN, source,
                    address_shown(address, reader->arena), NULL);
    if (live || kind == ADDRESS_EMPTY || kind == ADDRESS_FORBIDDEN)
        return true;
    struct node *link = node_new(reader->arena, NODE_LINK, source);
    if (kind == ADDRESS_WEB)
        link->as.link.url = address;
    else
        link->as.link.target = address;
    return open_node(reader, from, link);
}

/* The words below an image, in the arena. */
static const char *alternative_text(struct reader *reader, cmark_node *image)
{
    struct buffer buffer = {0};
    cmark_iter *iterator = cmark_iter_new(image);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const char *literal = event == CMARK_EVENT_ENTER ? cmark_node_get_literal(node) : NULL;
        if (literal && cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE)
            buffer_add_text(&buffer, literal);
    }
    cmark_iter_free(iterator);
    const char *text = live_restore(&reader->live, buffer.data ? buffer.data : "", reader->arena, NULL);
    buffer_free(&buffer);
    return text;
}

/* The picture is a leaf; one that cannot be shown leaves its alternative text. */
static bool open_image(struct reader *reader, cmark_node *from)
{
    const char *path = image_path(reader, from), *title = cmark_node_get_title(from);
    struct source source = place_of(reader, from);
    if (!path) {
        diag_report(reader->diag, MESSAGE_MARKDOWN_IMAGE_OUTSIDE, source,
                    address_shown(live_restore(&reader->live, cmark_node_get_url(from), reader->arena, NULL),
                                  reader->arena),
                    NULL);
        return true;
    }
    struct node *image = add_leaf(reader, NODE_IMAGE, alternative_text(reader, from), source);
    image->as.image.path = path;
    reader->last_code = 0xFFFD;
    if (reader->current->type == NODE_FIGURE && title && *title) {
        struct node *caption = node_new(reader->arena, NODE_CAPTION, source);
        title = live_restore(&reader->live, title, reader->arena, NULL);
        node_append(caption, node_text(reader->arena, title, source));
        node_append(reader->current, caption);
    }
    return false;
}

static bool is_live_block(const char *info)
{
    size_t length = strcspn(info, " \t{");
    return length == strlen("tekigo") && strncmp(info, "tekigo", length) == 0;
}

static void add_code(struct reader *reader, cmark_node *from)
{
    const char *info = cmark_node_get_fence_info(from);
    const char *text = live_restore(&reader->live, cmark_node_get_literal(from), reader->arena, NULL);
    struct source source = place_of(reader, from);
    if (info && is_live_block(info)) {
        add_leaf(reader, NODE_LIVE_BLOCK, text, source);
    } else {
        struct node *code = add_leaf(reader, NODE_CODE, text, source);
        code->as.code.info = info && *info ? live_restore(&reader->live, info, reader->arena, NULL) : NULL;
    }
}

/* The parser gives the number of a footnote that is defined as the text of its references. */
static void add_footnote_reference(struct reader *reader, cmark_node *from)
{
    const char *literal = cmark_node_get_literal(from);
    int number = literal ? atoi(literal) : 0;
    struct node *reference = add_leaf(reader, NODE_FOOTNOTE_REFERENCE, NULL, place_of(reader, from));
    if (number >= 1 && number <= reader->footnote_count) {
        reference->as.footnote_reference.footnote = reader->footnotes[number - 1];
        reference->as.footnote_reference.label = reader->footnotes[number - 1]->id;
    }
}

static bool open_footnote(struct reader *reader, cmark_node *from)
{
    reader->current = reader->body;
    return open_node(reader, from, cmark_node_get_user_data(from));
}

/* The parser keeps no label: it stands in the source just before the footnote. */
static const char *footnote_label(struct reader *reader, cmark_node *node)
{
    size_t length, stop = (size_t)cmark_node_get_start_column(node);
    const char *line = places_line(&reader->places, cmark_node_get_start_line(node), &length);
    return markdown_find_label(line, stop < length ? stop : length, reader->arena);
}

/* Makes the nodes of all footnotes, so that references can point at them. They are the last children of the root. */
static void make_footnotes(struct reader *reader, cmark_node *root)
{
    int count = 0;
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node))
        count += cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
    reader->footnotes = arena_alloc(reader->arena, (size_t)count * sizeof *reader->footnotes);
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION)
            continue;
        struct node *footnote = node_new(reader->arena, NODE_FOOTNOTE, place_of(reader, node));
        footnote->id = footnote_label(reader, node);
        reader->footnotes[reader->footnote_count++] = footnote;
        cmark_node_set_user_data(node, footnote);
    }
}

/* Nodes of the extensions have numbers that are only known when they run; their names are fixed. */
static bool enter_extension(struct reader *reader, cmark_node *node)
{
    const char *name = cmark_node_get_type_string(node);
    if (strcmp(name, "table") == 0)
        return open_table(reader, node);
    if (strcmp(name, "table_header") == 0 || strcmp(name, "table_row") == 0)
        return open_row(reader, node, strcmp(name, "table_header") == 0);
    if (strcmp(name, "table_cell") == 0)
        return open_cell(reader, node);
    if (strcmp(name, "strikethrough") == 0)
        return open_type(reader, node, NODE_STRIKE);
    return true;
}

/* False when the node is none of these. */
static bool enter_leaf(struct reader *reader, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_text(reader, cmark_node_get_literal(node), place_of(reader, node));
        break;
    case CMARK_NODE_SOFTBREAK:
        add_soft_break(reader, node);
        break;
    case CMARK_NODE_LINEBREAK:
        add_leaf(reader, NODE_LINE_BREAK, NULL, place_of(reader, node));
        reader->last_code = 0;
        break;
    case CMARK_NODE_CODE:
        add_leaf(reader, NODE_CODE_SPAN, live_restore(&reader->live, cmark_node_get_literal(node), reader->arena, NULL),
                 place_of(reader, node));
        reader->last_code = 'x';
        break;
    case CMARK_NODE_HTML_INLINE:
        add_html(reader, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        if (!html_is_comment(cmark_node_get_literal(node)))
            report_html(reader, cmark_node_get_literal(node), place_of(reader, node));
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_code(reader, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        add_leaf(reader, NODE_RULE, NULL, place_of(reader, node));
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        add_footnote_reference(reader, node);
        break;
    default:
        return false;
    }
    return true;
}

/* False when the children are not wanted. */
static bool enter(struct reader *reader, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        return true;
    case CMARK_NODE_PARAGRAPH:
        return open_paragraph(reader, node);
    case CMARK_NODE_HEADING:
        return open_heading(reader, node);
    case CMARK_NODE_BLOCK_QUOTE:
        return open_type(reader, node, NODE_QUOTE);
    case CMARK_NODE_LIST:
        return open_list(reader, node);
    case CMARK_NODE_ITEM:
        return open_item(reader, node);
    case CMARK_NODE_EMPH:
        return open_type(reader, node, NODE_EMPHASIS);
    case CMARK_NODE_STRONG:
        return open_type(reader, node, NODE_STRONG);
    case CMARK_NODE_LINK:
        return open_link(reader, node);
    case CMARK_NODE_IMAGE:
        return open_image(reader, node);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return open_footnote(reader, node);
    default:
        return enter_leaf(reader, node) || enter_extension(reader, node);
    }
}

static void leave(struct reader *reader, cmark_node *node)
{
    struct node *own = cmark_node_get_user_data(node);
    if (!own)
        return;
    flush_text(reader);
    reader->depth--;
    if (own->type != NODE_PARAGRAPH || own->parent) {
        reader->current = own->parent;
        return;
    }
    reader->current = reader->paragraph_parent;
    if (own->first)
        node_append(reader->current, own);
}

static void convert(struct reader *reader, cmark_node *root)
{
    cmark_iter *iterator = cmark_iter_new(root);
    make_footnotes(reader, root);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_EXIT) {
            leave(reader, node);
        } else if (!enter(reader, node)) {
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
        }
    }
    cmark_iter_free(iterator);
}

static void report_unused_footnotes(struct reader *reader)
{
    struct map *used = map_new(reader->arena);
    for (int i = 0; i < reader->footnote_count; i++)
        map_set(used, reader->footnotes[i]->id, reader->footnotes[i]);
    markdown_report_unused_footnotes(reader->places.path, reader->places.text, reader->places.length,
                                     reader->places.first_line, used, reader->arena, reader->diag);
}

static cmark_node *parse(const char *text, size_t length)
{
    static const char *const extensions[] = {"table", "strikethrough", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text, length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

struct markdown markdown_read(const char *path, const char *text, size_t length, struct arena *arena, struct diag *diag)
{
    struct markdown markdown = {0};
    int front_lines;
    size_t front = front_matter_read(path, text, length, &markdown.front, &front_lines, arena, diag);
    bool ends_in_front = front > 0 && front == length && text[length - 1] != '\n'; /* no line follows */
    markdown.body = node_new(arena, NODE_DOCUMENT, (struct source){path, front_lines + !ends_in_front, 1});
    text += front, length -= front;
    if (!markdown_guard(path, text, length, front_lines + 1, arena, diag))
        return markdown;
    struct reader reader = {.arena = arena, .diag = diag, .body = markdown.body, .current = markdown.body};
    reader.places = places_new(path, text, length, front_lines + 1, arena);
    reader.live = live_protect(text, length, arena);
    cmark_node *root = parse(reader.live.text, length);
    convert(&reader, root);
    cmark_node_free(root);
    report_unused_footnotes(&reader);
    buffer_free(&reader.text);
    return markdown;
}
