/* Images in PDF files: every kind of PNG, JPEG, and thousands of broken ones. */
#include "pdf_pages.h"

#include <jpeglib.h>
#include <png.h>

#include "pdf/image.h"

enum { WIDTH = 20, HEIGHT = 10 };

struct file {
    unsigned char *bytes;
    size_t length;
};

static const unsigned char *give(void *context, const char *path, size_t *length)
{
    struct file *file = context;
    if (strncmp(path, "images/", 7) != 0)
        return NULL;
    *length = file->length;
    return file->bytes;
}

static struct file make_png(png_uint_32 format)
{
    static unsigned char samples[WIDTH * HEIGHT * 8];
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (unsigned char)(i * 37);
    png_image image = {.version = PNG_IMAGE_VERSION, .width = WIDTH, .height = HEIGHT, .format = format};
    png_alloc_size_t length = 100000;
    struct file file = {malloc(length), 0};
    assert_true(png_image_write_to_memory(&image, file.bytes, &length, 0, samples, 0, NULL));
    file.length = length;
    return file;
}

static struct file make_jpeg(int components)
{
    struct jpeg_compress_struct encoder;
    struct jpeg_error_mgr errors;
    unsigned char row[WIDTH * 4], *bytes = NULL, *rows[] = {row};
    unsigned long length = 0;
    memset(row, 120, sizeof row);
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    jpeg_mem_dest(&encoder, &bytes, &length);
    encoder.image_width = WIDTH;
    encoder.image_height = HEIGHT;
    encoder.input_components = components;
    encoder.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&encoder);
    jpeg_start_compress(&encoder, TRUE);
    while (encoder.next_scanline < encoder.image_height)
        jpeg_write_scanlines(&encoder, rows, 1);
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    return (struct file){bytes, length};
}

static const struct image *read_image(struct fixture *fixture, struct file *file)
{
    struct images *images = images_new(give, file, NULL, fixture->arena, fixture->diag);
    struct source source = {"a.md", 1, 1};
    int index = images_add(images, "images/a", source);
    assert_int_equal(index, images_add(images, "images/a", source));
    return index < 0 ? NULL : images_get(images, index);
}

static void reads_all_kinds(void **state)
{
    (void)state;
    static const struct {
        png_uint_32 format;
        int components;
        bool alpha;
    } cases[] = {{PNG_FORMAT_GRAY, 1, false},       {PNG_FORMAT_GA, 1, true},
                 {PNG_FORMAT_RGB, 3, false},        {PNG_FORMAT_RGBA, 3, true},
                 {PNG_FORMAT_LINEAR_RGB, 3, false}, {PNG_FORMAT_LINEAR_RGB_ALPHA, 3, true}};
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct file file = make_png(cases[i].format);
        const struct image *image = read_image(&fixture, &file);
        assert_non_null(image);
        assert_int_equal(image->width, WIDTH);
        assert_int_equal(image->height, HEIGHT);
        assert_int_equal(image->components, cases[i].components);
        assert_int_equal(image->length, (size_t)WIDTH * HEIGHT * (size_t)cases[i].components);
        assert_int_equal(image->alpha != NULL, cases[i].alpha);
        free(file.bytes);
    }
    for (int components = 1; components <= 4; components++) {
        if (components == 2)
            continue;
        struct file file = make_jpeg(components);
        const struct image *image = read_image(&fixture, &file);
        assert_non_null(image);
        assert_true(image->jpeg);
        assert_int_equal(image->components, components);
        assert_int_equal(image->inverted, components == 4);
        free(file.bytes);
    }
    assert_int_equal(diag_count(fixture.diag), 0);
    fixture_close(&fixture);
}

static void fuzz(struct file good, unsigned random)
{
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    for (int round = 0; round < 2000; round++) {
        struct file broken = {malloc(good.length), good.length};
        memcpy(broken.bytes, good.bytes, good.length);
        for (int i = 0; i < 3; i++) {
            random = random * 1664525u + 1013904223u;
            broken.bytes[8 + (random >> 8) % (good.length - 8)] = (unsigned char)(random >> 3);
        }
        if (round % 4 == 0)
            broken.length = 8 + (random >> 8) % (good.length - 8);
        size_t before = diag_count(fixture.diag);
        const struct image *image = read_image(&fixture, &broken);
        assert_true(image || diag_count(fixture.diag) > before);
        free(broken.bytes);
    }
    fixture_close(&fixture);
    free(good.bytes);
}

