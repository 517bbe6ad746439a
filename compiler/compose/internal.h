/* What the files of this stage share. The functions given to Lua carry the composer as their upvalue. */
#ifndef TEKIGO_COMPOSE_INTERNAL_H
#define TEKIGO_COMPOSE_INTERNAL_H

#include "compose/compose.h"
#include "script/binding.h"

enum { PLACES_MAX = 256, COLUMNS_MAX = 64 };

/* A node that is open: what is added next goes into the last one. */
struct place {
    struct node *node;
    bool open_section; /* lasts until the next section of the same place */
};

struct composer {
    struct script *script;
    lua_State *L;
    struct arena *arena;
    struct diag *diag;
    const struct model *model;
    const struct compose_options *options;
    struct document_set *set;
    struct document *document; /* being made, or NULL */
    enum language language;    /* of the document */
    const char *missing;       /* words for what is missing, in the language of the document */
    struct place places[PLACES_MAX];
    int depth;
    struct source row;     /* of the record whose row is being made; file NULL outside tables */
    size_t templates_missing; /* that could not be read: nobody knows which documents they would make */
    size_t finding_count;  /* reports made before composing began */
    const char *last_file; /* the file named last: one copy serves many nodes */
};

/* compose.c */
struct composer *composer_of(lua_State *L);
/* Where what is being made comes from: the record of the row, else the line of the template. */
struct source composer_source(struct composer *composer);
struct node *composer_place(struct composer *composer);
/* Appends to the open place; raises an error when it does not fit there. */
void composer_append(struct composer *composer, struct node *node);
void composer_open(struct composer *composer, struct node *node, bool open_section);

/* attribute.c: names that Lua uses. A wrong one raises an error. */
enum node_type attribute_type(lua_State *L, int index);
enum tone attribute_tone(lua_State *L, int index);
enum align attribute_align(lua_State *L, int index);
enum vertical_align attribute_vertical_align(lua_State *L, int index);
enum content_kind attribute_content(lua_State *L, int index);
/* Integer, truth and text of an entry of the table at `index`; 0, false, NULL when it is absent. */
int attribute_integer(lua_State *L, int index, const char *name);
bool attribute_boolean(lua_State *L, int index, const char *name);
const char *attribute_text(struct composer *composer, int index, const char *name);
/* Takes what the table at `index` (or nil) says about a node of this type. */
void attribute_apply(struct composer *composer, struct node *node, int index);

/* inline.c: any Lua value as inlines at the end of `parent`. */
void inline_append(struct composer *composer, struct node *parent, int index, struct source source);
/* Text with its line breaks; `text` is not copied when it has none. */
void inline_append_text(struct composer *composer, struct node *parent, const char *text, struct source source);
/* Appends `child` or raises an error in the words of the two types. */
void inline_attach(struct composer *composer, struct node *parent, struct node *child);
int compose_inline(lua_State *L);
int compose_ref(lua_State *L);
int compose_field(lua_State *L);
/* Gives Lua a node; a fragment stands for the nodes in it. */
void inline_push(struct composer *composer, struct node *node, bool fragment);
void inline_open(struct composer *composer);

/* field.c: fields of records in words. `form` is "id", "name", "both", a field of the record, or NULL. */
struct field_options {
    const char *form;
    bool lines; /* items of a list under one another */
    int limit;  /* items of a list; 0: all */
    bool strong;
};
void field_append_reference(struct composer *composer, struct node *parent, const struct record *record,
                            const char *form, struct source source);
/* False when there is nothing to show. */
bool field_append(struct composer *composer, struct node *parent, const struct field *field, const struct value *value,
                  const struct field_options *options);
/* The tone of an enum's value, TONE_NONE for other fields. */
enum tone field_tone(const struct field *field, const struct value *value);
/* Name under which rows of the record are found: its id, "clause-5.1" for clauses. */
const char *field_anchor(struct composer *composer, const struct record *record);

/* block.c, table.c, drawing.c, markdown.c */
int compose_open(lua_State *L);
int compose_add(lua_State *L);
int compose_mark(lua_State *L);
int compose_restore(lua_State *L);
int compose_end_open_section(lua_State *L);
int compose_kind_of(lua_State *L);
int compose_row(lua_State *L);
int compose_rows(lua_State *L);
int compose_drawing(lua_State *L);
int compose_markdown(lua_State *L);
/* A copy of the node and all below it, without parent. */
struct node *markdown_copy(struct composer *composer, const struct node *node);

/* library.c: loads lua/lib/document.lua with the functions of this folder and pushes what it returns; false when it
 * failed (reported). */
bool library_open(struct composer *composer);

/* template.c: pushes the list of templates. */
void template_load_all(struct composer *composer);

#endif
