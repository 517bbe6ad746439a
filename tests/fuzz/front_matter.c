/* Fuzz target: front matter (read/front_matter.c): it takes whole lines from the start of the file. */
#include <string.h>

#include "lib/fuzz.h"
#include "read/front_matter.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct value *front = NULL;
    int lines = 0, breaks = 0;
    size_t taken = front_matter_read(fuzz->path, fuzz->text, fuzz->length, &front, &lines, fuzz->arena, fuzz->diag);
    must(taken <= fuzz->length);
    must(taken == 0 || strncmp(fuzz->text, "---", 3) == 0);
    must(taken > 0 || !front);
    for (size_t at = 0; at < taken; at++)
        breaks += fuzz->text[at] == '\n';
    must(lines == breaks || (taken == fuzz->length && lines >= breaks && lines <= breaks + 1));
    buffer_printf(dump, "%zu %d\n", taken, lines);
    fuzz_dump_value(fuzz, front, dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
