#include <string.h>

#include "pdf/element.h"

/* So many elements are compared before a node is looked up. */
#define LOOK_AHEAD 6

/* Readers of PDF/A-1 take no longer array. */
#define KIDS_MOST 4000

/* — elements by node; addresses are only looked up, never walked — */

static struct element_slot *find_slot(const struct tags *tags, const struct node *node)
{
    size_t mask = tags->slot_count - 1;
    size_t i = (size_t)((uint64_t)(uintptr_t)node * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;
    while (tags->slots[i].node && tags->slots[i].node != node)
        i = (i + 1) & mask;
    return &tags->slots[i];
}

static void note_element(struct tags *tags, const struct node *node, struct element *element)
{
    if (2 * (tags->order_used + 1) > tags->slot_count) {
        struct element_slot *old = tags->slots;
        size_t count = tags->slot_count;
        tags->slot_count = count ? count * 4 : 256;
        tags->slots = arena_alloc(tags->scratch, tags->slot_count * sizeof *tags->slots);
        for (size_t i = 0; i < count; i++)
            if (old[i].node)
                *find_slot(tags, old[i].node) = old[i];
    }
    if (tags->order_used == tags->order_capacity) {
        struct element_slot *old = tags->order;
        tags->order_capacity = tags->order_capacity ? tags->order_capacity * 2 : 256;
        tags->order = arena_alloc(tags->scratch, tags->order_capacity * sizeof *tags->order);
        if (old)
            memcpy(tags->order, old, tags->order_used * sizeof *old);
    }
    struct element_slot slot = {node, element};
    *find_slot(tags, node) = tags->order[tags->order_used++] = slot;
}

static struct element *noted_element(struct tags *tags, const struct node *node)
{
    for (size_t i = tags->order_next; i < tags->order_next + LOOK_AHEAD && i < tags->order_used; i++)
        if (tags->order[i].node == node) {
            tags->order_next = i;
            return tags->order[i].element;
        }
    return tags->slot_count ? find_slot(tags, node)->element : NULL;
}

static struct kid *add_kid(struct tags *tags, struct element *parent, enum kid_type type)
{
    struct kid *kid = arena_alloc(tags->arena, sizeof *kid);
    kid->type = type;
    kid->page = tags->page;
    if (parent->last)
        parent->last->next = kid;
    else
        parent->first = kid;
    parent->last = kid;
    parent->kid_count++;
    return kid;
}

static struct element *add_element(struct tags *tags, struct element *parent, enum role role, const struct node *node)
{
    struct element *element = arena_alloc(tags->arena, sizeof *element);
    element->role = role;
    element->node = node;
    element->parent = parent;
    add_kid(tags, parent, KID_ELEMENT)->element = element;
    return element;
}

/* — blocks — */

static enum role heading_role(const struct node *heading)
{
    int level = heading->as.heading.level;
    return ROLE_H1 + (enum role)(level < 1 ? 0 : level > 6 ? 5 : level - 1);
}

/* The rows of the head, or of the body, that a row joins. */
static struct element *rows_for(struct tags *tags, const struct node *row)
{
    struct element *table = tags->current, *last = NULL;
    if (table->last && table->last->type == KID_ELEMENT)
        last = table->last->element;
    bool body = (last && last->role == ROLE_BODY_ROWS) || row->parent->last->as.row.header; /* nothing but a head */
    enum role role = row->as.row.header && !body ? ROLE_HEAD_ROWS : ROLE_BODY_ROWS;
    bool joins = last && last->role == role && last->kid_count < KIDS_MOST;
    return joins ? last : add_element(tags, table, role, NULL);
}

static enum role cell_role(const struct node *cell)
{
    const struct node *row = cell->parent;
    bool head = cell->as.cell.header || (row && (row->as.row.header || row->as.row.group));
    return head ? ROLE_HEAD_CELL : ROLE_CELL;
}

/* Elements that come with another: the label and the body of an item, the link of an entry. */
static struct element *add_group(struct tags *tags, const struct node *node)
{
    struct element *element;
    switch (node->type) {
    case NODE_ITEM:
        element = add_element(tags, tags->current, ROLE_ITEM, NULL);
        add_element(tags, element, ROLE_LABEL, NULL);
        return add_element(tags, element, ROLE_BODY, node);
    case NODE_FOOTNOTE:
        tags->note_count++;
        element = add_element(tags, tags->current, ROLE_NOTE, node);
        add_element(tags, element, ROLE_LABEL, NULL);
        return element;
    case NODE_CODE:
        element = add_element(tags, tags->current, ROLE_PARAGRAPH, NULL);
        return add_element(tags, element, ROLE_CODE, node);
    case NODE_ENTRY:
        element = add_element(tags, tags->current, ROLE_ENTRY, NULL);
        element = add_element(tags, element, ROLE_REFERENCE, node);
        return destinations_lead(tags->destinations, node) ? add_element(tags, element, ROLE_LINK, node) : element;
    case NODE_ROW:
        return add_element(tags, rows_for(tags, node), ROLE_ROW, node);
    default:
        return NULL;
    }
}

/* Type of the element of a block; ROLE_COUNT when it has none, its children included. */
static enum role block_role(const struct node *node)
{
    switch (node->type) {
    case NODE_SECTION:
    case NODE_COVER:
        return ROLE_SECTION;
    case NODE_HEADING:
        return heading_role(node);
    case NODE_PARAGRAPH:
    case NODE_SIGNATURE:
    case NODE_KEY_FIGURE:
        return ROLE_PARAGRAPH;
    case NODE_LIST:
        return ROLE_LIST;
    case NODE_QUOTE:
        return ROLE_QUOTE;
    case NODE_TABLE:
        return ROLE_TABLE;
    case NODE_CAPTION:
        return ROLE_CAPTION;
    case NODE_CELL:
        return cell_role(node);
    case NODE_DRAWING:
    case NODE_IMAGE:
        return ROLE_FIGURE;
    case NODE_CONTENTS:
        return ROLE_CONTENTS;
    case NODE_CALLOUT:
    case NODE_FIGURE:
    case NODE_SIGNATURES:
    case NODE_KEY_FIGURES:
    case NODE_SIDE_BY_SIDE:
    case NODE_PANEL:
        return ROLE_DIVISION;
    default:
        return ROLE_COUNT;
    }
}

/* A picture without words of its own is decoration, unless a caption names it. */
static bool is_decoration(const struct tags *tags, const struct node *node)
{
    if (node->type != NODE_IMAGE && node->type != NODE_DRAWING)
        return false;
    if ((node->text && *node->text) || (node->parent && node->parent->type == NODE_FIGURE && node->next))
        return false;
    return !*node_plain_text(node, tags->arena);
}

static struct element *add_block(struct tags *tags, const struct node *node)
{
    struct element *element = add_group(tags, node);
    enum role role = element || is_decoration(tags, node) ? ROLE_COUNT : block_role(node);
    if (role != ROLE_COUNT)
        element = add_element(tags, tags->current, role, node);
    if (element)
        note_element(tags, node, element);
    return element;
}

/* Nesting is bounded by the reader of the sources. */
static void add_blocks(struct tags *tags, const struct node *parent)
{
    struct element *outer = tags->current;
    for (const struct node *node = parent->first; node; node = node->next) {
        if (node_is_inline(node->type) && parent->type != NODE_FIGURE)
            return;
        struct element *element = add_block(tags, node);
        if (!element)
            continue;
        tags->current = element;
        if (element->role != ROLE_FIGURE)
            add_blocks(tags, node);
        tags->current = outer;
    }
}

struct tags *tags_new(const struct node *root, const struct destinations *destinations, struct arena *arena,
                      struct arena *scratch)
{
    struct tags *tags = arena_alloc(arena, sizeof *tags);
    tags->destinations = destinations;
    tags->arena = arena;
    tags->scratch = scratch;
    tags->root = tags->current = arena_alloc(arena, sizeof *tags->root);
    tags->root->role = ROLE_DOCUMENT;
    if (root)
        add_blocks(tags, root);
    return tags;
}

/* — content — */

/* Type of the element of an inline node; ROLE_COUNT when it has none. */
static enum role inline_role(const struct tags *tags, const struct node *node)
{
    switch (node->type) {
    case NODE_LINK:
        return destinations_lead(tags->destinations, node) ? ROLE_LINK : ROLE_COUNT;
    case NODE_FOOTNOTE_REFERENCE:
        return destinations_lead(tags->destinations, node) ? ROLE_LINK : ROLE_REFERENCE;
    case NODE_SPAN:
        return ROLE_SPAN;
    case NODE_CODE_SPAN:
        return ROLE_CODE;
    case NODE_IMAGE:
        return ROLE_FIGURE;
    default:
        return ROLE_COUNT;
    }
}

/* Looks have no elements: they are not looked up. */
static bool is_look(const struct node *node)
{
    switch (node->type) {
    case NODE_TEXT:
    case NODE_STRONG:
    case NODE_EMPHASIS:
    case NODE_STRIKE:
    case NODE_LINE_BREAK:
    case NODE_CHECK_BOX:
    case NODE_SHAPE:
        return true;
    case NODE_SPAN:
        return !node->as.span.language;
    default:
        return false;
    }
}

static struct element *element_of(struct tags *tags, const struct node *node)
{
    for (; node; node = node->parent) {
        if (is_look(node))
            continue;
        struct element *element = noted_element(tags, node);
        if (element)
            return element;
        enum role role = inline_role(tags, node);
        if (role == ROLE_COUNT)
            continue;
        struct element *parent = is_decoration(tags, node) ? NULL : element_of(tags, node->parent);
        if (!parent)
            return NULL;
        if (node->type == NODE_FOOTNOTE_REFERENCE && role == ROLE_LINK)
            parent = add_element(tags, parent, ROLE_REFERENCE, NULL);
        element = add_element(tags, parent, role, node);
        note_element(tags, node, element);
        return element;
    }
    return NULL;
}

struct element *tags_element(struct tags *tags, const struct node *node)
{
    if (!node)
        return NULL;
    if (node == tags->last_node)
        return tags->last_element;
    struct element *element = element_of(tags, node);
    if (element && node->type == NODE_ITEM) /* the mark of the item itself */
        element = element->parent->first->element;
    else if (element && node->type == NODE_FOOTNOTE)
        element = element->first->element;
    tags->last_node = node;
    tags->last_element = element;
    return element;
}

bool tags_is_figure(const struct element *element)
{
    return element->role == ROLE_FIGURE;
}

void tags_start_page(struct tags *tags, int page)
{
    tags->page = page;
    tags->content_count = 0;
}

/* Makes room for one more item. */
static void *grow(struct arena *arena, void *items, int count, int *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 64;
    void *larger = arena_alloc(arena, (size_t)*capacity * size);
    if (count)
        memcpy(larger, items, (size_t)count * size);
    return larger;
}

static int add_key(struct tags *tags, struct element **elements, int count)
{
    tags->keys = grow(tags->arena, tags->keys, tags->key_count, &tags->key_capacity, sizeof *tags->keys);
    size_t length = (size_t)(count < 0 ? 1 : count);
    struct element **copy = arena_alloc(tags->arena, (length + 1) * sizeof *copy);
    if (length)
        memcpy(copy, elements, length * sizeof *copy);
    tags->keys[tags->key_count] = (struct tag_key){copy, count};
    return tags->key_count++;
}

int tags_end_page(struct tags *tags)
{
    return add_key(tags, tags->contents, tags->content_count);
}

int tags_content(struct tags *tags, struct element *element)
{
    tags->contents =
        grow(tags->scratch, tags->contents, tags->content_count, &tags->content_capacity, sizeof *tags->contents);
    tags->contents[tags->content_count] = element;
    add_kid(tags, element, KID_CONTENT)->value = tags->content_count;
    return tags->content_count++;
}

void tags_extend(struct tags *tags, struct element *element, int32_t left, int32_t bottom, int32_t right, int32_t top)
{
    if (!element->place) {
        element->place = arena_alloc(tags->arena, sizeof *element->place);
        *element->place = (struct element_place){left, bottom, right, top};
    }
    struct element_place *place = element->place;
    place->left = left < place->left ? left : place->left;
    place->bottom = bottom < place->bottom ? bottom : place->bottom;
    place->right = right > place->right ? right : place->right;
    place->top = top > place->top ? top : place->top;
}

int tags_link(struct tags *tags, const struct node *link)
{
    struct element *element = element_of(tags, link);
    if (!element || element->role != ROLE_LINK)
        return -1;
    add_kid(tags, element, KID_ANNOTATION)->value = tags->annotation_count++;
    return add_key(tags, &element, -1);
}

/* Cells stand for their place in the table even when they are empty. */
static bool stays_empty(const struct element *element)
{
    return element->role == ROLE_CELL || element->role == ROLE_HEAD_CELL || element->role == ROLE_DOCUMENT;
}

/* Drops what has no content and counts the rest. Nesting is bounded by the reader of the sources. */
static int prune(struct element *element)
{
    int count = 0;
    struct kid **link = &element->first;
    element->last = NULL;
    for (struct kid *kid = element->first; kid; kid = kid->next) {
        int below = kid->type == KID_ELEMENT ? prune(kid->element) : 0;
        if (kid->type == KID_ELEMENT && below == 0)
            continue;
        count += below;
        *link = element->last = kid;
        link = &kid->next;
    }
    *link = NULL;
    return element->first || stays_empty(element) ? count + 1 : 0;
}

void tags_close(struct tags *tags)
{
    tags->element_count = prune(tags->root);
    tags->slots = tags->order = NULL;
    tags->scratch = NULL;
}
