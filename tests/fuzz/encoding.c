/* Fuzz target: bytes to text (read/encoding.c): UTF-8 without NUL, CR and mark comes out, or a report. What is text
 * already stays as it is. */
#include <string.h>

#include "base/utf8.h"
#include "lib/fuzz.h"
#include "read/encoding.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const char *text = fuzz->text, *again;
    size_t length = fuzz->length, length_again;
    bool good = encoding_to_text(fuzz->path, &text, &length, fuzz->arena, fuzz->diag);
    must(good || diag_count_level(fuzz->diag, DIAG_ERROR) == 1);
    if (!good)
        return;
    must(diag_count_level(fuzz->diag, DIAG_ERROR) == 0);
    must(utf8_check(text, length) == length && strlen(text) == length && !strchr(text, '\r'));
    again = text;
    length_again = length;
    if (memcmp(text, "\xEF\xBB\xBF", length < 3 ? length : 3) != 0 || length < 3) { /* a second mark is a character */
        must(encoding_to_text(fuzz->path, &again, &length_again, fuzz->arena, fuzz->diag));
        must(length_again == length && memcmp(text, again, length) == 0);
    }
    buffer_add(dump, text, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes("a.csv", data, size, take);
    return fuzz_bytes("a.yaml", data, size, take);
}
