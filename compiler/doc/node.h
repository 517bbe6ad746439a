/* The document tree: what templates and Markdown make and what every backend takes.
 *
 * Nodes live in the arena of the build. They hold meaning (a tone, a role), never looks (a colour, a size).
 * Until resolve() the tree may be changed; afterwards it is only read. Lengths of drawings are in thousandths
 * of the body font size (milli-em). */
#ifndef TEKIGO_DOC_NODE_H
#define TEKIGO_DOC_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/source.h"

enum node_type {
#define X(id, name, content) NODE_##id,
#include "doc/node_list.h"
#undef X
    NODE_TYPE_COUNT
};

/* What a colour would mean. A tone never stands without words. */
enum tone { TONE_NONE, TONE_LOW, TONE_MEDIUM, TONE_HIGH, TONE_CRITICAL, TONE_GOOD, TONE_ACCENT };

enum align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* Where the content of a cell stands in its height; by default heads of tables and vertical headings in the middle,
 * all else at the top. */
enum vertical_align { VERTICAL_DEFAULT, VERTICAL_TOP, VERTICAL_MIDDLE, VERTICAL_BOTTOM };

/* What the cells of a column hold; decides alignment where none is given and where lines may break. */
enum content_kind {
    CONTENT_PROSE,  /* left, breaks as text */
    CONTENT_ID,     /* centred, never broken inside an id */
    CONTENT_NUMBER, /* centred, never broken */
    CONTENT_DATE,   /* centred, never broken */
    CONTENT_STATUS, /* centred, never broken: a word of a closed list */
    CONTENT_NAME    /* left, broken only at spaces (people, short titles) */
};

enum paragraph_role { PARAGRAPH_BODY, PARAGRAPH_LEAD, PARAGRAPH_TITLE, PARAGRAPH_SUBTITLE, PARAGRAPH_KICKER,
                      PARAGRAPH_NOTE };

enum shape_kind {
    SHAPE_RECTANGLE, /* x y width height */
    SHAPE_LINE,      /* x y → x2 y2 */
    SHAPE_POLYLINE,  /* points; not closed */
    SHAPE_POLYGON,   /* points; closed and filled */
    SHAPE_CIRCLE,    /* centre x y, radius width */
    SHAPE_TEXT       /* text, at x y (baseline), align; width 0 or the room it has */
};

/* What a shape is for; the theme gives it its looks. */
enum shape_role {
    SHAPE_ROLE_PLAIN, SHAPE_ROLE_GRID, SHAPE_ROLE_AXIS, SHAPE_ROLE_LABEL, SHAPE_ROLE_VALUE, SHAPE_ROLE_PLANNED,
    SHAPE_ROLE_ACTUAL, SHAPE_ROLE_TARGET, SHAPE_ROLE_TODAY, SHAPE_ROLE_SERIES, SHAPE_ROLE_AREA, SHAPE_ROLE_BOX,
    SHAPE_ROLE_CONNECTOR, SHAPE_ROLE_CELL
};

struct point { int x, y; };

struct node {
    enum node_type type;
    struct source source;
    struct node *parent, *first, *last, *next;
    const char *text;   /* of leaves; NULL elsewhere */
    const char *id;     /* anchor, unique in the document after resolve; NULL when nothing points here */
    const char *number; /* resolve: "2.1" of sections, "表 4" of captions; NULL when unnumbered */
    union {
        struct { int level; bool unnumbered; bool landscape; bool long_only; } section; /* long_only: not in a short document */
        struct { int level; } heading; /* resolve: level of its section, from 1 */
        struct { enum paragraph_role role; enum align align; } paragraph;
        struct { bool ordered; bool tight; int start; } list;
        struct { bool task; bool checked; } item;
        struct { enum tone tone; } callout;
        struct { const char *info; } code;
        struct {
            int columns, rows;   /* resolve: size of the grid */
            int header_rows;     /* resolve: leading header rows */
            bool wide;           /* many columns: smaller type */
            bool narrow;         /* as wide as its content needs, not as the page */
            bool form;           /* a form: row headings, no zebra, not sorted, one page when it fits */
        } table;
        struct {
            int weight;          /* hint: share of the width in 1/1000; 0 from content */
            enum align align;
            enum content_kind content;
        } column;
        struct { bool header; bool total; bool home; bool group; } row; /* home: this row defines its id; group: heading across the table */
        struct {
            int column_span, row_span; /* at least 1 */
            bool header;         /* th */
            bool vertical;       /* narrow heading set from top to bottom */
            bool blank_room;     /* a place to write by hand: at least three lines high */
            bool seal_room;      /* a place to sign: room for a seal above its words, which stand at the foot */
            enum align align;
            enum vertical_align vertical_align;
            enum tone tone;
            enum content_kind content; /* of the column unless set by the template */
            bool content_set;
            int column, row;     /* resolve: place in the grid, from 0 */
        } cell;
        struct { int width, height; } drawing; /* milli-em */
        struct {
            enum shape_kind kind;
            enum shape_role role;
            enum tone tone;
            enum align align;
            bool strong;
            int series;          /* number of the series, from 0: pattern and marker differ with it */
            int x, y, width, height; /* x2, y2 of lines stand in width, height */
            const struct point *points;
            int point_count;
        } shape;
        struct { const char *role, *date; } signature; /* role: 作成 …; text: name; date may be NULL */
        struct { const char *label; enum tone tone; } key_figure;
        struct { int level; const struct node *target; } entry;
        struct { bool landscape; } page;
        struct { enum tone tone; bool soft; const char *language; } span;
        struct {
            const char *url;     /* external, or NULL */
            const char *target;  /* "R-012", "soa", "soa#5.1", "#heading", path of a Markdown file; NULL for external */
            const struct node *node; /* resolve: the target, when it is in this document */
            const char *document; /* resolve: id of the other document, or NULL */
            const char *anchor;  /* resolve: anchor there, or NULL */
        } link;
        struct { const char *path; int width, height; } image; /* path in the tree; pixels after resolve */
        struct { bool checked; } check_box;
        struct { const struct node *footnote; int number; const char *label; } footnote_reference;
        struct { int number; } footnote;
        struct { bool display; } live;
    } as;
};

/* A node of this type, without parent. */
struct node *node_new(struct arena *arena, enum node_type type, struct source source);

/* A NODE_TEXT with this text (not copied). */
struct node *node_text(struct arena *arena, const char *text, struct source source);

/* Appends `child` (which must have no parent) as the last child. Returns false, changing nothing, when a
 * `parent` may not contain it. */
bool node_append(struct node *parent, struct node *child);

/* May a node of type `parent` contain one of type `child`? FLOW is judged by what is there already. */
bool node_allows(const struct node *parent, enum node_type child);

/* Puts `replacement` (a chain linked by next, may be NULL) in the place of `node`. Containment is checked;
 * false and no change when it does not fit. O(1) after O(siblings before). */
bool node_replace(struct node *node, struct node *replacement);

bool node_is_block(enum node_type type);
bool node_is_inline(enum node_type type);
const char *node_type_name(enum node_type type);

/* Walks the tree in document order. `enter` returning false skips the children (`leave` is still called).
 * Either may be NULL. The current node may not be removed by them. */
struct node_visitor {
    bool (*enter)(void *context, const struct node *node);
    void (*leave)(void *context, const struct node *node);
};
void node_walk(const struct node *root, const struct node_visitor *visitor, void *context);

/* The words below a node, without marks, in reading order; allocated in the arena. */
char *node_plain_text(const struct node *node, struct arena *arena);

/* Number of entries in the contents lists that stand right below a section. */
int node_contents_entries(const struct node *section);

#endif