static void survives_broken_files(void **state)
{
    (void)state;
    fuzz(make_png(PNG_FORMAT_RGBA), 1);
    fuzz(make_png(PNG_FORMAT_GRAY), 2);
    fuzz(make_jpeg(3), 3);
}

static void reports_what_it_cannot_take(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, &fixture_theme);
    struct images *images =
        images_new(give, &(struct file){(unsigned char *)(uintptr_t) "<svg/>", 6}, NULL, fixture.arena, fixture.diag);
    struct source source = {"a.md", 3, 1};
    assert_int_equal(images_add(images, "images/a.svg", source), -1);
    assert_int_equal(images_add(images, "elsewhere", source), -1);
    assert_int_equal(diag_count(fixture.diag), 2);
    assert_string_equal(diag_get(fixture.diag, 0)->slug, "image-svg-library");
    assert_string_equal(diag_get(fixture.diag, 1)->slug, "image-missing");
    images =
        images_new(give, &(struct file){(unsigned char *)(uintptr_t) "GIF89a", 6}, NULL, fixture.arena, fixture.diag);
    assert_int_equal(images_add(images, "images/a.gif", source), -1);
    assert_string_equal(diag_get(fixture.diag, 2)->slug, "image-kind");
    images = images_new(NULL, NULL, NULL, fixture.arena, fixture.diag);
    assert_int_equal(images_add(images, "images/a", source), -1);
    fixture_close(&fixture);
}

static void stands_once_in_a_file(void **state)
{
    (void)state;
    struct file file = make_png(PNG_FORMAT_RGBA);
    struct fixture fixture;
    fixture_open_with(&fixture, &fixture_theme, give, &file);
    for (int i = 0; i < 3; i++) {
        struct page *page = fixture_page(&fixture, 500000, 500000);
        struct box box = {.type = BOX_IMAGE, .x = 10000, .y = 10000, .width = 80000, .height = 40000};
        box.as.image.path = "images/a";
        fixture_box(&fixture, page, box);
    }
    struct buffer bytes = {0};
    assert_true(fixture_write(&fixture, "2026-06-01", &bytes));
    size_t count = 0;
    for (char *at = bytes.data; (at = memmem(at, bytes.length - (size_t)(at - bytes.data), "/Subtype /Image", 15));
         at++)
        count++;
    assert_int_equal(count, 2); /* the colours and their mask */
    assert_int_equal(diag_count(fixture.diag), 0);
    buffer_free(&bytes);
    fixture_close(&fixture);
    free(file.bytes);
}

static bool write_archive(struct file *file, int *masks)
{
    struct fixture fixture;
    fixture_open_with(&fixture, &fixture_theme, give, file);
    fixture.options.standards.a1b = true;
    struct page *page = fixture_page(&fixture, 500000, 500000);
    struct box box = {.type = BOX_IMAGE, .x = 10000, .y = 10000, .width = 80000, .height = 40000};
    box.as.image.path = "images/a";
    fixture_box(&fixture, page, box);
    struct buffer bytes = {0};
    bool written = fixture_write(&fixture, "2026-06-01", &bytes);
    *masks = written && memmem(bytes.data, bytes.length, "/SMask", 6) != NULL;
    assert_int_equal(diag_count(fixture.diag), written ? 0 : 1);
    buffer_free(&bytes);
    fixture_close(&fixture);
    free(file->bytes);
    return written;
}

/* In an archive nothing shines through, and colours are those of the output intent. */
static void keeps_the_standard(void **state)
{
    (void)state;
    int masks;
    struct file file = make_png(PNG_FORMAT_RGBA);
    assert_true(write_archive(&file, &masks));
    assert_int_equal(masks, 0);
    file = make_jpeg(4);
    assert_false(write_archive(&file, &masks));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_kinds),
        cmocka_unit_test(survives_broken_files),
        cmocka_unit_test(reports_what_it_cannot_take),
        cmocka_unit_test(stands_once_in_a_file),
        cmocka_unit_test(keeps_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
