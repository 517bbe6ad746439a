/* A PDF of what has been set: one document, or several in a binder. */
#ifndef TEKIGO_PDF_PDF_H
#define TEKIGO_PDF_PDF_H

#include <stdbool.h>

#include "base/buffer.h"
#include "doc/document.h"
#include "pdf/fonts.h"
#include "pdf/navigation.h"
#include "pdf/page.h"
#include "pdf/tags.h"

/* Writes the file to `bytes`. `date` is the build's. Reports fonts, images and a file that cannot be made, and gives
 * false for the last. */
bool pdf_write(const struct document *document, const struct layout *layout, struct fonts *fonts, const char *date,
               const struct render_options *options, struct buffer *bytes);

/* The same in steps: a file begun, documents added to it, the file written. `binder` is the set of the documents when
 * they are several, else NULL. */
struct writing;
struct writing *pdf_writing_new(const struct document_set *binder, struct fonts *fonts,
                                const struct render_options *options);
void pdf_writing_free(struct writing *writing);

/* Pages count from 0. What is added before others that are there has its pages left free by those; then `next_page` is
 * the first of them. */
struct pdf_part {
    const struct document *document;
    const struct layout *layout; /* of at least one page; used during the call only */
    int first_page, next_page;
    int level;               /* of the outline that its headings stand below */
    struct element *element; /* part of the structure; NULL when the document is the file */
};
void pdf_writing_add(struct writing *writing, const struct pdf_part *part);

/* `document` says what the file is called and by whom. */
bool pdf_writing_end(struct writing *writing, const struct document *document, const char *date, struct buffer *bytes);

struct navigation *pdf_writing_navigation(struct writing *writing);
struct tags *pdf_writing_tags(struct writing *writing);

#endif
