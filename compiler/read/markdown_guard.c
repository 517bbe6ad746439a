#include "read/markdown_guard.h"

#include <string.h>

/* cmark-gfm 0.29.0.gfm.6 takes quadratic time for these. A block here is a run of lines that are not blank. */
#define BLOCK_LINES_LIMIT 5000 /* a table after many lines of a paragraph */
#define TABLE_COLUMNS_LIMIT 64 /* every row is filled up to the number of columns */
#define TABLE_CELLS_LIMIT 100000
#define DECLARATIONS_LIMIT 200   /* `<?` and `<!` in one paragraph */
#define BRACKETS_LIMIT 3000      /* `[` in one paragraph */
#define LINE_LENGTH_LIMIT 200000 /* bytes */

struct guard {
    const char *path;
    struct arena *arena;
    struct diag *diag;
    int line;
    int block_start; /* its first line */
    int block_lines, declarations, brackets, columns;
    char fence; /* '`' or '~' inside a fenced block, else 0 */
    size_t fence_length;
};

static bool refuse(struct guard *guard, enum message message, int line, int limit)
{
    diag_report(guard->diag, message, (struct source){guard->path, line, 1}, arena_printf(guard->arena, "%d", limit),
                NULL);
    return false;
}

/* Number of columns a line declares as the second line of a table; 0 when it is no such line. */
static int declared_columns(const char *line, size_t length)
{
    int bars = 0, dashes = 0;
    for (size_t i = 0; i < length; i++) {
        if (!strchr("|-: \t>", line[i]))
            return 0;
        bars += line[i] == '|';
        dashes += line[i] == '-';
    }
    return bars > 0 && dashes > 0 ? bars + 1 : 0;
}

/* Counts what is slow to parse when there is much of it. */
static void count_openings(struct guard *guard, const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        guard->brackets += line[i] == '[';
        guard->declarations += line[i] == '<' && i + 1 < length && (line[i + 1] == '?' || line[i + 1] == '!');
    }
}

/* Is the line the start or the end of a fenced block, or inside one? Only fences at the left margin are followed: other
 * code is held to the limits of text. */
static bool is_fenced(struct guard *guard, const char *line, size_t length)
{
    size_t indent = strspn(line, " ");
    const char *at = line + indent;
    size_t run = 0;
    if (indent < length && indent < 4 && (*at == '`' || *at == '~'))
        while (indent + run < length && at[run] == *at)
            run++;
    if (!guard->fence) {
        if (run < 3 || (*at == '`' && memchr(at + run, '`', length - indent - run)))
            return false;
        guard->fence = *at;
        guard->fence_length = run;
        return true;
    }
    if (run >= guard->fence_length && *at == guard->fence && strspn(at + run, " \t") >= (size_t)(length - indent - run))
        guard->fence = 0;
    return true;
}

static bool is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (line[i] != ' ' && line[i] != '\t')
            return false;
    return true;
}

static bool check_line(struct guard *guard, const char *line, size_t length)
{
    if (length > LINE_LENGTH_LIMIT)
        return refuse(guard, MESSAGE_MARKDOWN_LINE_TOO_LONG, guard->line, LINE_LENGTH_LIMIT);
    if (is_fenced(guard, line, length) || is_blank(line, length)) {
        guard->block_lines = guard->declarations = guard->brackets = guard->columns = 0;
        return true;
    }
    if (guard->block_lines++ == 0)
        guard->block_start = guard->line;
    int columns = declared_columns(line, length);
    if (columns > guard->columns)
        guard->columns = columns;
    count_openings(guard, line, length);
    if (guard->block_lines > BLOCK_LINES_LIMIT)
        return refuse(guard, MESSAGE_MARKDOWN_BLOCK_TOO_LONG, guard->block_start, BLOCK_LINES_LIMIT);
    if (columns > TABLE_COLUMNS_LIMIT + 2) /* a bar may stand at either end */
        return refuse(guard, MESSAGE_MARKDOWN_TABLE_TOO_WIDE, guard->line, TABLE_COLUMNS_LIMIT);
    if (guard->columns * guard->block_lines > TABLE_CELLS_LIMIT)
        return refuse(guard, MESSAGE_MARKDOWN_TABLE_TOO_LARGE, guard->block_start, TABLE_CELLS_LIMIT);
    if (guard->declarations > DECLARATIONS_LIMIT)
        return refuse(guard, MESSAGE_MARKDOWN_DECLARATIONS, guard->line, DECLARATIONS_LIMIT);
    if (guard->brackets > BRACKETS_LIMIT)
        return refuse(guard, MESSAGE_MARKDOWN_BRACKETS, guard->line, BRACKETS_LIMIT);
    return true;
}

bool markdown_guard(const char *path, const char *text, size_t length, int first_line, struct arena *arena,
                    struct diag *diag)
{
    struct guard guard = {.path = path, .arena = arena, .diag = diag, .line = first_line};
    const char *end = text + length;
    for (const char *line = text; line < end; guard.line++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        size_t size = (size_t)((stop ? stop : end) - line);
        if (!check_line(&guard, line, size))
            return false;
        line += size + 1;
    }
    return true;
}
