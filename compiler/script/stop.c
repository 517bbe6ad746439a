/* When scripts cannot go on: their time is up or their memory ran out. What they found by then is part of a whole that
 * nobody knows, so nothing is caught and nothing reported: the work ends, at a place that can be named. */
#include "script/internal.h"

/* Is the file inside the program, and not replaced by the project? */
static bool is_embedded(const struct script *script, const char *path)
{
    size_t length;
    return script->files.code && script->files.code(script->files.context, path, &length);
}

/* The innermost line of the project's own, which made the program's functions run; else the innermost. */
struct source stop_place(const struct script *script)
{
    struct source place = {0};
    lua_Debug frame;
    for (int level = 0; script->L && lua_getstack(script->L, level, &frame); level++) {
        if (!lua_getinfo(script->L, "Sl", &frame) || frame.currentline <= 0 || frame.source[0] != '@')
            continue;
        struct source here = {frame.source + 1, frame.currentline, 1};
        if (!is_embedded(script, here.file))
            return here;
        if (!place.file)
            place = here;
    }
    return place;
}

void stop_for_memory(struct script *script, struct source otherwise)
{
    if (script->watch.stop)
        script->watch.stop(script->watch.context, SCRIPT_OUT_OF_MEMORY,
                           script->refused_at.file ? script->refused_at : otherwise);
    arena_out_of_memory();
}

static void at_next_step(lua_State *L, lua_Debug *frame)
{
    (void)frame;
    struct script *script = script_of(L);
    script->watch.stop(script->watch.context, SCRIPT_OUT_OF_TIME, stop_place(script));
}

/* The manual permits lua_sethook in a signal handler. Reading the stack is safe when no step followed the first call:
 * for a second or more all time went into one function of the library, which changes nothing there. */
bool script_interrupt(void *context)
{
    struct script *script = context;
    lua_Debug frame;
    if (!script->L || !script->watch.stop || !lua_getstack(script->L, 0, &frame))
        return false;
    if (script->interrupted)
        script->watch.stop(script->watch.context, SCRIPT_OUT_OF_TIME, stop_place(script));
    script->interrupted = true;
    lua_sethook(script->L, at_next_step, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
    return true;
}
