/* What a PDF says about itself: information dictionary, XMP, colour profile. */
#ifndef TEKIGO_PDF_METADATA_H
#define TEKIGO_PDF_METADATA_H

#include "base/arena.h"
#include "doc/document.h"
#include "pdf/file.h"

/* Writes them and gives entries of the catalog. `date` is the build's, for documents that have none. */
const char *metadata_write(struct pdf_file *file, const struct document *document, const char *date,
                           const struct render_options *options, struct arena *arena);

#endif
