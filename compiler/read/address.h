/* Where links and images of Markdown lead. */
#ifndef TEKIGO_READ_ADDRESS_H
#define TEKIGO_READ_ADDRESS_H

#include "base/arena.h"

enum address_kind {
    ADDRESS_INSIDE,    /* of the project: a path, an id, an anchor */
    ADDRESS_WEB,       /* http, https, mailto, tel */
    ADDRESS_FORBIDDEN, /* javascript, data, file …, or not clean */
    ADDRESS_EMPTY
};

enum address_kind address_kind(const char *address);

/* The path inside the tree that a relative address written in the file `from` means, percent signs decoded; NULL when
 * it is absolute or leads outside. */
const char *address_path(const char *from, const char *address, struct arena *arena);

/* The address as messages show it: of `data:` its kind and how long it is, since nobody reads the rest. */
const char *address_shown(const char *address, struct arena *arena);

#endif
