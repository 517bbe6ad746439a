#include "publish/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_error.h"
#include "base/path.h"

/* The file by which a directory is known as one of ours. */
static const char marker[] = ".tekigo";
static const char marker_text[] = "This directory is written by tekigo and replaced whole by its next build.\n";

struct output {
    struct arena *arena;
    struct diag *diag;
    const char *directory; /* to be replaced */
    const char *fresh;     /* being written */
};

static void report(const struct output *output, const char *path)
{
    diag_report(output->diag, MESSAGE_OUTPUT_UNWRITABLE, (struct source){0}, path,
                system_error_words(output->arena, errno), NULL);
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static bool is_empty(const char *directory)
{
    DIR *stream = opendir(directory);
    if (!stream)
        return false;
    bool empty = true;
    for (const struct dirent *entry; empty && (entry = readdir(stream));)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(stream);
    return empty;
}

/* Nothing there, an empty directory, or one with our marker. */
static bool is_replaceable(const char *directory, struct arena *arena)
{
    struct stat status;
    if (lstat(directory, &status) != 0)
        return errno == ENOENT || errno == ENOTDIR; /* the latter fails when it is made */
    if (!S_ISDIR(status.st_mode))
        return false;
    return access(arena_printf(arena, "%s/%s", directory, marker), F_OK) == 0 || is_empty(directory);
}

/* Has the process ended? One that ended and that nobody has waited for has too (state Z of /proc/PID/stat). */
static bool is_gone(long process, struct arena *arena)
{
    if (kill((pid_t)process, 0) != 0)
        return errno == ESRCH;
    FILE *stream = fopen(arena_printf(arena, "/proc/%ld/stat", process), "re");
    char state = '\0';
    if (!stream)
        return false;
    bool ended = fscanf(stream, "%*d (%*[^)]) %c", &state) == 1 && state == 'Z';
    fclose(stream);
    return ended;
}

/* Removes the fresh directories of processes that are gone. */
static void remove_leftovers(const char *parent, const char *prefix, struct arena *arena)
{
    DIR *stream = opendir(parent);
    if (!stream)
        return;
    size_t length = strlen(prefix);
    for (const struct dirent *entry; (entry = readdir(stream));) {
        if (strncmp(entry->d_name, prefix, length) != 0)
            continue;
        long process = strtol(entry->d_name + length, NULL, 10);
        if (process > 0 && is_gone(process, arena))
            remove_tree(arena_printf(arena, "%s/%s", parent, entry->d_name));
    }
    closedir(stream);
}

/* Splits off trailing slashes, then the last component. */
static void split(struct output *output, const char *directory, const char **parent, const char **name)
{
    size_t length = strlen(directory);
    while (length > 1 && directory[length - 1] == '/')
        length--;
    char *path = arena_strndup(output->arena, directory, length);
    char *slash = strrchr(path, '/');
    output->directory = path;
    *name = slash ? slash + 1 : path;
    *parent = !slash ? "." : slash == path ? "/" : arena_strndup(output->arena, path, (size_t)(slash - path));
}

struct output *output_open(const char *directory, struct arena *arena, struct diag *diag)
{
    struct output *output = arena_alloc(arena, sizeof *output);
    const char *parent, *name;
    output->arena = arena;
    output->diag = diag;
    split(output, directory, &parent, &name);
    if (!is_replaceable(output->directory, arena)) {
        diag_report(diag, MESSAGE_OUTPUT_FOREIGN, (struct source){0}, output->directory, NULL);
        return NULL;
    }
    if (!path_make_parents(arena_strdup(arena, output->directory))) {
        report(output, parent);
        return NULL;
    }
    const char *prefix = arena_printf(arena, ".%s.tekigo-", name);
    remove_leftovers(parent, prefix, arena);
    output->fresh = arena_printf(arena, "%s/%s%ld", parent, prefix, (long)getpid());
    if (mkdir(output->fresh, 0777) != 0) {
        report(output, output->fresh);
        return NULL;
    }
    if (!output_write(output, marker, marker_text, sizeof marker_text - 1)) {
        output_discard(output);
        return NULL;
    }
    return output;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return true;
}

bool output_write(void *context, const char *path, const void *bytes, size_t length)
{
    const struct output *output = context;
    char full[4096];
    if ((size_t)snprintf(full, sizeof full, "%s/%s", output->fresh, path) >= sizeof full) {
        errno = ENAMETOOLONG;
        report(output, path);
        return false;
    }
    int file = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0 && errno == ENOENT && path_make_parents(full))
        file = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool good = file >= 0 && write_all(file, bytes, length);
    if (file >= 0 && close(file) != 0)
        good = false;
    if (!good)
        report(output, path);
    return good;
}

bool output_commit(struct output *output)
{
    if (rename(output->fresh, output->directory) == 0)
        return true; /* there was none, or an empty one */
    bool occupied = errno == EEXIST || errno == ENOTEMPTY;
    if (!occupied || renameat2(AT_FDCWD, output->fresh, AT_FDCWD, output->directory, RENAME_EXCHANGE) != 0) {
        report(output, output->directory);
        output_discard(output);
        return false;
    }
    return true;
}

void output_clean(struct output *output)
{
    remove_tree(output->fresh);
}

void output_discard(struct output *output)
{
    remove_tree(output->fresh);
}
