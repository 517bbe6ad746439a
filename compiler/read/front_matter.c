#include "read/front_matter.h"

#include <string.h>

#include "read/yaml.h"

/* Length of the line that ends front matter, its line end included, when `line` is one; else 0. */
static size_t fence_line(const char *line, const char *end)
{
    const char *at = line + 3;
    if (end - line < 3 || (memcmp(line, "---", 3) != 0 && memcmp(line, "...", 3) != 0))
        return 0;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at == end || *at == '\n' ? (size_t)(at - line) + (at < end) : 0;
}

size_t front_matter_read(const char *path, const char *text, size_t length, struct value **front, int *lines,
                         struct arena *arena, struct diag *diag)
{
    const char *end = text + length, *start = text + fence_line(text, end);
    *lines = 1;
    if (start == text || *text != '-')
        return *lines = 0;
    for (const char *line = start; line < end; (*lines)++) {
        size_t fence = fence_line(line, end);
        if (fence > 0) {
            *front = yaml_read_part(path, start, (size_t)(line - start), 2, arena, diag);
            ++*lines;
            return (size_t)(line - text) + fence;
        }
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        line = stop ? stop + 1 : end;
    }
    diag_report(diag, MESSAGE_FRONT_MATTER_UNCLOSED, (struct source){path, 1, 1}, NULL);
    return length;
}
