/* The few settings of a repository that decide how its work tree is compared. Files it includes are not read. */
#ifndef TEKIGO_READ_GIT_SETTINGS_H
#define TEKIGO_READ_GIT_SETTINGS_H

#include <stdbool.h>

#include "base/arena.h"

struct git_settings {
    bool bare;
    const char *worktree; /* core.worktree, NULL when it is not set */
    const char *text;     /* a configuration of the harmless keys alone, for libgit2 */
    const char *problem;  /* the setting that is not understood, for diag_report; NULL: all are */
};

/* Reads the text of a configuration file (NULL: there is none, git's defaults hold). */
struct git_settings git_settings_read(const char *text, struct arena *arena);

#endif
