/* For the stages that run Lua of their own (rules/, compose/): the state, records and values on its stack, calls whose
 * errors become reports. The stack convention is Lua's: "pushes" leaves one value on top, "pops" takes it away. */
#ifndef TEKIGO_SCRIPT_BINDING_H
#define TEKIGO_SCRIPT_BINDING_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "script/script.h"

lua_State *script_state(struct script *script);
struct script *script_of(lua_State *L);
struct arena *script_arena(const struct script *script);
struct diag *script_diag(const struct script *script);
const struct model *script_model(const struct script *script); /* NULL before script_set_model */
const char *script_date(const struct script *script);          /* "" before */
const struct script_files *script_files(const struct script *script);
void script_progress(const struct script *script, const char *what, const char *detail);

/* What is being done, for reports of errors. */
struct script_task {
    const char *what;            /* "rule soa-missing", or words of both languages; NULL when the file says enough */
    const struct record *record; /* the record at hand, or NULL */
    struct source source;        /* where to point when Lua does not know */
};

/* Calls the function below its `arguments` as lua_call does. False when it failed: reported with file and line,
 * function and arguments popped, nothing pushed. */
bool script_call(struct script *script, int arguments, int results, const struct script_task *task);

/* Compiles text as a function and pushes it; false (reported, nothing pushed) when it is no Lua. `source` is where it
 * stands: Lua inside Markdown does not begin in line 1. */
bool script_compile(struct script *script, struct source source, const char *text, size_t length);

/* Pushes a file of lua/, rules/, templates/ as a function; false (reported, nothing pushed) when it is missing or no
 * Lua. What is inside the program was compiled with it. */
bool script_load(struct script *script, const char *path);

/* Runs a file of lua/, rules/, templates/ and pushes `results` values; false when it is missing or fails (reported). */
bool script_run(struct script *script, const char *path, int results);

/* Raises an error that reads in both languages. Never returns; `return script_raise(…)` for the reader. */
int script_raise(lua_State *L, const char *ja, const char *en);

/* Pops a value and makes it a global of this name. */
void script_set_global(struct script *script, const char *name);

/* Pops a value and makes it `isms.<name>`; `record.figures`. */
void script_set_isms(struct script *script, const char *name);
void script_set_figures(struct script *script, const struct record *record);

/* Doubt: what is read from a field that was reported as wrong, from a list that is not complete, or from figures made
 * of these, says nothing about the organisation. Findings and errors that come of it would only repeat the first
 * complaint. script_trust begins anew; script_in_doubt tells whether such a thing was read since. */
void script_trust(struct script *script);
bool script_in_doubt(const struct script *script);
void script_doubt_figures(struct script *script, const struct record *record); /* NULL: there are none at all */

/* Pushes `isms`; a record (nil for NULL), always the same object for the same record. */
void script_push_isms(lua_State *L);
void script_push_record(lua_State *L, const struct record *record);

/* The record at a place of the stack, or NULL when something else is there. */
const struct record *script_to_record(lua_State *L, int index);

/* Pushes a value as plain tables; the checked value of a field (record may be NULL). */
void script_push_value(lua_State *L, const struct value *value);
void script_push_field(lua_State *L, const struct record *record, const struct field *field, const struct value *value);

/* The Lua value at `index` as a value: map keys sorted, functions left out, records as their ids. Tables deeper than 32
 * are cut off. */
struct value *script_to_value(lua_State *L, int index, struct arena *arena, struct source source);

/* Gives the table on top the methods of lists. */
void script_make_list(lua_State *L);

/* Replaces the table on top by one that scripts read in its place and cannot change: as a list when it is a sequence or
 * empty; always as a map. The tables in it stay as they are. */
void script_freeze(lua_State *L);
void script_freeze_map(lua_State *L);

/* Replaces the table on top, which a script made, by a copy that cannot be changed, with all tables in it; those nested
 * deeper than 32 are left out. */
void script_freeze_copy(lua_State *L);

/* Is the value at `index` a table that cannot be changed? To be read by lua_raw*, lua_next and lua_rawlen it has to be
 * revealed: script_reveal puts what is behind it in its place, for reading, and never to be handed to a script. Any
 * other value stays. */
bool script_is_frozen(lua_State *L, int index);
void script_reveal(lua_State *L, int index);

/* script_freeze_copy for the figures of a record or of one assessment; a function as `trace` is called when the trace
 * is first asked for. */
void script_freeze_figures(lua_State *L);

/* The text of a value on the stack in a language: a string, number, table by language or record; NULL for anything
 * else. Valid while the value is on the stack. */
const char *script_text(lua_State *L, int index, enum language language);

/* Follows a dotted path ("first.threat") through the fields of a kind; NULL when it leads nowhere. */
const struct field *script_find_field(const struct record *record, const char *path, const struct value **value);

#endif
