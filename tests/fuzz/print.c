/* Fuzz target: what leaves the program (base/print.c): no line is one that a CI job's runner takes for a command, and a
 * JSON text says the same as before. What a runner sees is written here a second time, in its own way. */
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "lib/fuzz.h"

/* What is seen of the text: without what has no width. Line ends, which have none, stay. */
static char *visible(struct arena *arena, const char *text, size_t length)
{
    char *seen = arena_alloc(arena, length + 1), *end = seen;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        bool none = size && utf8_width(code) == 0 && !strchr("\n\r\t\v\f", (int)code);
        size = size ? size : 1;
        if (!none || !text[at])
            end = mempcpy(end, text[at] ? text + at : " ", size);
        at += size;
    }
    *end = '\0';
    return seen;
}

/* `##[group]`, `##vso[task…]`, anywhere. */
static void check_marks(const char *text)
{
    for (const char *at = text; (at = strstr(at, "##")); at++) {
        const char *word = at + 2;
        while (isalpha((unsigned char)*word))
            word++;
        must(*word != '[');
    }
}

static void check_lines(char *text)
{
    check_marks(text);
    for (char *line; (line = strsep(&text, "\n\r"));)
        must(strncmp(line + strspn(line, " \t\v\f"), "::", 2) != 0);
}

static char *print(const struct buffer *text, void (*how)(FILE *, const struct buffer *), size_t *length)
{
    char *printed = NULL;
    FILE *stream = open_memstream(&printed, length);
    must(stream != NULL);
    how(stream, text);
    fclose(stream);
    return printed;
}

static void as_json(FILE *stream, const struct buffer *text)
{
    print_json(stream, text->data, text->length);
}

static void check_json(const struct fuzz *fuzz, struct buffer *dump)
{
    json_t *json = json_stringn(fuzz->text, fuzz->length);
    if (!json)
        return; /* not UTF-8, which none of our JSON is */
    char *plain = json_dumps(json, JSON_ENCODE_ANY);
    struct buffer text = {0};
    size_t length;
    uint32_t before = 0, code, after;
    buffer_add_text(&text, plain);
    char *printed = print(&text, as_json, &length);
    json_t *again = json_loadb(printed, length, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    must(json_equal(json, again));
    check_marks(visible(fuzz->arena, printed, length));
    for (size_t at = 0; at < length; before = code) {
        at += utf8_decode(printed + at, length - at, &code);
        utf8_decode(printed + at, length - at, &after);
        must(!printable_is_hidden(code, before, after));
    }
    buffer_add(dump, printed, length);
    json_decref(json);
    json_decref(again);
    buffer_free(&text);
    free(plain);
    free(printed);
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct buffer text = {0};
    size_t length, again;
    buffer_add(&text, fuzz->text, fuzz->length);
    char *printed = print(&text, print_lines, &length);
    must(length >= text.length);
    check_lines(visible(fuzz->arena, printed, length));
    buffer_clear(&text);
    buffer_add(&text, printed, length);
    char *twice = print(&text, print_lines, &again);
    must(again == length && memcmp(twice, printed, length) == 0);
    buffer_add(dump, printed, length);
    free(printed);
    free(twice);
    buffer_free(&text);
    check_json(fuzz, dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("text", data, size, take);
}
