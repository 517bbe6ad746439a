#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_error.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/read.h"

#define FILE_SIZE_LIMIT ((size_t)64 << 20)
#define FILE_COUNT_LIMIT 200000
#define DEPTH_LIMIT 32
#define MEBIBYTE ((size_t)1 << 20)

/* What was done with a file; nothing is read, checked or reported twice. */
enum state { STATE_UNREAD, STATE_DONE, STATE_FAILED };

struct entry {
    struct file file; /* first: a file of the tree is its entry */
    const char *bytes, *text;
    size_t byte_length, text_length;
    enum state bytes_state, text_state;
};

struct tree {
    const char *directory;
    char *real; /* without links, ending in `/` */
    struct arena *arena;
    struct diag *diag;
    struct entry *entries;
    size_t count, capacity;
    uint64_t text_size, other_size; /* of files that are not too large to be read */
    bool full;                      /* a limit was met and reported */
    const char **unread;
    size_t unread_count, unread_capacity;
};

static const char *join(struct tree *tree, const char *directory, const char *name)
{
    return *directory ? arena_printf(tree->arena, "%s/%s", directory, name) : arena_strdup(tree->arena, name);
}

static void add_file(struct tree *tree, const char *path)
{
    if (tree->count == tree->capacity) {
        size_t capacity = tree->capacity ? tree->capacity * 2 : 256;
        struct entry *entries = arena_alloc(tree->arena, capacity * sizeof *entries);
        if (tree->count)
            memcpy(entries, tree->entries, tree->count * sizeof *entries);
        tree->entries = entries;
        tree->capacity = capacity;
    }
    tree->entries[tree->count++].file.path = path;
}

void tree_mark_unread(struct tree *tree, const char *path)
{
    if (tree->unread_count == tree->unread_capacity) {
        size_t capacity = tree->unread_capacity ? tree->unread_capacity * 2 : 8;
        const char **unread = arena_alloc(tree->arena, capacity * sizeof *unread);
        if (tree->unread_count)
            memcpy(unread, tree->unread, tree->unread_count * sizeof *unread);
        tree->unread = unread;
        tree->unread_capacity = capacity;
    }
    tree->unread[tree->unread_count++] = path;
}

static void report_full(struct tree *tree, const char *path)
{
    tree_mark_unread(tree, path);
    if (!tree->full)
        diag_report(tree->diag, MESSAGE_FILE_TREE_TOO_LARGE, (struct source){path, 0, 0},
                    arena_printf(tree->arena, "%d", FILE_COUNT_LIMIT), arena_printf(tree->arena, "%d", DEPTH_LIMIT),
                    NULL);
    tree->full = true;
}

/* Is the path (inside the tree) one that the walk passes over? */
static bool is_skipped(const char *path)
{
    if (path[0] == '.' || strstr(path, "/."))
        return true;
    return strncmp(path, "out", 3) == 0 && (path[3] == '/' || path[3] == '\0');
}

static bool is_clean_name(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7F)
            return false;
    return utf8_check(name, length) == length;
}

static bool has_text_extension(const char *name)
{
    static const char *const extensions[] = {".yaml", ".yml", ".csv", ".md", ".lua"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof extensions / sizeof *extensions; i++)
        if (strcmp(dot, extensions[i]) == 0)
            return true;
    return false;
}

/* May the link be followed? `real` is the directory that holds it, without links. Reports when not. */
static bool check_link(struct tree *tree, const char *path, const char *real)
{
    struct source source = {path, 0, 0};
    char target[PATH_MAX], shown[PATH_MAX];
    ssize_t length = readlink(arena_printf(tree->arena, "%s%s", tree->real, path), shown, sizeof shown - 1);
    shown[length > 0 ? length : 0] = '\0';
    if (!realpath(arena_printf(tree->arena, "%s%s", tree->real, path), target)) {
        diag_report(tree->diag, errno == ELOOP ? MESSAGE_FILE_LINK_LOOP : MESSAGE_FILE_LINK_BROKEN, source, shown,
                    NULL);
        return false;
    }
    size_t root = strlen(tree->real), size = strlen(target);
    bool is_root = size + 1 == root && strncmp(target, tree->real, size) == 0;
    if (!is_root && (strncmp(target, tree->real, root) != 0 || is_skipped(target + root))) {
        diag_report(tree->diag, MESSAGE_FILE_LINK_OUTSIDE, source, shown, NULL);
        return false;
    }
    if (is_root || (strncmp(real, target, size) == 0 && (real[size] == '/' || real[size] == '\0'))) {
        diag_report(tree->diag, MESSAGE_FILE_LINK_LOOP, source, NULL);
        return false;
    }
    return true;
}

static void walk(struct tree *tree, const char *directory, int depth);

