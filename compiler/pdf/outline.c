#include "pdf/outline.h"

#include "pdf/syntax.h"

#define DEEPEST_LEVEL 8

struct item {
    const char *title;
    int page;
    int32_t x, y;
    bool top; /* the head of the page, whatever is there */
    struct item *parent, *first, *last, *previous, *next;
    int id, count; /* count: of children */
};

struct outline {
    struct pdf_file *file;
    struct arena *arena;
    const int *pages;
    struct item root;
    struct item *open[DEEPEST_LEVEL + 1]; /* the last item of each level that a child may join; 0 is the root */
    const struct node *newest;            /* heading of the last item */
};

struct outline *outline_new(struct pdf_file *file, struct arena *arena)
{
    struct outline *outline = arena_alloc(arena, sizeof *outline);
    outline->file = file;
    outline->arena = arena;
    outline->open[0] = &outline->root;
    return outline;
}

static const struct node *heading_of(const struct node *node)
{
    if (node->type == NODE_SECTION)
        node = node->first;
    return node && node->type == NODE_HEADING ? node : NULL;
}

/* Joins the closest item above that is of a smaller level. */
static struct item *add_item(struct outline *outline, const char *title, int level, int page)
{
    struct item *item = arena_alloc(outline->arena, sizeof *item);
    item->title = title;
    item->page = page;
    level = level < 1 ? 1 : level > DEEPEST_LEVEL ? DEEPEST_LEVEL : level;
    int above = level - 1;
    while (!outline->open[above])
        above--;
    struct item *parent = outline->open[above];
    item->parent = parent;
    item->previous = parent->last;
    if (parent->last)
        parent->last->next = item;
    else
        parent->first = item;
    parent->last = item;
    parent->count++;
    outline->open[level] = item;
    for (int deeper = level + 1; deeper <= DEEPEST_LEVEL; deeper++)
        outline->open[deeper] = NULL;
    item->id = pdf_file_object(outline->file, NULL);
    return item;
}

void outline_add_anchor(struct outline *outline, const struct node *node, int level, int page, int32_t x, int32_t y)
{
    const struct node *heading = heading_of(node);
    if (!heading || outline->newest == heading)
        return;
    const char *number = heading->number;
    if (!number && heading->parent && heading->parent->type == NODE_SECTION)
        number = heading->parent->number;
    const char *words = node_plain_text(heading, outline->arena);
    if (!number && !*words)
        return;
    int own = heading->as.heading.level < 1 ? 1 : heading->as.heading.level;
    const char *title = number ? arena_printf(outline->arena, "%s %s", number, words) : words;
    struct item *item = add_item(outline, title, level + own, page);
    item->x = x;
    item->y = y;
    outline->newest = heading;
}

void outline_add_title(struct outline *outline, const char *title, int level, int page)
{
    add_item(outline, title, level, page)->top = true;
}

static void add_relative(struct buffer *text, const char *key, const struct item *item)
{
    if (item)
        buffer_printf(text, "/%s %d 0 R\n", key, item->id);
}

/* Children are folded away: their count is negative. */
static void write_item(struct outline *outline, struct item *item)
{
    struct buffer text = {0};
    buffer_add_text(&text, "/Title ");
    syntax_add_text(&text, item->title);
    buffer_add_char(&text, '\n');
    add_relative(&text, "Parent", item->parent);
    add_relative(&text, "Prev", item->previous);
    add_relative(&text, "Next", item->next);
    add_relative(&text, "First", item->first);
    add_relative(&text, "Last", item->last);
    if (item->count)
        buffer_printf(&text, "/Count %d\n", -item->count);
    buffer_printf(&text, "/Dest [%d 0 R ", outline->pages[item->page]);
    if (item->top) {
        buffer_add_text(&text, "/Fit]\n");
    } else {
        buffer_add_text(&text, "/XYZ ");
        syntax_add_length(&text, item->x);
        syntax_add_length(&text, item->y);
        buffer_add_text(&text, "null]\n");
    }
    pdf_file_set(outline->file, item->id, arena_strndup(outline->arena, text.data, text.length));
    buffer_free(&text);
}

/* The item after this one in order of the document. */
static struct item *following(struct item *item)
{
    if (item->first)
        return item->first;
    while (item && !item->next)
        item = item->parent;
    return item ? item->next : NULL;
}

int outline_write(struct outline *outline, const int *pages)
{
    struct item *root = &outline->root;
    if (!root->first)
        return 0;
    outline->pages = pages;
    root->id = pdf_file_object(outline->file, "");
    for (struct item *item = root->first; item; item = following(item))
        write_item(outline, item);
    pdf_file_set(outline->file, root->id,
                 arena_printf(outline->arena, "/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n",
                              root->first->id, root->last->id, root->count));
    return root->id;
}
