#include "read/scalar.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_one_of(const char *text, const char *lower, const char *capital, const char *upper)
{
    return strcmp(text, lower) == 0 || strcmp(text, capital) == 0 || strcmp(text, upper) == 0;
}

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool is_real(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = digits(text);
    text += whole;
    if (*text == '.') {
        size_t fraction = digits(++text);
        if (whole + fraction == 0)
            return false;
        text += fraction;
    } else if (whole == 0) {
        return false;
    }
    if (*text == 'e' || *text == 'E') {
        text++;
        text += *text == '-' || *text == '+';
        size_t exponent = digits(text);
        if (exponent == 0)
            return false;
        text += exponent;
    }
    return *text == '\0';
}

/* Base of an integer by its form, 0 for what is none; `number` is where its digits start. */
static int integer_base(const char *text, const char **number)
{
    *number = text;
    if (text[0] == '0' && (text[1] == 'o' || text[1] == 'x')) {
        const char *allowed = text[1] == 'o' ? "01234567" : "0123456789abcdefABCDEF";
        *number = text + 2;
        size_t length = strspn(*number, allowed);
        return length > 0 && (*number)[length] == '\0' ? (text[1] == 'o' ? 8 : 16) : 0;
    }
    const char *start = text + (*text == '-' || *text == '+');
    size_t length = digits(start);
    return length > 0 && start[length] == '\0' ? 10 : 0;
}

static bool read_integer(const char *text, int64_t *integer)
{
    const char *number;
    int base = integer_base(text, &number);
    if (base == 0)
        return false;
    errno = 0;
    *integer = strtoll(number, NULL, base);
    return errno == 0;
}

void scalar_type(struct value *value)
{
    const char *text = value->text;
    value->kind = VALUE_TEXT;
    if (!strchr("~nNtTfF+-.0123456789", *text)) /* most scalars; the end of an empty one is found */
        return;
    if (*text == '\0' || strcmp(text, "~") == 0 || is_one_of(text, "null", "Null", "NULL")) {
        value->kind = VALUE_NULL;
        value->text = "";
    } else if (is_one_of(text, "true", "True", "TRUE")) {
        value->kind = VALUE_BOOL;
        value->as.boolean = true;
    } else if (is_one_of(text, "false", "False", "FALSE")) {
        value->kind = VALUE_BOOL;
    } else if (strchr("+-.0123456789", *text)) {
        if (read_integer(text, &value->as.integer)) {
            value->kind = VALUE_INTEGER;
        } else if (is_real(text)) {
            double real = strtod(text, NULL);
            if (isfinite(real)) {
                value->kind = VALUE_REAL;
                value->as.real = real;
            }
        }
    }
}
