#include "pdf/destination.h"

#include <string.h>
#include <strings.h>

#include "base/map.h"

struct destinations {
    struct map *by_id;
};

struct destinations *destinations_new(const struct layout *layout, struct arena *arena)
{
    struct destinations *destinations = arena_alloc(arena, sizeof *destinations);
    destinations->by_id = map_new(arena);
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next) {
            if (!anchor->node->id || map_has(destinations->by_id, anchor->node->id))
                continue;
            struct destination *destination = arena_alloc(arena, sizeof *destination);
            *destination =
                (struct destination){anchor->node->id, page->number - 1, anchor->x, page->height - anchor->y};
            map_set(destinations->by_id, destination->id, destination);
        }
    return destinations;
}

size_t destinations_count(const struct destinations *destinations)
{
    return map_count(destinations->by_id);
}

const struct destination *destinations_get(const struct destinations *destinations, size_t index)
{
    return map_value(destinations->by_id, index);
}

const struct node *destination_target(const struct node *node)
{
    return node->type == NODE_ENTRY                ? node->as.entry.target
           : node->type == NODE_FOOTNOTE_REFERENCE ? node->as.footnote_reference.footnote
           : node->type == NODE_LINK               ? node->as.link.node
                                                   : NULL;
}

static const struct destination *find(const struct destinations *destinations, const struct node *node)
{
    return node->id ? map_get(destinations->by_id, node->id) : NULL;
}

const struct destination *destinations_of(const struct destinations *destinations, const struct node *node)
{
    const struct node *other = node->type == NODE_HEADING   ? node->parent
                               : node->type == NODE_SECTION ? node->first
                                                            : NULL;
    const struct destination *destination = find(destinations, node);
    return destination || !other ? destination : find(destinations, other);
}

static bool has_safe_scheme(const char *url)
{
    static const char *const safe[] = {"http:", "https:", "mailto:", "tel:"};
    size_t scheme = strspn(url, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    if (url[scheme] != ':')
        return true; /* relative */
    for (size_t i = 0; i < sizeof safe / sizeof safe[0]; i++)
        if (strncasecmp(url, safe[i], strlen(safe[i])) == 0)
            return true;
    return false;
}

bool destinations_lead(const struct destinations *destinations, const struct node *node)
{
    const struct node *target = destination_target(node);
    if (target) /* whole documents are led to by the binder's contents list alone */
        return target->type == NODE_DOCUMENT || destinations_of(destinations, target);
    if (node->type != NODE_LINK)
        return false;
    return node->as.link.document || (node->as.link.url && has_safe_scheme(node->as.link.url));
}
