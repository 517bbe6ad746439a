/* Declarations of rules, checked as they are made. */
#include "rules/internal.h"

#include <string.h>

#include "base/embedded.h"

static const char *const keys[] = {"severity", "clause", "text", "each", "check", "at", "why", "fix"};
enum { KEYS = sizeof keys / sizeof *keys };
static const char *const levels[] = {[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};
enum { LEVELS = sizeof levels / sizeof *levels };

const char *level_name(enum diag_level level)
{
    return levels[level];
}

bool level_find(const char *name, enum diag_level *level)
{
    for (int i = 0; i < LEVELS; i++)
        if (strcmp(levels[i], name) == 0) {
            *level = (enum diag_level)i;
            return true;
        }
    return false;
}

static const char *meant_words(struct arena *arena, const char *near)
{
    return near ? diag_words(arena, arena_printf(arena, "。「%s」ではありませんか", near),
                             arena_printf(arena, "; did you mean \"%s\"?", near))
                : "";
}

static const char *join(struct arena *arena, const char *const *names, size_t count)
{
    const char *joined = "";
    for (size_t i = 0; i < count; i++)
        joined = arena_printf(arena, "%s%s%s", joined, i ? ", " : "", names[i]);
    return joined;
}

/* Gives the word that was probably meant, or NULL. */
static const char *report_unknown(struct rules *rules, const struct rule *rule, const char *word,
                                  const char *const *names, size_t count)
{
    const char *near = diag_suggest(word, names, count);
    diag_report(rules->diag, MESSAGE_RULE_UNKNOWN, rule->source, rule->id, word, meant_words(rules->arena, near),
                join(rules->arena, names, count), NULL);
    return near;
}

static void report_missing(struct rules *rules, const struct rule *rule, const char *what)
{
    diag_report(rules->diag, MESSAGE_RULE_MISSING, rule->source, rule->id, what, NULL);
}

/* The declaration is at 2 of the stack. False when `check` was probably meant by another word. */
static bool check_keys(struct rules *rules, lua_State *L, const struct rule *rule)
{
    bool has_check = true;
    luaL_checkstack(L, 4, NULL);
    script_reveal(L, 2);
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        lua_pop(L, 1);
        const char *key = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "1";
        int i = 0;
        while (i < KEYS && strcmp(keys[i], key) != 0)
            i++;
        const char *near = i == KEYS ? report_unknown(rules, rule, key, keys, KEYS) : NULL;
        if (near && strcmp(near, "check") == 0)
            has_check = false;
    }
    return has_check;
}

/* A text in both languages: one that lacks a language is reported and lent from the other. */
static bool read_text(struct rules *rules, lua_State *L, const struct rule *rule, const char *key,
                      const char *texts[LANGUAGE_COUNT])
{
    static const char *const names[] = {"ja", "en"};
    int type = lua_getfield(L, 2, key);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *text = NULL;
        if (type == LUA_TSTRING)
            text = lua_tostring(L, -1);
        else if (type == LUA_TTABLE && lua_getfield(L, -1, names[language]) == LUA_TSTRING)
            text = lua_tostring(L, -1);
        texts[language] = text ? arena_strdup(rules->arena, text) : NULL;
        lua_settop(L, type == LUA_TTABLE ? 3 : lua_gettop(L));
    }
    lua_settop(L, 2);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        if (!texts[language] && texts[!language]) {
            diag_report(rules->diag, MESSAGE_RULE_LANGUAGE, rule->source, rule->id,
                        arena_printf(rules->arena, "%s.%s", key, names[language]), NULL);
            texts[language] = texts[!language];
        }
    return texts[0] != NULL;
}

static const char *read_string(struct rules *rules, lua_State *L, const char *key)
{
    const char *text = lua_getfield(L, 2, key) == LUA_TSTRING ? arena_strdup(rules->arena, lua_tostring(L, -1)) : NULL;
    lua_pop(L, 1);
    return text;
}

static bool read_level(struct rules *rules, lua_State *L, struct rule *rule)
{
    const char *name = read_string(rules, L, "severity");
    if (name && level_find(name, &rule->level))
        return true;
    if (name)
        report_unknown(rules, rule, name, levels, LEVELS);
    else
        report_missing(rules, rule, "severity");
    return false;
}

