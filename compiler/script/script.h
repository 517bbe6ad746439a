/* Lua in the build: one state, safe libraries only, the ISMS as read-only objects. See docs/lua-api.md for
 * what scripts see. Only this folder includes Lua's headers; compose/ adds the document functions through script/binding.h. */
#ifndef TEKIGO_SCRIPT_SCRIPT_H
#define TEKIGO_SCRIPT_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/model.h"
#include "read/value.h"

struct script;

/* A file of lua/ or templates/: the project's when it has one of this path, else the embedded one. NULL when
 * neither has it. */
typedef const char *(*script_file_fn)(void *context, const char *path, size_t *length);
/* Paths (sorted, NULL at the end, in the arena) that match the pattern, of the project and embedded, each once. */
typedef const char *const *(*script_list_fn)(void *context, const char *pattern);

struct script_files {
    script_file_fn file;
    script_file_fn code; /* the same, as Lua compiled it; NULL when only the text is there (or itself NULL) */
    script_list_fn list;
    void *context;
};

/* What the build is doing, for the supervisor's message. */
typedef void (*script_progress_fn)(void *context, const char *what, const char *detail);

/* Why no script can go on. */
enum script_stop { SCRIPT_OUT_OF_TIME, SCRIPT_OUT_OF_MEMORY };
/* Called at most once, when there is no going on; never returns. `place` is where the scripts are: the innermost line of
 * the project's own files, else of the program's; file NULL when it is not known. May run in a signal handler. */
typedef void (*script_stop_fn)(void *context, enum script_stop why, struct source place);

/* Who watches over the scripts. */
struct script_watch {
    script_progress_fn progress; /* may be NULL */
    script_stop_fn stop;         /* NULL: memory that runs out ends the process as in an arena */
    void *context;
    size_t memory; /* bytes that scripts may hold; 0: what the system gives */
};

/* Opens the scripts; nothing is run before script_start. `watch` is copied; NULL: nobody. */
struct script *script_open(const struct script_files *files, const struct script_watch *watch, struct arena *arena,
                           struct diag *diag);
void script_start(struct script *script);
void script_close(struct script *script);

/* From a signal handler: time is up. True when the scripts are running: their next step calls `stop` of the watch, and
 * so does a second call at once, when no step followed. */
bool script_interrupt(void *script);

/* Runs a data file (one that returns a table) with no model in sight; its result as a value, map keys sorted,
 * functions left out. NULL when it failed (reported). */
const struct value *script_data(struct script *script, const char *path);

/* The results of all files that match the patterns (NULL at the end), in this order, as one list: the schema is
 * script_data_all with the patterns of lua/schema and schema. Those that fail are left out (reported). */
const struct value *script_data_all(struct script *script, const char *const *patterns);

/* The data file that lists the settings of rules: { name =, default =, looser =, clause = }, … */
#define SCRIPT_SETTINGS "lua/settings.lua"

/* A catalog (YAML) by its path, read once: a catalog_fn with the script as context. NULL when there is none. */
const struct value *script_catalog(void *script, const char *path);

/* The figures of a record as a value, or NULL when it has none: for data files and the terminal. */
const struct value *script_figures(struct script *script, const struct record *record);

/* Gives the scripts the model as `isms`. `date` is the build's (ISO). */
void script_set_model(struct script *script, const struct model *model, const char *date);

#endif
