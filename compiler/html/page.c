/* The page around a document. */
#include <string.h>

#include "base/file_name.h"
#include "html/html.h"

typedef bool (*handler_fn)(struct writer *writer, const struct node *node, bool enter);

static const handler_fn handlers[NODE_TYPE_COUNT] = {
#define X(id, name, content) [NODE_##id] = html_##name,
#include "doc/node_list.h"
#undef X
};

static bool enter_node(void *writer, const struct node *node)
{
    return handlers[node->type](writer, node, true);
}

static void leave_node(void *writer, const struct node *node)
{
    handlers[node->type](writer, node, false);
}

static void write_head(struct writer *writer)
{
    const struct document *document = writer->document;

    html_raw(writer, "<!DOCTYPE html>\n<html");
    html_attribute(writer, "lang", document->language);
    html_raw(writer,
             ">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
             "content=\"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\"");
    html_attribute(writer, "content", writer->site->options->program ? writer->site->options->program : "tekigo");
    html_raw(writer, ">\n<title>");
    const char *distinction = html_distinction(writer->site, document);

    html_escape(writer->out, document->title);
    if (distinction) {
        html_raw(writer, " ");
        html_escape(writer->out, distinction);
    }
    if (*document->organization) {
        html_raw(writer, " – ");
        html_escape(writer->out, document->organization);
    }
    html_raw(writer, "</title>\n<link rel=\"stylesheet\" href=\"");
    html_raw(writer, writer->top);
    html_raw(writer, FILE_STYLE_SHEET "\">\n</head>\n");
}

/* "第3.1版", "Version 3.1" */
static void write_version(struct writer *writer)
{
    const struct document *document = writer->document;

    if (!*document->version)
        return;
    html_raw(writer, "<span>");
    if (strcmp(document->language, "ja") == 0) {
        html_raw(writer, "第");
        html_escape(writer->out, document->version);
        html_raw(writer, "版");
    } else {
        html_raw(writer, html_word(document->language, WORD_VERSION));
        html_raw(writer, " ");
        html_escape(writer->out, document->version);
    }
    html_raw(writer, "</span> ");
}

static void write_span(struct writer *writer, const char *class, const char *text)
{
    if (!text || !*text)
        return;
    html_raw(writer, "<span");
    html_attribute(writer, "class", class);
    html_raw(writer, ">");
    html_escape(writer->out, text);
    html_raw(writer, "</span> ");
}

static const char *language_name(const char *language)
{
    if (strcmp(language, "ja") == 0)
        return "日本語";
    return strcmp(language, "en") == 0 ? "English" : language;
}

/* The same document in the other languages. */
static void write_languages(struct writer *writer)
{
    const struct document_set *set = writer->site->set;
    const char *last = writer->document->language;

    for (size_t i = 0; i < set->count; i++) {
        const char *language = set->items[i]->language;
        struct buffer key = {0};

        if (strcmp(language, last) == 0 || strcmp(language, writer->document->language) == 0)
            continue;
        last = language;
        buffer_printf(&key, "%s/%s", language, writer->document->id);
        if (map_has(writer->site->documents, key.data)) {
            html_raw(writer, "<a href=\"");
            html_raw(writer, *writer->beside ? "" : "../");
            html_url_part(writer->out, key.data);
            html_raw(writer, ".html\"");
            html_attribute(writer, "hreflang", language);
            html_attribute(writer, "lang", language);
            html_raw(writer, ">");
            html_escape(writer->out, language_name(language));
            html_raw(writer, "</a> ");
        }
        buffer_free(&key);
    }
}

static void write_header(struct writer *writer)
{
    const struct document *document = writer->document;

    html_raw(writer, "<header class=\"top\"><div><p>");
    write_span(writer, "organization", document->organization);
    write_span(writer, "id", *document->number ? document->number : document->id);
    write_span(writer, "id", html_distinction(writer->site, document));
    write_version(writer);
    write_span(writer, NULL, *document->revised ? document->revised : document->issued);
    html_raw(writer, "</p><p>");
    write_languages(writer);
    if (*document->id) {
        html_raw(writer, "<a href=\"");
        html_raw(writer, writer->beside);
        html_url_part(writer->out, document->id);
        html_raw(writer, ".pdf\" type=\"application/pdf\">PDF</a> ");
    }
    if (writer->site->options->draft)
        write_span(writer, "stamp", html_word(document->language, WORD_DRAFT));
    write_span(writer, "stamp", document->classification);
    html_raw(writer, "</p></div></header>\n");
}

