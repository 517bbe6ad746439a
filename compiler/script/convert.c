/* Values to Lua and back. */
#include "script/internal.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32 };

static void push_value(lua_State *L, const struct value *value, bool frozen)
{
    luaL_checkstack(L, 8, NULL);
    switch (value ? value->kind : VALUE_NULL) {
    case VALUE_NULL:
        lua_pushnil(L);
        return;
    case VALUE_BOOL:
        lua_pushboolean(L, value->as.boolean);
        return;
    case VALUE_INTEGER:
        lua_pushinteger(L, value->as.integer);
        return;
    case VALUE_REAL:
        lua_pushnumber(L, value->as.real);
        return;
    case VALUE_TEXT:
        lua_pushstring(L, value->text);
        return;
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    bool list = value->kind == VALUE_LIST;
    lua_Integer place = 0;
    lua_createtable(L, list ? (int)value->count : 0, list ? 0 : (int)value->count);
    for (const struct value *item = value->first; item; item = item->next) {
        push_value(L, item, frozen);
        if (list)
            lua_rawseti(L, -2, ++place);
        else
            lua_setfield(L, -2, item->key);
    }
    if (list)
        script_make_list(L);
    if (frozen && list)
        script_freeze(L);
    else if (frozen)
        script_freeze_map(L);
}

void script_push_value(lua_State *L, const struct value *value)
{
    push_value(L, value, false);
}

void convert_push_frozen(lua_State *L, const struct value *value)
{
    push_value(L, value, true);
}

static void push_list(lua_State *L, const struct record *record, const struct field *of, const struct value *value)
{
    lua_Integer place = 0;
    lua_createtable(L, (int)value->count, 0);
    for (const struct value *item = value->first; item; item = item->next) {
        script_push_field(L, record, of, item);
        if (lua_isnil(L, -1))
            lua_pop(L, 1); /* a reference to nothing, which was reported */
        else
            lua_rawseti(L, -2, ++place);
    }
    script_freeze(L);
}

static void push_children(lua_State *L, const struct record *record, const struct field *field)
{
    lua_Integer place = 0;
    lua_newtable(L);
    for (size_t i = 0; record && i < record->child_count; i++)
        if (record->children[i]->parent_field == field) {
            script_push_record(L, record->children[i]);
            lua_rawseti(L, -2, ++place);
        }
    script_freeze(L);
}

static void push_map(lua_State *L, const struct record *record, const struct field *field, const struct value *value)
{
    lua_createtable(L, 0, (int)value->count);
    const struct value *entry = value->first;
    for (size_t i = 0; i < field->field_count && entry; i++) {
        if (strcmp(field->fields[i].name, entry->key) != 0)
            continue; /* entries keep the order of the fields */
        script_push_field(L, record, &field->fields[i], entry);
        lua_setfield(L, -2, entry->key);
        entry = entry->next;
    }
    script_freeze_map(L);
}

void script_push_field(lua_State *L, const struct record *record, const struct field *field, const struct value *value)
{
    luaL_checkstack(L, 4, NULL);
    if (!value) {
        lua_pushnil(L);
        return;
    }
    switch (field->type) {
    case FIELD_REF:
        script_push_record(L, model_resolve(script_of(L)->model, field, value));
        break;
    case FIELD_LIST:
        push_list(L, record, field->of, value);
        break;
    case FIELD_MAP:
        push_map(L, record, field, value);
        break;
    case FIELD_RECORDS:
        push_children(L, record, field);
        break;
    default:
        convert_push_frozen(L, value);
    }
}

struct reader {
    lua_State *L;
    struct arena *arena;
    struct source source;
};

static struct value *read_value(const struct reader *reader, int index, int depth);

static int compare_entries(const void *left, const void *right)
{
    const struct value *a = *(struct value *const *)left, *b = *(struct value *const *)right;
    return strcmp(a->key, b->key);
}

static void append(struct value *parent, struct value *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

/* Entries of the hash part, named by text; integers of a sequence come under "1", "2" … */
static void read_map(const struct reader *reader, int table, int depth, struct value *map)
{
    lua_State *L = reader->L;
    size_t count = 0, room = 0;
    struct value **entries = NULL;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        bool keyed = lua_type(L, -2) == LUA_TSTRING || lua_isinteger(L, -2);
        struct value *entry = keyed ? read_value(reader, lua_gettop(L), depth + 1) : NULL;
        if (entry) {
            entry->key = lua_type(L, -2) == LUA_TSTRING
                             ? arena_strdup(reader->arena, lua_tostring(L, -2))
                             : arena_printf(reader->arena, "%lld", (long long)lua_tointeger(L, -2));
            entry->key_source = reader->source;
            if (count == room) {
                size_t larger = room ? room * 2 : 16;
                struct value **moved = arena_alloc(reader->arena, larger * sizeof(struct value *));
                if (count)
                    memcpy(moved, entries, count * sizeof(struct value *));
                entries = moved;
                room = larger;
            }
            entries[count++] = entry;
        }
        lua_pop(L, 1);
    }
    if (count)
        qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++)
        append(map, entries[i]);
}

