/* Is a subset whole? What makes it leaves out a table, a glyph or an outline when something goes wrong on the way, and
 * gives the rest as if nothing was: text that nobody can read, or that a viewer refuses. */
#ifndef TEKIGO_PDF_SUBSET_CHECK_H
#define TEKIGO_PDF_SUBSET_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hb_face_t;

/* Has the face of TrueType outlines all tables that a viewer needs, with lengths that agree with each other and with
 * the number of its glyphs? */
bool subset_check_tables(struct hb_face_t *face, size_t glyph_count);

/* Has each of the glyphs `glyphs[0 … count)`, which are called `renumbered` in `face`, an outline there when it has one
 * in the source, and none when it has none? */
bool subset_check_outlines(struct hb_face_t *source, struct hb_face_t *face, const uint16_t *glyphs,
                           const uint16_t *renumbered, size_t count);

#endif
