/* Sizes of images, from their headers alone. Nothing is decoded; every read is within the bytes. */
#include <string.h>

#include "base/file_name.h"
#include "base/map.h"
#include "doc/resolve.h"

enum { IMAGE_SIDE_MAX = 100000 }; /* pixels; a larger claim is taken for a broken file */

struct bytes {
    const unsigned char *data;
    size_t length;
};

struct size {
    int width, height;
    bool known, missing;
};

static unsigned read_16(const unsigned char *data)
{
    return (unsigned)data[0] << 8 | data[1];
}

static unsigned long read_32(const unsigned char *data)
{
    return (unsigned long)read_16(data) << 16 | read_16(data + 2);
}

static bool accept(struct size *size, unsigned long width, unsigned long height)
{
    if (!width || !height || width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX)
        return false;
    size->width = (int)width;
    size->height = (int)height;
    return true;
}

static bool read_png(struct bytes bytes, struct size *size)
{
    static const unsigned char signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    if (bytes.length < 24 || memcmp(bytes.data, signature, sizeof signature) || memcmp(bytes.data + 12, "IHDR", 4))
        return false;
    return accept(size, read_32(bytes.data + 16), read_32(bytes.data + 20));
}

/* Walks the segments to the frame header (SOF0 … SOF15, but DHT, JPG and DAC). */
static bool read_jpeg(struct bytes bytes, struct size *size)
{
    size_t at = 2;

    if (bytes.length < 4 || bytes.data[0] != 0xFF || bytes.data[1] != 0xD8)
        return false;
    while (at + 9 <= bytes.length) {
        unsigned marker;

        if (bytes.data[at] != 0xFF)
            return false;
        marker = bytes.data[at + 1];
        if (marker == 0xFF) { /* fill byte */
            at++;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return accept(size, read_16(bytes.data + at + 7), read_16(bytes.data + at + 5));
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) { /* without length */
            at += 2;
            continue;
        }
        at += 2 + read_16(bytes.data + at + 2);
    }
    return false;
}

/* The number at the start of an attribute's value in units of CSS, as pixels; 0 when there is none or it is
 * relative. */
static double read_length(const char *text)
{
    static const struct {
        const char *unit;
        double pixels;
    } units[] = {{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 960 / 25.4}, {"in", 96}};
    double number = 0, scale = 1;

    for (; *text >= '0' && *text <= '9'; text++)
        number = 10 * number + (*text - '0');
    if (*text == '.')
        for (text++; *text >= '0' && *text <= '9'; text++)
            number += (*text - '0') * (scale /= 10);
    if (*text == '\0')
        return number;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(text, units[i].unit) == 0)
            return number * units[i].pixels;
    return 0;
}

/* Copies the value of `name="…"` inside the tag; false when it is not there. `name` starts with a blank. */
static bool read_attribute(const char *tag, const char *name, char value[64])
{
    const char *at = tag;
    size_t length = strlen(name);

    while ((at = strstr(at, name)) != NULL) {
        const char *start = at + length + 2;
        size_t size;

        at += length;
        if (at[0] != '=' || (at[1] != '"' && at[1] != '\''))
            continue;
        size = strcspn(start, at[1] == '"' ? "\"" : "'");
        if (size >= 64)
            return false;
        memcpy(value, start, size);
        value[size] = '\0';
        return true;
    }
    return false;
}

static bool read_view_box(const char *tag, double *width, double *height)
{
    char value[64], *at = value;

    if (!read_attribute(tag, " viewBox", value))
        return false;
    for (int i = 0; i < 4; i++) {
        size_t size = strcspn(at, " ,");
        char *end = at + size;

        if (*end)
            *end++ = '\0';
        if (i == 2)
            *width = read_length(at);
        if (i == 3)
            *height = read_length(at);
        at = end + strspn(end, " ,");
    }
    return true;
}

static bool read_svg(struct bytes bytes, struct size *size, struct arena *arena)
{
    double width = 0, height = 0, box_width = 0, box_height = 0;
    char *head = arena_strndup(arena, (const char *)bytes.data, bytes.length < 4096 ? bytes.length : 4096);
    char *tag = strstr(head, "<svg"), *end, value[64];

    if (!tag || !(end = strchr(tag, '>')))
        return false;
    *end = '\0';
    for (char *at = tag; *at; at++)
        if (*at == '\n' || *at == '\r' || *at == '\t')
            *at = ' ';
    if (read_attribute(tag, " width", value))
        width = read_length(value);
    if (read_attribute(tag, " height", value))
        height = read_length(value);
    if (read_view_box(tag, &box_width, &box_height) && box_width > 0 && box_height > 0) {
        if (width <= 0 && height <= 0)
            width = box_width, height = box_height;
        else if (width <= 0)
            width = height * box_width / box_height;
        else if (height <= 0)
            height = width * box_height / box_width;
    }
    if (!(width < IMAGE_SIDE_MAX) || !(height < IMAGE_SIDE_MAX))
        return false;
    return accept(size, (unsigned long)(width + 0.5), (unsigned long)(height + 0.5));
}

static struct size *measure(const char *path, image_bytes_fn image, void *context, struct arena *arena)
{
    struct size *size = arena_alloc(arena, sizeof *size);
    struct bytes bytes = {0};

    bytes.data = image ? image(context, path, &bytes.length) : NULL;
    size->missing = !bytes.data;
    size->known = bytes.data && (read_png(bytes, size) || read_jpeg(bytes, size) || read_svg(bytes, size, arena));
    return size;
}

/* What measuring one tree after the other shares. */
struct measuring {
    image_bytes_fn image;
    void *context;
    struct map *sizes;        /* path → struct size */
    struct file_names *names; /* of images in the output */
    struct arena *arena;
    struct diag *diag;
};

/* Can the image have a file of its path in the output? */
static void check_name(const struct measuring *measuring, const struct node *node)
{
    const char *path = node->as.image.path, *fault = file_path_fault(path, measuring->arena);
    const char *before = fault ? NULL : file_names_take(measuring->names, path);

    if (fault)
        diag_report(measuring->diag, MESSAGE_OUTPUT_NAME, node->source, path, fault, NULL);
    else if (before && strcmp(before, path) != 0)
        diag_report(measuring->diag, MESSAGE_OUTPUT_NAME_TWIN, node->source, path, before, NULL);
}

static void measure_tree(struct measuring *measuring, struct node *root)
{
    for (struct node *node = root; node; node = resolve_next(root, node)) {
        const char *path = node->as.image.path;
        struct size *size;

        if (node->type != NODE_IMAGE || !path)
            continue;
        if (!(size = map_get(measuring->sizes, path))) {
            size = measure(path, measuring->image, measuring->context, measuring->arena);
            map_set(measuring->sizes, path, size);
            if (!size->missing)
                check_name(measuring, node);
        }
        if (size->missing)
            diag_report(measuring->diag, MESSAGE_IMAGE_MISSING, node->source, path, NULL);
        else if (!size->known)
            diag_report(measuring->diag, MESSAGE_IMAGE_UNREADABLE, node->source, path, NULL);
        node->as.image.width = size->width;
        node->as.image.height = size->height;
    }
}

void doc_measure_images(struct document_set *set, image_bytes_fn image, void *context, struct arena *arena,
                        struct diag *diag)
{
    struct measuring measuring = {image, context, map_new(arena), file_names_new(arena), arena, diag};

    for (size_t i = 0; i < set->count; i++)
        measure_tree(&measuring, set->items[i]->root);
    for (size_t i = 0; i < set->binder_count; i++)
        measure_tree(&measuring, set->binders[i]->root);
}
