/* Fuzz target: a data file in Lua (script/): what it returns becomes a value (convert.c), errors become reports with a
 * place in it (error.c). What runs on is stopped by a count, as the supervisor stops it by time. */
#include <setjmp.h>
#include <string.h>

#include "base/embedded.h"
#include "lib/fuzz.h"
#include "script/binding.h"

enum { INSTRUCTIONS_MAX = 200000, TEXT_MAX = 4096 };

struct run {
    struct fuzz *fuzz;
    jmp_buf stopped;
};

static struct run *run_of(lua_State *L)
{
    return script_files(script_of(L))->context;
}

/* An error would be caught by a `pcall` of the script. */
static void stop(lua_State *L, lua_Debug *where)
{
    (void)where;
    longjmp(run_of(L)->stopped, 1);
}

static const char *give(void *context, const char *path, size_t *length)
{
    const struct fuzz *fuzz = ((const struct run *)context)->fuzz;
    const struct embedded_file *embedded = embedded_find(path);
    bool own = strcmp(path, fuzz->path) == 0;
    *length = own ? fuzz->length : embedded ? embedded->length : 0;
    return own ? fuzz->text : embedded ? embedded->data : NULL;
}

static const char *const *list_nothing(void *context, const char *pattern)
{
    static const char *const none[] = {NULL};
    (void)context;
    (void)pattern;
    return none;
}

/* Tables do not know their lines: places of values are those of the file. */
static void dump_data(const struct value *value, struct buffer *dump)
{
    buffer_printf(dump, "%d %s=%s\n", (int)value->kind, value->key ? value->key : "", value->text ? value->text : "");
    for (const struct value *child = value->first; child; child = child->next) {
        must((value->kind == VALUE_MAP) == (child->key != NULL));
        dump_data(child, dump);
    }
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct run run = {.fuzz = fuzz};
    struct script_files files = {.file = give, .list = list_nothing, .context = &run};
    if (fuzz->length > TEXT_MAX)
        return;
    struct script *script = script_open(&files, NULL, fuzz->arena, fuzz->diag);
    script_start(script);
    if (setjmp(run.stopped) == 0) {
        lua_sethook(script_state(script), stop, LUA_MASKCOUNT, INSTRUCTIONS_MAX);
        const struct value *value = script_data(script, fuzz->path);
        must(value || diag_count(fuzz->diag) > 0);
        must(lua_gettop(script_state(script)) == 0);
        if (value)
            dump_data(value, dump);
    }
    lua_sethook(script_state(script), NULL, 0, 0);
    script_close(script);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.lua", data, size, take);
}
