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

/* Adds a document. Its pages get the numbers of the binder at their foot, in `arena`, and are not needed afterwards. */
void binder_add(struct binder *binder, const struct document *document, const struct layout *layout,
                struct arena *arena);

/* Writes the file and frees the binder. */
bool binder_end(struct binder *binder);

#endif
