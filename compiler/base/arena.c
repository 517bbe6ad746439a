#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Chunks double up to the last size: most arenas are small, and what is zeroed in vain costs time. */
#define CHUNK_SIZE ((size_t)1 << 20)
#define FIRST_CHUNK_SIZE ((size_t)1 << 15)

struct chunk {
    struct chunk *next; /* older */
    size_t used, capacity;
    max_align_t data[];
};

struct arena {
    struct chunk *chunks; /* the newest, which small allocations come from */
    size_t size;
};

/* Of the process when memory runs out. An allocation has no context to find it in. */
static int exit_status = 2;

void arena_supervised(void)
{
    exit_status = ARENA_EXIT_STATUS;
}

void arena_settled(int status)
{
    exit_status = status;
}

_Noreturn void arena_out_of_memory(void)
{
    static const char message[] = "tekigo: メモリーが足りません / out of memory\n";
    /* Nothing may be allocated any more; a failing write has nobody to be told to. */
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
    _exit(exit_status);
}

static struct chunk *chunk_new(size_t capacity)
{
    struct chunk *chunk = calloc(1, sizeof *chunk + capacity);
    if (!chunk)
        arena_out_of_memory();
    chunk->capacity = capacity;
    return chunk;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        arena_out_of_memory();
    arena->chunks = chunk_new(FIRST_CHUNK_SIZE);
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

static void *chunk_take(struct chunk *chunk, size_t size)
{
    void *memory = (char *)chunk->data + chunk->used;
    chunk->used += size;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_out_of_memory();
    size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
    arena->size += size;
    if (size <= arena->chunks->capacity - arena->chunks->used)
        return chunk_take(arena->chunks, size);
    size_t capacity = arena->chunks->capacity * 2 < CHUNK_SIZE ? arena->chunks->capacity * 2 : CHUNK_SIZE;
    if (size > capacity / 4) { /* a chunk of its own, behind the current one */
        struct chunk *chunk = chunk_new(size);
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
        return chunk_take(chunk, size);
    }
    struct chunk *chunk = chunk_new(capacity);
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk_take(chunk, size);
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        arena_out_of_memory();
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_size(const struct arena *arena)
{
    return arena->size;
}
