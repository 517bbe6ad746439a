/* Figures: drawings of shapes, images, captions. */
#include "pdf/layout.h"

enum {
    PIXEL = 750,
    TEXT_SIZE = 800, /* milli-em */
    SERIES = 6,
    LEAST_UNIT = 7000, /* 1/1000 pt: of a drawing that is set smaller to fit the rest of a page */
    LEAST_SIZE = 5500  /* of text that its room is too narrow for */
};

/* A drawing being put into a strip. */
struct canvas {
    struct layout_state *state;
    struct strip *strip;
    const struct node *node;
    int32_t x, y; /* its upper left corner */
    int64_t unit; /* 1/1000 pt of a thousand units */
};

/* Looks of a shape. */
struct paint {
    unsigned fill, line, text;
    int32_t line_width;
    int dash;
    bool filled, stroked;
};

static unsigned series_color(const struct theme *theme, int series)
{
    const unsigned colors[SERIES] = {theme->key,
                                     theme->tone[TONE_LOW].text,
                                     theme->tone[TONE_MEDIUM].text,
                                     theme->tone[TONE_GOOD].text,
                                     theme->tone[TONE_HIGH].text,
                                     theme->soft};
    return colors[(series < 0 ? 0 : series) % SERIES];
}

static struct paint role_paint(const struct theme *theme, const struct node *shape)
{
    static const int dashes[SERIES] = {0, 3000, 1200, 5000, 2000, 800};
    int series = shape->as.shape.series < 0 ? 0 : shape->as.shape.series % SERIES;
    struct paint paint = {.fill = theme->header_fill,
                          .line = theme->rule,
                          .text = theme->ink,
                          .line_width = 500,
                          .filled = true,
                          .stroked = true};
    switch (shape->as.shape.role) {
    case SHAPE_ROLE_GRID:
        paint.line = theme->header_fill;
        paint.filled = false;
        break;
    case SHAPE_ROLE_AXIS:
        paint.line = paint.fill = theme->ink;
        paint.line_width = 600;
        break;
    case SHAPE_ROLE_LABEL:
        paint.text = theme->soft;
        break;
    case SHAPE_ROLE_PLANNED:
        paint.fill = 0xFFFFFF;
        paint.line = theme->key;
        paint.line_width = 700;
        break;
    case SHAPE_ROLE_ACTUAL:
        paint.fill = paint.line = theme->key;
        break;
    case SHAPE_ROLE_TARGET:
    case SHAPE_ROLE_TODAY:
        paint.line = paint.fill = paint.text = theme->key;
        paint.line_width = 800;
        paint.dash = 2500;
        break;
    case SHAPE_ROLE_SERIES:
        paint.line = paint.fill = series_color(theme, series);
        paint.line_width = 1200;
        paint.dash = dashes[series];
        break;
    case SHAPE_ROLE_AREA:
        paint.fill = theme->tone[series % 2 ? TONE_LOW : TONE_ACCENT].fill;
        paint.stroked = false;
        break;
    case SHAPE_ROLE_BOX:
        paint.fill = 0xFFFFFF;
        paint.line = theme->soft;
        break;
    case SHAPE_ROLE_CONNECTOR:
        paint.line = paint.fill = theme->soft;
        paint.line_width = 700;
        break;
    default:
        break;
    }
    return paint;
}

static struct paint shape_paint(const struct theme *theme, const struct node *shape)
{
    struct paint paint = role_paint(theme, shape);
    enum tone tone = shape->as.shape.tone;
    if (tone != TONE_NONE) {
        bool solid = shape->as.shape.role == SHAPE_ROLE_ACTUAL || shape->as.shape.kind == SHAPE_POLYLINE;
        unsigned strong = layout_tone_ink(theme, tone);
        paint.fill = solid ? strong : theme->tone[tone].fill;
        paint.line = strong;
        paint.text = theme->tone[tone].text;
    }
    if (shape->as.shape.kind == SHAPE_RECTANGLE && shape->as.shape.role == SHAPE_ROLE_SERIES) {
        paint.dash = 0;
        paint.line_width = 600;
    }
    return paint;
}

static int32_t scaled(const struct canvas *canvas, int64_t length)
{
    return (int32_t)(length * canvas->unit / 1000);
}

static struct box *add_box(struct canvas *canvas, enum box_type type, const struct paint *paint, bool fill)
{
    struct box *box = strip_box(canvas->strip, type, canvas->state->arena);
    box->node = layout_source(canvas->state, canvas->node);
    box->color = fill ? paint->fill : paint->line;
    box->line_width = fill ? 0 : paint->line_width;
    box->dash = fill ? 0 : paint->dash;
    return box;
}

static void draw_rectangle(struct canvas *canvas, const struct node *shape, const struct paint *paint)
{
    for (int pass = 0; pass < 2; pass++) {
        if (!(pass == 0 ? paint->filled : paint->stroked))
            continue;
        struct box *box = add_box(canvas, pass == 0 ? BOX_FILL : BOX_STROKE, paint, pass == 0);
        box->x = canvas->x + scaled(canvas, shape->as.shape.x);
        box->y = canvas->y + scaled(canvas, shape->as.shape.y);
        box->width = scaled(canvas, shape->as.shape.width);
        box->height = scaled(canvas, shape->as.shape.height);
    }
}

