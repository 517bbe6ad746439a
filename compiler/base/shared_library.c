#include "base/shared_library.h"

#include <dlfcn.h>

enum { LIBRARIES_MAX = 8 };

bool shared_library_load(const char *const *libraries, size_t library_count, const struct shared_function *functions,
                         size_t function_count, void *table)
{
    void *opened[LIBRARIES_MAX];
    if (library_count > LIBRARIES_MAX)
        return false;
    for (size_t i = 0; i < library_count; i++)
        if (!(opened[i] = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)))
            return false;
    for (size_t i = 0; i < function_count; i++) {
        void *found = dlsym(opened[functions[i].library], functions[i].name);
        if (!found)
            return false;
        *(void **)((char *)table + functions[i].offset) = found;
    }
    return true;
}
