/* Fuzz target: `{{ … }}` (read/live.c): stand-ins keep every place, and give back what they stand for. */
#include <string.h>

#include "lib/fuzz.h"
#include "read/live.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    bool found;
    struct live_text live = live_protect(fuzz->text, fuzz->length, fuzz->arena);
    must(live.original == fuzz->text && live.length == fuzz->length && strlen(live.text) == live.length);
    fuzz_check_utf8(live.text);
    size_t end = 0;
    for (size_t i = 0; i < live.count; i++) {
        const struct live *item = &live.list[i], *again = NULL;
        must(item->offset >= end && item->length >= 3 && item->offset + item->length <= live.length);
        must(live_find(&live, live.text + item->offset, live.length - item->offset, &again) == item->length);
        must(!memchr(live.text + item->offset, '{', item->length));
        if (again) {
            must(again == item && strstr(fuzz->text + item->offset, again->expression));
            fuzz_check_utf8(again->expression);
            buffer_printf(dump, "%zu %s\n", item->offset, again->expression);
        }
        end = item->offset + item->length;
    }
    must(strcmp(live_restore(&live, live.text, fuzz->arena, &found), fuzz->text) == 0);
    must(found == (live.count > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
