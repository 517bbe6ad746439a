/* The output directory, swapped in whole. Files are written to a fresh folder beside it; only a finished set takes its
 * place. A stop at any moment leaves the old set or the new one, and nothing that tekigo did not write is deleted.
 *
 * The fresh folder has a name of chance and holds a locked marker (marker.h): one whose lock nobody holds was left
 * behind and is removed by the next build. Where the output cannot be exchanged as a whole, being a mount point or in a
 * folder that may not be written, the fresh folder lies in it and its contents are exchanged one by one (replace.c). */
#ifndef TEKIGO_PUBLISH_OUTPUT_H
#define TEKIGO_PUBLISH_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct output_options {
    const char *directory; /* to be replaced */
    bool make_parents;     /* make the folders above it */
    bool force;            /* keep aside what tekigo did not write in a set of its own, instead of refusing */
};

struct output;

/* Prepares to replace the directory. NULL (reported) when it holds what tekigo did not write, or cannot be written.
 * Removes what stopped builds of the same directory left. */
struct output *output_open(const struct output_options *options, struct arena *arena, struct diag *diag);

/* Writes one file; `path` is inside the directory. An emit_fn with the output as context. */
bool output_write(void *output, const char *path, const void *bytes, size_t length);

/* Will the new set take the place of the old one in one step? Else a stop in between leaves a set without page of
 * entry. */
bool output_is_exchanged_whole(const struct output *output);

/* Puts the new set in place of the old one. False (reported) when that failed: the old one stands. */
bool output_commit(struct output *output);

/* Removes the set that is not published: the old one after output_commit(), else the new one. */
void output_close(struct output *output);

/* Removes what a build of this directory left that was stopped and did not end by itself. */
void output_clean(const char *directory);

#endif
