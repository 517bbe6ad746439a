/* The structure of a document for assistive technology (ISO 32000-1, 14.7 and 14.8): elements from the tree of the
 * document, the marked content of the pages that belongs to them, and the links.
 *
 * Blocks have their elements, in the order of the tree, before a page is painted; those of inline nodes come with their
 * first content. Everything lives in the arena. */
#ifndef TEKIGO_PDF_TAGS_H
#define TEKIGO_PDF_TAGS_H

#include "base/arena.h"
#include "pdf/file.h"
#include "pdf/navigation.h"
#include "pdf/page.h"

struct tags;
struct element;

struct tags *tags_new(struct navigation *navigation, struct arena *arena);

/* A part for one of the documents of a file, after those there. */
struct element *tags_add_part(struct tags *tags);

/* Elements for the blocks of a tree: in this part, or in the document as a whole when it is NULL. */
void tags_add_document(struct tags *tags, const struct node *root, struct element *part);

/* What is marked from now on stands on this page (from 0). The end gives the page's key in the structure tree. */
void tags_start_page(struct tags *tags, int page);
int tags_end_page(struct tags *tags);

/* The element that a box of this node belongs to; NULL for artifacts. */
struct element *tags_element(struct tags *tags, const struct node *node);

/* Name of its type, as marked content is called; is it a picture, whose paths belong to it as well as its texts? */
const char *tags_name(const struct element *element);
bool tags_is_figure(const struct element *element);

/* A new piece of marked content of the element on this page; its number there. */
int tags_content(struct tags *tags, struct element *element);

/* A picture takes this place, in PDF's coordinates. */
void tags_extend(struct tags *tags, struct element *element, int32_t left, int32_t bottom, int32_t right, int32_t top);

/* An annotation belongs to the element of a link; its key in the structure tree, -1 when the link has no element. */
int tags_link(struct tags *tags, const struct node *link, int annotation);

/* Writes the tree, after every other object. `pages` are the numbers of the pages, `root` that of the object that will
 * be its root. */
void tags_write(struct tags *tags, struct pdf_file *file, const int *pages, int root);

#endif
