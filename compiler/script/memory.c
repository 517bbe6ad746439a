#include "script/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/allocation.h"

#define CHUNK_SIZE ((size_t)1 << 18)

struct memory_chunk {
    struct memory_chunk *older;
    max_align_t data[];
};

static size_t steps(size_t size)
{
    return (size + MEMORY_STEP - 1) / MEMORY_STEP;
}

static void *take_small(struct memory *memory, size_t size)
{
    size_t count = steps(size), bytes = count * MEMORY_STEP;
    void *block = memory->free[count];
    if (block) {
        memcpy(&memory->free[count], block, sizeof block);
        return block;
    }
    if ((size_t)(memory->end - memory->next) < bytes) {
        struct memory_chunk *chunk = allocation_try(NULL, CHUNK_SIZE);
        if (!chunk)
            return NULL;
        chunk->older = memory->chunks;
        memory->chunks = chunk;
        memory->next = (char *)chunk->data;
        memory->end = (char *)chunk + CHUNK_SIZE;
    }
    block = memory->next;
    memory->next += bytes;
    return block;
}

static void give_back(struct memory *memory, void *block, size_t size)
{
    if (size > MEMORY_SMALL) {
        free(block);
    } else {
        memcpy(block, &memory->free[steps(size)], sizeof block);
        memory->free[steps(size)] = block;
    }
}

void *memory_change(struct memory *memory, void *block, size_t old, size_t wanted)
{
    if (wanted == 0) {
        if (block)
            give_back(memory, block, old);
        return NULL;
    }
    if (block && old <= MEMORY_SMALL && wanted <= MEMORY_SMALL && steps(old) == steps(wanted))
        return block;
    if (wanted > MEMORY_SMALL && (!block || old > MEMORY_SMALL))
        return allocation_try(block, wanted);
    void *moved = wanted > MEMORY_SMALL ? allocation_try(NULL, wanted) : take_small(memory, wanted);
    if (moved && block) {
        memcpy(moved, block, old < wanted ? old : wanted);
        give_back(memory, block, old);
    }
    return moved;
}

void memory_free(struct memory *memory)
{
    for (struct memory_chunk *chunk = memory->chunks, *older; chunk; chunk = older) {
        older = chunk->older;
        free(chunk);
    }
    *memory = (struct memory){0};
}
