/* A marker is text: a line that says what the folder is, a line with the state, then a line for each file with its size
 * and path, in byte order of the paths. Version 0.1.0 wrote the first line alone. */
#include "publish/marker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/map.h"
#include "base/write.h"
#include "publish/beneath.h"

#define FRESH_NAME MARKER_NAME ".new"

enum { LARGEST_MARKER = 64 << 20 /* bytes; a path takes some 50, and a set has at most 200,000 files */ };

static const char first_line[] = "This directory is written by tekigo and replaced whole by its next build.\n";

/* The second line. To add a state: a line here. */
static const char *const state_lines[] = {
    [MARKER_WRITING] = "writing:\n",
    [MARKER_PUBLISHING] = "publishing:\n",
    [MARKER_COMPLETE] = "files:\n",
    [MARKER_UNLISTED] = "",
};

struct marker {
    struct arena *arena;
    enum marker_state state;
    struct map *sizes; /* path → size_t */
};

struct marker *marker_new(struct arena *arena)
{
    struct marker *marker = arena_alloc(arena, sizeof *marker);
    marker->arena = arena;
    marker->state = MARKER_NONE;
    marker->sizes = map_new(arena);
    return marker;
}

void marker_add(struct marker *marker, const char *path, size_t size)
{
    size_t *kept = arena_alloc(marker->arena, sizeof *kept);
    *kept = size;
    map_set(marker->sizes, arena_strdup(marker->arena, path), kept);
}

struct line {
    const char *path;
    size_t size;
};

static int compare_lines(const void *left, const void *right)
{
    return strcmp(((const struct line *)left)->path, ((const struct line *)right)->path);
}

static size_t take_lines(struct line *lines, size_t count, const struct marker *marker)
{
    for (size_t i = 0; i < map_count(marker->sizes); i++)
        lines[count++] = (struct line){map_key(marker->sizes, i), *(size_t *)map_value(marker->sizes, i)};
    return count;
}

void marker_add_text(struct buffer *text, const struct marker *marker, const struct marker *other,
                     enum marker_state state)
{
    size_t count = 0, all = map_count(marker->sizes) + (other ? map_count(other->sizes) : 0);
    struct line *lines = arena_alloc(marker->arena, (all + 1) * sizeof *lines);
    count = take_lines(lines, count, marker);
    if (other)
        count = take_lines(lines, count, other);
    qsort(lines, count, sizeof *lines, compare_lines);
    buffer_add_text(text, first_line);
    buffer_add_text(text, state_lines[state]);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(lines[i].path, lines[i - 1].path) != 0)
            buffer_printf(text, "%zu %s\n", lines[i].size, lines[i].path);
}

enum lock_result { LOCK_TAKEN, LOCK_HELD, LOCK_UNKNOWN /* to the file system */ };

static enum lock_result take_lock(int file, bool wait)
{
    while (flock(file, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return LOCK_HELD;
        if (errno != EINTR)
            return LOCK_UNKNOWN;
    }
    return LOCK_TAKEN;
}

int marker_write(int folder, const struct marker *marker, const struct marker *other, enum marker_state state)
{
    struct buffer text = {0};
    marker_add_text(&text, marker, other, state);
    unlinkat(folder, FRESH_NAME, 0);
    int file = beneath_open(folder, FRESH_NAME, O_WRONLY | O_CREAT | O_EXCL, 0666);
    bool good = file >= 0 && take_lock(file, false) != LOCK_HELD && write_all(file, text.data, text.length) &&
                renameat(folder, FRESH_NAME, folder, MARKER_NAME) == 0;
    buffer_free(&text);
    if (good)
        return file;
    if (file >= 0) {
        int error = errno;
        close(file);
        unlinkat(folder, FRESH_NAME, 0);
        errno = error;
    }
    return -1;
}

/* The bytes of the marker with a NUL behind them, in the arena; NULL when there is none that could be ours. */
static char *read_text(int folder, struct arena *arena)
{
    int file = beneath_open(folder, MARKER_NAME, O_RDONLY | O_NONBLOCK, 0);
    struct stat status;
    char *text = NULL;
    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= LARGEST_MARKER) {
        size_t size = (size_t)status.st_size, length = 0;
        text = arena_alloc(arena, size + 1);
        ssize_t got = 0;
        while (length < size && (got = read(file, text + length, size - length)) != 0 && (got > 0 || errno == EINTR))
            length += got > 0 ? (size_t)got : 0;
    }
    if (file >= 0)
        close(file);
    return text;
}

