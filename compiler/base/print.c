#include "base/print.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/system_error.h"
#include "base/utf8.h"

void print_begin(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0) /* writing to what is open for reading fails, as it should */
            open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

/* A runner reads the one as the other. */
static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Bytes of what a log does not see at the start of a line: blanks of any kind, what has no width, colours. */
static size_t skip_unseen(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && !is_line_end(text[at])) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        if (code == 0x1B && at + 1 < length && text[at + 1] == '[') {
            for (at += 2; at < length && !isalpha((unsigned char)text[at]) && !is_line_end(text[at]);)
                at++;
            at += at < length && !is_line_end(text[at]);
        } else if (size && (code <= 0x20 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
                            code == 0x202F || code == 0x205F || code == 0x3000 || utf8_width(code) == 0)) {
            at += size;
        } else {
            break;
        }
    }
    return at;
}

/* The character at `*at`, which moves on, past what has no width; 0 at the end of the line. */
static char next_seen(const char *text, size_t length, size_t *at)
{
    while (*at < length && !is_line_end(text[*at])) {
        uint32_t code;
        size_t size = utf8_decode(text + *at, length - *at, &code);
        if (!size || utf8_width(code) > 0)
            return text[(*at)++];
        *at += size;
    }
    return '\0';
}

/* Does `::` begin here? */
static bool is_colons(const char *text, size_t length)
{
    size_t at = 0;
    return next_seen(text, length, &at) == ':' && next_seen(text, length, &at) == ':';
}

/* Does `##[` or `##word[` begin here? */
static bool is_marked(const char *text, size_t length)
{
    size_t at = 0;
    if (next_seen(text, length, &at) != '#' || next_seen(text, length, &at) != '#')
        return false;
    char seen;
    do
        seen = next_seen(text, length, &at);
    while (isalpha((unsigned char)seen));
    return seen == '[';
}

void print_lines(FILE *stream, const struct buffer *lines)
{
    const char *text = lines->data;
    size_t length = lines->length, written = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at + skip_unseen(text + at, length - at);
        size_t stop = start;
        while (stop < length && !is_line_end(text[stop]))
            stop++;
        for (size_t i = start; i < stop; i++) {
            bool colons = i == start && is_colons(text + i, stop - i);
            if (!colons && !(text[i] == '#' && is_marked(text + i, stop - i)))
                continue;
            fwrite(text + written, 1, i - written, stream);
            fputs(colons ? "\\x3a" : "\\x23", stream);
            written = i + 1;
        }
        at = stop + 1;
    }
    if (written < length)
        fwrite(text + written, 1, length - written, stream);
}

void print_format(FILE *stream, const char *format, ...)
{
    struct buffer lines = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&lines, format, arguments);
    va_end(arguments);
    print_lines(stream, &lines);
    buffer_free(&lines);
}

static void add_escape(struct buffer *buffer, uint32_t code)
{
    if (code < 0x10000)
        buffer_printf(buffer, "\\u%04x", (unsigned)code);
    else
        buffer_printf(buffer, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((code - 0x10000) >> 10)),
                      (unsigned)(0xDC00 + ((code - 0x10000) & 0x3FF)));
}

void print_json(FILE *stream, const char *json, size_t length)
{
    struct buffer safe = {0};
    uint32_t before = 0, code, after;
    for (size_t at = 0; at < length;) {
        size_t size = utf8_decode(json + at, length - at, &code);
        size = size ? size : 1;
        utf8_decode(json + at + size, length - at - size, &after);
        bool escaped =
            code == '#' ? is_marked(json + at, length - at) : code != '\n' && printable_is_hidden(code, before, after);
        if (escaped)
            add_escape(&safe, code);
        else
            buffer_add(&safe, json + at, size);
        before = escaped ? 0 : code;
        at += size;
    }
    if (safe.length)
        fwrite(safe.data, 1, safe.length, stream);
    buffer_free(&safe);
}

bool print_finish(enum language language)
{
    bool failed = ferror(stdout) != 0;
    errno = 0;
    if (fflush(stdout) != 0)
        failed = true;
    int copy = dup(STDOUT_FILENO); /* some file systems tell of a failed write only when one closes */
    if (copy >= 0 && close(copy) != 0)
        failed = true;
    if (failed)
        fprintf(stderr,
                language == LANGUAGE_JA ? "tekigo: 標準出力に書き込めません%s%s\n"
                                        : "tekigo: cannot write to standard output%s%s\n",
                errno ? ": " : "", errno ? system_error_text(errno, language) : "");
    return !failed;
}
