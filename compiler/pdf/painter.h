/* The state of a content stream while it is written: every setter writes only what changes. */
#ifndef TEKIGO_PDF_PAINTER_H
#define TEKIGO_PDF_PAINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "pdf/glyph_use.h"
#include "pdf/page.h"
#include "pdf/tags.h"

/* What the path that is being built is for. Neighbours of the same looks share one operator. */
enum path_use { PATH_NONE, PATH_FILL, PATH_STROKE };

/* What stands at the edges of pages, or beneath them, is no matter of the document. */
enum artifact { ARTIFACT_NONE, ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_WATERMARK };

struct painter {
    struct buffer *content;
    struct glyph_use *glyphs;
    struct tags *tags;
    struct element *element; /* whose content is open; NULL for artifacts */
    enum artifact artifact;  /* that is open */
    bool mark_in_text;       /* is the mark within a text object, or around what is painted? */
    int32_t height;          /* of the page: y is turned over */
    enum path_use path;
    unsigned fill_color, stroke_color;
    int32_t line_width, dash, font_size, character_spacing;
    int line_join;
    struct font_part font;
    bool in_text, upright;  /* upright: the text matrix is a mere shift, to line_x line_y */
    int64_t line_x, line_y; /* 1/100 pt */
};

void painter_start(struct painter *painter, struct buffer *content, struct glyph_use *glyphs, struct tags *tags,
                   int32_t height);
void painter_end(struct painter *painter);

/* The state of the page is not known: all of it is written again. */
void painter_forget(struct painter *painter);

/* What follows belongs to this element, or is an artifact. */
void painter_mark(struct painter *painter, struct element *element, enum artifact artifact);

/* Ends paths and text: what follows stands on the page itself, within the mark that is open. */
void painter_settle(struct painter *painter);

/* What follows are paths to be filled, or stroked, like this. */
void painter_fill(struct painter *painter, unsigned color);
void painter_stroke(struct painter *painter, unsigned color, int32_t line_width, int32_t dash, int line_join);

/* What follows is text of this colour. */
void painter_write(struct painter *painter, unsigned color);

/* A place of the page, `x y `, in PDF's coordinates. */
void painter_add_point(struct painter *painter, int32_t x, int32_t y);

/* paint_text.c */
void painter_text(struct painter *painter, const struct box *box);

#endif
