/* The binder: one PDF of all documents of a language, with cover, contents list, dividers and pages numbered through.
 *
 * It takes the pages as they were set for the files of the documents; nothing is set twice. */
#ifndef TEKIGO_PDF_BINDER_H
#define TEKIGO_PDF_BINDER_H

#include "pdf/pdf.h"

struct binder;

/* Begins the binder whose cover and contents list are this document. */
struct binder *binder_new(const struct document *front, const struct document_set *set, struct fonts *fonts,
                          const struct render_options *options);

/* Where the structures of its documents live. */
struct arena *binder_arena(struct binder *binder);

/* Adds a document as it was painted for its own file, with the number of the binder at the foot of each page. But for
 * its structure the painting is not needed afterwards. */
void binder_add(struct binder *binder, const struct painting *painting);

/* Writes the file and frees the binder. */
bool binder_end(struct binder *binder);

#endif
