#include "pdf/painter.h"

#include <limits.h>

#include "pdf/syntax.h"

/* No colour, no length is like this. */
enum { UNKNOWN = INT_MIN };
#define UNKNOWN_COLOR UINT_MAX

void painter_start(struct painter *painter, struct buffer *content, struct glyph_use *glyphs, struct tags *tags,
                   int32_t height)
{
    /* What a page begins with, by the standard; the font has none. */
    *painter = (struct painter){.content = content,
                                .glyphs = glyphs,
                                .tags = tags,
                                .height = height,
                                .line_width = 1000,
                                .font = {.font = -1},
                                .upright = true};
}

static void leave_text(struct painter *painter)
{
    if (painter->in_text)
        buffer_add_text(painter->content, "ET\n");
    painter->in_text = false;
}

static void paint_path(struct painter *painter)
{
    if (painter->path != PATH_NONE)
        buffer_add_text(painter->content, painter->path == PATH_FILL ? "f\n" : "S\n");
    painter->path = PATH_NONE;
}

void painter_settle(struct painter *painter)
{
    paint_path(painter);
    leave_text(painter);
}

static void enter_text(struct painter *painter)
{
    if (!painter->in_text) {
        buffer_add_text(painter->content, "BT\n");
        painter->upright = true;
        painter->line_x = painter->line_y = 0;
    }
    painter->in_text = true;
}

/* — marks — */

/* A mark within a text object ends with the object open. */
static void end_mark(struct painter *painter)
{
    if (!painter->element && painter->artifact == ARTIFACT_NONE)
        return;
    if (!painter->mark_in_text)
        painter_settle(painter);
    buffer_add_text(painter->content, "EMC\n");
    painter->element = NULL;
    painter->artifact = ARTIFACT_NONE;
}

static void start_artifact(struct painter *painter, enum artifact artifact)
{
    static const char *const marks[] = {[ARTIFACT_LAYOUT] = "/Artifact BMC\n",
                                        [ARTIFACT_HEADER] = "/Artifact <</Type/Pagination/Subtype/Header>>BDC\n",
                                        [ARTIFACT_FOOTER] = "/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n",
                                        [ARTIFACT_WATERMARK] = "/Artifact <</Type/Pagination/Subtype/Watermark>>BDC\n"};
    buffer_add_text(painter->content, marks[artifact]);
    painter->artifact = artifact;
}

/* Neighbours of one element share a mark. Most marks are in text, so that the object goes on through them; those of
 * pictures and artifacts are around it. */
void painter_mark(struct painter *painter, struct element *element, enum artifact artifact)
{
    if (painter->element == element && painter->artifact == artifact)
        return;
    end_mark(painter);
    painter->mark_in_text = element && !tags_is_figure(element);
    paint_path(painter);
    if (painter->mark_in_text)
        enter_text(painter);
    else
        leave_text(painter);
    if (!element) {
        start_artifact(painter, artifact);
        return;
    }
    painter->element = element;
    buffer_add_char(painter->content, '/');
    buffer_add_text(painter->content, tags_name(element));
    buffer_add_text(painter->content, "<</MCID ");
    syntax_add_decimal(painter->content, tags_content(painter->tags, element), 0);
    buffer_add_text(painter->content, ">>BDC\n");
}

void painter_end(struct painter *painter)
{
    end_mark(painter);
    painter_settle(painter);
}

void painter_forget(struct painter *painter)
{
    painter->fill_color = painter->stroke_color = UNKNOWN_COLOR;
    painter->line_width = painter->dash = painter->character_spacing = painter->line_join = UNKNOWN;
}

/* — looks — */

static void add_color(struct buffer *content, unsigned color, const char *gray, const char *rgb)
{
    unsigned red = color >> 16 & 255, green = color >> 8 & 255, blue = color & 255;
    bool is_gray = red == green && green == blue;
    unsigned parts[] = {red, green, blue};
    for (int i = 0; i < (is_gray ? 1 : 3); i++) {
        syntax_add_decimal(content, (parts[i] * 1000 + 127) / 255, 3);
        buffer_add_char(content, ' ');
    }
    buffer_add_text(content, is_gray ? gray : rgb);
}

static void set_fill_color(struct painter *painter, unsigned color)
{
    if (painter->fill_color == color)
        return;
    paint_path(painter);
    painter->fill_color = color;
    add_color(painter->content, color, "g\n", "rg\n");
}

void painter_fill(struct painter *painter, unsigned color)
{
    leave_text(painter);
    if (painter->path != PATH_FILL)
        paint_path(painter);
    set_fill_color(painter, color);
    painter->path = PATH_FILL;
}

void painter_write(struct painter *painter, unsigned color)
{
    paint_path(painter);
    set_fill_color(painter, color);
    enter_text(painter);
}

static void set_dash(struct painter *painter, int32_t dash)
{
    buffer_add_char(painter->content, '[');
    if (dash > 0)
        syntax_add_length(painter->content, dash);
    buffer_add_text(painter->content, "] 0 d\n");
    painter->dash = dash;
}

static void set_line(struct painter *painter, int32_t line_width, int32_t dash, int line_join)
{
    if (painter->line_width != line_width) {
        syntax_add_length(painter->content, line_width);
        buffer_add_text(painter->content, "w\n");
    }
    if (painter->dash != dash)
        set_dash(painter, dash);
    if (painter->line_join != line_join)
        buffer_printf(painter->content, "%d j\n", line_join);
    painter->line_width = line_width;
    painter->line_join = line_join;
}

void painter_stroke(struct painter *painter, unsigned color, int32_t line_width, int32_t dash, int line_join)
{
    leave_text(painter);
    bool same = painter->stroke_color == color && painter->line_width == line_width && painter->dash == dash &&
                painter->line_join == line_join;
    if (painter->path != PATH_STROKE || !same)
        paint_path(painter);
    if (painter->stroke_color != color)
        add_color(painter->content, color, "G\n", "RG\n");
    painter->stroke_color = color;
    set_line(painter, line_width, dash, line_join);
    painter->path = PATH_STROKE;
}

void painter_add_point(struct painter *painter, int32_t x, int32_t y)
{
    syntax_add_length(painter->content, x);
    syntax_add_length(painter->content, (int64_t)painter->height - y);
}
