#include "base/shared_library.h"

#include <assert.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

enum { LIBRARIES_MAX = 8 };

/* The loader tells in words alone why it failed, behind the name of the library. Those of glibc for memory that the
 * kernel does not give: "failed to map segment from shared object", "cannot change memory protections", … */
static bool is_short_memory(const char *words)
{
    static const char *const signs[] = {"segment", "memory", "cannot map", "cannot allocate", "cannot create"};
    const char *reason = strstr(words, ": ");
    bool found = false;
    for (size_t i = 0; reason && i < sizeof signs / sizeof *signs; i++)
        found |= strstr(reason, signs[i]) != NULL;
    return found;
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
