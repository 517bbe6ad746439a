#include "read/fold.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* Length in bytes of the wide character at the start of a text; 0 when there is none. */
static size_t wide_start(const char *text, size_t length)
{
    uint32_t code;
    size_t size = length > 0 ? utf8_decode(text, length, &code) : 0;
    return size > 0 && utf8_is_cjk(code) ? size : 0;
}

/* The same at the end. */
static size_t wide_end(const char *text, size_t length)
{
    size_t start = length;
    do
        start -= start > 0;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80);
    return wide_start(text + start, length - start) == length - start ? length - start : 0;
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
    size_t size, following_size, reach = 0;
    if (!next_line(&at, written + length, &line, &size))
        return;
    for (; next_line(&at, written + length, &following, &following_size); line = following, size = following_size) {
        size_t last = wide_end(line, size), first = wide_start(following, following_size);
        char seam[16]; /* last character, blank, first character */
        reach += size + 1;
        if (!last || !first)
            continue;
        memcpy(seam, line + size - last, last);
        seam[last] = ' ';
        memcpy(seam + last + 1, following, first);
        size_t room = reach + first < (size_t)(end - place) ? reach + first : (size_t)(end - place);
        const char *found = memmem(place, room, seam, last + 1 + first);
        if (!found)
            continue;
        place = found + last;
        memmove(out, from, (size_t)(place - from));
        out += place - from;
        from = ++place;
        reach = 0;
    }
    memmove(out, from, (size_t)(end - from) + 1);
}
