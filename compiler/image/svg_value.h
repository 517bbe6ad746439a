/* Values of attributes and style sheets in drawings: is there anything in them that leads out of the drawing? */
#ifndef TEKIGO_IMAGE_SVG_VALUE_H
#define TEKIGO_IMAGE_SVG_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

enum svg_value { SVG_VALUE_NONE, SVG_VALUE_PLAIN, SVG_VALUE_LOOK, SVG_VALUE_STYLE, SVG_VALUE_HREF };

/* Tables of svg_list.h, for looking names up; the map of attributes holds pointers to an enum svg_value. */
struct svg_tables {
    struct map *elements, *attributes, *functions;
};
void svg_tables_fill(struct svg_tables *tables, struct arena *arena);
enum svg_value svg_attribute_kind(const struct svg_tables *tables, const char *name);

/* Hears of names that were left out ("@import", "background"); of every one that led out of the drawing or ran. */
struct svg_notice {
    void (*left_out)(void *context, const char *name);
    void *context;
};

/* `#name` of an element in the same drawing, blanks around it removed, or NULL. The text is changed. */
const char *svg_fragment(char *text);

/* A photograph in the value: data:image/png or image/jpeg in base64 that is one, decoded in the arena; its pixels are
 * added to *pixels, false when they become too many. The text is changed: it loses its blanks. */
bool svg_photograph(char *text, long long *pixels, struct arena *arena);

/* Is the value of a property safe: names, numbers, strings, functions of the list, url() to a part of the drawing? */
bool svg_look_is_safe(const struct svg_tables *tables, const char *value);

/* Appends what is safe of declarations ("fill:red;stroke:blue") or of a style sheet. The text is changed. */
void svg_clean_declarations(const struct svg_tables *tables, char *text, struct buffer *out,
                            const struct svg_notice *notice);
void svg_clean_sheet(const struct svg_tables *tables, char *text, struct buffer *out, const struct svg_notice *notice);

#endif
