#include "pdf/srgb.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* A display profile of version 2, which the oldest archives take, after IEC 61966-2-1: a table of tags, their data
 * behind it. Numbers are big-endian; fractions have 16 bits behind the point. */
enum { HEADER_SIZE = 128, TAG_COUNT = 9, DATA = HEADER_SIZE + 4 + 12 * TAG_COUNT };
enum { DESCRIPTION = 96, CURVE_COUNT = 256, TEXTS = DESCRIPTION + 12, CURVE = DATA + TEXTS + 4 * 20 };

struct writer {
    unsigned char *bytes;
    uint32_t at;
};

static void put(struct writer *writer, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        writer->bytes[writer->at++] = (unsigned char)(number >> shift);
}

static void put_name(struct writer *writer, const char *name)
{
    memcpy(writer->bytes + writer->at, name, 4);
    writer->at += 4;
}

static void put_numbers(struct writer *writer, const char *type, const uint32_t *numbers, int count)
{
    put_name(writer, type);
    put(writer, 0);
    for (int i = 0; i < count; i++)
        put(writer, numbers[i]);
}

static void put_bytes(struct writer *writer, const char *text, uint32_t length)
{
    memcpy(writer->bytes + writer->at, text, length);
    writer->at += length;
}

/* A name in ASCII, without those in Unicode and for Macintosh that could follow. */
static void put_description(struct writer *writer, const char *text)
{
    uint32_t end = writer->at + DESCRIPTION;
    put_numbers(writer, "desc", (const uint32_t[]){(uint32_t)strlen(text) + 1}, 1);
    put_bytes(writer, text, (uint32_t)strlen(text) + 1);
    writer->at = end;
}

/* From the numbers of a screen to amounts of light. */
static void put_curve(struct writer *writer)
{
    put_numbers(writer, "curv", (const uint32_t[]){CURVE_COUNT}, 1);
    for (int i = 0; i < CURVE_COUNT; i++) {
        double x = i / (CURVE_COUNT - 1.0);
        unsigned light = (unsigned)(65535 * (x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)) + 0.5);
        writer->bytes[writer->at++] = (unsigned char)(light >> 8);
        writer->bytes[writer->at++] = (unsigned char)light;
    }
}

static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D};
static const uint32_t red[] = {0x6FA0, 0x38F5, 0x0390};
static const uint32_t green[] = {0x6297, 0xB787, 0x18DA};
static const uint32_t blue[] = {0x249F, 0x0F84, 0xB6C3};

static void put_header(struct writer *writer)
{
    put(writer, SRGB_SIZE);
    put(writer, 0);
    put(writer, 0x02100000);
    put_name(writer, "mntr");
    put_name(writer, "RGB ");
    put_name(writer, "XYZ ");
    put(writer, 2000u << 16 | 1); /* made on 2000-01-01 */
    put(writer, 1u << 16);
    put(writer, 0);
    put_name(writer, "acsp");
    writer->at = 68;
    for (int i = 0; i < 3; i++)
        put(writer, white[i]);
    writer->at = HEADER_SIZE;
}

void srgb_profile(unsigned char profile[SRGB_SIZE])
{
    static const struct {
        const char *name;
        uint32_t offset, length;
    } tags[TAG_COUNT] = {{"desc", DATA, DESCRIPTION - 1},
                         {"cprt", DATA + DESCRIPTION, 12},
                         {"wtpt", DATA + TEXTS, 20},
                         {"rXYZ", DATA + TEXTS + 20, 20},
                         {"gXYZ", DATA + TEXTS + 40, 20},
                         {"bXYZ", DATA + TEXTS + 60, 20},
                         {"rTRC", CURVE, 12 + 2 * CURVE_COUNT},
                         {"gTRC", CURVE, 12 + 2 * CURVE_COUNT},
                         {"bTRC", CURVE, 12 + 2 * CURVE_COUNT}};
    memset(profile, 0, SRGB_SIZE);
    struct writer writer = {profile, 0};
    put_header(&writer);
    put(&writer, TAG_COUNT);
    for (int i = 0; i < TAG_COUNT; i++) {
        put_name(&writer, tags[i].name);
        put(&writer, tags[i].offset);
        put(&writer, tags[i].length);
    }
    put_description(&writer, "sRGB");
    put_numbers(&writer, "text", NULL, 0);
    put_bytes(&writer, "CC0", 4);
    put_numbers(&writer, "XYZ ", white, 3);
    put_numbers(&writer, "XYZ ", red, 3);
    put_numbers(&writer, "XYZ ", green, 3);
    put_numbers(&writer, "XYZ ", blue, 3);
    put_curve(&writer);
}
