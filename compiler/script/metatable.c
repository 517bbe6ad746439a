/* Metatables that scripts set. The collector reads __gc and __mode, and when it runs depends on addresses and on the
 * machine: neither is for scripts. A table written after it became a metatable would bring them in all the same, so
 * what is set is a copy: the entries that Lua reads, as they are at that time. */
#include "script/internal.h"

static const char original; /* its address in a copy says: the table it was made of */

static const char *const entries[] = {
    "__index", "__newindex", "__call",   "__tostring", "__name", "__metatable", "__pairs", "__len", "__eq",
    "__lt",    "__le",       "__concat", "__unm",      "__add",  "__sub",       "__mul",   "__div", "__idiv",
    "__mod",   "__pow",      "__band",   "__bor",      "__bxor", "__bnot",      "__shl",   "__shr", "__close"};

static void refuse_collector(lua_State *L)
{
    static const char *const refused[] = {"__gc", "__mode", NULL};
    for (const char *const *name = refused; *name; name++) {
        lua_pushstring(L, *name);
        if (lua_rawget(L, 2) != LUA_TNIL)
            script_raise(L, lua_pushfstring(L, "メタテーブルに `%s` は使えません", *name),
                         lua_pushfstring(L, "`%s` is not allowed in a metatable", *name));
        lua_pop(L, 1);
    }
}

/* Pushes the copy of the table at 2: one for all tables that it is set for, brought up to date each time. */
static void push_copy(lua_State *L)
{
    script_get_key(L, KEY_METATABLES);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, 2);
        lua_rawsetp(L, -2, &original);
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_remove(L, -2);
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        lua_pushstring(L, entries[i]);
        lua_pushvalue(L, -1);
        lua_rawget(L, 2);
        lua_rawset(L, -3);
    }
}

static int safe_setmetatable(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_istable(L, 2))
        luaL_checktype(L, 2, LUA_TNIL);
    lua_settop(L, 2);
    script_reveal(L, 2);
    if (lua_istable(L, 2))
        refuse_collector(L);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return script_raise(L, "この値のメタテーブルは変更できません", "the metatable of this value cannot be changed");
    if (lua_istable(L, 2))
        push_copy(L);
    else
        lua_pushnil(L);
    lua_setmetatable(L, 1);
    lua_settop(L, 1);
    return 1;
}

/* The table that was given, not its copy. */
static int safe_getmetatable(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return 1;
    if (lua_getmetatable(L, 1))
        lua_rawgetp(L, -1, &original);
    else
        lua_pushnil(L);
    return 1;
}

void metatable_open(lua_State *L)
{
    sandbox_set(L, "setmetatable", safe_setmetatable);
    sandbox_set(L, "getmetatable", safe_getmetatable);
    lua_newtable(L); /* copies by what they were made of: kept as long as that is */
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    script_set_key(L, KEY_METATABLES);
}
