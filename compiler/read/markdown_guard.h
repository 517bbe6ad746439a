/* What would take the Markdown parser very long (notes in the .c) is refused before it is parsed. */
#ifndef TEKIGO_READ_MARKDOWN_GUARD_H
#define TEKIGO_READ_MARKDOWN_GUARD_H

#include "read/read.h"

/* False, with a report, when the text must not be parsed. It starts in the line `first_line` of its file. */
bool markdown_guard(const char *path, const char *text, size_t length, int first_line, struct arena *arena,
                    struct diag *diag);

#endif
