/* Files and folders below one that is held open: no name leads out of it, neither by `..` nor by a symbolic link nor
 * because somebody moved a folder meanwhile. All functions set errno when they fail. */
#ifndef TEKIGO_PUBLISH_BENEATH_H
#define TEKIGO_PUBLISH_BENEATH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

/* As open(), `path` being below the folder `root`. Symbolic links are not followed. */
int beneath_open(int root, const char *path, int flags, mode_t mode);

/* Makes the folders on the way to the file `path`. */
bool beneath_make_folders(int root, const char *path);

/* Moves a file or folder to a name that is free. A folder that the file system cannot move in one step (of a lower
 * layer, in containers) is moved file by file. */
bool beneath_move(int from, const char *name, int to, const char *new_name);

/* Exchanges two names that are there. Where the file system cannot do that in one step (FUSE, NFS, SMB, layers) the
 * other makes way for a moment, under the name `aside` beside the first. False when both are where they were. */
bool beneath_exchange(int from, const char *name, int to, const char *other, const char *aside);

/* What is below a folder: `path` from there on, without links; `folder` and `name` to act on it. A folder comes behind
 * what is in it. */
struct beneath_entry {
    const char *path;
    int folder;
    const char *name;
    struct stat status;
};

/* What file systems have at their top for repairs: neither ours nor anybody's. */
#define BENEATH_LOST_AND_FOUND "lost+found"

/* Calls `visit` for everything below the folder `root`, which stays open, and gives false when something could not be
 * read. A folder that lies on another device is not entered, BENEATH_LOST_AND_FOUND of the top left out. */
bool beneath_walk(int root, void (*visit)(void *context, const struct beneath_entry *entry), void *context);

#endif
