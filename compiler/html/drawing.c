/* Figures: charts and diagrams as SVG inside the page. Shapes carry classes, the style sheet their looks; series
 * differ in pattern and marker too, so that nobody has to tell colours apart. */
#include <string.h>

#include "base/utf8.h"
#include "html/html.h"

enum { SERIES_STYLES = 6, MARKER_RADIUS = 260, TEXT_SIZE = 800 };

bool html_figure(struct writer *writer, const struct node *node, bool enter)
{
    if (enter) {
        html_raw(writer, "<figure");
        html_id(writer, node);
        html_raw(writer, ">");
    } else {
        html_raw(writer, "</figure>\n");
    }
    return true;
}

/* The fills of series, once a page. Their names are ones that XML allows, and no anchor is made so. */
static void write_patterns(struct writer *writer)
{
    static const char *const marks[SERIES_STYLES] = {
        "",
        "<path d=\"M0 400L400 0\"/>",
        "<circle cx=\"200\" cy=\"200\" r=\"70\"/>",
        "<path d=\"M0 200H400\"/>",
        "<path d=\"M0 0L400 400M0 400L400 0\"/>",
        "<path d=\"M200 0V400\"/>",
    };

    if (writer->patterns_done)
        return;
    writer->patterns_done = true;
    html_raw(writer, "<defs>");
    for (int i = 0; i < SERIES_STYLES; i++)
        buffer_printf(writer->out,
                      "<pattern id=\"" ANCHOR_OF_PAGE "series%d\" class=\"series%d\" width=\"400\" height=\"400\" "
                      "patternUnits=\"userSpaceOnUse\"><rect width=\"400\" height=\"400\"/>%s</pattern>",
                      i, i, marks[i]);
    html_raw(writer, "</defs>");
}

bool html_drawing(struct writer *writer, const struct node *node, bool enter)
{
    int width = node->as.drawing.width, height = node->as.drawing.height;

    if (!enter) {
        html_raw(writer, "</svg>");
        return true;
    }
    if (node->id) { /* ids within drawings are names of XML, as ids of documents need not be */
        html_raw(writer, "<span");
        html_id(writer, node);
        html_raw(writer, "></span>");
    }
    html_raw(writer, "<svg role=\"img\"");
    buffer_printf(writer->out, " viewBox=\"0 0 %d %d\" width=\"%d.%03dem\" height=\"%d.%03dem\">", width, height,
                  width / 1000, width % 1000, height / 1000, height % 1000);
    html_raw(writer, "<title>");
    if (node->next) /* its caption */
        html_plain(writer, node->next);
    else
        html_escape(writer->out, node->text ? node->text : "");
    html_raw(writer, "</title>");
    if (node->next && node->text) {
        html_raw(writer, "<desc>");
        html_escape(writer->out, node->text);
        html_raw(writer, "</desc>");
    }
    write_patterns(writer);
    return true;
}

static const char *role_class(enum shape_role role)
{
    static const char *const classes[] = {
        [SHAPE_ROLE_PLAIN] = "plain",         [SHAPE_ROLE_GRID] = "grid",     [SHAPE_ROLE_AXIS] = "axis",
        [SHAPE_ROLE_LABEL] = "label",         [SHAPE_ROLE_VALUE] = "value",   [SHAPE_ROLE_PLANNED] = "planned",
        [SHAPE_ROLE_ACTUAL] = "actual",       [SHAPE_ROLE_TARGET] = "target", [SHAPE_ROLE_TODAY] = "today",
        [SHAPE_ROLE_SERIES] = "series",       [SHAPE_ROLE_AREA] = "area",     [SHAPE_ROLE_BOX] = "box",
        [SHAPE_ROLE_CONNECTOR] = "connector", [SHAPE_ROLE_CELL] = "cell"};

    return classes[role];
}

static int series_of(const struct node *shape)
{
    return shape->as.shape.series < 0 ? 0 : shape->as.shape.series % SERIES_STYLES;
}

