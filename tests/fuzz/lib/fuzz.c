#include "fuzz.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/encoding.h"

const struct source fuzz_use = {"use.md", 1, 1};

_Noreturn void must_fail(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: it does not hold that %s\n", file, line, condition);
    abort();
}

void fuzz_check_utf8(const char *text)
{
    must(utf8_check(text, strlen(text)) == strlen(text));
}

/* The line (from 1) of a text, NULL when it has fewer; its length without the line end. Bytes that are no text yet may
 * hold a NUL. */
static const char *find_line(const struct fuzz *fuzz, int line, size_t *length)
{
    const char *at = fuzz->text, *end = at + fuzz->length, *stop;
    while (--line > 0) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            return NULL;
        at++;
    }
    stop = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((stop ? stop : end) - at);
    return at;
}

void fuzz_check_place(const struct fuzz *fuzz, struct source source)
{
    size_t length;
    must(source.file && strcmp(source.file, fuzz->path) == 0);
    must(source.line >= 1);
    must(source.column >= 0);
    const char *line = find_line(fuzz, source.line, &length);
    must(line != NULL);
    must((size_t)source.column <= utf8_count(line, length) + 1);
}

static void add_place(const struct fuzz *fuzz, struct source source, struct buffer *dump)
{
    fuzz_check_place(fuzz, source);
    buffer_printf(dump, "%d:%d ", source.line, source.column);
}

static void check_children(const struct value *value)
{
    size_t count = 0;
    const struct value *last = NULL;
    for (const struct value *child = value->first; child; child = child->next, count++)
        last = child;
    must(count == value->count);
    must(last == value->last);
}

static void dump_value(const struct fuzz *fuzz, const struct value *value, int depth, struct buffer *dump)
{
    buffer_printf(dump, "%*s", depth, "");
    add_place(fuzz, value->source, dump);
    if (value->key) {
        add_place(fuzz, value->key_source, dump);
        fuzz_check_utf8(value->key);
        buffer_printf(dump, "%s: ", value->key);
    }
    bool scalar = value->kind != VALUE_LIST && value->kind != VALUE_MAP;
    must(!scalar || value->text);
    if (scalar)
        fuzz_check_utf8(value->text);
    buffer_printf(dump, "%d%s %s\n", (int)value->kind, value->quoted ? "q" : "", scalar ? value->text : "");
    check_children(value);
    must(!scalar || value->count == 0);
    for (const struct value *child = value->first; child; child = child->next) {
        must((value->kind == VALUE_MAP) == (child->key != NULL));
        dump_value(fuzz, child, depth + 1, dump);
    }
}

void fuzz_dump_value(const struct fuzz *fuzz, const struct value *value, struct buffer *dump)
{
    if (value)
        dump_value(fuzz, value, 0, dump);
    else
        buffer_add_text(dump, "nothing\n");
}

static void add_text(const char *text, struct buffer *dump)
{
    if (!text)
        return;
    fuzz_check_utf8(text);
    buffer_printf(dump, " %s", text);
}

static void dump_node(const struct fuzz *fuzz, const struct node *node, int depth, struct buffer *dump)
{
    buffer_printf(dump, "%*s%d ", depth, "", (int)node->type);
    add_place(fuzz, node->source, dump);
    add_text(node->text, dump);
    add_text(node->id, dump);
    if (node->type == NODE_LINK) {
        add_text(node->as.link.url, dump);
        add_text(node->as.link.target, dump);
    }
    if (node->type == NODE_IMAGE)
        add_text(node->as.image.path, dump);
    buffer_add_char(dump, '\n');
    for (const struct node *child = node->first; child; child = child->next) {
        must(child->parent == node);
        dump_node(fuzz, child, depth + 1, dump);
    }
}

void fuzz_dump_nodes(const struct fuzz *fuzz, const struct node *root, struct buffer *dump)
{
    dump_node(fuzz, root, 0, dump);
}

static bool is_use(struct source source)
{
    return source.file && strcmp(source.file, fuzz_use.file) == 0 && source.line == fuzz_use.line &&
           source.column == fuzz_use.column;
}

static void check_report(const struct fuzz *fuzz, const struct diagnostic *report)
{
    must(report->slug && *report->slug);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        must(report->text[language] && *report->text[language]);
        fuzz_check_utf8(report->text[language]);
        if (report->help[language])
            fuzz_check_utf8(report->help[language]);
    }
    if (report->source.file && report->source.line > 0 && !is_use(report->source))
        fuzz_check_place(fuzz, report->source);
    if (report->related.file && report->related.line > 0 && !is_use(report->related))
        fuzz_check_place(fuzz, report->related);
}

static const char *give_text(void *context, const char *file)
{
    const struct fuzz *fuzz = context;
    return strcmp(file, fuzz->path) == 0 ? fuzz->text : NULL;
}

static void print_reports(struct fuzz *fuzz, enum diag_format format, enum language language, struct buffer *dump)
{
    char *printed = NULL;
    size_t length = 0;
    struct diag_print_options options = {
        .format = format, .language = language, .text = give_text, .text_context = fuzz};
    FILE *stream = open_memstream(&printed, &length);
    must(stream != NULL);
    diag_print(fuzz->diag, &options, stream);
    fclose(stream);
    fuzz_check_utf8(printed);
    must(strlen(printed) == length);
    if (format == DIAG_JSON) {
        json_t *json = json_loadb(printed, length, 0, NULL);
        must(json_is_array(json));
        json_decref(json);
    }
    buffer_add(dump, printed, length);
    free(printed);
}

static void check_reports(struct fuzz *fuzz, struct buffer *dump)
{
    diag_sort(fuzz->diag);
    for (size_t i = 0; i < diag_count(fuzz->diag); i++)
        check_report(fuzz, diag_get(fuzz->diag, i));
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        print_reports(fuzz, DIAG_HUMAN, (enum language)language, dump);
        print_reports(fuzz, DIAG_SHORT, (enum language)language, dump);
    }
    print_reports(fuzz, DIAG_JSON, LANGUAGE_EN, dump);
}

static void read_once(struct fuzz *fuzz, fuzz_read read, struct buffer *dump)
{
    fuzz->arena = arena_new();
    fuzz->diag = diag_new(fuzz->arena);
    read(fuzz, dump);
    check_reports(fuzz, dump);
    arena_free(fuzz->arena);
}

int fuzz_bytes(const char *path, const uint8_t *data, size_t size, fuzz_read read)
{
    struct buffer first = {0}, second = {0};
    char *copy = malloc(size + 1); /* of its own, so that a sanitizer sees a read behind it */
    must(copy != NULL);
    if (size)
        memcpy(copy, data, size);
    copy[size] = '\0';
    struct fuzz fuzz = {.path = path, .text = copy, .length = size};
    read_once(&fuzz, read, &first);
    read_once(&fuzz, read, &second);
    must(first.length == second.length && (!first.length || memcmp(first.data, second.data, first.length) == 0));
    buffer_free(&first);
    buffer_free(&second);
    free(copy);
    return 0;
}

int fuzz_text(const char *path, const uint8_t *data, size_t size, fuzz_read read)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    if (encoding_to_text(path, &text, &size, arena, diag_new(arena)))
        fuzz_bytes(path, (const uint8_t *)text, size, read);
    arena_free(arena);
    return 0;
}
