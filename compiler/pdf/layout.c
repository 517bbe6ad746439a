/* layout_document: the steps of a layout. */
#include "pdf/layout.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/table.h"

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

struct layout layout_document(const struct document *document, const struct theme *theme, const struct metrics *metrics,
                              bool draft, struct arena *arena, struct diag *diag)
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
    contents_fill_numbers(state);
    header_footer_add(state, draft);
    struct layout result = state->result;
    advances_free(&state->advances);
    text_free(&state->text);
    free(state);
    return result;
}
