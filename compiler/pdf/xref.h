/* Where the objects of a file are, and the streams that small objects are gathered in (ISO 32000-1, 7.5.7 and 7.5.8).
 * Bytes only: the file compresses and places them. */
#ifndef TEKIGO_PDF_XREF_H
#define TEKIGO_PDF_XREF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* One object: at a place in the file, or the index-th of an object stream. */
struct xref_entry {
    uint32_t place;
    uint16_t index;
    bool packed; /* place is the number of its stream */
};

/* By number; 0 is never used. Zeroed at the start, freed by xref_free(). */
struct xref {
    struct xref_entry *entries;
    size_t count, capacity;
};

void xref_set(struct xref *xref, int number, struct xref_entry entry);
bool xref_has(const struct xref *xref, int number);
void xref_free(struct xref *xref);

/* The table of files without object streams, up to `trailer`. */
void xref_add_table(const struct xref *xref, struct buffer *bytes);

/* The rows of a cross-reference stream, each a change from the one before: entries of its dictionary say how to read
 * them. */
#define XREF_STREAM_ENTRIES "/W [1 4 2]\n/DecodeParms << /Predictor 12 /Columns 7 >>\n"
void xref_add_rows(const struct xref *xref, struct buffer *bytes);

/* An object stream on its way: `head` has the numbers and places, `body` the objects. */
struct object_stream {
    struct buffer head, body, whole;
    int count;
};

/* Should the stream be written before more is added? */
bool object_stream_full(const struct object_stream *stream);

/* Notes the next object and gives its index; its text is to be added to `body` then. */
int object_stream_next(struct object_stream *stream, int number);

/* All bytes in `whole`; the length of the head is `/First`. */
void object_stream_close(struct object_stream *stream);
void object_stream_clear(struct object_stream *stream);
void object_stream_free(struct object_stream *stream);

#endif
