#include "base/printable.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

enum { ESCAPE_SIZE = sizeof "\\U0010ffff", BYTES_MAX = 4 /* of a character, in UTF-8 */ };

static const char ellipsis[] = "…";

enum { JOINER = 0x200D };

static bool is_variant(uint32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

/* Arrows, symbols and pictures: what a joiner joins. */
static bool is_emoji(uint32_t code)
{
    return (code >= 0x2190 && code <= 0x2BFF) || (code >= 0x1F000 && code <= 0x1FAFF);
}

bool printable_is_hidden(uint32_t code, uint32_t before, uint32_t after)
{
    if (code >= 0x20 && code < 0x7F)
        return false;
    if (is_variant(code)) /* one behind a character is part of it (葛󠄀, ✅️); a row of them is a hidden text */
        return before <= 0x20 || is_variant(before) || printable_is_hidden(before, 0, 0);
    if (code == JOINER)
        return !is_emoji(after) || !(is_emoji(before) || before == 0xFE0F);
    return unicode_is_hidden(code);
}

/* One character as it is shown. */
struct shown {
    char bytes[ESCAPE_SIZE];
    size_t size;       /* of `bytes` */
    size_t characters; /* that it counts for */
    size_t taken;      /* bytes of the text */
    uint32_t code;
};

/* What follows has no neighbour in what is written out. */
static void write_out(struct shown *shown, uint32_t code, bool byte)
{
    const char *format = byte || code < 0x80 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x";
    int length = code == '\n'   ? snprintf(shown->bytes, sizeof shown->bytes, "\\n")
                 : code == '\t' ? snprintf(shown->bytes, sizeof shown->bytes, "\\t")
                                : snprintf(shown->bytes, sizeof shown->bytes, format, (unsigned)code);
    shown->size = shown->characters = (size_t)length;
    shown->code = 0;
}

static struct shown show(const char *text, size_t length, uint32_t before)
{
    struct shown shown = {.characters = 1};
    uint32_t after = 0;
    size_t size = utf8_decode(text, length, &shown.code);
    shown.taken = size ? size : 1;
    utf8_decode(text + shown.taken, length - shown.taken, &after);
    if (size == 0) {
        write_out(&shown, (unsigned char)*text, true);
    } else if (printable_is_hidden(shown.code, before, after)) {
        write_out(&shown, shown.code, false);
    } else {
        memcpy(shown.bytes, text, size);
        shown.size = size;
    }
    return shown;
}

/* How much of the text can matter for so many characters: no more of it is looked at. */
static size_t look_at(const char *text, size_t limit)
{
    return strnlen(text, (limit + 2) * BYTES_MAX);
}

/* Writes the text to `to`, which has room for BYTES_MAX * limit bytes and the ellipsis, and gives the bytes written.
 * The ellipsis stands behind `limit` characters at most. The first `breaks` line breaks stay. */
static size_t render(char *to, const char *text, size_t limit, size_t breaks)
{
    size_t length = look_at(text, limit), written = 0, characters = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < length;) {
        struct shown shown = show(text + at, length - at, before);
        if (text[at] == '\n' && breaks > 0) {
            breaks--;
            shown = (struct shown){.bytes = "\n", .size = 1, .characters = 1, .taken = 1, .code = '\n'};
        }
        if (characters + shown.characters > limit) {
            if (before == JOINER) /* it has lost what it joins */
                written -= strlen("\u200D");
            memcpy(to + written, ellipsis, sizeof ellipsis - 1);
            return written + sizeof ellipsis - 1;
        }
        memcpy(to + written, shown.bytes, shown.size);
        written += shown.size;
        characters += shown.characters;
        at += shown.taken;
        before = shown.code;
    }
    return written;
}

/* Room that render() may need: no byte of a text gives more than "\xff". */
static size_t room(const char *text, size_t limit)
{
    size_t length = look_at(text, limit);
    return BYTES_MAX * (length < limit ? length : limit) + sizeof ellipsis;
}

struct printable printable(const char *text)
{
    struct printable result;
    result.text[text ? render(result.text, text, PRINTABLE_NAME, 0) : 0] = '\0';
    return result;
}

void printable_add(struct buffer *buffer, const char *text, size_t limit)
{
    buffer_reserve(buffer, room(text, limit));
    buffer->length += render(buffer->data + buffer->length, text, limit, 0);
    buffer->data[buffer->length] = '\0';
}

void printable_add_lines(struct buffer *buffer, const char *text, size_t limit, const char *line_break)
{
    struct buffer shown = {0};
    buffer_reserve(&shown, room(text, limit));
    shown.length = render(shown.data, text, limit, PRINTABLE_LINES);
    for (size_t at = 0; at < shown.length;) {
        const char *end = memchr(shown.data + at, '\n', shown.length - at);
        size_t stop = end ? (size_t)(end - shown.data) : shown.length;
        buffer_add(buffer, shown.data + at, stop - at);
        if (end)
            buffer_add_text(buffer, line_break);
        at = stop + 1;
    }
    buffer_free(&shown);
}

const char *printable_copy(struct arena *arena, const char *text, size_t limit, bool lines)
{
    if (!text)
        return NULL;
    struct buffer buffer = {0};
    buffer_reserve(&buffer, room(text, limit));
    buffer.length = render(buffer.data, text, limit, lines ? PRINTABLE_LINES : 0);
    const char *copy = arena_strndup(arena, buffer.data, buffer.length);
    buffer_free(&buffer);
    return copy;
}
