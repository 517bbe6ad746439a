/* libyaml says where it stopped, in the words of its grammar. Here is what a writer most likely did. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml.h"

struct line {
    const char *text;
    size_t length;
};

static struct line find_line(const char *text, size_t length, size_t number)
{
    const char *at = text, *end = text + length;
    for (; number > 0; number--) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        if (!next)
            return (struct line){end, 0};
        at = next + 1;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct line){at, (size_t)((stop ? stop : end) - at)};
}

/* The bytes of a line from a column (in characters, from 0). */
static const char *skip_columns(struct line line, size_t columns)
{
    size_t at = 0;
    for (; columns > 0 && at < line.length; columns--) {
        uint32_t code;
        size_t size = utf8_decode(line.text + at, line.length - at, &code);
        at += size ? size : 1;
    }
    return line.text + at;
}

static int column_of(struct line line, const char *at)
{
    return (int)utf8_count(line.text, (size_t)(at - line.text)) + 1;
}

static bool says(const char *text, const char *words)
{
    return text && strstr(text, words) != NULL;
}

/* A place of libyaml's as one of the file. libyaml goes on to a line that is not there when the last one has no end:
 * then it is the end of the last. */
static struct source place_of(const char *path, const char *text, size_t length, int first_line, size_t line,
                              size_t column)
{
    size_t last = 0;
    for (const char *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))) != NULL; at++)
        last++;
    struct source place = {path, (int)line + first_line, (int)column + 1};
    if (line > last) {
        struct line end = find_line(text, length, last);
        place.line = (int)last + first_line;
        place.column = column_of(end, end.text + end.length);
    }
    return place;
}

/* A tab among the leading white space of a line. */
static const char *find_leading_tab(struct line line)
{
    for (const char *at = line.text; at < line.text + line.length && (*at == ' ' || *at == '\t'); at++)
        if (*at == '\t')
            return at;
    return NULL;
}

/* A name without a proper colon: reports what stands in its place. */
static void report_missing_colon(struct line line, struct source source, struct diag *diag)
{
    const char *wide = memmem(line.text, line.length, "：", strlen("："));
    const char *narrow = memchr(line.text, ':', line.length);
    if (wide && (!narrow || wide < narrow)) {
        source.column = column_of(line, wide);
        diag_report(diag, MESSAGE_YAML_FULL_WIDTH_COLON, source, NULL);
    } else if (narrow && narrow + 1 < line.text + line.length && narrow[1] != ' ') {
        source.column = column_of(line, narrow);
        diag_report(diag, MESSAGE_YAML_COLON_SPACE, source, NULL);
    } else {
        diag_report(diag, MESSAGE_YAML_MISSING_COLON, source, NULL);
    }
}

/* Does a full-width colon stand where the name of an entry should end? */
static bool lacks_colon(struct line line)
{
    return line.length && memmem(line.text, line.length, "：", strlen("：")) && !memchr(line.text, ':', line.length);
}

/* Inside brackets: the opening one is shown. */
static void report_bracket(const struct yaml_problem *problem, struct source place, struct source opening,
                           struct diag *diag)
{
    diag_report_both(diag, MESSAGE_YAML_UNCLOSED_BRACKET, place, opening,
                     says(problem->context, "sequence") ? "[" : "{", NULL);
}

static void report_reserved(const char *at, const char *end, struct source source, struct diag *diag)
{
    uint32_t code;
    char character[5] = "";
    size_t size = utf8_decode(at, (size_t)(end - at), &code);
    memcpy(character, at, size);
    if (*at == '\t')
        diag_report(diag, MESSAGE_YAML_TAB, source, NULL);
    else
        diag_report(diag, MESSAGE_YAML_RESERVED, source, character, NULL);
}

void yaml_report_problem(const struct yaml_problem *problem, const char *path, const char *text, size_t length,
                         int first_line, struct diag *diag)
{
    struct line line = find_line(text, length, problem->line);
    struct line opening = find_line(text, length, problem->context_line);
    struct source here = place_of(path, text, length, first_line, problem->line, problem->column);
    struct source there = place_of(path, text, length, first_line, problem->context_line, problem->context_column);
    const char *at = skip_columns(line, problem->column), *tab = find_leading_tab(line);
    const char *words = problem->problem;
    if (says(problem->context, "quoted scalar") && says(words, "unexpected")) {
        diag_report(diag, MESSAGE_YAML_UNCLOSED_QUOTE, there, NULL);
    } else if (says(problem->context, "quoted scalar") && (says(words, "escape") || says(words, "hexdecimal"))) {
        diag_report(diag, MESSAGE_YAML_ESCAPE, here, NULL);
    } else if (tab && !says(problem->context, "quoted scalar")) {
        here.column = column_of(line, tab);
        diag_report(diag, MESSAGE_YAML_TAB, here, NULL);
    } else if (says(words, "cannot start any token")) {
        report_reserved(at, line.text + line.length, here, diag);
    } else if (says(words, "could not find expected ':'")) {
        report_missing_colon(opening, there, diag);
    } else if (says(words, "mapping values are not allowed")) {
        struct line before = problem->line ? find_line(text, length, problem->line - 1) : (struct line){0};
        if (lacks_colon(before)) /* it was taken for the first line of a text */
            report_missing_colon(before, (struct source){path, here.line - 1, 1}, diag);
        else
            diag_report(diag, MESSAGE_YAML_COLON_IN_VALUE, here, NULL);
    } else if (says(words, "expected ',' or")) {
        report_bracket(problem, here, there, diag);
    } else if (says(words, "expected node content")) {
        diag_report(diag, MESSAGE_YAML_VALUE_MISSING, here, NULL);
    } else if (says(problem->context, "tag") || says(words, "tag")) {
        diag_report(diag, MESSAGE_YAML_TAG, there.line ? there : here, "!", NULL);
    } else if (says(words, "did not find expected key") || says(words, "did not find expected '-'") ||
               says(words, "block sequence entries are not allowed") || says(words, "mapping keys are not allowed") ||
               says(words, "did not find expected <document start>")) {
        diag_report(diag, MESSAGE_YAML_INDENT, here, NULL);
    } else {
        diag_report(diag, MESSAGE_YAML_SYNTAX, here, words ? words : "?", NULL);
    }
}
