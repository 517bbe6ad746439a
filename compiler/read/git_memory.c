/* The memory of libgit2: as everywhere, an allocation that fails ends the process. Left to itself libgit2 goes on
 * without what it could not read, and the revision would be another one. */
#include <stdlib.h>
#include <string.h>

#include "read/git_library.h"

static void *check(void *block)
{
    if (!block)
        arena_out_of_memory();
    return block;
}

static void *resize_array(void *block, size_t count, size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return check(reallocarray(block, count ? count : 1, size ? size : 1));
}

static void *resize(void *block, size_t size, const char *file, int line)
{
    return resize_array(block, size, 1, file, line);
}

static void *make_array(size_t count, size_t size, const char *file, int line)
{
    return resize_array(NULL, count, size, file, line);
}

static void *make(size_t size, const char *file, int line)
{
    return resize_array(NULL, size, 1, file, line);
}

static void *make_zeroed(size_t count, size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return check(calloc(count ? count : 1, size ? size : 1));
}

static char *copy_bytes(const char *text, size_t length, const char *file, int line)
{
    char *copy = make(length + 1, file, line);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static char *copy(const char *text, const char *file, int line)
{
    return copy_bytes(text, strlen(text), file, line);
}

static char *copy_start(const char *text, size_t length, const char *file, int line)
{
    return copy_bytes(text, strnlen(text, length), file, line);
}

const git_allocator git_memory = {
    .gmalloc = make,
    .gcalloc = make_zeroed,
    .gstrdup = copy,
    .gstrndup = copy_start,
    .gsubstrdup = copy_bytes,
    .grealloc = resize,
    .greallocarray = resize_array,
    .gmallocarray = make_array,
    .gfree = free,
};
