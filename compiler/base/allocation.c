/* Memory that is not there. Libraries meet it in their own ways: one leaves a glyph out of a font, one a word out of a
 * drawing, one sorts differently, and says nothing. So the functions of the C library that give memory stand in the
 * program once more, where the linker finds them first, for our own code and for every library, linked or loaded: they
 * ask the function behind them, and end the process when it has none. Nobody is given NULL but who asks for more than
 * any machine has, which does not depend on the machine. Sanitizers bring functions of their own; theirs stay. */
#include "base/allocation.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif

#ifndef SANITIZED

/* To add one: its name here, its definition below, and the name in the Makefile's EXPORTED. */
#define FUNCTIONS(X) X(malloc) X(calloc) X(realloc) X(posix_memalign) X(aligned_alloc) X(memalign) X(valloc) X(pvalloc)

#define X(name) NEXT_##name,
enum next { FUNCTIONS(X) NEXT_COUNT };
#undef X

#define X(name) #name,
static const char *const names[] = {FUNCTIONS(X)};
#undef X

/* The function behind ours: the C library's, or that of a tool that stands before it. It is kept here, since these
 * functions are called without a context, before main() already. Every thread finds the same. */
static void *next(enum next function)
{
    static _Atomic(void *) found[NEXT_COUNT];
    void *there = atomic_load_explicit(&found[function], memory_order_relaxed);
    if (!there) {
        there = dlsym(RTLD_NEXT, names[function]);
        atomic_store_explicit(&found[function], there, memory_order_relaxed);
    }
    return there;
}

#define NEXT(name) ((__typeof__(&(name)))next(NEXT_##name))

/* `memory`, which was asked for with this size; what cannot be asked for is the caller's affair. */
static void *given(void *memory, size_t size)
{
    if (!memory && size > 0 && size <= PTRDIFF_MAX)
        arena_out_of_memory();
    return memory;
}

void *malloc(size_t size)
{
    return given(NEXT(malloc)(size), size);
}

void *calloc(size_t count, size_t size)
{
    size_t whole;
    void *memory = NEXT(calloc)(count, size);
    return __builtin_mul_overflow(count, size, &whole) ? memory : given(memory, whole);
}

void *realloc(void *block, size_t size)
{
    return given(NEXT(realloc)(block, size), size);
}

void *allocation_try(void *block, size_t size)
{
    return NEXT(realloc)(block, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    int error = NEXT(posix_memalign)(memory, alignment, size);
    if (error == ENOMEM)
        given(NULL, size);
    return error;
}

/* An alignment that is none is refused with EINVAL. */
static void *given_aligned(void *memory, size_t size)
{
    return memory || errno == EINVAL ? memory : given(NULL, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return given_aligned(NEXT(aligned_alloc)(alignment, size), size);
}

void *memalign(size_t alignment, size_t size)
{
    return given_aligned(NEXT(memalign)(alignment, size), size);
}

void *valloc(size_t size)
{
    return given_aligned(NEXT(valloc)(size), size);
}

void *pvalloc(size_t size)
{
    return given_aligned(NEXT(pvalloc)(size), size);
}

#else

void *allocation_try(void *block, size_t size)
{
    return realloc(block, size);
}

#endif
