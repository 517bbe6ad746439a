#include "pdf/glyph_use.h"

#include <stdlib.h>

#include "pdf/syntax.h"

#define CODES 0x10000
#define WORD_BITS 64

/* The codes used of a part: a bit for each. */
struct part_use {
    struct font_part part;
    uint64_t *codes;
    struct part_use *next;
};

struct glyph_use {
    struct fonts *fonts;
    struct arena *arena;
    uint64_t **plain;      /* by font: the codes of the basic plane without selectors */
    struct part_use *rare; /* the others */
    int font_count;
};

bool is_variation_selector(uint32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

struct glyph_use *glyph_use_new(struct fonts *fonts, struct arena *arena)
{
    struct glyph_use *use = arena_alloc(arena, sizeof *use);
    *use = (struct glyph_use){.fonts = fonts, .arena = arena, .font_count = fonts_count(fonts)};
    use->plain = arena_alloc(arena, (size_t)use->font_count * sizeof *use->plain);
    return use;
}

struct font_glyph glyph_use_find(const struct glyph_use *use, int font, uint32_t character, uint32_t selector)
{
    struct font_glyph glyph;
    fonts_glyph(use->fonts, font, character, selector, &glyph);
    return glyph;
}

struct font_part glyph_use_part(int font, uint32_t character, uint32_t selector)
{
    return (struct font_part){font, selector, character >> 16};
}

static bool is_plain(struct font_part part)
{
    return part.plane == 0 && part.selector == 0;
}

static uint64_t *new_codes(struct glyph_use *use)
{
    return arena_alloc(use->arena, CODES / 8);
}

static uint64_t *rare_codes(struct glyph_use *use, struct font_part part)
{
    for (struct part_use *item = use->rare; item; item = item->next)
        if (item->part.font == part.font && item->part.plane == part.plane && item->part.selector == part.selector)
            return item->codes;
    struct part_use *item = arena_alloc(use->arena, sizeof *item);
    *item = (struct part_use){part, new_codes(use), use->rare};
    use->rare = item;
    return item->codes;
}

static uint64_t *codes_of(struct glyph_use *use, struct font_part part)
{
    if (!is_plain(part))
        return rare_codes(use, part);
    if (!use->plain[part.font])
        use->plain[part.font] = new_codes(use);
    return use->plain[part.font];
}

void glyph_use_note(struct glyph_use *use, struct font_part part, uint16_t code)
{
    codes_of(use, part)[code / WORD_BITS] |= UINT64_C(1) << code % WORD_BITS;
}

void glyph_use_add_name(struct buffer *text, struct font_part part)
{
    buffer_add_text(text, "/F");
    syntax_add_decimal(text, part.font, 0);
    if (part.plane || part.selector)
        buffer_printf(text, "P%uV%X", part.plane, (unsigned)part.selector);
}

static void merge_codes(uint64_t *codes, const uint64_t *others)
{
    for (size_t i = 0; i < CODES / WORD_BITS; i++)
        codes[i] |= others[i];
}

void glyph_use_merge(struct glyph_use *use, const struct glyph_use *other)
{
    for (int font = 0; font < other->font_count; font++)
        if (other->plain[font])
            merge_codes(codes_of(use, (struct font_part){.font = font}), other->plain[font]);
    for (const struct part_use *item = other->rare; item; item = item->next)
        merge_codes(codes_of(use, item->part), item->codes);
}

static size_t count_codes(const uint64_t *codes)
{
    size_t count = 0;
    for (size_t i = 0; i < CODES / WORD_BITS; i++)
        count += (size_t)__builtin_popcountll(codes[i]);
    return count;
}

static struct used_font list_glyphs(struct glyph_use *use, struct font_part part, const uint64_t *codes)
{
    struct used_font used = {.part = part};
    used.glyphs = arena_alloc(use->arena, count_codes(codes) * sizeof *used.glyphs);
    for (uint32_t code = 0; code < CODES; code++) {
        if (codes[code / WORD_BITS] == 0) {
            code += WORD_BITS - 1;
            continue;
        }
        if (!(codes[code / WORD_BITS] >> code % WORD_BITS & 1))
            continue;
        uint32_t character = (uint32_t)part.plane << 16 | code;
        struct font_glyph glyph = glyph_use_find(use, part.font, character, part.selector);
        used.glyphs[used.count++] = (struct used_glyph){character, (uint16_t)code, glyph.id, glyph.advance};
    }
    return used;
}

static int compare_parts(const void *left, const void *right)
{
    const struct font_part *a = &((const struct used_font *)left)->part, *b = &((const struct used_font *)right)->part;
    if (a->font != b->font)
        return a->font < b->font ? -1 : 1;
    if (a->plane != b->plane)
        return a->plane < b->plane ? -1 : 1;
    return (a->selector > b->selector) - (a->selector < b->selector);
}

const struct used_font *glyph_use_fonts(struct glyph_use *use, size_t *count)
{
    size_t most = (size_t)use->font_count;
    for (const struct part_use *item = use->rare; item; item = item->next)
        most++;
    struct used_font *fonts = arena_alloc(use->arena, most * sizeof *fonts);
    *count = 0;
    for (int font = 0; font < use->font_count; font++)
        if (use->plain[font])
            fonts[(*count)++] = list_glyphs(use, (struct font_part){.font = font}, use->plain[font]);
    for (const struct part_use *item = use->rare; item; item = item->next)
        fonts[(*count)++] = list_glyphs(use, item->part, item->codes);
    qsort(fonts, *count, sizeof *fonts, compare_parts);
    return fonts;
}
