#include "pdf/navigation.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "pdf/outline.h"
#include "pdf/syntax.h"

#define NAMES_PER_LEAF 64

struct place {
    const char *name;
    const struct page *page;
    const struct page_anchor *anchor;
};

struct navigation {
    const struct layout *layout;
    struct pdf_file *file;
    struct arena *arena;
    struct map *places; /* by name */
};

struct navigation *navigation_new(const struct layout *layout, struct pdf_file *file, struct arena *arena)
{
    struct navigation *navigation = arena_alloc(arena, sizeof *navigation);
    *navigation = (struct navigation){layout, file, arena, map_new(arena)};
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next) {
            if (!anchor->node->id || map_has(navigation->places, anchor->node->id))
                continue;
            struct place *place = arena_alloc(arena, sizeof *place);
            *place = (struct place){anchor->node->id, page, anchor};
            map_set(navigation->places, place->name, place);
        }
    return navigation;
}

/* — links — */

/* Name of the place of a node: its own, or that of the section it heads or of its heading. */
static const char *name_of(const struct navigation *navigation, const struct node *node)
{
    if (!node)
        return NULL;
    const struct node *other = node->type == NODE_HEADING   ? node->parent
                               : node->type == NODE_SECTION ? node->first
                                                            : NULL;
    if (node->id && map_has(navigation->places, node->id))
        return node->id;
    return other && other->id && map_has(navigation->places, other->id) ? other->id : NULL;
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

/* Addresses are ASCII: other bytes are written as %XX. */
static void add_address(struct buffer *text, const char *url)
{
    struct buffer address = {0};
    for (; *url; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte <= ' ' || byte >= 0x7F)
            buffer_printf(&address, "%%%02X", byte);
        else
            buffer_add_char(&address, *url);
    }
    syntax_add_bytes(text, address.data ? address.data : "");
    buffer_free(&address);
}

static void add_other_document(struct navigation *navigation, struct buffer *text, const struct node *link)
{
    const char *file = arena_printf(navigation->arena, "%s.pdf", link->as.link.document);
    buffer_add_text(text, "/A << /S /GoToR /F << /Type /Filespec /F ");
    syntax_add_bytes(text, file);
    buffer_add_text(text, " /UF ");
    syntax_add_text(text, file);
    buffer_add_text(text, " >> /D ");
    if (link->as.link.anchor)
        syntax_add_bytes(text, link->as.link.anchor);
    else
        buffer_add_text(text, "[0 /XYZ null null null]");
    buffer_add_text(text, " >>\n");
}

/* Where a link leads; false when nowhere. */
static bool add_target(struct navigation *navigation, struct buffer *text, const struct node *node)
{
    const struct node *target = NULL;
    if (node->type == NODE_ENTRY)
        target = node->as.entry.target;
    else if (node->type == NODE_FOOTNOTE_REFERENCE)
        target = node->as.footnote_reference.footnote;
    else if (node->type == NODE_LINK)
        target = node->as.link.node;
    else
        return false;
    if (target) {
        const char *name = name_of(navigation, target);
        if (!name)
            return false;
        buffer_add_text(text, "/Dest ");
        syntax_add_bytes(text, name);
        buffer_add_char(text, '\n');
        return true;
    }
    if (node->type != NODE_LINK)
        return false;
    if (node->as.link.document) {
        add_other_document(navigation, text, node);
        return true;
    }
    if (!node->as.link.url || !has_safe_scheme(node->as.link.url))
        return false;
    buffer_add_text(text, "/A << /S /URI /URI ");
    add_address(text, node->as.link.url);
    buffer_add_text(text, " >>\n");
    return true;
}

static void add_corners(struct buffer *text, const struct page *page, const struct page_link *link)
{
    buffer_add_text(text, "/Type /Annot\n/Subtype /Link\n/Border [0 0 0]\n/F 4\n/Rect [");
    syntax_add_length(text, link->x);
    syntax_add_length(text, (int64_t)page->height - link->y - link->height);
    syntax_add_length(text, (int64_t)link->x + link->width);
    syntax_add_length(text, (int64_t)page->height - link->y);
    buffer_add_text(text, "]\n");
}

void navigation_links(struct navigation *navigation, const struct page *page, const int **annotations, size_t *count)
{
    size_t total = 0;
    for (const struct page_link *link = page->links; link; link = link->next)
        total++;
    int *numbers = arena_alloc(navigation->arena, total * sizeof *numbers);
    struct buffer text = {0};
    *annotations = numbers;
    *count = 0;
    for (const struct page_link *link = page->links; link; link = link->next) {
        buffer_clear(&text);
        add_corners(&text, page, link);
        if (add_target(navigation, &text, link->link))
            numbers[(*count)++] =
                pdf_file_object(navigation->file, arena_strndup(navigation->arena, text.data, text.length));
    }
    buffer_free(&text);
}

/* — destinations — */

static int compare_places(const void *left, const void *right)
{
    return strcmp((*(const struct place *const *)left)->name, (*(const struct place *const *)right)->name);
}

static int write_leaf(struct navigation *navigation, const struct place *const *places, size_t count, const int *pages)
{
    struct buffer text = {0};
    buffer_add_text(&text, "/Limits [");
    syntax_add_bytes(&text, places[0]->name);
    syntax_add_bytes(&text, places[count - 1]->name);
    buffer_add_text(&text, "]\n/Names [");
    for (size_t i = 0; i < count; i++) {
        syntax_add_bytes(&text, places[i]->name);
        buffer_printf(&text, " [%d 0 R /XYZ ", pages[places[i]->page->number - 1]);
        syntax_add_length(&text, places[i]->anchor->x);
        syntax_add_length(&text, (int64_t)places[i]->page->height - places[i]->anchor->y);
        buffer_add_text(&text, "null]\n");
    }
    buffer_add_text(&text, "]\n");
    int id = pdf_file_object(navigation->file, arena_strndup(navigation->arena, text.data, text.length));
    buffer_free(&text);
    return id;
}

/* The name tree: a root of leaves. */
static int write_destinations(struct navigation *navigation, const int *pages)
{
    size_t count = map_count(navigation->places);
    if (count == 0)
        return 0;
    const struct place **places = arena_alloc(navigation->arena, count * sizeof *places);
    for (size_t i = 0; i < count; i++)
        places[i] = map_value(navigation->places, i);
    qsort(places, count, sizeof *places, compare_places);
    struct buffer kids = {0};
    buffer_add_text(&kids, "/Kids [");
    for (size_t i = 0; i < count; i += NAMES_PER_LEAF) {
        size_t part = count - i < NAMES_PER_LEAF ? count - i : NAMES_PER_LEAF;
        buffer_printf(&kids, "%d 0 R\n", write_leaf(navigation, places + i, part, pages));
    }
    buffer_add_text(&kids, "]\n");
    int id = pdf_file_object(navigation->file, arena_strndup(navigation->arena, kids.data, kids.length));
    buffer_free(&kids);
    return id;
}

const char *navigation_catalog(struct navigation *navigation, const int *pages)
{
    int destinations = write_destinations(navigation, pages);
    int outline = outline_write(navigation->layout, navigation->file, pages, navigation->arena);
    const char *names = "", *bookmarks = "";
    if (destinations)
        names = arena_printf(navigation->arena, "/Names << /Dests %d 0 R >>\n", destinations);
    if (outline)
        bookmarks = arena_printf(navigation->arena, "/Outlines %d 0 R\n/PageMode /UseOutlines\n", outline);
    return arena_printf(navigation->arena, "%s%s/PageLabels << /Nums [0 << /S /D >>] >>\n", names, bookmarks);
}
