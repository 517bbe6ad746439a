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
    static const char refused[] = "\\:?*[~^ ";
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

/* Of "<id> <name>" lines that of the name; NULL when there is none. */
static const char *find_packed(const struct git_directory *directory, const char *name, struct arena *arena)
{
    size_t length, size = strlen(name);
    const char *line =
        git_directory_bytes(arena, arena_printf(arena, "%spacked-refs", directory->common), PACKED_MAX, &length);
    for (; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (is_id(line) && line[GIT_OID_HEXSZ] == ' ' && strncmp(line + GIT_OID_HEXSZ + 1, name, size) == 0 &&
            strchr("\r\n", line[GIT_OID_HEXSZ + 1 + size]))
            return line;
    return NULL;
}

enum git_head git_head_find(const struct git_directory *directory, struct arena *arena, const char **id)
{
    const char *name = "HEAD";
    for (int names = 0; names <= NAMES_MAX; names++) {
        size_t length;
        bool own = names == 0;
        const char *path = arena_printf(arena, "%s%s", own ? directory->path : directory->common, name);
        char *text = git_directory_bytes(arena, path, REFERENCE_MAX, &length);
        const char *found = text ? text : own ? NULL : find_packed(directory, name, arena);
        if (!found)
            return own ? GIT_HEAD_DAMAGED : GIT_HEAD_NOWHERE;
        if (is_id(found)) {
            *id = arena_strndup(arena, found, GIT_OID_HEXSZ);
            return GIT_HEAD_FOUND;
        }
        for (; length > 0 && isspace((unsigned char)text[length - 1]); length--)
            text[length - 1] = '\0';
        if (strncmp(text, "ref:", 4) != 0)
            return GIT_HEAD_DAMAGED;
        name = text + 4 + strspn(text + 4, " \t");
        if (!is_name(name))
            return GIT_HEAD_DAMAGED;
    }
    return GIT_HEAD_DAMAGED;
}
