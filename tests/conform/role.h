/* The standard structure types, and what may be within what. */
#ifndef CONFORM_ROLE_H
#define CONFORM_ROLE_H

#include "conform.h"

/* clang-format off */
#define ROLES(X)                                                                                                       \
    X(Document) X(Part) X(Art) X(Sect) X(Div) X(BlockQuote) X(Caption) X(TOC) X(TOCI) X(Index) X(NonStruct)            \
    X(Private) X(P) X(H) X(H1) X(H2) X(H3) X(H4) X(H5) X(H6) X(L) X(LI) X(Lbl) X(LBody) X(Table) X(TR) X(TH) X(TD)     \
    X(THead) X(TBody) X(TFoot) X(Span) X(Quote) X(Note) X(Reference) X(BibEntry) X(Code) X(Link) X(Annot) X(Ruby)      \
    X(RB) X(RT) X(RP) X(Warichu) X(WT) X(WP) X(Figure) X(Formula) X(Form)
/* clang-format on */

enum role {
#define X(name) ROLE_##name,
    ROLES(X)
#undef X
        ROLE_COUNT
};

const char *role_name(int role);

/* Role of an element, through the role map; ROLE_NonStruct, with a complaint, when it is none. */
int role_of(struct conform *conform, pdf_obj *element);

/* Complains about entries of the role map that replace standard types or lead in a circle. */
void check_role_map(struct conform *conform, pdf_obj *map);

/* Complains when an element may not be within its parent, or its content not within itself. */
void check_nesting(struct conform *conform, const struct element *element);

#endif
