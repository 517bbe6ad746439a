/* layout_document: the steps of a layout. */
#include "pdf/layout.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/table.h"

enum {
    TAIL_PAGES = 30, /* a longer document may end as it likes */
    TAIL_PART = 36   /* percent of a page, with its margin */
};

/* Percent of the theme's distances, from the looser to the closer. A reader does not notice them. */
static const struct closeness {
    int body, table, padding, heading;
} steps[] = {{94, 95, 75, 100}, {92, 94, 70, 78}};

void layout_take(struct layout_state *state, struct strip *to, struct strip_list *list, int32_t x, int32_t y)
{
    const struct table_flow *table = NULL;
    struct strip lines = {0};
    for (struct strip *strip = list->first; strip; strip = strip->next) {
        if (strip != list->first)
            y += strip->space;
        strip_merge(to, strip, x, y);
        if (strip->band) {
            strip->band->top_line = table != strip->band->table;
            band_draw(state, strip->band, to, &lines, x, y);
        }
        table = strip->band ? strip->band->table : NULL;
        y += strip->height;
    }
    strip_merge(to, &lines, 0, 0);
    *list = (struct strip_list){0};
}

/* Sets the pages but for what is added when their number is final. */
static struct layout_state *set_pages(const struct document *document, const struct theme *theme, int heading,
                                      const struct metrics *metrics, struct arena *arena, struct diag *diag)
{
    struct layout_state *state = calloc(1, sizeof *state);
    if (!state)
        arena_out_of_memory();
    state->document = document;
    state->theme = theme;
    state->heading_space = heading;
    state->arena = arena;
    state->diag = diag;
    state->advances.metrics = metrics;
    state->japanese = strcmp(document->language, "ja") == 0;
    struct strip_list list = {0};
    bool cover = document->root->first && document->root->first->type == NODE_COVER;
    if (document->landscape && !cover)
        block_page_start(state, true, &list);
    block_set_chain(state, document->root->first, 0, layout_text_width(state), &list);
    block_set_footnotes(state, &list);
    page_flow(state, &list);
    return state;
}

static void free_state(struct layout_state *state)
{
    advances_free(&state->advances);
    text_free(&state->text);
    free(state);
}

/* Does a short document end with a page on which hardly anything stands? */
static bool has_short_tail(const struct layout_state *state)
{
    const struct page *page = state->result.first;
    int32_t lowest = 0;
    if (state->result.count < 2 || state->result.count > TAIL_PAGES)
        return false;
    while (page->next)
        page = page->next;
    for (const struct box *box = page->boxes; box; box = box->next)
        if (box->y > lowest)
            lowest = box->y;
    return lowest < page->height * TAIL_PART / 100;
}

/* The same with lines a little closer. */
static struct theme closer(const struct theme *theme, struct closeness step)
{
    struct theme result = *theme;
    result.body_leading = theme->body_leading * step.body / 100;
    result.table_leading = theme->table_leading * step.table / 100;
    result.cell_padding_y = theme->cell_padding_y * step.padding / 100;
    return result;
}

struct layout layout_document(const struct document *document, const struct theme *theme, const struct metrics *metrics,
                              bool draft, struct arena *arena, struct diag *diag)
{
    struct theme tight[sizeof steps / sizeof *steps];
    struct layout_state *state = set_pages(document, theme, 100, metrics, arena, diag);
    int count = state->result.count;
    bool short_tail = has_short_tail(state);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && short_tail && state->result.count == count; i++) {
        tight[i] = closer(theme, steps[i]);
        struct layout_state *trial = set_pages(document, &tight[i], steps[i].heading, metrics, arena, diag);
        bool shorter = trial->result.count < count;
        free_state(shorter ? state : trial);
        state = shorter ? trial : state;
    }
    contents_fill_numbers(state);
    header_footer_add(state, draft);
    struct layout result = state->result;
    free_state(state);
    return result;
}
