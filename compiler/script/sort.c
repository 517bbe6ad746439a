/* table.sort. Lua's own takes the clock for chance where a table is long and badly ordered, and then equal items change
 * places from run to run. This one merges runs that double in length: equal items keep their order, and no order of the
 * items makes it slow. */
#include "script/internal.h"

enum { TABLE = 1, BEFORE = 2, FROM = 3, TO = 4 }; /* places on the stack */

/* Does the item on top come before the one below it? Pops neither. */
static bool comes_before(lua_State *L)
{
    if (lua_isnil(L, BEFORE))
        return lua_compare(L, -1, -2, LUA_OPLT);
    lua_pushvalue(L, BEFORE);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/* Merges the runs [first, middle) and [middle, end) of `from` into `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer first, lua_Integer middle, lua_Integer end)
{
    lua_Integer left = first, right = middle;
    for (lua_Integer place = first; place < end; place++) {
        bool second = left >= middle;
        if (left < middle && right < end) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            second = comes_before(L);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, second ? right++ : left++);
        lua_rawseti(L, to, place);
    }
}

int sort_table(lua_State *L)
{
    luaL_checktype(L, TABLE, LUA_TTABLE);
    if (!lua_isnoneornil(L, BEFORE))
        luaL_checktype(L, BEFORE, LUA_TFUNCTION);
    lua_settop(L, BEFORE);
    lua_Integer count = luaL_len(L, TABLE), width = 1;
    luaL_argcheck(L, count < INT_MAX, TABLE, "array too big");
    int size = count > 0 ? (int)count : 0, from = FROM, to = TO;
    lua_createtable(L, size, 0);
    lua_createtable(L, size, 0);
    luaL_checkstack(L, 8, NULL);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, TABLE, i);
        lua_rawseti(L, FROM, i);
    }
    for (; width < count; width *= 2) {
        for (lua_Integer first = 1; first <= count; first += 2 * width) {
            lua_Integer middle = first + width <= count ? first + width : count + 1;
            lua_Integer end = first + 2 * width <= count ? first + 2 * width : count + 1;
            merge(L, from, to, first, middle, end);
        }
        int other = from;
        from = to;
        to = other;
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, from, i);
        lua_seti(L, TABLE, i);
    }
    return 0;
}
