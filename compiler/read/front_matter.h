/* The YAML between two lines `---` at the start of a Markdown file. */
#ifndef TEKIGO_READ_FRONT_MATTER_H
#define TEKIGO_READ_FRONT_MATTER_H

#include "read/read.h"

/* Reads it into `front` and returns the bytes it takes, fences included, 0 when there is none; `lines` becomes the
 * number of its lines. What is not closed is reported and takes the whole file. */
size_t front_matter_read(const char *path, const char *text, size_t length, struct value **front, int *lines,
                         struct arena *arena, struct diag *diag);

#endif
