/* A document painted: what its own file and the binder have in common. Its pages and images are compressed once. */
#ifndef TEKIGO_PDF_PAINTING_H
#define TEKIGO_PDF_PAINTING_H

#include "doc/document.h"
#include "pdf/destination.h"
#include "pdf/file.h"
#include "pdf/glyph_use.h"
#include "pdf/image.h"
#include "pdf/page.h"
#include "pdf/tags.h"

struct painted_link {
    const struct page_link *link; /* one that leads somewhere */
    int key;                      /* in the structure of the document; -1: in none */
};

struct painted_page {
    const struct page *page;
    struct packed content;
    const struct painted_link *links;
    size_t link_count;
    int key; /* of the page in the structure of the document */
};

struct painting {
    const struct document *document;
    const struct layout *layout;
    const struct destinations *destinations;
    struct tags *tags;
    struct glyph_use *glyphs;
    struct images *images;
    const struct painted_page *pages; /* layout->count of them */
};

/* The images of a document, or of a file, as the options ask for them; shared with those of the others. */
struct images *painting_images(struct fonts *fonts, const struct render_options *options, struct arena *arena);

/* Paints what has been set, compressing as `file` does. Images that cannot be used are reported. All lives in `arena`,
 * but the structure, which binders keep to their end, in `lasting`. The layout is needed as long as the painting. */
struct painting *painting_new(const struct document *document, const struct layout *layout, struct fonts *fonts,
                              const struct render_options *options, struct pdf_file *file, struct arena *lasting,
                              struct arena *arena);

#endif
