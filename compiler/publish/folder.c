#include "publish/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "publish/beneath.h"

enum {
    LETTERS = 8,     /* of chance: 32^8 names */
    TRIES = 100,     /* for a name that is free; more than a few say that something else is wrong */
    KEPT_MAX = 10000 /* folders kept aside of one output */
};

struct search {
    const struct marker *marker;
    struct arena *arena;
    struct foreign foreign;
};

/* Keeps the paths that come first. */
static void note_foreign(struct search *search, const char *path)
{
    struct foreign *foreign = &search->foreign;
    const char *kept = path;
    size_t size = sizeof foreign->first / sizeof *foreign->first;
    foreign->count++;
    for (size_t i = 0; i < size; i++) {
        if (foreign->first[i] && strcmp(kept, foreign->first[i]) >= 0)
            continue;
        const char *later = foreign->first[i];
        foreign->first[i] = kept == path ? arena_strdup(search->arena, path) : kept;
        if (!later)
            return;
        kept = later;
    }
}

static void look(void *context, const struct beneath_entry *entry)
{
    struct search *search = context;
    if (strncmp(entry->path, FOLDER_OWN_PREFIX, sizeof FOLDER_OWN_PREFIX - 1) == 0 || S_ISDIR(entry->status.st_mode))
        return;
    if (!marker_owns(search->marker, entry->path, S_ISREG(entry->status.st_mode), (size_t)entry->status.st_size))
        note_foreign(search, entry->path);
}

struct foreign folder_foreign(int folder, const struct marker *marker, struct arena *arena)
{
    struct search search = {.marker = marker, .arena = arena};
    search.foreign.unreadable = !beneath_walk(folder, look, &search);
    return search.foreign;
}

bool folder_is_empty(int folder)
{
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = again >= 0 ? fdopendir(again) : NULL;
    bool empty = stream != NULL;
    for (const struct dirent *entry; empty && (entry = readdir(stream));) {
        const char *name = entry->d_name;
        empty = strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, BENEATH_LOST_AND_FOUND) == 0 ||
                strncmp(name, FOLDER_OWN_PREFIX, sizeof FOLDER_OWN_PREFIX - 1) == 0 || marker_is_desktop_file(name);
    }
    if (stream)
        closedir(stream);
    return empty;
}

static const char *chance_name(const char *prefix, struct arena *arena)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char bytes[LETTERS];
    char text[LETTERS + 1] = "";
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return NULL;
    for (int i = 0; i < LETTERS; i++)
        text[i] = letters[bytes[i] % 32];
    return arena_printf(arena, "%s%s", prefix, text);
}

