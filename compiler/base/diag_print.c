#include "base/diag.h"

#include <string.h>

#include "base/buffer.h"
#include "base/diag_format.h"
#include "base/map.h"
#include "base/print.h"
#include "base/printable.h"

enum { ALIKE_SHOWN = 20 }; /* reports of one slug in one file; JSON has all of them */

#define BOLD "\x1b[1m"
#define BLUE "\x1b[1;34m"

static const char *const level_names[LANGUAGE_COUNT][3] = {{"注記", "警告", "エラー"}, {"note", "warning", "error"}};
static const char *const level_colors[3] = {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"};

/* The text in the language asked for, or the other one where it is missing. */
static const char *choose(const char *const texts[LANGUAGE_COUNT], enum language language)
{
    return texts[language] ? texts[language] : texts[LANGUAGE_JA] ? texts[LANGUAGE_JA] : texts[LANGUAGE_EN];
}

static void add_place(struct buffer *buffer, struct source source)
{
    printable_add(buffer, source.file, PRINTABLE_NAME);
    if (source.line > 0)
        buffer_printf(buffer, ":%d", source.line);
    if (source.line > 0 && source.column > 0)
        buffer_printf(buffer, ":%d", source.column);
}

static void format_short(const struct diagnostic *diagnostic, enum language language, struct buffer *buffer)
{
    if (diagnostic->source.file)
        add_place(buffer, diagnostic->source);
    else
        buffer_add_text(buffer, "tekigo");
    buffer_printf(buffer, ": %s: ", level_names[LANGUAGE_EN][diagnostic->level]);
    const char *text = choose(diagnostic->text, language);
    printable_add_lines(buffer, text ? text : "", PRINTABLE_TEXT, " ");
    buffer_printf(buffer, " [%s]\n", diagnostic->slug);
}

static int digits(int number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

/* ` --> soa.yaml:12:3` with the line and its mark. */
static void add_source(struct buffer *buffer, struct excerpts *excerpts, struct source source, const char *arrow,
                       const struct excerpt_style *style)
{
    for (int i = 0; i < style->gutter; i++)
        buffer_add_char(buffer, ' ');
    format_add_colored(buffer, style->frame_color, arrow);
    buffer_add_char(buffer, ' ');
    add_place(buffer, source);
    buffer_add_char(buffer, '\n');
    excerpt_add(excerpts, source, style, buffer);
}

/* `  = 直し方: …`; further lines stand under the first. */
static void add_remark(struct buffer *buffer, const struct excerpt_style *style, const char *label, const char *text)
{
    struct buffer line_break = {0};
    buffer_printf(&line_break, "\n%*s", style->gutter + 3, "");
    buffer_printf(buffer, "%*s ", style->gutter, "");
    format_add_colored(buffer, style->frame_color, "=");
    buffer_printf(buffer, " ");
    format_add_colored(buffer, style->frame_color ? BOLD : NULL, label);
    buffer_add_text(buffer, ": ");
    printable_add_lines(buffer, text, PRINTABLE_TEXT, line_break.data);
    buffer_add_char(buffer, '\n');
    buffer_free(&line_break);
}

static void format_human(const struct diagnostic *diagnostic, const struct diag_print_options *options,
                         struct excerpts *excerpts, struct buffer *buffer)
{
    enum language language = options->language;
    bool japanese = language == LANGUAGE_JA;
    const char *color = options->color ? level_colors[diagnostic->level] : NULL;
    const char *text = choose(diagnostic->text, language), *help = choose(diagnostic->help, language);
    int gutter = digits(diagnostic->source.line), other = digits(diagnostic->related.line);
    struct excerpt_style style = {.gutter = gutter > other ? gutter : other,
                                  .mark = '^',
                                  .color = color,
                                  .frame_color = options->color ? BLUE : NULL};
    struct excerpt_style related_style = style;
    related_style.mark = '-';
    related_style.color = style.frame_color;
    related_style.note = choose(diagnostic->related_text, language);
    if (color)
        buffer_add_text(buffer, color);
    buffer_printf(buffer, "%s[%s]", level_names[language][diagnostic->level], diagnostic->slug);
    if (color)
        buffer_add_text(buffer, "\x1b[0m" BOLD);
    buffer_add_text(buffer, ": ");
    printable_add_lines(buffer, text ? text : "", PRINTABLE_TEXT, "\n  ");
    if (color)
        buffer_add_text(buffer, "\x1b[0m");
    buffer_add_char(buffer, '\n');
    if (diagnostic->source.file)
        add_source(buffer, excerpts, diagnostic->source, "-->", &style);
    if (diagnostic->related.file)
        add_source(buffer, excerpts, diagnostic->related, "==>", &related_style);
    if (help)
        add_remark(buffer, &style, japanese ? "直し方" : "help", help);
    if (diagnostic->clause)
        add_remark(buffer, &style, japanese ? "箇条" : "clause", diagnostic->clause);
    buffer_add_char(buffer, '\n');
}

static void add_count(struct buffer *buffer, size_t count, enum diag_level level, enum language language)
{
    const char *name = level_names[language][level];
    if (count == 0)
        return;
    if (buffer->length > 0)
        buffer_add_text(buffer, language == LANGUAGE_JA ? "、" : ", ");
    if (language == LANGUAGE_JA)
        buffer_printf(buffer, "%s %zu件", name, count);
    else
        buffer_printf(buffer, "%zu %s%s", count, name, count == 1 ? "" : "s");
}

static void print_summary(const struct diag *diag, const struct diag_print_options *options, FILE *stream)
{
    struct buffer buffer = {0};
    add_count(&buffer, diag_count_level(diag, DIAG_ERROR), DIAG_ERROR, options->language);
    if (!options->quiet) {
        add_count(&buffer, diag_count_level(diag, DIAG_WARNING), DIAG_WARNING, options->language);
        add_count(&buffer, diag_count_level(diag, DIAG_NOTE), DIAG_NOTE, options->language);
    }
    if (buffer.length > 0)
        print_format(stream, "%s\n", buffer.data);
    buffer_free(&buffer);
}

/* Reports of one slug in one file, in their order of appearance. */
struct alike {
    const char *slug;
    enum diag_level level;
    size_t count;
};

/* Counts a report; is it one of those that are shown? */
static bool count_alike(struct map *seen, const struct diagnostic *diagnostic, struct arena *arena)
{
    struct alike *alike = map_get(seen, diagnostic->slug);
    if (!alike) {
        alike = arena_alloc(arena, sizeof *alike);
        *alike = (struct alike){.slug = diagnostic->slug, .level = diagnostic->level};
        map_set(seen, diagnostic->slug, alike);
    }
    return ++alike->count <= ALIKE_SHOWN;
}

/* What was not shown of the file whose reports end here. */
static void print_hidden(const struct map *seen, const char *file, const struct diag_print_options *options,
                         FILE *stream)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < map_count(seen); i++) {
        const struct alike *alike = map_value(seen, i);
        size_t hidden = alike->count - ALIKE_SHOWN;
        if (alike->count <= ALIKE_SHOWN)
            continue;
        printable_add(&buffer, file ? file : "tekigo", PRINTABLE_NAME);
        buffer_printf(&buffer,
                      options->language == LANGUAGE_JA ? ": %s: 同じ種類の指摘がほかに %zu 件あります [%s]\n%s"
                                                       : ": %s: %zu more of the same kind [%s]\n%s",
                      level_names[options->format == DIAG_SHORT ? LANGUAGE_EN : options->language][alike->level],
                      hidden, alike->slug, options->format == DIAG_SHORT ? "" : "\n");
    }
    print_lines(stream, &buffer);
    buffer_free(&buffer);
}