static void visit(struct tree *tree, const char *directory, const char *real, const char *name, int depth)
{
    struct stat status;
    if (!is_clean_name(name)) {
        diag_report(tree->diag, MESSAGE_FILE_NAME_NOT_UTF8, (struct source){0}, *directory ? directory : ".", NULL);
        tree_mark_unread(tree, directory);
        return;
    }
    const char *path = join(tree, directory, name);
    const char *full = arena_printf(tree->arena, "%s%s", tree->real, path);
    struct source source = {path, 0, 0};
    if (is_skipped(path))
        return;
    if (lstat(full, &status) != 0) {
        diag_report(tree->diag, MESSAGE_FILE_UNREADABLE, source, path, system_error_words(tree->arena, errno), NULL);
        tree_mark_unread(tree, path);
        return;
    }
    if (S_ISLNK(status.st_mode) && (!check_link(tree, path, real) || stat(full, &status) != 0)) {
        tree_mark_unread(tree, path);
        return;
    }
    if (S_ISDIR(status.st_mode) && has_text_extension(name)) {
        diag_report(tree->diag, MESSAGE_FILE_IS_DIRECTORY, source, NULL);
        tree_mark_unread(tree, path);
    } else if (S_ISDIR(status.st_mode)) {
        walk(tree, path, depth + 1);
    } else if (!S_ISREG(status.st_mode)) {
        diag_report(tree->diag, MESSAGE_FILE_NOT_REGULAR, source, NULL);
        tree_mark_unread(tree, path);
    } else if (tree->count >= FILE_COUNT_LIMIT) {
        report_full(tree, path);
    } else {
        add_file(tree, path);
        if ((uint64_t)status.st_size <= FILE_SIZE_LIMIT)
            *(has_text_extension(name) ? &tree->text_size : &tree->other_size) += (uint64_t)status.st_size;
    }
}

/* A directory that errno kept from being read, all or in part. */
static void report_unread(struct tree *tree, const char *directory)
{
    diag_report(tree->diag, MESSAGE_FILE_UNREADABLE, (struct source){directory, 0, 0}, directory,
                system_error_words(tree->arena, errno), NULL);
    tree_mark_unread(tree, directory);
}

static void visit_entries(struct tree *tree, DIR *stream, const char *directory, const char *real, int depth)
{
    while (!tree->full) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry) {
            if (errno != 0)
                report_unread(tree, directory);
            return;
        }
        if (entry->d_name[0] != '.')
            visit(tree, directory, real, entry->d_name, depth);
    }
}

/* Reads one directory, `""` being the top. The order of its entries does not matter: files are sorted at the end and
 * reports when they are printed. */
static void walk(struct tree *tree, const char *directory, int depth)
{
    char real[PATH_MAX];
    const char *full = arena_printf(tree->arena, "%s%s", tree->real, directory);
    DIR *stream = realpath(full, real) ? opendir(full) : NULL;
    if (depth > DEPTH_LIMIT) {
        report_full(tree, directory);
    } else if (!stream) {
        report_unread(tree, directory);
    } else {
        visit_entries(tree, stream, directory, real, depth);
    }
    if (stream)
        closedir(stream);
}

static int compare_entries(const void *left, const void *right)
{
    return strcmp(((const struct entry *)left)->file.path, ((const struct entry *)right)->file.path);
}

struct tree *tree_open(const char *directory, struct arena *arena, struct diag *diag)
{
    struct tree *tree = arena_alloc(arena, sizeof *tree);
    char real[PATH_MAX];
    struct stat status;
    int error = 0;
    if (!realpath(directory, real) || stat(real, &status) != 0)
        error = errno;
    else if (!S_ISDIR(status.st_mode))
        error = ENOTDIR;
    else if (access(real, R_OK | X_OK) != 0)
        error = errno;
    if (error != 0) {
        diag_report(diag, MESSAGE_FILE_TREE_UNREADABLE, (struct source){0}, directory, system_error_words(arena, error),
                    NULL);
        return NULL;
    }
    tree->directory = arena_strdup(arena, directory);
    tree->real = arena_printf(arena, strcmp(real, "/") == 0 ? "%s" : "%s/", real);
    tree->arena = arena;
    tree->diag = diag;
    walk(tree, "", 0);
    if (tree->count > 1)
        qsort(tree->entries, tree->count, sizeof *tree->entries, compare_entries);
    return tree;
}

const char *tree_directory(const struct tree *tree)
{
    return tree->directory;
}

void tree_sizes(const struct tree *tree, uint64_t *text, uint64_t *other)
{
    *text = tree->text_size;
    *other = tree->other_size;
}

size_t tree_unread_count(const struct tree *tree)
{
    return tree->unread_count;
}

const char *tree_unread(const struct tree *tree, size_t index)
{
    return tree->unread[index];
}

