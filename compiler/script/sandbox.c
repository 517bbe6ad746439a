/* What scripts find: safe libraries, read-only globals, lists. Whatever depends on addresses, hash order, time or
 * chance is replaced or left out, so that the same input gives the same bytes. */
#include "script/internal.h"

#include <string.h>

static const char *const base_names[] = {"assert", "error", "ipairs", "rawequal", "select", "tonumber", "type", NULL};
static const char *const removed_names[] = {
    "io",     "os",    "debug",          "package", "require", "load",   "loadfile",  "loadstring",
    "dofile", "print", "collectgarbage", "xpcall",  "warn",    "rawset", "coroutine", NULL};

int script_raise(lua_State *L, const char *ja, const char *en)
{
    lua_pushstring(L, ja);
    script_set_key(L, KEY_RAISED_JA);
    lua_pushstring(L, en);
    lua_pushvalue(L, -1);
    script_set_key(L, KEY_RAISED);
    return lua_error(L);
}

void sandbox_set(lua_State *L, const char *name, lua_CFunction function)
{
    lua_pushcfunction(L, function);
    lua_setfield(L, -2, name);
}

void sandbox_push_text(lua_State *L, int index)
{
    int type = lua_type(L, index);
    bool plain = type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA && type != LUA_TLIGHTUSERDATA &&
                 type != LUA_TTHREAD;
    if (plain)
        luaL_tolstring(L, index, NULL);
    else if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
        lua_pop(L, 1);
        luaL_tolstring(L, index, NULL);
    } else
        lua_pushstring(L, luaL_typename(L, index));
}

static int set_global(lua_State *L)
{
    sandbox_push_text(L, 2);
    const char *name = lua_tostring(L, -1);
    return script_raise(
        L, lua_pushfstring(L, "グローバル変数 `%s` には代入できません。`local %s` としてください", name, name),
        lua_pushfstring(L, "cannot assign to the global `%s`; write `local %s`", name, name));
}

static int undefined_global(lua_State *L)
{
    sandbox_push_text(L, 2);
    const char *name = lua_tostring(L, -1);
    for (const char *const *removed = removed_names; *removed; removed++)
        if (strcmp(*removed, name) == 0)
            return script_raise(L, lua_pushfstring(L, "`%s` はここでは使えません", name),
                                lua_pushfstring(L, "`%s` is not available here", name));
    return script_raise(L, lua_pushfstring(L, "`%s` という名前の変数や関数はありません", name),
                        lua_pushfstring(L, "there is no variable or function `%s`", name));
}

static int set_library(lua_State *L)
{
    return script_raise(L, "標準ライブラリーは変更できません", "the libraries cannot be changed");
}

/* What a script makes of an error is the same everywhere; whether memory ran out is not, and is not for it to catch. */
static int safe_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushboolean(L, true);
    lua_insert(L, 1);
    if (lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0) == LUA_OK)
        return lua_gettop(L);
    if (script_of(L)->refused)
        stop_for_memory(script_of(L), (struct source){0});
    lua_pushboolean(L, false);
    lua_insert(L, -2);
    return 2;
}

static int safe_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    sandbox_push_text(L, 1);
    return 1;
}

