/* A drawing as a Form XObject (ISO 32000-1, 8.10) with all that it refers to: belongs to no file and can be written
 * into many. */
#ifndef TEKIGO_PDF_FORM_H
#define TEKIGO_PDF_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct pdf_file;

/* A dictionary, or a stream with its filter. A reference in the entries is the byte FORM_REFERENCE and the index of an
 * object that comes before, in digits. */
#define FORM_REFERENCE '\x01'
struct form_object {
    const char *entries;
    bool stream;
    const void *bytes;
    size_t length;
};

/* The last object is the XObject itself; like an image it fills the unit square. */
struct form {
    const struct form_object *objects;
    int count;
    bool archivable; /* PDF/A-1b takes it: nothing shines through, and the fonts are of the kinds it knows */
};

/* Adds the objects to the file and gives the number of the XObject. `arena` must live until the file is saved. */
int form_write(struct pdf_file *file, const struct form *form, struct arena *arena);

#endif
