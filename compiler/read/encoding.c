#include "read/encoding.h"

#include <iconv.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

static struct source place_of(const char *path, const char *text, size_t offset)
{
    struct source source = {path, 1, 1};
    size_t line_start = 0;
    for (size_t at = 0; at < offset; at++)
        if (text[at] == '\n') {
            source.line++;
            line_start = at + 1;
        }
    source.column = (int)utf8_count(text + line_start, offset - line_start) + 1;
    return source;
}

/* Are all bytes Shift_JIS, with at least one pair that no other Japanese encoding has? */
static bool looks_like_shift_jis(const unsigned char *text, size_t length)
{
    bool typical = false;
    for (size_t at = 0; at < length; at++) {
        unsigned char byte = text[at];
        if (byte < 0x80 || (byte >= 0xA1 && byte <= 0xDF))
            continue;
        if (byte == 0x80 || byte == 0xA0 || byte > 0xFC || at + 1 == length)
            return false;
        unsigned char trail = text[++at];
        if (trail < 0x40 || trail == 0x7F || trail > 0xFC)
            return false;
        typical = typical || byte <= 0x9F;
    }
    return typical;
}

static bool ends_with(const char *path, const char *suffix)
{
    size_t length = strlen(path), tail = strlen(suffix);
    return length >= tail && strcasecmp(path + length - tail, suffix) == 0;
}

/* NULL when it cannot be converted as a whole. A character of CP932 takes at most 3 bytes for each 1 of its own. */
static char *convert_shift_jis(const char *text, size_t *length, struct arena *arena)
{
    iconv_t converter = iconv_open("UTF-8", "CP932");
    if (converter == (iconv_t)-1)
        return NULL;
    size_t room = *length * 3, left = *length;
    char *converted = arena_alloc(arena, room + 1), *out = converted, *in = (char *)(uintptr_t)text;
    size_t result = iconv(converter, &in, &left, &out, &room);
    iconv_close(converter);
    if (result == (size_t)-1 || left > 0)
        return NULL;
    *length = (size_t)(out - converted);
    *out = '\0';
    return converted;
}

static bool report_encoding(const char *path, const char **text, size_t *length, size_t bad, struct arena *arena,
                            struct diag *diag)
{
    struct source whole = {path, 0, 0};
    const unsigned char *bytes = (const unsigned char *)*text;
    if (looks_like_shift_jis(bytes, *length) && !memchr(bytes, 0, *length)) {
        char *converted = ends_with(path, ".csv") ? convert_shift_jis(*text, length, arena) : NULL;
        if (!converted) {
            diag_report(diag, MESSAGE_FILE_SHIFT_JIS, whole, path, NULL);
            return false;
        }
        diag_report(diag, MESSAGE_FILE_SHIFT_JIS_CONVERTED, whole, NULL);
        *text = converted;
        return true;
    }
    if (memchr(bytes, 0, *length)) {
        diag_report(diag, MESSAGE_FILE_BINARY, whole, NULL);
        return false;
    }
    diag_report(diag, MESSAGE_FILE_NOT_UTF8, place_of(path, *text, bad), arena_printf(arena, "%02X", bytes[bad]), NULL);
    return false;
}

/* CR LF and CR alone become LF. */
static void normalize_line_ends(const char **text, size_t *length, struct arena *arena)
{
    if (!memchr(*text, '\r', *length))
        return;
    char *copy = arena_alloc(arena, *length + 1), *out = copy;
    for (const char *at = *text, *end = *text + *length; at < end; at++) {
        if (*at != '\r')
            *out++ = *at;
        else if (at[1] != '\n')
            *out++ = '\n';
    }
    *text = copy;
    *length = (size_t)(out - copy);
}

/* Voicing marks that stand apart from their kana (as macOS writes them), accents apart from their letter. */
static bool has_apart_marks(const char *text, size_t length)
{
    return memmem(text, length, "\xE3\x82\x99", 3) || memmem(text, length, "\xE3\x82\x9A", 3) ||
           memchr(text, 0xCC, length) || memchr(text, 0xCD, length);
}

/* The character that letter and mark are in NFC, or 0. Only pairs are composed: the compatibility ideographs of
 * names, which NFC would replace, stay as written. */
static uint32_t composed(uint32_t letter, uint32_t mark)
{
    bool apart = mark == 0x3099 || mark == 0x309A || (mark >= 0x300 && mark <= 0x36F);
    return apart ? unicode_compose(letter, mark) : 0;
}

static void compose_marks(const char **text, size_t *length, struct arena *arena)
{
    if (!has_apart_marks(*text, *length))
        return;
    char *copy = arena_alloc(arena, *length + 1), *out = copy;
    uint32_t held = 0; /* the character that may still take a mark */
    for (const char *at = *text, *end = *text + *length; at < end;) {
        uint32_t code, both;
        at += utf8_decode(at, (size_t)(end - at), &code);
        if (held && (both = composed(held, code)) != 0) {
            held = both;
            continue;
        }
        if (held)
            out += utf8_encode(held, out);
        held = code;
    }
    if (held)
        out += utf8_encode(held, out);
    *text = copy;
    *length = (size_t)(out - copy);
}

bool encoding_to_text(const char *path, const char **text, size_t *length, struct arena *arena, struct diag *diag)
{
    if (*length >= 2 && (memcmp(*text, "\xFF\xFE", 2) == 0 || memcmp(*text, "\xFE\xFF", 2) == 0)) {
        diag_report(diag, MESSAGE_FILE_UTF16, (struct source){path, 0, 0}, NULL);
        return false;
    }
    if (*length >= 3 && (memcmp(*text, "\x1BLu", 3) == 0 || memcmp(*text, "\x1BLJ", 3) == 0)) {
        diag_report(diag, MESSAGE_FILE_LUA_BYTECODE, (struct source){path, 0, 0}, NULL);
        return false;
    }
    if (*length >= 3 && memcmp(*text, "\xEF\xBB\xBF", 3) == 0) {
        *text += 3;
        *length -= 3;
    }
    size_t good = utf8_check(*text, *length);
    if (good < *length && !report_encoding(path, text, length, good, arena, diag))
        return false;
    const char *nul = memchr(*text, '\0', *length);
    if (nul) {
        diag_report(diag, MESSAGE_FILE_NUL, place_of(path, *text, (size_t)(nul - *text)), NULL);
        return false;
    }
    normalize_line_ends(text, length, arena);
    compose_marks(text, length, arena);
    return true;
}
