/* The ISMS as records: what the rules and templates see. Kinds and fields come from lua/schema/ (and schema/ of the
 * project) as data; this stage knows no kind by name.
 *
 * Records, kinds and fields live in the arena and are constant once model_load has returned, but for
 * `record.figures`, which belongs to the script engine. */
#ifndef TEKIGO_MODEL_MODEL_H
#define TEKIGO_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/weakening.h"
#include "doc/node.h"
#include "read/read.h"
#include "read/value.h"

/* To add a type: a name here, its check in model/field.c, its conversion to Lua in script/record.c,
 * a line in docs/schema.md. */
enum field_type {
    FIELD_ID,      /* the record's id */
    FIELD_TEXT,    /* a string, or a map of languages */
    FIELD_STRING,  /* a string without translations: version, path of a form */
    FIELD_DATE,    /* YYYY-MM-DD */
    FIELD_INTEGER, /* between min and max */
    FIELD_NUMBER,
    FIELD_BOOLEAN,
    FIELD_ENUM,    /* one of values */
    FIELD_REF,     /* id of a record of kind `to` (several kinds possible) */
    FIELD_FILE,    /* path of a file in the tree */
    FIELD_LIST,    /* list of `of` */
    FIELD_MAP,     /* map with `fields` */
    FIELD_RECORDS, /* list of records of kind `of`, which belong to this one */
    FIELD_ANY      /* whatever a Lua file makes of it */
};

struct label {
    const char *text[LANGUAGE_COUNT];
};

struct choice {
    const char *id;
    struct label title;
    enum tone tone;
};

struct kind;

struct field {
    const char *name;
    enum field_type type;
    struct label title;
    struct label help;
    bool required;
    bool from_catalog;            /* may be taken from the catalog entry of the same id */
    long min, max;                /* integers; min > max means no limit */
    const struct choice *choices; /* enum */
    size_t choice_count;
    const char *const *to;             /* ref: kinds, NULL at the end */
    const struct kind *const *targets; /* ref: the same once the model is loaded; those that do not exist left out */
    const struct field *of;            /* list: type of the items */
    const struct field *fields;        /* map */
    size_t field_count;
    const char *kind; /* records: kind of the items */
};

struct kind {
    const char *name, *plural;
    struct label title;
    const char *clause;       /* served clause or control, or "" */
    const char *const *files; /* patterns, NULL at the end */
    enum kind_shape { KIND_LIST, KIND_SINGLE, KIND_FILE, KIND_MARKDOWN, KIND_NESTED, KIND_CATALOG } shape;
    const char *title_field;            /* field that names a record in texts */
    const char *catalog, *catalog_list; /* path and list of the catalog, or NULL */
    const struct field *fields;
    size_t field_count;
};

struct record {
    const struct kind *kind;
    const char *id;
    struct source source;
    const struct value *fields;        /* VALUE_MAP as read */
    const struct value *const *values; /* by place in kind->fields: checked, in the form below; NULL when absent */
    bool *wrong;                 /* by place in kind->fields: what stands there was reported; NULL when all is right */
    const struct value *catalog; /* entry of the catalog with the same id, or NULL */
    struct node *body;           /* Markdown body, or NULL */
    struct record *parent;       /* the record it is nested in, or NULL */
    const struct field *parent_field; /* the field of the parent that holds it, or NULL */
    struct record *const *children;   /* the records nested in it, in the order of the file */
    size_t child_count;
    size_t index;                       /* place in the model's list of all records */
    const struct reference *references; /* what it points at, in the order of the file */
    size_t reference_count;
    struct record *const *referrers; /* who points here, each once, in model order */
    size_t referrer_count;
};

struct reference {
    const struct field *field;
    const struct value *value;
    struct record *target;
    size_t place; /* in kind->fields: the field of the record that holds it */
};

struct model;

/* Reads every file of the tree that belongs to a kind, checks it against the schema and links the references.
 * `schema`: list of kinds as values (from script_data); `catalog`: gives a catalog's values by path. Wrong fields are
 * reported and left out; the rest stands. Never NULL. */
typedef const struct value *(*catalog_fn)(void *context, const char *path);
struct model *model_load(struct tree *tree, const struct value *schema, catalog_fn catalog, void *context,
                         struct arena *arena, struct diag *diag);

/* Adds to `list` what the kinds of the model demand less than those of `built_in`, a schema as model_load takes it:
 * fields no longer required, more choices, wider limits, types and targets, files no longer read, another catalog,
 * clause or name. `schema` is the one the model was loaded with: it tells in which file the last word was said. What is
 * wrong with `built_in` is not reported. */
void model_find_weakened(const struct model *model, const struct value *schema, const struct value *built_in,
                         struct arena *arena, struct weakenings *list);

size_t model_kind_count(const struct model *model);
const struct kind *model_kind(const struct model *model, size_t index);
const struct kind *model_find_kind(const struct model *model, const char *name);

/* All records, by kind in the order of the schema, then file, then place in the file. */
size_t model_record_count(const struct model *model);
struct record *model_record(const struct model *model, size_t index);
/* First and count of the records of a kind (they are adjacent). */
size_t model_kind_records(const struct model *model, const struct kind *kind, struct record *const **first);

/* The record of this kind with this id, or NULL; kind NULL searches all kinds in order. */
struct record *model_find(const struct model *model, const struct kind *kind, const char *id);

/* Are records of this kind missing because a file, or the id of one, could not be read? Of any kind, for NULL. What
 * seems to be absent may then stand in what was not read. */
bool model_is_incomplete(const struct model *model, const struct kind *kind);

/* The same, or a record of this kind (of any, for NULL) has something wrong: what refers to others may be left out. */
bool model_is_doubtful(const struct model *model, const struct kind *kind);

/* The value of a field, from the record or else from its catalog entry; NULL when absent or unknown. Checked values
 * have one form whatever the file said: id, string, date (ISO), enum (id of the choice), ref and file are VALUE_TEXT,
 * text is VALUE_TEXT or a VALUE_MAP by language, integer VALUE_INTEGER, number VALUE_REAL, boolean VALUE_BOOL, list and
 * records VALUE_LIST, map a VALUE_MAP of its right entries. */
const struct value *record_get(const struct record *record, const char *name);
const struct field *kind_field(const struct kind *kind, const char *name);

/* Where a field of a record stands; the record's own place when it is absent. */
struct source record_source(const struct record *record, const char *name);

/* The record a checked value of a `ref` field names, or NULL when there is none. */
struct record *model_resolve(const struct model *model, const struct field *field, const struct value *value);

/* Text that names the record: its title field in this language (or the other), else its id. */
const char *record_name(const struct record *record, enum language language);

/* Changes the value at a path of a record ("status", "first.threat") in memory, as if a CSV cell said `text`; for
 * questions of the kind "what if". Texts, dates, numbers, booleans and enums only. */
enum model_changed { MODEL_CHANGE_DONE, MODEL_CHANGE_UNKNOWN, MODEL_CHANGE_REFUSED /* reported */ };
enum model_changed model_change(struct model *model, const struct record *record, const char *path, const char *text,
                                struct diag *diag);

/* Takes a field away from a record in memory; false when it had none. */
bool model_clear(const struct record *record, const char *name);

/* The tree the model was read from. */
struct tree *model_tree(const struct model *model);

#endif
