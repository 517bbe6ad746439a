/* The fonts of a set of documents: opened once, shared by every document and thread, only their caches grow.
 *
 * Each face of page.h is a chain: the Latin fonts (for European characters only), the fonts of the theme, then what the
 * system has for rare characters. HarfBuzz reads the fonts and checks them; nobody else looks into their bytes. */
#ifndef TEKIGO_PDF_FONTS_H
#define TEKIGO_PDF_FONTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "doc/document.h"
#include "doc/theme.h"
#include "pdf/page.h"

struct fonts;
struct hb_face_t;

/* Opens the chains of the theme. Fonts of the project come from `bytes` under "fonts/" (may be NULL; the bytes must
 * live as long as the fonts), others from the system. Reports the main fonts that are missing or damaged, those for
 * Western text only when a document of the set is in another language than Japanese (NULL: there may be any). Freed by
 * fonts_close(). */
struct fonts *fonts_open(const struct theme *theme, const struct document_set *set, image_bytes_fn bytes, void *context,
                         struct diag *diag);
void fonts_close(struct fonts *fonts);

/* Is there at least one font to set text with? */
bool fonts_usable(const struct fonts *fonts);

/* Number of fonts; their indexes are those of `struct metrics`. */
int fonts_count(const struct fonts *fonts);

/* What layout asks about characters, for documents in `language`: quotation marks, dashes and signs are wide in
 * Japanese text and Latin elsewhere. Thread-safe; lives as long as the fonts. */
struct metrics fonts_metrics(struct fonts *fonts, const char *language);

/* The glyph of a character (with a variation selector or 0): false when the font has none. A selector the font does
 * not know is ignored. `advance` is in 1/1000 em. Thread-safe. */
struct font_glyph {
    uint16_t id;
    int advance;
};
bool fonts_glyph(struct fonts *fonts, int font, uint32_t character, uint32_t selector, struct font_glyph *glyph);

/* What a PDF says of a font; lengths in 1/1000 em. */
struct font_facts {
    char name[64]; /* PostScript name: letters, digits, `-` */
    int box[4];
    int ascent, descent, cap_height, italic_angle, stem;
    bool fixed_pitch, bold;
};
const struct font_facts *fonts_facts(const struct fonts *fonts, int font);

/* What draws SVG with the fonts of the same theme. */
struct svg;
struct svg *fonts_svg(const struct fonts *fonts);

/* What is kept of images from document to document. */
struct image_store;
struct image_store *fonts_image_store(const struct fonts *fonts);

/* The font reduced to the tables that a subset is made from. */
struct hb_face_t *fonts_subset_source(const struct fonts *fonts, int font);

#endif
