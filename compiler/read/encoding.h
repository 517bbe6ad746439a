/* From the bytes of a file to text: UTF-8 without byte order mark, lines ended by LF alone. */
#ifndef TEKIGO_READ_ENCODING_H
#define TEKIGO_READ_ENCODING_H

#include "read/read.h"

/* Turns raw bytes (followed by a NUL) into text, in place of `text` and `length`; copies only what has to change.
 * Reports and returns false when they are no text. A `.csv` in Shift_JIS is converted, with a note. */
bool encoding_to_text(const char *path, const char **text, size_t *length, struct arena *arena, struct diag *diag);

#endif
