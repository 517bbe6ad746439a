/* Fuzz target: texts made fit to show (base/printable.c): at any limit all in it is visible, on its own line and no
 * longer than allowed; what is fit stays as it is. */
#include <string.h>

#include "base/printable.h"
#include "base/utf8.h"
#include "lib/fuzz.h"

enum { LINE_BREAKS_NONE = 0 };

/* Gives whether the text ends with the ellipsis, which stands beyond the limit. */
static bool check(const char *text, size_t limit, size_t breaks)
{
    size_t length = strlen(text);
    uint32_t before = 0, code = 0, after;
    fuzz_check_utf8(text);
    for (size_t at = 0; at < length; before = code) {
        at += utf8_decode(text + at, length - at, &code);
        utf8_decode(text + at, length - at, &after);
        if (code == '\n' && breaks > 0)
            breaks--;
        else
            must(!printable_is_hidden(code, before, at < length ? after : 0));
    }
    bool cut = utf8_count(text, length) > limit;
    must(!cut || (utf8_count(text, length) == limit + 1 && strcmp(text + length - strlen("…"), "…") == 0));
    return cut;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    static const size_t limits[] = {1, 2, 7, 60, PRINTABLE_NAME, PRINTABLE_TEXT};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        for (int lines = 0; lines < 2; lines++) {
            const char *shown = printable_copy(fuzz->arena, fuzz->text, limits[i], lines);
            if (!check(shown, limits[i], lines ? PRINTABLE_LINES : LINE_BREAKS_NONE))
                must(strcmp(printable_copy(fuzz->arena, shown, limits[i], lines), shown) == 0);
            buffer_printf(dump, "%s\n", shown);
        }
    }
    struct printable name = printable(fuzz->text);
    must(strcmp(name.text, printable_copy(fuzz->arena, fuzz->text, PRINTABLE_NAME, false)) == 0);
    printable_add_lines(dump, fuzz->text, PRINTABLE_TEXT, "\n  ");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("text", data, size, take);
}
