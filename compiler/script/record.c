/* A record in Lua: full userdata with a pointer, its fields converted when they are first asked for and kept in a table
 * (its user value). The same record is always the same object. */
#include "script/internal.h"

#include <string.h>

#include "base/digest.h"

/* What every record answers beside its fields. */
enum property { PROPERTY_KIND = -6, PROPERTY_NAME_TEXT, PROPERTY_PARENT, PROPERTY_CATALOG, PROPERTY_PATH, PROPERTY_ID };

static const char marker; /* its address in a metatable says: a record */

const struct record *script_to_record(lua_State *L, int index)
{
    const struct record *const *holder = lua_touserdata(L, index);
    if (!holder || !lua_getmetatable(L, index))
        return NULL;
    bool is_record = lua_rawgetp(L, -1, &marker) != LUA_TNIL;
    lua_pop(L, 2);
    return is_record ? *holder : NULL;
}

static const struct record *check_record(lua_State *L, int index)
{
    const struct record *record = script_to_record(L, index);
    if (!record)
        script_raise(L, "レコードの関数は `record:label(…)` のように `:` で呼びます",
                     "functions of records are called with `:`, as in `record:label(…)`");
    return record;
}

void script_push_record(lua_State *L, const struct record *record)
{
    if (!record) {
        lua_pushnil(L);
        return;
    }
    luaL_checkstack(L, 6, NULL);
    script_get_key(L, KEY_RECORDS);
    if (lua_rawgeti(L, -1, (lua_Integer)record->index + 1) == LUA_TNIL) {
        lua_pop(L, 1);
        const struct record **holder = lua_newuserdatauv(L, sizeof(struct record *), 1);
        *holder = record;
        lua_newtable(L);
        lua_setiuservalue(L, -2, 1);
        script_get_key(L, KEY_KINDS);
        lua_rawgeti(L, -1, record->kind - model_kind(script_of(L)->model, 0) + 1);
        lua_setmetatable(L, -3);
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, (lua_Integer)record->index + 1);
    }
    lua_remove(L, -2);
}

static void push_property(lua_State *L, const struct record *record, lua_Integer property)
{
    const struct field *field;
    switch (property) {
    case PROPERTY_KIND:
        lua_pushstring(L, record->kind->name);
        break;
    case PROPERTY_NAME_TEXT:
        field = kind_field(record->kind, record->kind->title_field);
        if (field && (field->type == FIELD_TEXT || field->type == FIELD_STRING || field->type == FIELD_ID))
            script_push_field(L, record, field, record_get(record, field->name));
        else
            lua_pushnil(L);
        if (lua_isnil(L, -1)) {
            lua_pop(L, 1);
            lua_pushstring(L, record->id);
        }
        break;
    case PROPERTY_PARENT:
        script_push_record(L, record->parent);
        break;
    case PROPERTY_CATALOG:
        convert_push_frozen(L, record->catalog);
        break;
    case PROPERTY_PATH:
        lua_pushstring(L, record->source.file);
        break;
    default:
        lua_pushstring(L, record->id);
    }
}

/* Is what this name stands for wrong, or made of something wrong? Names at `names` of the stack. */
static bool is_doubtful(lua_State *L, const struct script *script, const struct record *record, int names)
{
    bool figures = script->figures_missing || script->doubtful[record->index];
    if (!record->wrong && !figures)
        return false;
    lua_pushvalue(L, 2);
    lua_rawget(L, names);
    lua_Integer place = lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (place > 0)
        return record->wrong && record->wrong[place - 1];
    return figures && lua_type(L, 2) == LUA_TSTRING && strcmp(lua_tostring(L, 2), "figures") == 0;
}

/* Upvalue: names → place of the field from 1, property (negative) or function. */
static int record_index(lua_State *L)
{
    const struct record *record = *(const struct record *const *)lua_touserdata(L, 1);
    struct script *script = script_of(L);
    lua_settop(L, 2);
    if (is_doubtful(L, script, record, lua_upvalueindex(1)))
        script->in_doubt = true;
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, 3) != LUA_TNIL)
        return 1;
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNUMBER)
        return 1; /* a function, or nil */
    lua_Integer place = lua_tointeger(L, -1);
    if (place > 0)
        script_push_field(L, record, &record->kind->fields[place - 1], record->values[place - 1]);
    else
        push_property(L, record, place);
    if (!lua_isnil(L, -1)) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2);
        lua_rawset(L, 3);
    }
    return 1;
}

