/* Inside the HTML backend: the writer and one handler for every kind of node.
 *
 * Every handler is called twice: with `enter` true before the children (returning false skips them) and with
 * `enter` false after them. The table in page.c expands from node_list.h, so a kind without a handler does not
 * link. Handlers only append to the writer's buffer; all of them escape what comes from the tree. */
#ifndef TEKIGO_HTML_HTML_H
#define TEKIGO_HTML_HTML_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/map.h"
#include "doc/document.h"
#include "doc/theme.h"

/* The navigation of one language, written once: a page differs from the others only in which entry it marks. */
struct navigation {
    struct buffer markup;
    struct map *marks; /* id of a document → struct mark */
};

struct mark {
    size_t offset; /* in the markup: behind the address of the document's entry */
};

/* What the pages of a set share; constant while documents are rendered. */
struct site {
    const struct document_set *set;
    const struct render_options *options;
    struct map *documents; /* "ja/soa" → document */
    struct map *images;    /* path → not NULL, when there are bytes */
    struct map *titles;    /* "ja/適用宣言書" → first document of this title */
    struct map *navigations; /* language → struct navigation */
    struct map *repeated;  /* the same, for titles of several documents */
};

struct writer {
    struct buffer *out;
    const struct site *site;
    const struct document *document;
    const char *top;                  /* way from the page to the top of the output: "../" or "" */
    const char *beside;               /* way from the page to its language's folder: "" or "ja/" */
    bool title_done;                  /* the page has its h1 */
    const struct node *title_heading; /* the heading that is the h1, or NULL */
    bool after_box;                   /* a check box was the last thing written: its words stay with it */
    struct navigation *recording; /* the navigation being prepared, or NULL */
    size_t listed;         /* documents in the tables of the page of entry */
    int regions;                      /* boxes that scroll, so far */
    bool patterns_done;               /* the page has the patterns of drawings */
};

/* Words of the shell in the language of the page. To add one: its name here, its texts in words.c. */
enum word {
    WORD_DOCUMENTS,
    WORD_HOME,
    WORD_CONTENTS,
    WORD_FOOTNOTES,
    WORD_BACK,
    WORD_TABLE,
    WORD_DRAFT,
    WORD_CHECKED,
    WORD_UNCHECKED,
    WORD_SKIP,
    WORD_VERSION,
    WORD_SIGNATURES,
    WORD_NUMBER,
    WORD_NAME,
    WORD_REVISED,
    WORD_FORMATS,
    WORD_ISSUED,
    WORD_COMMIT,
    WORD_LANGUAGES,
    WORD_LOW,
    WORD_MEDIUM,
    WORD_HIGH,
    WORD_CRITICAL,
    WORD_GOOD,
    WORD_ACCENT,
    WORD_COUNT
};
const char *html_word(const char *language, enum word word);

/* escape.c */
void html_raw(struct writer *writer, const char *markup);
void html_escape(struct buffer *out, const char *text);          /* text and attribute values */
void html_text_node(struct writer *writer, const char *text);    /* escaped; ids and dates never break */
void html_plain(struct writer *writer, const struct node *node); /* the words below a node, escaped, without marks */
void html_attribute(struct writer *writer, const char *name, const char *value); /* nothing for NULL */
void html_number_attribute(struct writer *writer, const char *name, int value);
void html_id(struct writer *writer, const struct node *node);
void html_url_part(struct buffer *out, const char *part); /* percent-encoded; `/` stays */
bool html_url_is_safe(const char *url);                   /* http, https, mailto, tel */

/* table.c, drawing.c: pieces that others use */
const char *html_tone_class(enum tone tone); /* NULL for none */
const char *html_tone_word(const char *language, enum tone tone);

/* What tells a document from others of its title: the id of its record ("NC-2026-03"); NULL when its title does. */
const char *html_distinction(const struct site *site, const struct document *document);
/* The title, with the distinction behind it. */
void html_title(struct writer *writer, const struct document *document);

/* The page of a document as a whole, appended to the writer's buffer. */
void html_write_page(struct writer *writer);
/* The list of all documents by group (navigation; page of entry). `prepare` writes the navigations of all languages
 * beforehand, `free` frees them. */
void html_navigation_prepare(struct site *site);
void html_navigation_free(struct site *site);
void html_navigation(struct writer *writer);
void html_document_list(struct writer *writer);

#define X(id, name, content) bool html_##name(struct writer *writer, const struct node *node, bool enter);
#include "doc/node_list.h"
#undef X

/* style.c: writes style.css and the fonts of the project that the theme names. */
bool html_emit_style(const struct site *site);

#endif
