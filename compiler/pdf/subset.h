/* Subsets of fonts: only the outlines of the glyphs a document uses. */
#ifndef TEKIGO_PDF_SUBSET_H
#define TEKIGO_PDF_SUBSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct hb_face_t;

/* A face of the same glyphs that has only what is needed to draw them. Subsetting it is many times faster than
 * subsetting the font. Destroyed by the caller. */
struct hb_face_t *subset_source(struct hb_face_t *face);

struct subset {
    struct buffer bytes; /* freed by the caller */
    bool cff;            /* a bare CFF table, whose CIDs are glyph indexes; else a whole TrueType file */
    size_t glyph_count;
};

/* Makes the subset of the glyphs `glyphs[0 … count)` (repeats are fine) and writes to `renumbered` what they are called
 * there. False when the font is too damaged for a whole one. */
bool subset_make(struct hb_face_t *source, const uint16_t *glyphs, size_t count, uint16_t *renumbered,
                 struct subset *subset);

#endif
