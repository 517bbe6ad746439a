#include "compose/compose.h"

#include <string.h>

#include "base/embedded.h"
#include "base/file_name.h"
#include "base/map.h"
#include "compose/internal.h"

struct composer *composer_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

struct source composer_source(struct composer *composer)
{
    lua_State *L = composer->L;
    lua_Debug frame;

    if (composer->row.file)
        return composer->row;
    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        if (!lua_getinfo(L, "Sl", &frame) || frame.currentline <= 0 || frame.source[0] != '@' ||
            strncmp(frame.source, "@lua/lib/", 9) == 0)
            continue;
        if (!composer->last_file || strcmp(composer->last_file, frame.source + 1) != 0)
            composer->last_file = arena_strdup(composer->arena, frame.source + 1);
        return (struct source){composer->last_file, frame.currentline, 1};
    }
    return (struct source){0};
}

struct node *composer_place(struct composer *composer)
{
    return composer->places[composer->depth - 1].node;
}

void composer_append(struct composer *composer, struct node *node)
{
    inline_attach(composer, composer_place(composer), node);
}

void composer_open(struct composer *composer, struct node *node, bool open_section)
{
    if (composer->depth == PLACES_MAX)
        script_raise(composer->L, "文書の要素の入れ子が深すぎます", "the parts of the document are nested too deeply");
    composer->places[composer->depth++] = (struct place){node, open_section};
}

static enum language language_of(const char *name)
{
    return strcmp(name, "en") == 0 ? LANGUAGE_EN : LANGUAGE_JA;
}

/* Text of the line of the plan on top of the stack; "" when absent. */
static const char *line_text(struct composer *composer, const char *name)
{
    const char *text = attribute_text(composer, lua_gettop(composer->L), name);

    return text ? text : "";
}

static struct document *read_document(struct composer *composer)
{
    struct document *document = arena_alloc(composer->arena, sizeof *document);
    int line = lua_gettop(composer->L);

    document->language = line_text(composer, "language");
    document->id = line_text(composer, "id");
    document->number = line_text(composer, "number");
    document->title = line_text(composer, "title");
    document->subtitle = line_text(composer, "subtitle");
    document->version = line_text(composer, "version");
    document->classification = line_text(composer, "classification");
    document->issued = line_text(composer, "issued");
    document->revised = line_text(composer, "revised");
    document->organization = line_text(composer, "organization");
    document->group = line_text(composer, "group");
    document->group_title = line_text(composer, "group_title");
    document->author = line_text(composer, "author");
    document->path = line_text(composer, "path");
    document->landscape = attribute_boolean(composer->L, line, "landscape");
    document->dashboard = attribute_boolean(composer->L, line, "dashboard");
    document->binder = attribute_boolean(composer->L, line, "binder");
    document->commit = line_text(composer, "built_from");
    document->root = node_new(composer->arena, NODE_DOCUMENT, (struct source){0});
    return document;
}

/* Pushes entry `name` of the table at `library`. */
static void push_function(struct composer *composer, int library, const char *name)
{
    lua_getfield(composer->L, library, name);
}

/* The table handed to plan(): what the build knows. */
static void push_context(struct composer *composer)
{
    lua_State *L = composer->L;

    lua_createtable(L, 0, 6);
    lua_pushstring(L, composer->options->commit);
    lua_setfield(L, -2, "commit");
    lua_pushstring(L, composer->options->logo); /* nil when there is none */
    lua_setfield(L, -2, "logo");
    lua_pushboolean(L, composer->options->dirty);
    lua_setfield(L, -2, "dirty");
    lua_pushboolean(L, composer->options->revision_unknown);
    lua_setfield(L, -2, "revision_unknown");
    lua_pushboolean(L, composer->options->draft);
    lua_setfield(L, -2, "draft");
    script_push_isms(L);
    lua_getfield(L, -1, "languages");
    lua_remove(L, -2);
    lua_setfield(L, -2, "languages");
}

/* Pushes the lines of the plan; false when it failed. */
static bool push_plan(struct composer *composer, int library)
{
    push_function(composer, library, "plan");
    template_load_all(composer);
    script_push_isms(composer->L);
    push_context(composer);
    return script_call(composer->script, 3, 1, &(struct script_task){.what = "plan"});
}

