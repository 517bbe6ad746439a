/* One repair of CFF fonts after subsetting. */
#ifndef TEKIGO_PDF_CFF_H
#define TEKIGO_PDF_CFF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Makes every glyph's CID its index. Fonts that are not made of CIDs are so already and stay as they are; the
 * others get a new charset at their end. False when the table is not as HarfBuzz writes it, or has not an outline for
 * each of the glyphs. */
bool cff_number_glyphs(struct buffer *cff, size_t glyph_count);

#endif
