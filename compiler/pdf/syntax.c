#include "pdf/syntax.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static const char digits[] = "0123456789ABCDEF";

void syntax_add_decimal(struct buffer *buffer, int64_t value, int places)
{
    char text[32], *end = text + sizeof text, *start = end;
    bool negative = value < 0;
    uint64_t rest = negative ? -(uint64_t)value : (uint64_t)value;
    for (; places > 0 && rest % 10 == 0; places--)
        rest /= 10;
    for (int i = 0; rest > 0 || i <= places; i++) {
        if (i > 0 && i == places)
            *--start = '.';
        *--start = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (negative)
        *--start = '-';
    buffer_add(buffer, start, (size_t)(end - start));
}

int64_t syntax_round_length(int64_t thousandths)
{
    return (thousandths >= 0 ? thousandths + 5 : thousandths - 5) / 10;
}

void syntax_add_length(struct buffer *buffer, int64_t thousandths)
{
    syntax_add_decimal(buffer, syntax_round_length(thousandths), 2);
    buffer_add_char(buffer, ' ');
}

void syntax_add_bytes(struct buffer *buffer, const char *text)
{
    buffer_add_char(buffer, '(');
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '(' || byte == ')' || byte == '\\')
            buffer_add_char(buffer, '\\');
        if (byte < ' ' || byte >= 0x7F)
            buffer_printf(buffer, "\\%03o", byte);
        else
            buffer_add_char(buffer, *text);
    }
    buffer_add_char(buffer, ')');
}

static void add_unit(struct buffer *buffer, uint32_t unit)
{
    char text[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    buffer_add(buffer, text, 4);
}

void syntax_add_utf16(struct buffer *buffer, uint32_t character)
{
    if (character < 0x10000) {
        add_unit(buffer, character);
        return;
    }
    add_unit(buffer, 0xD800 + ((character - 0x10000) >> 10));
    add_unit(buffer, 0xDC00 + ((character - 0x10000) & 0x3FF));
}

static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

void syntax_add_text(struct buffer *buffer, const char *text)
{
    if (is_plain(text)) {
        syntax_add_bytes(buffer, text);
        return;
    }
    buffer_add_text(buffer, "<FEFF");
    for (size_t left = strlen(text), used; left > 0; left -= used, text += used) {
        uint32_t character;
        used = utf8_decode(text, left, &character);
        if (used == 0)
            used = 1;
        syntax_add_utf16(buffer, character);
    }
    buffer_add_char(buffer, '>');
}
