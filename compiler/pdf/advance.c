/* The cache before the metrics. */
#include "pdf/advance.h"

#include <stdlib.h>

static struct advance look_up(struct advances *advances, enum face face, uint32_t character, uint32_t selector)
{
    const struct metrics *metrics = advances->metrics;
    enum text_class value = text_class(character);
    int font = metrics->font(metrics->context, face, character, selector);
    int advance = font < 0 || value == CLASS_COMBINING ? 0 : metrics->advance(metrics->context, font, character);
    if (advance > 8000)
        advance = 8000;
    return (struct advance){(int16_t)(advance < 0 ? 0 : advance), (int8_t)(font > 127 ? 127 : font),
                            (uint8_t)(value + 1)};
}

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        arena_out_of_memory();
    return memory;
}

struct advance *advances_entry(struct advances *advances, enum face face, uint32_t character)
{
    struct advance_plane **plane = &advances->planes[face][character >> 16];
    if (!*plane)
        *plane = allocate(sizeof **plane);
    struct advance **row = &(*plane)->rows[character >> 8 & 0xFF];
    if (!*row)
        *row = allocate(256 * sizeof **row);
    struct advance *entry = &(*row)[character & 0xFF];
    if (entry->class_plus == 0)
        *entry = look_up(advances, face, character, 0);
    return entry;
}

struct advance advances_get(struct advances *advances, enum face face, uint32_t character, uint32_t selector)
{
    if (character > 0x10FFFF)
        character = 0xFFFD;
    return selector ? look_up(advances, face, character, selector) : *advances_entry(advances, face, character);
}

static void free_plane(struct advance_plane *plane)
{
    for (int row = 0; plane && row < 256; row++)
        free(plane->rows[row]);
    free(plane);
}

void advances_free(struct advances *advances)
{
    for (int face = 0; face < FACE_COUNT; face++)
        for (int plane = 0; plane < 17; plane++)
            free_plane(advances->planes[face][plane]);
}
