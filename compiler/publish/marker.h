/* The file by which a folder is known as one of ours, and which says what of it we wrote. */
#ifndef TEKIGO_PUBLISH_MARKER_H
#define TEKIGO_PUBLISH_MARKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

#define MARKER_NAME ".tekigo"

enum marker_state {
    MARKER_NONE,       /* there is none: the folder is not ours */
    MARKER_WRITING,    /* a set is being written, or its writing was stopped: all of it is ours */
    MARKER_PUBLISHING, /* files of two sets stand there, listed without regard to their sizes */
    MARKER_COMPLETE,   /* a whole set, listed with sizes */
    MARKER_UNLISTED    /* a whole set of version 0.1.0, which did not list its files */
};

struct marker;

/* A list without files yet. Lives in the arena. */
struct marker *marker_new(struct arena *arena);

/* Adds a file of the set: its path below the folder, which is copied. */
void marker_add(struct marker *marker, const char *path, size_t size);

/* Writes the marker of the folder in one step: what was there before stands until the new one is whole. With `other`,
 * its files are listed too. Gives a descriptor that holds the lock of marker_lock(), or -1 with errno. */
int marker_write(int folder, const struct marker *marker, const struct marker *other, enum marker_state state);

/* The text of a marker, added to `text`. The state is any but MARKER_NONE. */
void marker_add_text(struct buffer *text, const struct marker *marker, const struct marker *other,
                     enum marker_state state);

/* Reads the marker of the folder, or its text. Never NULL. */
struct marker *marker_read(int folder, struct arena *arena);
struct marker *marker_parse(const char *text, struct arena *arena);
enum marker_state marker_state(const struct marker *marker);

/* Takes the lock on the marker, by which a folder that is in use is told from one that was left behind, in other
 * containers and on other machines too. `wait` until another gives it back. The lock goes with the descriptor and with
 * the process; -1 when there is no marker or another has the lock. Where the file system knows no locks, one who would
 * wait gets the descriptor all the same, and one who would not gets none. */
int marker_lock(int folder, bool wait);

/* Removes what is left of a marker that was being written when its writer was stopped. False when there is none, or it
 * is still being written. */
bool marker_abandon(int folder);

/* Is it a file that desktops put into every folder they show? `path` below the folder. */
bool marker_is_desktop_file(const char *path);

/* Is what stands at `path` below the folder (`size` bytes, when it is a file) what we wrote there? */
bool marker_owns(const struct marker *marker, const char *path, bool file, size_t size);

#endif
