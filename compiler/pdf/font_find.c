#include "pdf/font_find.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
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

static const char *look_below(const char *folder, const char *name, int depth, struct arena *arena)
{
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    if (access(path, R_OK) == 0)
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

const char *font_find(const char *name, bool search, struct arena *arena)
{
    if (strchr(name, '/'))
        return name[0] == '/' && access(name, R_OK) == 0 ? arena_strdup(arena, name) : NULL;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].name, name) != 0)
            continue;
        const char *path = arena_printf(arena, "%s/%s/%s", roots[0], known[i].folder, name);
        if (access(path, R_OK) == 0)
            return path;
    }
    const char *found = NULL;
    for (size_t i = 0; search && !found && i < sizeof roots / sizeof roots[0]; i++)
        found = look_below(roots[i], name, 0, arena);
    return found;
}

const char *font_package(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].package;
    return NULL;
}
