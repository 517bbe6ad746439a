/* Runs the rules. All records of a rule are one call: when it fails, the rule is reported with the record at hand and
 * the next rule goes on. */
#include "rules/internal.h"

/* report { … }: upvalue is the rules. */
static int report(lua_State *L)
{
    struct rules *rules = lua_touserdata(L, lua_upvalueindex(1));
    lua_settop(L, 1);
    if (!rules->running)
        return script_raise(L, "report は check の中でだけ使えます", "report is for use inside check");
    if (!lua_isnil(L, 1))
        luaL_checktype(L, 1, LUA_TTABLE);
    finding_add(rules, L, lua_isnil(L, 1) ? 0 : 1);
    return 0;
}

/* Calls check(record, report, isms), or check(isms, report). The stack holds report at 1, check at 2. */
static void check(struct rules *rules, lua_State *L, const struct record *record)
{
    rules->record = rules->task.record = record;
    script_trust(rules->script);
    lua_pushvalue(L, 2);
    if (record)
        script_push_record(L, record);
    else
        script_push_isms(L);
    lua_pushvalue(L, 1);
    script_push_isms(L);
    lua_call(L, 3, 1);
    if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
        finding_add(rules, L, 0);
    lua_settop(L, 2);
}

static int run_rule(lua_State *L)
{
    struct rules *rules = lua_touserdata(L, 1);
    const struct declared_rule *declared = rules->running;
    const struct model *model = script_model(rules->script);
    struct record *const *records;
    lua_settop(L, 1);
    lua_pushcclosure(L, report, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, declared->check);
    if (!declared->rule.kind) {
        check(rules, L, NULL);
        return 0;
    }
    size_t count = model_kind_records(model, model_find_kind(model, declared->rule.kind), &records);
    for (size_t i = 0; i < count; i++)
        check(rules, L, records[i]);
    return 0;
}

static void run(struct rules *rules, const struct declared_rule *declared)
{
    lua_State *L = script_state(rules->script);
    struct arena *arena = rules->arena;
    const char *id = declared->rule.id;
    script_progress(rules->script, id, declared->rule.source.file);
    rules->running = declared;
    rules->record = NULL;
    lua_pushcfunction(L, run_rule);
    lua_pushlightuserdata(L, rules);
    rules->task = (struct script_task){
        .what = diag_words(arena, arena_printf(arena, "規則 %s", id), arena_printf(arena, "rule %s", id)),
        .source = declared->rule.source};
    script_call(rules->script, 1, 0, &rules->task);
    rules->running = NULL;
}

static void run_from(struct rules *rules, size_t first)
{
    for (size_t i = first; i < rules->count; i++)
        if (!rules->items[i].off)
            run(rules, &rules->items[i]);
}

struct rules *rules_run(struct script *script, const struct model *model, struct diag *diag)
{
    lua_State *L = script_state(script);
    struct rules *rules = rules_new(script);
    rules->diag = diag;
    lua_newtable(L);
    rules->findings = luaL_ref(L, LUA_REGISTRYINDEX);
    declarations_read(rules, true);
    settings_read(rules, model);
    run_from(rules, 0);
    size_t of_program = rules->count;
    declarations_read(rules, false);
    settings_finish(rules, model);
    run_from(rules, of_program);
    waivers_report_unused(rules);
    if (rules->held_back)
        diag_report(diag, MESSAGE_RULES_HELD_BACK, (struct source){0},
                    arena_printf(rules->arena, "%zu", rules->held_back), NULL);
    lua_rawgeti(L, LUA_REGISTRYINDEX, rules->findings);
    script_freeze(L);
    script_set_isms(script, "rule_findings");
    return rules;
}
