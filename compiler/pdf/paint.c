#include "pdf/paint.h"

#include "pdf/painter.h"
#include "pdf/syntax.h"

/* Distance of the control points of a quarter of a circle from its ends, in 1/1000 of the radius. */
#define KAPPA 552

/* Where headers end and footers begin, from the edges of the page; the size of words that only watermarks have. */
#define HEADER_END 48200
#define FOOTER_HEIGHT 40000
#define WATERMARK_SIZE 100000

enum { JOIN_MITER, JOIN_ROUND };

/* Width and height are taken between rounded edges, so that neighbours meet. */
static void add_rectangle(struct painter *painter, const struct box *box)
{
    int64_t left = syntax_round_length(box->x), right = syntax_round_length((int64_t)box->x + box->width);
    int64_t top = syntax_round_length((int64_t)painter->height - box->y);
    int64_t bottom = syntax_round_length((int64_t)painter->height - box->y - box->height);
    const int64_t numbers[] = {left, bottom, right - left, top - bottom};
    for (int i = 0; i < 4; i++) {
        syntax_add_decimal(painter->content, numbers[i], 2);
        buffer_add_char(painter->content, ' ');
    }
    buffer_add_text(painter->content, "re\n");
}

static void paint_fill(struct painter *painter, const struct box *box)
{
    painter_fill(painter, box->color);
    add_rectangle(painter, box);
}

static void start_stroke(struct painter *painter, const struct box *box, int line_join)
{
    painter_stroke(painter, box->color, box->line_width, box->dash, line_join);
}

/* A frame, or a line when it has no width or no height. */
static void paint_stroke(struct painter *painter, const struct box *box)
{
    start_stroke(painter, box, JOIN_MITER);
    if (box->width && box->height) {
        add_rectangle(painter, box);
        return;
    }
    painter_add_point(painter, box->x, box->y);
    buffer_add_text(painter->content, "m ");
    painter_add_point(painter, box->x + box->width, box->y + box->height);
    buffer_add_text(painter->content, "l\n");
}

static void paint_points(struct painter *painter, const struct box *box, bool closed)
{
    if (box->as.path.count < 2)
        return;
    if (box->as.path.filled) {
        painter_fill(painter, box->color);
    } else {
        start_stroke(painter, box, JOIN_ROUND);
    }
    for (int i = 0; i < box->as.path.count; i++) {
        painter_add_point(painter, box->as.path.points[i].x, box->as.path.points[i].y);
        buffer_add_text(painter->content, i == 0 ? "m\n" : "l\n");
    }
    if (closed)
        buffer_add_text(painter->content, "h\n");
}

static void add_quarter(struct painter *painter, const int32_t points[6])
{
    for (int i = 0; i < 6; i += 2)
        painter_add_point(painter, points[i], points[i + 1]);
    buffer_add_text(painter->content, "c\n");
}

/* The ellipse that its box holds. */
static void paint_circle(struct painter *painter, const struct box *box)
{
    if (box->as.path.filled) {
        painter_fill(painter, box->color);
    } else {
        start_stroke(painter, box, JOIN_MITER);
    }
    int32_t a = box->width / 2, b = box->height / 2, x = box->x + a, y = box->y + b;
    int32_t p = (int32_t)((int64_t)a * KAPPA / 1000), q = (int32_t)((int64_t)b * KAPPA / 1000);
    painter_add_point(painter, x + a, y);
    buffer_add_text(painter->content, "m\n");
    add_quarter(painter, (int32_t[]){x + a, y + q, x + p, y + b, x, y + b});
    add_quarter(painter, (int32_t[]){x - p, y + b, x - a, y + q, x - a, y});
    add_quarter(painter, (int32_t[]){x - a, y - q, x - p, y - b, x, y - b});
    add_quarter(painter, (int32_t[]){x + p, y - b, x + a, y - q, x + a, y});
    buffer_add_text(painter->content, "h\n");
}

