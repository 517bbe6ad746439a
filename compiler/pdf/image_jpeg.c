#include "pdf/image_decode.h"

#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>

struct catcher {
    struct jpeg_error_mgr manager;
    jmp_buf back;
    char message[JMSG_LENGTH_MAX];
};

static void on_error(j_common_ptr decoder)
{
    struct catcher *catcher = (struct catcher *)decoder->err;
    decoder->err->format_message(decoder, catcher->message);
    longjmp(catcher->back, 1);
}

static void on_message(j_common_ptr decoder)
{
    (void)decoder;
}

bool image_decode_jpeg(const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                       const char **trouble)
{
    struct jpeg_decompress_struct decoder;
    struct catcher catcher = {.message = ""};
    decoder.err = jpeg_std_error(&catcher.manager);
    catcher.manager.error_exit = on_error;
    catcher.manager.output_message = on_message;
    if (setjmp(catcher.back)) {
        jpeg_destroy_decompress(&decoder);
        *trouble = arena_strdup(arena, catcher.message);
        return false;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, (unsigned long)length);
    jpeg_read_header(&decoder, TRUE);
    image->jpeg = true;
    image->width = (int)decoder.image_width;
    image->height = (int)decoder.image_height;
    image->components = decoder.num_components;
    image->inverted = decoder.num_components == 4 && decoder.saw_Adobe_marker;
    image->bytes = bytes;
    image->length = length;
    bool usable = decoder.num_components == 1 || decoder.num_components == 3 || decoder.num_components == 4;
    jpeg_destroy_decompress(&decoder);
    if (!usable)
        *trouble = "unknown number of colours";
    return usable;
}
