/* Blocks with a ground or a frame: callouts, quotes, code, key figures, panels, approval boxes. */
#include "pdf/layout.h"

enum {
    BAR = 2400,
    KEY_COLUMNS = 6,
    NARROW = 40 * MILLIMETER /* within less no further indent */
};

void block_decorate(struct layout_state *state, struct strip_list *list, struct strip *last, struct block_ground ground)
{
    struct strip *first = last ? last->next : list->first;
    if (!first)
        return;
    for (struct strip *strip = first; strip; strip = strip->next) {
        int32_t above = strip == first ? ground.padding : strip->space;
        int32_t below = strip == list->last ? ground.padding : 0;
        int32_t gap = strip->next && strip->next->band ? strip->next->space : 0; /* bands do not cover theirs */
        if (!strip->band) {
            strip_shift(strip, 0, above);
            strip->height += above + below;
            if (strip != first)
                strip->space = 0;
        }
        for (int part = 0; part < 2; part++) {
            if (part == 0 ? ground.bar == 0 : !ground.filled)
                continue;
            struct box *box = strip_box_behind(strip, BOX_FILL, state->arena);
            box->x = ground.x;
            box->width = part == 0 ? ground.bar : ground.width;
            box->height = strip->height + gap;
            box->color = part == 0 ? ground.bar_color : ground.color;
        }
    }
    first->keep |= first != list->last;
    list->after = 3 * MILLIMETER;
}

/* On a dark ground all words have its ink, those of other tones and of headings of tables too. */
static void darken(struct theme *theme, const struct theme_colors *colors)
{
    struct theme_colors dark = *colors; /* it may be one of those that change */
    theme->ink = theme->soft = theme->key = dark.text;
    theme->header_fill = dark.fill;
    for (int tone = TONE_NONE; tone <= TONE_ACCENT; tone++)
        theme->tone[tone] = dark;
}

void block_set_callout(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                       struct strip_list *list)
{
    const struct theme *theme = state->theme;
    const struct theme_colors *colors = &theme->tone[node->as.callout.tone];
    bool toned = node->as.callout.tone != TONE_NONE;
    struct theme inner = *theme;
    struct strip *last = list->last;
    if (toned && node->as.callout.tone == TONE_CRITICAL)
        darken(&inner, colors);
    list->after = list->after > 3 * MILLIMETER ? list->after : 3 * MILLIMETER;
    int32_t padding = width > NARROW ? 3 * MILLIMETER : MILLIMETER, left = BAR + padding;
    state->theme = &inner;
    block_set_chain(state, node->first, x + left, width - left - padding, list);
    state->theme = theme;
    block_decorate(
        state, list, last,
        (struct block_ground){.x = x,
                              .width = width,
                              .bar = BAR,
                              .padding = 2 * MILLIMETER,
                              .filled = true,
                              .bar_color = toned ? layout_tone_ink(theme, node->as.callout.tone) : theme->key,
                              .color = toned ? colors->fill : theme->header_fill});
}

void block_set_quote(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                     struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct theme soft = *theme;
    soft.ink = theme->soft;
    struct strip *last = list->last;
    int32_t left = width > NARROW ? 5 * MILLIMETER : 0;
    state->theme = &soft;
    block_set_chain(state, node->first, x + left, width - left, list);
    state->theme = theme;
    block_decorate(state, list, last,
                   (struct block_ground){
                       .x = x, .width = width, .bar = 1400, .padding = MILLIMETER / 2, .bar_color = theme->rule});
}

/* Lines that a page would tear, as those of a sketch, stay together unless they are many. */
static void keep_lines(const struct layout_state *state, struct strip *first)
{
    int32_t height = 0;
    for (const struct strip *strip = first; strip; strip = strip->next)
        height += strip->space + strip->height;
    for (struct strip *strip = first; strip && strip->next; strip = strip->next)
        strip->keep |= height < layout_text_height(state) / 3;
}

void block_set_code(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                    struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct text_format format = {.face = FACE_MONO,
                                 .size = theme->body_size * 85 / 100,
                                 .color = theme->ink,
                                 .leading = theme->body_size * 85 * 15 / 1000,
                                 .mode = BREAK_CODE};
    struct strip *last = list->last;
    text_start(state, &format);
    text_add_string(state, node->text ? node->text : "", node);
    text_finish(&state->text);
    if (state->text.count == 0)
        return;
    text_set(state, x + 3 * MILLIMETER, width - 6 * MILLIMETER, MILLIMETER, list);
    block_decorate(state, list, last,
                   (struct block_ground){
                       .x = x, .width = width, .padding = 2 * MILLIMETER, .filled = true, .color = theme->header_fill});
    keep_lines(state, last ? last->next : list->first);
}

static void set_key_figure(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                           struct strip *strip)
{
    const struct theme *theme = state->theme;
    enum tone tone = node->as.key_figure.tone;
    bool toned = tone != TONE_NONE;
    struct text_format figure = {.face = FACE_BOLD,
                                 .size = theme->heading_size[0],
                                 .mode = BREAK_WHOLE,
                                 .leading = theme->heading_size[0] * 6 / 5,
                                 .color = toned ? layout_tone_ink(theme, tone) : theme->ink};
    struct text_format label = {
        .size = theme->table_size * 39 / 40, .leading = theme->table_size * 14 / 10, .color = theme->soft};
    struct strip_list list = {0};
    strip_fill(strip, x, 0, width, 1600, toned ? layout_tone_ink(theme, tone) : theme->key, state->arena);
    text_start(state, &figure);
    text_add_string(state, node->text ? node->text : "", node);
    text_finish(&state->text);
    text_set(state, 0, width, 0, &list);
    text_start(state, &label);
    text_add_string(state, node->as.key_figure.label ? node->as.key_figure.label : "", node);
    text_finish(&state->text);
    text_set(state, 0, width, 600, &list);
    int32_t height = 1600 + 14 * MILLIMETER / 10 + strip_list_height(&list);
    if (height > strip->height)
        strip->height = height;
    layout_take(state, strip, &list, x, 1600 + 14 * MILLIMETER / 10);
}

