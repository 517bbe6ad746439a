/* The state: memory, files, calls. */
#include "script/internal.h"

#include <stdlib.h>
#include <string.h>

enum {
    MEMORY_MAX = 512 << 20, /* bytes that scripts may hold */
    GC_PAUSE = 400          /* per cent of the memory in use at which the next collection starts: a build is short */
};

static void note_exhausted(struct script *script)
{
    lua_Debug frame;
    script->exhausted = (struct source){0};
    for (int level = 0; script->L && lua_getstack(script->L, level, &frame); level++)
        if (lua_getinfo(script->L, "Sl", &frame) && frame.currentline > 0 && frame.source[0] == '@') {
            script->exhausted = (struct source){frame.source + 1, frame.currentline, 1};
            return;
        }
}

static void *allocate(void *context, void *block, size_t old, size_t wanted)
{
    struct script *script = context;
    if (!block)
        old = 0; /* Lua passes the type of a new object here */
    if (wanted > old && script->held + (wanted - old) > MEMORY_MAX) {
        note_exhausted(script);
        return NULL;
    }
    void *moved = memory_change(&script->memory, block, old, wanted);
    if (!moved && wanted > 0) {
        note_exhausted(script);
        return NULL;
    }
    script->held += wanted - old;
    return moved;
}

/* Errors outside any call: memory ran out while a value was handed over. */
static int panic(lua_State *L)
{
    const char *message = lua_tostring(L, -1);
    fprintf(stderr, "tekigo: Lua: %s\n", message ? message : "error");
    exit(2);
}

struct script *script_open(const struct script_files *files, struct arena *arena, struct diag *diag)
{
    struct script *script = arena_alloc(arena, sizeof *script);
    *script = (struct script){.files = *files, .arena = arena, .diag = diag, .date = ""};
    script->catalogs = map_new(arena);
    lua_State *L = lua_newstate(allocate, script);
    if (!L) {
        fprintf(stderr, "tekigo: out of memory\n");
        exit(ARENA_EXIT_STATUS);
    }
    script->L = L;
    lua_atpanic(L, panic);
    *(struct script **)lua_getextraspace(L) = script;
    lua_gc(L, LUA_GCINC, GC_PAUSE, 0, 0);
    sandbox_open(script);
    helper_open(script);
    return script;
}

void script_close(struct script *script)
{
    lua_State *L = script->L;
    script->L = NULL;
    lua_close(L);
    memory_free(&script->memory);
}

void script_set_progress(struct script *script, script_progress_fn progress, void *context)
{
    script->progress = progress;
    script->progress_context = context;
}

void script_progress(const struct script *script, const char *what, const char *detail)
{
    if (script->progress)
        script->progress(script->progress_context, what, detail);
}

lua_State *script_state(struct script *script)
{
    return script->L;
}

struct script *script_of(lua_State *L)
{
    return *(struct script **)lua_getextraspace(L);
}

struct arena *script_arena(const struct script *script)
{
    return script->arena;
}

struct diag *script_diag(const struct script *script)
{
    return script->diag;
}

const struct model *script_model(const struct script *script)
{
    return script->model;
}

const char *script_date(const struct script *script)
{
    return script->date;
}

const struct script_files *script_files(const struct script *script)
{
    return &script->files;
}

void script_get_key(lua_State *L, enum script_key key)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, (const char *)script_of(L) + key);
}

void script_set_key(lua_State *L, enum script_key key)
{
    lua_rawsetp(L, LUA_REGISTRYINDEX, (const char *)script_of(L) + key);
}

void script_trust(struct script *script)
{
    script->in_doubt = false;
}

bool script_in_doubt(const struct script *script)
{
    return script->in_doubt;
}

void script_doubt_figures(struct script *script, const struct record *record)
{
    if (record)
        script->doubtful[record->index] = true;
    else
        script->figures_missing = true;
}

bool script_call(struct script *script, int arguments, int results, const struct script_task *task)
{
    lua_State *L = script->L;
    int handler = lua_gettop(L) - arguments;
    lua_pushcfunction(L, error_handler);
    lua_insert(L, handler);
    script->failed = script->exhausted = (struct source){0};
    script->out_of_memory = false;
    int status = lua_pcall(L, arguments, results, handler);
    lua_remove(L, handler);
    if (status == LUA_OK)
        return true;
    error_report(script, script->out_of_memory ? LUA_ERRMEM : status, task);
    return false;
}

