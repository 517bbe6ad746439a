/* Templates: every file of templates/ returns one, made by `document "id" { … }`. */
#include <string.h>

#include "compose/internal.h"

static int finish_document(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setfield(L, 1, "id");
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_setfield(L, 1, "line");
    lua_settop(L, 1);
    return 1;
}

/* document "id" { … }: the table with its id and the line at which it stands. */
static int start_document(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_Debug frame;
    bool known = lua_getstack(L, 1, &frame) && lua_getinfo(L, "l", &frame);
    lua_pushinteger(L, known && frame.currentline > 0 ? frame.currentline : 0);
    lua_pushcclosure(L, finish_document, 2);
    return 1;
}

static bool is_entry(lua_State *L, const char *name, int type)
{
    bool good = lua_getfield(L, -1, name) == type;

    lua_pop(L, 1);
    return good;
}

/* The template is on top. */
static bool check_template(struct composer *composer, const char *path)
{
    lua_State *L = composer->L;
    const char *wrong = NULL;

    if (!lua_istable(L, -1) || script_is_frozen(L, -1) || !is_entry(L, "id", LUA_TSTRING))
        wrong = "document";
    else if (!is_entry(L, "body", LUA_TFUNCTION))
        wrong = "body";
    else if (is_entry(L, "title", LUA_TNIL))
        wrong = "title";
    if (wrong)
        diag_report(composer->diag, MESSAGE_TEMPLATE_WRONG, (struct source){path, 0, 0}, wrong, NULL);
    return !wrong;
}

void template_load_all(struct composer *composer)
{
    lua_State *L = composer->L;
    const struct script_files *files = script_files(composer->script);
    const char *const *path = files->list(files->context, "templates/*.lua");
    lua_Integer count = 0;

    lua_pushcfunction(L, start_document);
    script_set_global(composer->script, "document");
    lua_newtable(L);
    for (; path && *path; path++) {
        script_progress(composer->script, "template", *path);
        if (!script_run(composer->script, *path, 1)) {
            composer->templates_missing++;
            continue;
        }
        if (check_template(composer, *path)) {
            lua_pushstring(L, *path);
            lua_setfield(L, -2, "path");
            lua_rawseti(L, -2, ++count);
        } else {
            composer->templates_missing++;
            lua_pop(L, 1);
        }
    }
}
