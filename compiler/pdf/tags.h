/* The structure of a document for assistive technology (ISO 32000-1, 14.7 and 14.8): elements from the tree of the
 * document, the marked content of the pages that belongs to them, and the links.
 *
 * Blocks have their elements, in the order of the tree, before a page is painted; those of inline nodes come with their
 * first content. Pages are those of the document, from 0: a structure is made once, and written into the file of the
 * document and into the binder. */
#ifndef TEKIGO_PDF_TAGS_H
#define TEKIGO_PDF_TAGS_H

#include "base/arena.h"
#include "pdf/destination.h"
#include "pdf/file.h"
#include "pdf/page.h"

struct tags;
struct element;

/* Elements for the blocks of a tree (NULL: none). They live in `arena`; `scratch` is needed until tags_close(). */
struct tags *tags_new(const struct node *root, const struct destinations *destinations, struct arena *arena,
                      struct arena *scratch);

/* What is marked from now on stands on this page. The end gives the page's key in the structure. */
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

/* The next annotation belongs to the element of this link; its key in the structure, -1 when the link has no element
 * (then it is not counted). */
int tags_link(struct tags *tags, const struct node *link);

/* All pages are painted: drops what has no content. */
void tags_close(struct tags *tags);

/* How many keys it has. */
int tags_key_count(const struct tags *tags);

/* The structure of a document in a file. */
struct tags_part {
    struct tags *tags;
    int first_page;         /* of the file, from 0 */
    const int *annotations; /* numbers of the objects, in the order of tags_link() */
};

/* Writes the tree, after every other object: of one document, or of a binder with each document as a part of it. The
 * keys of a part follow those of the parts in front of it in the array; the structures stand in the order of the pages.
 * `pages` are the numbers of the pages, `root` that of the object that will be its root. */
void tags_write(const struct tags_part *parts, size_t count, bool binder, struct pdf_file *file, const int *pages,
                int root, struct arena *arena);

#endif
