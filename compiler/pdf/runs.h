/* Run-length encoding (ISO 32000-1, 7.4.5) of bytes most of which are zero: tables by the code of a character. */
#ifndef TEKIGO_PDF_RUNS_H
#define TEKIGO_PDF_RUNS_H

#include <stddef.h>

#include "base/buffer.h"

struct runs {
    struct buffer bytes; /* what is encoded; freed by the caller */
    unsigned char waiting[128];
    size_t waiting_count;
};

/* Zeroed to begin with; ended by runs_end(). */
void runs_add_zeros(struct runs *runs, size_t count);
void runs_add_byte(struct runs *runs, unsigned char byte);
void runs_end(struct runs *runs);

#endif
