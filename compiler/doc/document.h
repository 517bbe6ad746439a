/* One document in one language, and the set of all of them: what compose gives and the backends take. */
#ifndef TEKIGO_DOC_DOCUMENT_H
#define TEKIGO_DOC_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "doc/node.h"
#include "image/image.h"

/* What headers, footers, covers and indexes say about a document. Strings may be "" but not NULL. */
struct document {
    const char *id;       /* file name without extension: "soa", "audit-report-AU-2026-1" */
    const char *number;   /* of the organisation's scheme: "A-03" */
    const char *title;    /* in the document's language */
    const char *subtitle; /* second language of the cover */
    const char *language; /* "ja", "en" */
    const char *version, *classification;
    const char *issued, *revised; /* ISO dates */
    const char *organization;
    const char *group;    /* of the navigation: clause number "4" … "10", or "policy" */
    const char *group_title;
    const char *commit;   /* "a1b2c3d", ending in "+" when the tree was dirty; words when it is unknown; "" outside git */
    const char *author;
    const char *path;     /* source file of a Markdown document, or "" */
    bool landscape;       /* orientation of the first page after the cover */
    bool dashboard;       /* the page of entry: out/index.html */
    bool binder;          /* not a document of its own: cover and contents list of a file of all documents */
    bool skipped;         /* not composed in this run: its tree is empty, links into it are taken on trust */
    struct node *root;    /* NODE_DOCUMENT */
};

/* Number of the clause that the group of a document is, "" when it is none. */
const char *document_group_number(const struct document *document);

/* Is it the first of its group, after this one (NULL: it is the first of all)? The page of entry belongs to none. */
bool document_begins_group(const struct document *before, const struct document *document);

/* Documents in their order of output; those of one language follow each other. */
struct document_set {
    struct document **items;
    size_t count;
    struct document **binders; /* at most one of each language; apart, as they are no documents */
    size_t binder_count;
    const char *date;     /* of the build, ISO */
    bool (*known)(void *context, const char *name); /* Has the project a record of this id or a file of this
                                                       path? NULL: every name that is no path counts as known */
    void *known_context;
    size_t missing;       /* documents of the plan that could not be made whole: reported */
    bool incomplete;      /* something could not be read or composed: a link to nothing may be meant for that */
};

/* Bytes of a file in the tree, of a picture those that may be shown; NULL when there are none. */
typedef const unsigned char *(*image_bytes_fn)(void *context, const char *path, size_t *length);

/* The last writer: gives sections, tables and figures their numbers, makes anchors unique, fills contents
 * lists, fixes table grids, finds the targets of links (in the document, then the home of a record or a
 * document of the same language elsewhere in the set). A link to a record that no document shows becomes plain
 * text; a link to nothing at all is reported (broken-link). Afterwards the trees are constant. */
void doc_resolve(struct document_set *set, struct arena *arena, struct diag *diag);

/* The picture of this path, read when it is first asked for, or NULL when there is no such file; `use` is where it is shown.
 * What is wrong with it is reported by the callee. */
typedef const struct picture *(*picture_fn)(void *context, const char *path, struct source use);

/* Gives all images their size; missing ones are reported, they and those that may not be shown keep the width 0. Called
 * once, before or after doc_resolve. */
void doc_measure_images(struct document_set *set, picture_fn picture, void *context, struct diag *diag);

/* Writes one file of the output. `path` is relative to the output directory. Returns false when it failed
 * (reported by the callee). Thread-safe. */
typedef bool (*emit_fn)(void *context, const char *path, const void *bytes, size_t length);

/* How names of places begin that a page makes for itself, such as the patterns of its charts. No anchor of a document
 * begins so (doc_resolve). It is a beginning of a name of XML, as ids within drawings must be, and no slug has a full
 * stop. */
#define ANCHOR_OF_PAGE "_."

struct theme;

/* Standards that PDFs are to claim. */
struct pdf_standards { bool a1b, a2a, ua1; };

struct render_options {
    struct pdf_standards standards;
    const struct theme *theme;
    const char *program;  /* "tekigo 0.1.0" */
    bool draft;
    image_bytes_fn image;
    void *image_context;
    emit_fn emit;
    void *emit_context;
    struct arena *arena;
    struct diag *diag;
};

/* A backend renders one document of a set; `begin` and `end` (may be NULL) frame a set: fonts, indexes. */
struct backend {
    const char *name; /* "html" */
    void *(*begin)(const struct document_set *set, const struct render_options *options);
    bool (*render)(void *state, const struct document *document);
    bool (*end)(void *state); /* frees the state */
};

/* `dump` writes `<language>/<id>.tree`: the tree as indented text, for tests and differences. */
extern const struct backend html_backend, pdf_backend, dump_backend;

/* What the dump backend writes for a tree, of any node. */
void dump_node(const struct node *root, struct buffer *out);

#endif
