/* Fuzz target: sizes of images from their heads (doc/image.c), drawings as well. */
#include "lib/image_target.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const struct node *image = image_target_measure(fuzz);
    buffer_printf(dump, "%d %d", image->as.image.width, image->as.image.height);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("images/a", data, size, take);
}
