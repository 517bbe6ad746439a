/* All documents of a language by group: at the side of every page, and on the page of entry with their files. */
#include <string.h>

#include "html/html.h"

#define CURRENT " aria-current=\"page\""

/* Calls `write` for the documents of the page's language, those of a group together, groups in the order of
 * their first document. `open` is called before the first of each group, `close` after its last. */
struct group_writer {
    void (*open)(struct writer *writer, const struct document *first);
    void (*write)(struct writer *writer, const struct document *document);
    void (*close)(struct writer *writer);
};

/* Groups are about a dozen: looking through them for each document costs nothing. */
static void write_groups(struct writer *writer, const struct group_writer *group)
{
    enum { GROUPS_MAX = 64 };
    const struct document_set *set = writer->site->set;
    const struct document *first[GROUPS_MAX];
    size_t count = 0;

    for (size_t i = 0; i < set->count; i++) {
        const struct document *document = set->items[i];
        size_t known = 0;

        if (strcmp(document->language, writer->document->language) != 0 || document->dashboard)
            continue;
        while (known < count && strcmp(first[known]->group, document->group) != 0)
            known++;
        if (known == count && count < GROUPS_MAX)
            first[count++] = document;
    }
    for (size_t g = 0; g < count; g++) {
        group->open(writer, first[g]);
        for (size_t i = 0; i < set->count; i++)
            if (!set->items[i]->dashboard && strcmp(set->items[i]->language, first[g]->language) == 0 &&
                strcmp(set->items[i]->group, first[g]->group) == 0)
                group->write(writer, set->items[i]);
        group->close(writer);
    }
}

/* "6 計画": a clause has its number before its title. */
static void write_group_title(struct writer *writer, const struct document *first)
{
    if (first->group[0] >= '0' && first->group[0] <= '9') {
        html_raw(writer, "<span class=\"number\">");
        html_escape(writer->out, first->group);
        html_raw(writer, "</span> ");
    }
    html_escape(writer->out, *first->group_title ? first->group_title : first->group);
}

static void write_href(struct writer *writer, const struct document *document, const char *extension)
{
    html_raw(writer, "<a href=\"");
    html_raw(writer, writer->beside);
    html_url_part(writer->out, document->id);
    html_raw(writer, extension);
    html_raw(writer, "\"");
}

/* The start of a link, up to its words; says when it is the page itself. */
static void write_entry(struct writer *writer, const struct document *document)
{
    write_href(writer, document, ".html");
    if (writer->recording) {
        struct mark *mark = arena_alloc(writer->site->options->arena, sizeof *mark);

        mark->offset = writer->out->length;
        map_set(writer->recording->marks, document->id, mark);
    } else if (document == writer->document) {
        html_raw(writer, CURRENT);
    }
    html_raw(writer, ">");
}

static void open_side(struct writer *writer, const struct document *first)
{
    html_raw(writer, "<p>");
    write_group_title(writer, first);
    html_raw(writer, "</p>\n<ul>\n");
}

static void write_side(struct writer *writer, const struct document *document)
{
    html_raw(writer, "<li>");
    write_entry(writer, document);
    html_title(writer, document);
    html_raw(writer, "</a></li>\n");
}

static void close_side(struct writer *writer)
{
    html_raw(writer, "</ul>\n");
}

/* The first language's dashboard is also the page of entry. */
static void write_home(struct writer *writer)
{
    const struct document_set *set = writer->site->set;

    for (size_t i = 0; i < set->count; i++) {
        const struct document *document = set->items[i];

        if (!document->dashboard || strcmp(document->language, writer->document->language) != 0)
            continue;
        html_raw(writer, "<p class=\"home\">");
        write_entry(writer, document);
        html_escape(writer->out, document->title);
        html_raw(writer, "</a></p>\n");
        return;
    }
}

