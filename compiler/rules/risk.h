/* The risk method: Lua that turns the values of assets and risks into importance, levels and bands, each with its
 * trace. docs/lua-api.md, "Risk methods". */
#ifndef TEKIGO_RULES_RISK_H
#define TEKIGO_RULES_RISK_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/model.h"
#include "script/script.h"

/* Loads the method the manifest names ("ipa" when it names none), overlays its criteria with those of the manifest,
 * computes `asset.figures` and `risk.figures` and sets `isms.method`. After script_set_model, before rules_run. False
 * when there is no such method or it is broken (reported): then there are no figures, `isms.method` is false and
 * findings that rest on figures are held back. */
bool risk_run(struct script *script, const struct model *model, struct diag *diag);

#endif
