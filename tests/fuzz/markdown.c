/* Fuzz target: Markdown (read/markdown.c, markdown_guard.c, markdown_source.c) with all that stands in it. */
#include "lib/fuzz.h"
#include "read/read.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct markdown markdown = markdown_read(fuzz->path, fuzz->text, fuzz->length, fuzz->arena, fuzz->diag);
    fuzz_dump_value(fuzz, markdown.front, dump);
    must(markdown.body && markdown.body->type == NODE_DOCUMENT);
    fuzz_dump_nodes(fuzz, markdown.body, dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
