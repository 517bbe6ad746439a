/* A PDF of what has been set: one document, or several in a binder. */
#ifndef TEKIGO_PDF_PDF_H
#define TEKIGO_PDF_PDF_H

#include <stdbool.h>

#include "base/buffer.h"
#include "doc/document.h"
#include "pdf/fonts.h"
#include "pdf/navigation.h"
#include "pdf/page.h"
#include "pdf/painting.h"

/* A file is begun, documents are painted and added to it, and it is written. `binder` is the set of the documents when
 * they are several, else NULL. */
struct writing;
struct writing *pdf_writing_new(const struct document_set *binder, struct fonts *fonts,
                                const struct render_options *options);
void pdf_writing_free(struct writing *writing);

/* Paints a document as it can be added to this file and to others. It lives in `arena`, its structure in `lasting`. */
const struct painting *pdf_writing_paint(struct writing *writing, const struct document *document,
                                         const struct layout *layout, struct arena *lasting, struct arena *arena);

/* Pages count from 0. What is added before others that are there has its pages left free by those; then `next_page` is
 * the first of them. */
struct pdf_part {
    const struct painting *painting; /* of at least one page; but for its structure used during the call only */
    int first_page, next_page;
    int level;                 /* of the outline that its headings stand below */
    const struct page *footer; /* for each of its pages one of matter that this file has at its foot; may be NULL */
};
void pdf_writing_add(struct writing *writing, const struct pdf_part *part);

/* Writes the file to `bytes`. `document` says what it is called and by whom, `date` is the build's. Reports fonts,
 * images and a file that cannot be made, and gives false for the last. */
bool pdf_writing_end(struct writing *writing, const struct document *document, const char *date, struct buffer *bytes);

struct navigation *pdf_writing_navigation(struct writing *writing);

#endif
