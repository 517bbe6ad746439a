/* The pictures of a project: what they are, how large, and the bytes that may be shown. Photographs (PNG, JPEG) keep
 * their bytes; drawings (SVG) are programs as much as pictures and are written anew, structure only: svg_list.h says
 * what stays.
 *
 * Everything lives in the arena. */
#ifndef TEKIGO_IMAGE_IMAGE_H
#define TEKIGO_IMAGE_IMAGE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct picture {
    const unsigned char *bytes; /* as they may be shown; NULL when the picture may not (reported) */
    size_t length;
    int width, height; /* pixels of CSS; 0 when the picture may not be shown */
};

/* The picture in a file of the tree. Reports, at its first use: what is no picture, an ending that names another kind
 * than the bytes are (a browser would go by the ending); in the file: a drawing that cannot be written anew, and once a
 * file what was left out of one. Never NULL. */
const struct picture *picture_read(const char *path, const unsigned char *bytes, size_t length, struct source use,
                                   struct arena *arena, struct diag *diag);

#endif
