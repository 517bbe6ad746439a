/* A finding: place, texts with their arguments, waiver. */
#include "rules/internal.h"

#include <string.h>

#include "base/buffer.h"
#include "base/printable.h"

/* Bytes of a text behind which nothing will be shown: characters have at most 4. */
enum { TEXT_BYTES = 4 * PRINTABLE_TEXT };

static const char *const language_names[] = {"ja", "en"};

/* What stands at a step of the path: a name in a map, a number in a list. */
static const struct value *step(lua_State *L, const struct value *value, int index)
{
    if (lua_isinteger(L, index)) {
        lua_Integer place = lua_tointeger(L, index);
        if (value && value->kind != VALUE_LIST)
            return place == 1 ? value : NULL; /* a single item stands for a list of one */
        const struct value *item = value ? value->first : NULL;
        while (item && --place > 0)
            item = item->next;
        return item;
    }
    return lua_isstring(L, index) ? value_get(value, lua_tostring(L, index)) : NULL;
}

/* The place of `at` (a field, "a.b", or a path) in a record; the deepest part of it that exists. */
static struct source place_of(lua_State *L, const struct record *record, int at)
{
    const struct value *value = record->fields;
    struct source source = record->source;
    if (lua_type(L, at) == LUA_TSTRING) {
        const char *rest = lua_tostring(L, at);
        while (*rest && value) {
            size_t length = strcspn(rest, ".");
            lua_pushlstring(L, rest, length);
            value = step(L, value, -1);
            lua_pop(L, 1);
            source = value ? value->source : source;
            rest += length + (rest[length] == '.');
        }
    } else if (lua_istable(L, at)) {
        script_reveal(L, at);
        for (lua_Integer i = 1, count = (lua_Integer)lua_rawlen(L, at); i <= count && value; i++) {
            lua_rawgeti(L, at, i);
            value = step(L, value, -1);
            lua_pop(L, 1);
            source = value ? value->source : source;
        }
    }
    return source;
}

/* The words of the value on top, for a text in this language. */
static void add_words(lua_State *L, struct buffer *buffer, enum language language, int depth)
{
    const struct record *record = script_to_record(L, -1);
    script_reveal(L, -1);
    if (record) {
        printable_add(buffer, record->id, PRINTABLE_NAME);
    } else if (lua_isnil(L, -1)) {
        buffer_add_text(buffer, language == LANGUAGE_JA ? "（なし）" : "(none)");
    } else if (lua_isboolean(L, -1)) {
        const char *const words[][2] = {{"いいえ", "no"}, {"はい", "yes"}};
        buffer_add_text(buffer, words[lua_toboolean(L, -1)][language]);
    } else if (lua_istable(L, -1) && lua_rawlen(L, -1) > 0 && depth < 4) {
        lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
        for (lua_Integer i = 1; i <= count && buffer->length <= TEXT_BYTES; i++) {
            if (i > 1)
                buffer_add_text(buffer, language == LANGUAGE_JA ? "、" : ", ");
            lua_rawgeti(L, -1, i);
            add_words(L, buffer, language, depth + 1);
            lua_pop(L, 1);
        }
    } else {
        lua_pushvalue(L, -1);
        const char *text = script_text(L, -1, language);
        printable_add(buffer, text ? text : luaL_typename(L, -1), PRINTABLE_TEXT);
        lua_pop(L, 1);
    }
}

/* An argument of the finding, else a field of the record (enums by their word). */
static void add_argument(lua_State *L, struct buffer *buffer, const char *name, const struct record *record,
                         int arguments, enum language language)
{
    luaL_checkstack(L, 8, NULL);
    if (arguments && lua_getfield(L, arguments, name) != LUA_TNIL) {
        add_words(L, buffer, language, 0);
        lua_pop(L, 1);
        return;
    }
    if (arguments)
        lua_pop(L, 1);
    const struct value *value;
    const struct field *field = record ? script_find_field(record, name, &value) : NULL;
    if (field && field->type == FIELD_ENUM && value) {
        for (size_t i = 0; i < field->choice_count; i++)
            if (strcmp(field->choices[i].id, value->text) == 0)
                buffer_add_text(buffer, field->choices[i].title.text[language]);
        return;
    }
    if (field)
        script_push_field(L, record, field, value);
    else if (record && strcmp(name, "id") == 0)
        lua_pushstring(L, record->id);
    else
        lua_pushnil(L);
    add_words(L, buffer, language, 0);
    lua_pop(L, 1);
}

/* The text with its {name}s replaced, in the arena; so much of it as may be shown. Braces around anything but a name
 * stay. */
