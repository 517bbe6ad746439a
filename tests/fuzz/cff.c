/* Fuzz target: the repair of a CFF table (pdf/cff.c): what is refused stays as it is, else at most a charset is added.
 */
#include <string.h>

#include "lib/fuzz.h"
#include "pdf/cff.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    static const size_t counts[] = {0, 1, 2, 500, 65535, 70000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct buffer cff = {0};
        buffer_add(&cff, fuzz->text, fuzz->length);
        bool good = cff_number_glyphs(&cff, counts[i]);
        must(cff.length == fuzz->length || (good && cff.length == fuzz->length + 5));
        must(good || fuzz->length == 0 || memcmp(cff.data, fuzz->text, fuzz->length) == 0);
        buffer_printf(dump, "%d", good);
        buffer_add(dump, cff.data ? cff.data : "", cff.length);
        buffer_free(&cff);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("a.cff", data, size, take);
}
