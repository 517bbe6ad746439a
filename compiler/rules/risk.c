/* Runs the risk method. The method and its criteria stay on the stack meanwhile. */
#include "rules/risk.h"

#include <string.h>

#include "base/embedded.h"
#include "rules/internal.h"

enum { FAILURES_MAX = 5 };

struct risk_run {
    struct script *script;
    struct arena *arena;
    struct diag *diag;
    const struct model *model;
    lua_State *L;
    int method, criteria;       /* their places on the stack */
    const char *name;           /* of the method */
    struct source source;       /* where the manifest names it */
    const struct value *wanted; /* criteria of the manifest, or NULL */
    bool wrong;                 /* the method refused a value of the record at hand */
};

static const char *words(struct risk_run *run, const char *near)
{
    if (!near)
        return "";
    return diag_words(run->arena, arena_printf(run->arena, "。「%s」ではありませんか", near),
                      arena_printf(run->arena, "; did you mean \"%s\"?", near));
}

/* "lua/risk/ipa.lua" → "ipa"; sorted, each once. */
static size_t method_names(struct risk_run *run, const char **names, size_t room)
{
    static const char *const patterns[] = {"lua/risk/*.lua", "risk/*.lua"};
    const struct script_files *files = script_files(run->script);
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        const char *const *path = files->list(files->context, patterns[i]);
        for (; path && *path && count < room; path++) {
            const char *start = strrchr(*path, '/') + 1;
            names[count++] = arena_strndup(run->arena, start, strlen(start) - strlen(".lua"));
        }
    }
    return count;
}

static void report_unknown_method(struct risk_run *run)
{
    const char *names[64], *joined = "";
    size_t count = method_names(run, names, 64);
    for (size_t i = 0; i < count; i++)
        joined = arena_printf(run->arena, "%s%s%s", joined, i ? ", " : "", names[i]);
    diag_report(run->diag, MESSAGE_RISK_METHOD_UNKNOWN, run->source, run->name,
                words(run, diag_suggest(run->name, names, count)), joined, NULL);
}

/* `assessment`: what methods share. */
static void load_library(struct risk_run *run)
{
    if (script_run(run->script, "lua/lib/assessment.lua", 1)) {
        if (lua_istable(run->L, -1))
            script_freeze_copy(run->L);
        script_set_global(run->script, "assessment");
    }
}

/* Pushes the method; false when there is none or it lacks a function (reported, nothing pushed). */
static bool load_method(struct risk_run *run)
{
    static const char *const folders[] = {"lua/risk", "risk"}, *const needed[] = {"assess", "bands", "acceptable"};
    const struct script_files *files = script_files(run->script);
    const char *path = NULL;
    size_t length;
    bool is_name =
        run->name[strspn(run->name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")] == '\0';
    for (size_t i = 0; is_name && i < 2 && !path; i++) {
        const char *tried = arena_printf(run->arena, "%s/%s.lua", folders[i], run->name);
        path = files->file(files->context, tried, &length) ? tried : NULL;
    }
    if (!path) {
        report_unknown_method(run);
        return false;
    }
    script_progress(run->script, "risk", path);
    load_library(run);
    if (!script_run(run->script, path, 1))
        return false;
    bool complete = lua_istable(run->L, -1);
    if (!complete)
        diag_report(run->diag, MESSAGE_SCRIPT_NO_TABLE, (struct source){path, 0, 0}, path, luaL_typename(run->L, -1),
                    NULL);
    for (size_t i = 0; complete && i < sizeof needed / sizeof *needed; i++) {
        if (lua_getfield(run->L, -1, needed[i]) != LUA_TFUNCTION) {
            diag_report(run->diag, MESSAGE_RISK_METHOD_INCOMPLETE, (struct source){path, 0, 0}, run->name, needed[i],
                        NULL);
            complete = false;
        }
        lua_pop(run->L, 1);
    }
    if (!complete)
        lua_pop(run->L, 1);
    return complete;
}

/* Copies the table on top, deeply, and leaves the copy in its place: defaults stay as they are. */
static void copy_table(lua_State *L, int depth)
{
    luaL_checkstack(L, 8, NULL);
    int original = lua_gettop(L);
    script_reveal(L, original);
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, original)) {
        if (lua_istable(L, -1) && depth < 16)
            copy_table(L, depth + 1);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, original + 1);
    }
    lua_remove(L, original);
}

