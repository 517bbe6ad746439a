/* The places of one document that can be led to (ISO 32000-1, 12.3.2.3: named destinations), by their id. */
#ifndef TEKIGO_PDF_DESTINATION_H
#define TEKIGO_PDF_DESTINATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "pdf/page.h"

struct destination {
    const char *id;
    int page;     /* of the document, from 0 */
    int32_t x, y; /* in PDF's coordinates */
};

struct destinations;

/* Those of a document that has been set; the first of an id counts. Lives in the arena. */
struct destinations *destinations_new(const struct layout *layout, struct arena *arena);

/* In the order of the pages. */
size_t destinations_count(const struct destinations *destinations);
const struct destination *destinations_get(const struct destinations *destinations, size_t index);

/* What a link, entry or reference to a note leads to, or NULL. */
const struct node *destination_target(const struct node *node);

/* The place of a node: its own, or that of the section it heads or of its heading. NULL when it has none. */
const struct destination *destinations_of(const struct destinations *destinations, const struct node *node);

/* Does a link, entry or reference to a note of this document lead anywhere: to a place of it, to another document or to
 * a safe address? */
bool destinations_lead(const struct destinations *destinations, const struct node *node);

#endif
