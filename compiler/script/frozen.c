/* Tables that scripts read and cannot change: of the model, of catalogues, of figures, and what the program's own files
 * share. Lua asks __newindex for absent keys alone, so a key that is there could be written. What scripts hold is
 * therefore a face: an empty table, which reads from the one behind it and refuses every key. A table behind a face is
 * never given to a script; C functions that go around metamethods reach it by script_reveal. */
#include "script/internal.h"

enum { DEPTH_MAX = 32 };

int frozen_refuse(lua_State *L)
{
    return script_raise(L, "この表は変更できません。新しい表を作ってください",
                        "this table cannot be changed; make a new one");
}

/* Pushes the table behind the face at `index`; false, with nothing pushed, when there is no face. Metatables of faces,
 * and no others, have it at their first place. */
static bool push_behind(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index))
        return false;
    bool face = lua_rawgeti(L, -1, 1) == LUA_TTABLE;
    if (face)
        lua_replace(L, -2);
    else
        lua_pop(L, 2);
    return face;
}

bool script_is_frozen(lua_State *L, int index)
{
    luaL_checkstack(L, 2, NULL);
    bool face = push_behind(L, index);
    if (face)
        lua_pop(L, 1);
    return face;
}

void script_reveal(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 2, NULL);
    if (push_behind(L, index))
        lua_replace(L, index);
}

static int length(lua_State *L)
{
    script_reveal(L, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

/* Pushes a face for the table on top. */
static void push_face(lua_State *L, bool list)
{
    lua_newtable(L);
    lua_createtable(L, 1, 4);
    lua_pushvalue(L, -3);
    lua_rawseti(L, -2, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    sandbox_set(L, "__newindex", frozen_refuse);
    sandbox_set(L, "__len", length);
    lua_pushstring(L, list ? "list" : "table");
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

static void put_behind_face(lua_State *L, bool list)
{
    if (list)
        script_make_list(L);
    push_face(L, list);
    lua_remove(L, -2);
}

void script_freeze(lua_State *L)
{
    bool list = lua_rawlen(L, -1) > 0;
    if (!list) {
        lua_pushnil(L);
        list = lua_next(L, -2) == 0;
        if (!list)
            lua_pop(L, 2);
    }
    put_behind_face(L, list);
}

void script_freeze_map(lua_State *L)
{
    put_behind_face(L, false);
}

static bool is_list(lua_State *L)
{
    if (!lua_getmetatable(L, -1))
        return false;
    script_get_key(L, KEY_LIST);
    bool list = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return list;
}

/* Copies the entries of the table at `from` into that at `to`. */
static void copy_entries(lua_State *L, int from, int to)
{
    for (lua_pushnil(L); lua_next(L, from);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, to);
    }
}

int frozen_list(lua_State *L)
{
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    script_reveal(L, 1);
    lua_pushvalue(L, 1);
    if (is_list(L)) {
        lua_pop(L, 1);
        return 1;
    }
    lua_newtable(L);
    copy_entries(L, 1, lua_gettop(L));
    script_make_list(L);
    return 1;
}

void frozen_copy_flat(lua_State *L)
{
    int index = lua_gettop(L);
    script_reveal(L, index);
    lua_newtable(L);
    copy_entries(L, index, index + 1);
    lua_replace(L, index);
}

/* Replaces the table on top by a face of its copy. `copies` on the stack has the faces of the tables copied before, so
 * that what was one table stays one, and rings end. */
static void copy_frozen(lua_State *L, int copies, int depth)
{
    luaL_checkstack(L, 10, NULL);
    int original = lua_gettop(L), copy = original + 1, face = original + 2;
    if (script_is_frozen(L, original))
        return;
    lua_pushvalue(L, original);
    if (lua_rawget(L, copies) != LUA_TNIL) {
        lua_replace(L, original);
        return;
    }
    lua_pop(L, 1);
    lua_pushvalue(L, original);
    bool list = is_list(L);
    lua_pop(L, 1);
    lua_newtable(L);
    if (lua_getmetatable(L, original))
        lua_setmetatable(L, copy);
    push_face(L, list);
    lua_pushvalue(L, original);
    lua_pushvalue(L, face);
    lua_rawset(L, copies);
    for (lua_pushnil(L); lua_next(L, original);) {
        if (lua_istable(L, -1) && depth == DEPTH_MAX) {
            lua_pop(L, 1);
            continue;
        }
        if (lua_istable(L, -1))
            copy_frozen(L, copies, depth + 1);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, copy);
    }
    lua_replace(L, original);
    lua_settop(L, original);
}

void script_freeze_copy(lua_State *L)
{
    lua_newtable(L);
    lua_insert(L, -2);
    copy_frozen(L, lua_gettop(L) - 1, 0);
    lua_remove(L, -2);
}

/* read_only(t): a copy of the table, with all tables in it, that cannot be changed. */
static int read_only(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    script_freeze_copy(L);
    return 1;
}

/* rawget and rawlen: what is behind a face stands for it. */
static int frozen_rawget(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checkany(L, 2);
    lua_settop(L, 2);
    script_reveal(L, 1);
    lua_rawget(L, 1);
    return 1;
}

static int frozen_rawlen(lua_State *L)
{
    luaL_argexpected(L, lua_istable(L, 1) || lua_isstring(L, 1), 1, "table or string");
    script_reveal(L, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

/* table.insert, remove, sort and move refuse faces whether or not they would write. Upvalues: the function, and which
 * argument it writes to. */
static int guarded_table_function(lua_State *L)
{
    int arguments = lua_gettop(L), place = (int)lua_tointeger(L, lua_upvalueindex(2));
    if (place > arguments || lua_isnil(L, place))
        place = 1;
    if (arguments && script_is_frozen(L, place))
        return frozen_refuse(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, arguments, LUA_MULTRET);
    return lua_gettop(L);
}

void frozen_guard(lua_State *L, const char *name, int place)
{
    lua_getfield(L, -1, name);
    lua_pushinteger(L, place);
    lua_pushcclosure(L, guarded_table_function, 2);
    lua_setfield(L, -2, name);
}

void frozen_open(lua_State *L)
{
    sandbox_set(L, "rawget", frozen_rawget);
    sandbox_set(L, "rawlen", frozen_rawlen);
    sandbox_set(L, "read_only", read_only);
}