static const char *type_words(struct risk_run *run, int type)
{
    switch (type) {
    case LUA_TNUMBER:
        return diag_words(run->arena, "数値", "a number");
    case LUA_TBOOLEAN:
        return diag_words(run->arena, "true か false", "true or false");
    case LUA_TTABLE:
        return diag_words(run->arena, "一覧又は項目の組", "a list or a map");
    default:
        return diag_words(run->arena, "文字列", "a text");
    }
}

static void report_unknown_criterion(struct risk_run *run, const struct value *entry, const char *path)
{
    lua_State *L = run->L;
    const char *names[64], *joined = "";
    size_t count = 0;
    struct value *defaults = script_to_value(L, -2, run->arena, run->source);
    for (const struct value *item = defaults->first; item && item->key && count < 64; item = item->next)
        names[count++] = item->key;
    for (size_t i = 0; i < count; i++)
        joined = arena_printf(run->arena, "%s%s%s", joined, i ? ", " : "", names[i]);
    diag_report(run->diag, MESSAGE_RISK_CRITERION_UNKNOWN, entry->key_source, run->name, path,
                words(run, diag_suggest(entry->key, names, count)), joined, NULL);
}

/* Is the table on top without entries? */
static bool is_empty(lua_State *L)
{
    lua_pushnil(L);
    if (!lua_next(L, -2))
        return true;
    lua_pop(L, 2);
    return false;
}

/* Lays the values over the table on top: maps key by key, anything else, and what is empty by default, as a whole. */
static void overlay(struct risk_run *run, const struct value *wanted, const char *prefix)
{
    lua_State *L = run->L;
    luaL_checkstack(L, 8, NULL);
    for (const struct value *entry = wanted->first; entry; entry = entry->next) {
        const char *path = arena_printf(run->arena, "%s%s", prefix, entry->key);
        int type = lua_getfield(L, -1, entry->key);
        bool list = type == LUA_TTABLE && lua_rawlen(L, -1) > 0, empty = type == LUA_TTABLE && is_empty(L);
        script_push_value(L, entry);
        bool fits = lua_type(L, -1) == type && (type != LUA_TTABLE || empty || list == (entry->kind == VALUE_LIST));
        lua_pop(L, 1);
        if (type == LUA_TNIL) {
            report_unknown_criterion(run, entry, path);
        } else if (!fits) {
            diag_report(run->diag, MESSAGE_RISK_CRITERION_TYPE, entry->source, run->name, path, type_words(run, type),
                        NULL);
        } else if (type == LUA_TTABLE && !list && !empty) {
            overlay(run, entry, arena_printf(run->arena, "%s.", path));
        } else {
            script_push_value(L, entry);
            lua_setfield(L, -3, entry->key);
        }
        lua_pop(L, 1);
    }
}

/* Pushes the criteria: defaults of the method under those of the manifest. */
static void push_criteria(struct risk_run *run)
{
    if (lua_getfield(run->L, run->method, "defaults") == LUA_TTABLE) {
        copy_table(run->L, 0);
    } else {
        lua_pop(run->L, 1);
        lua_newtable(run->L);
    }
    if (run->wanted && run->wanted->kind == VALUE_MAP)
        overlay(run, run->wanted, "");
    script_freeze_copy(run->L);
}

/* What the method says against its criteria: validate(criteria) gives nil or { ja =, en = }. */
static bool validate(struct risk_run *run)
{
    lua_State *L = run->L;
    if (lua_getfield(L, run->method, "validate") != LUA_TFUNCTION) {
        lua_pop(L, 1);
        return true;
    }
    lua_pushvalue(L, run->criteria);
    if (!script_call(run->script, 1, 1, &(struct script_task){.what = run->name, .source = run->source}))
        return false;
    bool right = lua_isnil(L, -1);
    if (!right) {
        const char *ja = script_text(L, -1, LANGUAGE_JA), *en = script_text(L, -1, LANGUAGE_EN);
        diag_report(run->diag, MESSAGE_RISK_CRITERIA, run->wanted ? run->wanted->source : run->source, run->name,
                    diag_words(run->arena, ja ? ja : "?", en ? en : "?"), NULL);
    }
    lua_pop(L, 1);
    return right;
}

/* What a method says is wrong with the values of a record: { at = "first.impact", ja =, en = } on top. */
static void report_value(struct risk_run *run, const struct record *record)
{
    lua_State *L = run->L;
    const char *at = lua_getfield(L, -1, "at") == LUA_TSTRING ? lua_tostring(L, -1) : "";
    const char *ja = script_text(L, -2, LANGUAGE_JA), *en = script_text(L, -2, LANGUAGE_EN);
    const struct value *value = NULL;
    const struct field *field = *at ? script_find_field(record, at, &value) : NULL;
    diag_report(run->diag, MESSAGE_RISK_VALUE, field && value ? value->source : record->source, record->id,
                diag_words(run->arena, ja ? ja : "?", en ? en : "?"), NULL);
    lua_pop(L, 1);
    run->wrong = true;
}

