/* Strips to pages: what is kept together, where pages end, repeated heads of tables. */
#include "pdf/table.h"

struct flow {
    struct layout_state *state;
    struct page *page, *last_page;
    struct strip canvas; /* matter of the page so far */
    struct strip lines;  /* of its tables */
    int32_t left, top, bottom, y;
    bool landscape;
    bool fresh;               /* nothing but a repeated head stands on the page */
    struct table_flow *table; /* whose rows end at y */
};

static void close_page(struct flow *flow)
{
    struct page *page = flow->page;
    if (!page)
        return;
    strip_merge(&flow->canvas, &flow->lines, 0, 0);
    page->boxes = flow->canvas.boxes;
    page->last_box = flow->canvas.last_box;
    page->links = flow->canvas.links;
    page->anchors = flow->canvas.anchors;
    page->last_anchor = flow->canvas.last_anchor;
    flow->canvas = (struct strip){0};
    flow->page = NULL;
}

static void open_page(struct flow *flow)
{
    const struct theme *theme = flow->state->theme;
    struct layout *result = &flow->state->result;
    struct page *page = arena_alloc(flow->state->arena, sizeof *page);
    page->number = ++result->count;
    page->width = flow->landscape ? theme->paper_height : theme->paper_width;
    page->height = flow->landscape ? theme->paper_width : theme->paper_height;
    flow->left = flow->landscape ? theme->landscape.left : theme->portrait.left;
    flow->top = flow->landscape ? theme->landscape.top : theme->portrait.top;
    flow->bottom = page->height - (flow->landscape ? theme->landscape.bottom : theme->portrait.bottom);
    flow->y = flow->top;
    flow->fresh = true;
    flow->table = NULL;
    flow->state->landscape = flow->landscape;
    if (flow->last_page)
        flow->last_page->next = page;
    else
        result->first = page;
    flow->last_page = flow->page = page;
}

static void place(struct flow *flow, struct strip *strip)
{
    if (!flow->page)
        open_page(flow);
    if (flow->y > flow->top && !(flow->fresh && strip->table))
        flow->y += strip->space;
    strip_merge(&flow->canvas, strip, flow->left, flow->y);
    if (strip->band) {
        strip->band->top_line = flow->table != strip->band->table;
        band_draw(flow->state, strip->band, &flow->canvas, &flow->lines, flow->left, flow->y);
    }
    flow->table = strip->band ? strip->band->table : NULL;
    flow->y += strip->height;
    flow->fresh = false;
}

/* Begins the next page; a table that goes on repeats its head there. */
static void turn_page(struct flow *flow, const struct strip *next)
{
    close_page(flow);
    open_page(flow);
    if (!next->table || next->repeated)
        return;
    struct strip_list head = {0};
    table_continue(flow->state, next, &head);
    if (strip_list_height(&head) > (flow->bottom - flow->top) / 2)
        return;
    for (struct strip *strip = head.first; strip; strip = strip->next)
        place(flow, strip);
    flow->fresh = true;
}

/* Last strip of what must not be parted, and its height; the search ends when a page could not hold it. */
static struct strip *group_end(const struct flow *flow, struct strip *first, int32_t *height)
{
    struct strip *last = first;
    *height = first->height;
    while (last->keep && last->next && !last->next->page_start && *height <= flow->bottom - flow->top) {
        last = last->next;
        *height += last->space + last->height;
    }
    return last;
}

/* Places the strips of a group that fit; returns the first that does not. */
static struct strip *place_fitting(struct flow *flow, struct strip *strip, const struct strip *last)
{
    for (;; strip = strip->next) {
        int32_t space = flow->y > flow->top ? strip->space : 0;
        if (flow->y + space + strip->height > flow->bottom)
            return strip;
        place(flow, strip);
        if (strip == last)
            return strip->next;
    }
}

/* The strip of the group at which the page is full, and where it begins. */
static struct strip *overflowing(const struct flow *flow, struct strip *strip, const struct strip *last, int32_t *y)
{
    *y = flow->y;
    for (;; strip = strip->next) {
        int32_t start = *y + (*y > flow->top ? strip->space : 0);
        if (start + strip->height > flow->bottom || strip == last) {
            *y = start;
            return strip;
        }
        *y = start + strip->height;
    }
}

/* Parts a tall band at the foot of the page; returns its lower part, or NULL when it is to move as a whole. */
static struct strip *split(struct flow *flow, struct strip *first, const struct strip *last, bool alone)
{
    int32_t y, page = flow->bottom - flow->top;
    struct strip *strip = overflowing(flow, first, last, &y);
    if (!strip->band || (strip != last && !alone) || strip->repeated)
        return NULL;
    int32_t least = strip->band->rows > 1 ? page / 2 : page / 3;
    if (strip->height <= least && !alone)
        return NULL;
    int32_t cut = band_cut(strip->band, flow->bottom - y, page);
    if (cut <= 0 || cut >= strip->height)
        return NULL;
    band_split(flow->state, strip, cut);
    struct strip *rest = strip->next;
    for (struct strip *next = first; next != rest; next = next->next)
        place(flow, next);
    turn_page(flow, rest);
    return rest;
}

/* Makes a drawing of the group lower by what the page lacks; false when that would make its words illegible. */
static bool shrink_drawing(struct flow *flow, struct strip *strip, const struct strip *last, int32_t lack)
{
    for (;; strip = strip->next) {
        if (figure_can_shrink(strip, strip->height - lack)) {
            figure_shrink(flow->state, strip, strip->height - lack);
            return true;
        }
        if (strip == last)
            return false;
    }
}

/* One step: places the group that begins with `strip`, or turns the page. Returns what comes next. */
static struct strip *flow_group(struct flow *flow, struct strip *strip)
{
    int32_t height, space;
    if (!flow->page)
        open_page(flow);
    struct strip *last = group_end(flow, strip, &height);
    space = flow->y > flow->top && !flow->fresh ? strip->space : 0;
    if (flow->y + space + height <= flow->bottom ||
        shrink_drawing(flow, strip, last, flow->y + space + height - flow->bottom))
        return place_fitting(flow, strip, last);
    bool too_tall = height > flow->bottom - flow->top;
    struct strip *rest = split(flow, strip, last, flow->fresh || too_tall);
    if (rest)
        return rest;
    if (!flow->fresh) {
        turn_page(flow, strip);
        return strip;
    }
    rest = place_fitting(flow, strip, last);
    if (rest == strip) {
        place(flow, strip);
        rest = strip->next;
    }
    if (rest)
        turn_page(flow, rest);
    return rest;
}

void page_flow(struct layout_state *state, struct strip_list *list)
{
    struct flow flow = {.state = state};
    struct strip *strip = list->first;
    while (strip) {
        if (strip->page_start) {
            close_page(&flow);
            flow.landscape = strip->landscape;
            strip = strip->next;
            continue;
        }
        strip = flow_group(&flow, strip);
    }
    if (!flow.page && state->result.count == 0)
        open_page(&flow);
    if (flow.page)
        layout_anchor_flush(state, &flow.canvas);
    close_page(&flow);
}
