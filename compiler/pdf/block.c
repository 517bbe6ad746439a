/* Blocks to strips: which function sets what, and the plain ones. */
#include "pdf/layout.h"

#include <string.h>

enum { LEAD_LINES = 1 };

int32_t layout_text_width(const struct layout_state *state)
{
    const struct theme *theme = state->theme;
    if (state->landscape)
        return theme->paper_height - theme->landscape.left - theme->landscape.right;
    return theme->paper_width - theme->portrait.left - theme->portrait.right;
}

int32_t layout_text_height(const struct layout_state *state)
{
    const struct theme *theme = state->theme;
    if (state->landscape)
        return theme->paper_width - theme->landscape.top - theme->landscape.bottom;
    return theme->paper_height - theme->portrait.top - theme->portrait.bottom;
}

void layout_anchor(struct layout_state *state, const struct node *node)
{
    if (state->artifact)
        return;
    struct page_anchor *anchor = arena_alloc(state->arena, sizeof *anchor);
    anchor->node = node;
    if (state->last_waiting)
        state->last_waiting->next = anchor;
    else
        state->waiting = anchor;
    state->last_waiting = anchor;
}

void layout_anchor_flush(struct layout_state *state, struct strip *strip)
{
    if (!state->waiting)
        return;
    if (strip->last_anchor)
        strip->last_anchor->next = state->waiting;
    else
        strip->anchors = state->waiting;
    strip->last_anchor = state->last_waiting;
    state->waiting = state->last_waiting = NULL;
}

static bool is_light(unsigned color)
{
    return (color >> 16 & 0xFF) + (color >> 8 & 0xFF) + (color & 0xFF) > 480;
}

unsigned layout_tone_ink(const struct theme *theme, enum tone tone)
{
    const struct theme_colors *colors = &theme->tone[tone];
    return is_light(colors->text) && !is_light(theme->ink) ? colors->fill : colors->text;
}

const struct node *layout_source(const struct layout_state *state, const struct node *node)
{
    return state->artifact ? NULL : node;
}

struct strip *layout_strip(struct layout_state *state, struct strip_list *list, int32_t height, int32_t space)
{
    struct strip *strip = strip_append(list, height, space, state->arena);
    layout_anchor_flush(state, strip);
    return strip;
}

struct text_format block_body_format(const struct layout_state *state)
{
    const struct theme *theme = state->theme;
    return (struct text_format){.size = theme->body_size,
                                .leading = theme->body_leading,
                                .color = theme->ink,
                                .justified = state->japanese,
                                .hanging = theme->hanging};
}

void block_page_start(struct layout_state *state, bool landscape, struct strip_list *list)
{
    struct strip *strip = strip_append(list, 0, 0, state->arena);
    strip->page_start = true;
    strip->landscape = state->landscape = landscape;
}

/* Does the paragraph introduce what follows? A short one stays with it. */
static bool introduces(const struct node *paragraph)
{
    switch (paragraph->next ? paragraph->next->type : NODE_PARAGRAPH) {
    case NODE_TABLE:
    case NODE_FIGURE:
    case NODE_DRAWING:
    case NODE_LIST:
    case NODE_CODE:
    case NODE_KEY_FIGURES:
    case NODE_SIDE_BY_SIDE:
        return true;
    default:
        return false;
    }
}

static void set_paragraph(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                          struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct text_format format = block_body_format(state);
    int32_t after = 2 * MILLIMETER;
    switch (node->as.paragraph.role) {
    case PARAGRAPH_TITLE:
        format = (struct text_format){.face = FACE_BOLD,
                                      .size = theme->heading_size[0],
                                      .leading = theme->heading_size[0] * 27 / 20,
                                      .color = theme->key};
        after = 5 * MILLIMETER;
        break;
    case PARAGRAPH_SUBTITLE:
    case PARAGRAPH_KICKER:
        format.color = theme->soft;
        format.justified = false;
        break;
    case PARAGRAPH_NOTE:
        format.size = format.size * 79 / 100;
        format.leading = format.size * 15 / 10;
        format.color = theme->soft;
        break;
    default:
        break;
    }
    if (node->as.paragraph.align != ALIGN_DEFAULT) {
        format.align = node->as.paragraph.align;
        format.justified = format.justified && format.align == ALIGN_LEFT;
    }
    text_start(state, &format);
    text_add_inlines(state, node->first);
    text_finish(&state->text);
    struct strip *last = list->last;
    if (state->text.count > 0)
        text_set(state, x, width, 0, list);
    if (introduces(node) && state->text.line_count <= LEAD_LINES)
        for (struct strip *strip = last ? last->next : list->first; strip; strip = strip->next)
            strip->keep = true;
    list->after = after;
}

static struct text_format heading_format(const struct theme *theme, int level)
{
    int size = theme->heading_size[level > 3 ? 2 : level - 1];
    return (struct text_format){
        .face = FACE_BOLD, .size = size, .leading = size * 27 / 20, .color = level == 1 ? theme->key : theme->ink};
}