static void write_navigation(struct writer *writer)
{
    static const struct group_writer side = {open_side, write_side, close_side};

    html_raw(writer, "<nav class=\"documents\"");
    html_attribute(writer, "aria-label", html_word(writer->document->language, WORD_DOCUMENTS));
    html_raw(writer, ">\n");
    write_home(writer);
    write_groups(writer, &side);
    html_raw(writer, "</nav>\n");
}

void html_navigation_prepare(struct site *site)
{
    const struct document_set *set = site->set;

    site->navigations = map_new(site->options->arena);
    for (size_t i = 0; i < set->count; i++) {
        struct navigation *navigation;
        struct writer writer = {.site = site, .document = set->items[i], .top = "../", .beside = ""};

        if (map_has(site->navigations, set->items[i]->language))
            continue;
        navigation = arena_alloc(site->options->arena, sizeof *navigation);
        navigation->marks = map_new(site->options->arena);
        writer.out = &navigation->markup;
        writer.recording = navigation;
        write_navigation(&writer);
        map_set(site->navigations, set->items[i]->language, navigation);
    }
}

void html_navigation_free(struct site *site)
{
    for (size_t i = 0; i < map_count(site->navigations); i++)
        buffer_free(&((struct navigation *)map_value(site->navigations, i))->markup);
}

/* The page of entry stands elsewhere: its addresses differ. */
void html_navigation(struct writer *writer)
{
    const struct navigation *navigation = map_get(writer->site->navigations, writer->document->language);
    const struct mark *mark = navigation ? map_get(navigation->marks, writer->document->id) : NULL;

    if (!mark || *writer->beside) {
        write_navigation(writer);
        return;
    }
    buffer_add(writer->out, navigation->markup.data, mark->offset);
    html_raw(writer, CURRENT);
    buffer_add(writer->out, navigation->markup.data + mark->offset, navigation->markup.length - mark->offset);
}

static void open_list(struct writer *writer, const struct document *first)
{
    html_raw(writer, "<tbody>\n<tr class=\"group\"><th colspan=\"5\" scope=\"rowgroup\">");
    write_group_title(writer, first);
    html_raw(writer, "</th></tr>\n");
}

static void write_cell(struct writer *writer, const char *class, const char *text)
{
    html_raw(writer, "<td");
    html_attribute(writer, "class", class);
    html_raw(writer, ">");
    html_escape(writer->out, text);
    html_raw(writer, "</td>");
}

static void write_list(struct writer *writer, const struct document *document)
{
    html_raw(writer, "<tr>");
    write_cell(writer, "c-id center k", *document->number ? document->number : document->id);
    html_raw(writer, "<td>");
    write_href(writer, document, ".html");
    html_raw(writer, ">");
    html_title(writer, document);
    html_raw(writer, "</a></td>");
    write_cell(writer, "c-number center", document->version);
    write_cell(writer, "c-date center", *document->revised ? document->revised : document->issued);
    html_raw(writer, "<td class=\"c-status center\">");
    write_href(writer, document, ".html");
    html_raw(writer, ">HTML</a> ");
    write_href(writer, document, ".pdf");
    html_raw(writer, " type=\"application/pdf\">PDF</a></td></tr>\n");
}

static void close_list(struct writer *writer)
{
    html_raw(writer, "</tbody>\n");
}

static void write_column(struct writer *writer, enum word word)
{
    html_raw(writer, "<th scope=\"col\">");
    html_raw(writer, html_word(writer->document->language, word));
    html_raw(writer, "</th>");
}

void html_document_list(struct writer *writer)
{
    static const struct group_writer list = {open_list, write_list, close_list};

    html_raw(writer, "<section><h2>");
    html_raw(writer, html_word(writer->document->language, WORD_DOCUMENTS));
    html_raw(writer, "</h2>\n<table class=\"list\"><thead><tr>");
    write_column(writer, WORD_NUMBER);
    write_column(writer, WORD_NAME);
    write_column(writer, WORD_VERSION);
    write_column(writer, WORD_REVISED);
    write_column(writer, WORD_FORMATS);
    html_raw(writer, "</tr></thead>\n");
    write_groups(writer, &list);
    html_raw(writer, "</table></section>\n");
}
