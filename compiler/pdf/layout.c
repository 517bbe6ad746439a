/* layout_document: the steps of a layout. */
#include "pdf/layout.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/table.h"

enum {
    TAIL_PAGES = 30, /* a longer document may end as it likes */
    TAIL_PART = 36,  /* percent of a page, with its margin */
    SHORT_PAGES = 3, /* a longer document has a contents list */
    CONTENTS_LEAST = 3
};

/* Percent of the theme's distances, from the looser to the closer. A reader does not notice them. */
static const struct closeness {
    int body, table, padding, heading;
} steps[] = {{94, 95, 75, 100}, {92, 94, 70, 78}};
enum { STEPS = sizeof steps / sizeof *steps };

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

/* What a trial of the pages needs; `theme` is close or that of the document, `is_long` when an earlier one came out so.
 */
struct trial {
    const struct document *document;
    const struct theme *theme, *cover_theme;
    int heading; /* percent of the distances around headings */
    const struct metrics *metrics;
    struct arena *arena;
    struct diag *diag;
    bool is_long;
};

/* Pages that the strips fill at the very least. */
static int least_pages(struct layout_state *state, const struct strip_list *list)
{
    bool landscape = state->landscape;
    int64_t height = 0;
    int pages = 0;
    for (const struct strip *strip = list->first; strip; strip = strip->next) {
        int32_t page = layout_text_height(state);
        height += strip->height;
        if (strip->page_start || !strip->next) {
            pages += (int)((height + page - 1) / page);
            height = 0;
            state->landscape = strip->landscape;
        }
    }
    state->landscape = landscape;
    return pages;
}

/* Takes what is for long documents out of the list, unless the document is one for certain. */
static void leave_out(struct layout_state *state, struct strip_list *list, bool is_long)
{
    struct long_only *part = &state->long_only;
    if (!part->section || part->list != list || part->last == part->before)
        return;
    bool useful = node_contents_entries(part->section) >= CONTENTS_LEAST;
    struct strip **link = part->before ? &part->before->next : &list->first, *first = *link;
    if (useful && is_long)
        return;
    *link = part->last->next;
    if (useful && least_pages(state, list) > SHORT_PAGES + 1) /* closer lines may save one */
        *link = first;
    else if (!part->last->next)
        list->last = part->before;
    part->left_out = useful && *link != first;
}

/* Sets the pages but for what is added when their number is final. */
static struct layout_state *set_pages(const struct trial *trial)
{
    const struct document *document = trial->document;
    struct layout_state *state = calloc(1, sizeof *state);
    if (!state)
        arena_out_of_memory();
    state->document = document;
    state->theme = trial->theme;
    state->cover_theme = trial->cover_theme;
    state->heading_space = trial->heading;
    state->arena = trial->arena;
    state->diag = trial->diag;
    state->advances.metrics = trial->metrics;
    state->japanese = strcmp(document->language, "ja") == 0;
    struct strip_list list = {0};
    bool cover = document->root->first && document->root->first->type == NODE_COVER;
    if (document->landscape && !cover)
        block_page_start(state, true, &list);
    block_set_chain(state, document->root->first, 0, layout_text_width(state), &list);
    block_set_footnotes(state, &list);
    leave_out(state, &list, trial->is_long);
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

/* The pages, and when they end with a short tail those of closer lines where that saves it. `tight` gets the themes of
 * the steps, which the result may refer to. */
static struct layout_state *set_short(struct trial trial, struct theme tight[STEPS])
{
    struct layout_state *state = set_pages(&trial);
    int count = state->result.count;
    bool short_tail = has_short_tail(state);
    for (size_t i = 0; i < STEPS && short_tail && state->result.count == count; i++) {
        tight[i] = closer(trial.cover_theme, steps[i]);
        trial.theme = &tight[i];
        trial.heading = steps[i].heading;
        struct layout_state *other = set_pages(&trial);
        bool shorter = other->result.count < count;
        free_state(shorter ? state : other);
        state = shorter ? other : state;
    }
    return state;
}

struct layout layout_document(const struct document *document, const struct theme *theme, const struct metrics *metrics,
                              bool draft, struct arena *arena, struct diag *diag)
{
    struct theme tight[STEPS];
    struct trial trial = {document, theme, theme, 100, metrics, arena, diag, false};
    struct layout_state *state = set_short(trial, tight);
    if (state->long_only.left_out && state->result.count > SHORT_PAGES) {
        free_state(state);
        trial.is_long = true;
        state = set_short(trial, tight);
    }
    contents_fill_numbers(state);
    header_footer_add(state, draft);
    struct layout result = state->result;
    free_state(state);
    return result;
}