static void draw_path(struct canvas *canvas, const struct point *points, int count, const struct paint *paint,
                      bool polygon)
{
    for (int pass = 0; pass < 2 && count > 0; pass++) {
        if (pass == 0 ? !polygon || !paint->filled : !paint->stroked)
            continue;
        struct box *box = add_box(canvas, polygon ? BOX_POLYGON : BOX_POLYLINE, paint, pass == 0);
        struct point *absolute = arena_alloc(canvas->state->arena, (size_t)count * sizeof *absolute);
        for (int i = 0; i < count; i++)
            absolute[i] =
                (struct point){canvas->x + scaled(canvas, points[i].x), canvas->y + scaled(canvas, points[i].y)};
        box->x = absolute[0].x;
        box->y = absolute[0].y;
        box->as.path.points = absolute;
        box->as.path.count = count;
        box->as.path.filled = pass == 0;
    }
}

static void draw_circle(struct canvas *canvas, int x, int y, int radius, const struct paint *paint)
{
    for (int pass = 0; pass < 2; pass++) {
        if (!(pass == 0 ? paint->filled : paint->stroked))
            continue;
        struct box *box = add_box(canvas, BOX_CIRCLE, paint, pass == 0);
        box->x = canvas->x + scaled(canvas, x - radius);
        box->y = canvas->y + scaled(canvas, y - radius);
        box->width = box->height = scaled(canvas, 2 * radius);
        box->dash = 0;
        box->as.path.filled = pass == 0;
    }
}

/* Markers tell series apart without colour: circle, square, diamond, triangle. */
static void draw_markers(struct canvas *canvas, const struct node *shape, const struct paint *paint)
{
    enum { R = 240 };
    struct paint solid = *paint;
    solid.fill = paint->line;
    solid.filled = true;
    solid.stroked = false;
    for (int i = 0; i < shape->as.shape.point_count; i++) {
        struct point p = shape->as.shape.points[i];
        struct point square[] = {{p.x - R, p.y - R}, {p.x + R, p.y - R}, {p.x + R, p.y + R}, {p.x - R, p.y + R}};
        struct point diamond[] = {
            {p.x, p.y - R * 4 / 3}, {p.x + R * 4 / 3, p.y}, {p.x, p.y + R * 4 / 3}, {p.x - R * 4 / 3, p.y}};
        struct point triangle[] = {{p.x, p.y - R * 4 / 3}, {p.x + R * 4 / 3, p.y + R}, {p.x - R * 4 / 3, p.y + R}};
        int marker = (shape->as.shape.series < 0 ? 0 : shape->as.shape.series) % 4;
        if (marker == 0)
            draw_circle(canvas, p.x, p.y, R, &solid);
        else if (marker == 1)
            draw_path(canvas, square, 4, &solid, true);
        else if (marker == 2)
            draw_path(canvas, diamond, 4, &solid, true);
        else
            draw_path(canvas, triangle, 3, &solid, true);
    }
}

/* Text shrinks when the room it has is too narrow, but stays legible: then it takes more than its room. */
static void draw_text(struct canvas *canvas, const struct node *shape, const struct paint *paint)
{
    struct text_format format = {.size = scaled(canvas, TEXT_SIZE),
                                 .color = paint->text,
                                 .face = shape->as.shape.strong ? FACE_BOLD : FACE_REGULAR,
                                 .align = shape->as.shape.align};
    int32_t room = scaled(canvas, shape->as.shape.width);
    const char *words = shape->text ? shape->text : "";
    format.leading = format.size;
    if (room > 0) {
        int32_t width = text_label_width(canvas->state, words, &format);
        int32_t least = format.size < LEAST_SIZE ? format.size : LEAST_SIZE;
        if (width > room)
            format.size = (int32_t)((int64_t)format.size * room / width);
        if (format.size < least)
            format.size = least;
    }
    text_set_label(canvas->state, words, &format, shape, canvas->x + scaled(canvas, shape->as.shape.x),
                   canvas->y + scaled(canvas, shape->as.shape.y), canvas->strip);
}

static void draw_shape(struct canvas *canvas, const struct node *shape)
{
    struct paint paint = shape_paint(canvas->state->theme, shape);
    int x = shape->as.shape.x, y = shape->as.shape.y;
    struct point line[] = {{x, y}, {shape->as.shape.width, shape->as.shape.height}};
    switch (shape->as.shape.kind) {
    case SHAPE_RECTANGLE:
        draw_rectangle(canvas, shape, &paint);
        break;
    case SHAPE_LINE:
        draw_path(canvas, line, 2, &paint, false);
        break;
    case SHAPE_POLYLINE:
        draw_path(canvas, shape->as.shape.points, shape->as.shape.point_count, &paint, false);
        if (shape->as.shape.role == SHAPE_ROLE_SERIES)
            draw_markers(canvas, shape, &paint);
        break;
    case SHAPE_POLYGON:
        draw_path(canvas, shape->as.shape.points, shape->as.shape.point_count, &paint, true);
        break;
    case SHAPE_CIRCLE:
        draw_circle(canvas, x, y, shape->as.shape.width, &paint);
        break;
    case SHAPE_TEXT:
        draw_text(canvas, shape, &paint);
        break;
    }
}