int folder_make(int home, const char *prefix, int *lock, const char **name, struct arena *arena)
{
    const struct marker *empty = marker_new(arena);
    for (int i = 0; i < TRIES; i++) {
        *name = chance_name(prefix, arena);
        if (!*name)
            return -1;
        if (mkdirat(home, *name, 0777) != 0) {
            if (errno == EEXIST)
                continue;
            return -1;
        }
        int folder = openat(home, *name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        *lock = folder >= 0 ? marker_write(folder, empty, NULL, MARKER_WRITING) : -1;
        if (*lock >= 0)
            return folder;
        int error = errno;
        if (folder >= 0)
            close(folder);
        unlinkat(home, *name, AT_REMOVEDIR);
        errno = error;
        if (error != ENOENT) /* else another build took it, still empty, for one that was left behind */
            return -1;
    }
    errno = EEXIST;
    return -1;
}

/* The marker goes last: without it, nobody would know what the rest is. */
static void remove_owned(void *context, const struct beneath_entry *entry)
{
    const struct marker *marker = context;
    bool file = S_ISREG(entry->status.st_mode);
    if (S_ISDIR(entry->status.st_mode))
        unlinkat(entry->folder, entry->name, AT_REMOVEDIR); /* when it is empty */
    else if (strcmp(entry->path, MARKER_NAME) != 0 &&
             marker_owns(marker, entry->path, file, (size_t)entry->status.st_size))
        unlinkat(entry->folder, entry->name, 0);
}

/* Gives a folder with files of others the next name that is free. */
static const char *keep_aside(int home, const char *name, const char *prefix, struct arena *arena)
{
    for (int i = 1; i < KEPT_MAX; i++) {
        const char *kept = i == 1 ? arena_printf(arena, "%skept", prefix) : arena_printf(arena, "%skept-%d", prefix, i);
        struct stat status;
        if (fstatat(home, kept, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT)
            return renameat(home, name, home, kept) == 0 ? kept : name;
    }
    return name;
}

static void count(void *context, const struct beneath_entry *entry)
{
    if (strcmp(entry->path, MARKER_NAME) != 0)
        ++*(size_t *)context;
}

/* Removes what is ours, and the marker when nobody needs it any more: of a set that was being written nothing may be
 * left, or it would not be known for one. Gives false when not all could be looked at. */
static bool empty_folder(int folder, struct marker *marker)
{
    size_t left = 0;
    bool whole = beneath_walk(folder, remove_owned, marker) && beneath_walk(folder, count, &left);
    if (!whole || (left > 0 && marker_state(marker) == MARKER_WRITING))
        return false;
    unlinkat(folder, MARKER_NAME, 0);
    return true;
}

const char *folder_remove(int home, const char *name, const char *prefix, bool wait, struct arena *arena)
{
    int folder = openat(home, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) /* somebody put another thing in place of the set */
        return errno == ELOOP || errno == ENOTDIR ? keep_aside(home, name, prefix, arena) : NULL;
    struct marker *marker = marker_read(folder, arena);
    bool ours = marker_state(marker) != MARKER_NONE;
    int lock = ours ? marker_lock(folder, wait) : -1;
    if (ours && lock < 0) { /* in use, or nobody can tell */
        close(folder);
        return NULL;
    }
    bool emptied = !ours || empty_folder(folder, marker);
    if (lock >= 0)
        close(lock); /* some file systems keep what is open, under another name */
    close(folder);
    if (!emptied || unlinkat(home, name, AT_REMOVEDIR) == 0)
        return NULL;
    return keep_aside(home, name, prefix, arena);
}

static const char aside_ending[] = "-old";

const char *folder_aside(const char *name, struct arena *arena)
{
    return arena_printf(arena, "%s%s", name, aside_ending);
}

static bool is_aside(int home, const char *name, const char *prefix, struct arena *arena)
{
    size_t length = strlen(name), ending = sizeof aside_ending - 1;
    if (strncmp(name, prefix, strlen(prefix)) != 0 || length < ending ||
        strcmp(name + length - ending, aside_ending) != 0)
        return false;
    int folder = openat(home, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return false;
    enum marker_state state = marker_state(marker_read(folder, arena));
    close(folder);
    return state == MARKER_COMPLETE || state == MARKER_UNLISTED;
}

bool folder_restore(int home, const char *prefix, const char *name, struct arena *arena)
{
    int again = openat(home, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = again >= 0 ? fdopendir(again) : NULL;
    bool restored = false;
    if (!stream) {
        if (again >= 0)
            close(again);
        return false;
    }
    for (const struct dirent *entry; !restored && (entry = readdir(stream));)
        restored = is_aside(home, entry->d_name, prefix, arena) && beneath_move(home, entry->d_name, home, name);
    closedir(stream);
    return restored;
}

/* Ours, or one that was stopped before it had its marker. */
static void remove_leftover(int home, const char *name, const char *prefix, struct arena *arena)
{
    if (unlinkat(home, name, AT_REMOVEDIR) == 0)
        return;
    int folder = openat(home, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    bool ours = marker_state(marker_read(folder, arena)) != MARKER_NONE;
    bool abandoned = !ours && marker_abandon(folder);
    close(folder);
    if (ours)
        folder_remove(home, name, prefix, false, arena);
    else if (abandoned)
        unlinkat(home, name, AT_REMOVEDIR);
}

void folder_remove_leftovers(int home, const char *prefix, struct arena *arena)
{
    int again = openat(home, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = again >= 0 ? fdopendir(again) : NULL;
    if (!stream) {
        if (again >= 0)
            close(again);
        return;
    }
    for (const struct dirent *entry; (entry = readdir(stream));)
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
            remove_leftover(home, entry->d_name, prefix, arena);
    closedir(stream);
}
