#include "pdf/outline.h"

#include "pdf/syntax.h"

#define DEEPEST_LEVEL 6

struct item {
    const struct node *heading;
    const struct page *page;
    const struct page_anchor *anchor;
    struct item *parent, *first, *last, *previous, *next;
    int level, id, count; /* count: of children */
};

struct outline {
    struct pdf_file *file;
    struct arena *arena;
    const int *pages;
    struct item root;
    struct item *open[DEEPEST_LEVEL + 1]; /* the last item of each level that a child may join; 0 is the root */
    struct item *newest;                  /* in order of the document */
};

static const struct node *heading_of(const struct node *node)
{
    if (node->type == NODE_SECTION)
        node = node->first;
    return node && node->type == NODE_HEADING ? node : NULL;
}

/* Joins the closest item above that is of a smaller level. */
static void add_item(struct outline *outline, struct item *item)
{
    int level = item->heading->as.heading.level;
    item->level = level < 1 ? 1 : level > DEEPEST_LEVEL ? DEEPEST_LEVEL : level;
    int above = item->level - 1;
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
    outline->open[item->level] = item;
    for (int deeper = item->level + 1; deeper <= DEEPEST_LEVEL; deeper++)
        outline->open[deeper] = NULL;
    item->id = pdf_file_object(outline->file, NULL);
    outline->newest = item;
}

static void gather(struct outline *outline, const struct layout *layout)
{
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next) {
            const struct node *heading = heading_of(anchor->node);
            if (!heading || (outline->newest && outline->newest->heading == heading))
                continue;
            struct item *item = arena_alloc(outline->arena, sizeof *item);
            *item = (struct item){.heading = heading, .page = page, .anchor = anchor};
            add_item(outline, item);
        }
}

static void add_title(struct outline *outline, struct buffer *text, const struct node *heading)
{
    const char *number = heading->number;
    if (!number && heading->parent && heading->parent->type == NODE_SECTION)
        number = heading->parent->number;
    const char *words = node_plain_text(heading, outline->arena);
    buffer_add_text(text, "/Title ");
    syntax_add_text(text, number ? arena_printf(outline->arena, "%s %s", number, words) : words);
    buffer_add_char(text, '\n');
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
    add_title(outline, &text, item->heading);
    add_relative(&text, "Parent", item->parent);
    add_relative(&text, "Prev", item->previous);
    add_relative(&text, "Next", item->next);
    add_relative(&text, "First", item->first);
    add_relative(&text, "Last", item->last);
    if (item->count)
        buffer_printf(&text, "/Count %d\n", -item->count);
    buffer_printf(&text, "/Dest [%d 0 R /XYZ ", outline->pages[item->page->number - 1]);
    syntax_add_length(&text, item->anchor->x);
    syntax_add_length(&text, (int64_t)item->page->height - item->anchor->y);
    buffer_add_text(&text, "null]\n");
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

int outline_write(const struct layout *layout, struct pdf_file *file, const int *pages, struct arena *arena)
{
    struct outline outline = {.file = file, .arena = arena, .pages = pages};
    outline.open[0] = &outline.root;
    outline.root.id = pdf_file_object(file, "");
    gather(&outline, layout);
    if (!outline.root.first)
        return 0;
    for (struct item *item = outline.root.first; item; item = following(item))
        write_item(&outline, item);
    pdf_file_set(file, outline.root.id,
                 arena_printf(arena, "/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n",
                              outline.root.first->id, outline.root.last->id, outline.root.count));
    return outline.root.id;
}
