/* What the files of this stage share. */
#ifndef TEKIGO_SCRIPT_INTERNAL_H
#define TEKIGO_SCRIPT_INTERNAL_H

#include <signal.h>

#include "base/map.h"
#include "script/binding.h"
#include "script/memory.h"

struct script {
    lua_State *L;
    struct script_files files;
    struct arena *arena;
    struct diag *diag;
    const struct model *model;
    const struct value *settings; /* of lua/settings.lua: names and defaults */
    const char *date;
    struct script_watch watch;
    struct memory memory;
    size_t held;    /* bytes Lua holds */
    size_t refused; /* bytes asked for in vain, 0 when they were given since */
    struct source refused_at;
    volatile sig_atomic_t interrupted;
    struct source failed; /* where the last error was raised; file NULL when unknown */
    bool *doubtful;       /* by place of the record in the model: its figures rest on something wrong */
    bool figures_missing; /* the method could not be run: there are no figures */
    bool in_doubt;        /* something wrong was read since script_trust */
    struct map *catalogs; /* values by path */
};

/* Places in the registry. */
enum script_key {
    KEY_GLOBALS, /* the real table of globals */
    KEY_LIST,    /* metatable of lists */
    KEY_FIGURES, /* metatable of figures; functions that make traces, by figures */
    KEY_TRACES,
    KEY_METATABLES, /* copies that are set, by the tables scripts gave as metatables */
    KEY_CATALOGS,   /* tables of catalogues, by path */
    KEY_LIST_METHODS,
    KEY_RECORDS, /* record objects by place in the model, from 1 */
    KEY_KINDS,   /* metatables of records by place of the kind, from 1 */
    KEY_ISMS,
    KEY_RAISED, /* the text of the last error of script_raise, as scripts see it, and in Japanese */
    KEY_RAISED_JA,
    KEY_COUNT
};
void script_get_key(lua_State *L, enum script_key key); /* pushes */
void script_set_key(lua_State *L, enum script_key key); /* pops */

/* sandbox.c: globals, libraries, lists. */
void sandbox_open(struct script *script);
/* C function in a table on top of the stack. */
void sandbox_set(lua_State *L, const char *name, lua_CFunction function);

/* Pushes the text of a value without any address in it: of a table or function without __tostring its type. */
void sandbox_push_text(lua_State *L, int index);

/* frozen.c: rawget, rawlen and read_only in the table of globals on top of the stack; table.insert and the like, which
 * write to their argument `place`, in the library on top; the error of those that try to write. */
void frozen_open(lua_State *L);
void frozen_guard(lua_State *L, const char *name, int place);
int frozen_refuse(lua_State *L);
/* Pushes the face at 1 when it is a list, else a new list of what is behind it; returns 1. */
int frozen_list(lua_State *L);
/* Replaces the table on top by a copy, without what is below it; of a face, by a copy of what is behind it. */
void frozen_copy_flat(lua_State *L);

/* metatable.c: setmetatable and getmetatable in the table of globals on top of the stack. */
void metatable_open(lua_State *L);

/* convert.c: pushes a value as tables that cannot be changed. */
void convert_push_frozen(lua_State *L, const struct value *value);

/* sort.c: table.sort. */
int sort_table(lua_State *L);

/* error.c */
int error_handler(lua_State *L);
/* Reports the error on top of the stack and pops it. */
void error_report(struct script *script, const struct script_task *task);
void error_report_syntax(struct script *script, struct source source);
struct source error_place(lua_State *L, const char *message, size_t *prefix);

/* stop.c: where the scripts are (see script_stop_fn). */
struct source stop_place(const struct script *script);
/* Ends all scripts. To be called when a call of Lua failed and `refused` is set: memory ran out. `otherwise` is where
 * to point when no script was running. */
_Noreturn void stop_for_memory(struct script *script, struct source otherwise);

/* helper.c */
void helper_open(struct script *script);

/* order.c: `pairs` in order of keys. */
int order_pairs(lua_State *L);
int order_next(lua_State *L);

/* figures.c: completes the metatable of figures. */
void figures_open(struct script *script);

/* isms.c */
void isms_open(struct script *script);

/* record.c: metatables of the kinds, the table of objects. */
void record_open(struct script *script);
int record_choices(lua_State *L);
bool push_choice_title(lua_State *L, const struct field *field, const char *id);

#endif
