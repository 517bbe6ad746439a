/* The files of lua/, templates/, examples/minimal and examples/init inside the program, sorted by path. Made by embed.sh. */
#ifndef TEKIGO_BASE_EMBEDDED_H
#define TEKIGO_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *path; /* "lua/schema/asset.lua" */
    const char *data; /* followed by a NUL */
    size_t length;
    const char *code; /* of scripts: what Lua compiled them to; else NULL */
    size_t code_length;
};

extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* The file of this path, or NULL. */
const struct embedded_file *embedded_find(const char *path);

#endif
