/* conform reads a finished PDF file and reports where it departs from PDF/UA-1 and PDF/A-2a, as far as a program can
 * tell. It shares no code with the compiler.
 *
 * The order: the file as objects, catalog and metadata; the content of every page, which gathers the codes each font
 * shows and the marked content; the fonts; the structure tree, which claims marked content and annotations; last what
 * both must agree on. All memory is that of the pool of the file and lives as long as the check of it. */
#ifndef CONFORM_H
#define CONFORM_H

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <stdbool.h>

#include "check_list.h"

enum check {
#define X(id, slug, source) CHECK_##id,
    CHECKS(X)
#undef X
        CHECK_COUNT
};

/* Marked content of a page or form, by its MCID. */
struct marked {
    bool seen;
    int element; /* index of the element that claims it + 1; 0: none */
};

/* A stream whose marked content has numbers of its own: a page, or a form that is structured by itself. */
struct content {
    int object; /* number of the page or form */
    int key;    /* its StructParents, or -1 */
    int page;   /* counted from 1 */
    struct marked *marked;
    int marked_count, marked_capacity;
};

/* An annotation of a page. */
struct annotation {
    pdf_obj *object;
    int number, page, key; /* key: its StructParent, or -1 */
    bool link;
    int element; /* as in struct marked */
};

struct element {
    pdf_obj *object;
    int number;      /* of the object */
    int role;        /* enum role of role.h */
    int parent;      /* index, -1 at the root */
    int first, next; /* index of the first child, of the next sibling; -1: none */
    bool content;    /* marked content is among its kids */
    int own_kids;    /* kids that are elements */
    int annotations; /* kids that are annotations */
    int page;        /* where its content begins, counted from 1; 0: unknown */
};

struct font;
struct name_place;

struct conform {
    fz_context *context;
    pdf_document *document;
    fz_pool *pool;
    const char *file;
    bool claims_a2a, claims_ua1;
    int counts[CHECK_COUNT];
    int faults;

    const unsigned char *bytes; /* of the whole file */
    size_t length;
    pdf_obj *trailer, *catalog;
    int object_count;
    int page_count;
    int *page_of_object;   /* counted from 1, by object number; 0: no page */
    int intent_components; /* of the output profile; 0: none */
    int outline_items;     /* at the top */

    struct content *contents;
    int content_count, content_capacity;
    int *content_of_object; /* index + 1 by object number */
    struct font *fonts;
    int font_count, font_capacity;
    struct annotation *annotations;
    int annotation_count, annotation_capacity;
    int *annotation_of_object; /* index + 1 by object number */
    struct element *elements;
    int element_count, element_capacity;
    int *element_of_object; /* index + 1 by object number */
    struct name_place *names;
    int name_count, name_capacity;
};

/* Reports a fault. Page and object are 0 when there is none to name. */
void fault(struct conform *conform, enum check check, int page, int object, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Makes room for one more item of an array in the pool. */
void *grow(struct conform *conform, void *items, int count, int *capacity, size_t size);

/* Zeroed memory of the pool. */
void *pool_alloc(struct conform *conform, size_t size);

/* — objects; what they give back belongs to the document — */

pdf_obj *get(struct conform *conform, pdf_obj *dictionary, const char *key);
bool has(struct conform *conform, pdf_obj *dictionary, const char *key);
bool name_is(struct conform *conform, pdf_obj *object, const char *name);

/* Whether the value of a key is this name. */
bool entry_is(struct conform *conform, pdf_obj *dictionary, const char *key, const char *name);

/* Integer of a key, or `other` when there is none. */
int integer_of(struct conform *conform, pdf_obj *dictionary, const char *key, int other);

/* Whether a text string is there, can be decoded, and is not empty. */
bool has_words(struct conform *conform, pdf_obj *dictionary, const char *key);

/* Whether a language tag is well-formed by BCP 47. */
bool language_is_well_formed(const char *tag);

/* Complains about a /Lang that is no tag. */
void check_language(struct conform *conform, pdf_obj *dictionary, int page, int object);

/* — the checks, in their order — */

void check_file(struct conform *conform);
void check_objects(struct conform *conform);
void check_catalog(struct conform *conform);
void check_pages(struct conform *conform);
void check_metadata(struct conform *conform);
void check_navigation(struct conform *conform);

/* A destination: named, or a page of this file. */
void check_destination(struct conform *conform, pdf_obj *destination, int page, int object);
void check_annotations(struct conform *conform, pdf_obj *page, int number);
void check_contents(struct conform *conform, pdf_obj *page, int number);
void check_fonts(struct conform *conform);
void check_structure(struct conform *conform);
void check_table(struct conform *conform, int table);
void check_parent_tree(struct conform *conform);

#endif
