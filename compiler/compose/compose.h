/* The fourth stage: templates and Markdown bodies → one document tree per document and language.
 *
 * A template is Lua (docs/lua-api.md); the functions it calls stand in lua/lib/ and end in the few functions of this
 * folder, which make nodes. Nodes live in the arena; Markdown bodies are copied, never changed. */
#ifndef TEKIGO_COMPOSE_COMPOSE_H
#define TEKIGO_COMPOSE_COMPOSE_H

#include <stdbool.h>

#include "doc/document.h"
#include "model/model.h"
#include "script/script.h"

struct compose_options {
    const char *date;      /* of the build, ISO */
    const char *commit;    /* short hash, or "" outside git */
    const char *logo;      /* path of the theme's, in the place of the organization's; or NULL */
    bool dirty;            /* the tree differs from the commit */
    bool revision_unknown; /* the tree is in git, but its commit could not be told */
    bool own_only; /* compose what the project itself wrote, Markdown and templates; skip the built-in documents */
    bool draft;    /* documents show their findings, and the expression of what could not be computed */
};

/* Runs every wanted template for every language of the manifest. The model must have been given to the script and the
 * rules must have run: what `diag` holds now are the findings that documents show. Errors of templates and of live text
 * are reported; what was made of such a document stands. Never NULL. */
struct document_set *compose_documents(struct script *script, const struct model *model,
                                       const struct compose_options *options, struct arena *arena, struct diag *diag);

/* What every template says of itself, as a list of maps (id, title, clause, clauses, needs, each …; functions left
 * out), in the order of the paths; in the arena. */
const struct value *compose_templates(struct script *script, struct arena *arena, struct diag *diag);

#endif
