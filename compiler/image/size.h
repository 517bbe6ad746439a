/* Sizes of pictures, from their headers alone. Nothing is decoded; every read is within the bytes. */
#ifndef TEKIGO_IMAGE_SIZE_H
#define TEKIGO_IMAGE_SIZE_H

#include <stdbool.h>
#include <stddef.h>

enum picture_kind { PICTURE_OTHER, PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG };

struct picture_size {
    int width, height;
};

/* The kind that the first bytes show: the signature of PNG or JPEG, or the `<` of a text of marks. */
enum picture_kind picture_kind(const unsigned char *bytes, size_t length);

/* Pixels of a PNG or JPEG. False when the header is damaged or claims no or too large a side. */
bool picture_measure(enum picture_kind kind, const unsigned char *bytes, size_t length, struct picture_size *size);

/* Size of a drawing in pixels of CSS, from the attributes of its root (each may be NULL): width and height, each by the
 * shape of the view box when only one is there, both by the view box when none is. */
bool picture_measure_svg(const char *width, const char *height, const char *view_box, struct picture_size *size);

#endif
