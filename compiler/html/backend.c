/* The HTML backend: the shared files when a set begins, then a page for every document. */
#include <stdlib.h>
#include <string.h>

#include "base/file_name.h"
#include "html/html.h"

static bool emit(const struct site *site, const char *path, const struct buffer *bytes)
{
    const struct render_options *options = site->options;

    return options->emit(options->emit_context, path, bytes->data ? bytes->data : "", bytes->length);
}

/* A path that stays below images/. */
static bool is_inside(const char *path)
{
    if (!*path || *path == '/')
        return false;
    for (const char *part = path; part; part = strchr(part, '/'), part = part ? part + 1 : NULL)
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || !part[2]))
            return false;
    return true;
}

struct image_search {
    struct site *site;
    bool failed;
};

static bool find_image(void *context, const struct node *node)
{
    struct image_search *search = context;
    const struct render_options *options = search->site->options;
    const unsigned char *bytes;
    struct buffer path = {0};
    size_t length = 0;

    if (node->type != NODE_IMAGE || !node->as.image.path || map_has(search->site->images, node->as.image.path))
        return node->type != NODE_DRAWING;
    if (!options->image || !is_inside(node->as.image.path))
        return false;
    bytes = options->image(options->image_context, node->as.image.path, &length);
    if (!bytes)
        return false;
    map_set(search->site->images, node->as.image.path, search->site);
    buffer_printf(&path, FOLDER_IMAGES "/%s", node->as.image.path);
    if (!options->emit(options->emit_context, path.data, bytes, length))
        search->failed = true;
    buffer_free(&path);
    return false;
}

static void note_title(struct site *site, struct document *document)
{
    const char *key = arena_printf(site->options->arena, "%s/%s", document->language, document->title);

    map_set(map_has(site->titles, key) ? site->repeated : site->titles, key, document);
}

static void *html_begin(const struct document_set *set, const struct render_options *options)
{
    static const struct node_visitor visitor = {.enter = find_image};
    struct site *site = arena_alloc(options->arena, sizeof *site);
    struct image_search search = {.site = site};

    site->set = set;
    site->options = options;
    site->documents = map_new(options->arena);
    site->images = map_new(options->arena);
    site->titles = map_new(options->arena);
    site->repeated = map_new(options->arena);
    for (size_t i = 0; i < set->count; i++) {
        struct document *document = set->items[i];

        map_set(site->documents, arena_printf(options->arena, "%s/%s", document->language, document->id), document);
        note_title(site, document);
        node_walk(document->root, &visitor, &search);
    }
    html_navigation_prepare(site);
    if (html_emit_style(site) && !search.failed)
        return site;
    html_navigation_free(site);
    return NULL;
}

static bool write_page(const struct site *site, const struct document *document, const char *path, const char *top,
                       const char *beside)
{
    struct buffer out = {0};
    struct writer writer = {.out = &out, .site = site, .document = document, .top = top, .beside = beside};
    bool done;

    html_write_page(&writer);
    done = emit(site, path, &out);
    buffer_free(&out);
    return done;
}

/* Only reads the state: documents may be rendered on several threads. */
static bool html_render(void *state, const struct document *document)
{
    const struct site *site = state;
    struct buffer path = {0}, beside = {0};
    bool done;

    if (!site)
        return false;
    buffer_printf(&path, "%s/%s.html", document->language, document->id);
    done = write_page(site, document, path.data, "../", "");
    if (document->dashboard && strcmp(document->language, site->set->items[0]->language) == 0) {
        html_url_part(&beside, document->language);
        buffer_add_char(&beside, '/');
        done = write_page(site, document, FILE_ENTRY_PAGE, "", beside.data) && done;
    }
    buffer_free(&path);
    buffer_free(&beside);
    return done;
}

/* A set without a dashboard still has a page of entry: its list of documents. */
static bool write_entry_page(const struct site *site)
{
    struct document entry = *site->set->items[0];
    struct node root = {.type = NODE_DOCUMENT};
    struct buffer beside = {0};
    bool done;

    entry.id = entry.number = entry.version = entry.issued = entry.revised = entry.classification = "";
    entry.title = html_word(entry.language, WORD_DOCUMENTS);
    entry.dashboard = true;
    entry.root = &root;
    html_url_part(&beside, entry.language);
    buffer_add_char(&beside, '/');
    done = write_page(site, &entry, FILE_ENTRY_PAGE, "", beside.data);
    buffer_free(&beside);
    return done;
}

static bool html_end(void *state)
{
    struct site *site = state;
    bool entry = false, done = true;

    if (!site)
        return false;
    for (size_t i = 0; i < site->set->count; i++)
        entry = entry || site->set->items[i]->dashboard;
    if (!entry && site->set->count)
        done = write_entry_page(site);
    html_navigation_free(site);
    return done;
}

const struct backend html_backend = {"html", html_begin, html_render, html_end};
