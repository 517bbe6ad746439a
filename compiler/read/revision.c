#include "read/revision.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/date.h"
#include "base/shared_library.h"
#include "read/git_library.h"

/* Loading libgit2, with all that it needs for connections, takes as long as setting a page: it is loaded for trees in
 * git only. */
static const struct shared_function functions[] = {
#define X(name) {0, "git_" #name, offsetof(struct git_library, name)},
    GIT_FUNCTIONS(X)
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

/* Loads and starts libgit2. When it is there but cannot be loaded, gives the loader's words. */
static enum shared_library_state start(struct git_library *git, char words[SHARED_LIBRARY_WORDS])
{
    static const char *const library[] = {"libgit2.so." LIBGIT2_SOVERSION};
    enum shared_library_state state =
        shared_library_load(library, 1, functions, sizeof functions / sizeof *functions, git, words);
    if (state != SHARED_LIBRARY_LOADED)
        return state;
    git->libgit2_opts(GIT_OPT_SET_ALLOCATOR, &git_memory);
    git->libgit2_init();
    for (int level = GIT_CONFIG_LEVEL_PROGRAMDATA; level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
        git->libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    return state;
}

/* Why the last call failed. Memory that could not be mapped is memory that ran out. */
static const char *failure(const struct git_state *state)
{
    const git_error *error = state->git->error_last();
    char *words = arena_strdup(state->arena, error && error->message ? error->message : "");
    if (error && (error->klass == GIT_ERROR_NOMEMORY || strstr(words, strerror(ENOMEM))))
        arena_out_of_memory();
    if (state->directory->borrows)
        return diag_words(state->arena, "別のリポジトリーのオブジェクト (objects/info/alternates) は読みません",
                          "objects of other repositories (objects/info/alternates) are not read");
    for (char *at = words; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = '?';
    return diag_words(state->arena, arena_printf(state->arena, "リポジトリーを読み取れません (%s)", words),
                      arena_printf(state->arena, "the repository cannot be read (%s)", words));
}

/* Gives the repository the settings that were chosen, in a file without a name, in place of its configuration. */
static bool set_config(struct git_state *state)
{
    const struct git_library *git = state->git;
    const char *text = state->directory->settings;
    size_t length = strlen(text);
    int file = state->settings_file = memfd_create("settings", MFD_CLOEXEC);
    return file >= 0 && write(file, text, length) == (ssize_t)length && git->config_new(&state->config) == 0 &&
           git->config_add_file_ondisk(state->config, arena_printf(state->arena, "/proc/self/fd/%d", file),
                                       GIT_CONFIG_LEVEL_LOCAL, NULL, 0) == 0 &&
           git->repository_set_config(state->repository, state->config) == 0;
}

/* The objects that lie in the repository itself. */
static bool set_objects(struct git_state *state)
{
    const struct git_library *git = state->git;
    const char *path = arena_printf(state->arena, "%sobjects", state->directory->common);
    git_odb *objects = NULL;
    git_odb_backend *packed = NULL;
    bool good = git->odb_new(&objects) == 0 &&
                git->odb_add_backend(objects, git_loose_new(git, path, state->arena), 2) == 0 &&
                git->odb_backend_pack(&packed, path) == 0 && git->odb_add_backend(objects, packed, 1) == 0 &&
                git->repository_set_odb(state->repository, objects) == 0;
    git->odb_free(objects);
    return good;
}

/* A repository without a work tree is opened without a look at its configuration; then it is given both. */
static bool open_repository(struct git_state *state)
{
    const struct git_library *git = state->git;
    return git->repository_open_bare(&state->repository, state->directory->path) == 0 && set_config(state) &&
           set_objects(state) && git->repository_set_workdir(state->repository, state->directory->top, 0) == 0 &&
           git->repository_index(&state->index, state->repository) == 0;
}

static bool holds_tree(const struct git_state *state)
{
    git_tree_entry *entry = NULL;
    const char *manifest = arena_printf(state->arena, "%stekigo.yaml", state->directory->prefix);
    bool found = state->git->tree_entry_bypath(&entry, state->tree, manifest) == 0;
    state->git->tree_entry_free(entry);
    return found;
}

static void take_commit(const struct git_state *state, const git_oid *id, const git_commit *commit,
                        struct revision *revision)
{
    char name[8], date[DATE_SIZE];
    const git_signature *signature = state->git->commit_committer(commit);
    long long seconds = signature->when.time + 60LL * signature->when.offset, days = seconds / 86400;
    date_format((int)(days - (seconds % 86400 < 0)), date);
    revision->commit = arena_strdup(state->arena, state->git->oid_tostr(name, sizeof name, id));
    revision->date = arena_strdup(state->arena, date);
}

/* NULL, or why the commit cannot be told. */
static const char *read_head(struct git_state *state, struct revision *revision)
{
    const struct git_library *git = state->git;
    git_commit *commit = NULL;
    git_oid id;
    const char *problem = NULL;
    bool good = true;
    const char *digits = NULL;
    enum git_head head = git_head_find(state->directory, state->arena, &digits);
    if (head == GIT_HEAD_NOWHERE)
        return diag_words(state->arena, "HEAD の指すコミットがありません", "HEAD leads to no commit");
    if (head == GIT_HEAD_DAMAGED)
        return diag_words(state->arena, "HEAD か、HEAD の指す参照が壊れています",
                          "HEAD, or the reference it leads to, is damaged");
    if (!open_repository(state) || git->oid_fromstr(&id, digits) != 0 ||
        git->commit_lookup(&commit, state->repository, &id) != 0 || git->commit_tree(&state->tree, commit) != 0)
        problem = failure(state);
    else if (!holds_tree(state))
        problem = diag_words(state->arena, "HEAD のコミットに、このツリーの tekigo.yaml がありません",
                             "the commit at HEAD does not hold the tekigo.yaml of this tree");
    else
        revision->dirty = git_work_tree_differs(state, &good);
    if (!good)
        problem = failure(state);
    if (!problem)
        take_commit(state, &id, commit, revision);
    git->commit_free(commit);
    return problem;
}

/* Paths from the top of the work tree of those folders that lie in it. A folder that is not there yet has the path it
 * will have. */
static const char *const *outputs_inside(const char *const *outputs, const char *top, struct arena *arena)
{
    size_t count = 0, kept = 0;
    while (outputs[count])
        count++;
    const char **paths = arena_alloc(arena, (count + 1) * sizeof *paths);
    for (size_t i = 0; i < count; i++) {
        char real[PATH_MAX], *path = arena_strdup(arena, outputs[i]);
        for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; length--)
            path[length - 1] = '\0';
        char *slash = strrchr(path, '/');
        const char *name = slash ? slash + 1 : path;
        bool known = slash ? realpath(arena_strndup(arena, path, (size_t)(slash - path) + 1), real) != NULL
                           : realpath(".", real) != NULL;
        const char *full = known ? arena_printf(arena, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name) : "";
        if (*name && strncmp(full, top, strlen(top)) == 0)
            paths[kept++] = full + strlen(top);
    }
    return paths;
}

static void report(struct revision *revision, const char *problem, struct diag *diag)
{
    revision->unknown = true;
    diag_report(diag, MESSAGE_REVISION_UNKNOWN, (struct source){0}, problem, NULL);
}

static void report_library(enum shared_library_state state, const char *words, struct arena *arena, struct diag *diag)
{
    struct source nowhere = {0};
    if (state == SHARED_LIBRARY_MISSING)
        diag_report(diag, MESSAGE_REVISION_LIBRARY, nowhere, "libgit2-" LIBGIT2_SOVERSION, NULL);
    else
        diag_report(diag, MESSAGE_REVISION_UNKNOWN, nowhere,
                    diag_words(arena, arena_printf(arena, "libgit2-" LIBGIT2_SOVERSION " を読み込めません（%s）", words),
                               arena_printf(arena, "libgit2-" LIBGIT2_SOVERSION " cannot be loaded (%s)", words)),
                    NULL);
}

struct revision revision_read(const char *directory, const char *const *outputs, struct arena *arena, struct diag *diag)
{
    struct revision revision = {"", "", false, false};
    struct git_library git;
    const struct git_directory *found = git_directory_find(directory, arena);
    if (!found)
        return revision;
    if (found->problem) {
        report(&revision, found->problem, diag);
        return revision;
    }
    char words[SHARED_LIBRARY_WORDS];
    enum shared_library_state library = start(&git, words);
    if (library != SHARED_LIBRARY_LOADED) {
        revision.unknown = true;
        report_library(library, words, arena, diag);
        return revision;
    }
    struct git_state state = {.git = &git,
                              .directory = found,
                              .outputs = outputs_inside(outputs, found->top, arena),
                              .arena = arena,
                              .settings_file = -1};
    const char *problem = read_head(&state, &revision);
    if (problem)
        report(&revision, problem, diag);
    git.tree_free(state.tree);
    git.index_free(state.index);
    git.config_free(state.config);
    git.repository_free(state.repository);
    if (state.settings_file >= 0)
        close(state.settings_file);
    git.libgit2_shutdown();
    return revision;
}
