/* Pages of boxes to the bytes of content streams. */
#ifndef TEKIGO_PDF_PAINT_H
#define TEKIGO_PDF_PAINT_H

#include "base/buffer.h"
#include "pdf/glyph_use.h"
#include "pdf/image.h"
#include "pdf/page.h"

/* Appends the content of one page to `content`. Fonts are called /F0 … by their index, images /I0 …; what is used of
 * them is noted in `glyphs` and `images`. */
void paint_page(const struct page *page, struct glyph_use *glyphs, struct images *images, struct buffer *content);

#endif