static int safe_format(lua_State *L)
{
    size_t length;
    const char *at = luaL_checklstring(L, 1, &length), *end = at + length;
    while ((at = memchr(at, '%', (size_t)(end - at))) != NULL) {
        at++;
        at += strspn(at, "-+ #0123456789.");
        if (*at == 'p')
            return script_raise(L, "書式 %p は使えません", "the format %p is not available");
        at += *at == '%';
    }
    int count = lua_gettop(L);
    for (int i = 2; i <= count; i++)
        if (!lua_isnil(L, i) && !lua_isstring(L, i)) {
            sandbox_push_text(L, i);
            lua_replace(L, i);
        }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

static void remove_field(lua_State *L, const char *name)
{
    lua_pushnil(L);
    lua_setfield(L, -2, name);
}

/* Pops a table and pushes an empty one that reads from it and cannot be written. */
static void protect(lua_State *L, lua_CFunction write, const char *name)
{
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    sandbox_set(L, "__newindex", write);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

static void open_library(lua_State *L, int globals, const char *name, lua_CFunction open)
{
    lua_pushcfunction(L, open);
    lua_pushstring(L, name);
    lua_call(L, 1, 1);
    if (strcmp(name, "string") == 0) {
        remove_field(L, "dump");
        lua_getfield(L, -1, "format");
        lua_pushcclosure(L, safe_format, 1);
        lua_setfield(L, -2, "format");
    } else if (strcmp(name, "math") == 0) {
        remove_field(L, "random");
        remove_field(L, "randomseed");
    } else if (strcmp(name, "table") == 0) {
        sandbox_set(L, "sort", sort_table);
        frozen_guard(L, "insert", 1);
        frozen_guard(L, "remove", 1);
        frozen_guard(L, "sort", 1);
        frozen_guard(L, "move", 5);
    }
    protect(L, set_library, "library");
    lua_setfield(L, globals, name);
}

static void open_base(lua_State *L, int globals)
{
    luaL_requiref(L, "_G", luaopen_base, 0);
    for (const char *const *name = base_names; *name; name++) {
        lua_getfield(L, -1, *name);
        lua_setfield(L, globals, *name);
    }
    lua_pop(L, 1);
    lua_pushvalue(L, globals);
    metatable_open(L);
    frozen_open(L);
    sandbox_set(L, "pcall", safe_pcall);
    sandbox_set(L, "tostring", safe_tostring);
    sandbox_set(L, "pairs", order_pairs);
    sandbox_set(L, "sorted", order_pairs);
    sandbox_set(L, "next", order_next);
    lua_pop(L, 1);
}

void script_make_list(lua_State *L)
{
    script_get_key(L, KEY_LIST);
    lua_setmetatable(L, -2);
}

/* list(t): the table itself, with the methods of lists, or a new list of what stands in a table that cannot be changed;
 * of a record a list of one, of nil an empty one. */
static int make_list(lua_State *L)
{
    lua_settop(L, 1);
    if (script_is_frozen(L, 1))
        return frozen_list(L);
    if (lua_isnil(L, 1) || script_to_record(L, 1)) {
        lua_createtable(L, 1, 0);
        lua_insert(L, 1);
        lua_rawseti(L, 1, 1);
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_getmetatable(L, 1))
        script_make_list(L);
    else
        lua_settop(L, 1);
    return 1;
}

void script_set_global(struct script *script, const char *name)
{
    lua_State *L = script->L;
    script_get_key(L, KEY_GLOBALS);
    lua_insert(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/* The methods of lists are Lua. */
static void open_lists(struct script *script)
{
    lua_State *L = script->L;
    const char *path = "lua/lib/list.lua";
    lua_newtable(L);
    script_set_key(L, KEY_LIST_METHODS);
    lua_createtable(L, 0, 2);
    script_get_key(L, KEY_LIST_METHODS);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "list");
    lua_setfield(L, -2, "__metatable");
    script_set_key(L, KEY_LIST);
    figures_open(script);
    lua_pushcfunction(L, make_list);
    script_set_global(script, "list");
    if (!script_load(script, path))
        return;
    script_get_key(L, KEY_LIST_METHODS);
    lua_pushcfunction(L, record_choices);
    script_call(script, 2, 0, &(struct script_task){.source = {path, 0, 0}});
}

void sandbox_open(struct script *script)
{
    lua_State *L = script->L;
    lua_newtable(L);
    int globals = lua_gettop(L);
    open_base(L, globals);
    open_library(L, globals, "string", luaopen_string);
    open_library(L, globals, "table", luaopen_table);
    open_library(L, globals, "math", luaopen_math);
    open_library(L, globals, "utf8", luaopen_utf8);
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushliteral(L, "string");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
    lua_createtable(L, 0, 1);
    sandbox_set(L, "__index", undefined_global);
    lua_setmetatable(L, globals);
    lua_pushvalue(L, globals);
    script_set_key(L, KEY_GLOBALS);
    protect(L, set_global, "globals");
    lua_pushvalue(L, -1);
    script_set_global(script, "_G");
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS); /* what lua_load gives to chunks */
    open_lists(script);
}