static void read_lines(struct marker *marker, const char *at)
{
    while (*at) {
        char *end;
        unsigned long long size = strtoull(at, &end, 10);
        size_t length = strcspn(at, "\n");
        if (*end == ' ' && end + 1 < at + length)
            marker_add(marker, arena_strndup(marker->arena, end + 1, (size_t)(at + length - end - 1)), (size_t)size);
        at += length + (at[length] == '\n');
    }
}

struct marker *marker_parse(const char *text, struct arena *arena)
{
    struct marker *marker = marker_new(arena);
    if (strncmp(text, first_line, sizeof first_line - 1) != 0)
        return marker;
    text += sizeof first_line - 1;
    marker->state = *text ? MARKER_NONE : MARKER_UNLISTED;
    for (int state = MARKER_WRITING; state <= MARKER_COMPLETE; state++) {
        size_t length = strlen(state_lines[state]);
        if (strncmp(text, state_lines[state], length) != 0)
            continue;
        marker->state = (enum marker_state)state;
        read_lines(marker, text + length);
    }
    return marker;
}

struct marker *marker_read(int folder, struct arena *arena)
{
    const char *text = read_text(folder, arena);
    return text ? marker_parse(text, arena) : marker_new(arena);
}

enum marker_state marker_state(const struct marker *marker)
{
    return marker->state;
}

/* Is the open file still the one that stands in the folder? */
static bool stands(int folder, int file)
{
    struct stat held, there;
    return fstat(file, &held) == 0 && fstatat(folder, MARKER_NAME, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

int marker_lock(int folder, bool wait)
{
    for (;;) {
        int file = beneath_open(folder, MARKER_NAME, O_RDONLY | O_NONBLOCK, 0);
        if (file < 0)
            return -1;
        enum lock_result result = take_lock(file, wait);
        if ((result == LOCK_TAKEN && stands(folder, file)) || (result == LOCK_UNKNOWN && wait))
            return file;
        close(file);
        if (result != LOCK_TAKEN)
            return -1;
    }
}

bool marker_abandon(int folder)
{
    int file = beneath_open(folder, FRESH_NAME, O_RDONLY | O_NONBLOCK, 0);
    if (file < 0)
        return false;
    bool abandoned = take_lock(file, false) == LOCK_TAKEN && unlinkat(folder, FRESH_NAME, 0) == 0;
    close(file);
    return abandoned;
}

bool marker_is_desktop_file(const char *path)
{
    static const char *const names[] = {".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini", ".directory"};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return strncmp(name, "._", 2) == 0;
}

/* Could version 0.1.0 have written it? */
static bool is_output_file(const char *path)
{
    static const char *const endings[] = {".html", ".pdf", ".css", ".png", ".jpg",
                                          ".jpeg", ".svg", ".ttf", ".otf", ".tree"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcmp(dot, endings[i]) == 0)
            return true;
    return false;
}

bool marker_owns(const struct marker *marker, const char *path, bool file, size_t size)
{
    if (marker->state == MARKER_WRITING)
        return true;
    if (!file)
        return false;
    if (strncmp(path, MARKER_NAME, sizeof MARKER_NAME - 1) == 0 && !strchr(path, '/'))
        return marker->state != MARKER_NONE;
    if (marker_is_desktop_file(path))
        return true;
    if (marker->state == MARKER_UNLISTED)
        return is_output_file(path);
    const size_t *written = map_get(marker->sizes, path);
    return written && (marker->state == MARKER_PUBLISHING || *written == size);
}
