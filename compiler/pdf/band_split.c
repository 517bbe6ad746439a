/* Parting a band of rows that a page has no room for. */
#include <string.h>

#include "pdf/table.h"

/* Height of the lines of a cell that fit into `room`. */
static int32_t fitting(const struct strip_list *content, int32_t room)
{
    int32_t height = 0;
    for (const struct strip *strip = content->first; strip; strip = strip->next) {
        int32_t next = height + strip->height + (strip == content->first ? 0 : strip->space);
        if (next > room)
            break;
        height = next;
    }
    return height;
}

int32_t band_cut(const struct band *band, int32_t room, int32_t page)
{
    int row = 0;
    while (row + 1 < band->rows && band->tops[row + 1] <= room)
        row++;
    int32_t top = band->tops[row], padding = 2 * band->table->padding_y, most = 0;
    int32_t lines = band->table->theme.body_leading * 5 / 2;
    if (band->tops[row + 1] - top <= page / 3 || room - top < padding + lines)
        return top;
    for (size_t i = 0; i < band->count; i++) {
        const struct band_cell *part = &band->cells[i];
        if (part->row != row || part->above > 0)
            continue;
        int32_t height = fitting(&part->content, room - top - padding);
        most = height > most ? height : most;
    }
    return most >= lines * 4 / 5 ? top + most + padding : top;
}

/* Moves the lines of `upper` that stand below `room` to `lower`. */
static void part_content(struct band_cell *upper, struct band_cell *lower, int32_t room)
{
    struct strip_list *content = &upper->content;
    struct strip *last = NULL;
    int32_t height = 0;
    for (struct strip *strip = content->first; strip; strip = strip->next) {
        height += strip->height + (strip == content->first ? 0 : strip->space);
        if (height > room)
            break;
        last = strip;
    }
    lower->content = (struct strip_list){0};
    struct strip *rest = last ? last->next : content->first;
    if (rest) {
        lower->content = (struct strip_list){rest, content->last, 0};
        content->last = last;
        if (last)
            last->next = NULL;
        else
            content->first = NULL;
    }
    upper->content_height = strip_list_height(content);
    lower->content_height = strip_list_height(&lower->content);
}

/* The lower band goes on in the arrays of the whole one, the upper gets small ones: however many pages a band takes,
 * its cells exist about once. */
static void part_cells(struct band *upper, struct band *lower, int32_t cut, int first_row, struct arena *arena)
{
    int32_t padding = 2 * upper->table->padding_y;
    struct band_cell *cells = lower->cells;
    size_t count = lower->count, above = 0;
    for (size_t i = 0; i < count; i++)
        above += cells[i].top < cut;
    upper->cells = arena_alloc(arena, (above + 1) * sizeof *upper->cells);
    upper->count = lower->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct band_cell whole = cells[i], *part = &whole, rest = whole;
        rest.row = part->row > first_row ? part->row - first_row : 0;
        if (part->top >= cut) {
            lower->cells[lower->count++] = rest;
            continue;
        }
        if (part->top + part->height > cut) {
            rest.row_span = part->row + part->row_span - first_row;
            part_content(part, &rest, part->above > 0 ? 0 : cut - part->top - padding); /* a signature goes whole */
            rest.needed = rest.content.first || rest.above > 0 ? rest.above + rest.content_height + padding : 0;
            part->height = cut - part->top;
            part->row_span = first_row - part->row > 0 ? first_row - part->row : 1;
            lower->cells[lower->count++] = rest;
        }
        upper->cells[upper->count++] = *part;
    }
}

static void part_anchors(struct strip *upper, struct strip *lower, int32_t cut)
{
    struct page_anchor *anchor = upper->anchors;
    upper->anchors = upper->last_anchor = NULL;
    while (anchor) {
        struct page_anchor *next = anchor->next;
        struct strip *to = anchor->y >= cut ? lower : upper;
        anchor->y -= anchor->y >= cut ? cut : 0;
        anchor->next = NULL;
        if (to->last_anchor)
            to->last_anchor->next = anchor;
        else
            to->anchors = anchor;
        to->last_anchor = anchor;
        anchor = next;
    }
}

void band_split(struct layout_state *state, struct strip *strip, int32_t height)
{
    struct band *upper = strip->band, *lower = arena_alloc(state->arena, sizeof *lower);
    struct strip *rest = arena_alloc(state->arena, sizeof *rest);
    int first_row = 0;
    while (first_row + 1 < upper->rows && upper->tops[first_row + 1] <= height)
        first_row++;
    *lower = *upper;
    lower->rows = upper->rows - first_row;
    part_cells(upper, lower, height, first_row, state->arena);
    upper->rows = upper->tops[first_row] < height ? first_row + 1 : first_row;
    upper->tops = arena_alloc(state->arena, ((size_t)upper->rows + 1) * sizeof *upper->tops);
    memcpy(upper->tops, lower->tops, (size_t)upper->rows * sizeof *upper->tops);
    upper->tops[upper->rows] = height;
    band_set_heights(lower, state->arena);
    *rest = (struct strip){.height = lower->tops[lower->rows],
                           .keep = strip->keep,
                           .table = strip->table,
                           .band = lower,
                           .repeated = strip->repeated,
                           .next = strip->next};
    part_anchors(strip, rest, height);
    strip->height = height;
    strip->keep = false;
    strip->next = rest;
}
