/* Stands before the C library (LD_PRELOAD) and lets memory run out in the children of the program, where the work is
 * done: at one request, or at it and all that follow.
 *
 *   FAIL_AT=N      the N-th request gets nothing
 *   FAIL_ON=1      nor do those after it
 *   FAIL_PARENT=1  in the parent, not in the children
 *   FAIL_SITES=F   writes the requests that come from a place not seen before to the file F: a line each, its number, a
 * tab and the library that asks; the last line is the count of all and `all`
 *
 * Requests are those for memory, for mappings and for threads. */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { FRAMES = 12, CALLERS = 5, SEEN = 1 << 18 };

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t),
    *__libc_memalign(size_t, size_t);

static pid_t parent;
static long fail_at;
static bool fail_on, in_parent;
static FILE *sites;
static _Atomic long requests;
static uint64_t seen[SEEN];
static __thread bool busy;

__attribute__((constructor)) static void start(void)
{
    void *frames[FRAMES];
    const char *at = getenv("FAIL_AT"), *file = getenv("FAIL_SITES");
    backtrace(frames, FRAMES); /* loads what it needs */
    fail_at = at ? atol(at) : 0;
    fail_on = getenv("FAIL_ON") != NULL;
    in_parent = getenv("FAIL_PARENT") != NULL;
    sites = file ? fopen(file, "we") : NULL;
    if (sites)
        setvbuf(sites, NULL, _IOLBF, BUFSIZ);
    parent = getpid();
}

__attribute__((destructor)) static void end(void)
{
    if (sites && (getpid() == parent) == in_parent)
        fprintf(sites, "%ld\tall\n", requests);
}

/* Is this a function that hands a request on? Then who calls it is meant. */
static bool hands_on(const Dl_info *frame)
{
    static const char *const libraries[] = {"libc.so", "libstdc++.so", "fail.so"};
    static const char *const functions[] = {"malloc",         "calloc",        "realloc",
                                            "posix_memalign", "aligned_alloc", "memalign"};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        if (strstr(frame->dli_fname, libraries[i]))
            return true;
    for (size_t i = 0; frame->dli_sname && i < sizeof functions / sizeof *functions; i++)
        if (strcmp(frame->dli_sname, functions[i]) == 0)
            return true;
    return false;
}

static void note_site(long number)
{
    void *frames[FRAMES];
    int count = backtrace(frames, FRAMES), callers = 0;
    uint64_t hash = 14695981039346656037u;
    const char *library = "?";
    for (int i = 0; i < count && callers < CALLERS; i++) {
        Dl_info frame;
        bool known = dladdr(frames[i], &frame) != 0;
        if (callers == 0 && known && hands_on(&frame))
            continue;
        if (callers++ == 0 && known)
            library = strrchr(frame.dli_fname, '/') ? strrchr(frame.dli_fname, '/') + 1 : frame.dli_fname;
        hash = (hash ^ (uint64_t)(uintptr_t)frames[i]) * 1099511628211u;
    }
    for (size_t place = hash % SEEN;; place = (place + 1) % SEEN) {
        if (seen[place] == hash)
            return;
        if (seen[place] == 0) {
            seen[place] = hash;
            fprintf(sites, "%ld\t%s\n", number, library);
            return;
        }
    }
}

/* Counts a request; should it fail? */
static bool fails(void)
{
    if (!parent || busy || (getpid() == parent) != in_parent)
        return false;
    busy = true;
    long number = ++requests;
    if (sites)
        note_site(number);
    busy = false;
    if (fail_at == 0 || number < fail_at || (number > fail_at && !fail_on))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return fails() ? NULL : __libc_realloc(block, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    return fails() || !(*memory = __libc_memalign(alignment, size)) ? ENOMEM : 0;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset)
{
    __typeof__(&mmap) next = (__typeof__(&mmap))dlsym(RTLD_NEXT, "mmap");
    return fails() ? MAP_FAILED : next(address, length, protection, flags, descriptor, offset);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start_routine)(void *), void *argument)
{
    __typeof__(&pthread_create) next = (__typeof__(&pthread_create))dlsym(RTLD_NEXT, "pthread_create");
    return fails() ? EAGAIN : next(thread, attributes, start_routine, argument);
}
