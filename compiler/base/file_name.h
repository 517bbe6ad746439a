/* Names that become names of files in the output: ids of documents, languages, paths of images. A name is one that every
 * file system takes, that stays where it is put and that a reader sees as it is. Everything that is written passes here. */
#ifndef TEKIGO_BASE_FILE_NAME_H
#define TEKIGO_BASE_FILE_NAME_H

#include <stdbool.h>

#include "base/arena.h"

/* What the backends write beside the folders of the languages. To add one: a line here and in file_name_is_own(). */
#define FILE_ENTRY_PAGE "index.html"
#define FILE_STYLE_SHEET "style.css"
#define FOLDER_IMAGES "images"
#define FOLDER_FONTS "fonts"

/* Is it one of these, in any case of its letters? */
bool file_name_is_own(const char *name);

/* Why a name cannot be one of a file, as words of both languages (an argument for diag_report), or NULL when it can.
 * `name` is one component: without a slash. The words live in the arena. */
const char *file_name_fault(const char *name, struct arena *arena);

/* The same for each component of a path inside the output. */
const char *file_path_fault(const char *path, struct arena *arena);

/* Paths that are taken so far. Some file systems see no difference between large and small letters, or between the
 * normal forms of Unicode: such paths count as the same. Lives in the arena. */
struct file_names;

struct file_names *file_names_new(struct arena *arena);

/* Takes a path for the output and gives NULL, or the path that had taken its place before. The path must live as long as
 * the table. */
const char *file_names_take(struct file_names *names, const char *path);

#endif
