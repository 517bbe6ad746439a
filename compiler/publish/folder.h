/* Folders of the output: sets that were published, or were to be. */
#ifndef TEKIGO_PUBLISH_FOLDER_H
#define TEKIGO_PUBLISH_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "publish/marker.h"

/* What stands in a folder and is not ours. */
struct foreign {
    size_t count;
    const char *first[3]; /* paths below the folder, in byte order */
    bool unreadable;      /* something could not be looked at */
};

/* Looks for it. Names of our own that are not of the set (FOLDER_OWN_PREFIX) are passed over. */
struct foreign folder_foreign(int folder, const struct marker *marker, struct arena *arena);

/* Does nothing stand in it but what desktops and file systems put there, and names of our own? */
bool folder_is_empty(int folder);

/* How names begin that we give in an output which is exchanged in place. */
#define FOLDER_OWN_PREFIX ".tekigo-"

/* Makes a folder in `home`, its name `prefix` and some letters of chance, with a locked marker. Gives it open, with the
 * descriptor of the lock and the name; -1 with errno when that failed. */
int folder_make(int home, const char *prefix, int *lock, const char **name, struct arena *arena);

/* Removes what is ours of the folder `name` of `home`, and the folder itself when nothing is left. Gives the name, in
 * `home`, under which the rest was kept, `prefix` and «kept»; NULL when there was none, or when the folder is in use.
 */
const char *folder_remove(int home, const char *name, const char *prefix, bool wait, struct arena *arena);

/* The name under which the old set makes way for the folder of this name, where they cannot be exchanged in one step.
 */
const char *folder_aside(const char *name, struct arena *arena);

/* A build that was stopped in between left no output: puts an old set that made way back as `name`. False when there is
 * none. */
bool folder_restore(int home, const char *prefix, const char *name, struct arena *arena);

/* Removes the folders of `home` that begin with `prefix`, are ours and are not in use. */
void folder_remove_leftovers(int home, const char *prefix, struct arena *arena);

#endif
