#include "base/diag_format.h"
#include "base/utf8.h"

#include <string.h>

#include "base/weakening.h"

static void add_string(struct buffer *buffer, const char *text)
{
    if (!text) {
        buffer_add_text(buffer, "null");
        return;
    }
    size_t length = strlen(text);
    buffer_add_char(buffer, '"');
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        if (code == '"' || code == '\\')
            buffer_printf(buffer, "\\%c", (char)code);
        else if (code == '\n')
            buffer_add_text(buffer, "\\n");
        else if (code < 0x20)
            buffer_printf(buffer, "\\u%04x", (unsigned)code);
        else if (size == 0)
            buffer_add_text(buffer, "\xEF\xBF\xBD");
        else
            buffer_add(buffer, text + at, size);
        at += size ? size : 1;
    }
    buffer_add_char(buffer, '"');
}

static void add_member(struct buffer *buffer, const char *name, const char *text)
{
    buffer_printf(buffer, ",\"%s\":", name);
    add_string(buffer, text);
}

/* Both languages, or null when there is none. */
static void add_texts(struct buffer *buffer, const char *name, const char *const texts[LANGUAGE_COUNT])
{
    buffer_printf(buffer, ",\"%s\":", name);
    if (!texts[LANGUAGE_JA] && !texts[LANGUAGE_EN]) {
        buffer_add_text(buffer, "null");
        return;
    }
    buffer_add_text(buffer, "{\"ja\":");
    add_string(buffer, texts[LANGUAGE_JA]);
    add_member(buffer, "en", texts[LANGUAGE_EN]);
    buffer_add_char(buffer, '}');
}

static void add_related(struct buffer *buffer, const struct diagnostic *diagnostic)
{
    buffer_add_text(buffer, ",\"related\":");
    if (!diagnostic->related.file) {
        buffer_add_text(buffer, "null");
        return;
    }
    buffer_add_text(buffer, "{\"file\":");
    add_string(buffer, diagnostic->related.file);
    buffer_printf(buffer, ",\"line\":%d,\"column\":%d", diagnostic->related.line, diagnostic->related.column);
    add_texts(buffer, "text", diagnostic->related_text);
    buffer_add_char(buffer, '}');
}

/* The whole list, however short the note is. */
static void add_weakened(struct buffer *buffer, const struct weakenings *list)
{
    buffer_add_text(buffer, ",\"weakened\":[");
    for (size_t i = 0; i < weakenings_count(list); i++) {
        const struct weakening *weakening = weakenings_get(list, i);
        buffer_printf(buffer, "%s{\"kind\":\"%s\"", i ? "," : "", weakening_kind_name(weakening->kind));
        add_member(buffer, "name", weakening->name);
        add_member(buffer, "rule", weakening->rule);
        add_member(buffer, "record", weakening->record);
        add_member(buffer, "clause", weakening->clause);
        add_member(buffer, "from", weakening->from);
        add_member(buffer, "to", weakening->to);
        add_texts(buffer, "reason", weakening->reason);
        add_member(buffer, "file", weakening->source.file);
        buffer_printf(buffer, ",\"line\":%d,\"column\":%d}", weakening->source.line, weakening->source.column);
    }
    buffer_add_char(buffer, ']');
}

static void add_object(struct buffer *buffer, const struct diagnostic *diagnostic)
{
    static const char *const levels[] = {"note", "warning", "error"};
    buffer_printf(buffer, "{\"level\":\"%s\"", levels[diagnostic->level]);
    add_member(buffer, "slug", diagnostic->slug);
    add_member(buffer, "file", diagnostic->source.file);
    buffer_printf(buffer, ",\"line\":%d,\"column\":%d", diagnostic->source.line, diagnostic->source.column);
    add_texts(buffer, "text", diagnostic->text);
    add_texts(buffer, "help", diagnostic->help);
    add_member(buffer, "clause", diagnostic->clause);
    add_member(buffer, "record", diagnostic->record);
    add_related(buffer, diagnostic);
    if (diagnostic->weakened)
        add_weakened(buffer, diagnostic->weakened);
    buffer_add_char(buffer, '}');
}

void diag_format_json(const struct diag *diag, const struct diag_print_options *options, struct buffer *buffer)
{
    const char *separator = "\n";
    buffer_add_char(buffer, '[');
    for (size_t i = 0; i < diag_count(diag); i++) {
        const struct diagnostic *diagnostic = diag_get(diag, i);
        if (options->quiet && diagnostic->level != DIAG_ERROR)
            continue;
        buffer_add_text(buffer, separator);
        add_object(buffer, diagnostic);
        separator = ",\n";
    }
    buffer_add_text(buffer, "\n]\n");
}
