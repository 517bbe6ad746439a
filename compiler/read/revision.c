#include "read/revision.h"

#include <git2.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

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

/* Path of the directory inside the work tree with a slash at its end, "" at its top; NULL when it lies outside. */
static const char *inside(git_repository *repository, const char *directory, struct arena *arena)
{
    const char *top = git_repository_workdir(repository);
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
static bool is_dirty(git_repository *repository, const char *prefix)
{
    git_status_options options;
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.flags =
        GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    char *paths[] = {(char *)prefix};
    if (prefix[0])
        options.pathspec = (git_strarray){paths, 1};
    git_status_list *list = NULL;
    if (git_status_list_new(&list, repository, &options) != 0)
        return true;
    bool dirty = git_status_list_entrycount(list) > 0;
    git_status_list_free(list);
    return dirty;
}

struct revision revision_read(const char *directory, struct arena *arena)
{
    struct revision revision = {"", "", false};
    git_libgit2_init();
    for (int level = GIT_CONFIG_LEVEL_PROGRAMDATA; level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    git_repository *repository = NULL;
    git_object *head = NULL;
    if (git_repository_open_ext(&repository, directory, 0, NULL) == 0 &&
        git_revparse_single(&head, repository, "HEAD^{commit}") == 0) {
        char name[8];
        const char *prefix = inside(repository, directory, arena);
        revision.commit = arena_strdup(arena, git_oid_tostr(name, sizeof name, git_object_id(head)));
        const git_signature *signature = git_commit_committer((git_commit *)head);
        long seconds = (long)signature->when.time + 60L * signature->when.offset;
        char date[DATE_SIZE];
        date_format((int)(seconds / 86400 - (seconds % 86400 < 0)), date);
        revision.date = arena_strdup(arena, date);
        revision.dirty = prefix && is_dirty(repository, prefix);
    }
    git_object_free(head);
    git_repository_free(repository);
    git_libgit2_shutdown();
    return revision;
}
