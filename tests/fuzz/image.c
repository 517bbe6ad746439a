/* Fuzz target: pictures of a project (image/picture.c): sizes from the heads of photographs (image/size.c), drawings
 * written anew, and nothing that has the ending of another kind. */
#include "image/size.h"
#include "lib/image_target.h"

static const char *const paths[] = {[PICTURE_OTHER] = "images/a.gif",
                                    [PICTURE_PNG] = "images/a.png",
                                    [PICTURE_JPEG] = "images/a.JPEG",
                                    [PICTURE_SVG] = "images/a.svg"};

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const unsigned char *bytes = (const unsigned char *)fuzz->text;
    const struct picture *picture = image_target_measure(fuzz);
    buffer_printf(dump, "%d %d ", picture->width, picture->height);
    if (picture->bytes)
        buffer_add(dump, picture->bytes, picture->length);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        must(paths[i] == fuzz->path ||
             !picture_read(paths[i], bytes, fuzz->length, fuzz_use, fuzz->arena, fuzz->diag)->bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes(paths[picture_kind(data, size)], data, size, take);
}
