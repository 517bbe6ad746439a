/* A text of marks as a sequence of calls, by libxml2: nothing is loaded, no entity is replaced, no tree is made. The
 * library is loaded when the first drawing comes, so that the program starts without it. */
#ifndef TEKIGO_IMAGE_XML_H
#define TEKIGO_IMAGE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/shared_library.h"

/* Texts end where they end: values are not closed by NUL. Spaces are the addresses of namespaces, NULL for none. */
struct xml_attribute {
    const char *space, *name;
    const char *value;
    size_t length;
};

/* `line` counts from 1. A call that returns false ends the reading. */
struct xml_handler {
    bool (*start)(void *context, int line, const char *space, const char *name, const struct xml_attribute *attributes,
                  size_t count);
    bool (*end)(void *context);
    bool (*text)(void *context, const char *text, size_t length);
    bool (*instruction)(void *context, int line, const char *target);
};

enum xml_result {
    XML_READ,
    XML_STOPPED,   /* by a handler */
    XML_MALFORMED, /* `reason` and `line` tell */
    XML_DECLARES,  /* the DOCTYPE declares entities or anything else; `line` tells */
    XML_TOO_DEEP,
    XML_TOO_MANY_ATTRIBUTES,
    XML_TOO_MANY_NAMESPACES,
    XML_LIBRARY_MISSING,
    XML_LIBRARY_UNUSABLE /* it is there but cannot be loaded; `reason` tells */
};

struct xml_trouble {
    int line;
    char reason[SHARED_LIBRARY_WORDS]; /* the library's words, in one line */
};

/* Reads at most SVG_BYTES_MAX bytes of UTF-8 without NUL, whatever encoding the text claims. `trouble` is filled in for
 * malformed text and for limits. */
enum xml_result xml_read(const char *text, size_t length, const struct xml_handler *handler, void *context,
                         struct xml_trouble *trouble);

#endif
