/* Words and their marks. */
#include <string.h>

#include "base/file_name.h"
#include "html/html.h"

static bool element(struct writer *writer, const char *name, bool enter)
{
    html_raw(writer, enter ? "<" : "</");
    html_raw(writer, name);
    html_raw(writer, ">");
    return true;
}

bool html_text(struct writer *writer, const struct node *node, bool enter)
{
    const char *text = node->text;

    if (!enter || !text)
        return true;
    if (writer->after_box && *text == ' ') {
        html_raw(writer, "&#160;");
        text++;
    }
    writer->after_box = false;
    html_text_node(writer, text);
    return true;
}

bool html_strong(struct writer *writer, const struct node *node, bool enter)
{
    (void)node;
    return element(writer, "strong", enter);
}

bool html_emphasis(struct writer *writer, const struct node *node, bool enter)
{
    (void)node;
    return element(writer, "em", enter);
}

bool html_strike(struct writer *writer, const struct node *node, bool enter)
{
    (void)node;
    return element(writer, "s", enter);
}

bool html_span(struct writer *writer, const struct node *node, bool enter)
{
    const char *tone = html_tone_class(node->as.span.tone);

    if (!tone && !node->as.span.soft && !node->as.span.language && !node->id)
        return true;
    if (!enter) {
        html_raw(writer, "</span>");
        return true;
    }
    html_raw(writer, "<span");
    html_id(writer, node);
    if (tone || node->as.span.soft) {
        html_raw(writer, " class=\"");
        html_raw(writer, node->as.span.soft ? "soft" : "");
        html_raw(writer, tone && node->as.span.soft ? " " : "");
        html_raw(writer, tone ? "tone " : "");
        html_raw(writer, tone ? tone : "");
        html_raw(writer, "\"");
    }
    html_attribute(writer, "lang", node->as.span.language);
    html_raw(writer, ">");
    return true;
}

bool html_code_span(struct writer *writer, const struct node *node, bool enter)
{
    if (enter) {
        html_raw(writer, "<code>");
        html_escape(writer->out, node->text ? node->text : "");
        html_raw(writer, "</code>");
    }
    return true;
}

/* In the tables of the page of entry a link to a document has its PDF beside it. */
static void write_pdf(struct writer *writer, const struct node *link)
{
    if (!link->parent || link->parent->type != NODE_CELL)
        return;
    html_raw(writer, " <a class=\"pdf\" type=\"application/pdf\" href=\"");
    html_raw(writer, writer->beside);
    html_url_part(writer->out, link->as.link.document);
    html_raw(writer, ".pdf\">PDF</a>");
    writer->listed++;
}

bool html_link(struct writer *writer, const struct node *node, bool enter)
{
    bool inside = node->as.link.node && node->as.link.node->id;

    if (!inside && !node->as.link.document && !html_url_is_safe(node->as.link.url))
        return true;
    if (!enter) {
        html_raw(writer, "</a>");
        if (writer->document->dashboard && node->as.link.document && !node->as.link.anchor)
            write_pdf(writer, node);
        return true;
    }
    html_raw(writer, "<a");
    html_id(writer, node);
    html_raw(writer, " href=\"");
    if (inside) {
        html_raw(writer, "#");
        html_url_part(writer->out, node->as.link.node->id);
    } else if (node->as.link.document) {
        html_raw(writer, writer->beside);
        html_url_part(writer->out, node->as.link.document);
        html_raw(writer, ".html");
        if (node->as.link.anchor) {
            html_raw(writer, "#");
            html_url_part(writer->out, node->as.link.anchor);
        }
    } else {
        html_escape(writer->out, node->as.link.url);
        html_raw(writer, "\" rel=\"external noopener noreferrer");
    }
    html_raw(writer, "\">");
    return true;
}

bool html_image(struct writer *writer, const struct node *node, bool enter)
{
    const char *path = node->as.image.path;

    if (!enter)
        return true;
    if (!path || !map_has(writer->site->images, path)) {
        html_text_node(writer, node->text ? node->text : "");
        return true;
    }
    html_raw(writer, "<img");
    html_id(writer, node);
    html_raw(writer, " src=\"");
    html_raw(writer, writer->top);
    html_raw(writer, FOLDER_IMAGES "/");
    html_url_part(writer->out, path);
    html_raw(writer, "\"");
    html_attribute(writer, "alt", node->text ? node->text : "");
    if (node->as.image.width && node->as.image.height) {
        html_number_attribute(writer, "width", node->as.image.width);
        html_number_attribute(writer, "height", node->as.image.height);
    }
    html_raw(writer, ">");
    return true;
}

bool html_line_break(struct writer *writer, const struct node *node, bool enter)
{
    (void)node;
    if (enter)
        html_raw(writer, "<br>");
    return true;
}

bool html_check_box(struct writer *writer, const struct node *node, bool enter)
{
    bool checked = node->as.check_box.checked;

    if (!enter)
        return true;
    html_raw(writer, "<span class=\"box\" role=\"img\"");
    html_attribute(writer, "aria-label",
                   html_word(writer->document->language, checked ? WORD_CHECKED : WORD_UNCHECKED));
    html_raw(writer, checked ? ">☑</span>" : ">☐</span>");
    writer->after_box = true;
    return true;
}

bool html_footnote_reference(struct writer *writer, const struct node *node, bool enter)
{
    if (!enter || !node->as.footnote_reference.footnote)
        return true;
    html_raw(writer, "<sup class=\"footnote\"><a");
    html_id(writer, node);
    html_raw(writer, " href=\"#");
    html_url_part(writer->out, node->as.footnote_reference.footnote->id);
    buffer_printf(writer->out, "\">%d)</a></sup>", node->as.footnote_reference.number);
    return true;
}

/* Compose has replaced it. */
bool html_live(struct writer *writer, const struct node *node, bool enter)
{
    (void)writer, (void)node, (void)enter;
    return false;
}
