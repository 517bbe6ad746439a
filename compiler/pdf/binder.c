#include "pdf/binder.h"

#include <string.h>

#include "base/utf8.h"

/* The number of the binder, and its baseline above the edge: below the number of a document, or where that stands. */
enum { LABEL_SIZE = 7500, LABEL_RISE = 17000, LABEL_ALONE_RISE = 28350 };

/* A document of the binder, for the contents list. */
struct bound {
    const struct document *document;
    int page, divider; /* first pages of it, and of the group it begins, from 1; 0: begins none */
    struct bound *next;
};

struct binder {
    const struct document *front;
    const struct document_set *set;
    struct fonts *fonts;
    const struct render_options *options;
    struct metrics metrics;
    struct arena *arena;
    struct writing *writing;
    struct layout front_layout;
    struct bound *first, *last;
    int page_count;
};

static struct layout set_pages(struct binder *binder, const struct document *document, struct arena *arena)
{
    return layout_document(document, binder->options->theme, &binder->metrics, binder->options->draft, arena,
                           binder->options->diag);
}

/* — numbers — */

/* A run of one font; gives the characters it has. */
static size_t add_run(struct binder *binder, struct box *box, const uint32_t *characters, size_t count)
{
    const struct metrics *metrics = &binder->metrics;
    int font = metrics->font(metrics->context, FACE_REGULAR, characters[0], 0);
    int64_t width = 0;
    size_t length = 0;
    for (; length < count; length++) {
        if (metrics->font(metrics->context, FACE_REGULAR, characters[length], 0) != font)
            break;
        width += font < 0 ? 0 : metrics->advance(metrics->context, font, characters[length]);
    }
    box->type = BOX_TEXT;
    box->width = (int32_t)(width * box->as.text.size / 1000);
    box->as.text.font = font;
    box->as.text.characters = characters;
    box->as.text.count = length;
    return length;
}

/* A page that holds only words, ending at the right edge of the text of a page of this size. */
static struct page *label_page(struct binder *binder, const struct page *size, const char *words, int32_t rise,
                               struct arena *arena)
{
    const struct theme *theme = binder->options->theme;
    size_t left = strlen(words), used, count = 0;
    uint32_t *characters = arena_alloc(arena, (left + 1) * sizeof *characters);
    for (; left > 0; left -= used, words += used)
        used = utf8_decode(words, left, &characters[count++]);
    struct box *boxes = arena_alloc(arena, (count + 1) * sizeof *boxes);
    size_t runs = 0;
    int32_t width = 0;
    for (size_t i = 0; i < count; runs++) {
        boxes[runs].as.text.size = LABEL_SIZE;
        boxes[runs].as.text.color = theme->soft;
        i += add_run(binder, &boxes[runs], characters + i, count - i);
        width += boxes[runs].width;
    }
    int32_t margin = size->width > size->height ? theme->landscape.right : theme->portrait.right;
    int32_t x = size->width - margin - width;
    for (size_t i = 0; i < runs; i++) {
        boxes[i].x = x;
        boxes[i].y = size->height - rise;
        boxes[i].height = LABEL_SIZE;
        boxes[i].next = i + 1 < runs ? &boxes[i + 1] : NULL;
        x += boxes[i].width;
    }
    struct page *page = arena_alloc(arena, sizeof *page);
    *page = (struct page){.number = size->number, .width = size->width, .height = size->height, .boxes = boxes};
    return page;
}

/* For each page of a layout one with its number in the binder. */
static const struct page *number_pages(struct binder *binder, const struct document *document,
                                       const struct layout *layout, int first, struct arena *arena)
{
    struct page *pages = NULL, **next = &pages;
    for (const struct page *page = layout->first; page; page = page->next, next = &(*next)->next) {
        const char *words = arena_printf(arena, "%s  %d", binder->front->title, first + page->number);
        *next = label_page(binder, page, words, document->binder ? LABEL_ALONE_RISE : LABEL_RISE, arena);
    }
    return pages;
}

/* — parts — */

static void add_part(struct binder *binder, const struct painting *painting, int level, struct arena *arena)
{
    struct pdf_part part = {.painting = painting,
                            .first_page = binder->page_count,
                            .level = level,
                            .footer =
                                number_pages(binder, painting->document, painting->layout, binder->page_count, arena)};
    pdf_writing_add(binder->writing, &part);
    binder->page_count += painting->layout->count;
}

static struct node *add_node(struct binder *binder, struct node *parent, enum node_type type)
{
    struct node *node = node_new(binder->arena, type, binder->front->root->source);
    node_append(parent, node);
    return node;
}

static void add_words(struct binder *binder, struct node *parent, const char *words)
{
    node_append(parent, node_text(binder->arena, words, binder->front->root->source));
}

static const char *joined(struct binder *binder, const char *number, const char *title)
{
    return *number ? arena_printf(binder->arena, "%s %s", number, title) : title;
}

static const char *group_name(struct binder *binder, const struct document *document)
{
    const char *title = *document->group_title ? document->group_title : document->group;
    return joined(binder, document_group_number(document), title);
}

