/* `pairs` in an order of its own: Lua's order of keys differs from run to run. Numbers come first, then strings, then
 * booleans, then records in model order. */
#include "script/internal.h"

#include <stdlib.h>
#include <string.h>

struct key {
    int rank; /* of the type */
    lua_Number number;
    lua_Integer integer; /* the same, where is_integer: large ones are not told apart as numbers */
    bool is_integer;
    const char *text;
    size_t length;
    lua_Integer place; /* in the table of keys */
};

static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->text) {
        size_t shorter = a->length < b->length ? a->length : b->length;
        int order = memcmp(a->text, b->text, shorter);
        return order ? order : a->length < b->length ? -1 : a->length > b->length;
    }
    if (a->is_integer && b->is_integer)
        return a->integer < b->integer ? -1 : a->integer > b->integer;
    if (a->number == b->number) /* the largest integers and a number beyond them */
        return b->is_integer - a->is_integer;
    return a->number < b->number ? -1 : 1;
}

static struct key read_key(lua_State *L, int index, lua_Integer place)
{
    struct key key = {.place = place};
    const struct record *record;
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        key.number = lua_tonumber(L, index);
        key.is_integer = lua_isinteger(L, index);
        key.integer = key.is_integer ? lua_tointeger(L, index) : 0;
        break;
    case LUA_TSTRING:
        key.rank = 1;
        key.text = lua_tolstring(L, index, &key.length);
        break;
    case LUA_TBOOLEAN:
        key.rank = 2;
        key.number = lua_toboolean(L, index);
        break;
    default:
        record = script_to_record(L, index);
        if (!record)
            script_raise(
                L, "番号・文字列・レコード以外をキーにした表には順序がなく、pairs で巡れません。一覧にしてください",
                "a table whose keys are not numbers, strings or records has no order for pairs; use a list");
        else
            key = (struct key){.rank = 3, .number = (lua_Number)record->index, .place = place};
    }
    return key;
}

/* Pushes the keys of the table at 1 as a sequence, in order. */
static void push_keys(lua_State *L)
{
    lua_newtable(L);
    int keys = lua_gettop(L);
    lua_Integer count = 0;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, keys, ++count);
    }
    struct key *order = lua_newuserdatauv(L, (size_t)(count + 1) * sizeof *order, 0);
    lua_createtable(L, (int)count, 0);
    luaL_checkstack(L, 4, NULL);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, keys, i);
        order[i - 1] = read_key(L, -1, i); /* the string stays in the table of keys */
        lua_pop(L, 1);
    }
    qsort(order, (size_t)count, sizeof *order, compare_keys);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, keys, order[i - 1].place);
        lua_rawseti(L, -2, i);
    }
    lua_replace(L, keys);
    lua_settop(L, keys);
}

/* Upvalues: table, keys, how many were given. */
static int next_pair(lua_State *L)
{
    lua_Integer place = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        place++;
        if (lua_rawgeti(L, lua_upvalueindex(2), place) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
            break;
        lua_pop(L, 2); /* removed meanwhile */
    }
    lua_pushinteger(L, place);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

int order_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    script_reveal(L, 1);
    lua_pushvalue(L, 1);
    push_keys(L);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 3);
    return 1;
}

/* next(t): its first key and value, to see whether there is any. */
int order_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_isnoneornil(L, 2))
        return script_raise(L, "next(t, key) は使えません。pairs(t) で巡ってください",
                            "next(t, key) is not available; use pairs(t)");
    lua_settop(L, 1);
    script_reveal(L, 1);
    push_keys(L);
    if (lua_rawgeti(L, -1, 1) == LUA_TNIL)
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}
