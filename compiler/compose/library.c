/* The Lua side of this stage: lua/lib/document.lua and the files it loads, with the functions of this folder. */
#include <string.h>

#include "base/weakening.h"
#include "compose/internal.h"

/* Compiles a file of the library and pushes it; false when it is missing or no Lua (reported). */
static bool push_file(struct composer *composer, const char *path)
{
    const struct script_files *files = script_files(composer->script);
    size_t length;
    if (files->file(files->context, path, &length))
        return script_load(composer->script, path);
    diag_report(composer->diag, MESSAGE_TEMPLATE_LIBRARY, (struct source){path, 0, 0}, path, NULL);
    return false;
}

/* load(path): what a file of the library returns. */
static int load(lua_State *L)
{
    struct composer *composer = composer_of(L);
    const char *path = arena_strdup(composer->arena, luaL_checkstring(L, 1));

    if (strncmp(path, "lua/", 4) != 0 || !push_file(composer, path))
        return script_raise(L, lua_pushfstring(L, "%s を読めません", path), lua_pushfstring(L, "cannot load %s", path));
    lua_call(L, 0, 1);
    return 1;
}

static void set_words(lua_State *L, const char *const *words, const char *name)
{
    if (!words[LANGUAGE_JA] && !words[LANGUAGE_EN])
        return;
    lua_createtable(L, 0, 2);
    lua_pushstring(L, words[LANGUAGE_JA]);
    lua_setfield(L, -2, "ja");
    lua_pushstring(L, words[LANGUAGE_EN]);
    lua_setfield(L, -2, "en");
    lua_setfield(L, -2, name);
}

/* findings(): what was reported before composing began, as tables. */
static int findings(lua_State *L)
{
    static const char *const levels[] = {"note", "warning", "error"};
    struct composer *composer = composer_of(L);

    lua_createtable(L, (int)composer->finding_count, 0);
    for (size_t i = 0; i < composer->finding_count; i++) {
        const struct diagnostic *finding = diag_get(composer->diag, i);

        lua_createtable(L, 0, 8);
        lua_pushstring(L, levels[finding->level]);
        lua_setfield(L, -2, "level");
        lua_pushstring(L, finding->slug);
        lua_setfield(L, -2, "slug");
        lua_pushstring(L, finding->clause && *finding->clause ? finding->clause : NULL);
        lua_setfield(L, -2, "clause");
        lua_pushstring(L, finding->record);
        lua_setfield(L, -2, "record");
        lua_pushstring(L, finding->source.file);
        lua_setfield(L, -2, "file");
        lua_pushinteger(L, finding->source.line);
        lua_setfield(L, -2, "line");
        set_words(L, finding->text, "text");
        set_words(L, finding->help, "help");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void push_weakening(lua_State *L, const struct weakening *weakening)
{
    const char *title[LANGUAGE_COUNT];

    for (int language = 0; language < LANGUAGE_COUNT; language++)
        title[language] = weakening_kind_words(weakening->kind, (enum language)language);
    lua_createtable(L, 0, 12);
    set_text(L, "kind", weakening_kind_name(weakening->kind));
    set_words(L, title, "title");
    set_text(L, "name", weakening->name);
    set_text(L, "rule", weakening->rule);
    set_text(L, "record", weakening->record);
    set_text(L, "clause", weakening->clause);
    set_text(L, "from", weakening->from);
    set_text(L, "to", weakening->to);
    set_text(L, "file", weakening->source.file);
    lua_pushinteger(L, weakening->source.line);
    lua_setfield(L, -2, "line");
    set_words(L, weakening->reason, "reason");
}

/* weakened(): what the project takes from the built-in checks, from the note that sums it up. A new list each time:
 * what a template does to one changes no other document. */
static int weakened(lua_State *L)
{
    struct composer *composer = composer_of(L);
    const struct weakenings *list = NULL;

    for (size_t i = 0; i < composer->finding_count && !list; i++)
        list = diag_get(composer->diag, i)->weakened;
    lua_newtable(L);
    for (size_t i = 0; list && i < weakenings_count(list); i++) {
        push_weakening(L, weakenings_get(list, i));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

bool library_open(struct composer *composer)
{
    static const luaL_Reg functions[] = {{"open", compose_open},
                                         {"add", compose_add},
                                         {"mark", compose_mark},
                                         {"restore", compose_restore},
                                         {"inline", compose_inline},
                                         {"ref", compose_ref},
                                         {"field", compose_field},
                                         {"row", compose_row},
                                         {"rows", compose_rows},
                                         {"drawing", compose_drawing},
                                         {"markdown", compose_markdown},
                                         {"kind_of", compose_kind_of},
                                         {"load", load},
                                         {"findings", findings},
                                         {"weakened", weakened},
                                         {"end_open_section", compose_end_open_section},
                                         {NULL, NULL}};
    static const char path[] = "lua/lib/document.lua";
    lua_State *L = composer->L;

    inline_open(composer);
    if (!push_file(composer, path))
        return false;
    luaL_newlibtable(L, functions);
    lua_pushlightuserdata(L, composer);
    luaL_setfuncs(L, functions, 1);
    return script_call(composer->script, 1, 1, &(struct script_task){.source = {path, 0, 0}});
}
