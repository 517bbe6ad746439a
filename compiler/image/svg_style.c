/* Style sheets and style attributes: cut into rules and declarations, of which the safe ones are written anew.
 *
 * However a browser would cut the text, it reads what was written here: every piece has its quotes and brackets closed,
 * holds no escape, no `@` and no address but a part of the drawing, and strings hold no brackets. So a piece stays
 * harmless even when the pieces before it are read in another way than here. */
#include <string.h>

#include "image/svg_value.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static void left_out(const struct svg_notice *notice, const char *name)
{
    notice->left_out(notice->context, name);
}

/* Takes the blanks off both ends and makes others single; the text is changed. */
static char *tidy(char *text)
{
    char *to, *at = text;
    while (is_blank(*at))
        at++;
    for (to = text; *at; at++)
        if (!is_blank(*at))
            *to++ = *at;
        else if (!is_blank(at[1]) && at[1])
            *to++ = ' ';
    *to = '\0';
    return text;
}

/* Position of the first of the bytes `stops` outside strings and brackets, or the end. */
static char *find_outside(char *at, const char *stops)
{
    int depth = 0;
    for (char quote = 0; *at; at++) {
        if (quote) {
            quote = *at == quote || *at == '\n' ? 0 : quote;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (depth == 0 && strchr(stops, *at)) {
            return at;
        } else if (strchr("([", *at)) {
            depth++;
        } else if (strchr(")]", *at) && depth > 0) {
            depth--;
        }
    }
    return at;
}

/* Cuts the text behind the end of `at`, which is one of the stops or the end; the place to go on. */
static char *cut(char *at)
{
    if (!*at)
        return at;
    *at = '\0';
    return at + 1;
}

/* Comments become blanks, also where a string holds what looks like one. */
static void remove_comments(char *text)
{
    for (char *at = text; (at = strstr(at, "/*"));) {
        char *end = strstr(at + 2, "*/");
        size_t length = end ? (size_t)(end + 2 - at) : strlen(at);
        memset(at, ' ', length);
        at += length;
    }
}

static void lower(char *text)
{
    for (; *text; text++)
        if (*text >= 'A' && *text <= 'Z')
            *text = (char)(*text + 'a' - 'A');
}

static void write_declaration(const struct svg_tables *tables, char *declaration, struct buffer *out, size_t start,
                              const struct svg_notice *notice)
{
    char *value = tidy(cut(declaration + strcspn(declaration, ":"))), *name = tidy(declaration);
    lower(name);
    if (!*name && !*value)
        return;
    if (!svg_look_is_safe(tables, value) || strchr(name, '\\')) {
        left_out(notice, name);
        return;
    }
    if (svg_attribute_kind(tables, name) != SVG_VALUE_LOOK || !*value)
        return; /* a property of something else than drawings */
    if (out->length > start)
        buffer_add_char(out, ';');
    buffer_add_text(out, name);
    buffer_add_char(out, ':');
    buffer_add_text(out, value);
}

static void write_declarations(const struct svg_tables *tables, char *text, struct buffer *out,
                               const struct svg_notice *notice)
{
    size_t start = out->length;
    while (*text) {
        char *next = cut(find_outside(text, ";"));
        write_declaration(tables, text, out, start, notice);
        text = next;
    }
}

void svg_clean_declarations(const struct svg_tables *tables, char *text, struct buffer *out,
                            const struct svg_notice *notice)
{
    remove_comments(text);
    write_declarations(tables, text, out, notice);
}

/* Names, classes, ids, conditions on attributes; brackets and quotes closed. */
static bool selector_is_safe(const char *selector)
{
    char open[] = {0, 0};
    for (const char *at = selector; *at; at++) {
        if (*open == '"' || *open == '\'') {
            if (*at == *open)
                *open = '[';
            else if (strchr("\"'()[]:\\<@", *at) || (unsigned char)*at < 0x20)
                return false;
        } else if (strchr("\\<@;{}/", *at) || (unsigned char)*at < 0x20) {
            return false;
        } else if (*at == '(' || *at == '[') {
            if (*open)
                return false;
            *open = *at;
        } else if (*at == ')' || *at == ']') {
            if (*open != (*at == ')' ? '(' : '['))
                return false;
            *open = 0;
        } else if (*at == '"' || *at == '\'') {
            if (*open != '[')
                return false;
            *open = *at;
        }
    }
    return *selector && !*open;
}

/* Position of the `}` that closes the block, from behind its `{`, or the end. `plain`: no block stands inside. */
static char *find_close(char *at, bool *plain)
{
    int depth = 1;
    *plain = true;
    for (;; at++) {
        at = find_outside(at, "{}");
        if (!*at || (*at == '}' && --depth == 0))
            return at;
        if (*at == '{') {
            depth++;
            *plain = false;
        }
    }
}

/* One at-rule, left out with its block; the place behind it. */
static char *skip_at_rule(char *at, const struct svg_notice *notice)
{
    char *stop = find_outside(at, ";{");
    bool plain, block = *stop == '{';
    char *next = cut(stop);
    at[1 + strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-")] = '\0';
    left_out(notice, at);
    return block ? cut(find_close(next, &plain)) : next;
}

static void write_rule(const struct svg_tables *tables, char *selector, char *declarations, struct buffer *out,
                       const struct svg_notice *notice)
{
    size_t before = out->length, start;
    selector = tidy(selector);
    if (!selector_is_safe(selector)) {
        left_out(notice, "{…}");
        return;
    }
    buffer_add_text(out, selector);
    buffer_add_char(out, '{');
    start = out->length;
    write_declarations(tables, declarations, out, notice);
    if (out->length == start) {
        out->length = before;
        out->data[before] = '\0';
    } else {
        buffer_add_text(out, "}\n");
    }
}

void svg_clean_sheet(const struct svg_tables *tables, char *text, struct buffer *out, const struct svg_notice *notice)
{
    remove_comments(text);
    while (*(text += strspn(text, " \t\r\n\f;}"))) {
        bool plain;
        char *stop, *declarations, *next;
        if (*text == '@') {
            text = skip_at_rule(text, notice);
            continue;
        }
        stop = find_outside(text, "{");
        if (!*stop)
            return; /* words without a block: nothing is drawn by them */
        declarations = cut(stop);
        next = cut(find_close(declarations, &plain));
        if (plain)
            write_rule(tables, text, declarations, out, notice);
        else
            left_out(notice, "{…}");
        text = next;
    }
}