/* Sets what depends on the language and keeps `d` for live text. The line of the plan is at `line`. */
static bool enter_document(struct composer *composer, int library, int line)
{
    lua_State *L = composer->L;

    composer->language = language_of(composer->document->language);
    composer->depth = 0;
    composer->row = (struct source){0};
    composer->places[composer->depth++] = (struct place){composer->document->root, false};
    lua_getfield(L, library, "class");
    lua_getfield(L, -1, "words");
    lua_getfield(L, -1, composer->document->language);
    composer->missing = line_text(composer, "missing");
    lua_pop(L, 3);
    push_function(composer, library, "here");
    lua_pushvalue(L, line);
    if (!script_call(composer->script, 1, 1, NULL))
        return false;
    lua_rawsetp(L, LUA_REGISTRYINDEX, composer);
    return true;
}

/* Runs the template of the line of the plan on top of the stack. False (reported) when it did not come to its end. */
static bool compose_one(struct composer *composer, int library)
{
    lua_State *L = composer->L;
    int line = lua_gettop(L);
    struct script_task task = {0};

    lua_getfield(L, line, "template");
    task.source.file = line_text(composer, "path");
    lua_pop(L, 1);
    lua_getfield(L, line, "record");
    task.record = script_to_record(L, -1);
    lua_pop(L, 1);
    task.what = composer->document->id;
    script_progress(composer->script, "document", composer->document->id);
    script_trust(composer->script);
    bool whole = enter_document(composer, library, line);
    if (whole) {
        push_function(composer, library, "compose");
        lua_pushvalue(L, line);
        whole = script_call(composer->script, 1, 0, &task);
    }
    lua_settop(L, line);
    return whole;
}

/* The place that a document comes from: the id of its record, else its template. The line of the plan is on top. */
static struct source document_source(struct composer *composer, const struct document *document)
{
    lua_State *L = composer->L;
    struct source source = {document->path, 0, 0};

    lua_getfield(L, -1, "record");
    const struct record *record = script_to_record(L, -1);
    lua_pop(L, 1);
    if (record) {
        const struct value *id = record_get(record, "id");
        return id ? id->source : record->source;
    }
    if (*document->path)
        return source;
    lua_getfield(L, -1, "template");
    source.file = line_text(composer, "path");
    lua_getfield(L, -1, "line");
    source.line = (int)lua_tointeger(L, -1);
    source.column = source.line > 0;
    lua_pop(L, 2);
    return source;
}

/* May the document be written under its name? Its language is a folder beside those of images and fonts. One page of
 * entry is made for each language: `entries` has their documents. */
static bool take_name(struct composer *composer, struct file_names *names, struct map *entries,
                      struct document *document)
{
    struct source source = document_source(composer, document);
    const char *path = arena_printf(composer->arena, "%s/%s", document->language, document->id);
    const char *name = document->language, *fault = file_name_fault(name, composer->arena);
    const struct document *entry = document->dashboard ? map_get(entries, document->language) : NULL;

    if (!fault && file_name_is_own(document->language))
        fault = diag_words(composer->arena, "tekigo 自身のファイルの名前です", "tekigo has a file of this name itself");
    if (!fault)
        fault = file_name_fault(name = document->id, composer->arena);
    if (fault) {
        diag_report(composer->diag, MESSAGE_OUTPUT_NAME, source, name, fault, NULL);
        return false;
    }
    if (entry) {
        diag_report(composer->diag, MESSAGE_DASHBOARD_TWICE, source, document->id, entry->id, NULL);
        return false;
    }
    const char *before = file_names_take(names, path);
    if (before && strcmp(before, path) == 0)
        diag_report(composer->diag, MESSAGE_DOCUMENT_TWICE, source, document->id, NULL);
    else if (before)
        diag_report(composer->diag, MESSAGE_OUTPUT_NAME_TWIN, source, path, before, NULL);
    else if (document->dashboard)
        map_set(entries, document->language, document);
    return !before;
}

/* Does the document of the line on top of the stack come from the program alone? */
static bool is_built_in(struct composer *composer)
{
    lua_State *L = composer->L;
    const struct script_files *files = script_files(composer->script);
    size_t length;

    if (composer->document->path[0])
        return false; /* Markdown */
    lua_getfield(L, -1, "template");
    const char *path = line_text(composer, "path");
    lua_pop(L, 1);
    const struct embedded_file *embedded = embedded_find(path);
    return embedded && files->file(files->context, path, &length) == embedded->data;
}

