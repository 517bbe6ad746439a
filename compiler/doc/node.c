#include "doc/node.h"

#include "base/buffer.h"

/* What the third column of node_list.h means. */
enum content {
    CONTENT_CLASS_NONE,
    CONTENT_CLASS_BLOCKS,
    CONTENT_CLASS_INLINES,
    CONTENT_CLASS_FLOW,
    CONTENT_CLASS_ITEMS,
    CONTENT_CLASS_TABLE_PARTS,
    CONTENT_CLASS_CELLS,
    CONTENT_CLASS_FIGURE_PARTS,
    CONTENT_CLASS_SHAPES,
    CONTENT_CLASS_SIGNATURE_PARTS,
    CONTENT_CLASS_KEY_FIGURE_PARTS,
    CONTENT_CLASS_PANELS,
    CONTENT_CLASS_ENTRIES
};

/* Where a node may stand. Parts stand only in the parents that name them. */
enum family { FAMILY_PART, FAMILY_BLOCK, FAMILY_INLINE };

static const unsigned char content_of[NODE_TYPE_COUNT] = {
#define X(id, name, content) [NODE_##id] = CONTENT_CLASS_##content,
#include "doc/node_list.h"
#undef X
};

static const char *const name_of[NODE_TYPE_COUNT] = {
#define X(id, name, content) [NODE_##id] = #name,
#include "doc/node_list.h"
#undef X
};

static enum family family_of(enum node_type type)
{
    switch (type) {
    case NODE_DOCUMENT:
    case NODE_ITEM:
    case NODE_COLUMN:
    case NODE_ROW:
    case NODE_CELL:
    case NODE_CAPTION:
    case NODE_SHAPE:
    case NODE_SIGNATURE:
    case NODE_KEY_FIGURE:
    case NODE_PANEL:
    case NODE_ENTRY:
        return FAMILY_PART;
    default:
        return type >= NODE_TEXT ? FAMILY_INLINE : FAMILY_BLOCK;
    }
}

/* These shape the document as a whole and do not stand in boxes, lists or cells. */
static bool block_fits(enum node_type parent, enum node_type child)
{
    switch (child) {
    case NODE_COVER:
        return parent == NODE_DOCUMENT;
    case NODE_SECTION:
    case NODE_FOOTNOTE:
    case NODE_PAGE:
        return parent == NODE_DOCUMENT || parent == NODE_SECTION;
    default:
        return family_of(child) == FAMILY_BLOCK;
    }
}

/* May it stand there at all, whatever the siblings are? */
static bool kind_fits(enum node_type parent, enum node_type child)
{
    switch ((enum content)content_of[parent]) {
    case CONTENT_CLASS_NONE:
        return false;
    case CONTENT_CLASS_BLOCKS:
        return block_fits(parent, child);
    case CONTENT_CLASS_INLINES:
        return family_of(child) == FAMILY_INLINE;
    case CONTENT_CLASS_FLOW:
        return family_of(child) == FAMILY_INLINE || block_fits(parent, child);
    case CONTENT_CLASS_ITEMS:
        return child == NODE_ITEM;
    case CONTENT_CLASS_TABLE_PARTS:
        return child == NODE_CAPTION || child == NODE_COLUMN || child == NODE_ROW;
    case CONTENT_CLASS_CELLS:
        return child == NODE_CELL;
    case CONTENT_CLASS_FIGURE_PARTS:
        return child == NODE_IMAGE || child == NODE_DRAWING || child == NODE_CAPTION;
    case CONTENT_CLASS_SHAPES:
        return child == NODE_SHAPE;
    case CONTENT_CLASS_SIGNATURE_PARTS:
        return child == NODE_SIGNATURE;
    case CONTENT_CLASS_KEY_FIGURE_PARTS:
        return child == NODE_KEY_FIGURE;
    case CONTENT_CLASS_PANELS:
        return child == NODE_PANEL;
    case CONTENT_CLASS_ENTRIES:
        return child == NODE_ENTRY;
    }
    return false;
}

/* The order inside tables and figures, and the one heading of a section. `previous` is the sibling before. */
static bool order_fits(enum node_type parent, const struct node *previous, enum node_type child)
{
    switch (parent) {
    case NODE_TABLE:
        if (child == NODE_CAPTION)
            return !previous;
        return child == NODE_ROW || !previous || previous->type != NODE_ROW;
    case NODE_FIGURE:
        return child == NODE_CAPTION ? previous && previous->type != NODE_CAPTION : !previous;
    case NODE_SECTION:
        return child != NODE_HEADING || !previous;
    case NODE_CELL:
        return !previous || family_of(previous->type) == family_of(child);
    default:
        return true;
    }
}

