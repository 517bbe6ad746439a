#include "pdf/cff.h"

#include <stdint.h>

#define OPERATOR_CHARSET 15
#define OPERATOR_CHARSTRINGS 17 /* the outlines, one a glyph */
#define OPERATOR_ESCAPE 12
#define OPERATOR_ROS 30 /* after the escape: the font is made of CIDs */
#define OPERAND_LONG 29 /* a number of four bytes */

struct slice {
    size_t start, end;
};

static const unsigned char *bytes_of(const struct buffer *cff)
{
    return (const unsigned char *)cff->data;
}

static size_t read_number(const unsigned char *bytes, size_t size)
{
    size_t number = 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | bytes[i];
    return number;
}

/* Reads the INDEX at `at`: the slice of its first item and the offset behind it. */
static bool read_index(const struct buffer *cff, size_t at, struct slice *first, size_t *behind)
{
    const unsigned char *bytes = bytes_of(cff);
    if (at + 3 > cff->length)
        return false;
    size_t count = read_number(bytes + at, 2), size = bytes[at + 2];
    size_t offsets = at + 3, data = offsets + (count + 1) * size - 1;
    if (count == 0 || size < 1 || size > 4 || data >= cff->length)
        return false;
    first->start = data + read_number(bytes + offsets, size);
    first->end = data + read_number(bytes + offsets + size, size);
    *behind = data + read_number(bytes + offsets + count * size, size);
    return first->start <= first->end && first->end <= *behind && *behind <= cff->length;
}

static size_t real_length(const unsigned char *bytes, size_t length)
{
    size_t used = 1;
    while (used < length && (bytes[used] & 0x0F) != 0x0F && bytes[used] >> 4 != 0x0F)
        used++;
    return used + 1;
}

/* Length of the operand or operator at `bytes`. */
static size_t token_length(const unsigned char *bytes, size_t length)
{
    switch (bytes[0]) {
    case 28:
        return 3;
    case OPERAND_LONG:
        return 5;
    case 30:
        return real_length(bytes, length);
    case OPERATOR_ESCAPE:
        return 2;
    default:
        return bytes[0] >= 247 && bytes[0] <= 254 ? 2 : 1;
    }
}

bool cff_number_glyphs(struct buffer *cff, size_t glyph_count)
{
    struct slice item;
    size_t at;
    if (cff->length < 4 || !read_index(cff, bytes_of(cff)[2], &item, &at) || !read_index(cff, at, &item, &at))
        return false;
    const unsigned char *bytes = bytes_of(cff);
    size_t operand = 0, charset = 0, outlines = 0;
    bool keyed = false;
    for (size_t i = item.start, length; i < item.end; i += length) {
        length = token_length(bytes + i, item.end - i);
        if (i + length > item.end)
            return false;
        if (bytes[i] == OPERATOR_ESCAPE && bytes[i + 1] == OPERATOR_ROS)
            keyed = true;
        else if (bytes[i] == OPERATOR_CHARSET && bytes[operand] == OPERAND_LONG)
            charset = operand;
        else if (bytes[i] == OPERATOR_CHARSTRINGS && bytes[operand] == OPERAND_LONG)
            outlines = read_number(bytes + operand + 1, 4);
        operand = i;
    }
    if (outlines == 0 || !read_index(cff, outlines, &item, &at) || read_number(bytes + outlines, 2) != glyph_count)
        return false;
    if (!keyed)
        return true;
    if (charset == 0 || glyph_count < 2 || glyph_count > UINT16_MAX || cff->length > INT32_MAX)
        return false;
    for (int i = 0; i < 4; i++)
        cff->data[charset + 1 + (size_t)i] = (char)(cff->length >> (24 - 8 * i));
    size_t rest = glyph_count - 2; /* format 2, one range: the glyph 0 is not in it, the first is 1 */
    const unsigned char range[] = {2, 0, 1, (unsigned char)(rest >> 8), (unsigned char)rest};
    buffer_add(cff, range, sizeof range);
    return true;
}
