#include "base/shared_library.h"

#include <assert.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

enum { LIBRARIES_MAX = 8 };

/* The loader tells in words alone why it failed: "LIBRARY: REASON", sometimes ": ERROR" behind it. Those of glibc for
 * memory that the kernel does not give are among these beginnings; most come without an error. */
static bool is_short_memory(const char *words)
{
    static const char *const signs[] = {
        "failed to map segment",  "cannot map",          "cannot allocate",        "cannot create",
        "cannot change memory",   "cannot make segment", "cannot restore segment", "cannot apply additional memory",
        "Cannot allocate memory", "out of memory"};
    for (const char *colon = strstr(words, ": "); colon; colon = strstr(colon + 1, ": "))
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (strncmp(colon + 2, signs[i], strlen(signs[i])) == 0)
                return true;
    return false;
}

static enum shared_library_state failure(char *words)
{
    const char *error = dlerror();
    snprintf(words, SHARED_LIBRARY_WORDS, "%s", error ? error : "?");
    if (is_short_memory(words))
        arena_out_of_memory();
    return strstr(words, strerror(ENOENT)) ? SHARED_LIBRARY_MISSING : SHARED_LIBRARY_UNUSABLE;
}

enum shared_library_state shared_library_load(const char *const *libraries, size_t library_count,
                                              const struct shared_function *functions, size_t function_count,
                                              void *table, char *words)
{
    void *opened[LIBRARIES_MAX];
    assert(library_count <= LIBRARIES_MAX);
    for (size_t i = 0; i < library_count; i++)
        if (!(opened[i] = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)))
            return failure(words);
    for (size_t i = 0; i < function_count; i++) {
        void *found = dlsym(opened[functions[i].library], functions[i].name);
        if (!found)
            return failure(words);
        *(void **)((char *)table + functions[i].offset) = found;
    }
    return SHARED_LIBRARY_LOADED;
}
