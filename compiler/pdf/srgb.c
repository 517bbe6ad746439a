#include "pdf/srgb.h"

#include <stdint.h>
#include <string.h>

/* A display profile of version 4 after IEC 61966-2-1: a table of tags, their data behind it. Numbers are
 * big-endian; fractions have 16 bits behind the point. */
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

/* A text of four ASCII characters in English. */
static void put_text(struct writer *writer, const char *text)
{
    put_numbers(writer, "mluc", (const uint32_t[]){1, 12}, 2);
    put_name(writer, "enUS");
    put(writer, 8);
    put(writer, 28);
    for (int i = 0; i < 4; i++) {
        writer->bytes[writer->at++] = 0;
        writer->bytes[writer->at++] = (unsigned char)text[i];
    }
}

static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D};
static const uint32_t red[] = {0x6FA0, 0x38F5, 0x0390};
static const uint32_t green[] = {0x6297, 0xB787, 0x18DA};
static const uint32_t blue[] = {0x249F, 0x0F84, 0xB6C3};
/* From the white of the screen to that of the profile, after Bradford. */
static const uint32_t adaptation[] = {0x10C42,    0x05DE,     0xFFFFF325, 0x0793, 0xFD90,
                                      0xFFFFFBA2, 0xFFFFFDA3, 0x03DC,     0xC06E};
/* Type 3: (a x + b)^g from d on, c x below; g a b c d. */
static const uint32_t curve[] = {0x30000, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B};

enum { HEADER_SIZE = 128, TAG_COUNT = 10, DATA = HEADER_SIZE + 4 + 12 * TAG_COUNT };

static void put_header(struct writer *writer)
{
    put(writer, SRGB_SIZE);
    put(writer, 0);
    put(writer, 0x04200000);
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
    } tags[TAG_COUNT] = {{"desc", DATA, 36},       {"cprt", DATA + 36, 36},  {"wtpt", DATA + 72, 20},
                         {"chad", DATA + 92, 44},  {"rXYZ", DATA + 136, 20}, {"gXYZ", DATA + 156, 20},
                         {"bXYZ", DATA + 176, 20}, {"rTRC", DATA + 196, 32}, {"gTRC", DATA + 196, 32},
                         {"bTRC", DATA + 196, 32}};
    memset(profile, 0, SRGB_SIZE);
    struct writer writer = {profile, 0};
    put_header(&writer);
    put(&writer, TAG_COUNT);
    for (int i = 0; i < TAG_COUNT; i++) {
        put_name(&writer, tags[i].name);
        put(&writer, tags[i].offset);
        put(&writer, tags[i].length);
    }
    put_text(&writer, "sRGB");
    put_text(&writer, "CC0 ");
    put_numbers(&writer, "XYZ ", white, 3);
    put_numbers(&writer, "sf32", adaptation, 9);
    put_numbers(&writer, "XYZ ", red, 3);
    put_numbers(&writer, "XYZ ", green, 3);
    put_numbers(&writer, "XYZ ", blue, 3);
    put_numbers(&writer, "para", curve, 6);
}
