/* `isms`: userdata whose answers are kept in a table (its user value). */
#include "script/internal.h"

#include <string.h>

static void push_kind_list(lua_State *L, const struct model *model, const struct kind *kind)
{
    struct record *const *records;
    size_t count = model_kind_records(model, kind, &records);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        script_push_record(L, records[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    script_freeze(L);
}

/* The list of a kind under its plural name; for a kind with one record, the record (or nil) under its own name. */
static bool push_kind(lua_State *L, const struct model *model, const char *name)
{
    for (size_t i = 0; i < model_kind_count(model); i++) {
        const struct kind *kind = model_kind(model, i);
        bool single = kind->shape == KIND_SINGLE && strcmp(kind->name, name) == 0;
        if (!single && strcmp(kind->plural, name) != 0)
            continue;
        if (single) {
            struct record *const *records;
            script_push_record(L, model_kind_records(model, kind, &records) ? records[0] : NULL);
        } else
            push_kind_list(L, model, kind);
        return true;
    }
    return false;
}

/* Does the list of this name lack records that could not be read? */
static bool lacks_records(const struct model *model, const char *name)
{
    if (!name || !model_is_incomplete(model, NULL))
        return false;
    for (size_t i = 0; i < model_kind_count(model); i++) {
        const struct kind *kind = model_kind(model, i);
        if (model_is_incomplete(model, kind) && (strcmp(kind->plural, name) == 0 || strcmp(kind->name, name) == 0))
            return true;
    }
    return false;
}

static int isms_index(lua_State *L)
{
    struct script *script = script_of(L);
    lua_settop(L, 2);
    if (lacks_records(script->model, lua_tostring(L, 2)))
        script->in_doubt = true;
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, 3) != LUA_TNIL || lua_type(L, 2) != LUA_TSTRING)
        return 1;
    if (!push_kind(L, script->model, lua_tostring(L, 2)))
        return 1;
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 3);
    return 1;
}

static int isms_newindex(lua_State *L)
{
    return script_raise(L, "isms は変更できません", "isms cannot be changed");
}

/* isms:find(id, kind) */
static int isms_find(lua_State *L)
{
    const struct model *model = script_of(L)->model;
    const char *id = luaL_checkstring(L, 2), *name = luaL_optstring(L, 3, NULL);
    const struct kind *kind = name ? model_find_kind(model, name) : NULL;
    if (name && !kind)
        return script_raise(L, lua_pushfstring(L, "「%s」という種類はありません", name),
                            lua_pushfstring(L, "there is no kind \"%s\"", name));
    if (model_is_incomplete(model, kind))
        script_of(L)->in_doubt = true;
    script_push_record(L, model_find(model, kind, id));
    return 1;
}

static int push_catalog(lua_State *L, const char *path)
{
    const struct value *catalog = script_catalog(script_of(L), path);
    if (!catalog)
        return script_raise(L, lua_pushfstring(L, "カタログ %s がありません", path),
                            lua_pushfstring(L, "there is no catalogue %s", path));
    script_get_key(L, KEY_CATALOGS);
    lua_pushstring(L, path);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        convert_push_frozen(L, catalog);
        lua_pushstring(L, path);
        lua_pushvalue(L, -2);
        lua_rawset(L, -5);
    }
    return 1;
}

static int isms_catalog(lua_State *L)
{
    return push_catalog(L, luaL_checkstring(L, 2));
}

static int global_catalog(lua_State *L)
{
    return push_catalog(L, luaL_checkstring(L, 1));
}

/* The default of a setting in lua/settings.lua, or NULL. */
static const struct value *find_default(const struct script *script, const char *name)
{
    const struct value *item = script->settings ? script->settings->first : NULL;
    while (item && strcmp(value_get_text(item, "name", ""), name) != 0)
        item = item->next;
    return value_get(item, "default");
}

/* setting(name, otherwise): of the manifest's `settings`, else `otherwise`, else the default. */
static int global_setting(lua_State *L)
{
    const struct model *model = script_of(L)->model;
    const struct kind *kind = model_find_kind(model, "manifest");
    struct record *const *records;
    const struct value *settings =
        kind && model_kind_records(model, kind, &records) ? record_get(records[0], "settings") : NULL;
    const char *name = luaL_checkstring(L, 1);
    const struct value *value = value_get(settings, name);
    lua_settop(L, 2);
    if (!value || value->kind == VALUE_NULL)
        value = lua_isnil(L, 2) ? find_default(script_of(L), name) : NULL;
    if (value)
        script_push_value(L, value);
    return 1;
}

static void set_words(lua_State *L, const char *name, const struct label *label)
{
    lua_createtable(L, 0, 2);
    lua_pushstring(L, label->text[LANGUAGE_JA]);
    lua_setfield(L, -2, "ja");
    lua_pushstring(L, label->text[LANGUAGE_EN]);
    lua_setfield(L, -2, "en");
    script_freeze_map(L);
    lua_setfield(L, -2, name);
}

static void push_fields(lua_State *L, const struct field *fields, size_t count);

