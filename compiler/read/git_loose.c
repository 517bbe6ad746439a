/* Objects that lie in files of their own, for libgit2 to read. Its own reader goes round for ever when such a file is
 * cut off. */
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "read/git_library.h"

#define OBJECT_MAX ((size_t)64 << 20) /* bytes of a commit, a tree or a file of attributes: nothing else is read */

struct loose {
    git_odb_backend backend; /* first: libgit2 hands it back */
    const struct git_library *git;
    const char *objects; /* the directory */
    struct arena *arena;
};

/* Reads "<kind> <size>" and its NUL from the first bytes; gives their number, 0 when they are anything else. */
static size_t read_head(const struct loose *loose, const char *bytes, size_t length, git_object_t *kind, size_t *size)
{
    const char *end = memchr(bytes, '\0', length), *blank = end ? strchr(bytes, ' ') : NULL;
    char *after;
    if (!blank || blank[1] < '0' || blank[1] > '9')
        return 0;
    *kind = loose->git->object_string2type(arena_strndup(loose->arena, bytes, (size_t)(blank - bytes)));
    *size = strtoull(blank + 1, &after, 10);
    return after == end && *kind != GIT_OBJECT_INVALID && *size <= OBJECT_MAX ? (size_t)(end - bytes) + 1 : 0;
}

/* Takes the object out of the stream; NULL when it is not exactly one. */
static void *unpack(struct loose *loose, z_stream *stream, git_object_t *kind, size_t *size)
{
    char head[64];
    stream->next_out = (unsigned char *)head;
    stream->avail_out = sizeof head;
    int status = inflate(stream, Z_SYNC_FLUSH);
    size_t length = sizeof head - stream->avail_out, used = read_head(loose, head, length, kind, size);
    if (status == Z_MEM_ERROR)
        arena_out_of_memory();
    if (used == 0 || length - used > *size)
        return NULL;
    char *data = loose->git->odb_backend_data_alloc(&loose->backend, *size + 1);
    memcpy(data, head + used, length - used);
    stream->next_out = (unsigned char *)data + (length - used);
    stream->avail_out = (unsigned)(*size - (length - used)) + 1; /* one more, to see the end */
    if (status == Z_OK)
        status = inflate(stream, Z_FINISH);
    if (status == Z_MEM_ERROR)
        arena_out_of_memory();
    if (status == Z_STREAM_END && stream->avail_out == 1)
        return data;
    loose->git->odb_backend_data_free(&loose->backend, data);
    return NULL;
}

void *git_loose_unpack(git_odb_backend *loose, char *packed, size_t length, git_object_t *kind, size_t *size)
{
    z_stream stream = {.next_in = (unsigned char *)packed, .avail_in = (unsigned)length};
    if (inflateInit(&stream) != Z_OK)
        arena_out_of_memory();
    void *data = unpack((struct loose *)loose, &stream, kind, size);
    inflateEnd(&stream);
    return data;
}

static int read_object(void **data, size_t *size, git_object_t *kind, git_odb_backend *backend, const git_oid *id)
{
    struct loose *loose = (struct loose *)backend;
    char name[GIT_OID_HEXSZ + 1];
    size_t length;
    loose->git->oid_tostr(name, sizeof name, id);
    const char *path = arena_printf(loose->arena, "%s/%.2s/%s", loose->objects, name, name + 2);
    char *packed = git_directory_bytes(loose->arena, path, OBJECT_MAX, &length);
    *data = packed ? git_loose_unpack(backend, packed, length, kind, size) : NULL;
    return *data ? 0 : GIT_ENOTFOUND;
}

static void free_backend(git_odb_backend *backend)
{
    (void)backend; /* it lives in the arena */
}

git_odb_backend *git_loose_new(const struct git_library *git, const char *objects, struct arena *arena)
{
    struct loose *loose = arena_alloc(arena, sizeof *loose);
    *loose = (struct loose){.backend = GIT_ODB_BACKEND_INIT, .git = git, .objects = objects, .arena = arena};
    loose->backend.read = read_object;
    loose->backend.free = free_backend;
    return &loose->backend;
}