static bool is_sequence(lua_State *L, int table)
{
    size_t length = lua_rawlen(L, table), count = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if (!lua_isinteger(L, -1)) {
            lua_pop(L, 1);
            return false;
        }
        count++;
    }
    return count == length;
}

static struct value *read_table(const struct reader *reader, int table, int depth)
{
    lua_State *L = reader->L;
    struct value *value = arena_alloc(reader->arena, sizeof *value);
    *value = (struct value){.kind = VALUE_MAP, .source = reader->source, .text = ""};
    if (depth > DEPTH_MAX)
        return value;
    luaL_checkstack(L, 6, NULL);
    if (!is_sequence(L, table)) {
        read_map(reader, table, depth, value);
        return value;
    }
    value->kind = VALUE_LIST;
    size_t length = lua_rawlen(L, table);
    for (size_t i = 1; i <= length; i++) {
        lua_rawgeti(L, table, (lua_Integer)i);
        struct value *item = read_value(reader, lua_gettop(L), depth + 1);
        if (item)
            append(value, item);
        lua_pop(L, 1);
    }
    return value;
}

/* NULL for what is no data: functions and the like. */
static struct value *read_value(const struct reader *reader, int index, int depth)
{
    lua_State *L = reader->L;
    if (lua_istable(L, index)) {
        script_reveal(L, index);
        return read_table(reader, index, depth);
    }
    struct value *value = arena_alloc(reader->arena, sizeof *value);
    *value = (struct value){.source = reader->source, .text = ""};
    const struct record *record;
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        return value;
    case LUA_TBOOLEAN:
        value->kind = VALUE_BOOL;
        value->as.boolean = lua_toboolean(L, index);
        value->text = value->as.boolean ? "true" : "false";
        return value;
    case LUA_TNUMBER:
        value->kind = lua_isinteger(L, index) ? VALUE_INTEGER : VALUE_REAL;
        if (value->kind == VALUE_INTEGER)
            value->as.integer = lua_tointeger(L, index);
        else
            value->as.real = lua_tonumber(L, index);
        lua_pushvalue(L, index);
        value->text = arena_strdup(reader->arena, lua_tostring(L, -1));
        lua_pop(L, 1);
        return value;
    case LUA_TSTRING:
        value->kind = VALUE_TEXT;
        value->text = arena_strdup(reader->arena, lua_tostring(L, index));
        value->quoted = true;
        return value;
    default:
        record = script_to_record(L, index);
        value->kind = VALUE_TEXT;
        value->text = record ? record->id : "";
        return record ? value : NULL;
    }
}

struct value *script_to_value(lua_State *L, int index, struct arena *arena, struct source source)
{
    struct reader reader = {L, arena, source};
    lua_pushvalue(L, index);
    struct value *value = read_value(&reader, lua_gettop(L), 0);
    lua_pop(L, 1);
    return value ? value : arena_alloc(arena, sizeof *value);
}

const char *script_text(lua_State *L, int index, enum language language)
{
    static const char *const names[] = {"ja", "en"};
    const struct record *record;
    index = lua_absindex(L, index);
    if (lua_isstring(L, index))
        return lua_tostring(L, index);
    if ((record = script_to_record(L, index)) != NULL)
        return record_name(record, language);
    if (!lua_istable(L, index))
        return NULL;
    const char *text = NULL;
    lua_pushvalue(L, index);
    script_reveal(L, -1);
    for (int i = 0; i < LANGUAGE_COUNT && !text; i++) {
        lua_pushstring(L, names[i ? !language : language]);
        lua_rawget(L, -2);
        text = lua_isstring(L, -1) ? lua_tostring(L, -1) : NULL;
        lua_pop(L, 1); /* the table holds the string */
    }
    lua_pop(L, 1);
    return text;
}
