/* What is used of libgit2 and the work tree it is asked about; for the files of this folder that read a revision. */
#ifndef TEKIGO_READ_GIT_LIBRARY_H
#define TEKIGO_READ_GIT_LIBRARY_H

#include <git2.h>
#include <git2/odb_backend.h>
#include <git2/sys/alloc.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "read/git_directory.h"

/* To add a function: its line here. */
#define GIT_FUNCTIONS(X)                                                                                               \
    X(libgit2_init)                                                                                                    \
    X(libgit2_opts)                                                                                                    \
    X(libgit2_shutdown)                                                                                                \
    X(error_last)                                                                                                      \
    X(repository_open_bare)                                                                                            \
    X(repository_set_workdir)                                                                                          \
    X(repository_set_config)                                                                                           \
    X(repository_set_odb)                                                                                              \
    X(repository_index)                                                                                                \
    X(repository_hashfile)                                                                                             \
    X(repository_free)                                                                                                 \
    X(config_new)                                                                                                      \
    X(config_add_file_ondisk)                                                                                          \
    X(config_get_bool)                                                                                                 \
    X(config_free)                                                                                                     \
    X(odb_new)                                                                                                         \
    X(odb_backend_data_alloc)                                                                                          \
    X(odb_backend_data_free)                                                                                           \
    X(odb_backend_pack)                                                                                                \
    X(odb_add_backend)                                                                                                 \
    X(odb_hash)                                                                                                        \
    X(odb_free)                                                                                                        \
    X(oid_fromstr)                                                                                                     \
    X(commit_lookup)                                                                                                   \
    X(commit_committer)                                                                                                \
    X(commit_tree)                                                                                                     \
    X(commit_free)                                                                                                     \
    X(tree_entry_bypath)                                                                                               \
    X(tree_entry_free)                                                                                                 \
    X(tree_free)                                                                                                       \
    X(object_string2type)                                                                                              \
    X(oid_tostr)                                                                                                       \
    X(oid_equal)                                                                                                       \
    X(index_get_byindex)                                                                                               \
    X(index_get_bypath)                                                                                                \
    X(index_find_prefix)                                                                                               \
    X(index_free)                                                                                                      \
    X(ignore_path_is_ignored)                                                                                          \
    X(diff_options_init)                                                                                               \
    X(diff_tree_to_index)                                                                                              \
    X(diff_num_deltas)                                                                                                 \
    X(diff_get_delta)                                                                                                  \
    X(diff_free)

struct git_library {
#define X(name) __typeof__(git_##name) *name;
    GIT_FUNCTIONS(X)
#undef X
};

/* For GIT_OPT_SET_ALLOCATOR. */
extern const git_allocator git_memory;

/* Reads objects that lie in files of their own in the directory `objects`; in the arena. */
git_odb_backend *git_loose_new(const struct git_library *git, const char *objects, struct arena *arena);

/* The object in the bytes of such a file, in memory of odb_backend_data_alloc, followed by a byte; NULL when they are
 * anything but exactly one. `loose` is a backend made above. */
void *git_loose_unpack(git_odb_backend *loose, char *packed, size_t length, git_object_t *kind, size_t *size);

enum git_head { GIT_HEAD_FOUND, GIT_HEAD_NOWHERE /* no commit yet, or the branch is gone */, GIT_HEAD_DAMAGED };

/* Finds the commit at HEAD, over the branch it names, and gives its 40 digits. */
enum git_head git_head_find(const struct git_directory *directory, struct arena *arena, const char **id);

enum git_head_word { GIT_WORD_COMMIT, GIT_WORD_NAME /* of another one */, GIT_WORD_DAMAGED };

/* Reads the text of a reference: its `length` bytes and the NUL behind them. `word` is then the 40 digits of a commit
 * or a name that stays inside the repository, and lies in the text, which is changed for it. */
enum git_head_word git_head_reference(char *text, size_t length, const char **word);

/* Where in the text of packed-refs, lines of "<40 digits> <name>", that of the name begins; NULL when there is none. */
const char *git_head_packed(const char *packed, const char *name);

/* A work tree being looked at. */
struct git_state {
    const struct git_library *git;
    const struct git_directory *directory;
    const char *const *outputs; /* paths from the top of folders that are written, ending in NULL: no part of it */
    struct arena *arena;
    git_repository *repository;
    git_config *config;
    int settings_file; /* what `config` reads, as long as it lives; or -1 */
    git_index *index;
    git_tree *tree; /* of the commit at HEAD */
};

/* Does any file below the prefix differ from the commit: staged, changed, gone, or neither in it nor ignored?
 * Submodules do not count. False in `good` when it could not be told (libgit2 has the reason). */
bool git_work_tree_differs(struct git_state *state, bool *good);

#endif
