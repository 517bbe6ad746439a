/* The tree as indented text: one node a line, its type, number, id and attributes, then its text. For tests and
 * for looking at differences; every attribute that is not at its default is shown. */
#include "base/buffer.h"
#include "doc/document.h"

struct dump {
    struct buffer *out;
    int depth;
};

static const char *const tone_names[] = {"none", "low", "medium", "high", "critical", "good", "accent"};
static const char *const align_names[] = {"default", "left", "center", "right"};
static const char *const vertical_align_names[] = {"default", "top", "middle", "bottom"};
static const char *const content_names[] = {"prose", "id", "number", "date", "status", "name"};
static const char *const paragraph_names[] = {"body", "lead", "title", "subtitle", "kicker", "note"};
static const char *const shape_names[] = {"rectangle", "line", "polyline", "polygon", "circle", "text"};
static const char *const role_names[] = {"plain",  "grid",  "axis",   "label", "value", "planned",   "actual",
                                         "target", "today", "series", "area",  "box",   "connector", "cell"};

/* In quotes; line ends, tabs, quotes and backslashes are escaped, so that a node takes one line. */
static void quote(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (; *text; text++) {
        switch (*text) {
        case '\n':
            buffer_add_text(out, "\\n");
            break;
        case '\t':
            buffer_add_text(out, "\\t");
            break;
        case '"':
        case '\\':
            buffer_add_char(out, '\\');
            buffer_add_char(out, *text);
            break;
        default:
            buffer_add_char(out, *text);
        }
    }
    buffer_add_char(out, '"');
}

static void put_text(struct buffer *out, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    buffer_printf(out, " %s=", name);
    quote(out, text);
}

static void put_number(struct buffer *out, const char *name, int number, int otherwise)
{
    if (number != otherwise)
        buffer_printf(out, " %s=%d", name, number);
}

static void put_flag(struct buffer *out, const char *name, bool flag)
{
    if (flag)
        buffer_printf(out, " %s", name);
}

static void put_name(struct buffer *out, const char *name, const char *const *names, int index)
{
    if (index)
        buffer_printf(out, " %s=%s", name, names[index]);
}

static void put_table(struct buffer *out, const struct node *node)
{
    buffer_printf(out, " %dx%d", node->as.table.columns, node->as.table.rows);
    put_number(out, "header-rows", node->as.table.header_rows, 0);
    put_flag(out, "wide", node->as.table.wide);
    put_flag(out, "narrow", node->as.table.narrow);
    put_flag(out, "form", node->as.table.form);
}

static void put_row(struct buffer *out, const struct node *node)
{
    put_flag(out, "header", node->as.row.header);
    put_flag(out, "total", node->as.row.total);
    put_flag(out, "home", node->as.row.home);
    put_flag(out, "group", node->as.row.group);
}

static void put_cell(struct buffer *out, const struct node *node)
{
    buffer_printf(out, " %d,%d", node->as.cell.column, node->as.cell.row);
    put_number(out, "columns", node->as.cell.column_span, 1);
    put_number(out, "rows", node->as.cell.row_span, 1);
    put_flag(out, "header", node->as.cell.header);
    put_flag(out, "vertical", node->as.cell.vertical);
    put_flag(out, "blank", node->as.cell.blank_room);
    put_flag(out, "seal", node->as.cell.seal_room);
    put_name(out, "align", align_names, (int)node->as.cell.align);
    put_name(out, "valign", vertical_align_names, (int)node->as.cell.vertical_align);
    put_name(out, "tone", tone_names, (int)node->as.cell.tone);
    put_name(out, "content", content_names, (int)node->as.cell.content);
}

static void put_shape(struct buffer *out, const struct node *node)
{
    buffer_printf(out, " %s %d,%d %d,%d", shape_names[node->as.shape.kind], node->as.shape.x, node->as.shape.y,
                  node->as.shape.width, node->as.shape.height);
    put_name(out, "role", role_names, (int)node->as.shape.role);
    put_name(out, "tone", tone_names, (int)node->as.shape.tone);
    put_name(out, "align", align_names, (int)node->as.shape.align);
    put_flag(out, "strong", node->as.shape.strong);
    put_number(out, "series", node->as.shape.series, 0);
    for (int i = 0; i < node->as.shape.point_count; i++)
        buffer_printf(out, " (%d,%d)", node->as.shape.points[i].x, node->as.shape.points[i].y);
}

static void put_link(struct buffer *out, const struct node *node)
{
    put_text(out, "url", node->as.link.url);
    put_text(out, "target", node->as.link.target);
    put_text(out, "node", node->as.link.node ? node->as.link.node->id : NULL);
    put_text(out, "document", node->as.link.document);
    put_text(out, "anchor", node->as.link.anchor);
}

static void put_list(struct buffer *out, const struct node *node)
{
    put_flag(out, "ordered", node->as.list.ordered);
    put_flag(out, "tight", node->as.list.tight);
    if (node->as.list.ordered)
        put_number(out, "start", node->as.list.start, 1);
}

static void put_column(struct buffer *out, const struct node *node)
{
    put_number(out, "weight", node->as.column.weight, 0);
    put_name(out, "align", align_names, (int)node->as.column.align);
    put_name(out, "content", content_names, (int)node->as.column.content);
}