static const char *fill(struct rules *rules, lua_State *L, const char *text, const struct record *record, int arguments,
                        enum language language)
{
    if (rules->record)
        record = rules->record; /* the texts speak of the record at hand, wherever the finding points */
    struct buffer buffer = {0};
    if (!text)
        return NULL;
    while (*text && buffer.length <= TEXT_BYTES) {
        size_t length = *text == '{' ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_.") : 0;
        if (length && text[1 + length] == '}') {
            char *name = arena_strndup(rules->arena, text + 1, length);
            add_argument(L, &buffer, name, record, arguments, language);
            text += length + 2;
        } else {
            buffer_add_char(&buffer, *text++);
        }
    }
    const char *filled = arena_strndup(rules->arena, buffer.data ? buffer.data : "", buffer.length);
    buffer_free(&buffer);
    return filled;
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    if (!text)
        return;
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void set_words(lua_State *L, const char *name, const char *const texts[LANGUAGE_COUNT])
{
    lua_createtable(L, 0, 2);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        set_text(L, language_names[language], texts[language]);
    script_freeze_map(L);
    lua_setfield(L, -2, name);
}

/* The finding for templates. */
static void keep(struct rules *rules, lua_State *L, const struct diagnostic *diagnostic, const struct record *record,
                 const struct waiver *waiver)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, rules->findings);
    lua_createtable(L, 0, 12);
    set_text(L, "rule", diagnostic->slug);
    set_text(L, "severity", level_name(rules->running->level));
    set_text(L, "clause", diagnostic->clause);
    set_text(L, "file", diagnostic->source.file);
    lua_pushinteger(L, diagnostic->source.line);
    lua_setfield(L, -2, "line");
    script_push_record(L, record);
    lua_setfield(L, -2, "record");
    set_words(L, "text", diagnostic->text);
    set_words(L, "help", diagnostic->help);
    lua_pushboolean(L, waiver != NULL);
    lua_setfield(L, -2, "waived");
    if (waiver) {
        script_push_record(L, waiver->record);
        lua_setfield(L, -2, "waiver");
    }
    script_freeze_map(L);
    lua_rawseti(L, -2, ++rules->finding_count);
    lua_pop(L, 1);
}

/* A waived finding stays visible, as a note that names its waiver. */
static void mark_waived(struct rules *rules, struct diagnostic *diagnostic, const struct waiver *waiver)
{
    struct printable id = printable(waiver->record->id);
    const char *until = waiver->until;
    const char **text = diagnostic->text;
    diagnostic->level = DIAG_NOTE;
    text[LANGUAGE_JA] = arena_printf(rules->arena, "［免除 %s、%s まで］%s", id.text, until, text[LANGUAGE_JA]);
    text[LANGUAGE_EN] = arena_printf(rules->arena, "[waived by %s until %s] %s", id.text, until, text[LANGUAGE_EN]);
    diagnostic->related = waiver->record->source;
    diagnostic->related_text[LANGUAGE_JA] = "免除はここにあります";
    diagnostic->related_text[LANGUAGE_EN] = "the waiver stands here";
}

/* Records named by the arguments: `record` instead of the one at hand, `related` as the second place. */
static const struct record *named_record(lua_State *L, int arguments, const char *name)
{
    const struct record *record = NULL;
    if (arguments) {
        lua_getfield(L, arguments, name);
        record = script_to_record(L, -1);
        lua_pop(L, 1);
    }
    return record;
}

static struct source choose_place(struct rules *rules, lua_State *L, const struct record *record, int arguments)
{
    if (!record) {
        const struct record *manifest = manifest_find(script_model(rules->script));
        return manifest ? (struct source){manifest->source.file, 0, 0} : (struct source){0};
    }
    if (arguments && lua_getfield(L, arguments, "at") != LUA_TNIL) {
        struct source source = place_of(L, record, lua_gettop(L));
        lua_pop(L, 1);
        return source;
    }
    if (arguments)
        lua_pop(L, 1);
    if (rules->running->at == LUA_NOREF)
        return record->source;
    lua_rawgeti(L, LUA_REGISTRYINDEX, rules->running->at);
    struct source source = place_of(L, record, lua_gettop(L));
    lua_pop(L, 1);
    return source;
}

void finding_add(struct rules *rules, lua_State *L, int index)
{
    const struct rule *rule = &rules->running->rule;
    const struct record *record = named_record(L, index, "record"), *related = named_record(L, index, "related");
    if (!record)
        record = rules->record;
    struct waiver *waiver = waiver_find(rules, rule->id, record);
    if (!waiver && rules->record)
        waiver = waiver_find(rules, rule->id, rules->record);
    if (waiver)
        waiver->used = true;
    if (script_in_doubt(rules->script) || rules->unsettled) {
        rules->held_back++;
        return;
    }
    struct diagnostic diagnostic = {.level = rules->running->level,
                                    .slug = rule->id,
                                    .clause = rule->clause,
                                    .record = record ? record->id : NULL,
                                    .source = choose_place(rules, L, record, index)};
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        diagnostic.text[language] = fill(rules, L, rule->text[language], record, index, language);
        diagnostic.help[language] = fill(rules, L, rule->fix[language], record, index, language);
    }
    if (related) {
        diagnostic.related = related->source;
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            diagnostic.related_text[language] =
                arena_printf(rules->arena, "%s %s", related->kind->title.text[language], printable(related->id).text);
    }
    if (waiver)
        mark_waived(rules, &diagnostic, waiver);
    keep(rules, L, diag_add(rules->diag, &diagnostic), record, waiver);
}