static void paint_image(struct painter *painter, struct images *images, const struct box *box)
{
    struct source source = box->node ? box->node->source : (struct source){0};
    if (images_add(images, box->as.image.path, source) < 0 || box->width <= 0 || box->height <= 0)
        return;
    painter_settle(painter);
    buffer_add_text(painter->content, "q ");
    syntax_add_length(painter->content, box->width);
    buffer_add_text(painter->content, "0 0 ");
    syntax_add_length(painter->content, box->height);
    painter_add_point(painter, box->x, box->y + box->height);
    buffer_add_text(painter->content, "cm ");
    images_add_name(painter->content, box->as.image.path);
    buffer_add_text(painter->content, " Do Q\n");
}

/* — marks — */

/* Headers and footers have nodes of no document; they are known by their place. */
static enum artifact artifact_of(const struct page *page, const struct box *box)
{
    if (box->type == BOX_TEXT && box->as.text.size >= WATERMARK_SIZE)
        return ARTIFACT_WATERMARK;
    if (box->y <= HEADER_END)
        return ARTIFACT_HEADER;
    return box->y >= page->height - FOOTER_HEIGHT ? ARTIFACT_FOOTER : ARTIFACT_LAYOUT;
}

static void extend_figure(struct painter *painter, const struct page *page, struct element *element,
                          const struct box *box)
{
    if (box->type == BOX_POLYGON || box->type == BOX_POLYLINE) {
        for (int i = 0; i < box->as.path.count; i++) {
            struct point point = box->as.path.points[i];
            tags_extend(painter->tags, element, point.x, page->height - point.y, point.x, page->height - point.y);
        }
        return;
    }
    int32_t top = page->height - box->y, height = box->height;
    if (box->type == BOX_TEXT) { /* from its baseline */
        height = box->as.text.size;
        top += height * 4 / 5;
    }
    tags_extend(painter->tags, element, box->x, top - height, box->x + box->width, top);
}

/* Paths that come from a node outside of pictures would have no element: they are grounds and rules. */
static void mark(struct painter *painter, const struct page *page, const struct box *box)
{
    struct element *element = tags_element(painter->tags, box->node);
    bool figure = element && tags_is_figure(element);
    if (element && box->type != BOX_TEXT && !figure)
        element = NULL;
    painter_mark(painter, element, element ? ARTIFACT_NONE : artifact_of(page, box));
    if (figure)
        extend_figure(painter, page, element, box);
}

static void paint_box(struct painter *painter, struct images *images, const struct box *box)
{
    switch (box->type) {
    case BOX_TEXT:
        painter_text(painter, box);
        return;
    case BOX_FILL:
        paint_fill(painter, box);
        return;
    case BOX_STROKE:
        paint_stroke(painter, box);
        return;
    case BOX_POLYGON:
    case BOX_POLYLINE:
        paint_points(painter, box, box->type == BOX_POLYGON);
        return;
    case BOX_CIRCLE:
        paint_circle(painter, box);
        return;
    case BOX_IMAGE:
        paint_image(painter, images, box);
        return;
    }
}

void paint_page(const struct page *page, struct glyph_use *glyphs, struct images *images, struct tags *tags,
                struct buffer *content)
{
    struct painter painter;
    painter_start(&painter, content, glyphs, tags, page->height);
    for (const struct box *box = page->boxes; box; box = box->next) {
        if (tags)
            mark(&painter, page, box);
        paint_box(&painter, images, box);
    }
    painter_end(&painter);
}

void paint_footer(const struct page *page, struct glyph_use *glyphs, struct buffer *content)
{
    struct painter painter;
    painter_start(&painter, content, glyphs, NULL, page->height);
    painter_forget(&painter);
    painter_mark(&painter, NULL, ARTIFACT_FOOTER);
    for (const struct box *box = page->boxes; box; box = box->next)
        painter_text(&painter, box);
    painter_end(&painter);
}
