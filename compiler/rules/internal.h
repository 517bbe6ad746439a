/* What the files of this stage share. */
#ifndef TEKIGO_RULES_INTERNAL_H
#define TEKIGO_RULES_INTERNAL_H

#include "base/map.h"
#include "rules/rules.h"
#include "script/binding.h"

struct declared_rule {
    struct rule rule;
    int check, at;         /* references in the registry of Lua; LUA_NOREF when there is none */
    enum diag_level level; /* as the manifest wants it */
    bool off;
};

struct waiver {
    const struct record *record;
    const char *rule, *about, *until; /* about: id of a record, or NULL for all */
    bool expired, used;
};

struct rules {
    struct script *script;
    struct arena *arena;
    struct diag *diag;
    struct declared_rule *items;
    size_t count, capacity;
    struct map *by_id;
    bool unsettled;  /* the manifest could not be read: severities and waivers are not known */
    bool incomplete; /* a declaration could not be read */
    struct waiver *waivers;
    size_t waiver_count;
    /* while running */
    const struct declared_rule *running;
    const struct record *record; /* at hand, or NULL */
    struct script_task task;     /* the same, for reports of errors */
    int findings;                /* reference of the list for the templates */
    lua_Integer finding_count;
    size_t held_back; /* findings that rest on something reported as wrong */
};

/* declare.c: none declared yet; reads the files of the program, or those of the project. */
struct rules *rules_new(struct script *script);
void declarations_read(struct rules *rules, bool of_program);
const char *level_name(enum diag_level level);
bool level_find(const char *name, enum diag_level *level);

/* finding.c: reports what the arguments at `index` of the stack say (0: nothing but the rule). */
void finding_add(struct rules *rules, lua_State *L, int index);

/* settings.c: waivers, and the severities of the rules declared so far; then, once all are declared, those of the others
 * and what names no rule. */
void settings_read(struct rules *rules, const struct model *model);
void settings_finish(struct rules *rules, const struct model *model);
struct waiver *waiver_find(struct rules *rules, const char *rule, const struct record *record);
void waivers_report_unused(struct rules *rules);

/* The record of the manifest, or NULL. */
const struct record *manifest_find(const struct model *model);

#endif
