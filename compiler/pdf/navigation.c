#include "pdf/navigation.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "pdf/outline.h"
#include "pdf/syntax.h"

#define NAMES_PER_LEAF 64

struct place {
    const char *name;
    int page;
    int32_t x, y; /* in PDF's coordinates */
};

/* A link to another document of the file, whose places are known at the end only. */
struct waiting {
    int annotation;
    const char *entries, *name, *document;
    struct waiting *next;
};

struct navigation {
    const struct document_set *binder;
    struct pdf_file *file;
    struct arena *arena;
    struct outline *outline;
    struct map *places;              /* by name */
    struct map *documents;           /* of the binder, by id */
    const struct document *document; /* whose links are written, and its places */
    const struct destinations *destinations;
    struct waiting *waiting;
    struct buffer name, text; /* scratch */
};

struct navigation *navigation_new(const struct document_set *binder, struct pdf_file *file, struct arena *arena)
{
    struct navigation *navigation = arena_alloc(arena, sizeof *navigation);
    *navigation = (struct navigation){.binder = binder, .file = file, .arena = arena};
    navigation->outline = outline_new(file, arena);
    navigation->places = map_new(arena);
    return navigation;
}

/* Name of a place in this file; it is good until the next call. */
static const char *place_name(struct navigation *navigation, const char *document, const char *id)
{
    if (!navigation->binder)
        return id;
    buffer_clear(&navigation->name);
    buffer_add_text(&navigation->name, document);
    buffer_add_char(&navigation->name, '/');
    buffer_add_text(&navigation->name, id);
    return navigation->name.data;
}

static void add_place(struct navigation *navigation, const char *name, int page, int32_t x, int32_t y)
{
    if (map_has(navigation->places, name))
        return;
    struct place *place = arena_alloc(navigation->arena, sizeof *place);
    *place = (struct place){navigation->binder ? arena_strdup(navigation->arena, name) : name, page, x, y};
    map_set(navigation->places, place->name, place);
}

void navigation_add(struct navigation *navigation, const struct painting *painting, int first_page, int level)
{
    const struct layout *layout = painting->layout;
    navigation->document = painting->document;
    if (navigation->binder)
        add_place(navigation, place_name(navigation, painting->document->id, ""), first_page, 0, layout->first->height);
    for (size_t i = 0; i < destinations_count(painting->destinations); i++) {
        const struct destination *place = destinations_get(painting->destinations, i);
        const char *name = place_name(navigation, painting->document->id, place->id);
        add_place(navigation, name, first_page + place->page, place->x, place->y);
    }
    navigation->destinations = painting->destinations;
    if (level == OUTLINE_NONE)
        return;
    for (const struct page *page = layout->first; page; page = page->next)
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next)
            outline_add_anchor(navigation->outline, anchor->node, level, first_page + page->number - 1, anchor->x,
                               page->height - anchor->y);
}

void navigation_add_title(struct navigation *navigation, const char *title, int level, int page)
{
    outline_add_title(navigation->outline, title, level, page);
}

/* — links — */

/* Id of a document of the binder whose tree this is. */
static const char *document_of(const struct navigation *navigation, const struct node *root)
{
    for (size_t i = 0; navigation->binder && root->type == NODE_DOCUMENT && i < navigation->binder->count; i++)
        if (navigation->binder->items[i]->root == root)
            return navigation->binder->items[i]->id;
    return NULL;
}

