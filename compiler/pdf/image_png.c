#include "pdf/image_decode.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#define LARGEST_SIDE 20000
#define LARGEST_AREA 50000000

struct reader {
    const unsigned char *bytes;
    size_t length, at;
    struct arena *arena;
    const char *trouble;
};

static void read_bytes(png_structp png, png_bytep target, png_size_t length)
{
    struct reader *reader = png_get_io_ptr(png);
    if (length > reader->length - reader->at)
        png_error(png, "the file ends early");
    memcpy(target, reader->bytes + reader->at, length);
    reader->at += length;
}

static void on_error(png_structp png, png_const_charp message)
{
    struct reader *reader = png_get_error_ptr(png);
    reader->trouble = arena_strdup(reader->arena, message);
    longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void read_header(png_structp png, png_infop info, struct image *image)
{
    png_set_user_limits(png, LARGEST_SIDE, LARGEST_SIDE);
    png_read_info(png, info);
    image->width = (int)png_get_image_width(png, info);
    image->height = (int)png_get_image_height(png, info);
    if ((int64_t)image->width * image->height > LARGEST_AREA)
        png_error(png, "too many pixels");
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

/* Parts the samples into colours and, when there are any, alphas. */
static void split(const unsigned char *samples, int channels, struct image *image, struct arena *arena)
{
    size_t pixels = (size_t)image->width * (size_t)image->height;
    int components = channels < 3 ? 1 : 3;
    unsigned char *colors = arena_alloc(arena, pixels * (size_t)components);
    unsigned char *alpha = arena_alloc(arena, pixels);
    for (size_t i = 0; i < pixels; i++) {
        memcpy(colors + i * (size_t)components, samples + i * (size_t)channels, (size_t)components);
        alpha[i] = samples[i * (size_t)channels + (size_t)components];
    }
    image->bytes = colors;
    image->alpha = alpha;
}

static void read_samples(png_structp png, png_infop info, struct image *image, struct arena *arena)
{
    int channels = png_get_channels(png, info);
    size_t row = png_get_rowbytes(png, info);
    if (channels < 1 || channels > 4 || row != (size_t)image->width * (size_t)channels)
        png_error(png, "unknown layout of samples");
    unsigned char *samples = arena_alloc(arena, row * (size_t)image->height);
    png_bytepp rows = arena_alloc(arena, (size_t)image->height * sizeof *rows);
    for (int y = 0; y < image->height; y++)
        rows[y] = samples + row * (size_t)y;
    png_read_image(png, rows);
    image->components = channels < 3 ? 1 : 3;
    image->length = (size_t)image->width * (size_t)image->height * (size_t)image->components;
    image->bytes = samples;
    if (channels == 2 || channels == 4)
        split(samples, channels, image, arena);
}

bool image_decode_png(const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                      const char **trouble)
{
    struct reader reader = {bytes, length, 0, arena, "?"};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info)
        arena_out_of_memory();
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        *trouble = reader.trouble;
        return false;
    }
    png_set_read_fn(png, &reader, read_bytes);
    read_header(png, info, image);
    read_samples(png, info, image, arena);
    png_destroy_read_struct(&png, &info, NULL);
    return true;
}
