/* Libraries that are loaded when they are first needed: the program starts without them and works without them. Their
 * functions are declared where they are used, as their headers do it. */
#ifndef TEKIGO_BASE_SHARED_LIBRARY_H
#define TEKIGO_BASE_SHARED_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* One function: the index of its library, its name, its place in the table. */
struct shared_function {
    int library;
    const char *name;
    size_t offset;
};

/* Opens the libraries and fills the table; false when one or one of its functions is missing. They stay loaded, since
 * some cannot be unloaded. */
bool shared_library_load(const char *const *libraries, size_t library_count, const struct shared_function *functions,
                         size_t function_count, void *table);

#endif
