/* Libraries that are loaded when they are first needed: the program starts without them and works without them. Their
 * functions are declared where they are used, as their headers do it. */
#ifndef TEKIGO_BASE_SHARED_LIBRARY_H
#define TEKIGO_BASE_SHARED_LIBRARY_H

#include <stddef.h>

/* One function: the index of its library, its name, its place in the table. */
struct shared_function {
    int library;
    const char *name;
    size_t offset;
};

enum shared_library_state {
    SHARED_LIBRARY_LOADED,
    SHARED_LIBRARY_MISSING, /* it, or one that it needs, is not installed */
    SHARED_LIBRARY_UNUSABLE /* it is there: damaged, another version, not readable */
};

enum { SHARED_LIBRARY_WORDS = 256 };

/* Opens the libraries and fills the table. They stay loaded, since some cannot be unloaded. When that failed, `words`
 * (of SHARED_LIBRARY_WORDS bytes) say why, in those of the system. Ends the process when memory was too short. */
enum shared_library_state shared_library_load(const char *const *libraries, size_t library_count,
                                              const struct shared_function *functions, size_t function_count,
                                              void *table, char *words);

#endif