/* Kinds are known once there is a model. */
static bool check_kind(struct rules *rules, const struct rule *rule)
{
    const struct model *model = script_model(rules->script);
    if (!rule->kind || !model || model_find_kind(model, rule->kind))
        return true;
    size_t count = model_kind_count(model);
    const char **names = arena_alloc(rules->arena, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = model_kind(model, i)->name;
    report_unknown(rules, rule, rule->kind, names, count);
    return false;
}

static bool read_rule(struct rules *rules, lua_State *L, struct declared_rule *declared)
{
    struct rule *rule = &declared->rule;
    bool has_check = check_keys(rules, L, rule);
    rule->clause = read_string(rules, L, "clause");
    rule->kind = read_string(rules, L, "each");
    bool right = read_level(rules, L, rule);
    if (!read_text(rules, L, rule, "text", rule->text)) {
        report_missing(rules, rule, "text = { ja = …, en = … }");
        right = false;
    }
    read_text(rules, L, rule, "why", rule->why);
    read_text(rules, L, rule, "fix", rule->fix);
    right = check_kind(rules, rule) && right;
    if (lua_getfield(L, 2, "check") == LUA_TFUNCTION) {
        declared->check = luaL_ref(L, LUA_REGISTRYINDEX);
    } else {
        lua_pop(L, 1);
        if (has_check)
            report_missing(rules, rule, "check = function(…) … end");
        right = false;
    }
    declared->at = LUA_NOREF;
    if (lua_getfield(L, 2, "at") != LUA_TNIL)
        declared->at = luaL_ref(L, LUA_REGISTRYINDEX);
    else
        lua_pop(L, 1);
    declared->level = rule->level;
    return right;
}

static void add_rule(struct rules *rules, const struct declared_rule *declared)
{
    if (rules->count == rules->capacity) {
        size_t capacity = rules->capacity ? rules->capacity * 2 : 128;
        struct declared_rule *items = arena_alloc(rules->arena, capacity * sizeof *items);
        if (rules->count)
            memcpy(items, rules->items, rules->count * sizeof *items);
        rules->items = items;
        rules->capacity = capacity;
    }
    rules->items[rules->count++] = *declared;
    map_set(rules->by_id, declared->rule.id, (void *)(uintptr_t)rules->count);
}

static bool is_id(const char *id)
{
    size_t length = strlen(id);
    return length && length < 100 && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* Upvalues: rules, id. Takes the declaration. */
static int declare(lua_State *L)
{
    struct rules *rules = lua_touserdata(L, lua_upvalueindex(1));
    struct declared_rule declared = {.check = LUA_NOREF};
    struct rule *rule = &declared.rule;
    lua_Debug frame;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_pushvalue(L, 1); /* readers find it at 2 */
    rule->id = arena_strdup(rules->arena, lua_tostring(L, lua_upvalueindex(2)));
    if (lua_getstack(L, 1, &frame) && lua_getinfo(L, "Sl", &frame) && frame.source[0] == '@')
        rule->source = (struct source){arena_strdup(rules->arena, frame.source + 1), frame.currentline, 1};
    if (!is_id(rule->id)) {
        diag_report(rules->diag, MESSAGE_RULE_ID, rule->source, rule->id, NULL);
        return 0;
    }
    const struct rule *first = rules_find(rules, rule->id);
    if (first)
        diag_report_both(rules->diag, MESSAGE_RULE_TWICE, rule->source, first->source, rule->id, NULL);
    else if (read_rule(rules, L, &declared))
        add_rule(rules, &declared);
    else
        rules->incomplete = true;
    return 0;
}

/* rule "id" gives the function that takes the declaration. */
static int begin_rule(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_pushcclosure(L, declare, 2);
    return 1;
}

static int refuse_rule(lua_State *L)
{
    return script_raise(L, "rule は rules/ のファイルでだけ使えます", "rule is for the files of rules/ only");
}

/* Is this file the program's own, and not one that the project put in its place? */
static bool is_program_file(const struct script_files *files, const char *path)
{
    size_t length;
    const struct embedded_file *embedded = embedded_find(path);
    return embedded && files->file(files->context, path, &length) == embedded->data;
}

void declarations_read(struct rules *rules, bool of_program)
{
    static const char *const patterns[] = {"lua/rules/*.lua", "rules/*.lua"};
    struct script *script = rules->script;
    lua_State *L = script_state(script);
    lua_pushlightuserdata(L, rules);
    lua_pushcclosure(L, begin_rule, 1);
    script_set_global(script, "rule");
    const struct script_files *files = script_files(script);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const char *const *path = files->list(files->context, patterns[i]);
        for (; path && *path; path++) {
            if (is_program_file(files, *path) != of_program)
                continue;
            script_progress(script, "rules", *path);
            if (!script_run(script, *path, 0))
                rules->incomplete = true;
        }
    }
    lua_pushcfunction(L, refuse_rule);
    script_set_global(script, "rule");
}

struct rules *rules_new(struct script *script)
{
    struct arena *arena = script_arena(script);
    struct rules *rules = arena_alloc(arena, sizeof *rules);
    *rules = (struct rules){.script = script, .arena = arena, .diag = script_diag(script), .by_id = map_new(arena)};
    return rules;
}

struct rules *rules_load(struct script *script)
{
    struct rules *rules = rules_new(script);
    declarations_read(rules, true);
    declarations_read(rules, false);
    return rules;
}

size_t rules_count(const struct rules *rules)
{
    return rules->count;
}

const struct rule *rules_get(const struct rules *rules, size_t index)
{
    return &rules->items[index].rule;
}

const struct rule *rules_find(const struct rules *rules, const char *id)
{
    uintptr_t place = (uintptr_t)map_get(rules->by_id, id);
    return place ? &rules->items[place - 1].rule : NULL;
}

const char *rules_suggest(const struct rules *rules, const char *id)
{
    const char **names = arena_alloc(rules->arena, (rules->count + 1) * sizeof *names);
    for (size_t i = 0; i < rules->count; i++)
        names[i] = rules->items[i].rule.id;
    return diag_suggest(id, names, rules->count);
}