static void set_heading(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                        struct strip_list *list)
{
    static const int32_t before[] = {8 * MILLIMETER, 6 * MILLIMETER, 4 * MILLIMETER};
    static const int32_t after[] = {7 * MILLIMETER / 2, 12 * MILLIMETER / 5, 7 * MILLIMETER / 5};
    int level = node->as.heading.level < 1 ? 1 : node->as.heading.level;
    int step = level > 3 ? 2 : level - 1;
    struct text_format format = heading_format(state->theme, level);
    const char *number = node->number;
    if (!number && node->parent && node->parent->type == NODE_SECTION)
        number = node->parent->number;
    int32_t bar = level == 2 ? 3000 + 12 * MILLIMETER / 5 : 0;
    text_start(state, &format);
    if (number && *number) {
        text_add_string(state, number, node);
        text_add_string(state, "\xE3\x80\x80", node);
    }
    text_add_inlines(state, node->first);
    text_finish(&state->text);
    struct strip *last = list->last;
    text_set(state, x + bar, width - bar, before[step] * state->heading_space / 100, list);
    for (struct strip *strip = last ? last->next : list->first; strip; strip = strip->next) {
        strip->keep = true;
        if (bar)
            strip_fill(strip, x, 0, 3000, strip->height, state->theme->key, state->arena);
    }
    list->after = after[step] * state->heading_space / 100;
}

static void set_section(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                        struct strip_list *list)
{
    bool outer = state->landscape;
    bool turn = node->as.section.landscape && !outer && width == layout_text_width(state);
    if (turn) {
        block_page_start(state, true, list);
        width = layout_text_width(state);
    }
    struct strip *before = list->last;
    layout_anchor(state, node);
    block_set_chain(state, node->first, x, width, list);
    if (node->as.section.long_only)
        state->long_only = (struct long_only){.list = list, .before = before, .last = list->last, .section = node};
    if (turn)
        block_page_start(state, outer, list);
}

static void set_rule(struct layout_state *state, int32_t x, int32_t width, struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct strip *strip = layout_strip(state, list, theme->rule_width, 4 * MILLIMETER);
    strip_fill(strip, x, 0, width, theme->rule_width, theme->rule, state->arena);
    list->after = 4 * MILLIMETER;
}

static void note_footnote(struct layout_state *state, const struct node *node)
{
    if (state->footnote_count == state->footnote_capacity) {
        size_t capacity = state->footnote_capacity ? state->footnote_capacity * 2 : 16;
        const struct node **larger = arena_alloc(state->arena, capacity * sizeof *larger);
        if (state->footnote_count)
            memcpy(larger, state->footnotes, state->footnote_count * sizeof *larger);
        state->footnotes = larger;
        state->footnote_capacity = capacity;
    }
    state->footnotes[state->footnote_count++] = node;
}

/* Blocks of templates rather than of text. */
static void set_other(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                      struct strip_list *list)
{
    switch (node->type) {
    case NODE_SIGNATURES:
        block_set_signatures(state, node, x, width, list);
        return;
    case NODE_KEY_FIGURES:
        block_set_key_figures(state, node, x, width, list);
        return;
    case NODE_SIDE_BY_SIDE:
        block_set_panels(state, node, x, width, list);
        return;
    case NODE_CONTENTS:
        contents_set(state, node, x, width, list);
        return;
    default:
        block_set_chain(state, node->first, x, width, list);
    }
}

void block_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width, struct strip_list *list)
{
    if (node->id && node->type != NODE_SECTION && node->type != NODE_FOOTNOTE)
        layout_anchor(state, node);
    switch (node->type) {
    case NODE_PARAGRAPH:
        set_paragraph(state, node, x, width, list);
        return;
    case NODE_HEADING:
        set_heading(state, node, x, width, list);
        return;
    case NODE_SECTION:
        set_section(state, node, x, width, list);
        return;
    case NODE_LIST:
        block_set_list(state, node, x, width, list);
        return;
    case NODE_QUOTE:
        block_set_quote(state, node, x, width, list);
        return;
    case NODE_CALLOUT:
        block_set_callout(state, node, x, width, list);
        return;
    case NODE_CODE:
        block_set_code(state, node, x, width, list);
        return;
    case NODE_RULE:
        set_rule(state, x, width, list);
        return;
    case NODE_TABLE:
        table_set(state, node, x, width, list);
        return;
    case NODE_FIGURE:
    case NODE_DRAWING:
        figure_set(state, node, x, width, list);
        return;
    case NODE_PAGE:
        if (width == layout_text_width(state)) /* not within cells and panels */
            block_page_start(state, node->as.page.landscape, list);
        return;
    case NODE_COVER:
        cover_set(state, node, list);
        return;
    case NODE_FOOTNOTE:
        note_footnote(state, node);
        return;
    default:
        set_other(state, node, x, width, list);
    }
}

/* A page start within changes the width of what follows, at the outermost level only. */
void block_set_chain(struct layout_state *state, const struct node *first, int32_t x, int32_t width,
                     struct strip_list *list)
{
    bool outermost = width == layout_text_width(state);
    for (const struct node *node = first; node; node = node->next) {
        if (outermost)
            width = layout_text_width(state);
        block_set(state, node, x, width, list);
    }
}
