/* How much is drawn by reference: an element may draw another, which draws others, each time anew, so that a few lines
 * can ask for more than any viewer draws in a lifetime. */
#ifndef TEKIGO_IMAGE_SVG_REFERENCE_H
#define TEKIGO_IMAGE_SVG_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct svg_references;

struct svg_references *svg_references_new(struct arena *arena);

/* Elements are told of in document order, with the attributes of each before the next begins. */
void svg_reference_enter(struct svg_references *references);
void svg_reference_leave(struct svg_references *references);
void svg_reference_name(struct svg_references *references, const char *id); /* the element's name; copied */
void svg_reference_draw(struct svg_references *references, const char *id); /* it draws the element named; copied */

/* Is all that is drawn, each element as often as it is drawn, within the limit, and nothing drawn within itself? */
bool svg_references_are_bounded(const struct svg_references *references);

#endif
