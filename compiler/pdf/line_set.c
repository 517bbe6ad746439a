/* Chosen lines to boxes: justification, alignment, runs of one font, links. */
#include "pdf/layout.h"

int32_t text_ascent(int32_t size)
{
    return (int32_t)((int64_t)size * 86 / 100);
}

enum { WHOLE = 1 << 30 };

/* How a line meets its width: the parts, of WHOLE, that its pieces shrink or stretch in each step. */
struct fit {
    int64_t part[STEP_COUNT];
    bool stretch;
};

/* What justification can take of the line or add to it in each step. What stands at its edges is no part of it. */
static void add_rooms(const struct text *text, const struct line *line, bool stretch, int64_t room[STEP_COUNT])
{
    for (uint32_t i = line->from + 1; i < line->end; i++) {
        const struct piece *piece = &text->pieces[i];
        if (stretch)
            room[piece->stretch_step] += piece->stretch;
        else
            room[piece->shrink_step] += i + 1 == line->end ? piece->shrink_before : piece->shrink;
    }
}

static struct fit fit_line(const struct text *text, const struct line *line, int32_t width)
{
    struct fit fit = {0};
    if (!text->format.justified || line->end <= line->from + 1)
        return fit;
    int64_t slack = width - line_width(text, line) + line_hang(text, line, width), room[STEP_COUNT] = {0}, sum = 0;
    fit.stretch = slack > 0;
    if (slack == 0 || (fit.stretch && line->last))
        return fit;
    add_rooms(text, line, fit.stretch, room);
    for (int step = 0; step < STEP_COUNT; step++)
        sum += room[step];
    int64_t wanted = fit.stretch ? slack : -slack;
    if (fit.stretch && wanted > sum)
        return fit;
    for (int step = 0; step < STEP_COUNT && wanted > 0; step++) {
        if (room[step] > 0) /* rounded up, so that all of the room makes what is wanted and not 1 less */
            fit.part[step] = wanted >= room[step] ? WHOLE : (wanted * WHOLE + room[step] - 1) / room[step];
        wanted -= room[step];
    }
    return fit;
}

/* Sets the origin of every piece and returns the width of the line. The sums of each step are rounded, not the parts,
 * so that both edges are met exactly. */
static int32_t place_pieces(struct text *text, const struct line *line, struct fit fit, int32_t x)
{
    const struct piece *first = &text->pieces[line->from];
    int64_t start = first->start + first->before, sum[STEP_COUNT] = {0};
    int32_t end = x;
    for (uint32_t i = line->from; i < line->end; i++) {
        struct piece *piece = &text->pieces[i];
        int64_t place = piece->start - start;
        if (i > line->from && fit.stretch)
            sum[piece->stretch_step] += piece->stretch;
        else if (i > line->from)
            sum[piece->shrink_step] += piece->shrink_before;
        for (int step = 0; step < STEP_COUNT; step++)
            place += (fit.stretch ? sum[step] : -sum[step]) * fit.part[step] / WHOLE;
        if (i > line->from && !fit.stretch)
            sum[piece->shrink_step] += piece->shrink - piece->shrink_before;
        piece->origin = x + (int32_t)place - piece->shift;
        end = x + (int32_t)place + piece->advance;
        if (i + 1 == line->end)
            end -= piece->after;
    }
    return end - x;
}

/* Gives the box the characters of pieces [from, to) and, where they differ from the font's, their advances. */
static void fill_text_box(struct layout_state *state, struct box *box, uint32_t from, uint32_t to, int32_t right)
{
    const struct piece *pieces = state->text.pieces;
    size_t count = to - from;
    uint32_t *characters = arena_alloc(state->arena, count * sizeof *characters);
    bool natural = true;
    for (uint32_t i = from; i < to; i++) {
        int32_t next = i + 1 < to ? pieces[i + 1].origin : right;
        characters[i - from] = pieces[i].character == NO_BREAK_SPACE ? ' ' : pieces[i].character; /* for who copies */
        if (i + 1 < to)
            natural &= next - pieces[i].origin == pieces[i].natural && pieces[i].value != CLASS_COMBINING;
    }
    box->as.text.count = count;
    box->as.text.characters = characters;
    if (natural)
        return;
    int32_t *advances = arena_alloc(state->arena, count * sizeof *advances);
    for (uint32_t i = from; i < to; i++)
        advances[i - from] = (i + 1 < to ? pieces[i + 1].origin : right) - pieces[i].origin;
    box->as.text.advances = advances;
}

static void set_strike(struct layout_state *state, const struct box *text, struct strip *strip)
{
    int32_t thickness = text->as.text.size / 16;
    strip_fill(strip, text->x, text->y - text->as.text.size * 3 / 10, text->width, thickness, text->as.text.color,
               state->arena);
}

static void set_image(struct layout_state *state, const struct piece *piece, int32_t baseline, struct strip *strip)
{
    const struct text_style *style = &state->text.styles[piece->style];
    struct box *box = strip_box(strip, BOX_IMAGE, state->arena);
    int32_t height = (int32_t)((int64_t)piece->advance * style->image->as.image.height / style->image->as.image.width);
    box->x = piece->origin;
    box->y = baseline - height;
    box->width = piece->advance;
    box->height = height;
    box->node = layout_source(state, style->image);
    box->as.image.path = style->image->as.image.path;
}

