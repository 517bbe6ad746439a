/* Elements of the structure tree, between tags.c, which makes them, and tags_write.c. */
#ifndef TEKIGO_PDF_ELEMENT_H
#define TEKIGO_PDF_ELEMENT_H

#include "pdf/tags.h"

/* Every type of element: X(ID, name in the file). To add one: a line here. */
#define ROLES(X)                                                                                                       \
    X(DOCUMENT, Document)                                                                                              \
    X(PART, Part)                                                                                                      \
    X(SECTION, Sect) X(DIVISION, Div) X(H1, H1) X(H2, H2) X(H3, H3) X(H4, H4) X(H5, H5) X(H6, H6) X(PARAGRAPH, P)      \
        X(LIST, L) X(ITEM, LI) X(LABEL, Lbl) X(BODY, LBody) X(TABLE, Table) X(CAPTION, Caption) X(HEAD_ROWS, THead)    \
            X(BODY_ROWS, TBody) X(ROW, TR) X(HEAD_CELL, TH) X(CELL, TD) X(FIGURE, Figure) X(LINK, Link)                \
                X(REFERENCE, Reference) X(NOTE, Note) X(CODE, Code) X(QUOTE, BlockQuote) X(CONTENTS, TOC)              \
                    X(ENTRY, TOCI) X(SPAN, Span)

enum role {
#define X(id, name) ROLE_##id,
    ROLES(X)
#undef X
        ROLE_COUNT
};

enum kid_type { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION };

/* What an element holds, in reading order. */
struct kid {
    enum kid_type type;
    int page, value; /* page of the document, from 0; of contents: its number there; of annotations: of all of them */
    struct element *element;
    struct kid *next;
};

struct element_place {
    int32_t left, bottom, right, top;
};

struct element {
    enum role role;
    const struct node *node; /* NULL where the element comes with another */
    struct element *parent;
    struct kid *first, *last;
    int kid_count;
    int number;                  /* of its object, when that is known */
    struct element_place *place; /* of pictures */
};

/* What a key of the structure tree leads to: the elements of a page by the number of the content, or one element. */
struct tag_key {
    struct element *const *elements;
    int count; /* -1: elements[0] alone */
};

struct tags {
    const struct destinations *destinations;
    struct arena *arena, *scratch; /* what lasts; what is needed while the document is painted */
    struct element *root, *current;
    int page, annotation_count, note_count, element_count; /* the last of these when all is there */
    const struct node *last_node;                          /* of the last box, and its element */
    struct element *last_element;
    struct element **contents; /* of the page */
    int content_count, content_capacity;
    struct tag_key *keys;
    int key_count, key_capacity;
    struct element_slot {
        const struct node *node;
        struct element *element;
    } * slots, *order; /* by node; in the order of their making, which is mostly that of the boxes */
    size_t slot_count, order_used, order_capacity, order_next;
};

#endif
