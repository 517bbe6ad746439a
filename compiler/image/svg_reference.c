/* Each element costs 1, what stands in it, and what it draws by name. Costs are reckoned once an element, from the
 * leaves; an element met again before its cost is known draws itself. A sum stops at the limit: it cannot overflow. */
#include "image/svg_reference.h"

#include "base/map.h"
#include "image/limits.h"

enum { UNKNOWN = 0, RUNNING = -1 };

struct element {
    struct element *parent, *first, *last, *next;
    struct reference *references;
    int cost; /* UNKNOWN, RUNNING or what drawing it once takes */
};

struct reference {
    const char *id;
    struct reference *next;
};

struct svg_references {
    struct arena *arena;
    struct map *names; /* id → element; the first of an id counts, as in browsers */
    struct element root, *current;
};

struct svg_references *svg_references_new(struct arena *arena)
{
    struct svg_references *references = arena_alloc(arena, sizeof *references);
    references->arena = arena;
    references->names = map_new(arena);
    references->current = &references->root;
    return references;
}

void svg_reference_enter(struct svg_references *references)
{
    struct element *element = arena_alloc(references->arena, sizeof *element), *parent = references->current;
    element->parent = parent;
    if (parent->last)
        parent->last->next = element;
    else
        parent->first = element;
    parent->last = element;
    references->current = element;
}

void svg_reference_leave(struct svg_references *references)
{
    references->current = references->current->parent;
}

void svg_reference_name(struct svg_references *references, const char *id)
{
    if (!map_has(references->names, id))
        map_set(references->names, arena_strdup(references->arena, id), references->current);
}

void svg_reference_draw(struct svg_references *references, const char *id)
{
    struct reference *reference = arena_alloc(references->arena, sizeof *reference);
    reference->id = arena_strdup(references->arena, id);
    reference->next = references->current->references;
    references->current->references = reference;
}

/* The cost of drawing the element once; RUNNING when it is too much, too deep or without end. */
static int reckon(const struct map *names, struct element *element, int depth)
{
    long long sum = 1;
    if (element->cost != UNKNOWN)
        return element->cost;
    if (depth > SVG_REFERENCE_DEPTH_MAX)
        return RUNNING;
    element->cost = RUNNING;
    for (struct element *child = element->first; child; child = child->next) {
        int cost = reckon(names, child, depth + 1);
        if (cost == RUNNING || (sum += cost) > (long long)SVG_ELEMENTS_MAX + SVG_DRAWN_MAX)
            return RUNNING;
    }
    for (const struct reference *reference = element->references; reference; reference = reference->next) {
        struct element *target = map_get(names, reference->id);
        int cost = target ? reckon(names, target, depth + 1) : 0;
        if (cost == RUNNING || (sum += cost) > (long long)SVG_ELEMENTS_MAX + SVG_DRAWN_MAX)
            return RUNNING;
    }
    return element->cost = (int)sum;
}

bool svg_references_are_bounded(const struct svg_references *references)
{
    struct element root = references->root;
    return reckon(references->names, &root, 0) != RUNNING;
}
