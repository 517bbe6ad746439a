/* Pages of boxes to the bytes of content streams. */
#ifndef TEKIGO_PDF_PAINT_H
#define TEKIGO_PDF_PAINT_H

#include "base/buffer.h"
#include "pdf/glyph_use.h"
#include "pdf/image.h"
#include "pdf/page.h"
#include "pdf/tags.h"

/* Appends the content of one page to `content`. Fonts are called /F0 … by their index, images /I0 …; what is used of
 * them is noted in `glyphs` and `images`, what belongs to which element in `tags` (without
 * which nothing is marked). */
void paint_page(const struct page *page, struct glyph_use *glyphs, struct images *images, struct tags *tags,
                struct buffer *content);

#endif
