/* Fuzz target: a font of the project (pdf/fonts.c), asked for glyphs, then for a subset of them (pdf/subset.c, cff.c).
 */
#include <string.h>

#include "doc/theme.h"
#include "lib/fuzz.h"
#include "pdf/fonts.h"
#include "pdf/subset.h"

enum { WORDS = 8 };

static const unsigned char *give(void *context, const char *path, size_t *length)
{
    const struct fuzz *fuzz = context;
    *length = fuzz->length;
    return strcmp(path, fuzz->path) == 0 ? (const unsigned char *)fuzz->text : NULL;
}

static void check_subset(const struct subset *subset, const uint16_t *renumbered, size_t count, struct buffer *dump)
{
    must(subset->bytes.length > 0 && subset->glyph_count > 0 && subset->glyph_count <= UINT16_MAX);
    for (size_t i = 0; i < count; i++)
        must(renumbered[i] < subset->glyph_count);
    buffer_add(dump, subset->bytes.data, subset->bytes.length);
}

static void use(struct fonts *fonts, int font, struct buffer *dump)
{
    static const uint32_t words[WORDS] = {'A', 'b', 'f', 'i', 0xC4, 0x3A9, 0x2611, 0x5B57};
    uint16_t glyphs[WORDS], renumbered[WORDS] = {0};
    struct subset subset;
    size_t count = 0;
    const struct font_facts *facts = fonts_facts(fonts, font);
    must(facts->name[0] && strlen(facts->name) < sizeof facts->name);
    buffer_printf(dump, "%s %d %d %d\n", facts->name, facts->ascent, facts->descent, facts->stem);
    for (size_t i = 0; i < WORDS; i++) {
        struct font_glyph glyph;
        if (!fonts_glyph(fonts, font, words[i], i % 2 ? 0 : 0xFE00, &glyph))
            continue;
        must(glyph.advance >= 0);
        glyphs[count++] = glyph.id;
        buffer_printf(dump, "%d %d\n", glyph.id, glyph.advance);
    }
    bool made = count && subset_make(fonts_subset_source(fonts, font), glyphs, count, renumbered, &subset);
    if (made)
        check_subset(&subset, renumbered, count, dump);
    if (count)
        buffer_free(&subset.bytes);
}

/* The font alone, so that nothing of the system comes in; it is font 0, or none. */
static void take(struct fuzz *fuzz, struct buffer *dump)
{
    static const char *const chain[] = {"Own.ttf", NULL};
    const struct theme theme = {.fonts_regular = chain,
                                .fonts_bold = chain,
                                .fonts_latin = chain,
                                .fonts_latin_bold = chain,
                                .fonts_western = chain,
                                .fonts_western_bold = chain,
                                .fonts_mono = chain};
    struct fonts *fonts = fonts_open(&theme, NULL, give, fuzz, fuzz->diag);
    if (diag_count(fuzz->diag) == 0)
        use(fonts, 0, dump);
    fonts_close(fonts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("fonts/Own.ttf", data, size, take);
}
