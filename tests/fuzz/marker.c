/* Fuzz target: the marker of a folder (publish/marker.c): read, written and read again it says the same. */
#include <string.h>

#include "lib/fuzz.h"
#include "publish/marker.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct buffer second = {0};
    const struct marker *marker = marker_parse(fuzz->text, fuzz->arena);
    enum marker_state state = marker_state(marker);
    buffer_printf(dump, "%d\n", (int)state);
    if (state == MARKER_NONE)
        return;
    size_t start = dump->length;
    marker_add_text(dump, marker, NULL, state);
    const struct marker *again = marker_parse(dump->data + start, fuzz->arena);
    must(marker_state(again) == state);
    marker_add_text(&second, again, marker, state);
    must(strcmp(second.data, dump->data + start) == 0);
    buffer_free(&second);
    must(state == MARKER_WRITING || !marker_owns(marker, "folder", false, 0));
    must(marker_owns(marker, MARKER_NAME, true, fuzz->length));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes(MARKER_NAME, data, size, take);
}
