/* Memory of one build. Everything a stage makes lives in the arena of the build and dies with it; nobody
 * frees a part. Allocation failure ends the process with a message inside the allocator. */
#ifndef TEKIGO_BASE_ARENA_H
#define TEKIGO_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* Exit status of a supervised process whose allocation failed. */
enum { ARENA_EXIT_STATUS = 3 };

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Zeroed memory of `size` bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy of the string; of its first `length` bytes, terminated; of a printf result. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes handed out so far. */
size_t arena_size(const struct arena *arena);

/* Ends the process with a message and status 2; for every allocation that fails, inside an arena or not. */
_Noreturn void arena_out_of_memory(void);

/* From now on the status is ARENA_EXIT_STATUS, by which the parent of this process knows what happened. */
void arena_supervised(void);

/* From now on it is `status`: what the process was asked for is done, and only words about it may get lost. */
void arena_settled(int status);

#endif
