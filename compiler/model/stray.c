/* Files that look as if they were meant to be read, and are not. */
#include "model/internal.h"

#include <string.h>

/* Folders whose files somebody else reads, and evidence, which is data. */
static const char *const elsewhere[] = {"rules/",  "risk/",     "templates/", "schema/", "lua/",
                                        "images/", "evidence/", "tests/",     NULL};

static bool is_expected(const char *path)
{
    for (const char *const *folder = elsewhere; *folder; folder++)
        if (strncmp(path, *folder, strlen(*folder)) == 0)
            return true;
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, "README.md") == 0;
}

static bool looks_readable(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0 || strcmp(dot, ".csv") == 0 ||
                   strcmp(dot, ".md") == 0);
}

void stray_report(struct loader *loader, const bool *taken)
{
    struct arena *arena = loader->arena;
    struct map *used = map_new(arena);
    struct names patterns = {0};
    for (size_t i = 0; i < loader->used_files.count; i++)
        map_set(used, loader->used_files.items[i], NULL);
    for (size_t i = 0; i < loader->model->kind_count; i++)
        for (const char *const *pattern = loader->model->kinds[i].files; *pattern; pattern++)
            names_add(arena, &patterns, *pattern);
    for (size_t i = 0; i < tree_count(loader->tree); i++) {
        const char *path = tree_file(loader->tree, i)->path;
        if (taken[i] || is_expected(path) || !looks_readable(path) || map_has(used, path))
            continue;
        const char *suggestion = loader->suggestions++ < SUGGESTIONS ? names_suggest(arena, &patterns, path) : "";
        diag_report(loader->diag, MESSAGE_FILE_NOT_READ, (struct source){path, 0, 0}, path, suggestion,
                    names_join(arena, &patterns), NULL);
    }
}
