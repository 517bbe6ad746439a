/* The memory of the scripts: Lua asks for millions of small blocks and tells their size when it gives them back, so
 * that lists of free blocks by size serve it faster, and with less, than the C library. All of it is freed at once. */
#ifndef TEKIGO_SCRIPT_MEMORY_H
#define TEKIGO_SCRIPT_MEMORY_H

#include <stddef.h>

enum { MEMORY_STEP = 16, MEMORY_SMALL = 512 /* larger blocks come from the C library */ };

struct memory_chunk;

/* Zeroed at the start. */
struct memory {
    void *free[MEMORY_SMALL / MEMORY_STEP + 1]; /* lists by size in steps, linked through the first word */
    char *next, *end;                           /* what is left of the newest chunk */
    struct memory_chunk *chunks;
};

/* As the lua_Alloc of the manual: `old` is the size of the block, 0 when there is none. NULL when memory ran out. */
void *memory_change(struct memory *memory, void *block, size_t old, size_t wanted);

/* Frees the chunks; large blocks must have been given back. */
void memory_free(struct memory *memory);

#endif
