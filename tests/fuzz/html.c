/* Fuzz target: pieces of HTML in Markdown (read/html.c). */
#include "lib/fuzz.h"
#include "read/html.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const char *excerpt = html_excerpt(fuzz->text, fuzz->arena);
    bool line_break = html_is_line_break(fuzz->text), comment = html_is_comment(fuzz->text);
    fuzz_check_utf8(excerpt);
    must(!(line_break && comment));
    buffer_printf(dump, "%d %d %s", line_break, comment, excerpt);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