static int record_newindex(lua_State *L)
{
    sandbox_push_text(L, 2);
    const char *name = lua_tostring(L, -1);
    return script_raise(L, lua_pushfstring(L, "レコードは変更できません（`%s` への代入）", name),
                        lua_pushfstring(L, "records cannot be changed (assignment to `%s`)", name));
}

static int record_tostring(lua_State *L)
{
    const struct record *record = check_record(L, 1);
    lua_pushfstring(L, "%s %s", record->kind->name, record->id);
    return 1;
}

/* record:refs(kind) */
static int record_refs(lua_State *L)
{
    const struct record *record = check_record(L, 1);
    const char *name = luaL_optstring(L, 2, NULL);
    struct script *script = script_of(L);
    const struct kind *kind = name ? model_find_kind(script->model, name) : NULL;
    lua_Integer place = 0;
    if (model_is_doubtful(script->model, kind))
        script->in_doubt = true;
    lua_newtable(L);
    for (size_t i = 0; i < record->referrer_count; i++)
        if (!name || strcmp(record->referrers[i]->kind->name, name) == 0) {
            script_push_record(L, record->referrers[i]);
            lua_rawseti(L, -2, ++place);
        }
    script_make_list(L);
    return 1;
}

const struct field *script_find_field(const struct record *record, const char *path, const struct value **value)
{
    const struct field *fields = record->kind->fields, *found = NULL;
    size_t count = record->kind->field_count;
    *value = NULL;
    for (bool top = true; *path; top = false) {
        size_t length = strcspn(path, ".");
        const struct field *field = NULL;
        for (size_t i = 0; i < count && !field; i++)
            if (strlen(fields[i].name) == length && strncmp(fields[i].name, path, length) == 0)
                field = &fields[i];
        if (!field)
            return NULL;
        *value = top ? record->values[field - record->kind->fields] : value_get(*value, field->name);
        found = field;
        fields = field->fields;
        count = field->field_count;
        path += length + (path[length] == '.');
    }
    return found;
}

static const struct choice *find_choice(const struct field *field, const char *id)
{
    for (size_t i = 0; id && i < field->choice_count; i++)
        if (strcmp(field->choices[i].id, id) == 0)
            return &field->choices[i];
    return NULL;
}

static void push_label(lua_State *L, const struct label *label)
{
    lua_createtable(L, 0, 2);
    lua_pushstring(L, label->text[LANGUAGE_JA]);
    lua_setfield(L, -2, "ja");
    lua_pushstring(L, label->text[LANGUAGE_EN]);
    lua_setfield(L, -2, "en");
    script_freeze_map(L);
}

static void push_word(lua_State *L, const struct choice *choice, const char *language)
{
    if (!choice)
        lua_pushnil(L);
    else if (language)
        lua_pushstring(L, choice->title.text[strcmp(language, "en") == 0 ? LANGUAGE_EN : LANGUAGE_JA]);
    else
        push_label(L, &choice->title);
}

/* record:label(field, language): of a list of enums a list of words. */
static int record_label(lua_State *L)
{
    const struct record *record = check_record(L, 1);
    const char *language = luaL_optstring(L, 3, NULL);
    const struct value *value;
    const struct field *field = script_find_field(record, luaL_checkstring(L, 2), &value);
    if (!field || !value)
        return 0;
    if (field->type == FIELD_LIST && field->of->type == FIELD_ENUM) {
        lua_Integer place = 0;
        lua_newtable(L);
        for (const struct value *item = value->first; item; item = item->next) {
            push_word(L, find_choice(field->of, item->text), language);
            lua_rawseti(L, -2, ++place);
        }
        script_make_list(L);
    } else {
        push_word(L, find_choice(field, value->text), language);
    }
    return 1;
}

static int record_tone(lua_State *L)
{
    static const char *const tones[] = {"none", "low", "medium", "high", "critical", "good", "accent"};
    const struct record *record = check_record(L, 1);
    const struct value *value;
    const struct field *field = script_find_field(record, luaL_checkstring(L, 2), &value);
    const struct choice *choice = field && value ? find_choice(field, value->text) : NULL;
    lua_pushstring(L, tones[choice ? choice->tone : TONE_NONE]);
    return 1;
}

