/* The cache before the metrics. */
#include "pdf/advance.h"

#include <stdlib.h>

#include "base/utf8.h"

static struct advance look_up(struct advances *advances, enum face face, uint32_t character, uint32_t selector)
{
    const struct metrics *metrics = advances->metrics;
    enum text_class value = text_class(character);
    bool refused = metrics->without_private && utf8_is_private(character);
    int font = refused ? -1 : metrics->font(metrics->context, face, character, selector);
    int advance = font < 0 || value == CLASS_COMBINING ? 0 : metrics->advance(metrics->context, font, character);
    if (advance > 8000)
        advance = 8000;
    return (struct advance){(int16_t)(advance < 0 ? 0 : advance), (int8_t)(font > 127 ? 127 : font),
                            (uint8_t)(value + 1)};
}

struct advance advances_get(struct advances *advances, enum face face, uint32_t character, uint32_t selector)
{
    if (character > 0x10FFFF)
        character = 0xFFFD;
    if (selector)
        return look_up(advances, face, character, selector);
    struct advance **page = &advances->pages[face][character >> 8];
    if (!*page) {
        *page = calloc(256, sizeof **page);
        if (!*page)
            arena_out_of_memory();
    }
    struct advance *entry = &(*page)[character & 0xFF];
    if (entry->class_plus == 0)
        *entry = look_up(advances, face, character, 0);
    return *entry;
}

void advances_free(struct advances *advances)
{
    for (int face = 0; face < FACE_COUNT; face++)
        for (size_t i = 0; i < sizeof advances->pages[face] / sizeof *advances->pages[face]; i++)
            free(advances->pages[face][i]);
}