size_t tree_count(const struct tree *tree)
{
    return tree->count;
}

struct file *tree_file(struct tree *tree, size_t index)
{
    return &tree->entries[index].file;
}

struct file *tree_find(struct tree *tree, const char *path)
{
    struct entry wanted = {.file.path = path};
    if (tree->count == 0)
        return NULL;
    return bsearch(&wanted, tree->entries, tree->count, sizeof *tree->entries, compare_entries);
}

/* As read(2), for as long as it takes: signals interrupt, some file systems give a part. Gives what there was up to the
 * end or `size`; -1 with errno. */
static ssize_t read_whole(int descriptor, char *bytes, size_t size)
{
    size_t length = 0;
    while (length < size) {
        ssize_t got = read(descriptor, bytes + length, size - length);
        if (got == 0)
            break;
        if (got > 0)
            length += (size_t)got;
        else if (errno != EINTR)
            return -1;
    }
    return (ssize_t)length;
}

/* The bytes of an open file, terminated. NULL (reported) when it cannot be read, or changed meanwhile: half of an old
 * text and half of a new one is neither. */
static char *read_all(struct tree *tree, struct source source, int descriptor, const struct stat *before)
{
    size_t size = (size_t)before->st_size;
    char *bytes = arena_alloc(tree->arena, size + 1);
    struct stat after;
    ssize_t length = read_whole(descriptor, bytes, size + 1);
    if (length < 0 || fstat(descriptor, &after) != 0) {
        diag_report(tree->diag, MESSAGE_FILE_UNREADABLE, source, source.file, system_error_words(tree->arena, errno),
                    NULL);
        return NULL;
    }
    if ((size_t)length != size || after.st_size != before->st_size || after.st_mtim.tv_sec != before->st_mtim.tv_sec ||
        after.st_mtim.tv_nsec != before->st_mtim.tv_nsec) {
        diag_report(tree->diag, MESSAGE_FILE_CHANGED, source, source.file, NULL);
        return NULL;
    }
    return bytes;
}

static bool read_bytes(struct tree *tree, struct entry *entry)
{
    struct source source = {entry->file.path, 0, 0};
    int descriptor =
        open(arena_printf(tree->arena, "%s%s", tree->real, entry->file.path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        diag_report(tree->diag, MESSAGE_FILE_UNREADABLE, source, entry->file.path,
                    system_error_words(tree->arena, errno), NULL);
        if (descriptor >= 0)
            close(descriptor);
        return false;
    }
    if (!S_ISREG(status.st_mode)) { /* put there since the walk */
        diag_report(tree->diag, MESSAGE_FILE_NOT_REGULAR, source, NULL);
        close(descriptor);
        return false;
    }
    size_t size = (size_t)status.st_size;
    if (size > FILE_SIZE_LIMIT) {
        diag_report(tree->diag, MESSAGE_FILE_TOO_LARGE, source,
                    arena_printf(tree->arena, "%zu", (size + MEBIBYTE - 1) / MEBIBYTE),
                    arena_printf(tree->arena, "%zu", FILE_SIZE_LIMIT / MEBIBYTE), NULL);
        close(descriptor);
        return false;
    }
    entry->bytes = read_all(tree, source, descriptor, &status);
    entry->byte_length = size;
    close(descriptor);
    return entry->bytes != NULL;
}

bool tree_load_bytes(struct tree *tree, struct file *file)
{
    struct entry *entry = (struct entry *)file;
    if (entry->bytes_state == STATE_UNREAD) {
        entry->bytes_state = read_bytes(tree, entry) ? STATE_DONE : STATE_FAILED;
        if (entry->bytes_state == STATE_FAILED)
            tree_mark_unread(tree, file->path);
    }
    if (entry->bytes_state == STATE_FAILED)
        return false;
    file->text = entry->bytes;
    file->length = entry->byte_length;
    return true;
}

bool tree_load(struct tree *tree, struct file *file)
{
    struct entry *entry = (struct entry *)file;
    if (entry->text_state == STATE_UNREAD) {
        entry->text_state = STATE_FAILED;
        if (!tree_load_bytes(tree, file))
            return false;
        entry->text = entry->bytes;
        entry->text_length = entry->byte_length;
        if (encoding_to_text(file->path, &entry->text, &entry->text_length, tree->arena, tree->diag))
            entry->text_state = STATE_DONE;
        else
            tree_mark_unread(tree, file->path);
    }
    if (entry->text_state == STATE_FAILED)
        return false;
    file->text = entry->text;
    file->length = entry->text_length;
    return true;
}

const char *tree_text(void *tree, const char *path)
{
    struct file *file = tree_find(tree, path);
    return file ? ((struct entry *)file)->text : NULL;
}