/* Name of the place of a node, which has one. */
static const char *name_of(struct navigation *navigation, const struct node *node)
{
    const char *document = document_of(navigation, node);
    if (document)
        return place_name(navigation, document, "");
    const struct destination *destination = destinations_of(navigation->destinations, node);
    return destination ? place_name(navigation, navigation->document->id, destination->id) : NULL;
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

/* Name of the place that a link, entry or reference within the file leads to. The entry of a group of the binder leads
 * to its divider, whose id is that of the first document and a stroke. */
static const char *target_name(struct navigation *navigation, const struct node *node)
{
    const struct node *target = destination_target(node);
    const char *document =
        node->type == NODE_ENTRY && node->as.entry.level == 1 && target ? document_of(navigation, target) : NULL;
    if (!document)
        return target ? name_of(navigation, target) : NULL;
    const char *name = place_name(navigation, document, "/");
    return map_has(navigation->places, name) ? name : place_name(navigation, document, "");
}

static bool in_binder(struct navigation *navigation, const char *document)
{
    const struct document_set *set = navigation->binder;
    if (!navigation->documents) {
        navigation->documents = map_new(navigation->arena);
        for (size_t i = 0; i < set->count; i++)
            if (strcmp(set->items[i]->language, navigation->document->language) == 0)
                map_set(navigation->documents, set->items[i]->id, set->items[i]);
    }
    return map_has(navigation->documents, document);
}

static void add_other_file(struct navigation *navigation, struct buffer *text, const struct node *link)
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

/* Where a link leads that does lead somewhere; not when that is another document of the binder. */
static void add_target(struct navigation *navigation, struct buffer *text, const struct node *node)
{
    const char *name = target_name(navigation, node);
    if (name) {
        buffer_add_text(text, "/Dest ");
        syntax_add_bytes(text, name);
        buffer_add_char(text, '\n');
    } else if (node->as.link.document) {
        if (!navigation->binder || !in_binder(navigation, node->as.link.document))
            add_other_file(navigation, text, node);
    } else {
        buffer_add_text(text, "/A << /S /URI /URI ");
        add_address(text, node->as.link.url);
        buffer_add_text(text, " >>\n");
    }
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

/* What a link is called by those who do not see it. */
static void add_contents(struct navigation *navigation, struct buffer *text, const struct node *node)
{
    const char *words = node_plain_text(node, navigation->arena);
    if (node->type == NODE_FOOTNOTE_REFERENCE)
        words = arena_printf(navigation->arena, "%d)", node->as.footnote_reference.number);
    buffer_add_text(text, "/Contents ");
    syntax_add_text(text, *words || node->type != NODE_LINK || !node->as.link.url ? words : node->as.link.url);
    buffer_add_char(text, '\n');
}

static void wait_for(struct navigation *navigation, const struct node *link, int annotation, const char *entries)
{
    struct waiting *waiting = arena_alloc(navigation->arena, sizeof *waiting);
    const char *anchor = link->as.link.anchor ? link->as.link.anchor : "";
    const char *name = place_name(navigation, link->as.link.document, anchor);
    *waiting = (struct waiting){annotation, entries, arena_strdup(navigation->arena, name), link->as.link.document,
                                navigation->waiting};
    navigation->waiting = waiting;
}

int navigation_link(struct navigation *navigation, const struct page *page, const struct painted_link *link, int keys)
{
    const struct node *node = link->link->link;
    struct buffer *text = &navigation->text;
    buffer_clear(text);
    add_corners(text, page, link->link);
    if (link->key >= 0)
        buffer_printf(text, "/StructParent %d\n", keys + link->key);
    add_contents(navigation, text, node);
    add_target(navigation, text, node);
    const char *entries = arena_strndup(navigation->arena, text->data, text->length);
    int number = pdf_file_object(navigation->file, entries);
    bool other = node->type == NODE_LINK && node->as.link.document && !destination_target(node);
    if (navigation->binder && other && in_binder(navigation, node->as.link.document))
        wait_for(navigation, node, number, entries);
    return number;
}

/* Links to other documents of the binder: to the place, or to the document when it has no such place. */
static void write_waiting(struct navigation *navigation)
{
    struct buffer text = {0};
    for (const struct waiting *waiting = navigation->waiting; waiting; waiting = waiting->next) {
        bool known = map_has(navigation->places, waiting->name);
        buffer_clear(&text);
        buffer_add_text(&text, waiting->entries);
        buffer_add_text(&text, "/Dest ");
        syntax_add_bytes(&text, known ? waiting->name : place_name(navigation, waiting->document, ""));
        buffer_add_char(&text, '\n');
        pdf_file_set(navigation->file, waiting->annotation, arena_strndup(navigation->arena, text.data, text.length));
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
        buffer_printf(&text, " [%d 0 R /XYZ ", pages[places[i]->page]);
        syntax_add_length(&text, places[i]->x);
        syntax_add_length(&text, places[i]->y);
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
    write_waiting(navigation);
    buffer_free(&navigation->name);
    buffer_free(&navigation->text);
    int destinations = write_destinations(navigation, pages);
    int outline = outline_write(navigation->outline, pages);
    const char *names = "", *bookmarks = "";
    if (destinations)
        names = arena_printf(navigation->arena, "/Names << /Dests %d 0 R >>\n", destinations);
    if (outline)
        bookmarks = arena_printf(navigation->arena, "/Outlines %d 0 R\n/PageMode /UseOutlines\n", outline);
    return arena_printf(navigation->arena, "%s%s/PageLabels << /Nums [0 << /S /D >>] >>\n", names, bookmarks);
}
