#include "read/markdown_source.h"

#include <string.h>

/* Does the line open or close a fenced block? Only fences at the left margin are followed. */
static bool is_fence(const char *line, size_t length)
{
    size_t indent = strspn(line, " ");
    return indent < 4 && indent + 3 <= length &&
           (strncmp(line + indent, "```", 3) == 0 || strncmp(line + indent, "~~~", 3) == 0);
}

/* The label of a definition that the line starts with, in the arena; NULL when it starts with none. */
static const char *defined_label(const char *line, size_t length, struct arena *arena)
{
    size_t indent = strspn(line, " ");
    if (indent > 3 || indent + 5 > length || strncmp(line + indent, "[^", 2) != 0)
        return NULL;
    const char *label = line + indent + 2;
    size_t size = strcspn(label, "] \t\n");
    return size > 0 && label[size] == ']' && label[size + 1] == ':' ? arena_strndup(arena, label, size) : NULL;
}

void markdown_report_unused_footnotes(const char *path, const char *text, size_t length, int first_line,
                                      const struct map *used, struct arena *arena, struct diag *diag)
{
    const char *end = text + length;
    bool fenced = false;
    if (!memmem(text, length, "[^", 2))
        return;
    for (struct source source = {path, first_line, 1}; text < end; source.line++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        size_t size = (size_t)((stop ? stop : end) - text);
        fenced = fenced != is_fence(text, size);
        const char *label = fenced ? NULL : defined_label(text, size, arena);
        if (label && !map_has(used, label))
            diag_report(diag, MESSAGE_MARKDOWN_FOOTNOTE_UNUSED, source, label, NULL);
        text = stop ? stop + 1 : end;
    }
}

const char *markdown_find_label(const char *line, size_t length, struct arena *arena)
{
    for (size_t at = length; at-- > 1;)
        if (line[at - 1] == '[' && line[at] == '^')
            return arena_strndup(arena, line + at + 1, strcspn(line + at + 1, "]\n"));
    return "";
}

int markdown_count_cells(const char *line, size_t length)
{
    int cells = 0;
    bool content = false; /* since the latest bar */
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '|') {
            cells += content || i > 0; /* the first bar opens the row */
            content = false;
        } else {
            content = content || (line[i] != ' ' && line[i] != '\t');
            i += line[i] == '\\';
        }
    }
    return cells + content;
}
