/* The outline (bookmarks) of a file, from the headings among the anchors of its pages. */
#ifndef TEKIGO_PDF_OUTLINE_H
#define TEKIGO_PDF_OUTLINE_H

#include "base/arena.h"
#include "pdf/file.h"
#include "pdf/page.h"

struct outline;

/* Lives in the arena. */
struct outline *outline_new(struct pdf_file *file, struct arena *arena);

/* Adds the heading that an anchor is, or leads to, at its own level below `level`; nothing when it is none. The place
 * is in PDF's coordinates, pages are counted from 0. */
void outline_add_anchor(struct outline *outline, const struct node *node, int level, int page, int32_t x, int32_t y);

/* Adds an item for the head of a page, of a level from 1. The title lives as long as the arena. */
void outline_add_title(struct outline *outline, const char *title, int level, int page);

/* Writes it and gives the number of its root; 0 when it is empty. `pages` are the numbers of the pages. */
int outline_write(struct outline *outline, const int *pages);

#endif
