/* Line breaks that YAML folds into blanks: Japanese is written without blanks, so none stays between two wide
 * characters. */
#ifndef TEKIGO_READ_FOLD_H
#define TEKIGO_READ_FOLD_H

#include <stddef.h>

/* Takes from `text`, in place, each blank that stands for a line break of `written` between two Chinese or Japanese
 * characters. `written` is the scalar as the file has it, from its first to its last line. Blanks that the writer put
 * within a line stay. */
void fold_remove_blanks(char *text, const char *written, size_t length);

#endif
