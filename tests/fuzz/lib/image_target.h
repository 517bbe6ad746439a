/* What the targets of the image formats share: bytes decoded and measured. */
#ifndef TEKIGO_TESTS_IMAGE_TARGET_H
#define TEKIGO_TESTS_IMAGE_TARGET_H

#include <string.h>

#include "fuzz.h"
#include "image/image.h"
#include "pdf/image_decode.h"

/* Measures the bytes as a picture of the project; 0 × 0, and a report, when it may not be shown. */
static inline const struct picture *image_target_measure(struct fuzz *fuzz)
{
    const struct picture *picture =
        picture_read(fuzz->path, (const unsigned char *)fuzz->text, fuzz->length, fuzz_use, fuzz->arena, fuzz->diag);
    must((picture->width > 0) == (picture->height > 0));
    must((picture->width > 0) == (picture->bytes != NULL));
    must(picture->bytes || diag_count(fuzz->diag) > 0);
    return picture;
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
    const struct picture *measured = image_target_measure(fuzz);
    if (!decoded) {
        must(trouble != NULL);
        buffer_add_text(dump, trouble);
        return;
    }
    must(image.width > 0 && image.height > 0);
    must(image.components == 1 || image.components == 3 || image.components == 4);
    must(image.jpeg || image.length == (size_t)image.width * (size_t)image.height * (size_t)image.components);
    /* What the decoder forgives may be too much for the measure, which reports it; two sizes there must not be. */
    must(diag_count(fuzz->diag) > 0 || (image.width == measured->width && image.height == measured->height));
    image_target_dump(&image, dump);
}

#endif
