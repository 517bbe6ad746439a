/* Where the font files of the system lie. */
#ifndef TEKIGO_PDF_FONT_FIND_H
#define TEKIGO_PDF_FONT_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum font_place { FONT_ABSENT, FONT_THERE, FONT_REFUSED };

/* Finds the font file of this name in the system and gives its `path`. Well-known files are found without looking into
 * folders, the others by a search through them when `search` is set. A name with `/` is a path: one that starts with it
 * must lead, links followed, to a regular file below the system's font folders, any other is of the project. What leads
 * elsewhere, to a pipe, a device or a folder, is refused. */
enum font_place font_find(const char *name, bool search, struct arena *arena, const char **path);

/* Opens a font file for reading without waiting for it; -1 with errno when that fails or it is no regular file. Gives
 * its size. */
int font_open(const char *path, size_t *size);

/* The Debian package that has this file, or NULL when unknown. */
const char *font_package(const char *name);

#endif
