/* The helper functions of scripts: texts and dates. */
#include "script/internal.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"

static bool is_blank(const char *text)
{
    while (*text) {
        if (strchr(" \t\r\n", *text))
            text++;
        else if (strncmp(text, "　", 3) == 0)
            text += 3;
        else
            return false;
    }
    return true;
}

static int helper_present(lua_State *L)
{
    bool present = !lua_isnoneornil(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING) {
        present = !is_blank(lua_tostring(L, 1));
    } else if (lua_istable(L, 1)) {
        script_reveal(L, 1);
        lua_pushnil(L);
        present = lua_next(L, 1) != 0;
    }
    lua_pushboolean(L, present);
    return 1;
}

static enum language language_at(lua_State *L, int index)
{
    return strcmp(luaL_optstring(L, index, "ja"), "en") == 0 ? LANGUAGE_EN : LANGUAGE_JA;
}

static int helper_text(lua_State *L)
{
    const char *text = lua_isnoneornil(L, 1) ? "" : script_text(L, 1, language_at(L, 2));
    lua_pushstring(L, text ? text : "");
    return 1;
}

static int helper_has_language(lua_State *L)
{
    const char *language = luaL_checkstring(L, 2);
    bool has = lua_type(L, 1) == LUA_TSTRING && !is_blank(lua_tostring(L, 1));
    if (lua_istable(L, 1)) {
        lua_getfield(L, 1, language);
        has = lua_type(L, -1) == LUA_TSTRING && !is_blank(lua_tostring(L, -1));
    }
    lua_pushboolean(L, has);
    return 1;
}

static int check_date(lua_State *L, int index)
{
    int days;
    const char *text = luaL_checkstring(L, index);
    if (!date_parse(text, &days))
        return script_raise(L, lua_pushfstring(L, "「%s」は日付（YYYY-MM-DD）ではありません", text),
                            lua_pushfstring(L, "\"%s\" is not a date (YYYY-MM-DD)", text));
    return days;
}

static int push_date(lua_State *L, int days)
{
    char text[DATE_SIZE];
    date_format(days, text);
    lua_pushstring(L, text);
    return 1;
}

/* A number of days or months that cannot overflow. */
static int check_count(lua_State *L, int index)
{
    lua_Integer count = luaL_checkinteger(L, index);
    luaL_argcheck(L, count > -4000000 && count < 4000000, index, "out of range");
    return (int)count;
}

static int helper_days(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)check_date(L, 2) - check_date(L, 1));
    return 1;
}

static int helper_add_days(lua_State *L)
{
    return push_date(L, date_add_days(check_date(L, 1), check_count(L, 2)));
}

static int helper_add_months(lua_State *L)
{
    lua_Integer months = luaL_checkinteger(L, 2);
    luaL_argcheck(L, months > -120000 && months < 120000, 2, "out of range");
    return push_date(L, date_add_months(check_date(L, 1), (int)months));
}

static int date_part(lua_State *L, int part)
{
    int parts[3];
    date_split(check_date(L, 1), &parts[0], &parts[1], &parts[2]);
    lua_pushinteger(L, parts[part]);
    return 1;
}

static int helper_year(lua_State *L)
{
    return date_part(L, 0);
}

static int helper_month(lua_State *L)
{
    return date_part(L, 1);
}

static int helper_day(lua_State *L)
{
    return date_part(L, 2);
}

/* format_date(d, lang): 2026年10月15日 / 15 October 2026; "" for nil. */
static int helper_format_date(lua_State *L)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    int year, month, day;
    if (lua_isnoneornil(L, 1)) {
        lua_pushliteral(L, "");
        return 1;
    }
    date_split(check_date(L, 1), &year, &month, &day);
    if (language_at(L, 2) == LANGUAGE_EN)
        lua_pushfstring(L, "%d %s %d", day, months[month - 1], year);
    else
        lua_pushfstring(L, "%d年%d月%d日", year, month, day);
    return 1;
}

static int helper_width(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)utf8_text_width(luaL_checkstring(L, 1), strlen(lua_tostring(L, 1))));
    return 1;
}

/* trim(s): without the blanks around it, full-width ones too. */
static int helper_trim(lua_State *L)
{
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length), *end = text + length;
    for (bool more = true; more;) {
        more = false;
        if (text < end && strchr(" \t\r\n", *text))
            text++, more = true;
        else if (end - text >= 3 && memcmp(text, "　", 3) == 0)
            text += 3, more = true;
        if (text < end && strchr(" \t\r\n", end[-1]))
            end--, more = true;
        else if (end - text >= 3 && memcmp(end - 3, "　", 3) == 0)
            end -= 3, more = true;
    }
    lua_pushlstring(L, text, (size_t)(end - text));
    return 1;
}

/* split(s, sep): the parts between separators, as a list. */
static int helper_split(lua_State *L)
{
    const char *text = luaL_checkstring(L, 1), *separator = luaL_checkstring(L, 2);
    size_t length = strlen(separator);
    lua_Integer place = 0;
    luaL_argcheck(L, length > 0, 2, "empty");
    lua_newtable(L);
    for (const char *next; (next = strstr(text, separator)) != NULL; text = next + length) {
        lua_pushlstring(L, text, (size_t)(next - text));
        lua_rawseti(L, -2, ++place);
    }
    lua_pushstring(L, text);
    lua_rawseti(L, -2, ++place);
    script_make_list(L);
    return 1;
}

/* contains(t, x): is x among the items of the list. */
static int helper_contains(lua_State *L)
{
    bool found = false;
    if (!lua_isnil(L, 1)) {
        luaL_checktype(L, 1, LUA_TTABLE);
        script_reveal(L, 1);
        for (lua_Integer i = 1, count = (lua_Integer)lua_rawlen(L, 1); i <= count && !found; i++) {
            lua_rawgeti(L, 1, i);
            found = lua_rawequal(L, 2, -1);
            lua_pop(L, 1);
        }
    }
    lua_pushboolean(L, found);
    return 1;
}

/* find_any(s, words): the first of the words that occurs in the text, or nil; one pass a word, without a table or a
 * closure for each call. */
static int helper_find_any(lua_State *L)
{
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    luaL_checktype(L, 2, LUA_TTABLE);
    script_reveal(L, 2);
    for (lua_Integer i = 1, count = (lua_Integer)lua_rawlen(L, 2); i <= count; i++) {
        size_t size;
        lua_rawgeti(L, 2, i);
        const char *word = luaL_checklstring(L, -1, &size);
        if (memmem(text, length, word, size))
            return 1;
        lua_pop(L, 1);
    }
    return 0;
}

void helper_open(struct script *script)
{
    static const luaL_Reg helpers[] = {{"present", helper_present},
                                       {"text", helper_text},
                                       {"has_language", helper_has_language},
                                       {"days", helper_days},
                                       {"add_days", helper_add_days},
                                       {"add_months", helper_add_months},
                                       {"year", helper_year},
                                       {"month", helper_month},
                                       {"day", helper_day},
                                       {"format_date", helper_format_date},
                                       {"width", helper_width},
                                       {"trim", helper_trim},
                                       {"split", helper_split},
                                       {"contains", helper_contains},
                                       {"find_any", helper_find_any}};
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++) {
        lua_pushcfunction(script->L, helpers[i].func);
        script_set_global(script, helpers[i].name);
    }
}
