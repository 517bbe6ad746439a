/* Contents lists: entries with leaders; the page numbers come when the pages are there. */
#include <stdlib.h>

#include "pdf/layout.h"

enum { SPARE_DOTS = 3 }; /* for the room that numbers of few digits leave */

static void note_page_number(struct layout_state *state, struct box *box, struct box *leader, const struct node *target)
{
    struct page_number *number = arena_alloc(state->arena, sizeof *number);
    *number = (struct page_number){box, leader, target, NULL};
    if (state->last_page_number)
        state->last_page_number->next = number;
    else
        state->page_numbers = number;
    state->last_page_number = number;
}

static int32_t leader_step(int32_t size)
{
    return size * 6 / 10;
}

/* A row of dots that ends at `right`, on one grid for all entries; NULL when there is no room. */
static struct box *set_leader(struct layout_state *state, const struct text_format *format, int32_t from, int32_t right,
                              int32_t baseline, struct strip *strip)
{
    int32_t step = leader_step(format->size);
    struct advance dot = advances_get(&state->advances, FACE_REGULAR, '.', 0);
    int32_t count = (right - from) / step;
    if (count < 2 || dot.font < 0)
        return NULL;
    struct box *box = strip_box(strip, BOX_TEXT, state->arena);
    size_t dots = (size_t)count + SPARE_DOTS;
    uint32_t *characters = arena_alloc(state->arena, dots * sizeof *characters);
    int32_t *advances = arena_alloc(state->arena, dots * sizeof *advances);
    for (size_t i = 0; i < dots; i++) {
        characters[i] = '.';
        advances[i] = step;
    }
    box->x = right - count * step;
    box->y = baseline;
    box->width = count * step;
    box->height = format->size;
    box->as.text.font = dot.font;
    box->as.text.size = format->size;
    box->as.text.color = state->theme->soft;
    box->as.text.count = (size_t)count;
    box->as.text.characters = characters;
    box->as.text.advances = advances;
    return box;
}

static void set_entry(struct layout_state *state, const struct node *entry, int32_t x, int32_t width,
                      struct strip_list *list)
{
    int level = entry->as.entry.level < 1 ? 1 : entry->as.entry.level;
    struct text_format format = block_body_format(state);
    format.justified = false;
    format.leading = format.size * 3 / 2;
    format.face = level == 1 ? FACE_BOLD : FACE_REGULAR;
    int32_t indent = (level - 1) * format.size * 3 / 2, reserve = 3 * format.size;
    const struct node *target = entry->as.entry.target;
    const char *number = entry->number ? entry->number : target ? target->number : NULL;
    text_start(state, &format);
    if (number && *number) {
        text_add_string(state, number, entry);
        text_add_string(state, "\xE3\x80\x80", entry);
    }
    text_add_inlines(state, entry->first);
    text_finish(&state->text);
    struct strip *last = list->last;
    text_set(state, x + indent, width - indent - reserve, level == 1 ? 12 * MILLIMETER / 10 : 0, list);
    if (state->text.line_count == 0)
        return;
    int32_t end = x + indent + line_width(&state->text, &state->text.lines[state->text.line_count - 1]);
    int32_t baseline = (format.leading - format.size) / 2 + text_ascent(format.size);
    struct strip *strip = list->last;
    struct box *leader =
        set_leader(state, &format, end + format.size / 2, x + width - format.size * 2, baseline, strip);
    struct box *box = strip_box(strip, BOX_TEXT, state->arena);
    box->x = x + width;
    box->y = baseline;
    box->height = box->as.text.size = format.size;
    box->node = entry;
    box->as.text.color = state->theme->ink;
    note_page_number(state, box, leader, target);
    for (strip = last ? last->next : list->first; strip; strip = strip->next)
        strip_link(strip, entry, x + indent, 0, width - indent, strip->height, state->arena);
}

void contents_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                  struct strip_list *list)
{
    for (const struct node *entry = node->first; entry; entry = entry->next) {
        if (entry->type != NODE_ENTRY)
            continue;
        set_entry(state, entry, x, width, list);
        if (list->last && entry->next && entry->next->as.entry.level > entry->as.entry.level)
            list->last->keep = true; /* no group stands at the foot of a page without its first document */
    }
    list->after = 4 * MILLIMETER;
}

/* Pages of nodes, found by address; only looked up, never walked. */
struct place {
    const struct node *node;
    int page;
};

static size_t slot(const struct node *node, size_t mask)
{
    return ((uintptr_t)node >> 4) * (uintptr_t)0x9E3779B1u & mask;
}

static struct place *map_places(const struct layout *layout, size_t *mask)
{
    size_t count = 0, size = 64;
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next)
            count++;
    while (size < 2 * count)
        size *= 2;
    struct place *places = calloc(size, sizeof *places);
    if (!places)
        arena_out_of_memory();
    *mask = size - 1;
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next) {
            size_t i = slot(anchor->node, *mask);
            while (places[i].node && places[i].node != anchor->node)
                i = (i + 1) & *mask;
            if (!places[i].node)
                places[i] = (struct place){anchor->node, page->number};
        }
    return places;
}

/* Dots up to where the number begins. */
static void extend_leader(struct box *leader, int32_t right)
{
    int32_t step = leader_step(leader->as.text.size);
    for (int i = 0; i < SPARE_DOTS && leader->x + leader->width + step <= right; i++) {
        leader->width += step;
        leader->as.text.count++;
    }
}

static void fill_number(struct layout_state *state, const struct page_number *number, int page)
{
    struct box *box = number->box;
    int count = 0;
    uint32_t digits[12];
    do
        digits[count++] = '0' + (uint32_t)(page % 10);
    while (page /= 10);
    uint32_t *characters = arena_alloc(state->arena, (size_t)count * sizeof *characters);
    int32_t width = 0;
    for (int i = 0; i < count; i++) {
        characters[i] = digits[count - 1 - i];
        struct advance advance = advances_get(&state->advances, FACE_REGULAR, characters[i], 0);
        width += (int32_t)((int64_t)advance.advance * box->as.text.size / 1000);
        box->as.text.font = advance.font < 0 ? 0 : advance.font;
    }
    box->x -= width;
    box->width = width;
    box->as.text.count = (size_t)count;
    box->as.text.characters = characters;
    if (number->leader)
        extend_leader(number->leader, box->x - box->as.text.size / 4);
}

void contents_fill_numbers(struct layout_state *state)
{
    if (!state->page_numbers)
        return;
    size_t mask;
    struct place *places = map_places(&state->result, &mask);
    for (struct page_number *number = state->page_numbers; number; number = number->next) {
        size_t i = slot(number->target, mask);
        while (places[i].node && places[i].node != number->target)
            i = (i + 1) & mask;
        if (number->target && places[i].node)
            fill_number(state, number, places[i].page);
    }
    free(places);
}