/* Calls a function of the method for a record and pushes its table, or nil. False when it failed. */
static bool call(struct risk_run *run, const char *function, const struct record *record, const char *which)
{
    lua_State *L = run->L;
    if (lua_getfield(L, run->method, function) != LUA_TFUNCTION) {
        lua_pop(L, 1);
        lua_pushnil(L);
        return true;
    }
    script_push_record(L, record);
    if (which)
        lua_pushstring(L, which);
    lua_pushvalue(L, run->criteria);
    struct script_task task = {
        .what = arena_printf(run->arena, "%s.%s", run->name, function), .record = record, .source = record->source};
    if (!script_call(run->script, which ? 3 : 2, 2, &task)) {
        lua_pushnil(L);
        return false;
    }
    if (lua_isnil(L, -2) && lua_istable(L, -1))
        report_value(run, record);
    lua_pop(L, 1);
    if (lua_isnil(L, -1) || lua_istable(L, -1))
        return true;
    diag_report(run->diag, MESSAGE_RISK_FIGURES, record->source, run->name, function, luaL_typename(L, -1), NULL);
    lua_pop(L, 1);
    lua_pushnil(L);
    return false;
}

/* The figures on top: may they stay without treatment. Pushes a boolean. */
static bool push_acceptable(struct risk_run *run, const struct record *record)
{
    lua_State *L = run->L;
    lua_getfield(L, run->method, "acceptable");
    lua_pushvalue(L, -2);
    lua_pushvalue(L, run->criteria);
    struct script_task task = {
        .what = arena_printf(run->arena, "%s.acceptable", run->name), .record = record, .source = record->source};
    bool done = script_call(run->script, 2, 1, &task);
    bool acceptable = done && lua_toboolean(L, -1);
    lua_pop(L, done ? 1 : 0);
    lua_pushboolean(L, acceptable);
    return done;
}

static bool assess(struct risk_run *run, const struct record *record)
{
    static const char *const assessments[] = {"first", "second"};
    lua_State *L = run->L;
    bool done = true;
    run->wrong = false;
    lua_newtable(L);
    int figures = lua_gettop(L);
    for (size_t i = 0; i < 2; i++) {
        done = call(run, "assess", record, assessments[i]) && done;
        if (lua_istable(L, -1))
            script_freeze_figures(L);
        lua_setfield(L, figures, assessments[i]);
    }
    if (lua_getfield(L, figures, "second") == LUA_TNIL) {
        lua_pop(L, 1);
        lua_getfield(L, figures, "first");
    }
    if (lua_istable(L, -1)) {
        done = push_acceptable(run, record) && done;
        lua_setfield(L, figures, "acceptable");
    }
    lua_settop(L, figures);
    if (run->wrong) {
        lua_pushboolean(L, 1);
        lua_setfield(L, figures, "wrong");
    }
    script_freeze_map(L);
    script_set_figures(run->script, record);
    return done;
}

static bool value_asset(struct risk_run *run, const struct record *record)
{
    bool done = call(run, "asset", record, NULL);
    if (lua_istable(run->L, -1)) {
        script_freeze_figures(run->L);
        script_set_figures(run->script, record);
    } else {
        lua_pop(run->L, 1);
    }
    return done;
}

/* All records of a kind; a method that fails again and again is left. */
static void each(struct risk_run *run, const char *name, bool (*compute)(struct risk_run *, const struct record *))
{
    struct record *const *records;
    const struct kind *kind = model_find_kind(run->model, name);
    size_t count = kind ? model_kind_records(run->model, kind, &records) : 0;
    size_t failures = 0;
    for (size_t i = 0; i < count; i++) {
        script_trust(run->script);
        bool done = failures < FAILURES_MAX && compute(run, records[i]);
        if (!done || script_in_doubt(run->script))
            script_doubt_figures(run->script, records[i]);
        failures += !done && !script_in_doubt(run->script);
    }
    script_trust(run->script);
}