void block_set_key_figures(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                           struct strip_list *list)
{
    int count = 0, index = 0;
    for (const struct node *figure = node->first; figure; figure = figure->next)
        count++;
    if (count == 0)
        return;
    int rows = (count + KEY_COLUMNS - 1) / KEY_COLUMNS, columns = (count + rows - 1) / rows;
    int32_t gap = 4 * MILLIMETER, part = (width - gap * (columns - 1)) / columns;
    struct strip *strip = NULL;
    for (const struct node *figure = node->first; figure; figure = figure->next, index++) {
        if (index % columns == 0)
            strip = layout_strip(state, list, 0, 3 * MILLIMETER);
        set_key_figure(state, figure, x + index % columns * (part + gap), part, strip);
    }
    list->after = 5 * MILLIMETER;
}

void block_set_panels(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                      struct strip_list *list)
{
    int count = 0;
    for (const struct node *panel = node->first; panel; panel = panel->next)
        count++;
    if (count == 0)
        return;
    int32_t gap = 7 * MILLIMETER, part = (width - gap * (count - 1)) / count, height = 0, index = 0;
    struct strip_list *panels = arena_alloc(state->arena, (size_t)count * sizeof *panels);
    struct strip_list after = *list;
    for (const struct node *panel = node->first; panel; panel = panel->next, index++) {
        if (panel->id)
            layout_anchor(state, panel);
        block_set_chain(state, panel->first, 0, part, &panels[index]);
        int32_t panel_height = strip_list_height(&panels[index]);
        height = panel_height > height ? panel_height : height;
    }
    if (height > layout_text_height(state) || part < 20 * state->theme->body_size / 2) {
        *list = after;
        for (const struct node *panel = node->first; panel; panel = panel->next)
            block_set_chain(state, panel->first, x, width, list);
        return;
    }
    struct strip *strip = layout_strip(state, list, height, MILLIMETER);
    for (index = 0; index < count; index++)
        layout_take(state, strip, &panels[index], x + index * (part + gap), 0);
    list->after = 4 * MILLIMETER;
}

/* One approval box: the role above, the date and the name at the foot, room for a seal between. */
static void set_signature(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                          struct strip *strip)
{
    const struct theme *theme = state->theme;
    int32_t head = theme->table_leading + 2 * theme->cell_padding_y, line = theme->rule_width;
    struct text_format role = {.face = FACE_BOLD,
                               .size = theme->table_size,
                               .color = theme->ink,
                               .align = ALIGN_CENTER,
                               .leading = theme->table_leading};
    struct text_format foot = {.size = theme->table_size * 7 / 8,
                               .color = theme->soft,
                               .align = ALIGN_CENTER,
                               .leading = theme->table_size * 5 / 4,
                               .mode = BREAK_NAME};
    strip_fill(strip, x, 0, width, head, theme->header_fill, state->arena);
    for (int i = 0; i < 2; i++) {
        struct box *frame = strip_box(strip, BOX_STROKE, state->arena);
        frame->x = x;
        frame->y = i == 0 ? 0 : head;
        frame->width = width;
        frame->height = i == 0 ? head : strip->height - head;
        frame->color = theme->rule;
        frame->line_width = line;
    }
    text_set_label(state, node->as.signature.role ? node->as.signature.role : "", &role, node, x + width / 2,
                   (head - role.size) / 2 + text_ascent(role.size), strip);
    struct strip_list list = {0};
    const char *parts[] = {node->as.signature.date, node->text};
    for (int i = 0; i < 2; i++) {
        if (!parts[i] || !*parts[i])
            continue;
        text_start(state, &foot);
        text_add_string(state, parts[i], node);
        text_finish(&state->text);
        text_set(state, 0, width - 2 * MILLIMETER, 0, &list);
    }
    int32_t y = strip->height - strip_list_height(&list) - MILLIMETER;
    layout_take(state, strip, &list, x + MILLIMETER, y > head ? y : head);
}

void block_set_signatures(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                          struct strip_list *list)
{
    const struct theme *theme = state->theme;
    int count = 0, index = 0;
    for (const struct node *signature = node->first; signature; signature = signature->next)
        count++;
    if (count == 0)
        return;
    int32_t part = 24 * MILLIMETER, head = theme->table_leading + 2 * theme->cell_padding_y;
    int columns = width / part < 1 ? 1 : width / part;
    if (columns > count)
        columns = count;
    if (part > width)
        part = width;
    struct strip *strip = NULL;
    for (const struct node *signature = node->first; signature; signature = signature->next, index++) {
        if (index % columns == 0)
            strip = layout_strip(state, list, head + 18 * MILLIMETER, 2 * MILLIMETER);
        int in_row = count - index / columns * columns < columns ? count - index / columns * columns : columns;
        set_signature(state, signature, x + width - (in_row - index % columns) * part, part, strip);
    }
    list->after = 4 * MILLIMETER;
}
