/* Fuzz target: JPEG (pdf/image_jpeg.c), and its size from the head alone (image/size.c), which must be the same. */
#include "lib/image_target.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    image_target_read(fuzz, image_decode_jpeg, dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("images/a.jpg", data, size, take);
}
