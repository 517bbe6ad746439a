/* The structure tree, as it is checked part by part. */
#ifndef CONFORM_STRUCTURE_H
#define CONFORM_STRUCTURE_H

#include "conform.h"

/* Value of an attribute of an owner, such as Table and Scope; NULL when there is none. */
pdf_obj *attribute(struct conform *conform, const struct element *element, const char *owner, const char *key);

/* Attributes, headings, pictures, notes, links, languages. */
void check_elements(struct conform *conform);

#endif