static void set_run(struct layout_state *state, uint32_t from, uint32_t to, int32_t right, int32_t baseline,
                    struct strip *strip)
{
    const struct piece *first = &state->text.pieces[from];
    const struct text_style *style = &state->text.styles[first->style];
    if (style->image) {
        set_image(state, first, baseline, strip);
        return;
    }
    struct box *box = strip_box(strip, BOX_TEXT, state->arena);
    box->x = first->origin;
    box->y = baseline - style->rise;
    box->width = right - first->origin;
    box->height = style->size;
    box->node = style->node;
    box->as.text.font = first->font;
    box->as.text.size = style->size;
    box->as.text.color = style->color;
    box->as.text.slant = style->slant;
    fill_text_box(state, box, from, to, right);
    if (style->strike)
        set_strike(state, box, strip);
}

/* One rectangle for each link of the line. */
static void set_links(struct layout_state *state, const struct line *line, int32_t right, int32_t baseline,
                      struct strip *strip)
{
    const struct text *text = &state->text;
    int32_t size = text->format.size;
    uint32_t from = line->from;
    for (uint32_t i = line->from; i <= line->end; i++) {
        const struct node *link = text->styles[text->pieces[from].style].link;
        if (i < line->end && text->styles[text->pieces[i].style].link == link)
            continue;
        int32_t start = text->pieces[from].origin, end = i < line->end ? text->pieces[i].origin : right;
        if (link)
            strip_link(strip, link, start, baseline - size, end - start, size * 5 / 4, state->arena);
        from = i;
    }
}

void text_set_line(struct layout_state *state, const struct line *line, int32_t x, int32_t width, int32_t baseline,
                   struct strip *strip)
{
    struct text *text = &state->text;
    if (line->end == line->from)
        return;
    struct fit fit = fit_line(text, line, width);
    int32_t natural = line_width(text, line), left = 0;
    if (text->format.align == ALIGN_CENTER)
        left = (width - natural) / 2;
    else if (text->format.align == ALIGN_RIGHT)
        left = width - natural;
    int32_t right = x + left + place_pieces(text, line, fit, x + left);
    const struct piece *pieces = text->pieces;
    bool linked = false;
    uint32_t from = line->from;
    for (uint32_t i = line->from + 1; i <= line->end; i++) {
        if (i < line->end && pieces[i].style == pieces[from].style && pieces[i].font == pieces[from].font &&
            !text->styles[pieces[i].style].image)
            continue;
        linked |= text->styles[pieces[from].style].link != NULL;
        int32_t end = i < line->end ? pieces[i].origin : right;
        if (i < line->end && pieces[i].origin - pieces[i - 1].origin > pieces[i - 1].natural)
            end = pieces[i - 1].origin + pieces[i - 1].natural;
        set_run(state, from, i, end, baseline, strip);
        from = i;
    }
    if (line->end < line->to && !line->last && strip->last_box && strip->last_box->type == BOX_TEXT)
        strip->last_box->as.text.space_after = true;
    if (linked)
        set_links(state, line, right, baseline, strip);
}

/* What the highest image of the line is higher than its words. */
static int32_t object_room(const struct text *text, const struct line *line)
{
    int32_t room = 0;
    if (text->object_height <= text->format.size)
        return 0;
    for (uint32_t i = line->from; i < line->end; i++) {
        const struct node *image = text->styles[text->pieces[i].style].image;
        int64_t height = image ? (int64_t)text->pieces[i].advance * image->as.image.height / image->as.image.width : 0;
        if (height > room)
            room = (int32_t)height;
    }
    return room > text->format.size ? room - text->format.size : 0;
}

void text_set(struct layout_state *state, int32_t x, int32_t width, int32_t space, struct strip_list *list)
{
    struct text *text = &state->text;
    const struct text_format *format = &text->format;
    line_choose(text, width);
    int32_t baseline = (format->leading - format->size) / 2 + text_ascent(format->size);
    for (size_t i = 0; i < text->line_count; i++) {
        int32_t extra = object_room(text, &text->lines[i]);
        struct strip *strip = layout_strip(state, list, format->leading + extra, i == 0 ? space : 0);
        strip->keep = text->line_count > 1 && (i == 0 || i + 2 == text->line_count);
        text_set_line(state, &text->lines[i], x, width, extra + baseline, strip);
    }
}

static void start_label(struct layout_state *state, const char *string, const struct text_format *format,
                        const struct node *node, struct line *line)
{
    text_start(state, format);
    text_add_string(state, string, node);
    text_finish(&state->text);
    *line = (struct line){0, (uint32_t)state->text.count, (uint32_t)state->text.count, true};
}

int32_t text_label_width(struct layout_state *state, const char *string, const struct text_format *format)
{
    struct line line;
    start_label(state, string, format, NULL, &line);
    return line_width(&state->text, &line);
}

int32_t text_set_label(struct layout_state *state, const char *string, const struct text_format *format,
                       const struct node *node, int32_t x, int32_t baseline, struct strip *strip)
{
    struct line line;
    start_label(state, string, format, node, &line);
    int32_t width = line_width(&state->text, &line);
    int32_t left = format->align == ALIGN_CENTER ? width / 2 : format->align == ALIGN_RIGHT ? width : 0;
    struct text_format aligned = *format;
    aligned.align = ALIGN_LEFT;
    state->text.format = aligned;
    text_set_line(state, &line, x - left, width, baseline, strip);
    return width;
}
