/* Damaged fonts of a project: a report or a file, never a crash. Every damage is made anew from a number. */
#include "font_sample.h"

enum { ROUNDS = 4 /* of random damage to each table */, CHANGES = 24 /* bytes a round */ };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* A document set in these bytes as a font. */
static void use(const char *name, const char *data, size_t length)
{
    const char *const chain[] = {name, NULL};
    static const uint32_t words[] = {'A', 'b', 'f', 'i', 0xC4, 0x3A9, 0x2611};
    char path[64];
    struct shelf shelf = {.path = path};
    struct fixture fixture;
    struct theme theme;
    struct buffer bytes = {0};
    snprintf(path, sizeof path, "fonts/%s", name);
    buffer_add(&shelf.bytes, data, length);
    open_with(&fixture, &theme, chain, &shelf);
    bool usable = fixture.metrics.font(fixture.metrics.context, FACE_REGULAR, 'A', 0) >= 0;
    bool written = usable && write_words(&fixture, words, 7, &bytes);
    assert_true(written || diag_count(fixture.diag) > 0);
    buffer_free(&bytes);
    fixture_close(&fixture);
    buffer_free(&shelf.bytes);
}

/* The font with its bytes [from, to) changed. */
static void damage_table(const char *name, const struct buffer *font, size_t from, size_t to, uint32_t *seed)
{
    char *bytes = malloc(font->length);
    for (int round = 0; round < ROUNDS + 2 && to > from; round++) {
        memcpy(bytes, font->data, font->length);
        if (round < 2)
            memset(bytes + from, round ? 0xFF : 0, to - from);
        for (int change = 0; round >= 2 && change < CHANGES; change++) {
            size_t room = round % 2 && to - from > 64 ? 64 : to - from; /* heads of tables half of the time */
            bytes[from + next_random(seed) % room] = (char)next_random(seed);
        }
        use(name, bytes, font->length);
    }
    free(bytes);
}

/* Cut at both ends of each table, and every table filled with zeros, with ones and at random. `start`: of the font in a
 * collection. */
static void damage(const char *name, const struct buffer *font, size_t start)
{
    const unsigned char *head = (const unsigned char *)font->data + start;
    int tables = head[4] << 8 | head[5];
    uint32_t seed = 1;
    assert_true(tables > 8 && tables < 64);
    for (int i = 0; i < tables; i++) {
        const unsigned char *entry = head + 12 + 16 * i;
        size_t from = number_at(entry + 8), to = from + number_at(entry + 12);
        assert_true(to <= font->length);
        use(name, font->data, from);
        use(name, font->data, from + (to - from) / 2);
        use(name, font->data, to - (to > from));
        damage_table(name, font, from, to, &seed);
        damage_table(name, font, start + 12 + 16 * (size_t)i, start + 28 + 16 * (size_t)i, &seed);
    }
    damage_table(name, font, start, start + 12, &seed);
}

static void quadratic(void **state)
{
    struct buffer font = {0};
    (void)state;
    read_file(SANS, &font);
    damage("Own.ttf", &font, 0);
    buffer_free(&font);
}

static void cubic(void **state)
{
    struct buffer font = {0};
    (void)state;
    read_file(DIDOT, &font);
    damage("Own.otf", &font, 0);
    buffer_free(&font);
}

static void keyed_by_cids(void **state)
{
    struct buffer font = {0};
    (void)state;
    make_keyed(&font);
    damage("Own.otf", &font, 0);
    buffer_free(&font);
}

static void collection(void **state)
{
    struct buffer font = {0};
    uint32_t seed = 7;
    (void)state;
    make_small_collection(&font);
    damage_table("Own.ttc", &font, 0, 20, &seed);
    damage("Own.ttc", &font, 20);
    buffer_free(&font);
}

/* What is no font at all. */
static void anything(void **state)
{
    static const char *const starts[] = {"", "OTTO", "ttcf", "true", "wOFF", "wOF2", "\0\1\0\0", "%!PS-AdobeFont-1.0"};
    char bytes[4096] = {0};
    uint32_t seed = 3;
    (void)state;
    use("Own.ttf", bytes, 0);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        for (size_t k = 0; k < sizeof bytes; k += 255) {
            for (size_t at = 0; at < sizeof bytes; at++)
                bytes[at] = (char)next_random(&seed);
            memcpy(bytes, starts[i], i == 6 ? 4 : strlen(starts[i]));
            use("Own.ttf", bytes, k);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quadratic),  cmocka_unit_test(cubic),    cmocka_unit_test(keyed_by_cids),
        cmocka_unit_test(collection), cmocka_unit_test(anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
