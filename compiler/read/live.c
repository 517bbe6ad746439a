#include "read/live.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

/* A stand-in is a private character of the planes 15 and 16 (4 bytes, as many as `{{}}` has), whose number is that of
 * the expression, followed by letters that make up the length. Letters at its ends let `**{{ x }}**` work as with a
 * word. */
#define FIRST_PLANE 0xF0000
#define SECOND_PLANE 0x100000
#define PLANE_SIZE 0xFFFE
#define LIVE_LIMIT (2 * PLANE_SIZE)
#define FILLER 'x'
#define MARK_SIZE 4
#define FAILURES_LIMIT 16 /* unclosed braces on one line, after which the rest of it is text */

/* Stands for `\{{`, and takes 3 bytes as it does. */
static const char braces[] = "\xEF\xA3\xB0";
#define BRACES_SIZE 3

/* The end of the expression that starts after `at`, just behind its `}}`; NULL when its line ends before. */
static const char *find_end(const char *at, const char *end)
{
    int depth = 0;
    char quote = 0;
    for (; at < end && *at != '\n'; at++) {
        if (quote) {
            if (*at == '\\' && at + 1 < end && at[1] != '\n')
                at++;
            else if (*at == quote)
                quote = 0;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (*at == '{') {
            depth++;
        } else if (*at == '}' && depth > 0) {
            depth--;
        } else if (*at == '}' && at + 1 < end && at[1] == '}') {
            return at + 2;
        }
    }
    return NULL;
}

static bool is_escaped(const char *text, const char *at)
{
    size_t count = 0;
    while (at > text && at[-1] == '\\') {
        at--;
        count++;
    }
    return count % 2 == 1;
}

static const char *trim(const char *start, const char *end, struct arena *arena)
{
    while (start < end && (*start == ' ' || *start == '\t'))
        start++;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    return arena_strndup(arena, start, (size_t)(end - start));
}

static void hide(char *copy, const struct live *live, size_t index)
{
    utf8_encode((uint32_t)(index < PLANE_SIZE ? FIRST_PLANE + index : SECOND_PLANE + index - PLANE_SIZE),
                copy + live->offset);
    memset(copy + live->offset + MARK_SIZE, FILLER, live->length - MARK_SIZE);
}

static size_t count_openings(const char *text, size_t length)
{
    size_t count = 0;
    const char *at = text, *end = text + length;
    while ((at = memmem(at, (size_t)(end - at), "{{", 2)) != NULL) {
        count++;
        at += 2;
    }
    return count < LIVE_LIMIT ? count : LIVE_LIMIT;
}

struct live_text live_protect(const char *text, size_t length, struct arena *arena)
{
    struct live_text result = {.original = text, .text = text, .length = length};
    size_t openings = count_openings(text, length);
    if (openings == 0)
        return result;
    char *copy = arena_strndup(arena, text, length);
    struct live *list = arena_alloc(arena, openings * sizeof *list);
    const char *at = text, *end = text + length, *failed_line = NULL;
    int failures = 0; /* on that line, known by its end */
    while (result.count < openings && (at = memmem(at, (size_t)(end - at), "{{", 2)) != NULL) {
        const char *stop = find_end(at + 2, end);
        if (is_escaped(text, at)) {
            memcpy(copy + (at - 1 - text), braces, BRACES_SIZE);
            at += 2;
        } else if (stop) {
            struct live *live = &list[result.count];
            *live = (struct live){(size_t)(at - text), (size_t)(stop - at), trim(at + 2, stop - 2, arena)};
            hide(copy, live, result.count++);
            at = stop;
        } else { /* each try looks at the rest of the line */
            const char *line_end = memchr(at, '\n', (size_t)(end - at));
            line_end = line_end ? line_end : end;
            failures = line_end == failed_line ? failures + 1 : 1;
            failed_line = line_end;
            at = failures < FAILURES_LIMIT ? at + 2 : line_end;
        }
    }
    result.text = copy;
    result.list = list;
    return result;
}

size_t live_find(const struct live_text *live_text, const char *text, size_t length, const struct live **live)
{
    uint32_t code;
    *live = NULL;
    if (length >= BRACES_SIZE && memcmp(text, braces, BRACES_SIZE) == 0)
        return live_text->text == live_text->original ? 0 : BRACES_SIZE;
    if (length < MARK_SIZE || (unsigned char)*text < 0xF3 || utf8_decode(text, length, &code) != MARK_SIZE)
        return 0;
    size_t index = code >= SECOND_PLANE ? code - SECOND_PLANE + PLANE_SIZE : code - FIRST_PLANE;
    if (code < FIRST_PLANE || index >= live_text->count || live_text->list[index].length > length)
        return 0;
    for (size_t i = MARK_SIZE; i < live_text->list[index].length; i++)
        if (text[i] != FILLER)
            return 0;
    *live = &live_text->list[index];
    return (*live)->length;
}

const char *live_restore(const struct live_text *live_text, const char *text, struct arena *arena, bool *found)
{
    size_t length = strlen(text), at = 0;
    struct buffer buffer = {0};
    bool any = false;
    while (at < length) {
        const struct live *live = NULL;
        size_t size = (unsigned char)text[at] < 0xEF ? 0 : live_find(live_text, text + at, length - at, &live);
        if (live)
            buffer_add(&buffer, live_text->original + live->offset, live->length);
        else if (size > 0)
            buffer_add_text(&buffer, "\\{{");
        else
            buffer_add_char(&buffer, text[at]);
        any = any || live;
        at += size ? size : 1;
    }
    const char *restored = arena_strndup(arena, buffer.data ? buffer.data : "", buffer.length);
    buffer_free(&buffer);
    if (found)
        *found = any;
    return restored;
}
