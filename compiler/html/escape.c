/* From words to markup. Nothing of a tree reaches a page but through here. */
#include <string.h>

#include "html/html.h"

void html_raw(struct writer *writer, const char *markup)
{
    buffer_add_text(writer->out, markup);
}

static const char *entity(unsigned char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
        return NULL;
    default:
        return byte < 0x20 || byte == 0x7F ? "\xEF\xBF\xBD" : NULL; /* no control character is allowed */
    }
}

static void escape_bytes(struct buffer *out, const char *text, size_t length)
{
    size_t start = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        const char *replacement;

        if (byte > '>' && byte != 0x7F)
            continue;
        replacement = entity(byte);
        if (!replacement)
            continue;
        buffer_add(out, text + start, i - start);
        buffer_add_text(out, replacement);
        start = i + 1;
    }
    buffer_add(out, text + start, length - start);
}

void html_escape(struct buffer *out, const char *text)
{
    escape_bytes(out, text, strlen(text));
}

static bool is_token(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           byte == '.' || byte == '_' || byte == '-';
}

/* Ids and dates (`R-012`, `AU-2026-1`, `2026-10-15`: a hyphen before a digit) are kept on one line. */
void html_text_node(struct writer *writer, const char *text)
{
    enum { TOKEN_MAX = 24 }; /* longer ones may have to break */
    const char *done = text, *hyphen = text;

    while ((hyphen = strchr(hyphen, '-')) != NULL) {
        const char *start = hyphen, *end = hyphen;

        while (start > done && is_token(start[-1]))
            start--;
        while (is_token(*end))
            end++;
        if (start < hyphen && hyphen[1] >= '0' && hyphen[1] <= '9' && end - start <= TOKEN_MAX) {
            escape_bytes(writer->out, done, (size_t)(start - done));
            html_raw(writer, "<span class=\"k\">");
            buffer_add(writer->out, start, (size_t)(end - start));
            html_raw(writer, "</span>");
            done = end;
            hyphen = end;
        } else {
            hyphen++;
        }
    }
    html_escape(writer->out, done);
}

static bool write_words(void *out, const struct node *node)
{
    if (node->number && node->type == NODE_CAPTION) {
        html_escape(out, node->number);
        buffer_add_char(out, ' ');
    }
    if (node->text)
        html_escape(out, node->text);
    return true;
}

void html_plain(struct writer *writer, const struct node *node)
{
    static const struct node_visitor visitor = {.enter = write_words};

    node_walk(node, &visitor, writer->out);
}

void html_attribute(struct writer *writer, const char *name, const char *value)
{
    if (!value)
        return;
    buffer_add_char(writer->out, ' ');
    buffer_add_text(writer->out, name);
    buffer_add_text(writer->out, "=\"");
    html_escape(writer->out, value);
    buffer_add_char(writer->out, '"');
}

void html_number_attribute(struct writer *writer, const char *name, int value)
{
    buffer_printf(writer->out, " %s=\"%d\"", name, value);
}

void html_id(struct writer *writer, const struct node *node)
{
    html_attribute(writer, "id", node->id);
}

void html_url_part(struct buffer *out, const char *part)
{
    static const char digits[] = "0123456789ABCDEF";

    for (; *part; part++) {
        unsigned char byte = (unsigned char)*part;

        if ((is_token(*part) && byte < 0x80) || byte == '/' || byte == '~') {
            buffer_add_char(out, *part);
        } else {
            buffer_add_char(out, '%');
            buffer_add_char(out, digits[byte >> 4]);
            buffer_add_char(out, digits[byte & 15]);
        }
    }
}

bool html_url_is_safe(const char *url)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:", "tel:"};

    for (size_t i = 0; url && i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}
