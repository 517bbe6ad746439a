/* The risk method: Lua that turns the values of assets and risks into importance, levels and bands, each with its
 * trace. docs/lua-api.md, "Risk methods". */
#ifndef TEKIGO_RULES_RISK_H
#define TEKIGO_RULES_RISK_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/weakening.h"
#include "model/model.h"
#include "read/value.h"
#include "script/script.h"

#define RISK_CLAUSE "6.1.2" /* what a method and its criteria serve */

/* Loads the method the manifest names ("ipa" when it names none), overlays its criteria with those of the manifest,
 * computes `asset.figures` and `risk.figures` and sets `isms.method`. After script_set_model, before rules_run. False
 * when there is no such method or it is broken (reported): then there are no figures, `isms.method` is false and
 * findings that rest on figures are held back. */
bool risk_run(struct script *script, const struct model *model, struct diag *diag);

/* What the terminal shows of the method after risk_run: { name, title, bands = { { id, title, tone } },
 * columns = { { field, title } }, axes = { x = { field, title, values }, y = …, cells = { { id of the band } } } or absent }.
 * cells: one list for each value of y. NULL when there is no method (or it failed, reported). */
const struct value *risk_view(struct script *script);

/* Adds to `list` a method of the project's own, and criteria that the method (its function `looser`) calls looser than its
 * defaults. After risk_run. */
void risk_find_weakened(struct script *script, const struct model *model, struct weakenings *list);

#endif
