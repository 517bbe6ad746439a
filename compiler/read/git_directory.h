/* The repository that belongs to the work tree a directory lies in. Only plain files are read here, without libgit2:
 * what libgit2 may open is decided before it is asked.
 *
 * A repository belongs to a work tree when both say so. A directory `.git` does; a file `.git` (linked work trees,
 * submodules) names a directory, which has to name this work tree in turn. Everything that git takes from elsewhere
 * — included configuration, objects of other repositories, links — is left out or refused, since the tree and all that
 * came with it may be a stranger's. All strings live in the arena given. */
#ifndef TEKIGO_READ_GIT_DIRECTORY_H
#define TEKIGO_READ_GIT_DIRECTORY_H

#include <stdbool.h>

#include "base/arena.h"

struct git_directory {
    const char *top;      /* of the work tree; like the next two without links and ending in a slash */
    const char *prefix;   /* from there to the directory asked for: "" or ending in a slash */
    const char *path;     /* HEAD and index of this work tree */
    const char *common;   /* objects, refs and configuration, which linked work trees share */
    const char *settings; /* git_settings.text */
    bool borrows;         /* objects of other repositories are named; they are not read */
    const char *problem;  /* why it is not to be used, for diag_report; NULL: it is good */
};

/* Looks for `.git` in the directory and above it, in the same file system. NULL when there is none; else one that is
 * good or has a problem. */
const struct git_directory *git_directory_find(const char *directory, struct arena *arena);

/* The bytes of a regular file of at most `limit` bytes, followed by a NUL; NULL when it is not there or is anything
 * else. Links are not followed and pipes not waited for. */
char *git_directory_bytes(struct arena *arena, const char *path, size_t limit, size_t *length);

#endif
