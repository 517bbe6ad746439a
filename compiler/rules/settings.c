/* What the manifest says about rules: severities and waivers. */
#include "rules/internal.h"

#include <string.h>

const struct record *manifest_find(const struct model *model)
{
    struct record *const *records;
    const struct kind *kind = model_find_kind(model, "manifest");
    return kind && model_kind_records(model, kind, &records) ? records[0] : NULL;
}

static struct declared_rule *find_declared(struct rules *rules, const char *id)
{
    uintptr_t place = (uintptr_t)map_get(rules->by_id, id);
    return place ? &rules->items[place - 1] : NULL;
}

static void report_unknown_rule(struct rules *rules, struct source source, const char *id)
{
    const char *near = rules_suggest(rules, id);
    if (rules->incomplete)
        return; /* it may be the one that could not be read */
    diag_report(rules->diag, MESSAGE_RULE_NAME_UNKNOWN, source, id,
                near ? diag_words(rules->arena, arena_printf(rules->arena, "。「%s」ではありませんか", near),
                                  arena_printf(rules->arena, "; did you mean \"%s\"?", near))
                     : "",
                NULL);
}

/* What says the severity: the entry itself, or in its long form { severity: off, reason: … } that part; NULL when it
 * has neither form. */
static const struct value *severity_of(const struct value *entry)
{
    if (entry->kind != VALUE_MAP)
        return entry;
    for (const struct value *part = entry->first; part; part = part->next)
        if (strcmp(part->key, "severity") != 0 && strcmp(part->key, "reason") != 0)
            return NULL;
    return value_get(entry, "severity");
}

/* rules: { soa-unused-document: off } */
static void read_severities(struct rules *rules, const struct value *map)
{
    bool readable = map && map->kind == VALUE_MAP; /* else report_severities says so */
    for (const struct value *entry = readable ? map->first : NULL; entry; entry = entry->next) {
        struct declared_rule *declared = find_declared(rules, entry->key);
        const struct value *severity = severity_of(entry);
        const char *word = severity && severity->kind == VALUE_TEXT ? severity->text : "";
        if (!declared)
            continue;
        if (strcmp(word, "off") == 0 || (severity && severity->kind == VALUE_BOOL && !severity->as.boolean))
            declared->off = true;
        else
            level_find(word, &declared->level);
    }
}

/* What read_severities passed over: names of no rule, words of no severity. */
static void report_severities(struct rules *rules, const struct value *map)
{
    if (map && map->kind != VALUE_MAP) {
        diag_report(rules->diag, MESSAGE_RULE_SETTINGS, map->source, "rules", "rules: {task-overdue: warning}", NULL);
        return;
    }
    for (const struct value *entry = map ? map->first : NULL; entry; entry = entry->next) {
        const struct value *severity = severity_of(entry);
        enum diag_level level;
        bool text = severity && severity->kind == VALUE_TEXT;
        bool off = severity && severity->kind == VALUE_BOOL && !severity->as.boolean;
        if (!find_declared(rules, entry->key))
            report_unknown_rule(rules, entry->key_source, entry->key);
        else if (!off && !(text && (strcmp(severity->text, "off") == 0 || level_find(severity->text, &level))))
            diag_report(rules->diag, MESSAGE_RULE_SEVERITY, severity ? severity->source : entry->source, entry->key,
                        severity && severity->text ? severity->text : "", NULL);
    }
}

static void report_settings(struct rules *rules, const struct record *manifest)
{
    const struct value *settings = manifest ? record_get(manifest, "settings") : NULL;
    if (settings && settings->kind != VALUE_MAP)
        diag_report(rules->diag, MESSAGE_RULE_SETTINGS, settings->source, "settings",
                    "settings: {audit-interval-months: 12}", NULL);
}

static const char *text_of(const struct record *record, const char *name)
{
    const struct value *value = record_get(record, name);
    return value && value->kind == VALUE_TEXT ? value->text : NULL;
}

static void read_waivers(struct rules *rules, const struct model *model)
{
    struct record *const *records;
    const struct kind *kind = model_find_kind(model, "waiver");
    size_t count = kind ? model_kind_records(model, kind, &records) : 0;
    const char *today = script_date(rules->script);
    rules->waivers = arena_alloc(rules->arena, (count + 1) * sizeof *rules->waivers);
    for (size_t i = 0; i < count; i++) {
        const struct record *record = records[i];
        struct waiver waiver = {.record = record,
                                .rule = text_of(record, "rule"),
                                .about = text_of(record, "record"),
                                .until = text_of(record, "until")};
        if (!waiver.rule || !waiver.until)
            continue; /* reported by the model */
        waiver.expired = strcmp(waiver.until, today) < 0;
        rules->waivers[rules->waiver_count++] = waiver;
    }
}

/* Reports waivers that are over; those that name no rule, and drops them. */
static void report_waivers(struct rules *rules)
{
    size_t kept = 0;
    for (size_t i = 0; i < rules->waiver_count; i++) {
        struct waiver *waiver = &rules->waivers[i];
        const struct record *record = waiver->record;
        if (!find_declared(rules, waiver->rule)) {
            report_unknown_rule(rules, record_source(record, "rule"), waiver->rule);
            continue;
        }
        if (waiver->expired)
            diag_report(rules->diag, MESSAGE_WAIVER_EXPIRED, record_source(record, "until"), record->id, waiver->rule,
                        waiver->until, NULL);
        rules->waivers[kept++] = *waiver;
    }
    rules->waiver_count = kept;
}

static const struct value *severities(const struct model *model)
{
    const struct record *manifest = manifest_find(model);
    return manifest ? record_get(manifest, "rules") : NULL;
}

void settings_read(struct rules *rules, const struct model *model)
{
    const struct kind *kind = model_find_kind(model, "manifest");
    rules->unsettled = kind && model_is_incomplete(model, kind);
    read_severities(rules, severities(model));
    read_waivers(rules, model);
}

void settings_finish(struct rules *rules, const struct model *model)
{
    read_severities(rules, severities(model));
    report_severities(rules, severities(model));
    report_settings(rules, manifest_find(model));
    report_waivers(rules);
}

struct waiver *waiver_find(struct rules *rules, const char *rule, const struct record *record)
{
    for (size_t i = 0; i < rules->waiver_count; i++) {
        struct waiver *waiver = &rules->waivers[i];
        if (!waiver->expired && strcmp(waiver->rule, rule) == 0 &&
            (!waiver->about || (record && strcmp(waiver->about, record->id) == 0)))
            return waiver;
    }
    return NULL;
}

void waivers_report_unused(struct rules *rules)
{
    for (size_t i = 0; i < rules->waiver_count; i++) {
        const struct waiver *waiver = &rules->waivers[i];
        if (!waiver->expired && !waiver->used)
            diag_report(rules->diag, MESSAGE_WAIVER_UNUSED, waiver->record->source, waiver->record->id, waiver->rule,
                        NULL);
    }
}