const char *html_distinction(const struct site *site, const struct document *document)
{
    struct buffer key = {0};
    const char *part = document->id;
    bool repeated;

    buffer_printf(&key, "%s/%s", document->language, document->title);
    repeated = map_has(site->repeated, key.data);
    buffer_free(&key);
    if (!repeated)
        return NULL;
    while (part && *part >= 'a' && *part <= 'z') /* the words of the template come before the id of the record */
        part = strchr(part, '-') ? strchr(part, '-') + 1 : NULL;
    return part && *part ? part : document->id;
}

void html_title(struct writer *writer, const struct document *document)
{
    const char *distinction = html_distinction(writer->site, document);

    html_text_node(writer, document->title);
    if (distinction) {
        html_raw(writer, " <span class=\"k\">");
        html_escape(writer->out, distinction);
        html_raw(writer, "</span>");
    }
}

/* The first heading of a document without a cover, when it only repeats the title. */
static const struct node *find_title_heading(const struct node *root)
{
    const struct node *section = root->first;

    while (section && section->type != NODE_SECTION)
        section = section->next;
    return section && section->first && section->first->type == NODE_HEADING && !section->number ? section->first
                                                                                                 : NULL;
}

static bool repeats_title(const struct node *heading, const struct document *document)
{
    const struct node *text = heading ? heading->first : NULL;

    return text && !text->next && text->type == NODE_TEXT && strcmp(text->text, document->title) == 0;
}

static bool has_cover_title(const struct node *root)
{
    for (const struct node *cover = root->first; cover; cover = cover->next)
        for (const struct node *child = cover->type == NODE_COVER ? cover->first : NULL; child; child = child->next)
            if (child->type == NODE_PARAGRAPH && child->as.paragraph.role == PARAGRAPH_TITLE)
                return true;
    return false;
}

static void write_footer(struct writer *writer)
{
    const struct document *document = writer->document;

    html_raw(writer, "<footer class=\"bottom\"><p>");
    write_span(writer, NULL, *document->number ? document->number : document->id);
    write_span(writer, NULL, document->title);
    write_version(writer);
    if (*document->commit) {
        html_raw(writer, "<span>");
        html_raw(writer, html_word(document->language, WORD_COMMIT));
        html_raw(writer, " ");
        html_escape(writer->out, document->commit);
        html_raw(writer, "</span> ");
    }
    write_span(writer, NULL, writer->site->set->date);
    html_raw(writer, "</p></footer>\n");
}

static size_t count_documents(const struct writer *writer)
{
    const struct document_set *set = writer->site->set;
    size_t count = 0;

    for (size_t i = 0; i < set->count; i++)
        count += strcmp(set->items[i]->language, writer->document->language) == 0;
    return count;
}

void html_write_page(struct writer *writer)
{
    static const struct node_visitor visitor = {enter_node, leave_node};
    const struct document *document = writer->document;

    write_head(writer);
    html_raw(writer, document->landscape ? "<body class=\"landscape\">\n" : "<body>\n");
    html_raw(writer, "<a class=\"skip\" href=\"#" ANCHOR_OF_PAGE "text\">");
    html_raw(writer, html_word(document->language, WORD_SKIP));
    html_raw(writer, "</a>\n");
    write_header(writer);
    html_raw(writer, "<div class=\"frame\">\n");
    html_navigation(writer);
    html_raw(writer, "<main id=\"" ANCHOR_OF_PAGE "text\">\n");
    if (has_cover_title(document->root)) {
        writer->title_heading = NULL;
    } else if (repeats_title(find_title_heading(document->root), document)) {
        writer->title_heading = find_title_heading(document->root);
        writer->title_done = true;
    } else {
        html_raw(writer, "<h1>");
        html_escape(writer->out, document->title);
        html_raw(writer, "</h1>\n");
        writer->title_done = true;
    }
    node_walk(document->root, &visitor, writer);
    if (document->dashboard && 2 * writer->listed < count_documents(writer)) /* its tree has no list of its own */
        html_document_list(writer);
    html_raw(writer, "</main>\n</div>\n");
    write_footer(writer);
    html_raw(writer, "</body>\n</html>\n");
}
