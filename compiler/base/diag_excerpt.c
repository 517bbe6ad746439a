#include <string.h>

#include "base/diag_format.h"
#include "base/map.h"
#include "base/printable.h"
#include "base/utf8.h"

#define WINDOW_WIDTH 100   /* columns of a line that are shown */
#define WINDOW_MARKS 300   /* characters of it: marks that take no column have an end too */
#define WINDOW_LEAD 50     /* of these, before the place, when the line is cut */
#define COLUMN_LIMIT 20000 /* a place further right gets no excerpt: looking for it would take too long */
#define TAB_WIDTH 4
#define MARK_LIMIT 40

struct lines {
    const char *text; /* NULL when the file is not known */
    size_t *starts;   /* offset of each line; one more entry for the end */
    size_t count;
};

struct excerpts {
    diag_text_fn text;
    void *context;
    struct arena *arena;
    struct map *files;
};

struct excerpts *excerpts_new(diag_text_fn text, void *context, struct arena *arena)
{
    struct excerpts *excerpts = arena_alloc(arena, sizeof *excerpts);
    *excerpts = (struct excerpts){text, context, arena, map_new(arena)};
    return excerpts;
}

static const struct lines *find_lines(struct excerpts *excerpts, const char *file)
{
    struct lines *lines = map_get(excerpts->files, file);
    if (lines)
        return lines;
    lines = arena_alloc(excerpts->arena, sizeof *lines);
    map_set(excerpts->files, file, lines);
    lines->text = excerpts->text ? excerpts->text(excerpts->context, file) : NULL;
    if (!lines->text)
        return lines;
    size_t breaks = 0;
    for (const char *at = lines->text; (at = strchr(at, '\n')) != NULL; at++)
        breaks++;
    lines->count = breaks + 1;
    lines->starts = arena_alloc(excerpts->arena, (lines->count + 1) * sizeof *lines->starts);
    size_t line = 1;
    const char *at = lines->text;
    for (; (at = strchr(at, '\n')) != NULL; at++)
        lines->starts[line++] = (size_t)(at - lines->text) + 1;
    lines->starts[line] = strlen(lines->text) + 1;
    return lines;
}

void format_add_colored(struct buffer *buffer, const char *color, const char *text)
{
    if (color)
        buffer_add_text(buffer, color);
    buffer_add_text(buffer, text);
    if (color)
        buffer_add_text(buffer, "\x1b[0m");
}

/* One character as it is shown: what to write and how wide that is. */
struct shown {
    const char *text;
    size_t size;  /* bytes to write */
    size_t width; /* columns */
    size_t taken; /* bytes of the line */
    uint32_t code;
};

/* What is hidden has the column of a replacement character, so that the mark stands right. `before` is the code of the
 * character before it. */
static struct shown show(const char *line, size_t length, uint32_t before)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    uint32_t code, after;
    size_t size = utf8_decode(line, length, &code), taken = size ? size : 1;
    utf8_decode(line + taken, length - taken, &after);
    if (code == '\t')
        return (struct shown){"    ", TAB_WIDTH, TAB_WIDTH, 1, code};
    if (size == 0 || printable_is_hidden(code, before, after))
        return (struct shown){replacement, 3, 1, taken, code};
    return (struct shown){line, size, (size_t)utf8_width(code), size, code};
}

/* Is this the end of the word that a mark stands under? */
static bool ends_word(const char *text, size_t length)
{
    uint32_t code;
    utf8_decode(text, length, &code);
    return length == 0 || code < 0x21 || strchr(",:;[]{}()|\"'`#", (int)(code < 0x80 ? code : 0x7F)) != NULL ||
           (code >= 0x3000 && code <= 0x301F);
}

static size_t mark_width(const char *line, size_t length)
{
    size_t width = 0;
    uint32_t before = 0;
    for (size_t at = 0; width < MARK_LIMIT && !ends_word(line + at, length - at);) {
        struct shown shown = show(line + at, length - at, before);
        width += shown.width;
        at += shown.taken;
        before = shown.code;
    }
    return width ? width : 1;
}

static void add_gutter(struct buffer *buffer, const struct excerpt_style *style, int line)
{
    char text[64];
    if (line > 0)
        snprintf(text, sizeof text, "%*d |", style->gutter, line);
    else
        snprintf(text, sizeof text, "%*s |", style->gutter, "");
    format_add_colored(buffer, style->frame_color, text);
}

static void add_mark(struct buffer *buffer, const struct excerpt_style *style, size_t indent, size_t width)
{
    add_gutter(buffer, style, 0);
    for (size_t i = 0; i < indent + 1; i++)
        buffer_add_char(buffer, ' ');
    if (style->color)
        buffer_add_text(buffer, style->color);
    for (size_t i = 0; i < width; i++)
        buffer_add_char(buffer, style->mark);
    if (style->note) {
        buffer_add_char(buffer, ' ');
        buffer_add_text(buffer, style->note);
    }
    if (style->color)
        buffer_add_text(buffer, "\x1b[0m");
    buffer_add_char(buffer, '\n');
}

/* Adds the columns from `start` on and returns how far the place, at the column `place`, is from the left end. */
static size_t add_window(struct buffer *buffer, const char *line, size_t length, size_t start, size_t place)
{
    size_t at = 0, column = 0, left = 0;
    uint32_t before = 0;
    while (at < length && column < start) {
        struct shown shown = show(line + at, length - at, before);
        column += shown.width;
        at += shown.taken;
        before = shown.code;
    }
    left = column;
    if (start > 0)
        buffer_add_text(buffer, "…");
    for (int shown_count = 0; at < length && column < left + WINDOW_WIDTH && shown_count < WINDOW_MARKS;
         shown_count++) {
        struct shown shown = show(line + at, length - at, before);
        buffer_add(buffer, shown.text, shown.size);
        column += shown.width;
        at += shown.taken;
        before = shown.code;
    }
    if (at < length)
        buffer_add_text(buffer, "…");
    return place - (place < left ? place : left) + (start > 0);
}

void excerpt_add(struct excerpts *excerpts, struct source source, const struct excerpt_style *style,
                 struct buffer *buffer)
{
    if (!source.file || source.line < 1 || source.column > COLUMN_LIMIT)
        return;
    const struct lines *lines = find_lines(excerpts, source.file);
    if (!lines->text || (size_t)source.line > lines->count)
        return;
    size_t begin = lines->starts[source.line - 1], length = lines->starts[source.line] - 1 - begin;
    const char *line = lines->text + begin;
    size_t at = 0, place = 0;
    uint32_t before = 0;
    for (int column = 1; column < source.column && at < length; column++) {
        struct shown shown = show(line + at, length - at, before);
        place += shown.width;
        at += shown.taken;
        before = shown.code;
    }
    add_gutter(buffer, style, 0);
    buffer_add_char(buffer, '\n');
    add_gutter(buffer, style, source.line);
    if (length > 0)
        buffer_add_char(buffer, ' ');
    size_t start = place + 10 > WINDOW_WIDTH ? place - WINDOW_LEAD : 0;
    size_t indent = add_window(buffer, line, length, start, place);
    buffer_add_char(buffer, '\n');
    if (source.column > 0)
        add_mark(buffer, style, indent, mark_width(line + at, length - at));
}