static bool is_same_file(const struct diagnostic *a, const struct diagnostic *b)
{
    const char *one = a->source.file, *other = b->source.file;
    return one && other ? strcmp(one, other) == 0 : one == other;
}

static void print_list(const struct diag *diag, const struct diag_print_options *options, FILE *stream)
{
    struct arena *scratch = arena_new();
    struct excerpts *excerpts = excerpts_new(options->text, options->text_context, scratch);
    struct buffer buffer = {0};
    struct map *seen = map_new(scratch);
    size_t count = diag_count(diag);
    for (size_t i = 0; i < count; i++) {
        const struct diagnostic *diagnostic = diag_get(diag, i);
        bool wanted = !options->quiet || diagnostic->level == DIAG_ERROR;
        bool shown = wanted && count_alike(seen, diagnostic, scratch);
        if (shown || (wanted && diagnostic->weakened)) { /* no rule of that name can crowd it out */
            buffer_clear(&buffer);
            if (options->format == DIAG_SHORT)
                format_short(diagnostic, options->language, &buffer);
            else
                format_human(diagnostic, options, excerpts, &buffer);
            print_lines(stream, &buffer);
        }
        if (i + 1 == count || !is_same_file(diagnostic, diag_get(diag, i + 1))) {
            print_hidden(seen, diagnostic->source.file, options, stream);
            seen = map_new(scratch);
        }
    }
    buffer_free(&buffer);
    arena_free(scratch);
}

void diag_print(const struct diag *diag, const struct diag_print_options *options, FILE *stream)
{
    if (options->format == DIAG_JSON) {
        struct buffer buffer = {0};
        diag_format_json(diag, options, &buffer);
        print_json(stream, buffer.data, buffer.length);
        buffer_free(&buffer);
        return;
    }
    print_list(diag, options, stream);
    if (options->format == DIAG_HUMAN)
        print_summary(diag, options, stream);
}
