/* The images of a document, or of a file, decoded as far as a PDF needs: PNG to rows of samples, JPEG as it is, SVG to
 * a form. */
#ifndef TEKIGO_PDF_IMAGE_H
#define TEKIGO_PDF_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "doc/document.h"
#include "pdf/file.h"

struct form;

struct image {
    const char *path;
    const struct form *form;            /* of a drawing that is no samples: nothing else but the size counts then */
    bool jpeg;                          /* bytes is a JPEG file, else samples of 8 bits */
    bool inverted;                      /* CMYK as some programs write it */
    int width, height, components;      /* 1 gray, 3 RGB, 4 CMYK */
    const unsigned char *bytes, *alpha; /* alpha: one sample a pixel, or NULL */
    size_t length;
    struct packed packed, packed_alpha; /* of an image that was written before; its samples are gone */
};

struct images;
struct image_store;
struct svg;

/* Lives in the arena; `bytes` gives the files, `svg` draws (may be NULL: drawings are reported then). */
struct images *images_new(image_bytes_fn bytes, void *context, struct svg *svg, struct arena *arena, struct diag *diag);

/* Drawings are to hold nothing that PDF/A-1b forbids; they become samples otherwise. */
void images_archive(struct images *images);

/* What is kept of the images of one document for those that follow, as a logo stands in all. It lives in the arena. */
struct image_store *image_store_new(struct arena *arena);
void images_share(struct images *images, struct image_store *store);
struct arena *images_store_arena(const struct images *images);

/* Notes that the samples of an image are in the store now. */
void images_keep(struct images *images, int index, struct packed samples, struct packed alpha);

/* Index of the image of this path, read when first asked for; -1 when it cannot be used, which is reported
 * at `source`. */
int images_add(struct images *images, const char *path, struct source source);

/* Writes the name that pages call the image of a path by, in whatever file. */
void images_add_name(struct buffer *text, const char *path);

int images_count(const struct images *images);
const struct image *images_get(const struct images *images, int index);

#endif
