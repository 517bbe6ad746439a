#include "image/size.h"

#include <string.h>

#include "image/limits.h"

static unsigned read_16(const unsigned char *data)
{
    return (unsigned)data[0] << 8 | data[1];
}

static unsigned long read_32(const unsigned char *data)
{
    return (unsigned long)read_16(data) << 16 | read_16(data + 2);
}

enum picture_kind picture_kind(const unsigned char *bytes, size_t length)
{
    if (length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
        return PICTURE_PNG;
    if (length >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        return PICTURE_JPEG;
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && bytes[at] && strchr(" \t\r\n", bytes[at]))
        at++;
    return at < length && bytes[at] == '<' ? PICTURE_SVG : PICTURE_OTHER;
}

static bool accept(struct picture_size *size, unsigned long width, unsigned long height)
{
    if (!width || !height || width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX)
        return false;
    size->width = (int)width;
    size->height = (int)height;
    return true;
}

static bool measure_png(const unsigned char *bytes, size_t length, struct picture_size *size)
{
    if (length < 24 || memcmp(bytes + 12, "IHDR", 4) != 0)
        return false;
    return accept(size, read_32(bytes + 16), read_32(bytes + 20));
}

/* Walks the segments to the frame header (SOF0 … SOF15, but DHT, JPG and DAC). */
static bool measure_jpeg(const unsigned char *bytes, size_t length, struct picture_size *size)
{
    size_t at = 2;

    while (at + 9 <= length) {
        unsigned marker;

        if (bytes[at] != 0xFF)
            return false;
        marker = bytes[at + 1];
        if (marker == 0xFF) { /* fill byte */
            at++;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return accept(size, read_16(bytes + at + 7), read_16(bytes + at + 5));
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) { /* without length */
            at += 2;
            continue;
        }
        at += 2 + read_16(bytes + at + 2);
    }
    return false;
}

bool picture_measure(enum picture_kind kind, const unsigned char *bytes, size_t length, struct picture_size *size)
{
    if (kind == PICTURE_PNG)
        return measure_png(bytes, length, size);
    return kind == PICTURE_JPEG && measure_jpeg(bytes, length, size);
}

/* The number at the start of an attribute's value in units of CSS, as pixels; 0 when there is none or it is
 * relative. */
static double read_length(const char *text)
{
    static const struct {
        const char *unit;
        double pixels;
    } units[] = {{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 960 / 25.4}, {"in", 96}};
    double number = 0, scale = 1;

    for (text += strspn(text, " "); *text >= '0' && *text <= '9'; text++)
        number = 10 * number + (*text - '0');
    if (*text == '.')
        for (text++; *text >= '0' && *text <= '9'; text++)
            number += (*text - '0') * (scale /= 10);
    if (text[strspn(text, " ")] == '\0')
        return number;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strncmp(text, units[i].unit, 2) == 0 && text[2 + strspn(text + 2, " ")] == '\0')
            return number * units[i].pixels;
    return 0;
}

/* The third and fourth of the four numbers; false when one is missing. */
static bool read_view_box(const char *at, double *width, double *height)
{
    for (int i = 0; i < 4; i++) {
        char number[32];
        size_t size = strcspn(at += strspn(at, " ,\t\r\n"), " ,\t\r\n");

        if (size == 0 || size >= sizeof number)
            return false;
        memcpy(number, at, size);
        number[size] = '\0';
        if (i == 2)
            *width = read_length(number);
        if (i == 3)
            *height = read_length(number);
        at += size;
    }
    return *width > 0 && *height > 0;
}

bool picture_measure_svg(const char *width, const char *height, const char *view_box, struct picture_size *size)
{
    double wide = width ? read_length(width) : 0, high = height ? read_length(height) : 0, box_wide = 0, box_high = 0;

    if (view_box && read_view_box(view_box, &box_wide, &box_high)) {
        if (wide <= 0 && high <= 0)
            wide = box_wide, high = box_high;
        else if (wide <= 0)
            wide = high * box_wide / box_high;
        else if (high <= 0)
            high = wide * box_high / box_wide;
    }
    if (!(wide < IMAGE_SIDE_MAX) || !(high < IMAGE_SIDE_MAX))
        return false;
    return accept(size, (unsigned long)(wide + 0.5), (unsigned long)(high + 0.5));
}
