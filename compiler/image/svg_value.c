#include "image/svg_value.h"

#include <string.h>

#include "image/limits.h"
#include "image/size.h"

enum { FRAGMENT_MAX = 1000, FUNCTION_NAME_MAX = 32 }; /* bytes; names are shorter */

static const struct {
    const char *name;
    enum svg_value kind;
} attributes[] = {
#define SVG_ATTRIBUTE(name, kind) {#name, SVG_VALUE_##kind},
#include "image/svg_list.h"
};

static const char *const function_names[] = {
#define SVG_FUNCTION(name) #name,
#include "image/svg_list.h"
};

void svg_tables_fill(struct svg_tables *tables, struct arena *arena)
{
    tables->attributes = map_new(arena);
    tables->functions = map_new(arena);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        map_set(tables->attributes, attributes[i].name, (void *)&attributes[i].kind);
    for (size_t i = 0; i < sizeof function_names / sizeof *function_names; i++)
        map_set(tables->functions, function_names[i], (void *)function_names[i]);
}

enum svg_value svg_attribute_kind(const struct svg_tables *tables, const char *name)
{
    const enum svg_value *kind = map_get(tables->attributes, name);
    return kind ? *kind : SVG_VALUE_NONE;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* Length of the fragment that begins at `#`: no quotes, brackets, escapes or blanks; 0 when there is none. */
static size_t fragment_length(const char *text)
{
    size_t length = 1;
    if (*text != '#')
        return 0;
    while (text[length] && !is_blank(text[length]) && !strchr("\"'()\\<>#{};,", text[length]) &&
           (unsigned char)text[length] > 0x1F)
        length++;
    return length > 1 && length <= FRAGMENT_MAX ? length : 0;
}

const char *svg_fragment(char *text)
{
    while (is_blank(*text))
        text++;
    size_t length = fragment_length(text);
    for (const char *after = text + length; *after; after++)
        if (!is_blank(*after))
            return NULL;
    text[length] = '\0';
    return length ? text : NULL;
}

/* — photographs — */

static int base64_digit(char byte)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = byte ? strchr(digits, byte) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Decodes base64 with full padding; the number of bytes, 0 when it is none. */
static size_t decode_base64(const char *text, unsigned char *bytes)
{
    size_t length = strlen(text), count = 0;
    if (length % 4)
        return 0;
    while (length && text[length - 1] == '=' && length + 2 > strlen(text))
        length--;
    for (size_t i = 0, bits = 0, value = 0; i < length; i++) {
        int digit = base64_digit(text[i]);
        if (digit < 0)
            return 0;
        value = (value << 6 | (size_t)digit) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8)
            bytes[count++] = (unsigned char)(value >> (bits -= 8));
    }
    return count;
}

static void remove_blanks(char *text)
{
    char *to = text;
    for (; *text; text++)
        if (!is_blank(*text))
            *to++ = *text;
    *to = '\0';
}

bool svg_photograph(char *text, long long *pixels, struct arena *arena)
{
    static const struct {
        const char *head;
        enum picture_kind kind;
    } heads[] = {{"data:image/png;base64,", PICTURE_PNG},
                 {"data:image/jpeg;base64,", PICTURE_JPEG},
                 {"data:image/jpg;base64,", PICTURE_JPEG}};
    remove_blanks(text);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t length = strlen(heads[i].head), size;
        struct picture_size found;
        if (strncmp(text, heads[i].head, length) != 0)
            continue;
        unsigned char *bytes = arena_alloc(arena, strlen(text));
        size = decode_base64(text + length, bytes);
        if (picture_kind(bytes, size) != heads[i].kind || !picture_measure(heads[i].kind, bytes, size, &found))
            return false;
        *pixels += (long long)found.width * found.height;
        return *pixels <= SVG_EMBEDDED_PIXELS_MAX;
    }
    return false;
}

/* — values of properties — */

/* Position behind the string that begins here, or NULL: it ends, and holds nothing that would be more than words if the
 * quotes were read in another way. */
static const char *skip_string(const char *at)
{
    char quote = *at++;
    size_t length = strcspn(at, "\"'(){};:@<\\");
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)at[i] < 0x20)
            return NULL;
    return at[length] == quote ? at + length + 1 : NULL;
}

/* Position behind `url(#name)` from behind its bracket, or NULL. */
static const char *skip_address(const char *at)
{
    char quote = 0;
    while (is_blank(*at))
        at++;
    if (*at == '"' || *at == '\'')
        quote = *at++;
    size_t length = fragment_length(at);
    at += length;
    if (!length || (quote && *at++ != quote))
        return NULL;
    while (is_blank(*at))
        at++;
    return *at == ')' ? at + 1 : NULL;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || (unsigned char)byte >= 0x80;
}

/* The name before a bracket, in small letters; "" for a bracket alone or a name longer than any of the list. */
static void function_name(const char *start, const char *bracket, char name[FUNCTION_NAME_MAX])
{
    const char *at = bracket;
    size_t length = 0;
    while (at > start && is_name_byte(at[-1]))
        at--;
    if (bracket - at < FUNCTION_NAME_MAX)
        for (; at < bracket; at++)
            name[length++] = (char)(*at >= 'A' && *at <= 'Z' ? *at + 'a' - 'A' : *at);
    name[length] = '\0';
}

/* Goes on behind an opening bracket: into a function of the list, over url(); NULL when it is neither. */
static const char *enter_function(const struct svg_tables *tables, const char *value, const char *bracket, int *depth)
{
    char name[FUNCTION_NAME_MAX];
    function_name(value, bracket, name);
    if (strcmp(name, "url") == 0)
        return skip_address(bracket + 1);
    if (*name ? !map_has(tables->functions, name) : *depth == 0 || is_name_byte(bracket[-1]))
        return NULL;
    ++*depth;
    return bracket + 1;
}

bool svg_look_is_safe(const struct svg_tables *tables, const char *value)
{
    int depth = 0;
    for (const char *at = value; *at;) {
        if (*at == '"' || *at == '\'') {
            at = skip_string(at);
        } else if (*at == '(') {
            at = enter_function(tables, value, at, &depth);
        } else if (*at == ')') {
            if (--depth < 0)
                return false;
            at++;
        } else if (strchr("\\@{};<[]", *at) || (at[0] == '/' && at[1] == '*') ||
                   ((unsigned char)*at < 0x20 && !is_blank(*at))) {
            return false;
        } else {
            at++;
        }
        if (!at)
            return false;
    }
    return depth == 0;
}
