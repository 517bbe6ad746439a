/* layout_document: the steps of a layout. */
#include "pdf/layout.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/table.h"

enum {
    TAIL_PAGES = 30, /* a longer document may end as it likes */
    TAIL_PART = 25   /* percent of a page, with its margin */
};

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
static struct layout_state *set_pages(const struct document *document, const struct theme *theme,
                                      const struct metrics *metrics, struct arena *arena, struct diag *diag)
{
    struct layout_state *state = calloc(1, sizeof *state);
    if (!state)
        arena_out_of_memory();
    state->document = document;
    state->theme = theme;
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
    if (state->result.count < 3 || state->result.count > TAIL_PAGES)
        return false;
    while (page->next)
        page = page->next;
    for (const struct box *box = page->boxes; box; box = box->next)
        if (box->y > lowest)
            lowest = box->y;
    return lowest < page->height * TAIL_PART / 100;
}

/* The same with lines a little closer, which the reader does not notice. */
static struct theme closer(const struct theme *theme)
{
    struct theme result = *theme;
    result.body_leading = theme->body_leading * 94 / 100;
    result.table_leading = theme->table_leading * 95 / 100;
    result.cell_padding_y = theme->cell_padding_y * 75 / 100;
    return result;
}

struct layout layout_document(const struct document *document, const struct theme *theme, const struct metrics *metrics,
                              bool draft, struct arena *arena, struct diag *diag)
{
    struct theme tight = closer(theme);
    struct layout_state *state = set_pages(document, theme, metrics, arena, diag);
    if (has_short_tail(state)) {
        struct layout_state *trial = set_pages(document, &tight, metrics, arena, diag);
        bool shorter = trial->result.count < state->result.count;
        free_state(shorter ? state : trial);
        state = shorter ? trial : state;
    }
    contents_fill_numbers(state);
    header_footer_add(state, draft);
    struct layout result = state->result;
    free_state(state);
    return result;
}