/* One case for every kind: without a default the compiler names the one that is missing. */
static void put_attributes(struct buffer *out, const struct node *node)
{
    switch (node->type) {
    case NODE_SECTION:
        put_number(out, "level", node->as.section.level, 0);
        put_flag(out, "unnumbered", node->as.section.unnumbered);
        put_flag(out, "long_only", node->as.section.long_only);
        put_flag(out, "landscape", node->as.section.landscape);
        break;
    case NODE_HEADING:
        put_number(out, "level", node->as.heading.level, 0);
        break;
    case NODE_PARAGRAPH:
        put_name(out, "role", paragraph_names, (int)node->as.paragraph.role);
        put_name(out, "align", align_names, (int)node->as.paragraph.align);
        break;
    case NODE_LIST:
        put_list(out, node);
        break;
    case NODE_ITEM:
        put_flag(out, "task", node->as.item.task);
        put_flag(out, "checked", node->as.item.checked);
        break;
    case NODE_CALLOUT:
        put_name(out, "tone", tone_names, (int)node->as.callout.tone);
        break;
    case NODE_CODE:
        put_text(out, "info", node->as.code.info);
        break;
    case NODE_TABLE:
        put_table(out, node);
        break;
    case NODE_COLUMN:
        put_column(out, node);
        break;
    case NODE_ROW:
        put_row(out, node);
        break;
    case NODE_CELL:
        put_cell(out, node);
        break;
    case NODE_DRAWING:
        buffer_printf(out, " %dx%d", node->as.drawing.width, node->as.drawing.height);
        break;
    case NODE_SHAPE:
        put_shape(out, node);
        break;
    case NODE_SIGNATURE:
        put_text(out, "role", node->as.signature.role);
        put_text(out, "date", node->as.signature.date);
        break;
    case NODE_KEY_FIGURE:
        put_text(out, "label", node->as.key_figure.label);
        put_name(out, "tone", tone_names, (int)node->as.key_figure.tone);
        break;
    case NODE_ENTRY:
        put_number(out, "level", node->as.entry.level, 0);
        put_text(out, "target", node->as.entry.target ? node->as.entry.target->id : NULL);
        break;
    case NODE_PAGE:
        put_flag(out, "landscape", node->as.page.landscape);
        break;
    case NODE_SPAN:
        put_name(out, "tone", tone_names, (int)node->as.span.tone);
        put_flag(out, "soft", node->as.span.soft);
        put_text(out, "language", node->as.span.language);
        break;
    case NODE_LINK:
        put_link(out, node);
        break;
    case NODE_IMAGE:
        put_text(out, "path", node->as.image.path);
        put_number(out, "width", node->as.image.width, 0);
        put_number(out, "height", node->as.image.height, 0);
        break;
    case NODE_CHECK_BOX:
        put_flag(out, "checked", node->as.check_box.checked);
        break;
    case NODE_FOOTNOTE_REFERENCE:
        put_number(out, "number", node->as.footnote_reference.number, 0);
        break;
    case NODE_FOOTNOTE:
        put_number(out, "number", node->as.footnote.number, 0);
        break;
    case NODE_LIVE:
        put_flag(out, "display", node->as.live.display);
        break;
    case NODE_DOCUMENT:
    case NODE_COVER:
    case NODE_QUOTE:
    case NODE_RULE:
    case NODE_CAPTION:
    case NODE_FIGURE:
    case NODE_SIGNATURES:
    case NODE_KEY_FIGURES:
    case NODE_SIDE_BY_SIDE:
    case NODE_PANEL:
    case NODE_CONTENTS:
    case NODE_LIVE_BLOCK:
    case NODE_TEXT:
    case NODE_STRONG:
    case NODE_EMPHASIS:
    case NODE_STRIKE:
    case NODE_CODE_SPAN:
    case NODE_LINE_BREAK:
    case NODE_TYPE_COUNT:
        break;
    }
}

static bool dump_enter(void *context, const struct node *node)
{
    struct dump *dump = context;

    for (int i = 0; i < dump->depth; i++)
        buffer_add_text(dump->out, "  ");
    buffer_add_text(dump->out, node_type_name(node->type));
    if (node->number)
        buffer_printf(dump->out, " [%s]", node->number);
    if (node->id)
        buffer_printf(dump->out, " #%s", node->id);
    put_attributes(dump->out, node);
    if (node->text) {
        buffer_add_char(dump->out, ' ');
        quote(dump->out, node->text);
    }
    buffer_add_char(dump->out, '\n');
    dump->depth++;
    return true;
}

static void dump_leave(void *context, const struct node *node)
{
    (void)node;
    ((struct dump *)context)->depth--;
}

void dump_node(const struct node *root, struct buffer *out)
{
    static const struct node_visitor visitor = {dump_enter, dump_leave};
    struct dump dump = {.out = out};

    node_walk(root, &visitor, &dump);
}

static void *dump_begin(const struct document_set *set, const struct render_options *options)
{
    (void)set;
    return (void *)options;
}

static bool dump_render(void *state, const struct document *document)
{
    const struct render_options *options = state;
    struct buffer out = {0}, path = {0};
    bool done;

    put_text(&out, "id", document->id);
    put_text(&out, "number", document->number);
    put_text(&out, "language", document->language);
    put_text(&out, "title", document->title);
    put_text(&out, "version", document->version);
    put_text(&out, "group", document->group);
    buffer_add_char(&out, '\n');
    dump_node(document->root, &out);
    buffer_printf(&path, "%s/%s.tree", document->language, document->id);
    done = options->emit(options->emit_context, path.data, out.data, out.length);
    buffer_free(&path);
    buffer_free(&out);
    return done;
}

const struct backend dump_backend = {"dump", dump_begin, dump_render, NULL};
