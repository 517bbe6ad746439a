#include "read/git_directory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "read/git_settings.h"

enum {
    TEXT_MAX = 1 << 20, /* bytes of a configuration or a file `.git`: git itself writes a few hundred */
    DEPTH_MAX = 32      /* directories of refs/ below each other */
};

static const char *real_path(struct arena *arena, const char *path)
{
    char real[PATH_MAX];
    return realpath(path, real) ? arena_strdup(arena, real) : NULL;
}

/* The same, of a path that another file names, relative to where that one lies (ending in a slash). */
static const char *named_path(struct arena *arena, const char *base, const char *name)
{
    return name ? real_path(arena, *name == '/' ? name : arena_printf(arena, "%s%s", base, name)) : NULL;
}

static bool is_same(const char *left, const char *right)
{
    return left && right && strcmp(left, right) == 0;
}

static bool exists(struct arena *arena, const char *directory, const char *name)
{
    struct stat status;
    return lstat(arena_printf(arena, "%s%s", directory, name), &status) == 0;
}

char *git_directory_bytes(struct arena *arena, const char *path, size_t limit, size_t *length)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
    struct stat status;
    char *bytes = NULL;
    *length = 0;
    if (file < 0)
        return NULL;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && (size_t)status.st_size <= limit) {
        size_t size = (size_t)status.st_size;
        ssize_t got = 0;
        bytes = arena_alloc(arena, size + 1);
        while (*length < size && (got = read(file, bytes + *length, size - *length)) != 0 &&
               (got > 0 || errno == EINTR))
            *length += got > 0 ? (size_t)got : 0;
        if (got < 0)
            bytes = NULL;
    }
    close(file);
    return bytes;
}

static const char *text_of(struct arena *arena, const char *path)
{
    size_t length;
    return git_directory_bytes(arena, path, TEXT_MAX, &length);
}

/* The text without line ends at its end. */
static const char *line_of(struct arena *arena, const char *path)
{
    const char *text = text_of(arena, path);
    size_t length = text ? strlen(text) : 0;
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    return text ? arena_strndup(arena, text, length) : NULL;
}

