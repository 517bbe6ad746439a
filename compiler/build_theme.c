/* Which theme the documents take, and the themes it is based on. */
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "build.h"
#include "doc/theme.h"

enum { DEEPEST = 8 }; /* themes one on the other */

static bool is_name(const char *name)
{
    return name[0] && !strchr(name, '/') && name[0] != '.';
}

/* Gives the texts of a part of a table their lines: Lua does not know them, and what is wrong with a font is found when
 * its file is opened. A text that the file makes of others stays without. */
static void find_lines(const char *text, struct value *value, struct arena *arena)
{
    for (struct value *item = value->first; item; item = item->next)
        find_lines(text, item, arena);
    if (value->kind != VALUE_TEXT || !value->text[0])
        return;
    const char *at = strstr(text, arena_printf(arena, "\"%s\"", value->text));
    if (!at)
        at = strstr(text, arena_printf(arena, "'%s'", value->text));
    if (!at)
        return;
    const char *line = text;
    value->source.line = 1;
    for (const char *end; (end = strchr(line, '\n')) && end < at; line = end + 1)
        value->source.line++;
    value->source.column = (int)utf8_count(line, (size_t)(at - line)) + 1;
}

/* The theme of this name, over the one it is based on (`base`), over the default. */
static const struct theme *open_theme(struct build *build, const char *name, struct source source, int depth)
{
    const char *path = arena_printf(build->arena, "templates/theme/%s.lua", name);
    struct script_files files = build_script_files(build);
    size_t length;
    if (!is_name(name) || depth == DEEPEST || !files.file(files.context, path, &length)) {
        diag_report(build->diag, MESSAGE_BUILD_THEME_UNKNOWN, source, name, NULL);
        return theme_read(NULL, build->arena, build->diag);
    }
    const struct value *data = script_data(build->script, path), *fonts = data ? value_get(data, "fonts") : NULL;
    if (fonts && tree_find(build->tree, path))
        find_lines(tree_text(build->tree, path), (struct value *)(uintptr_t)fonts, build->arena);
    const struct value *base = data ? value_get(data, "base") : NULL;
    if (!base || base->kind != VALUE_TEXT)
        return theme_read(data, build->arena, build->diag);
    return theme_extend(open_theme(build, base->text, base->source, depth + 1), data, build->arena, build->diag);
}

const struct theme *build_theme(struct build *build)
{
    if (build->options->theme)
        return open_theme(build, build->options->theme, (struct source){0}, 0);
    const struct kind *kind = model_find_kind(build->model, "manifest");
    struct record *const *first;
    const struct value *name = NULL;
    if (kind && model_kind_records(build->model, kind, &first) > 0)
        name = record_get(first[0], "theme");
    return open_theme(build, name ? name->text : "default", name ? name->source : (struct source){0}, 0);
}
