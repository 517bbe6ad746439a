/* The first stage: files → values and document nodes. It knows nothing of an ISMS.
 *
 * A `tree` is the project directory. It is walked once, in byte order of the paths, and nothing outside it is
 * ever opened. Files are read on demand and kept, so that messages can quote them. Texts are checked for
 * UTF-8 and freed of a byte order mark and of CR before LF. */
#ifndef TEKIGO_READ_READ_H
#define TEKIGO_READ_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/node.h"
#include "read/value.h"

struct tree;

struct file {
    const char *path; /* inside the tree, with `/` */
    const char *text; /* NUL-terminated; NULL until loaded; what the latest of tree_load and tree_load_bytes gave */
    size_t length;
};

/* Walks `directory`. Skipped: names that start with `.`, and the directory `out` at the top. A symbolic link that leads
 * outside is an error, one that stays inside is followed. NULL when the directory cannot be read (reported). */
struct tree *tree_open(const char *directory, struct arena *arena, struct diag *diag);

/* Directory as given to tree_open. */
const char *tree_directory(const struct tree *tree);

/* Bytes of all files that may be read: of those whose names say they are text, and of the others. */
void tree_sizes(const struct tree *tree, uint64_t *text, uint64_t *other);

/* Files in byte order of their paths. */
size_t tree_count(const struct tree *tree);
struct file *tree_file(struct tree *tree, size_t index);

/* Paths of which not all is known, for a reason that was reported: links, pipes, directories that cannot be read, files
 * that are damaged. `path` must live as long as the tree. */
void tree_mark_unread(struct tree *tree, const char *path);
size_t tree_unread_count(const struct tree *tree);
const char *tree_unread(const struct tree *tree, size_t index);

/* The file of exactly this path, or NULL. */
struct file *tree_find(struct tree *tree, const char *path);

/* Reads the text of a file (UTF-8 text; reports and returns false otherwise). A second call costs nothing. */
bool tree_load(struct tree *tree, struct file *file);

/* Reads the raw bytes (images, evidence) without any check of encoding. */
bool tree_load_bytes(struct tree *tree, struct file *file);

/* Does `path` match `pattern`? `*` stands for any run without `/`, `**` for any run, `**` between slashes also for no
 * directory at all, `?` for one character other than `/`. */
bool path_match(const char *pattern, const char *path);

/* Text of a file for excerpts: diag_text_fn with the tree as context. */
const char *tree_text(void *tree, const char *file);

/* One YAML document. NULL when it is empty or could not be read (reported). Limits: depth 64, 1,000,000 nodes
 * with aliases counted each time they are used, no tags, no merge keys, duplicate keys are an error. */
struct value *yaml_read(const char *path, const char *text, size_t length, struct arena *arena, struct diag *diag);

/* RFC 4180. The first row names the columns. Gives a list of maps, one a row, keys as in the header, empty
 * cells left out; every value is VALUE_TEXT with `quoted` false (the model converts by the type of the field). */
struct value *csv_read(const char *path, const char *text, size_t length, struct arena *arena, struct diag *diag);

/* CommonMark with pipe tables, footnotes, task lists and strikethrough, with YAML front matter.
 * `front` is NULL when there is none. `body` is a NODE_DOCUMENT whose headings have become nested sections;
 * `{{ … }}` has become NODE_LIVE, a fenced block with info `tekigo` NODE_LIVE_BLOCK. Never NULL. */
struct markdown {
    struct value *front;
    struct node *body;
};
struct markdown markdown_read(const char *path, const char *text, size_t length, struct arena *arena,
                              struct diag *diag);

#endif