static void read_wishes(struct risk_run *run)
{
    const struct record *manifest = manifest_find(run->model);
    const struct value *risk = manifest ? record_get(manifest, "risk") : NULL, *method = value_get(risk, "method");
    run->name = method ? method->text : "ipa";
    run->source = method     ? method->source
                  : manifest ? (struct source){manifest->source.file, 0, 0}
                             : (struct source){0};
    run->wanted = value_get(risk, "criteria");
}

static bool run_method(struct risk_run *run, int top)
{
    lua_State *L = run->L;
    if (!load_method(run))
        return false;
    run->method = top + 1;
    run->criteria = top + 2;
    push_criteria(run);
    if (!validate(run))
        return false;
    each(run, "asset", value_asset);
    each(run, "risk", assess);
    lua_pushvalue(L, run->criteria);
    lua_setfield(L, run->method, "criteria");
    lua_pushvalue(L, run->method);
    script_freeze_copy(L);
    script_set_isms(run->script, "method");
    return true;
}

bool risk_run(struct script *script, const struct model *model, struct diag *diag)
{
    struct risk_run run = {
        .script = script, .arena = script_arena(script), .diag = diag, .model = model, .L = script_state(script)};
    int top = lua_gettop(run.L);
    read_wishes(&run);
    bool done = run_method(&run, top);
    if (!done) {
        lua_pushboolean(run.L, 0);
        script_set_isms(script, "method");
        script_doubt_figures(script, NULL);
    }
    lua_settop(run.L, top);
    return done;
}

const struct value *risk_view(struct script *script)
{
    lua_State *L = script_state(script);
    int top = lua_gettop(L);
    const struct value *view = NULL;
    script_push_isms(L);
    if (lua_getfield(L, -1, "method") == LUA_TTABLE && script_run(script, "lua/lib/assessment.lua", 1)) {
        lua_getfield(L, -1, "view");
        lua_pushvalue(L, top + 2);
        if (script_call(script, 1, 1, &(struct script_task){.what = "risk_view"}))
            view = script_to_value(L, -1, script_arena(script), (struct source){0});
    }
    lua_settop(L, top);
    return view;
}

/* A figure of the criteria as a text. */
static const char *figure(struct risk_run *run, const char *name)
{
    lua_State *L = run->L;
    lua_getfield(L, -1, name);
    const char *text = lua_tostring(L, -1) ? arena_strdup(run->arena, lua_tostring(L, -1)) : NULL;
    lua_pop(L, 1);
    return text;
}

/* Adds the list on top: { { at = "acceptable", from = 4, to = 6 }, … } */
static void add_criteria(struct risk_run *run, struct weakenings *list)
{
    lua_State *L = run->L;
    lua_Integer count = lua_istable(L, -1) ? (lua_Integer)lua_rawlen(L, -1) : 0;
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(L, -1, i) == LUA_TTABLE) {
            const char *at = figure(run, "at");
            const struct value *value = at ? value_get(run->wanted, at) : NULL;
            struct weakening weakening = {.kind = WEAKENING_CRITERION,
                                          .name = at ? at : run->name,
                                          .clause = RISK_CLAUSE,
                                          .from = figure(run, "from"),
                                          .to = figure(run, "to"),
                                          .source = value         ? value->key_source
                                                    : run->wanted ? run->wanted->source
                                                                  : run->source};
            weakenings_add(list, &weakening);
        }
        lua_pop(L, 1);
    }
}

/* The method is on top. */
static void find_looser(struct risk_run *run, struct weakenings *list)
{
    lua_State *L = run->L;
    int method = lua_gettop(L);
    if (!embedded_find(arena_printf(run->arena, "lua/risk/%s.lua", run->name))) {
        struct weakening weakening = {
            .kind = WEAKENING_METHOD, .name = run->name, .clause = RISK_CLAUSE, .source = run->source};
        weakenings_add(list, &weakening);
    }
    if (lua_getfield(L, method, "looser") != LUA_TFUNCTION)
        return;
    lua_getfield(L, method, "criteria");
    lua_getfield(L, method, "defaults");
    if (script_call(run->script, 2, 1, &(struct script_task){.what = run->name, .source = run->source}))
        add_criteria(run, list);
}

void risk_find_weakened(struct script *script, const struct model *model, struct weakenings *list)
{
    struct risk_run run = {
        .script = script, .arena = script_arena(script), .diag = script_diag(script), .model = model};
    run.L = script_state(script);
    int top = lua_gettop(run.L);
    read_wishes(&run);
    script_push_isms(run.L);
    if (lua_getfield(run.L, -1, "method") == LUA_TTABLE)
        find_looser(&run, list);
    lua_settop(run.L, top);
}