/* Draws what the strip is for, `unit` being the size of an em of the drawing, and gives the strip its height. */
static void draw(struct layout_state *state, struct strip *strip, int64_t unit)
{
    const struct node *node = strip->drawing;
    int64_t wide = node->as.drawing.width * unit / 1000;
    struct canvas canvas = {.state = state, .strip = strip, .unit = unit, .node = node};
    canvas.x = strip->drawing_left + (int32_t)((strip->drawing_width - wide) / 2);
    strip->height = (int32_t)(node->as.drawing.height * unit / 1000);
    for (const struct node *shape = node->first; shape; shape = shape->next)
        if (shape->type == NODE_SHAPE)
            draw_shape(&canvas, shape);
}

static void set_drawing(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                        struct strip_list *list)
{
    int64_t unit = state->theme->body_size, wide = node->as.drawing.width, high = node->as.drawing.height;
    int32_t limit = layout_text_height(state) - 16 * MILLIMETER;
    if (wide <= 0 || high <= 0)
        return;
    if (wide * unit / 1000 > width)
        unit = (int64_t)width * 1000 / wide;
    if (high * unit / 1000 > limit)
        unit = (int64_t)limit * 1000 / high;
    struct strip *strip = layout_strip(state, list, 0, 3 * MILLIMETER);
    strip->drawing = node;
    strip->drawing_left = x;
    strip->drawing_width = width;
    draw(state, strip, unit);
    list->after = 4 * MILLIMETER;
}

/* Size of the em at which the drawing has this height. */
static int64_t unit_of_height(const struct strip *strip, int32_t height)
{
    return (int64_t)height * 1000 / strip->drawing->as.drawing.height;
}

bool figure_can_shrink(const struct strip *strip, int32_t height)
{
    return strip->drawing && unit_of_height(strip, height) >= LEAST_UNIT;
}

void figure_shrink(struct layout_state *state, struct strip *strip, int32_t height)
{
    strip->boxes = strip->last_box = NULL;
    draw(state, strip, unit_of_height(strip, height));
}

struct extent figure_image_size(const struct node *image, int32_t width, int32_t height)
{
    int64_t wide = (int64_t)image->as.image.width * PIXEL, high = (int64_t)image->as.image.height * PIXEL;
    if (wide > width) {
        high = high * width / wide;
        wide = width;
    }
    if (high > height) {
        wide = wide * height / high;
        high = height;
    }
    return (struct extent){(int32_t)wide, (int32_t)high};
}

static void set_image(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                      struct strip_list *list)
{
    if (node->as.image.width <= 0 || node->as.image.height <= 0)
        return;
    struct extent size = figure_image_size(node, width, layout_text_height(state) - 16 * MILLIMETER);
    struct strip *strip = layout_strip(state, list, size.height, 3 * MILLIMETER);
    struct box *box = strip_box(strip, BOX_IMAGE, state->arena);
    box->x = x + (width - size.width) / 2;
    box->width = size.width;
    box->height = size.height;
    box->node = layout_source(state, node);
    box->as.image.path = node->as.image.path;
    list->after = 4 * MILLIMETER;
}

static void set_caption(struct layout_state *state, const struct node *figure, const struct node *caption, int32_t x,
                        int32_t width, struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct text_format format = {
        .size = theme->table_size, .leading = theme->table_leading, .color = theme->soft, .align = ALIGN_CENTER};
    const char *number = caption->number ? caption->number : figure->number;
    if (list->last)
        list->last->keep = true;
    list->after = 3 * MILLIMETER / 2;
    text_start(state, &format);
    if (number && *number) {
        text_add_string(state, number, caption);
        text_add_string(state, "\xE3\x80\x80", caption);
    }
    text_add_inlines(state, caption->first);
    text_finish(&state->text);
    text_set(state, x, width, 0, list);
    list->after = 5 * MILLIMETER;
}

void figure_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list)
{
    if (node->type == NODE_DRAWING) {
        set_drawing(state, node, x, width, list);
        return;
    }
    const struct node *caption = NULL;
    for (const struct node *part = node->first; part; part = part->next) {
        if (part->id)
            layout_anchor(state, part);
        if (part->type == NODE_DRAWING)
            set_drawing(state, part, x, width, list);
        else if (part->type == NODE_IMAGE)
            set_image(state, part, x, width, list);
        else if (part->type == NODE_CAPTION)
            caption = part;
    }
    if (caption)
        set_caption(state, node, caption, x, width, list);
}
