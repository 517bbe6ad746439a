/* Fuzz target: sizes of images from their heads (image/picture.c), drawings as well. */
#include "lib/image_target.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const struct picture *picture = image_target_measure(fuzz);
    buffer_printf(dump, "%d %d", picture->width, picture->height);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("images/a", data, size, take);
}