/* Gives Lua the newlines before the text, then the text. */
struct chunk {
    int lines;
    const char *text;
    size_t length;
};

static const char *read_chunk(lua_State *L, void *context, size_t *size)
{
    static const char newlines[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    struct chunk *chunk = context;
    (void)L;
    if (chunk->lines > 0) {
        *size = (size_t)chunk->lines < sizeof newlines - 1 ? (size_t)chunk->lines : sizeof newlines - 1;
        chunk->lines -= (int)*size;
        return newlines;
    }
    *size = chunk->length;
    chunk->length = 0;
    return *size ? chunk->text : NULL;
}

bool script_compile(struct script *script, struct source source, const char *text, size_t length)
{
    struct chunk chunk = {source.line - 1, text, length};
    const char *name = arena_printf(script->arena, "@%s", source.file);
    script->exhausted = (struct source){0};
    int status = lua_load(script->L, read_chunk, &chunk, name, "t");
    if (status == LUA_OK)
        return true;
    if (status == LUA_ERRSYNTAX)
        error_report_syntax(script, source);
    else
        error_report(script, status, &(struct script_task){.source = source});
    return false;
}

/* False when Lua is another one than the one that compiled it: then the text is there. */
static bool load_code(struct script *script, const char *path)
{
    struct chunk chunk = {0};
    if (script->files.code)
        chunk.text = script->files.code(script->files.context, path, &chunk.length);
    if (!chunk.text || lua_load(script->L, read_chunk, &chunk, path, "b") == LUA_OK)
        return chunk.text;
    lua_pop(script->L, 1);
    return false;
}

bool script_load(struct script *script, const char *path)
{
    if (load_code(script, path))
        return true;
    size_t length;
    const char *text = script->files.file(script->files.context, path, &length);
    if (!text) {
        diag_report(script->diag, MESSAGE_FILE_UNREADABLE, (struct source){path, 0, 0}, path,
                    diag_words(script->arena, "ファイルがありません", "there is no such file"), NULL);
        return false;
    }
    return script_compile(script, (struct source){path, 1, 1}, text, length);
}

bool script_run(struct script *script, const char *path, int results)
{
    return script_load(script, path) && script_call(script, 0, results, &(struct script_task){.source = {path, 0, 0}});
}

const struct value *script_data(struct script *script, const char *path)
{
    lua_State *L = script->L;
    script_progress(script, "data", path);
    if (!script_run(script, path, 1))
        return NULL;
    struct source source = {arena_strdup(script->arena, path), 0, 0};
    struct value *value = NULL;
    if (lua_istable(L, -1))
        value = script_to_value(L, -1, script->arena, source);
    else
        diag_report(script->diag, MESSAGE_SCRIPT_NO_TABLE, source, path, luaL_typename(L, -1), NULL);
    lua_pop(L, 1);
    return value;
}

const struct value *script_data_all(struct script *script, const char *const *patterns)
{
    struct value *all = arena_alloc(script->arena, sizeof *all);
    all->kind = VALUE_LIST;
    all->text = "";
    for (; *patterns; patterns++) {
        const char *const *path = script->files.list(script->files.context, *patterns);
        for (; path && *path; path++) {
            struct value *value = (struct value *)(void *)script_data(script, *path);
            if (!value)
                continue;
            if (all->last)
                all->last->next = value;
            else
                all->first = value;
            all->last = value;
            all->count++;
        }
    }
    return all;
}

const struct value *script_catalog(void *context, const char *path)
{
    struct script *script = context;
    if (map_has(script->catalogs, path))
        return map_get(script->catalogs, path);
    size_t length;
    const char *text = script->files.file(script->files.context, path, &length);
    const char *kept = arena_strdup(script->arena, path);
    struct value *value = text ? yaml_read(kept, text, length, script->arena, script->diag) : NULL;
    map_set(script->catalogs, kept, value);
    return value;
}

void script_set_model(struct script *script, const struct model *model, const char *date)
{
    script->model = model;
    script->date = arena_strdup(script->arena, date);
    script->doubtful = arena_alloc(script->arena, model_record_count(model) + 1);
    record_open(script);
    isms_open(script);
}
