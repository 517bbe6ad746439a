/* How the files of a work tree are compared with its commit. libgit2's own comparison would read what files of the tree
 * name elsewhere — includes of .gitmodules, the targets of links named .gitignore or .gitattributes — so it compares
 * the commit with the index only. The files themselves are visited here, links never followed, and libgit2 is asked of
 * one path at a time: is it ignored, what is its hash? The flags by which an index hides changes (assume unchanged) are
 * not looked at. */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/git_library.h"

enum { DEPTH_MAX = 100 }; /* of directories; deeper trees are not read at all */

enum {
    MODE_EXECUTABLE = 0100,
    MODE_BITS = 07777 /* beside the kind of file */
};

struct visit {
    struct git_state *state;
    bool trust_mode, links; /* core.filemode, core.symlinks */
    long index_seconds, index_nanoseconds;
    size_t found; /* files of the index that are there */
    bool differs, failed;
};

/* One directory on the way: `path` from the top, "" or ending in a slash. */
struct place {
    const char *path;
    int depth;
    bool ignored;       /* all that is not in the index */
    bool odd_ignore;    /* a .gitignore here or above is a link or no file: none counts */
    bool odd_attribute; /* the same of .gitattributes: files are hashed as they are */
};

static const char *full_path(const struct visit *visit, const char *path)
{
    return arena_printf(visit->state->arena, "%s%s", visit->state->directory->top, path);
}

static bool is_inside(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* A folder that is written, or a fresh one that will take its place: `.<name>.tekigo-…` beside it. */
static bool is_output(const struct git_state *state, const char *path)
{
    static const char fresh[] = ".tekigo-";
    for (const char *const *output = state->outputs; *output; output++) {
        const char *slash = strrchr(*output, '/'), *name = slash ? slash + 1 : *output;
        size_t above = (size_t)(name - *output), length = strlen(name);
        if (is_inside(path, *output))
            return true;
        if (strncmp(path, *output, above) == 0 && path[above] == '.' && strncmp(path + above + 1, name, length) == 0 &&
            strncmp(path + above + 1 + length, fresh, sizeof fresh - 1) == 0)
            return true;
    }
    return false;
}

static bool is_odd(const struct visit *visit, const char *path, const char *name)
{
    struct stat status;
    return lstat(arena_printf(visit->state->arena, "%s%s%s", visit->state->directory->top, path, name), &status) == 0 &&
           !S_ISREG(status.st_mode);
}

static struct place enter(const struct visit *visit, const struct place *above, const char *path)
{
    return (struct place){
        .path = path,
        .depth = above->depth + 1,
        .ignored = above->ignored,
        .odd_ignore = above->odd_ignore || is_odd(visit, path, ".gitignore"),
        .odd_attribute = above->odd_attribute || is_odd(visit, path, ".gitattributes"),
    };
}

/* May what is not in the index be passed over? */
static bool is_ignored(struct visit *visit, const struct place *place, const char *path)
{
    int ignored = 0;
    if (place->ignored)
        return true;
    if (place->odd_ignore)
        return false;
    if (visit->state->git->ignore_path_is_ignored(&ignored, visit->state->repository, path) != 0)
        visit->failed = true;
    return ignored;
}

/* Is the file the one the index saw, and older than the index? A file written in the same moment as the index may have
 * changed since without a trace. The sizes of the index are the low 32 bits. */
static bool is_untouched(const struct visit *visit, const git_index_entry *entry, const struct stat *status)
{
    bool older =
        entry->mtime.seconds < visit->index_seconds ||
        (entry->mtime.seconds == visit->index_seconds && (long)entry->mtime.nanoseconds < visit->index_nanoseconds);
    return older && entry->mtime.seconds == (int32_t)status->st_mtim.tv_sec &&
           entry->mtime.nanoseconds == (uint32_t)status->st_mtim.tv_nsec &&
           entry->ctime.seconds == (int32_t)status->st_ctim.tv_sec &&
           entry->ctime.nanoseconds == (uint32_t)status->st_ctim.tv_nsec && entry->ino == (uint32_t)status->st_ino &&
           entry->uid == (uint32_t)status->st_uid && entry->gid == (uint32_t)status->st_gid &&
           entry->file_size == (uint32_t)status->st_size;
}

static bool hash(struct visit *visit, const struct place *place, const char *path, bool is_link, git_oid *id)
{
    const struct git_library *git = visit->state->git;
    const char *full = full_path(visit, path);
    char target[PATH_MAX];
    if (!is_link)
        return git->repository_hashfile(id, visit->state->repository, full, GIT_OBJECT_BLOB,
                                        place->odd_attribute ? "" : path) == 0;
    ssize_t length = readlink(full, target, sizeof target);
    return length >= 0 && git->odb_hash(id, target, (size_t)length, GIT_OBJECT_BLOB) == 0;
}

/* A file that is in the index, and there. One that cannot be read differs. */
static void compare(struct visit *visit, const struct place *place, const git_index_entry *entry,
                    const struct stat *status)
{
    git_oid id;
    bool is_link = S_ISLNK(status->st_mode), link_wanted = (entry->mode & S_IFMT) == GIT_FILEMODE_LINK;
    bool written_as_file = link_wanted && !is_link && !visit->links;
    visit->found++;
    if (is_link != link_wanted && !written_as_file)
        visit->differs = true;
    else if (visit->trust_mode && !link_wanted && ((entry->mode ^ status->st_mode) & MODE_EXECUTABLE))
        visit->differs = true;
    else if (!is_untouched(visit, entry, status))
        visit->differs =
            !hash(visit, place, entry->path, is_link, &id) || !visit->state->git->oid_equal(&id, &entry->id);
}

static void walk(struct visit *visit, const struct place *place);

static void visit_entry(struct visit *visit, const struct place *place, const char *name)
{
    const struct git_state *state = visit->state;
    const char *path = arena_printf(state->arena, "%s%s", place->path, name);
    const git_index_entry *entry = state->git->index_get_bypath(state->index, path, 0);
    struct stat status;
    if (is_output(state, path) || (entry && (entry->mode & S_IFMT) == GIT_FILEMODE_COMMIT))
        return;
    if (lstat(full_path(visit, path), &status) != 0) {
        visit->differs = true;
    } else if (entry && (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))) {
        compare(visit, place, entry, &status);
    } else if (S_ISDIR(status.st_mode)) {
        size_t position;
        const char *below = arena_printf(state->arena, "%s/", path);
        struct place next = enter(visit, place, below);
        bool known = state->git->index_find_prefix(&position, state->index, below) == 0;
        next.ignored = is_ignored(visit, place, below);
        if (known || !next.ignored)
            walk(visit, &next);
    } else if (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)) {
        visit->differs = !is_ignored(visit, place, path);
    }
}

