/* The first page: what is centred, titles, table and, at the foot, the approval boxes. */
#include "pdf/layout.h"

static void set_words(struct layout_state *state, const struct node *node, struct text_format format, int32_t width,
                      int32_t before, struct strip_list *list)
{
    text_start(state, &format);
    text_add_inlines(state, node->first);
    text_finish(&state->text);
    if (state->text.count > 0)
        text_set(state, 0, width, before, list);
    list->after = 0;
}

/* A title that is too long for two lines becomes smaller, down to three fifths. */
static void set_title(struct layout_state *state, const struct node *node, int32_t width, struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct text_format format = {.face = FACE_BOLD, .color = theme->key};
    int32_t size = theme->title_size;
    for (; size > theme->title_size * 3 / 5; size -= 1000) {
        format.size = size;
        text_start(state, &format);
        text_add_inlines(state, node->first);
        text_finish(&state->text);
        if (text_measure(&state->text).natural <= 2 * width - 4 * size)
            break;
    }
    format.size = size;
    format.leading = size * 13 / 10;
    set_words(state, node, format, width, 2 * MILLIMETER, list);
}

static void set_part(struct layout_state *state, const struct node *node, int32_t width, struct strip_list *list)
{
    const struct theme *theme = state->theme;
    struct text_format soft = {.size = theme->body_size, .leading = theme->body_leading, .color = theme->soft};
    enum paragraph_role role = node->type == NODE_PARAGRAPH ? node->as.paragraph.role : PARAGRAPH_BODY;
    if (role == PARAGRAPH_TITLE) {
        set_title(state, node, width, list);
    } else if (role == PARAGRAPH_SUBTITLE) {
        soft.size = soft.size * 11 / 10;
        set_words(state, node, soft, width, MILLIMETER, list);
    } else if (role == PARAGRAPH_KICKER) {
        soft.size = soft.size * 9 / 10;
        set_words(state, node, soft, width, 0, list);
    } else if (node->type == NODE_TABLE) {
        if (list->last)
            list->after = 16 * MILLIMETER;
        block_set(state, node, 0, width < 118 * MILLIMETER ? width : 118 * MILLIMETER, list);
    } else {
        if (list->last && list->after == 0) /* what follows the titles */
            list->after = 8 * MILLIMETER;
        block_set(state, node, 0, width, list);
    }
}

/* The image of a figure at the head of the cover, or NULL. */
static const struct node *find_logo(const struct node *cover)
{
    const struct node *figure = cover->first;
    return figure && figure->type == NODE_FIGURE && figure->first && figure->first->type == NODE_IMAGE &&
                   figure->first->as.image.width > 0 && figure->first->as.image.height > 0
               ? figure->first
               : NULL;
}

/* The logo at the upper left corner, no larger than its limits. Returns its height. */
static int32_t set_logo(struct layout_state *state, const struct node *logo, struct strip *strip)
{
    struct extent size = figure_image_size(logo, state->theme->logo_width, state->theme->logo_height);
    struct box *box = strip_box(strip, BOX_IMAGE, state->arena);
    box->width = size.width;
    box->height = size.height;
    box->node = layout_source(state, logo);
    box->as.image.path = logo->as.image.path;
    return size.height;
}

void cover_set(struct layout_state *state, const struct node *node, struct strip_list *list)
{
    int32_t width = layout_text_width(state), height = layout_text_height(state);
    struct strip_list matter = {0}, foot = {0};
    const struct theme *theme = state->theme;
    state->theme = state->cover_theme;
    const struct node *logo = find_logo(node);
    for (const struct node *part = logo ? node->first->next : node->first; part; part = part->next) {
        if (part->type == NODE_SIGNATURES)
            block_set_signatures(state, part, 0, width, &foot);
        else
            set_part(state, part, width, &matter);
    }
    int32_t used = strip_list_height(&matter), below = strip_list_height(&foot) + 14 * MILLIMETER;
    int32_t room = height - used - below, above = 62 * MILLIMETER;
    above = room - 8 * MILLIMETER < above ? room - 8 * MILLIMETER : above;
    above = above < 0 ? 0 : above;
    struct strip *head = layout_strip(state, list, above, 0);
    head->keep = room > 0;
    int32_t logo_height = logo ? set_logo(state, logo, head) + 4 * MILLIMETER : 0;
    if (logo_height > head->height)
        head->height = above = logo_height;
    for (struct strip *strip = matter.first; strip; strip = strip->next)
        strip->keep |= room > 0;
    if (matter.first) {
        list->last->next = matter.first;
        list->last = matter.last;
    }
    if (foot.first) {
        foot.first->space = room - above > 8 * MILLIMETER ? room - above : 8 * MILLIMETER;
        list->last->next = foot.first;
        list->last = foot.last;
    }
    list->last->keep = false;
    list->after = 0;
    state->theme = theme;
    block_page_start(state, state->document->landscape, list);
}
