#include "pdf/image.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "pdf/form.h"
#include "pdf/image_decode.h"
#include "pdf/svg.h"

struct image_store {
    struct arena *arena;
    struct map *by_path;
};

struct images {
    struct image_store *store; /* NULL: nothing is shared */
    image_bytes_fn bytes;
    void *context;
    struct svg *svg;
    bool archive;
    struct arena *arena;
    struct diag *diag;
    struct map *by_path; /* every path asked for; its image, whose width is 0 when it cannot be used */
    struct image **items;
    int count, capacity;
};

struct entry {
    struct image image;
    int index;
};

struct images *images_new(image_bytes_fn bytes, void *context, struct svg *svg, struct arena *arena, struct diag *diag)
{
    struct images *images = arena_alloc(arena, sizeof *images);
    *images = (struct images){
        .bytes = bytes, .context = context, .svg = svg, .arena = arena, .diag = diag, .by_path = map_new(arena)};
    return images;
}

void images_archive(struct images *images)
{
    images->archive = true;
}

struct image_store *image_store_new(struct arena *arena)
{
    struct image_store *store = arena_alloc(arena, sizeof *store);
    *store = (struct image_store){arena, map_new(arena)};
    return store;
}

void images_share(struct images *images, struct image_store *store)
{
    images->store = store;
}

struct arena *images_store_arena(const struct images *images)
{
    return images->store ? images->store->arena : images->arena;
}

static void store(const struct images *images, const struct image *image)
{
    if (!images->store || map_has(images->store->by_path, image->path))
        return;
    struct image *kept = arena_alloc(images->store->arena, sizeof *kept);
    *kept = *image;
    kept->path = arena_strdup(images->store->arena, image->path);
    map_set(images->store->by_path, kept->path, kept);
}

void images_keep(struct images *images, int index, struct packed samples, struct packed alpha)
{
    struct image *image = images->items[index];
    image->packed = samples;
    image->packed_alpha = alpha;
    image->bytes = image->alpha = NULL;
    store(images, image);
}

/* Does it begin like a text of marks? */
static bool is_markup(const unsigned char *bytes, size_t length)
{
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
        at++;
    return at < length && bytes[at] == '<';
}

/* As lines and words where that may be, else as samples. A form goes into the store at once: it is as it will be
 * written. */
static bool decode_svg(struct images *images, const unsigned char *bytes, size_t length, struct image *image,
                       struct source source, const char **trouble)
{
    if (!images->svg || !svg_available(images->svg)) {
        const char *words = images->svg ? svg_trouble(images->svg) : NULL;
        if (words)
            diag_report(images->diag, MESSAGE_IMAGE_SVG_UNUSABLE, source, image->path, words, NULL);
        else
            diag_report(images->diag, MESSAGE_IMAGE_SVG_LIBRARY, source, image->path, NULL);
        return false;
    }
    if (svg_form(images->svg, bytes, length, image, images_store_arena(images)) &&
        (image->form->archivable || !images->archive)) {
        store(images, image);
        return true;
    }
    image->form = NULL;
    return svg_decode(images->svg, bytes, length, image, images->arena, trouble);
}

static bool decode(struct images *images, struct image *image, struct source source)
{
    size_t length = 0;
    const unsigned char *bytes = images->bytes ? images->bytes(images->context, image->path, &length) : NULL;
    if (!bytes) {
        diag_report(images->diag, MESSAGE_IMAGE_MISSING, source, image->path, NULL);
        return false;
    }
    const char *trouble = "";
    bool decoded = false;
    if (length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
        decoded = image_decode_png(bytes, length, image, images->arena, &trouble);
    else if (length >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        decoded = image_decode_jpeg(bytes, length, image, images->arena, &trouble);
    else if (is_markup(bytes, length))
        decoded = decode_svg(images, bytes, length, image, source, &trouble);
    else
        diag_report(images->diag, MESSAGE_IMAGE_KIND, source, image->path, NULL);
    if (!decoded && *trouble)
        diag_report(images->diag, MESSAGE_IMAGE_DAMAGED, source, image->path, trouble, NULL);
    return decoded;
}

static void append(struct images *images, struct entry *entry)
{
    if (images->count == images->capacity) {
        int capacity = images->capacity ? images->capacity * 2 : 16;
        struct image **items = arena_alloc(images->arena, (size_t)capacity * sizeof *items);
        if (images->count)
            memcpy(items, images->items, (size_t)images->count * sizeof *items);
        images->items = items;
        images->capacity = capacity;
    }
    entry->index = images->count;
    images->items[images->count++] = &entry->image;
}

static bool recall(const struct images *images, struct image *image)
{
    const struct image *kept = images->store ? map_get(images->store->by_path, image->path) : NULL;
    const char *path = image->path;
    if (!kept)
        return false;
    *image = *kept;
    image->path = path;
    return true;
}

int images_add(struct images *images, const char *path, struct source source)
{
    struct entry *entry = map_get(images->by_path, path);
    if (!entry) {
        entry = arena_alloc(images->arena, sizeof *entry);
        entry->image.path = path;
        entry->index = -1;
        map_set(images->by_path, path, entry);
        if (recall(images, &entry->image) || decode(images, &entry->image, source))
            append(images, entry);
    }
    return entry->index;
}

void images_add_name(struct buffer *text, const char *path)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (; *path; path++)
        hash = (hash ^ (unsigned char)*path) * 1099511628211u;
    buffer_printf(text, "/I%016llX", (unsigned long long)hash);
}

int images_count(const struct images *images)
{
    return images->count;
}

const struct image *images_get(const struct images *images, int index)
{
    return images->items[index];
}
