/* Pages as text: what the tests of the layout compare. */
#ifndef TEKIGO_PDF_LAYOUT_DUMP_H
#define TEKIGO_PDF_LAYOUT_DUMP_H

#include "base/buffer.h"
#include "pdf/page.h"

/* One line for each page, box, link and anchor, in order. Lengths in 1/1000 pt. */
void layout_dump(const struct layout *layout, struct buffer *out);

#endif
