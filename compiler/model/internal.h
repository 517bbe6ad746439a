/* What the files of this stage share. Nobody else includes it. */
#ifndef TEKIGO_MODEL_INTERNAL_H
#define TEKIGO_MODEL_INTERNAL_H

#include "base/map.h"
#include "model/model.h"

struct record_list {
    struct record **items;
    size_t count, capacity;
};

struct model {
    struct arena *arena;
    struct tree *tree;
    struct kind *kinds; /* one array: the place of a kind is `kind - kinds` */
    size_t kind_count;
    struct record **records;
    size_t record_count;
    size_t *kind_start;          /* kind_count + 1 places in `records` */
    struct map **ids;            /* by kind: records by id, the first of several */
    bool *incomplete, *doubtful; /* by kind */
};

/* Strings gathered for a message: candidates of a suggestion, list of what is possible. */
struct names {
    const char **items;
    size_t count, capacity;
};
void names_add(struct arena *arena, struct names *names, const char *name);
const char *names_join(struct arena *arena, const struct names *names);

/* The sentence "did you mean …?" as words of both languages, or "" when nothing is near. */
const char *names_suggest(struct arena *arena, const struct names *names, const char *name);

const char *meant_words(struct arena *arena, const char *near);

/* Room for one more item of `size` bytes in an array of the arena that doubles. */
void *grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* schema.c, schema_field.c: the kinds out of the schema's values. */
struct schema {
    struct arena *arena;
    struct diag *diag;
    struct tree *tree;
    struct kind *kinds;
    size_t count, capacity;
};
void schema_read(struct schema *schema, const struct value *list);
/* Name of a type in the schema: "text". */
const char *schema_type_name(enum field_type type);
/* Name of a shape in the schema: "list". */
const char *schema_shape_name(enum kind_shape shape);
/* The fields of a list of definitions, added to `fields`; `owner` names the kind or field in messages. */
struct field_list {
    struct field *items;
    size_t count, capacity;
};
void schema_read_fields(struct schema *schema, const struct value *list, const char *owner, bool nested,
                        struct field_list *fields);
/* nth positional entry of a Lua table, from 1, or NULL. */
const struct value *schema_positional(const struct value *value, int place);
/* Is there text at the positional or named entry? Gives it, else NULL. */
const char *schema_text(const struct value *value);
struct label schema_label(const struct value *value, const char *otherwise);
/* Where `word` stands in the schema file of `value`; the file as a whole when it cannot be found. */
struct source schema_place(struct schema *schema, const struct value *value, const char *word);
/* Reports the keys of `map` that are not among `known`. */
void schema_check_keys(struct schema *schema, const struct value *map, const char *const *known, const char *owner);
/* Reports that `what` must be …. */
void schema_wrong(struct schema *schema, struct source source, const char *what, const char *ja, const char *en);

/* State of loading. */
struct repeat {
    enum message message;
    const char *key;      /* what it was about: a field, an unknown name */
    struct source source; /* of the first report that is not shown */
    size_t count;
};
enum { REPEATS = 64, REPEATS_SHOWN = 20, SUGGESTIONS = 50 };

/* References to a kind that has no record at all. */
struct nothing {
    struct reference first;
    size_t count;
};

struct loader {
    struct model *model;
    struct arena *arena;
    struct diag *diag;
    struct tree *tree;
    catalog_fn catalog;
    void *catalog_context;
    struct record_list *lists;          /* by kind */
    struct repeat repeats[REPEATS + 1]; /* of the present file; the last one is for all others */
    size_t repeat_count;
    size_t held;             /* reports beyond REPEATS_SHOWN */
    bool csv;                /* the present file is CSV: cells are converted */
    bool in_catalog;         /* values come from a catalog: other keys are welcome */
    const bool *absent;      /* by place in the fields of the kind: no row of the present CSV file has it */
    struct nothing *nothing; /* by kind */
    struct names used_files; /* named by fields of type file, or catalogues of kinds */
    size_t suggestions;      /* costly suggestions made so far */
};

/* field.c: the value as the model keeps it, or NULL when it is absent or wrong (reported). References and nested
 * records found on the way are added to `build`. */
struct record_build {
    struct record *record;
    struct reference *references;
    size_t reference_count, reference_capacity;
    size_t place; /* of the field of the record at hand */
    struct record_list children;
};
const struct value *field_check(struct loader *loader, struct record_build *build, const struct field *field,
                                const struct value *value);
/* Name of a field in messages, as words of both languages: 「脅威」（threat） / "Threat" (threat). */
const char *field_words(struct arena *arena, const struct field *field);
/* scalar.c: the same for the types without parts. */
const struct value *scalar_check(struct loader *loader, const struct field *field, const struct value *value);
void report_type(struct loader *loader, const struct field *field, const struct value *value);
bool text_is_blank(const char *text); /* nothing but spaces, full-width ones too */
bool value_is_scalar(const struct value *value);
struct value *value_copy(struct arena *arena, const struct value *value);
void value_append(struct value *parent, struct value *child);

/* What a map belongs to, for messages: a record (its id as far as it is known) or a field. */
struct owner {
    const struct kind *kind;
    const char *id;
    const struct field *field;
};
const char *owner_words(struct arena *arena, const struct owner *owner);

/* field.c: entries of a map against a list of fields. Gives the checked values by place; what is missing may come from
 * the entry of the catalog. */
const struct value **fields_check(struct loader *loader, struct record_build *build, const struct value *map,
                                  const struct field *fields, size_t count, const struct owner *owner,
                                  const struct value *catalog);

/* repeat.c: may this be reported, or has the file had enough of its like? repeats_flush counts the rest. */
bool repeat_allowed(struct loader *loader, enum message message, const char *key, struct source source);
void repeats_flush(struct loader *loader);
/* Errors so far, those that repeat_allowed held back included. */
size_t loader_complaints(const struct loader *loader);

/* csv.c: rows of cells as maps in the shape of the fields. */
struct value *csv_shape(struct loader *loader, const struct kind *kind, const struct value *rows);

/* load.c */
struct record *record_build(struct loader *loader, struct kind *kind, const struct value *map,
                            const struct value *catalog, struct record *parent, const struct field *parent_field);
size_t kind_place(const struct model *model, const struct kind *kind);
/* Records of this kind, and those nested in them, could not be read. */
void kind_mark_incomplete(struct loader *loader, const struct kind *kind);
/* What stands in a field of the record was reported. */
void record_mark_wrong(struct loader *loader, struct record *record, size_t place);

/* catalog.c: the entries of a kind's catalog by id; NULL when the kind has none or it is missing (reported). */
struct map *catalog_open(struct loader *loader, const struct kind *kind);

/* reference.c */
void references_link(struct loader *loader);

/* stray.c: files that look as if they were meant to be read, and are not. */
void stray_report(struct loader *loader, const bool *taken);

#endif
