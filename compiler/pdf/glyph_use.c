#include "pdf/glyph_use.h"

#include <string.h>

#define CODE_MAX 0xFFFF
#define SELECTOR_BITS 21 /* a key is the character, above it the number of the selector */

struct font_use {
    struct used_font used;
    size_t capacity;
    uint32_t *slots;   /* open addressing: index of the glyph + 1; 0 is free */
    size_t slot_count; /* a power of two, above twice the glyphs */
    uint16_t last_code;
};

struct glyph_use {
    struct fonts *fonts;
    struct arena *arena;
    struct font_use *items;
    struct used_glyph missing; /* given when no code is left */
};

bool is_variation_selector(uint32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

struct glyph_use *glyph_use_new(struct fonts *fonts, struct arena *arena)
{
    struct glyph_use *use = arena_alloc(arena, sizeof *use);
    use->fonts = fonts;
    use->arena = arena;
    use->items = arena_alloc(arena, (size_t)fonts_count(fonts) * sizeof *use->items);
    return use;
}

static size_t hash(uint32_t character, uint32_t selector, size_t slot_count)
{
    uint32_t key = character ^ (selector & 0xFF) << SELECTOR_BITS;
    return (size_t)(key * 2654435769u >> 7) & (slot_count - 1);
}

static void grow(struct font_use *item, struct arena *arena)
{
    size_t capacity = item->capacity ? item->capacity * 2 : 64;
    struct used_glyph *glyphs = arena_alloc(arena, capacity * sizeof *glyphs);
    if (item->used.count)
        memcpy(glyphs, item->used.glyphs, item->used.count * sizeof *glyphs);
    item->used.glyphs = glyphs;
    item->capacity = capacity;
    item->slot_count = capacity * 4;
    item->slots = arena_alloc(arena, item->slot_count * sizeof *item->slots);
    for (size_t i = 0; i < item->used.count; i++) {
        size_t slot = hash(glyphs[i].character, glyphs[i].selector, item->slot_count);
        while (item->slots[slot])
            slot = (slot + 1) & (item->slot_count - 1);
        item->slots[slot] = (uint32_t)i + 1;
    }
}

static bool needs_escape(unsigned byte)
{
    return byte == '\n' || byte == '\r' || byte == '(' || byte == ')' || byte == '\\';
}

/* The next code, 0 when none is left. */
static uint16_t next_code(uint16_t code)
{
    unsigned next = code + 1u;
    while (next <= CODE_MAX && (needs_escape(next & 0xFF) || needs_escape(next >> 8)))
        next++;
    return next <= CODE_MAX ? (uint16_t)next : 0;
}

const struct used_glyph *glyph_use_add(struct glyph_use *use, int font, uint32_t character, uint32_t selector)
{
    struct font_use *item = &use->items[font];
    if (item->used.count == item->capacity)
        grow(item, use->arena);
    size_t slot = hash(character, selector, item->slot_count);
    for (; item->slots[slot]; slot = (slot + 1) & (item->slot_count - 1)) {
        const struct used_glyph *glyph = &item->used.glyphs[item->slots[slot] - 1];
        if (glyph->character == character && glyph->selector == selector)
            return glyph;
    }
    uint16_t code = next_code(item->last_code);
    if (code == 0)
        return &use->missing;
    struct font_glyph found;
    fonts_glyph(use->fonts, font, character, selector, &found);
    item->last_code = code;
    struct used_glyph *glyph = &item->used.glyphs[item->used.count++];
    *glyph = (struct used_glyph){character, selector, found.id, code, found.advance};
    item->slots[slot] = (uint32_t)item->used.count;
    return glyph;
}

const struct used_font *glyph_use_font(const struct glyph_use *use, int font)
{
    return &use->items[font].used;
}
