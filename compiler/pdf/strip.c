/* Strips and what stands in them. */
#include "pdf/strip.h"

struct strip *strip_append(struct strip_list *list, int32_t height, int32_t space, struct arena *arena)
{
    struct strip *strip = arena_alloc(arena, sizeof *strip);
    strip->height = height;
    strip->space = space > list->after ? space : list->after;
    list->after = 0;
    if (list->last)
        list->last->next = strip;
    else
        list->first = strip;
    list->last = strip;
    return strip;
}

struct box *strip_box(struct strip *strip, enum box_type type, struct arena *arena)
{
    struct box *box = arena_alloc(arena, sizeof *box);
    box->type = type;
    if (strip->last_box)
        strip->last_box->next = box;
    else
        strip->boxes = box;
    strip->last_box = box;
    return box;
}

struct box *strip_box_behind(struct strip *strip, enum box_type type, struct arena *arena)
{
    struct box *box = arena_alloc(arena, sizeof *box);
    box->type = type;
    box->next = strip->boxes;
    strip->boxes = box;
    if (!strip->last_box)
        strip->last_box = box;
    return box;
}

void strip_fill(struct strip *strip, int32_t x, int32_t y, int32_t width, int32_t height, unsigned color,
                struct arena *arena)
{
    struct box *box = strip_box(strip, BOX_FILL, arena);
    box->x = x;
    box->y = y;
    box->width = width;
    box->height = height;
    box->color = color;
}

void strip_link(struct strip *strip, const struct node *node, int32_t x, int32_t y, int32_t width, int32_t height,
                struct arena *arena)
{
    struct page_link *link = arena_alloc(arena, sizeof *link);
    *link = (struct page_link){x, y, width, height, node, strip->links};
    strip->links = link;
}

void strip_anchor(struct strip *strip, const struct node *node, int32_t y, struct arena *arena)
{
    struct page_anchor *anchor = arena_alloc(arena, sizeof *anchor);
    *anchor = (struct page_anchor){node, 0, y, NULL};
    if (strip->last_anchor)
        strip->last_anchor->next = anchor;
    else
        strip->anchors = anchor;
    strip->last_anchor = anchor;
}

/* Points of paths belong to the layout although boxes show them as constant. */
static void shift_box(struct box *box, int32_t x, int32_t y)
{
    box->x += x;
    box->y += y;
    if (box->type == BOX_POLYGON || box->type == BOX_POLYLINE) {
        struct point *points = (struct point *)box->as.path.points;
        for (int i = 0; i < box->as.path.count; i++) {
            points[i].x += x;
            points[i].y += y;
        }
    }
}

void strip_shift(struct strip *strip, int32_t x, int32_t y)
{
    if (x == 0 && y == 0)
        return;
    for (struct box *box = strip->boxes; box; box = box->next)
        shift_box(box, x, y);
    for (struct page_link *link = strip->links; link; link = link->next) {
        link->x += x;
        link->y += y;
    }
    for (struct page_anchor *anchor = strip->anchors; anchor; anchor = anchor->next) {
        anchor->x += x;
        anchor->y += y;
    }
}

void strip_merge(struct strip *to, struct strip *from, int32_t x, int32_t y)
{
    strip_shift(from, x, y);
    if (from->boxes) {
        if (to->last_box)
            to->last_box->next = from->boxes;
        else
            to->boxes = from->boxes;
        to->last_box = from->last_box;
    }
    if (from->links) {
        struct page_link *last = from->links;
        while (last->next)
            last = last->next;
        last->next = to->links;
        to->links = from->links;
    }
    if (from->anchors) {
        if (to->last_anchor)
            to->last_anchor->next = from->anchors;
        else
            to->anchors = from->anchors;
        to->last_anchor = from->last_anchor;
    }
    from->boxes = from->last_box = NULL;
    from->links = NULL;
    from->anchors = from->last_anchor = NULL;
}

int32_t strip_list_height(const struct strip_list *list)
{
    int32_t height = 0;
    for (const struct strip *strip = list->first; strip; strip = strip->next)
        height += strip->height + (strip == list->first ? 0 : strip->space);
    return height;
}
