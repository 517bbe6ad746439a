/* Fonts for tests: those of the system as files of a project, collections and fonts keyed by CIDs made of them. */
#ifndef TEKIGO_TESTS_FONT_SAMPLE_H
#define TEKIGO_TESTS_FONT_SAMPLE_H

#include "pdf_pages.h"

#define MINCHO "/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf"
#define SANS "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
#define DIDOT "/usr/share/fonts/opentype/didot/GFSDidot.otf" /* cubic outlines */

struct shelf {
    const char *path;
    struct buffer bytes;
};

static inline const unsigned char *shelf_bytes(void *context, const char *path, size_t *length)
{
    struct shelf *shelf = context;
    *length = shelf->bytes.length;
    return strcmp(path, shelf->path) == 0 ? (const unsigned char *)shelf->bytes.data : NULL;
}

static inline void read_file(const char *path, struct buffer *out)
{
    char block[65536];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;)
        buffer_add(out, block, length);
    fclose(file);
}

static inline void add_number(struct buffer *out, uint32_t number)
{
    const char bytes[] = {(char)(number >> 24), (char)(number >> 16), (char)(number >> 8), (char)number};
    buffer_add(out, bytes, 4);
}

static inline uint32_t number_at(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* A font as part of a collection: the places in its directory count from the start of the file. */
static inline void add_member(struct buffer *out, const struct buffer *font)
{
    size_t start = out->length;
    buffer_add(out, font->data, font->length);
    unsigned char *bytes = (unsigned char *)out->data + start;
    int tables = bytes[4] << 8 | bytes[5];
    for (int i = 0; i < tables; i++) {
        unsigned char *offset = bytes + 12 + 16 * i + 8;
        uint32_t moved = number_at(offset) + (uint32_t)start;
        for (int k = 0; k < 4; k++)
            offset[k] = (unsigned char)(moved >> (24 - 8 * k));
    }
    while (out->length % 4)
        buffer_add_char(out, '\0');
}

/* Two fonts in one file. */
static inline void join_fonts(const char *first_path, const char *second_path, struct buffer *out)
{
    struct buffer first = {0}, second = {0};
    read_file(first_path, &first);
    read_file(second_path, &second);
    buffer_add(out, "ttcf\0\1\0\0", 8);
    add_number(out, 2);
    add_number(out, 20);
    add_number(out, 20 + (uint32_t)((first.length + 3) / 4 * 4));
    add_member(out, &first);
    add_member(out, &second);
    buffer_free(&first);
    buffer_free(&second);
}

static inline void make_collection(struct buffer *out)
{
    join_fonts(SANS, MINCHO, out);
}

static inline void make_small_collection(struct buffer *out)
{
    join_fonts(DIDOT, DIDOT, out);
}

static inline void open_with(struct fixture *fixture, struct theme *theme, const char *const *chain,
                             struct shelf *shelf)
{
    *theme = (struct theme){.fonts_regular = chain, .fonts_bold = chain, .fonts_mono = chain};
    fixture_open_with(fixture, theme, shelf ? shelf_bytes : NULL, shelf);
}

/* — a font keyed by CIDs, as large Japanese fonts are, made of one that has names — */

struct item {
    size_t start, end;
};

/* The first item of the INDEX at `at`; `behind`: where the INDEX ends. */
static inline struct item first_item(const unsigned char *cff, size_t at, size_t *behind)
{
    size_t count = (size_t)cff[at] << 8 | cff[at + 1], size = cff[at + 2], first = 0, end = 0;
    if (count == 0) {
        *behind = at + 2;
        return (struct item){0, 0};
    }
    for (size_t i = 0; i < size; i++) {
        first = first << 8 | cff[at + 3 + size + i];
        end = end << 8 | cff[at + 3 + count * size + i];
    }
    size_t data = at + 3 + (count + 1) * size - 1;
    *behind = data + end;
    return (struct item){data + 1, data + first};
}

/* Operands of an operator of the top DICT; false when it is not there. */
static inline bool find_operands(const unsigned char *cff, struct item dict, int wanted, long operands[4])
{
    int count = 0;
    for (size_t i = dict.start; i < dict.end;) {
        int byte = cff[i];
        if (byte <= 21) {
            int operator= byte == 12 ? 1200 + cff[i + 1] : byte;
            i += byte == 12 ? 2 : 1;
            if (operator== wanted)
                return true;
            count = 0;
            continue;
        }
        long number = byte - 139;
        size_t length = 1;
        if (byte == 28) {
            number = (int16_t)(cff[i + 1] << 8 | cff[i + 2]);
            length = 3;
        } else if (byte == 29) {
            number = (int32_t)number_at(cff + i + 1);
            length = 5;
        } else if (byte == 30) {
            while ((cff[i + length] & 0x0F) != 0x0F)
                length++;
            length++;
        } else if (byte >= 247) {
            number = byte < 251 ? (byte - 247) * 256 + cff[i + 1] + 108 : -(byte - 251) * 256 - cff[i + 1] - 108;
            length = 2;
        }
        if (count < 4)
            operands[count++] = number;
        i += length;
    }
    return false;
}

static inline void add_operand(struct buffer *out, size_t number)
{
    buffer_add_char(out, 29);
    add_number(out, (uint32_t)number);
}

static inline void add_index(struct buffer *out, const struct buffer *item)
{
    buffer_add(out, "\0\1\4", 3);
    add_number(out, 1);
    add_number(out, (uint32_t)item->length + 1);
    buffer_add(out, item->data, item->length);
}

enum { CID_TOP = 5 + 5 * 4 + 6 /* bytes of the new top DICT: ROS, four offsets, their operators */ };

/* The CFF table `cff` with one font DICT for all glyphs. */
static inline void make_keyed_table(const unsigned char *cff, size_t length, struct buffer *out)
{
    size_t top_at, strings_at, behind;
    long charset[4], outlines[4], inner[4];
    first_item(cff, cff[2], &top_at);
    struct item top = first_item(cff, top_at, &strings_at);
    assert_true(find_operands(cff, top, 15, charset) && find_operands(cff, top, 17, outlines) &&
                find_operands(cff, top, 18, inner));
    size_t glyphs = (size_t)cff[outlines[0]] << 8 | cff[outlines[0] + 1];
    size_t moved = top_at + 11 + CID_TOP - strings_at, select = length + moved, fonts = select + 1 + glyphs;
    struct buffer dict = {0};
    buffer_add(&dict, "\x8C\x8C\x8B\x0C\x1E", 5); /* ROS of two standard strings, supplement 0 */
    add_operand(&dict, (size_t)charset[0] + moved);
    buffer_add_char(&dict, 15);
    add_operand(&dict, (size_t)outlines[0] + moved);
    buffer_add_char(&dict, 17);
    add_operand(&dict, select);
    buffer_add(&dict, "\x0C\x25", 2);
    add_operand(&dict, fonts);
    buffer_add(&dict, "\x0C\x24", 2);
    assert_int_equal(dict.length, CID_TOP);
    buffer_add(out, (const char *)cff, top_at);
    add_index(out, &dict);
    buffer_add(out, (const char *)cff + strings_at, length - strings_at);
    for (behind = 0; behind <= glyphs; behind++) /* FDSelect, format 0 */
        buffer_add_char(out, 0);
    buffer_clear(&dict);
    add_operand(&dict, (size_t)inner[0]);
    add_operand(&dict, (size_t)inner[1] + moved);
    buffer_add_char(&dict, 18);
    add_index(out, &dict);
    buffer_free(&dict);
}

/* Entry of a table in the directory of a font. */
static inline unsigned char *find_table(struct buffer *font, const char *tag)
{
    unsigned char *bytes = (unsigned char *)font->data;
    for (int i = 0; i < (bytes[4] << 8 | bytes[5]); i++)
        if (memcmp(bytes + 12 + 16 * i, tag, 4) == 0)
            return bytes + 12 + 16 * i;
    return NULL;
}

static inline void make_keyed(struct buffer *out)
{
    struct buffer table = {0};
    read_file(DIDOT, out);
    unsigned char *entry = find_table(out, "CFF ");
    assert_non_null(entry);
    make_keyed_table((unsigned char *)out->data + number_at(entry + 8), number_at(entry + 12), &table);
    for (int i = 0; i < 4; i++) {
        entry[8 + i] = (unsigned char)(out->length >> (24 - 8 * i));
        entry[12 + i] = (unsigned char)(table.length >> (24 - 8 * i));
    }
    buffer_add(out, table.data, table.length);
    buffer_free(&table);
}

/* A page with these words, as a file. */
static inline bool write_words(struct fixture *fixture, const uint32_t *words, size_t count, struct buffer *bytes)
{
    struct page *page = fixture_page(fixture, 595276, 841890);
    int font = fixture->metrics.font(fixture->metrics.context, FACE_REGULAR, words[0], 0);
    struct box box = {.type = BOX_TEXT, .x = 60000, .y = 60000, .width = 10000 * (int)count};
    box.as.text.font = font;
    box.as.text.size = 10000;
    box.as.text.count = count;
    box.as.text.characters = words;
    fixture_box(fixture, page, box);
    return fixture_write(fixture, "2026-10-15", bytes);
}

#endif
