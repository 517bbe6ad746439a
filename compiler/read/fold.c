#include "read/fold.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static bool starts_wide(const char *text, size_t length)
{
    uint32_t code;
    return length > 0 && utf8_decode(text, length, &code) > 0 && utf8_is_cjk(code);
}

static bool ends_wide(const char *text, size_t length)
{
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    return start > 0 && starts_wide(text + start - 1, length - start + 1);
}

/* The words of the next line that has any, without the blanks around them; false at the end. */
static bool next_line(const char **at, const char *end, const char **line, size_t *length)
{
    while (*at < end) {
        const char *stop = memchr(*at, '\n', (size_t)(end - *at));
        const char *start = *at, *last = stop ? stop : end;
        *at = stop ? stop + 1 : end;
        while (start < last && (*start == ' ' || *start == '\t'))
            start++;
        while (last > start && (last[-1] == ' ' || last[-1] == '\t'))
            last--;
        if (start < last) {
            *line = start;
            *length = (size_t)(last - start);
            return true;
        }
    }
    return false;
}

void fold_remove_blanks(char *text, const char *written, size_t length)
{
    const char *at = written, *line, *following;
    const char *place = text, *from = text, *end = text + strlen(text);
    char *out = text;
    size_t size, following_size;
    if (!next_line(&at, written + length, &line, &size))
        return;
    for (; next_line(&at, written + length, &following, &following_size); line = following, size = following_size) {
        /* The end of a line is enough to find it: before it may stand a key or a quotation mark. The search is bounded,
         * so that text which escapes have changed costs no more than its length. */
        size_t tail = size < 12 ? size : 12, reach = size + 64;
        while (tail > 0 && ((unsigned char)line[size - tail] & 0xC0) == 0x80)
            tail--;
        if (reach > (size_t)(end - place))
            reach = (size_t)(end - place);
        const char *found = tail ? memmem(place, reach, line + size - tail, tail) : NULL;
        if (!found)
            continue;
        place = found + tail;
        if (*place == ' ' && ends_wide(line, size) && starts_wide(following, following_size) &&
            strncmp(place + 1, following, 3) == 0) {
            memmove(out, from, (size_t)(place - from));
            out += place - from;
            from = ++place;
        }
    }
    memmove(out, from, (size_t)(end - from) + 1);
}
