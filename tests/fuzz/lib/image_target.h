/* What the targets of the image formats share: bytes decoded and measured. */
#ifndef TEKIGO_TESTS_IMAGE_TARGET_H
#define TEKIGO_TESTS_IMAGE_TARGET_H

#include <string.h>

#include "doc/document.h"
#include "fuzz.h"
#include "pdf/image_decode.h"

static inline const unsigned char *image_target_bytes(void *context, const char *path, size_t *length)
{
    const struct fuzz *fuzz = context;
    (void)path;
    *length = fuzz->length;
    return (const unsigned char *)fuzz->text;
}

/* Measures the bytes as an image of a document; 0 × 0, and one report, when that cannot be. */
static inline struct node *image_target_measure(struct fuzz *fuzz)
{
    struct node *root = node_new(fuzz->arena, NODE_DOCUMENT, (struct source){fuzz->path, 0, 0});
    struct node *figure = node_new(fuzz->arena, NODE_FIGURE, root->source);
    struct node *image = node_new(fuzz->arena, NODE_IMAGE, root->source);
    image->as.image.path = fuzz->path;
    must(node_append(root, figure) && node_append(figure, image));
    struct document document = {.id = "a", .root = root}, *documents[] = {&document};
    struct document_set set = {.items = documents, .count = 1};
    doc_measure_images(&set, image_target_bytes, fuzz, fuzz->arena, fuzz->diag);
    must((image->as.image.width > 0) == (image->as.image.height > 0));
    must((image->as.image.width > 0) == (diag_count(fuzz->diag) == 0));
    return image;
}

/* All samples are read, so that a sanitizer sees those that are not there. */
static inline void image_target_dump(const struct image *image, struct buffer *dump)
{
    buffer_printf(dump, "%d %d %d\n", image->width, image->height, image->components);
    buffer_add(dump, image->bytes, image->length);
    if (image->alpha)
        buffer_add(dump, image->alpha, (size_t)image->width * (size_t)image->height);
}

static inline void image_target_read(struct fuzz *fuzz,
                                     bool (*decode)(const unsigned char *, size_t, struct image *, struct arena *,
                                                    const char **),
                                     struct buffer *dump)
{
    struct image image = {.path = fuzz->path};
    const char *trouble = NULL;
    bool decoded = decode((const unsigned char *)fuzz->text, fuzz->length, &image, fuzz->arena, &trouble);
    const struct node *measured = image_target_measure(fuzz);
    if (!decoded) {
        must(trouble != NULL);
        buffer_add_text(dump, trouble);
        return;
    }
    must(image.width > 0 && image.height > 0);
    must(image.components == 1 || image.components == 3 || image.components == 4);
    must(image.jpeg || image.length == (size_t)image.width * (size_t)image.height * (size_t)image.components);
    /* What the decoder forgives may be too much for the measure, which reports it; two sizes there must not be. */
    must(diag_count(fuzz->diag) > 0 ||
         (image.width == measured->as.image.width && image.height == measured->as.image.height));
    image_target_dump(&image, dump);
}

#endif