/* The page before a group: its title and the documents in it, each a link. */
static struct node *divider_tree(struct binder *binder, const struct document *first)
{
    struct node *root = node_new(binder->arena, NODE_DOCUMENT, binder->front->root->source);
    struct node *cover = add_node(binder, root, NODE_COVER);
    struct node *title = add_node(binder, cover, NODE_PARAGRAPH);
    title->as.paragraph.role = PARAGRAPH_TITLE;
    add_words(binder, title, group_name(binder, first));
    bool inside = false;
    for (size_t i = 0; i < binder->set->count; i++) {
        const struct document *document = binder->set->items[i];
        inside |= document == first;
        if (inside && document != first &&
            (document_begins_group(first, document) || strcmp(document->language, first->language) != 0))
            break;
        if (!inside)
            continue;
        struct node *link = add_node(binder, add_node(binder, cover, NODE_PARAGRAPH), NODE_LINK);
        link->as.link.document = document->id;
        add_words(binder, link, joined(binder, document->number, document->title));
    }
    return root;
}

/* Adds the divider of the group that the document begins; gives its page, from 1. */
static int add_divider(struct binder *binder, const struct document *first)
{
    struct document divider = *binder->front;
    struct arena *arena = arena_new();
    int page = binder->page_count + 1;
    divider.root = divider_tree(binder, first);
    divider.id = arena_printf(binder->arena, "%s/", first->id);
    navigation_add_title(pdf_writing_navigation(binder->writing), group_name(binder, first), 1, page - 1);
    struct layout layout = set_pages(binder, &divider, arena);
    add_part(binder, pdf_writing_paint(binder->writing, &divider, &layout, binder->arena, arena), 0, arena);
    arena_free(arena);
    return page;
}

struct arena *binder_arena(struct binder *binder)
{
    return binder->arena;
}

void binder_add(struct binder *binder, const struct painting *painting)
{
    const struct document *document = painting->document;
    struct bound *bound = arena_alloc(binder->arena, sizeof *bound);
    if (document_begins_group(binder->last ? binder->last->document : NULL, document))
        bound->divider = add_divider(binder, document);
    bound->document = document;
    bound->page = binder->page_count + 1;
    if (binder->last)
        binder->last->next = bound;
    else
        binder->first = bound;
    binder->last = bound;
    const char *title = joined(binder, document->number, document->title);
    navigation_add_title(pdf_writing_navigation(binder->writing), title, 2, binder->page_count);
    struct arena *arena = arena_new();
    add_part(binder, painting, 2, arena);
    arena_free(arena);
}

/* — cover and contents list — */

struct binder *binder_new(const struct document *front, const struct document_set *set, struct fonts *fonts,
                          const struct render_options *options)
{
    struct arena *arena = arena_new();
    struct binder *binder = arena_alloc(arena, sizeof *binder);
    *binder = (struct binder){.front = front, .set = set, .fonts = fonts, .options = options, .arena = arena};
    binder->metrics = fonts_metrics(fonts, front->language);
    binder->metrics.without_private = options->standards.a2a;
    binder->writing = pdf_writing_new(set, fonts, options);
    binder->front_layout = set_pages(binder, front, arena);
    binder->page_count = binder->front_layout.count;
    navigation_add_title(pdf_writing_navigation(binder->writing), front->title, 1, 0);
    return binder;
}

static const struct bound *find_bound(const struct binder *binder, const struct node *entry)
{
    for (const struct bound *bound = binder->first; bound; bound = bound->next)
        if (bound->document->root == entry->as.entry.target)
            return bound;
    return NULL;
}

/* Puts the numbers into the boxes that the layout left empty. */
static void fill_numbers(struct binder *binder)
{
    for (struct page *page = binder->front_layout.first; page; page = page->next)
        for (struct box *box = page->boxes; box; box = box->next) {
            bool empty = box->type == BOX_TEXT && box->as.text.count == 0;
            const struct node *entry = empty && box->node && box->node->type == NODE_ENTRY ? box->node : NULL;
            const struct bound *bound = entry ? find_bound(binder, entry) : NULL;
            if (!bound)
                continue;
            int number = entry->as.entry.level == 1 && bound->divider ? bound->divider : bound->page;
            const char *digits = arena_printf(binder->arena, "%d", number);
            size_t count = strlen(digits);
            uint32_t *characters = arena_alloc(binder->arena, count * sizeof *characters);
            for (size_t i = 0; i < count; i++)
                characters[i] = (uint32_t)digits[i];
            add_run(binder, box, characters, count);
            box->x -= box->width;
        }
}

bool binder_end(struct binder *binder)
{
    struct buffer bytes = {0};
    const struct render_options *options = binder->options;
    const struct layout *layout = &binder->front_layout;
    fill_numbers(binder);
    struct pdf_part part = {.painting =
                                pdf_writing_paint(binder->writing, binder->front, layout, binder->arena, binder->arena),
                            .next_page = layout->count,
                            .level = OUTLINE_NONE,
                            .footer = number_pages(binder, binder->front, layout, 0, binder->arena)};
    pdf_writing_add(binder->writing, &part);
    bool written = pdf_writing_end(binder->writing, binder->front, binder->set->date, &bytes);
    if (written) {
        const char *path = arena_printf(binder->arena, "%s/%s.pdf", binder->front->language, binder->front->id);
        written = options->emit(options->emit_context, path, bytes.data, bytes.length);
    }
    buffer_free(&bytes);
    pdf_writing_free(binder->writing);
    arena_free(binder->arena);
    return written;
}
