#include "pdf/font_find.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEEPEST_FOLDER 4

/* To add one: file name, its folder below /usr/share/fonts, the package. Any order. */
static const struct {
    const char *name, *folder, *package;
} known[] = {
    {"BIZUDGothic-Regular.ttf", "truetype/bizud-gothic", "fonts-morisawa-bizud-gothic"},
    {"BIZUDGothic-Bold.ttf", "truetype/bizud-gothic", "fonts-morisawa-bizud-gothic"},
    {"BIZUDPGothic-Regular.ttf", "truetype/bizud-gothic", "fonts-morisawa-bizud-gothic"},
    {"BIZUDPGothic-Bold.ttf", "truetype/bizud-gothic", "fonts-morisawa-bizud-gothic"},
    {"BIZUDMincho-Regular.ttf", "truetype/bizud-mincho", "fonts-morisawa-bizud-mincho"},
    {"BIZUDPMincho-Regular.ttf", "truetype/bizud-mincho", "fonts-morisawa-bizud-mincho"},
    {"ipaexm.ttf", "opentype/ipaexfont-mincho", "fonts-ipaexfont-mincho"},
    {"ipaexg.ttf", "opentype/ipaexfont-gothic", "fonts-ipaexfont-gothic"},
    {"ipamjm.ttf", "truetype/ipamj", "fonts-ipamj-mincho"},
    {"DejaVuSans.ttf", "truetype/dejavu", "fonts-dejavu-core"},
    {"DejaVuSans-Bold.ttf", "truetype/dejavu", "fonts-dejavu-core"},
    {"DejaVuSansMono.ttf", "truetype/dejavu", "fonts-dejavu-core"},
    {"LiberationSans-Regular.ttf", "truetype/liberation", "fonts-liberation"},
    {"LiberationSans-Bold.ttf", "truetype/liberation", "fonts-liberation"},
    {"LiberationSerif-Regular.ttf", "truetype/liberation", "fonts-liberation"},
    {"LiberationSerif-Bold.ttf", "truetype/liberation", "fonts-liberation"},
    {"NotoSansCJK-Regular.ttc", "opentype/noto", "fonts-noto-cjk"},
    {"NotoSansCJK-Bold.ttc", "opentype/noto", "fonts-noto-cjk"},
    {"NotoSerifCJK-Regular.ttc", "opentype/noto", "fonts-noto-cjk"},
    {"NotoSerifCJK-Bold.ttc", "opentype/noto", "fonts-noto-cjk"},
};

static const char *const roots[] = {"/usr/share/fonts", "/usr/local/share/fonts"};

static bool is_regular(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static const char *look_below(const char *folder, const char *name, int depth, struct arena *arena)
{
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    if (is_regular(path) && access(path, R_OK) == 0)
        return path;
    if (depth == DEEPEST_FOLDER)
        return NULL;
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    if (count < 0)
        return NULL;
    const char *found = NULL;
    for (int i = 0; i < count; i++) {
        if (!found && entries[i]->d_type == DT_DIR && entries[i]->d_name[0] != '.')
            found = look_below(arena_printf(arena, "%s/%s", folder, entries[i]->d_name), name, depth + 1, arena);
        free(entries[i]);
    }
    free(entries);
    return found;
}

static bool is_below(const char *path, const char *folder)
{
    char real[PATH_MAX];
    size_t length = realpath(folder, real) ? strlen(real) : 0;
    return length > 0 && strncmp(path, real, length) == 0 && path[length] == '/';
}

static enum font_place find_path(const char *name, struct arena *arena, const char **path)
{
    char real[PATH_MAX];
    if (name[0] != '/')
        return strncmp(name, "../", 3) == 0 || strstr(name, "/../") ? FONT_REFUSED : FONT_ABSENT;
    bool exists = realpath(name, real);
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++) {
        size_t length = strlen(roots[i]);
        if (exists && is_below(real, roots[i]) && is_regular(real)) {
            *path = arena_strdup(arena, real);
            return FONT_THERE;
        }
        if (!exists && strncmp(name, roots[i], length) == 0 && name[length] == '/' && !strstr(name, "/../"))
            return FONT_ABSENT;
    }
    return FONT_REFUSED;
}

enum font_place font_find(const char *name, bool search, struct arena *arena, const char **path)
{
    *path = NULL;
    if (strchr(name, '/'))
        return find_path(name, arena, path);
    for (size_t i = 0; !*path && i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].name, name) != 0)
            continue;
        const char *usual = arena_printf(arena, "%s/%s/%s", roots[0], known[i].folder, name);
        if (is_regular(usual) && access(usual, R_OK) == 0)
            *path = usual;
    }
    for (size_t i = 0; search && !*path && i < sizeof roots / sizeof roots[0]; i++)
        *path = look_below(roots[i], name, 0, arena);
    return *path ? FONT_THERE : FONT_ABSENT;
}

int font_open(const char *path, size_t *size)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return -1;
    bool regular = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (!regular) {
        close(file);
        errno = EINVAL;
        return -1;
    }
    *size = (size_t)status.st_size;
    return file;
}

const char *font_package(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].package;
    return NULL;
}
