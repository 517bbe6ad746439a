/* The PDF of one document that has been set: for the backend and for tests, which make pages by hand. */
#ifndef TEKIGO_PDF_PDF_H
#define TEKIGO_PDF_PDF_H

#include <stdbool.h>

#include "base/buffer.h"
#include "doc/document.h"
#include "pdf/fonts.h"
#include "pdf/page.h"

/* Writes the file to `bytes`. `date` is the build's. Reports fonts, images and a file that cannot be made, and gives
 * false for the last. */
bool pdf_write(const struct document *document, const struct layout *layout, struct fonts *fonts, const char *date,
               const struct render_options *options, struct buffer *bytes);

#endif