static void walk(struct visit *visit, const struct place *place)
{
    errno = 0;
    DIR *stream = place->depth < DEPTH_MAX ? opendir(full_path(visit, place->path)) : NULL;
    if (!stream && errno == ENOMEM)
        arena_out_of_memory();
    if (!stream) {
        visit->differs = true;
        return;
    }
    for (const struct dirent *entry; !visit->differs && !visit->failed && (entry = readdir(stream));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && strcmp(entry->d_name, ".git") != 0)
            visit_entry(visit, place, entry->d_name);
    closedir(stream);
}

/* The directory asked for, with what holds in those above it. */
static struct place first_place(struct visit *visit)
{
    const char *prefix = visit->state->directory->prefix;
    struct place place = {.depth = -1};
    place = enter(visit, &place, "");
    for (const char *slash = strchr(prefix, '/'); slash; slash = strchr(slash + 1, '/'))
        place = enter(visit, &place, arena_strndup(visit->state->arena, prefix, (size_t)(slash - prefix) + 1));
    place.ignored = *prefix && is_ignored(visit, &place, prefix);
    place.depth = 0;
    return place;
}

/* Files of the index below the prefix that have to be there. */
static size_t count_expected(const struct git_state *state)
{
    const char *prefix = state->directory->prefix;
    size_t position = 0, count = 0;
    const git_index_entry *entry;
    if (*prefix && state->git->index_find_prefix(&position, state->index, prefix) != 0)
        return 0;
    for (; (entry = state->git->index_get_byindex(state->index, position)) != NULL; position++) {
        struct stat status;
        if (strncmp(entry->path, prefix, strlen(prefix)) != 0)
            break;
        bool absent = (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0 &&
                      lstat(arena_printf(state->arena, "%s%s", state->directory->top, entry->path), &status) != 0;
        count += !absent && !is_output(state, entry->path) && (entry->mode & S_IFMT) != GIT_FILEMODE_COMMIT;
    }
    return count;
}

static bool is_staged(const struct git_state *state, bool *good)
{
    const struct git_library *git = state->git;
    git_diff_options options;
    git_diff *diff = NULL;
    git->diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_DISABLE_PATHSPEC_MATCH;
    char *paths[] = {(char *)state->directory->prefix};
    if (paths[0][0])
        options.pathspec = (git_strarray){paths, 1};
    if (git->diff_tree_to_index(&diff, state->repository, state->tree, state->index, &options) != 0) {
        *good = false;
        return false;
    }
    bool staged = false;
    for (size_t i = 0; i < git->diff_num_deltas(diff) && !staged; i++)
        staged = !is_output(state, git->diff_get_delta(diff, i)->new_file.path);
    git->diff_free(diff);
    return staged;
}

bool git_work_tree_differs(struct git_state *state, bool *good)
{
    struct stat index = {0};
    struct visit visit = {.state = state, .trust_mode = true, .links = true};
    int value;
    *good = true;
    if (is_staged(state, good) || !*good)
        return true;
    if (state->git->config_get_bool(&value, state->config, "core.filemode") == 0)
        visit.trust_mode = value;
    if (state->git->config_get_bool(&value, state->config, "core.symlinks") == 0)
        visit.links = value;
    if (stat(arena_printf(state->arena, "%sindex", state->directory->path), &index) == 0) {
        visit.index_seconds = index.st_mtim.tv_sec;
        visit.index_nanoseconds = index.st_mtim.tv_nsec;
    }
    size_t expected = count_expected(state);
    struct place place = first_place(&visit);
    walk(&visit, &place);
    *good = !visit.failed;
    return visit.differs || visit.found != expected;
}