bool node_allows(const struct node *parent, enum node_type child)
{
    return kind_fits(parent->type, child) && order_fits(parent->type, parent->last, child);
}

struct node *node_new(struct arena *arena, enum node_type type, struct source source)
{
    struct node *node = arena_alloc(arena, sizeof *node);

    node->type = type;
    node->source = source;
    if (type == NODE_CELL)
        node->as.cell.column_span = node->as.cell.row_span = 1;
    return node;
}

struct node *node_text(struct arena *arena, const char *text, struct source source)
{
    struct node *node = node_new(arena, NODE_TEXT, source);

    node->text = text;
    return node;
}

bool node_append(struct node *parent, struct node *child)
{
    if (child->parent || child == parent || !node_allows(parent, child->type))
        return false;
    child->parent = parent;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    return true;
}

/* Would the chain fit between `previous` and `next` among the children of `parent`? */
static bool chain_fits(const struct node *parent, const struct node *previous, const struct node *chain,
                       const struct node *next)
{
    for (; chain; previous = chain, chain = chain->next)
        if (chain->parent || !kind_fits(parent->type, chain->type) || !order_fits(parent->type, previous, chain->type))
            return false;
    return !next || order_fits(parent->type, previous, next->type);
}

bool node_replace(struct node *node, struct node *replacement)
{
    struct node *parent = node->parent, *previous = NULL, *last = NULL;

    if (!parent)
        return false;
    if (parent->first != node)
        for (previous = parent->first; previous->next != node;)
            previous = previous->next;
    if (!chain_fits(parent, previous, replacement, node->next))
        return false;
    for (struct node *each = replacement; each; each = each->next) {
        each->parent = parent;
        last = each;
    }
    if (last)
        last->next = node->next;
    else
        replacement = node->next;
    if (previous)
        previous->next = replacement;
    else
        parent->first = replacement;
    if (parent->last == node)
        parent->last = last ? last : previous;
    node->parent = node->next = NULL;
    return true;
}

bool node_is_block(enum node_type type)
{
    return family_of(type) == FAMILY_BLOCK;
}

bool node_is_inline(enum node_type type)
{
    return family_of(type) == FAMILY_INLINE;
}

const char *node_type_name(enum node_type type)
{
    return name_of[type];
}

void node_walk(const struct node *root, const struct node_visitor *visitor, void *context)
{
    const struct node *node = root;

    for (;;) {
        bool inside = !visitor->enter || visitor->enter(context, node);

        if (inside && node->first) {
            node = node->first;
            continue;
        }
        for (;;) {
            if (visitor->leave)
                visitor->leave(context, node);
            if (node == root)
                return;
            if (node->next)
                break;
            node = node->parent;
        }
        node = node->next;
    }
}

static bool plain_text_enter(void *context, const struct node *node)
{
    struct buffer *words = context;

    switch (node->type) {
    case NODE_LINE_BREAK:
        buffer_add_char(words, ' ');
        break;
    case NODE_CHECK_BOX:
        buffer_add_text(words, node->as.check_box.checked ? "☑" : "☐");
        break;
    default:
        if (!node_is_inline(node->type) && words->length && words->data[words->length - 1] != '\n')
            buffer_add_char(words, '\n');
        if (node->text)
            buffer_add_text(words, node->text);
    }
    return node->type != NODE_DRAWING || !node->text || !*node->text; /* its text says what its shapes show */
}

char *node_plain_text(const struct node *node, struct arena *arena)
{
    static const struct node_visitor visitor = {.enter = plain_text_enter};
    struct buffer words = {0};
    char *text;

    node_walk(node, &visitor, &words);
    text = arena_strndup(arena, words.data ? words.data : "", words.length);
    buffer_free(&words);
    return text;
}

int node_contents_entries(const struct node *section)
{
    int count = 0;

    for (const struct node *node = section->first; node; node = node->next)
        for (const struct node *entry = node->type == NODE_CONTENTS ? node->first : NULL; entry; entry = entry->next)
            count++;
    return count;
}
