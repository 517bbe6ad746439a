/* The output directory, swapped in whole. Files are written to a fresh directory beside it; only a finished set takes
 * its place. A stop at any moment leaves the old set or the new one. */
#ifndef TEKIGO_PUBLISH_OUTPUT_H
#define TEKIGO_PUBLISH_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct output;

/* Prepares to replace `directory`. NULL (reported) when it exists and was not made by tekigo, or cannot be written.
 * Removes what stopped builds of the same directory left. */
struct output *output_open(const char *directory, struct arena *arena, struct diag *diag);

/* Writes one file; `path` is inside the directory. An emit_fn with the output as context. */
bool output_write(void *output, const char *path, const void *bytes, size_t length);

/* Puts the new set in place of the old one. False (reported) when that failed: the old one stands. */
bool output_commit(struct output *output);

/* Removes the old set, after the new one took its place. */
void output_clean(struct output *output);

/* Throws the new set away. */
void output_discard(struct output *output);

#endif
