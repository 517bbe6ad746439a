/* What the manifest takes from the rules that are built in: severities, settings, waivers. */
#include "rules/internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"

static const char *const language_names[] = {"ja", "en"};
static const char rules_folder[] = "lua/rules/";

/* Is it one of the program's? In a set that the project had no part in, all are. */
static bool is_built_in(const struct rule *rule)
{
    return rule->source.file && strncmp(rule->source.file, rules_folder, sizeof rules_folder - 1) == 0 &&
           embedded_find(rule->source.file);
}

/* The reason of `{ severity: warning, reason: … }`, in both languages. */
static void read_reason(const struct value *reason, const char *words[LANGUAGE_COUNT])
{
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        words[language] = reason && reason->kind == VALUE_TEXT ? reason->text
                                                               : value_get_text(reason, language_names[language], NULL);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        if (!words[language])
            words[language] = words[!language];
}

/* One rule of the program against what the project made of it. */
static void compare_rule(const struct rules *rules, const struct rule *built_in, const struct value *severities,
                         struct weakenings *list)
{
    uintptr_t place = (uintptr_t)map_get(rules->by_id, built_in->id);
    const struct declared_rule *declared = place ? &rules->items[place - 1] : NULL;
    const struct value *entry = value_get(severities, built_in->id);
    struct weakening weakening = {.kind = WEAKENING_RULE_LOWERED,
                                  .name = built_in->id,
                                  .rule = built_in->id,
                                  .clause = built_in->clause,
                                  .from = level_name(built_in->level),
                                  .source =
                                      declared ? declared->rule.source : (struct source){built_in->source.file, 0, 0}};
    if (declared && strcmp(declared->rule.source.file, built_in->source.file) != 0) {
        struct weakening replaced = weakening;
        replaced.kind = WEAKENING_RULE_REPLACED;
        replaced.from = built_in->source.file;
        replaced.to = declared->rule.source.file;
        weakenings_add(list, &replaced);
    }
    if (!declared || declared->off) {
        weakening.kind = WEAKENING_RULE_OFF;
        weakening.to = "off";
    } else if (declared->level < built_in->level) {
        weakening.to = level_name(declared->level);
    } else {
        return;
    }
    if (declared && entry) {
        weakening.source = entry->key_source;
        read_reason(value_get(entry, "reason"), weakening.reason);
    }
    weakenings_add(list, &weakening);
}

/* The number a rule would make of it; not one: NAN, which is looser than anything. */
static double number_of(const struct value *value)
{
    char *end;
    if (value->kind == VALUE_INTEGER)
        return (double)value->as.integer;
    if (value->kind == VALUE_REAL)
        return value->as.real;
    double number = value->kind == VALUE_TEXT ? strtod(value->text, &end) : NAN;
    return value->kind == VALUE_TEXT && end != value->text && !*end ? number : NAN;
}

/* One setting of lua/settings.lua: `{ name =, default =, looser =, clause = }`. */
static void compare_setting(const struct rules *rules, const struct value *setting, const struct value *wanted,
                            struct weakenings *list)
{
    const char *name = value_get_text(setting, "name", "");
    const struct value *value = value_get(wanted, name), *standard = value_get(setting, "default");
    if (!value || !standard || value->kind == VALUE_NULL)
        return;
    double before = number_of(standard), now = number_of(value);
    bool higher = strcmp(value_get_text(setting, "looser", ""), "higher") == 0;
    if (higher ? now <= before : now >= before)
        return;
    struct weakening weakening = {.kind = WEAKENING_SETTING,
                                  .name = name,
                                  .clause = value_get_text(setting, "clause", NULL),
                                  .from = arena_printf(rules->arena, "%.10g", before),
                                  .to = isnan(now) ? value->text : arena_printf(rules->arena, "%.10g", now),
                                  .source = value->key_source};
    weakenings_add(list, &weakening);
}

static void add_waiver(const struct rules *rules, const struct waiver *waiver, struct weakenings *list)
{
    const struct rule *rule = rules_find(rules, waiver->rule);
    struct weakening weakening = {.kind = waiver->expired ? WEAKENING_WAIVER_EXPIRED : WEAKENING_WAIVER,
                                  .name = waiver->record->id,
                                  .rule = waiver->rule,
                                  .record = waiver->about,
                                  .clause = rule ? rule->clause : NULL,
                                  .to = waiver->until,
                                  .source = waiver->record->source};
    read_reason(record_get(waiver->record, "reason"), weakening.reason);
    weakenings_add(list, &weakening);
}

void rules_find_weakened(const struct rules *rules, const struct rules *built_in, const struct value *settings,
                         struct weakenings *list)
{
    const struct record *manifest = manifest_find(script_model(rules->script));
    const struct value *severities = manifest ? record_get(manifest, "rules") : NULL;
    const struct value *wanted = manifest ? record_get(manifest, "settings") : NULL;
    const struct rules *reference = built_in ? built_in : rules;
    for (size_t i = 0; i < reference->count; i++)
        if (is_built_in(&reference->items[i].rule))
            compare_rule(rules, &reference->items[i].rule, severities, list);
    for (const struct value *setting = settings ? settings->first : NULL; setting; setting = setting->next)
        compare_setting(rules, setting, wanted, list);
    for (size_t i = 0; i < rules->waiver_count; i++)
        add_waiver(rules, &rules->waivers[i], list);
}
