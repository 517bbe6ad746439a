/* What went wrong with a file, in words of both languages. */
#ifndef TEKIGO_BASE_SYSTEM_ERROR_H
#define TEKIGO_BASE_SYSTEM_ERROR_H

#include "base/arena.h"
#include "base/diag.h"

/* The reason an errno stands for, as an argument of diag_report (diag_words). */
const char *system_error_words(struct arena *arena, int error);

/* The same in one language; in the language of the C library when it is a rare one. */
const char *system_error_text(int error, enum language language);

#endif
