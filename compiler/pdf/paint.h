/* Pages of boxes to the bytes of content streams. */
#ifndef TEKIGO_PDF_PAINT_H
#define TEKIGO_PDF_PAINT_H

#include "base/buffer.h"
#include "pdf/glyph_use.h"
#include "pdf/image.h"
#include "pdf/page.h"
#include "pdf/tags.h"

/* Appends the content of one page to `content`. Fonts and images are called by names that are the same in every file;
 * what is used of them is noted in `glyphs` and `images`, what belongs to which element in `tags` (without which
 * nothing is marked). */
void paint_page(const struct page *page, struct glyph_use *glyphs, struct images *images, struct tags *tags,
                struct buffer *content);

/* The same of a page that has only texts, for a stream that goes on after another page's content: all of it is
 * footer. */
void paint_footer(const struct page *page, struct glyph_use *glyphs, struct buffer *content);

#endif
