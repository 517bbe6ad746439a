/* In which language a project is spoken to, known before anything else of it is read: usage, mistakes on the command
 * line and explanations are in it too. */
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "build.h"
#include "read/encoding.h"

enum { MANIFEST_BYTES = 1 << 20 }; /* a larger manifest is not read for its language alone */

/* Opens the manifest when it is a file inside the directory, as the walk of the tree will see it; -1 otherwise. Waits
 * for nobody: a pipe opened this way is no regular file. */
static int open_manifest(const char *directory, struct arena *arena, size_t *size)
{
    char root[PATH_MAX], real[PATH_MAX];
    struct stat status;
    if (!realpath(directory, root) || !realpath(arena_printf(arena, "%s/tekigo.yaml", root), real))
        return -1;
    const char *inside = arena_printf(arena, strcmp(root, "/") == 0 ? "%s" : "%s/", root);
    if (strncmp(real, inside, strlen(inside)) != 0)
        return -1;
    int file = open(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return -1;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > MANIFEST_BYTES) {
        close(file);
        return -1;
    }
    *size = (size_t)status.st_size;
    return file;
}

static const struct value *read_manifest(const char *directory, struct arena *arena)
{
    size_t size, length = 0;
    int file = open_manifest(directory, arena, &size);
    if (file < 0)
        return NULL;
    char *bytes = arena_alloc(arena, size + 1);
    for (ssize_t got; length < size && (got = read(file, bytes + length, size - length)) > 0;)
        length += (size_t)got;
    close(file);
    const char *text = bytes;
    struct diag *unheard = diag_new(arena); /* whatever is wrong is reported when the project is read */
    if (!encoding_to_text("tekigo.yaml", &text, &length, arena, unheard))
        return NULL;
    return yaml_read("tekigo.yaml", text, length, arena, unheard);
}

enum language build_choose_language(const struct options *options)
{
    if (options->language_given)
        return options->language;
    struct arena *arena = arena_new();
    const struct value *manifest = read_manifest(options->directory, arena);
    enum language language = options->language;
    if (manifest && manifest->kind == VALUE_MAP) {
        const struct value *languages = value_get(manifest, "languages");
        const struct value *first = languages && languages->kind == VALUE_LIST ? languages->first : languages;
        /* documents are in Japanese when the project does not say */
        language = first && first->kind == VALUE_TEXT ? options_language(first->text) : LANGUAGE_JA;
    }
    arena_free(arena);
    return language;
}
