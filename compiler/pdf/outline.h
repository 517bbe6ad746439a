/* The outline (bookmarks) of a document, from the headings among the anchors of its pages. */
#ifndef TEKIGO_PDF_OUTLINE_H
#define TEKIGO_PDF_OUTLINE_H

#include "base/arena.h"
#include "pdf/file.h"
#include "pdf/page.h"

/* Writes it and gives the number of its root; 0 when there is no heading. Texts live in the arena. */
int outline_write(const struct layout *layout, struct pdf_file *file, const int *pages, struct arena *arena);

#endif