/* Moves the binders out of the documents. */
static void part_binders(struct document_set *set, struct arena *arena)
{
    size_t count = set->count;

    set->binders = arena_alloc(arena, (count + 1) * sizeof *set->binders);
    set->count = 0;
    for (size_t i = 0; i < count; i++) {
        if (set->items[i]->binder)
            set->binders[set->binder_count++] = set->items[i];
        else
            set->items[set->count++] = set->items[i];
    }
}

/* Reads the plan on top of the stack into the set, then composes each document. */
static void compose_all(struct composer *composer, struct document_set *set, int library)
{
    lua_State *L = composer->L;
    struct file_names *names = file_names_new(composer->arena);
    struct map *entries = map_new(composer->arena);
    int plan = lua_gettop(L);
    lua_Integer count = luaL_len(L, plan);
    lua_Integer *lines = arena_alloc(composer->arena, ((size_t)count + 1) * sizeof *lines);

    set->items = arena_alloc(composer->arena, ((size_t)count + 1) * sizeof *set->items);
    for (lua_Integer i = 1; i <= count; i++) {
        struct document *document;

        lua_geti(L, plan, i);
        document = read_document(composer);
        if (take_name(composer, names, entries, document)) {
            lines[set->count] = i;
            set->items[set->count++] = document;
        } else {
            set->missing++;
        }
        lua_pop(L, 1);
    }
    for (size_t i = 0; i < set->count; i++) {
        composer->document = set->items[i];
        lua_geti(L, plan, lines[i]);
        composer->document->skipped = composer->options->own_only && is_built_in(composer);
        if (!composer->document->skipped && !compose_one(composer, library))
            set->missing++;
        lua_pop(L, 1);
    }
    part_binders(set, composer->arena);
}

/* Is there a record of this id or anchor, or a file of this path? */
static bool is_known(void *context, const char *name)
{
    const struct model *model = context;

    if (strncmp(name, "clause-", 7) == 0 && model_find(model, model_find_kind(model, "clause"), name + 7))
        return true;
    return model_find(model, NULL, name) || tree_find(model_tree(model), name);
}

/* Everything that touches Lua runs in here, so that no error of it can end the program. */
static int compose_protected(lua_State *L)
{
    struct composer *composer = composer_of(L);

    lua_settop(L, 0);
    if (library_open(composer) && push_plan(composer, 1))
        compose_all(composer, composer->set, 1);
    else
        composer->set->missing++;
    return 0;
}

struct document_set *compose_documents(struct script *script, const struct model *model,
                                       const struct compose_options *options, struct arena *arena, struct diag *diag)
{
    struct composer *composer = arena_alloc(arena, sizeof *composer);
    struct document_set *set = arena_alloc(arena, sizeof *set);
    lua_State *L = script_state(script);
    int top = lua_gettop(L);

    *composer = (struct composer){
        .script = script, .L = L, .arena = arena, .diag = diag, .model = model, .options = options, .missing = ""};
    set->date = arena_strdup(arena, options->date);
    set->known = is_known;
    set->known_context = (void *)(uintptr_t)model;
    set->items = arena_alloc(arena, sizeof *set->items);
    diag_sort(diag);
    composer->finding_count = diag_count(diag);
    size_t errors = diag_count_level(diag, DIAG_ERROR);
    script_trust(script);
    composer->set = set;
    lua_pushlightuserdata(L, composer);
    lua_pushcclosure(L, compose_protected, 1);
    if (!script_call(script, 0, 0, NULL))
        set->missing++;
    set->missing += composer->templates_missing;
    lua_settop(L, top);
    set->incomplete = model_is_incomplete(model, NULL) || diag_count_level(diag, DIAG_ERROR) > errors;
    return set;
}

static int list_protected(lua_State *L)
{
    template_load_all(composer_of(L));
    return 1;
}

const struct value *compose_templates(struct script *script, struct arena *arena, struct diag *diag)
{
    static const struct compose_options options = {.date = "", .commit = ""};
    struct composer *composer = arena_alloc(arena, sizeof *composer);
    lua_State *L = script_state(script);
    const struct value *list = NULL;
    int top = lua_gettop(L);

    *composer = (struct composer){.script = script, .L = L, .arena = arena, .diag = diag, .options = &options};
    lua_pushlightuserdata(L, composer);
    lua_pushcclosure(L, list_protected, 1);
    if (script_call(script, 0, 1, NULL))
        list = script_to_value(L, -1, arena, (struct source){0});
    lua_settop(L, top);
    return list;
}
