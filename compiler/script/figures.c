/* What a risk method computed about a record, as `record.figures`. A trace that the method gives as a function is made
 * when somebody first asks for it: most figures are compared, few are explained. */
#include "script/internal.h"

#include <string.h>

/* __index of the table behind figures: only `trace` is ever missing and yet there. */
static int figures_index(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING || strcmp(lua_tostring(L, 2), "trace") != 0)
        return 0;
    script_get_key(L, KEY_TRACES);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, -2) != LUA_TFUNCTION)
        return 0;
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    lua_rawset(L, -4);
    lua_call(L, 0, 1);
    if (lua_istable(L, -1))
        script_freeze_copy(L);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 1);
    return 1;
}

void figures_open(struct script *script)
{
    lua_State *L = script->L;
    lua_createtable(L, 0, 1);
    sandbox_set(L, "__index", figures_index);
    script_set_key(L, KEY_FIGURES);
    lua_newtable(L);
    script_set_key(L, KEY_TRACES);
}

/* Are these figures that were frozen before, as when a method gives those of an asset? */
static bool are_figures(lua_State *L, int index)
{
    lua_pushvalue(L, index);
    script_reveal(L, -1);
    if (!lua_getmetatable(L, -1)) {
        lua_pop(L, 1);
        return false;
    }
    script_get_key(L, KEY_FIGURES);
    bool figures = lua_rawequal(L, -1, -2);
    lua_pop(L, 3);
    return figures;
}

void script_freeze_figures(lua_State *L)
{
    int figures = lua_gettop(L), behind = figures + 1;
    if (are_figures(L, figures))
        return;
    frozen_copy_flat(L); /* a table of their own, whatever the method gave */
    script_freeze_copy(L);
    lua_pushvalue(L, figures);
    script_reveal(L, behind);
    script_get_key(L, KEY_FIGURES);
    lua_setmetatable(L, behind);
    lua_pushliteral(L, "trace");
    if (lua_rawget(L, behind) == LUA_TFUNCTION) {
        script_get_key(L, KEY_TRACES);
        lua_pushvalue(L, behind);
        lua_pushvalue(L, -3);
        lua_rawset(L, -3);
        lua_pushliteral(L, "trace");
        lua_pushnil(L);
        lua_rawset(L, behind);
    }
    lua_settop(L, figures);
}

void script_set_figures(struct script *script, const struct record *record)
{
    lua_State *L = script->L;
    script_push_record(L, record);
    lua_getiuservalue(L, -1, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "figures");
    lua_pop(L, 3);
}

/* Gives the figures of the record at 1 with all their traces made, or nil. */
static int complete_figures(lua_State *L)
{
    static const char *const parts[] = {"first", "second"};
    lua_getfield(L, 1, "figures");
    if (!lua_istable(L, -1))
        return 0;
    lua_getfield(L, -1, "trace");
    lua_pop(L, 1);
    for (size_t i = 0; i < 2; i++) {
        if (lua_getfield(L, -1, parts[i]) == LUA_TTABLE) {
            lua_getfield(L, -1, "trace");
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    return 1;
}

const struct value *script_figures(struct script *script, const struct record *record)
{
    lua_State *L = script->L;
    struct script_task task = {.record = record, .source = record->source};
    lua_pushcfunction(L, complete_figures);
    script_push_record(L, record);
    if (!script_call(script, 1, 1, &task))
        return NULL;
    const struct value *value = lua_istable(L, -1) ? script_to_value(L, -1, script->arena, record->source) : NULL;
    lua_pop(L, 1);
    return value;
}