static void shape_attributes(struct writer *writer, const struct node *shape)
{
    const char *tone = html_tone_class(shape->as.shape.tone);
    bool series = shape->as.shape.role == SHAPE_ROLE_SERIES || shape->as.shape.role == SHAPE_ROLE_AREA;

    html_raw(writer, " class=\"");
    html_raw(writer, role_class(shape->as.shape.role));
    if (series)
        buffer_printf(writer->out, " series%d", series_of(shape));
    if (shape->as.shape.strong)
        html_raw(writer, " strong");
    if (tone) {
        html_raw(writer, " ");
        html_raw(writer, tone);
    }
    html_raw(writer, "\"");
    if (series && !tone && (shape->as.shape.kind == SHAPE_RECTANGLE || shape->as.shape.kind == SHAPE_POLYGON))
        buffer_printf(writer->out, " fill=\"url(#" ANCHOR_OF_PAGE "series%d)\"", series_of(shape));
}

static void write_points(struct writer *writer, const struct node *shape)
{
    html_raw(writer, " points=\"");
    for (int i = 0; i < shape->as.shape.point_count; i++)
        buffer_printf(writer->out, "%s%d,%d", i ? " " : "", shape->as.shape.points[i].x, shape->as.shape.points[i].y);
    html_raw(writer, "\"");
}

/* Circle, square, diamond, triangle by series. */
static void write_markers(struct writer *writer, const struct node *shape)
{
    const int r = MARKER_RADIUS;

    for (int i = 0; i < shape->as.shape.point_count; i++) {
        int x = shape->as.shape.points[i].x, y = shape->as.shape.points[i].y;

        buffer_printf(writer->out, "<path class=\"marker series%d\" d=\"", series_of(shape));
        switch (series_of(shape) % 4) {
        case 0:
            buffer_printf(writer->out, "M%d %da%d %d 0 1 0 %d 0a%d %d 0 1 0 %d 0z", x - r, y, r, r, 2 * r, r, r,
                          -2 * r);
            break;
        case 1:
            buffer_printf(writer->out, "M%d %dh%dv%dh%dz", x - r, y - r, 2 * r, 2 * r, -2 * r);
            break;
        case 2:
            buffer_printf(writer->out, "M%d %dl%d %dl%d %dl%d %dz", x, y - r * 4 / 3, r * 4 / 3, r * 4 / 3, -r * 4 / 3,
                          r * 4 / 3, -r * 4 / 3, -r * 4 / 3);
            break;
        default:
            buffer_printf(writer->out, "M%d %dl%d %dh%dz", x, y - r, r, 2 * r, -2 * r);
        }
        html_raw(writer, "\"/>");
    }
}

static void write_text(struct writer *writer, const struct node *shape)
{
    static const char *const anchors[] = {"start", "start", "middle", "end"};
    const char *text = shape->text ? shape->text : "";
    int wide = (int)utf8_text_width(text, strlen(text)) * TEXT_SIZE / 2; /* as set without squeezing */

    buffer_printf(writer->out, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"", shape->as.shape.x, shape->as.shape.y,
                  anchors[shape->as.shape.align]);
    if (shape->as.shape.width > 0 && wide > shape->as.shape.width)
        buffer_printf(writer->out, " textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"", shape->as.shape.width);
    shape_attributes(writer, shape);
    html_raw(writer, ">");
    html_escape(writer->out, text);
    html_raw(writer, "</text>");
}

bool html_shape(struct writer *writer, const struct node *node, bool enter)
{
    int x = node->as.shape.x, y = node->as.shape.y, width = node->as.shape.width, height = node->as.shape.height;

    if (!enter)
        return true;
    switch (node->as.shape.kind) {
    case SHAPE_RECTANGLE:
        buffer_printf(writer->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", x, y, width, height);
        break;
    case SHAPE_LINE:
        buffer_printf(writer->out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"", x, y, width, height);
        break;
    case SHAPE_POLYLINE:
        html_raw(writer, "<polyline fill=\"none\"");
        write_points(writer, node);
        break;
    case SHAPE_POLYGON:
        html_raw(writer, "<polygon");
        write_points(writer, node);
        break;
    case SHAPE_CIRCLE:
        buffer_printf(writer->out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"", x, y, width);
        break;
    case SHAPE_TEXT:
        write_text(writer, node);
        return true;
    }
    shape_attributes(writer, node);
    html_raw(writer, "/>");
    if (node->as.shape.kind == SHAPE_POLYLINE && node->as.shape.role == SHAPE_ROLE_SERIES)
        write_markers(writer, node);
    return true;
}
