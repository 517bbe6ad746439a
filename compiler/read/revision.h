/* Which commit a tree is at, from its git repository; the sole user of libgit2. */
#ifndef TEKIGO_READ_REVISION_H
#define TEKIGO_READ_REVISION_H

#include <stdbool.h>

#include "base/arena.h"

struct revision {
    const char *commit; /* first 7 digits of the commit at HEAD, "" outside git */
    const char *date;   /* ISO date of that commit in its own time zone, "" outside git */
    bool dirty;         /* files of the tree differ from it */
};

/* Reads the repository that holds `directory`. The user's and the system's git configuration are not consulted. */
struct revision revision_read(const char *directory, struct arena *arena);

#endif
