#include "publish/replace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_name.h"
#include "publish/beneath.h"
#include "publish/folder.h"

static const char entry_page[] = FILE_ENTRY_PAGE;

/* The page of entry of the old set, while it stands beside that of the new one. */
#define OLD_ENTRY_PAGE FOLDER_OWN_PREFIX "entry"
/* Any other of its entries, on its way. */
#define OLD_ENTRY FOLDER_OWN_PREFIX "old"

enum move { MOVE_IN, MOVE_OUT, MOVE_EXCHANGE };

struct step {
    enum move move;
    const char *home_name, *fresh_name;
};

struct replacing {
    int home, fresh;
    struct step *steps; /* done so far */
    size_t count;
    struct arena *arena;
};

static bool move_entry(const struct replacing *replacing, const struct step *step)
{
    if (step->move == MOVE_EXCHANGE)
        return beneath_exchange(replacing->fresh, step->fresh_name, replacing->home, step->home_name, OLD_ENTRY);
    if (step->move == MOVE_OUT)
        return beneath_move(replacing->home, step->home_name, replacing->fresh, step->fresh_name);
    return beneath_move(replacing->fresh, step->fresh_name, replacing->home, step->home_name);
}

static bool take_step(struct replacing *replacing, struct step step)
{
    if (!move_entry(replacing, &step))
        return false;
    replacing->steps[replacing->count++] = step;
    return true;
}

static void undo(struct replacing *replacing)
{
    static const enum move opposite[] = {[MOVE_IN] = MOVE_OUT, [MOVE_OUT] = MOVE_IN, [MOVE_EXCHANGE] = MOVE_EXCHANGE};
    while (replacing->count > 0) {
        struct step back = replacing->steps[--replacing->count];
        back.move = opposite[back.move];
        move_entry(replacing, &back);
    }
}

struct names {
    const char **items; /* in byte order */
    size_t count;
};

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool has_name(const struct names *names, const char *name)
{
    return names->count > 0 && bsearch(&name, names->items, names->count, sizeof *names->items, compare_names);
}

/* What stands in a folder, without our own names. False with errno. */
static bool list_names(int folder, struct names *names, struct arena *arena)
{
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = again >= 0 ? fdopendir(again) : NULL;
    size_t capacity = 0;
    *names = (struct names){0};
    if (!stream) {
        if (again >= 0)
            close(again);
        return false;
    }
    for (const struct dirent *entry; (entry = readdir(stream));) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, BENEATH_LOST_AND_FOUND) == 0 ||
            strncmp(name, MARKER_NAME, strlen(MARKER_NAME)) == 0)
            continue;
        if (names->count == capacity) {
            const char **items = arena_alloc(arena, (capacity = capacity ? 2 * capacity : 64) * sizeof *items);
            if (names->count)
                memcpy(items, names->items, names->count * sizeof *items);
            names->items = items;
        }
        names->items[names->count++] = arena_strdup(arena, name);
    }
    closedir(stream);
    if (names->count > 1)
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    return true;
}

/* All but the page of entry: what is in both is exchanged, what only the new set has moved in, the rest moved out. */
static bool move_all(struct replacing *replacing, const struct names *fresh, const struct names *home)
{
    for (size_t i = 0; i < fresh->count; i++) {
        const char *name = fresh->items[i];
        enum move move = has_name(home, name) ? MOVE_EXCHANGE : MOVE_IN;
        if (strcmp(name, entry_page) != 0 && !take_step(replacing, (struct step){move, name, name}))
            return false;
    }
    for (size_t i = 0; i < home->count; i++) {
        const char *name = home->items[i];
        if (strcmp(name, entry_page) != 0 && !has_name(fresh, name) &&
            !take_step(replacing, (struct step){MOVE_OUT, name, name}))
            return false;
    }
    return true;
}

/* The marker of the folder, whose lock nobody needs: the folder itself is locked. */
static bool mark(int folder, const struct marker *marker, const struct marker *other, enum marker_state state)
{
    int lock = marker_write(folder, marker, other, state);
    if (lock >= 0)
        close(lock);
    return lock >= 0;
}

static bool replace(struct replacing *replacing, const struct marker *written)
{
    struct names fresh, home;
    if (!list_names(replacing->fresh, &fresh, replacing->arena) ||
        !list_names(replacing->home, &home, replacing->arena))
        return false;
    replacing->steps = arena_alloc(replacing->arena, (fresh.count + home.count + 2) * sizeof *replacing->steps);
    return (!has_name(&home, entry_page) ||
            take_step(replacing, (struct step){MOVE_OUT, entry_page, OLD_ENTRY_PAGE})) &&
           move_all(replacing, &fresh, &home) &&
           (!has_name(&fresh, entry_page) || take_step(replacing, (struct step){MOVE_IN, entry_page, entry_page})) &&
           mark(replacing->home, written, NULL, MARKER_COMPLETE);
}

bool replace_in_place(int home, int fresh, const struct marker *written, struct arena *arena)
{
    struct replacing replacing = {.home = home, .fresh = fresh, .arena = arena};
    while (flock(home, LOCK_EX) != 0 && errno == EINTR)
        ; /* one at a time, where the file system can tell */
    const struct marker *old = marker_read(home, arena);
    if (mark(fresh, written, old, MARKER_PUBLISHING) && mark(home, written, old, MARKER_PUBLISHING) &&
        replace(&replacing, written))
        return true;
    int error = errno;
    undo(&replacing);
    if (marker_state(old) == MARKER_NONE)
        unlinkat(home, MARKER_NAME, 0);
    else
        mark(home, old, NULL, marker_state(old));
    errno = error;
    return false;
}
