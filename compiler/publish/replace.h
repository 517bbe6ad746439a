/* A set in place of another where the folder itself cannot be exchanged: entry by entry. */
#ifndef TEKIGO_PUBLISH_REPLACE_H
#define TEKIGO_PUBLISH_REPLACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "publish/marker.h"

/* Moves the set of the folder `fresh` into the folder `home`, in which it lies, and what it replaces into `fresh`. Both
 * are held open. The page of entry goes first and comes last, so that a reader who begins there meets one set or none.
 * While this goes on, the markers of both folders list the files of both sets: what a stop leaves is known as ours.
 * False with errno when it failed: then what was moved is moved back. */
bool replace_in_place(int home, int fresh, const struct marker *written, struct arena *arena);

#endif
