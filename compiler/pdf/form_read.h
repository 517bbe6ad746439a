/* Reads the one page of a small PDF as a Form XObject, by libqpdf. */
#ifndef TEKIGO_PDF_FORM_READ_H
#define TEKIGO_PDF_FORM_READ_H

#include "base/shared_library.h"
#include "pdf/form.h"

/* Loads the library; NULL when that failed, with `state` and `words` as of shared_library_load(). Freed by
 * form_reader_close(). */
struct form_reader;
struct form_reader *form_reader_open(enum shared_library_state *state, char *words);
void form_reader_close(struct form_reader *reader);

/* The page, which is `width` and `height` units large, with all that it refers to; it lives in the arena. Dates and all
 * else outside of the page stay behind. NULL when the file is damaged or holds what a form cannot. */
const struct form *form_read(const struct form_reader *reader, const void *bytes, size_t length, int width, int height,
                             struct arena *arena);

#endif