static void set_choices(lua_State *L, const struct field *field)
{
    static const char *const tones[] = {"none", "low", "medium", "high", "critical", "good", "accent"};
    lua_newtable(L);
    for (size_t i = 0; i < field->choice_count; i++) {
        lua_newtable(L);
        lua_pushstring(L, field->choices[i].id);
        lua_setfield(L, -2, "id");
        set_words(L, "title", &field->choices[i].title);
        lua_pushstring(L, tones[field->choices[i].tone]);
        lua_setfield(L, -2, "tone");
        script_freeze_map(L);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    script_freeze(L);
    lua_setfield(L, -2, "values");
}

static void push_field(lua_State *L, const struct field *field)
{
    static const char *const types[] = {"id",   "text", "string", "date", "integer", "number",  "boolean",
                                        "enum", "ref",  "file",   "list", "map",     "records", "any"};
    luaL_checkstack(L, 8, NULL);
    lua_newtable(L);
    lua_pushstring(L, field->name);
    lua_setfield(L, -2, "name");
    lua_pushstring(L, types[field->type]);
    lua_setfield(L, -2, "type");
    set_words(L, "title", &field->title);
    set_words(L, "help", &field->help);
    lua_pushboolean(L, field->required);
    lua_setfield(L, -2, "required");
    if (field->min <= field->max) {
        lua_pushinteger(L, field->min);
        lua_setfield(L, -2, "min");
        lua_pushinteger(L, field->max);
        lua_setfield(L, -2, "max");
    }
    if (field->choices)
        set_choices(L, field);
    if (field->to) {
        lua_newtable(L);
        for (lua_Integer i = 0; field->to[i]; i++) {
            lua_pushstring(L, field->to[i]);
            lua_rawseti(L, -2, i + 1);
        }
        script_freeze(L);
        lua_setfield(L, -2, "to");
    }
    if (field->of) {
        push_field(L, field->of);
        script_freeze_map(L);
        lua_setfield(L, -2, "of");
    }
    if (field->fields) {
        push_fields(L, field->fields, field->field_count);
        lua_setfield(L, -2, "fields");
    }
    if (field->kind) {
        lua_pushstring(L, field->kind);
        lua_setfield(L, -2, "of");
    }
}

static void push_fields(lua_State *L, const struct field *fields, size_t count)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_field(L, &fields[i]);
        script_freeze_map(L);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    script_freeze(L);
}

static void push_kinds(lua_State *L, const struct model *model)
{
    lua_newtable(L);
    for (size_t i = 0; i < model_kind_count(model); i++) {
        const struct kind *kind = model_kind(model, i);
        lua_newtable(L);
        lua_pushstring(L, kind->name);
        lua_setfield(L, -2, "name");
        lua_pushstring(L, kind->plural);
        lua_setfield(L, -2, "plural");
        lua_pushstring(L, kind->clause);
        lua_setfield(L, -2, "clause");
        lua_pushboolean(L, kind->shape == KIND_SINGLE);
        lua_setfield(L, -2, "single");
        lua_pushboolean(L, kind->shape == KIND_NESTED);
        lua_setfield(L, -2, "nested");
        set_words(L, "title", &kind->title);
        push_fields(L, kind->fields, kind->field_count);
        lua_setfield(L, -2, "fields");
        script_freeze_map(L);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    script_freeze(L);
}

/* The languages of the manifest, or Japanese alone. */
static void push_languages(lua_State *L, const struct model *model)
{
    const struct kind *kind = model_find_kind(model, "manifest");
    struct record *const *records;
    const struct value *languages =
        kind && model_kind_records(model, kind, &records) ? record_get(records[0], "languages") : NULL;
    if (languages && languages->kind == VALUE_LIST) {
        script_push_value(L, languages);
    } else {
        lua_newtable(L);
        lua_pushliteral(L, "ja");
        lua_rawseti(L, -2, 1);
    }
    script_freeze(L);
}

void script_push_isms(lua_State *L)
{
    script_get_key(L, KEY_ISMS);
}

void script_set_isms(struct script *script, const char *name)
{
    lua_State *L = script->L;
    script_push_isms(L);
    lua_getiuservalue(L, -1, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, name);
    lua_pop(L, 3);
}

void isms_open(struct script *script)
{
    lua_State *L = script->L;
    lua_newtable(L);
    script_set_key(L, KEY_CATALOGS);
    lua_newuserdatauv(L, 1, 1);
    lua_createtable(L, 0, 16);
    sandbox_set(L, "find", isms_find);
    sandbox_set(L, "catalog", isms_catalog);
    lua_pushstring(L, script->date);
    lua_setfield(L, -2, "date");
    push_languages(L, script->model);
    lua_setfield(L, -2, "languages");
    push_kinds(L, script->model);
    lua_setfield(L, -2, "kinds");
    lua_setiuservalue(L, -2, 1);
    lua_createtable(L, 0, 4);
    sandbox_set(L, "__index", isms_index);
    sandbox_set(L, "__newindex", isms_newindex);
    lua_pushliteral(L, "isms");
    lua_setfield(L, -2, "__metatable");
    lua_pushliteral(L, "isms");
    lua_setfield(L, -2, "__name");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    script_set_key(L, KEY_ISMS);
    script_set_global(script, "isms");
    lua_pushcfunction(L, global_catalog);
    script_set_global(script, "catalog");
    lua_pushcfunction(L, global_setting);
    script_set_global(script, "setting");
}
