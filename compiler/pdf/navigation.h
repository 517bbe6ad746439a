/* Ways through a document: named destinations, links, the outline and the labels of pages. */
#ifndef TEKIGO_PDF_NAVIGATION_H
#define TEKIGO_PDF_NAVIGATION_H

#include "base/arena.h"
#include "pdf/file.h"
#include "pdf/page.h"

struct navigation;

/* Notes the places of a document that can be led to. All lives in the arena. */
struct navigation *navigation_new(const struct layout *layout, struct pdf_file *file, struct arena *arena);

/* Writes the links of a page; the numbers of their objects go to `annotations`, their count to `count`. Links to
 * places that no page has are left out. */
void navigation_links(struct navigation *navigation, const struct page *page, const int **annotations, size_t *count);

/* Writes destinations, outline and labels. `pages` are the numbers of all pages, in order. Gives entries of the
 * catalog. */
const char *navigation_catalog(struct navigation *navigation, const int *pages);

#endif
