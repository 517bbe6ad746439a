/* Which commit a tree is at, from the git repository that belongs to it; with the files git_*, the sole users of
 * libgit2. */
#ifndef TEKIGO_READ_REVISION_H
#define TEKIGO_READ_REVISION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"

struct revision {
    const char *commit; /* first 7 digits of the commit at HEAD; "" outside git and when it is unknown */
    const char *date;   /* ISO date of that commit in its own time zone, "" as above */
    bool dirty;         /* files of the tree differ from it */
    bool unknown;       /* the tree is in git, but its commit could not be told */
};

/* Reads the repository that `directory` lies in. The folders `outputs` (ending in NULL) are what a build writes:
 * nothing in them counts as a change. Neither the user's, the system's nor an included configuration is consulted. That
 * the revision is unknown is reported, with the reason. */
struct revision revision_read(const char *directory, const char *const *outputs, struct arena *arena,
                              struct diag *diag);

#endif
