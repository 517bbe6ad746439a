/* Fuzz target: objects of a repository in files of their own (read/git_loose.c): the bytes as such a file, and as what
 * was packed into one. */
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "lib/fuzz.h"
#include "read/git_library.h"

static git_object_t kind_of(const char *name)
{
    static const char *const names[] = {[GIT_OBJECT_COMMIT] = "commit",
                                        [GIT_OBJECT_TREE] = "tree",
                                        [GIT_OBJECT_BLOB] = "blob",
                                        [GIT_OBJECT_TAG] = "tag"};
    for (int kind = GIT_OBJECT_COMMIT; kind <= GIT_OBJECT_TAG; kind++)
        if (strcmp(name, names[kind]) == 0)
            return (git_object_t)kind;
    return GIT_OBJECT_INVALID;
}

static void *take_memory(git_odb_backend *backend, size_t size)
{
    (void)backend;
    return malloc(size);
}

static void free_memory(git_odb_backend *backend, void *data)
{
    (void)backend;
    free(data);
}

static const struct git_library library = {
    .object_string2type = kind_of, .odb_backend_data_alloc = take_memory, .odb_backend_data_free = free_memory};

/* The object, or NULL; both added to `dump`. */
static void *unpack(struct fuzz *fuzz, char *packed, size_t length, size_t *size, struct buffer *dump)
{
    git_object_t kind = GIT_OBJECT_INVALID;
    git_odb_backend *loose = git_loose_new(&library, "", fuzz->arena);
    void *data = git_loose_unpack(loose, packed, length, &kind, size);
    must(!data || kind != GIT_OBJECT_INVALID);
    buffer_printf(dump, "%d %zu\n", (int)kind, data ? *size : 0);
    if (data)
        buffer_add(dump, data, *size);
    return data;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    char *raw = arena_strndup(fuzz->arena, fuzz->text, fuzz->length);
    unsigned long length = compressBound(fuzz->length);
    char *packed = arena_alloc(fuzz->arena, length);
    size_t size;
    free(unpack(fuzz, raw, fuzz->length, &size, dump));
    must(compress2((unsigned char *)packed, &length, (const unsigned char *)fuzz->text, fuzz->length, 1) == Z_OK);
    char *object = unpack(fuzz, packed, length, &size, dump);
    must(!object || (size <= fuzz->length && memcmp(object, fuzz->text + fuzz->length - size, size) == 0));
    free(object);
    /* Cut off it is none. */
    object = unpack(fuzz, packed, length / 2, &size, dump);
    must(!object);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("object", data, size, take);
}
