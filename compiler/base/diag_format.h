/* Parts of diag_print, one per file: the excerpt of a source line and the JSON form. */
#ifndef TEKIGO_BASE_DIAG_FORMAT_H
#define TEKIGO_BASE_DIAG_FORMAT_H

#include "base/buffer.h"
#include "base/diag.h"

/* Finds lines of the input files; each file is split into lines once. */
struct excerpts;

struct excerpts *excerpts_new(diag_text_fn text, void *context, struct arena *arena);

/* How an excerpt is drawn. `gutter` is the width of line numbers. */
struct excerpt_style {
    int gutter;
    char mark;               /* '^' of the place itself, '-' of the second place */
    const char *note;        /* written after the mark; may be NULL */
    const char *color;       /* of the mark, a terminal sequence; NULL without colours */
    const char *frame_color; /* of gutter and line numbers; NULL without colours */
};

/* Adds the source line of the place with its number and a mark under the place; nothing when the line is not
 * known. Long lines are shown around the place only. */
void excerpt_add(struct excerpts *excerpts, struct source source, const struct excerpt_style *style,
                 struct buffer *buffer);

/* Adds a text in a terminal colour; without one when `color` is NULL. */
void format_add_colored(struct buffer *buffer, const char *color, const char *text);

/* The list as a JSON array, one object a line. */
void diag_format_json(const struct diag *diag, const struct diag_print_options *options, struct buffer *buffer);

#endif
