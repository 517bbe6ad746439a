/* Which file a path means. For scripts: the project's when it has one, else the one inside the program. For what documents
 * show: the picture that may be shown. */
#include <string.h>

#include "base/embedded.h"
#include "build.h"

static const char *script_file(void *context, const char *path, size_t *length)
{
    struct build *build = context;
    struct file *file = build->tree ? tree_find(build->tree, path) : NULL;
    if (file) {
        if (!tree_load(build->tree, file))
            return NULL;
        *length = file->length;
        return file->text;
    }
    const struct embedded_file *embedded = embedded_find(path);
    if (!embedded)
        return NULL;
    *length = embedded->length;
    return embedded->data;
}

static const char *script_code(void *context, const char *path, size_t *length)
{
    struct build *build = context;
    const struct embedded_file *embedded = embedded_find(path);
    if (!embedded || (build->tree && tree_find(build->tree, path)))
        return NULL;
    *length = embedded->code_length;
    return embedded->code;
}

/* Merges two sorted lists of paths, each path once. */
static const char *const *script_list(void *context, const char *pattern)
{
    struct build *build = context;
    size_t files = build->tree ? tree_count(build->tree) : 0, file = 0, inside = 0, count = 0;
    const char **paths = arena_alloc(build->arena, (files + embedded_count + 1) * sizeof *paths);
    while (file < files || inside < embedded_count) {
        const char *own = file < files ? tree_file(build->tree, file)->path : NULL;
        const char *embedded = inside < embedded_count ? embedded_files[inside].path : NULL;
        int order = !own ? 1 : !embedded ? -1 : strcmp(own, embedded);
        const char *path = order <= 0 ? own : embedded;
        file += order <= 0;
        inside += order >= 0;
        if (path_match(pattern, path))
            paths[count++] = path;
    }
    return paths;
}

struct script_files build_script_files(struct build *build)
{
    return (struct script_files){script_file, script_code, script_list, build};
}

/* Can the picture have a file of its path in the output? */
static void check_name(const struct build *build, const char *path, struct source use)
{
    const char *fault = file_path_fault(path, build->arena);
    const char *before = fault ? NULL : file_names_take(build->picture_names, path);
    if (fault)
        diag_report(build->diag, MESSAGE_OUTPUT_NAME, use, path, fault, NULL);
    else if (before)
        diag_report(build->diag, MESSAGE_OUTPUT_NAME_TWIN, use, path, before, NULL);
}

const struct picture *build_picture(void *context, const char *path, struct source use)
{
    struct build *build = context;
    const struct picture *picture = build->pictures ? map_get(build->pictures, path) : NULL;
    struct file *file = picture ? NULL : tree_find(build->tree, path);
    if (file && tree_load_bytes(build->tree, file)) {
        picture = picture_read(path, (const unsigned char *)file->text, file->length, use, build->arena, build->diag);
        if (!build->pictures) {
            build->pictures = map_new(build->arena);
            build->picture_names = file_names_new(build->arena);
        }
        map_set(build->pictures, path, (void *)picture);
        check_name(build, path, use);
    }
    return picture;
}

const unsigned char *build_bytes(void *context, const char *path, size_t *length)
{
    struct build *build = context;
    const struct picture *picture = build->pictures ? map_get(build->pictures, path) : NULL;
    struct file *file = picture ? NULL : tree_find(build->tree, path);
    if (file && tree_load_bytes(build->tree, file)) {
        *length = file->length;
        return (const unsigned char *)file->text;
    }
    if (picture)
        *length = picture->length;
    return picture ? picture->bytes : NULL;
}
