/* The commit at HEAD. libgit2 would follow the name in a reference out of the repository. */
#include <ctype.h>
#include <string.h>

#include "read/git_library.h"

enum {
    NAMES_MAX = 5,        /* references that name each other, as git follows them */
    REFERENCE_MAX = 4096, /* bytes of a file with one */
    PACKED_MAX = 64 << 20 /* bytes of packed-refs: a million references */
};

/* refs/heads/main: parts of usual letters, none of them beginning with a dot. */
static bool is_name(const char *name)
{
    static const char refused[] = "\\:?*[~^ \x7f";
    if (strncmp(name, "refs/", 5) != 0 || name[strlen(name) - 1] == '/')
        return false;
    for (const char *at = name; *at; at++)
        if ((*at == '/' && (at[1] == '.' || at[1] == '/')) || (unsigned char)*at < ' ' || strchr(refused, *at))
            return false;
    return true;
}

static bool is_id(const char *text)
{
    return strspn(text, "0123456789abcdef") == GIT_OID_HEXSZ;
}

const char *git_head_packed(const char *packed, const char *name)
{
    const char *line = packed;
    size_t size = strlen(name);
    for (; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (is_id(line) && line[GIT_OID_HEXSZ] == ' ' && strncmp(line + GIT_OID_HEXSZ + 1, name, size) == 0 &&
            strchr("\r\n", line[GIT_OID_HEXSZ + 1 + size]))
            return line;
    return NULL;
}

enum git_head_word git_head_reference(char *text, size_t length, const char **word)
{
    if (is_id(text)) {
        text[GIT_OID_HEXSZ] = '\0';
        *word = text;
        return GIT_WORD_COMMIT;
    }
    for (; length > 0 && isspace((unsigned char)text[length - 1]); length--)
        text[length - 1] = '\0';
    if (strncmp(text, "ref:", 4) != 0)
        return GIT_WORD_DAMAGED;
    *word = text + 4 + strspn(text + 4, " \t");
    return is_name(*word) ? GIT_WORD_NAME : GIT_WORD_DAMAGED;
}

/* The commit of a branch that has no file of its own. */
static enum git_head find_packed(const struct git_directory *directory, const char *name, struct arena *arena,
                                 const char **id)
{
    size_t length;
    const char *path = arena_printf(arena, "%spacked-refs", directory->common);
    const char *packed = git_directory_bytes(arena, path, PACKED_MAX, &length);
    const char *found = packed ? git_head_packed(packed, name) : NULL;
    *id = found ? arena_strndup(arena, found, GIT_OID_HEXSZ) : NULL;
    return found ? GIT_HEAD_FOUND : GIT_HEAD_NOWHERE;
}

enum git_head git_head_find(const struct git_directory *directory, struct arena *arena, const char **id)
{
    const char *name = "HEAD", *word;
    for (int names = 0; names <= NAMES_MAX; names++) {
        size_t length;
        bool own = names == 0;
        const char *path = arena_printf(arena, "%s%s", own ? directory->path : directory->common, name);
        char *text = git_directory_bytes(arena, path, REFERENCE_MAX, &length);
        if (!text)
            return own ? GIT_HEAD_DAMAGED : find_packed(directory, name, arena, id);
        switch (git_head_reference(text, length, &word)) {
        case GIT_WORD_COMMIT:
            *id = word;
            return GIT_HEAD_FOUND;
        case GIT_WORD_NAME:
            name = word;
            break;
        case GIT_WORD_DAMAGED:
            return GIT_HEAD_DAMAGED;
        }
    }
    return GIT_HEAD_DAMAGED;
}