/* Is there nothing but directories and regular files from `path` down? What is not there is plain too. */
static bool is_plain(struct arena *arena, const char *path, int depth)
{
    struct stat status;
    if (lstat(path, &status) != 0 || S_ISREG(status.st_mode))
        return true;
    errno = 0;
    DIR *stream = S_ISDIR(status.st_mode) && depth < DEPTH_MAX ? opendir(path) : NULL;
    if (!stream && errno == ENOMEM)
        arena_out_of_memory();
    bool plain = stream != NULL;
    for (const struct dirent *entry; plain && (entry = readdir(stream));)
        if (entry->d_type != DT_REG && strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            plain = is_plain(arena, arena_printf(arena, "%s/%s", path, entry->d_name), depth + 1);
    if (stream)
        closedir(stream);
    return plain;
}

/* The parts that libgit2 opens. */
static const char *check_parts(const struct git_directory *git, struct arena *arena)
{
    static const char *const own[] = {"HEAD", "index", "refs", NULL};
    static const char *const shared[] = {"config", "packed-refs", "refs", "objects", "info", NULL};
    for (int part = 0; part < 2; part++) {
        const char *directory = part ? git->common : git->path;
        for (const char *const *name = part ? shared : own; *name; name++)
            if (!is_plain(arena, arena_printf(arena, "%s%s", directory, *name), 0))
                return diag_words(arena,
                                  arena_printf(arena, ".git の %s に、リンクか通常でないファイルがあります", *name),
                                  arena_printf(arena, "%s in .git is or holds a link or a special file", *name));
    }
    if (!exists(arena, git->path, "HEAD") || !exists(arena, git->common, "objects/") ||
        !exists(arena, git->common, "refs/"))
        return diag_words(arena, ".git が git のリポジトリーではありません", ".git is no repository of git");
    return NULL;
}

static const char *foreign(struct arena *arena)
{
    return diag_words(arena, ".git が、この作業ツリーのものでないリポジトリーを指しています",
                      ".git leads to a repository that is not of this work tree");
}

/* Below the common directory a linked work tree has `worktrees/<name>/`, whose file `gitdir` names its file `.git`. */
static bool is_linked_worktree(struct git_directory *git, struct arena *arena)
{
    static const char folder[] = "/worktrees/";
    const char *common = named_path(arena, git->path, line_of(arena, arena_printf(arena, "%scommondir", git->path)));
    const char *back = named_path(arena, git->path, line_of(arena, arena_printf(arena, "%sgitdir", git->path)));
    size_t length = common ? strlen(common) : 0;
    if (!common || strncmp(git->path, common, length) != 0 ||
        strncmp(git->path + length, folder, sizeof folder - 1) != 0)
        return false;
    const char *slash = strchr(git->path + length + sizeof folder - 1, '/');
    git->common = arena_printf(arena, "%s/", common);
    return slash && !slash[1] && is_same(back, arena_printf(arena, "%s.git", git->top));
}

/* Sets the directories of a work tree whose `.git` is a file. A repository inside the work tree could have been put
 * there by any commit: it is never taken. */
static const char *follow_file(struct git_directory *git, bool *linked, struct arena *arena)
{
    static const char begin[] = "gitdir: ";
    const char *line = line_of(arena, arena_printf(arena, "%s.git", git->top));
    const char *target = line && strncmp(line, begin, sizeof begin - 1) == 0
                             ? named_path(arena, git->top, line + sizeof begin - 1)
                             : NULL;
    /* What has not the place of a linked work tree's or a submodule's is not even looked into. */
    if (!target || !(strstr(target, "/worktrees/") || strstr(target, "/modules/")))
        return foreign(arena);
    git->path = git->common = arena_printf(arena, "%s/", target);
    if (strncmp(git->path, git->top, strlen(git->top)) == 0)
        return foreign(arena);
    *linked = exists(arena, git->path, "commondir");
    return *linked && !is_linked_worktree(git, arena) ? foreign(arena) : NULL;
}

/* core.bare and core.worktree speak of the work tree that is not linked. One whose `.git` is a file has to be named. */
static const char *check_settings(struct git_directory *git, bool linked, bool is_file, struct arena *arena)
{
    struct git_settings settings =
        git_settings_read(text_of(arena, arena_printf(arena, "%sconfig", git->common)), arena);
    git->settings = settings.text;
    if (settings.problem)
        return settings.problem;
    if (linked)
        return NULL;
    if (settings.bare)
        return diag_words(arena, "リポジトリーに作業ツリーがありません (core.bare)",
                          "the repository has no work tree (core.bare)");
    const char *named = named_path(arena, git->path, settings.worktree);
    bool same = named && is_same(arena_printf(arena, strcmp(named, "/") == 0 ? "%s" : "%s/", named), git->top);
    return same || (!is_file && !settings.worktree) ? NULL : foreign(arena);
}

/* Who may write above the project — everybody in /tmp — could put a repository there: it has to be of the project's
 * owner, of the user or of the system's. */
static bool has_good_owner(uid_t owner, const char *directory)
{
    struct stat status;
    return owner == 0 || owner == geteuid() || (stat(directory, &status) == 0 && status.st_uid == owner);
}

static const char *examine(struct git_directory *git, const struct stat *status, const char *directory,
                           struct arena *arena)
{
    bool linked = false;
    const char *problem = NULL;
    if (!has_good_owner(status->st_uid, directory))
        return diag_words(arena, ".git の所有者が別の利用者です", ".git belongs to another user");
    if (!S_ISDIR(status->st_mode) && !S_ISREG(status->st_mode))
        return diag_words(arena, ".git がシンボリックリンクか通常でないファイルです",
                          ".git is a symbolic link or a special file");
    git->path = git->common = arena_printf(arena, "%s.git/", git->top);
    if (S_ISREG(status->st_mode))
        problem = follow_file(git, &linked, arena);
    else if (exists(arena, git->path, "commondir"))
        problem = foreign(arena);
    if (!problem)
        problem = check_settings(git, linked, S_ISREG(status->st_mode), arena);
    if (!problem)
        problem = check_parts(git, arena);
    git->borrows = !problem && exists(arena, git->common, "objects/info/alternates");
    return problem;
}

const struct git_directory *git_directory_find(const char *directory, struct arena *arena)
{
    char path[PATH_MAX];
    struct stat start, here, status;
    if (!realpath(directory, path) || stat(path, &start) != 0)
        return NULL;
    const char *full = arena_printf(arena, strcmp(path, "/") == 0 ? "%s" : "%s/", path);
    for (char *end = path + strlen(path); end; end = strrchr(path, '/')) {
        *end = '\0';
        const char *top = arena_printf(arena, "%s/", path[0] == '/' && !path[1] ? "" : path);
        if (stat(top, &here) != 0 || here.st_dev != start.st_dev)
            return NULL;
        if (lstat(arena_printf(arena, "%s.git", top), &status) != 0)
            continue;
        struct git_directory *git = arena_alloc(arena, sizeof *git);
        git->top = top;
        git->prefix = full + strlen(top);
        git->problem = examine(git, &status, directory, arena);
        return git;
    }
    return NULL;
}
