/* What the Markdown parser does not tell: labels of footnotes, and what it leaves out. */
#ifndef TEKIGO_READ_MARKDOWN_SOURCE_H
#define TEKIGO_READ_MARKDOWN_SOURCE_H

#include "base/diag.h"
#include "base/map.h"

/* Reports the definitions `[^label]:` of footnotes whose label is not in `used`: their text is in no document. The text
 * starts in the line `first_line` of the file. */
void markdown_report_unused_footnotes(const char *path, const char *text, size_t length, int first_line,
                                      const struct map *used, struct arena *arena, struct diag *diag);

/* The label of the last `[^label]` that starts in the first `length` bytes of the line, in the arena; "" for none. */
const char *markdown_find_label(const char *line, size_t length, struct arena *arena);

/* Number of cells that a line of a table holds, from its first bar or word on. */
int markdown_count_cells(const char *line, size_t length);

#endif
