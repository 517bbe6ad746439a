/* The rules: Lua declarations (lua/rules/, then rules/ of the project) run over the model; what they find goes into the
 * diag and, for templates, into `isms.rule_findings`. docs/lua-api.md describes a declaration. Everything lives in the
 * arena of the script. */
#ifndef TEKIGO_RULES_RULES_H
#define TEKIGO_RULES_RULES_H

#include <stddef.h>

#include "base/diag.h"
#include "base/weakening.h"
#include "model/model.h"
#include "script/script.h"

/* What `tekigo explain` tells. Texts are NULL when the rule does not give them. */
struct rule {
    const char *id;
    enum diag_level level; /* as declared */
    const char *clause;    /* or NULL */
    const char *kind;      /* it runs for each record of this kind; NULL: once */
    const char *text[LANGUAGE_COUNT], *why[LANGUAGE_COUNT], *fix[LANGUAGE_COUNT];
    struct source source; /* its declaration */
};

struct rules;

/* Reads all declarations, without a model: those of the program, then those of the project. Broken ones are reported and
 * left out. */
struct rules *rules_load(struct script *script);

/* In the order of the files. */
size_t rules_count(const struct rules *rules);
const struct rule *rules_get(const struct rules *rules, size_t index);
const struct rule *rules_find(const struct rules *rules, const char *id);

/* The id that was probably meant, or NULL. */
const char *rules_suggest(const struct rules *rules, const char *id);

/* Loads and runs all rules, with the severities, settings and waivers of the manifest. After script_set_model and
 * risk_run. The rules of the program have run before a file of the project is loaded: nothing in it can change what they
 * see. A finding that rests on what is reported as wrong or could not be read (script_in_doubt) is not given, but
 * counted in a note. */
struct rules *rules_run(struct script *script, const struct model *model, struct diag *diag);

/* Adds to `list` what the project takes from the rules of the program: replaced, off, lowered, settings that ask for
 * less, waivers. `built_in`: the rules of the program alone, or NULL when the project has no file in lua/rules/;
 * `settings`: lua/settings.lua of the program. `rules`: of rules_run. */
void rules_find_weakened(const struct rules *rules, const struct rules *built_in, const struct value *settings,
                         struct weakenings *list);

#endif