/* choices(record, field) for lua/lib/list.lua: { { id=, title= }, … } of an enum, or nil. */
int record_choices(lua_State *L)
{
    const struct record *record = script_to_record(L, 1);
    const struct value *value;
    const struct field *field = record ? script_find_field(record, luaL_checkstring(L, 2), &value) : NULL;
    if (!field || field->type != FIELD_ENUM)
        return 0;
    lua_createtable(L, (int)field->choice_count, 0);
    for (size_t i = 0; i < field->choice_count; i++) {
        lua_createtable(L, 0, 2);
        lua_pushstring(L, field->choices[i].id);
        lua_setfield(L, -2, "id");
        push_label(L, &field->choices[i].title);
        lua_setfield(L, -2, "title");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static int record_has_body(lua_State *L)
{
    const struct record *record = check_record(L, 1);
    lua_pushboolean(L, record->body && record->body->first);
    return 1;
}

static int record_body_text(lua_State *L)
{
    const struct record *record = check_record(L, 1);
    if (!record->body)
        return 0;
    struct arena *arena = arena_new();
    lua_pushstring(L, node_plain_text(record->body, arena));
    arena_free(arena);
    return 1;
}

static struct file *named_file(lua_State *L, const struct record *record)
{
    const struct value *value;
    const struct field *field = script_find_field(record, luaL_checkstring(L, 2), &value);
    return field && field->type == FIELD_FILE && value ? tree_find(model_tree(script_of(L)->model), value->text) : NULL;
}

static int record_file_exists(lua_State *L)
{
    lua_pushboolean(L, named_file(L, check_record(L, 1)) != NULL);
    return 1;
}

static int record_sha256(lua_State *L)
{
    struct file *file = named_file(L, check_record(L, 1));
    unsigned char digest[DIGEST_SIZE];
    char text[2 * DIGEST_SIZE + 1];
    if (!file || !tree_load_bytes(model_tree(script_of(L)->model), file))
        return 0;
    digest_of(file->text, file->length, digest);
    digest_hex(digest, text);
    lua_pushstring(L, text);
    return 1;
}

static const luaL_Reg methods[] = {{"refs", record_refs},           {"label", record_label},
                                   {"tone", record_tone},           {"has_body", record_has_body},
                                   {"body_text", record_body_text}, {"file_exists", record_file_exists},
                                   {"sha256", record_sha256},       {NULL, NULL}};

static void set_property(lua_State *L, const char *name, enum property property)
{
    lua_pushinteger(L, property);
    lua_setfield(L, -2, name);
}

/* Pushes the table of names of a kind. */
static void push_names(lua_State *L, const struct kind *kind)
{
    lua_createtable(L, 0, (int)kind->field_count + 16);
    luaL_setfuncs(L, methods, 0);
    set_property(L, "kind", PROPERTY_KIND);
    set_property(L, "name_text", PROPERTY_NAME_TEXT);
    set_property(L, "parent", PROPERTY_PARENT);
    set_property(L, "catalog", PROPERTY_CATALOG);
    set_property(L, "path", PROPERTY_PATH);
    for (size_t i = 0; i < kind->field_count; i++) {
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_setfield(L, -2, kind->fields[i].name);
    }
    set_property(L, "id", PROPERTY_ID);
}

void record_open(struct script *script)
{
    lua_State *L = script->L;
    size_t kinds = model_kind_count(script->model);
    lua_createtable(L, (int)model_record_count(script->model), 0);
    script_set_key(L, KEY_RECORDS);
    lua_createtable(L, (int)kinds, 0);
    for (size_t i = 0; i < kinds; i++) {
        lua_createtable(L, 0, 6);
        lua_pushboolean(L, 1);
        lua_rawsetp(L, -2, &marker);
        push_names(L, model_kind(script->model, i));
        lua_pushcclosure(L, record_index, 1);
        lua_setfield(L, -2, "__index");
        sandbox_set(L, "__newindex", record_newindex);
        sandbox_set(L, "__tostring", record_tostring);
        lua_pushliteral(L, "record");
        lua_setfield(L, -2, "__metatable");
        lua_pushliteral(L, "record");
        lua_setfield(L, -2, "__name");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    script_set_key(L, KEY_KINDS);
}
