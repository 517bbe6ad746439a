#include <string.h>

#include "base/utf8.h"
#include "read/read.h"

/* Where to go on from after a mismatch: `*` and `**` take one more character then. */
struct retry {
    const char *pattern; /* after the wildcard; NULL when there is none */
    const char *path;    /* where its run ends so far */
};

static const char *next_character(const char *text)
{
    uint32_t code;
    size_t size = utf8_decode(text, strlen(text) < 4 ? strlen(text) : 4, &code);
    return text + (size ? size : 1);
}

/* The run of a `**` made longer by a character, that of a leading `**` and slash by a directory. NULL at the end. */
static const char *extend_run(const char *path, bool directories)
{
    if (!directories)
        return *path ? path + 1 : NULL;
    const char *slash = strchr(path, '/');
    return slash ? slash + 1 : NULL;
}

bool path_match(const char *pattern, const char *path)
{
    struct retry star = {NULL, NULL}, deep = {NULL, NULL};
    const char *begin = pattern;
    bool directories = false; /* is `deep` a `**` between slashes, which also stands for nothing? */
    for (;;) {
        if (pattern[0] == '*' && pattern[1] == '*') {
            directories = pattern[2] == '/' && (pattern == begin || pattern[-1] == '/');
            pattern += directories ? 3 : 2;
            deep = (struct retry){pattern, path};
            star.pattern = NULL;
        } else if (pattern[0] == '*') {
            star = (struct retry){++pattern, path};
        } else if (*path && *path != '/' && pattern[0] == '?') {
            pattern++;
            path = next_character(path);
        } else if (*path && *pattern == *path) {
            pattern++;
            path++;
        } else if (!*path && !*pattern) {
            return true;
        } else if (star.pattern && *star.path && *star.path != '/') {
            path = ++star.path;
            pattern = star.pattern;
        } else if (deep.pattern && (deep.path = extend_run(deep.path, directories)) != NULL) {
            path = deep.path;
            pattern = deep.pattern;
            star.pattern = NULL;
        } else {
            return false;
        }
    }
}
