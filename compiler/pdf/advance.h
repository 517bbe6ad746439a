/* Fonts, advances and classes of characters, asked once each and kept. */
#ifndef TEKIGO_PDF_ADVANCE_H
#define TEKIGO_PDF_ADVANCE_H

#include "pdf/page.h"
#include "pdf/text_class.h"

struct advance {
    int16_t advance;    /* 1/1000 em */
    int8_t font;        /* -1: no font has it */
    uint8_t class_plus; /* text_class + 1; 0 while the entry is unknown */
};

struct advance_plane {
    struct advance *rows[256]; /* of 256 characters each */
};

/* Zeroed to begin with, except metrics; advances_free gives the tables back. */
struct advances {
    const struct metrics *metrics;
    struct advance_plane *planes[FACE_COUNT][17];
};

/* The entry of a character, the selector being that of a variation sequence or 0. */
struct advance advances_get(struct advances *advances, enum face face, uint32_t character, uint32_t selector);

/* The entry that is kept of a character, below U+110000: it may be changed. */
struct advance *advances_entry(struct advances *advances, enum face face, uint32_t character);
void advances_free(struct advances *advances);

#endif
