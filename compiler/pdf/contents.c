/* Contents lists: entries with leaders; the page numbers come when the pages are there. */
#include <stdlib.h>

#include "pdf/layout.h"

enum {
    LEVELS = 6,
    LONG_LIST = 12, /* entries; a longer list is set closer */
    LEAST_DOTS = 4, /* of a leader: more than a wide number takes away */
    RESERVE = 2,    /* em: at the right for numbers, before the widest is known */
    SPARE_DOTS = 2, /* for the room that numbers of few digits leave */
    TOGETHER = 3    /* entries that a page has at least of a list that goes on */
};

/* What is common to the entries of a list. */
struct list_looks {
    bool close;
    int32_t widest[LEVELS + 1]; /* numbers of each level */
};

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

/* A row of dots that ends at `right`, on one grid for all entries; NULL when there is no room. */
static struct box *set_leader(struct layout_state *state, const struct text_format *format, int32_t from, int32_t right,
                              int32_t baseline, struct strip *strip)
{
    int32_t step = format->size * 6 / 10;
    struct advance dot = advances_get(&state->advances, FACE_REGULAR, '.', 0);
    int32_t count = (right - from) / step;
    if (count < LEAST_DOTS || dot.font < 0)
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

static int level_of(const struct node *entry)
{
    int level = entry->as.entry.level;
    return level < 1 ? 1 : level > LEVELS ? LEVELS : level;
}

static const char *number_of(const struct node *entry)
{
    const struct node *target = entry->as.entry.target;
    const char *number = entry->number ? entry->number : target ? target->number : NULL;
    return number && *number ? number : NULL;
}

static struct text_format entry_format(const struct layout_state *state, const struct list_looks *looks, int level)
{
    struct text_format format = block_body_format(state);
    format.justified = false;
    format.leading = format.size * (looks->close ? 137 : 150) / 100;
    format.face = level == 1 ? FACE_BOLD : FACE_REGULAR;
    return format;
}

/* Number and title, with a blank between that lets titles begin one under the other where numbers differ little. */
static void add_words(struct layout_state *state, const struct node *entry, int32_t widest)
{
    const char *number = number_of(entry);
    struct text *text = &state->text;
    if (number)
        text_add_string(state, number, entry);
    size_t blank = text->count;
    if (number)
        text_add_string(state, "\xE3\x80\x80", entry);
    text_add_inlines(state, entry->first);
    text_finish(text);
    int32_t lack = blank > 0 ? widest - (int32_t)(text->pieces[blank].start - text->pieces[0].start) : 0;
    if (lack <= 0 || lack >= text->format.size)
        return;
    text->pieces[blank].advance += lack;
    for (size_t i = blank + 1; i < text->count; i++)
        text->pieces[i].start += lack;
}

static void set_entry(struct layout_state *state, const struct node *entry, const struct list_looks *looks, int32_t x,
                      int32_t width, struct strip_list *list)
{
    int level = level_of(entry);
    struct text_format format = entry_format(state, looks, level);
    int32_t indent = (level - 1) * format.size * 3 / 2, reserve = 3 * format.size;
    text_start(state, &format);
    add_words(state, entry, looks->widest[level]);
    struct strip *last = list->last;
    text_set(state, x + indent, width - indent - reserve, level == 1 ? 12 * MILLIMETER / 10 : 0, list);
    if (state->text.line_count == 0)
        return;
    int32_t end = x + indent + line_width(&state->text, &state->text.lines[state->text.line_count - 1]);
    int32_t baseline = (format.leading - format.size) / 2 + text_ascent(format.size);
    struct strip *strip = list->last;
    struct box *leader =
        set_leader(state, &format, end + format.size / 2, x + width - format.size * RESERVE, baseline, strip);
    struct box *box = strip_box(strip, BOX_TEXT, state->arena);
    box->x = x + width;
    box->y = baseline;
    box->height = box->as.text.size = format.size;
    box->node = entry;
    box->as.text.color = state->theme->ink;
    note_page_number(state, box, leader, entry->as.entry.target);
    for (strip = last ? last->next : list->first; strip; strip = strip->next)
        strip_link(strip, entry, x + indent, 0, width - indent, strip->height, state->arena);
}

static void choose_looks(struct layout_state *state, const struct node *node, struct list_looks *looks)
{
    int entries = 0;
    for (const struct node *entry = node->first; entry; entry = entry->next)
        entries += entry->type == NODE_ENTRY;
    looks->close = entries > LONG_LIST;
    for (const struct node *entry = node->first; entry; entry = entry->next) {
        const char *number = entry->type == NODE_ENTRY ? number_of(entry) : NULL;
        int level = level_of(entry);
        struct text_format format = entry_format(state, looks, level);
        int32_t width = number ? text_label_width(state, number, &format) : 0;
        if (width > looks->widest[level])
            looks->widest[level] = width;
    }
}

/* A list that is low stays on one page; of a higher one no entries stand alone. */
static void keep_entries(const struct layout_state *state, struct strip *first)
{
    int32_t height = 0;
    int count = 0, index = 0;
    for (const struct strip *strip = first; strip; strip = strip->next, count++)
        height += strip->space + strip->height;
    bool whole = height < layout_text_height(state) * 2 / 5;
    for (struct strip *strip = first; strip && strip->next; strip = strip->next, index++)
        strip->keep |= whole || index + 1 < TOGETHER || index + TOGETHER >= count;
}

void contents_set(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                  struct strip_list *list)
{
    struct list_looks looks = {0};
    struct strip *last = list->last;
    choose_looks(state, node, &looks);
    for (const struct node *entry = node->first; entry; entry = entry->next) {
        if (entry->type != NODE_ENTRY)
            continue;
        set_entry(state, entry, &looks, x, width, list);
        if (list->last && entry->next && entry->next->as.entry.level > entry->as.entry.level)
            list->last->keep = true; /* no group stands at the foot of a page without its first document */
    }
    keep_entries(state, last ? last->next : list->first);
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

static void fill_number(struct layout_state *state, struct box *box, int page)
{
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
}

/* Width of the widest number: those that are filled in later, in a binder, take three digits. */
static int32_t widest_number(struct layout_state *state)
{
    struct advance digit = advances_get(&state->advances, FACE_REGULAR, '0', 0);
    int32_t widest = 0;
    for (const struct page_number *number = state->page_numbers; number; number = number->next) {
        const struct box *box = number->box;
        int32_t width = box->as.text.count > 0 ? box->width : 3 * digit.advance * box->height / 1000;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Leaders end half an em before the widest number, all at one place. */
static void fit_leaders(struct layout_state *state)
{
    int32_t widest = widest_number(state);
    for (struct page_number *number = state->page_numbers; number; number = number->next) {
        struct box *leader = number->leader;
        if (!leader)
            continue;
        int32_t size = number->box->height, over = widest + size / 2 - RESERVE * size;
        int32_t step = leader->as.text.advances[0], count = (int32_t)leader->as.text.count;
        int32_t dots = over > 0 ? (over + step - 1) / step : over / step; /* to take away, or to add */
        if (dots < -SPARE_DOTS)
            dots = -SPARE_DOTS;
        if (dots >= count)
            dots = count - 1;
        leader->as.text.count = (size_t)(count - dots);
        leader->width -= dots * step;
    }
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
            fill_number(state, number->box, places[i].page);
    }
    fit_leaders(state);
    free(places);
}
