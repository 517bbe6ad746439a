/* Ways through a file: named destinations, links, the outline and the labels of pages.
 *
 * A file holds one document, or several: then the places of each are named `<id of the document>/<id of the place>`,
 * and links from one to another stay in the file. Pages are counted from 0 through the whole file. */
#ifndef TEKIGO_PDF_NAVIGATION_H
#define TEKIGO_PDF_NAVIGATION_H

#include "pdf/painting.h"

struct navigation;

#define OUTLINE_NONE (-1)

/* For the documents of this set, or for one alone when it is NULL. All lives in the arena. */
struct navigation *navigation_new(const struct document_set *binder, struct pdf_file *file, struct arena *arena);

/* Notes the places of a document that can be led to, the first of its pages being `first_page`. Its headings enter the
 * outline below `level` (0: at the top, OUTLINE_NONE: not). Links are those of this document until the next is added.
 */
void navigation_add(struct navigation *navigation, const struct painting *painting, int first_page, int level);

/* An entry of the outline that leads to the head of a page. Titles live as long as the arena. */
void navigation_add_title(struct navigation *navigation, const char *title, int level, int page);

/* Writes a link of a page; the number of its object. `keys` is how many keys the structure of the file has before those
 * of the document. */
int navigation_link(struct navigation *navigation, const struct page *page, const struct painted_link *link, int keys);

/* Writes destinations, outline and labels. `pages` are the numbers of all pages, in order. Gives entries of the
 * catalog. */
const char *navigation_catalog(struct navigation *navigation, const int *pages);

#endif
