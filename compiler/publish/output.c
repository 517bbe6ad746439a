#include "publish/output.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_name.h"
#include "base/path.h"
#include "base/system_error.h"
#include "base/write.h"
#include "publish/beneath.h"
#include "publish/folder.h"
#include "publish/marker.h"
#include "publish/replace.h"

struct output {
    struct arena *arena;
    struct diag *diag;
    const char *directory; /* to be replaced, as asked for */
    const char *name;      /* its last component; NULL: it is to be replaced in place */
    const char *parent_path;
    int parent;         /* the folder that holds it, -1 when that cannot be opened */
    int present;        /* what is there now, -1 when nothing is */
    int home;           /* the folder that holds the fresh one: `parent`, or in place `present` */
    const char *prefix; /* of the names of fresh folders in it */
    const char *fresh;  /* the name of ours */
    int folder, lock;   /* it, open, and the lock of its marker */
    struct marker *written;
    pthread_mutex_t mutex; /* of the two above and the reports */
};

static void report(const struct output *output, const char *path)
{
    diag_report(output->diag, MESSAGE_OUTPUT_UNWRITABLE, (struct source){0}, path,
                system_error_words(output->arena, errno), NULL);
}

static void close_file(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

static void close_output(struct output *output)
{
    close_file(&output->lock);
    close_file(&output->folder);
    close_file(&output->present);
    close_file(&output->parent);
    pthread_mutex_destroy(&output->mutex);
}

/* Splits off trailing slashes, then the last component. `/`, `.` and `..` have none that could be exchanged. */
static void split(struct output *output, const char *directory)
{
    size_t length = strlen(directory);
    while (length > 1 && directory[length - 1] == '/')
        length--;
    char *path = arena_strndup(output->arena, directory, length), *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    output->directory = path;
    if (!*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        output->parent_path = path;
        return;
    }
    output->name = name;
    output->parent_path = !slash          ? "."
                          : slash == path ? "/"
                                          : arena_strndup(output->arena, path, (size_t)(slash - path));
}

/* Opens what is there and its parent. False with errno when that is no folder, or there is not even a parent. */
static bool open_present(struct output *output)
{
    enum { FOLDER = O_RDONLY | O_DIRECTORY | O_CLOEXEC };
    if (!output->name)
        return (output->present = open(output->parent_path, FOLDER)) >= 0;
    output->parent = open(output->parent_path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (output->parent < 0)
        return false;
    output->present = openat(output->parent, output->name, FOLDER | O_NOFOLLOW);
    return output->present >= 0 || errno == ENOENT;
}

static bool is_mount_point(const struct output *output)
{
    struct statx state;
    struct stat parent, present;
    if (statx(output->present, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &state) == 0 &&
        (state.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT))
        return state.stx_attributes & STATX_ATTR_MOUNT_ROOT;
    return fstat(output->parent, &parent) == 0 && fstat(output->present, &present) == 0 &&
           parent.st_dev != present.st_dev;
}

static bool may_write(int folder)
{
    return faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0;
}

/* Where the fresh folder will lie. */
static void choose_home(struct output *output)
{
    bool in_place = !output->name || (output->present >= 0 && (is_mount_point(output) || !may_write(output->parent)));
    output->home = in_place ? output->present : output->parent;
    output->prefix = in_place ? FOLDER_OWN_PREFIX : arena_printf(output->arena, ".%s" FOLDER_OWN_PREFIX, output->name);
}

static const char *list_foreign(const struct output *output, const struct foreign *foreign)
{
    size_t shown = sizeof foreign->first / sizeof *foreign->first;
    const char *list = foreign->first[0];
    for (size_t i = 1; i < shown && foreign->first[i]; i++)
        list = arena_printf(output->arena, "%s, %s", list, foreign->first[i]);
    return foreign->count > shown ? arena_printf(output->arena, "%s, …", list) : list;
}

/* Reports what stands there that tekigo did not write. */
static bool is_replaceable(const struct output *output, bool force)
{
    if (output->present < 0)
        return true;
    const struct marker *marker = marker_read(output->present, output->arena);
    if (marker_state(marker) == MARKER_NONE) { /* no set: nobody asked for the rest of it to be moved */
        if (folder_is_empty(output->present))
            return true;
        diag_report(output->diag, MESSAGE_OUTPUT_FOREIGN, (struct source){0}, output->directory, NULL);
        return false;
    }
    struct foreign foreign = folder_foreign(output->present, marker, output->arena);
    if (foreign.unreadable) {
        report(output, output->directory);
        return false;
    }
    if (foreign.count == 0 || force)
        return true;
    diag_report(output->diag, MESSAGE_OUTPUT_FOREIGN_FILE, (struct source){0}, output->directory,
                arena_printf(output->arena, "%zu", foreign.count), list_foreign(output, &foreign), NULL);
    return false;
}

static bool prepare(struct output *output, const struct output_options *options)
{
    if (options->make_parents && !path_make_parents(arena_strdup(output->arena, output->directory))) {
        report(output, output->parent_path);
        return false;
    }
    if (!open_present(output)) {
        if (output->parent >= 0 && (errno == ENOTDIR || errno == ELOOP))
            diag_report(output->diag, MESSAGE_OUTPUT_NO_FOLDER, (struct source){0}, output->directory, NULL);
        else
            report(output, output->parent >= 0 ? output->directory : output->parent_path);
        return false;
    }
    choose_home(output);
    if (output->present < 0 && folder_restore(output->home, output->prefix, output->name, output->arena))
        output->present = openat(output->parent, output->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (!is_replaceable(output, options->force))
        return false;
    folder_remove_leftovers(output->home, output->prefix, output->arena);
    output->folder = folder_make(output->home, output->prefix, &output->lock, &output->fresh, output->arena);
    if (output->folder < 0)
        report(output, output->home == output->parent ? output->parent_path : output->directory);
    return output->folder >= 0;
}

struct output *output_open(const struct output_options *options, struct arena *arena, struct diag *diag)
{
    struct output *output = arena_alloc(arena, sizeof *output);
    *output = (struct output){.arena = arena, .diag = diag, .parent = -1, .present = -1, .folder = -1, .lock = -1};
    output->written = marker_new(arena);
    pthread_mutex_init(&output->mutex, NULL);
    split(output, options->directory);
    if (prepare(output, options))
        return output;
    close_output(output);
    return NULL;
}

/* Makes the file with its bytes; false with errno. */
static bool write_file(const struct output *output, const char *path, const void *bytes, size_t length)
{
    enum { NEW = O_WRONLY | O_CREAT | O_EXCL };
    int file = beneath_open(output->folder, path, NEW, 0666);
    if (file < 0 && errno == ENOENT && beneath_make_folders(output->folder, path))
        file = beneath_open(output->folder, path, NEW, 0666);
    if (file < 0)
        return false;
    bool good = write_all(file, bytes, length);
    int error = errno;
    if (close(file) != 0 && good) {
        good = false;
        error = errno;
    }
    errno = error;
    return good;
}

bool output_write(void *context, const char *path, const void *bytes, size_t length)
{
    struct output *output = context;
    pthread_mutex_lock(&output->mutex);
    const char *fault = file_path_fault(path, output->arena);
    bool good = !fault && write_file(output, path, bytes, length);
    if (good)
        marker_add(output->written, path, length);
    else if (fault)
        diag_report(output->diag, MESSAGE_OUTPUT_NAME, (struct source){0}, path, fault, NULL);
    else
        report(output, path);
    pthread_mutex_unlock(&output->mutex);
    return good;
}

/* Is the folder that we wrote still where we made it? */
static bool is_there(const struct output *output)
{
    struct stat held, there;
    if (fstat(output->folder, &held) != 0 || fstatat(output->home, output->fresh, &there, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    errno = ENOENT;
    return held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

static bool exchange(struct output *output)
{
    int lock = marker_write(output->folder, output->written, NULL, MARKER_COMPLETE);
    if (lock < 0)
        return false;
    close_file(&output->lock);
    output->lock = lock;
    return beneath_move(output->home, output->fresh, output->parent, output->name) ||
           (errno == EEXIST && beneath_exchange(output->home, output->fresh, output->parent, output->name,
                                                folder_aside(output->fresh, output->arena)));
}

/* Removes what stands under the name of the fresh folder: the old set, or one that was not published. */
static void remove_rest(struct output *output)
{
    close_file(&output->lock); /* whoever removes a folder takes its lock */
    const char *kept = folder_remove(output->home, output->fresh, output->prefix, true, output->arena);
    if (kept)
        diag_report(output->diag, MESSAGE_OUTPUT_KEPT, (struct source){0}, output->directory,
                    arena_printf(output->arena, "%s/%s",
                                 output->home == output->parent ? output->parent_path : output->directory, kept),
                    NULL);
}

bool output_is_exchanged_whole(const struct output *output)
{
    return output->home == output->parent;
}

bool output_commit(struct output *output)
{
    bool good =
        is_there(output) && (output_is_exchanged_whole(output)
                                 ? exchange(output)
                                 : replace_in_place(output->home, output->folder, output->written, output->arena));
    if (!good)
        report(output, output->directory);
    return good;
}

void output_close(struct output *output)
{
    remove_rest(output);
    close_output(output);
}

void output_clean(const char *directory)
{
    struct arena *arena = arena_new();
    struct output output = {.arena = arena, .parent = -1, .present = -1, .folder = -1, .lock = -1};
    pthread_mutex_init(&output.mutex, NULL);
    split(&output, directory);
    open_present(&output);
    if (output.parent >= 0) {
        const char *prefix = arena_printf(arena, ".%s" FOLDER_OWN_PREFIX, output.name);
        if (output.present < 0)
            folder_restore(output.parent, prefix, output.name, arena);
        folder_remove_leftovers(output.parent, prefix, arena);
    }
    if (output.present >= 0)
        folder_remove_leftovers(output.present, FOLDER_OWN_PREFIX, arena);
    close_output(&output);
    arena_free(arena);
}
