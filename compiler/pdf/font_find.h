/* Where the font files of the system lie. */
#ifndef TEKIGO_PDF_FONT_FIND_H
#define TEKIGO_PDF_FONT_FIND_H

#include <stdbool.h>

#include "base/arena.h"

/* Path of the font file of this name (or path, when it is absolute) in the system, or NULL. Well-known files are found
 * without looking into folders, the others by a search through them when `search` is set. */
const char *font_find(const char *name, bool search, struct arena *arena);

/* The Debian package that has this file, or NULL when unknown. */
const char *font_package(const char *name);

#endif
