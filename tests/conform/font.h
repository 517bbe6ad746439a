/* A font and what is shown of it, shared by the files that judge it. */
#ifndef CONFORM_FONT_H
#define CONFORM_FONT_H

#include "conform.h"
#include "font_program.h"

#define CODES 65536
#define SIMPLE_CODES 256

struct font {
    pdf_obj *dictionary, *descendant, *descriptor; /* descendant: of a simple font the font itself */
    int object, page;                              /* page: the first that uses it */
    bool simple;                                   /* codes are bytes; else a composite font with one descendant */
    bool judged;
    bool outlines;                   /* of TrueType */
    pdf_cmap *encoding, *characters; /* encoding: of a composite font */
    int last;                        /* the highest code in use */
    unsigned char *used;             /* by code */
    int *pages;                      /* the first that shows the code */
    float *widths;                   /* by CID, which a simple font has none but its codes */
    const unsigned char *map;        /* CIDToGIDMap; NULL: CIDs are glyphs */
    size_t map_length;
    int glyphs[SIMPLE_CODES]; /* of a simple font */
    struct font_program *program;
};

void complain_font(struct conform *conform, const struct font *font, enum check check, const char *what);

/* What a dictionary with the subtype of a simple font says, its widths, and the glyphs of its codes. The program is
 * there, or it has been complained about. */
void check_simple_font(struct conform *conform, struct font *font);

#endif
