#include "read/revision.h"

#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/print.h"
#include "base/shared_library.h"

/* What is used of libgit2. Loading it, with all that it needs for connections, takes as long as setting a page: it is
 * loaded for trees in git only. To add a function: its line here. */
#define FUNCTIONS(X)                                                                                                   \
    X(libgit2_init)                                                                                                    \
    X(libgit2_opts)                                                                                                    \
    X(libgit2_shutdown)                                                                                                \
    X(repository_open_ext)                                                                                             \
    X(repository_workdir)                                                                                              \
    X(repository_free)                                                                                                 \
    X(revparse_single)                                                                                                 \
    X(object_id)                                                                                                       \
    X(object_free)                                                                                                     \
    X(oid_tostr)                                                                                                       \
    X(commit_committer)                                                                                                \
    X(status_options_init)                                                                                             \
    X(status_list_new)                                                                                                 \
    X(status_list_entrycount)                                                                                          \
    X(status_list_free)

struct git {
#define X(name) __typeof__(git_##name) *name;
    FUNCTIONS(X)
#undef X
};

static const struct shared_function functions[] = {
#define X(name) {0, "git_" #name, offsetof(struct git, name)},
    FUNCTIONS(X)
#undef X
};

/* When libgit2 starts it reads the certificates of all authorities, for connections that a build never makes; that
 * takes longer than setting a page. This function of its TLS library (Mbed TLS, in Debian) stands before that one and
 * finds none. */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);
int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
    (void)chain;
    (void)path;
    return -1;
}

/* Is the directory, or one above it, the top of a work tree? */
static bool in_git(const char *directory, struct arena *arena)
{
    char *path = realpath(directory, NULL);
    bool found = false;
    for (char *end = path ? path + strlen(path) : NULL; end && !found; end = strrchr(path, '/')) {
        *end = '\0';
        found = access(arena_printf(arena, "%s/.git", path), F_OK) == 0;
    }
    free(path);
    return found;
}

static void load(struct git *git)
{
    static const char *const library[] = {"libgit2.so." LIBGIT2_SOVERSION};
    char words[SHARED_LIBRARY_WORDS];
    enum shared_library_state state =
        shared_library_load(library, 1, functions, sizeof functions / sizeof *functions, git, words);
    if (state == SHARED_LIBRARY_LOADED)
        return;
    if (state == SHARED_LIBRARY_MISSING)
        print_format(stderr, "tekigo: %s がありません / is missing\n", library[0]);
    else
        print_format(stderr, "tekigo: %s を読み込めません / cannot be loaded: %s\n", library[0], words);
    exit(2);
}

/* Path of the directory inside the work tree with a slash at its end, "" at its top; NULL when it lies outside. */
static const char *inside(const struct git *git, git_repository *repository, const char *directory, struct arena *arena)
{
    const char *top = git->repository_workdir(repository);
    char *path = realpath(directory, NULL);
    const char *result = NULL;
    if (top && path) {
        char *full = arena_printf(arena, "%s/", path);
        size_t length = strlen(top);
        if (strncmp(full, top, length) == 0)
            result = full + length;
    }
    free(path);
    return result;
}

/* Is any file under `prefix` changed, added or gone? Ignored files do not count. */
static bool is_dirty(const struct git *git, git_repository *repository, const char *prefix)
{
    git_status_options options;
    git->status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.flags =
        GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    char *paths[] = {(char *)prefix};
    if (prefix[0])
        options.pathspec = (git_strarray){paths, 1};
    git_status_list *list = NULL;
    if (git->status_list_new(&list, repository, &options) != 0)
        return true;
    bool dirty = git->status_list_entrycount(list) > 0;
    git->status_list_free(list);
    return dirty;
}

struct revision revision_read(const char *directory, struct arena *arena)
{
    struct revision revision = {"", "", false};
    struct git library, *git = &library;
    if (!in_git(directory, arena))
        return revision;
    load(git);
    git->libgit2_init();
    for (int level = GIT_CONFIG_LEVEL_PROGRAMDATA; level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
        git->libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    git->libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    git_repository *repository = NULL;
    git_object *head = NULL;
    if (git->repository_open_ext(&repository, directory, 0, NULL) == 0 &&
        git->revparse_single(&head, repository, "HEAD^{commit}") == 0) {
        char name[8];
        const char *prefix = inside(git, repository, directory, arena);
        revision.commit = arena_strdup(arena, git->oid_tostr(name, sizeof name, git->object_id(head)));
        const git_signature *signature = git->commit_committer((git_commit *)head);
        long seconds = (long)signature->when.time + 60L * signature->when.offset;
        char date[DATE_SIZE];
        date_format((int)(seconds / 86400 - (seconds % 86400 < 0)), date);
        revision.date = arena_strdup(arena, date);
        revision.dirty = prefix && is_dirty(git, repository, prefix);
    }
    git->object_free(head);
    git->repository_free(repository);
    git->libgit2_shutdown();
    return revision;
}
