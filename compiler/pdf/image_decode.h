/* The decoders behind image.h, which alone see libpng and libjpeg. A damaged file gives false and the library's words.
 */
#ifndef TEKIGO_PDF_IMAGE_DECODE_H
#define TEKIGO_PDF_IMAGE_DECODE_H

#include "pdf/image.h"

/* Fills in all but the path. The samples live in the arena. */
bool image_decode_png(const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                      const char **trouble);

/* The bytes stay where they are. */
bool image_decode_jpeg(const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                       const char **trouble);

#endif
