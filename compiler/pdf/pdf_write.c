#include "pdf/pdf.h"

#include <string.h>

#include "pdf/embed.h"
#include "pdf/file.h"
#include "pdf/form.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/paint.h"
#include "pdf/tags.h"

/* A file on its way; all but its bytes lives in the arena. */
struct writing {
    const struct document *document; /* the one being added; at the end the one that the file is of */
    struct fonts *fonts;
    const struct render_options *options;
    struct arena *arena;
    struct pdf_file *file;
    struct glyph_use *glyphs;
    struct images *images;
    struct navigation *navigation;
    struct tags *tags;
    int resources;
    int *pages; /* their numbers */
    int page_count, page_capacity;
};

static void report(const struct writing *writing, const char *reason)
{
    struct source source = writing->document->root ? writing->document->root->source : (struct source){0};
    diag_report(writing->options->diag, MESSAGE_PDF_FAILED, source, writing->document->id, reason, NULL);
}

struct writing *pdf_writing_new(const struct document_set *binder, struct fonts *fonts,
                                const struct render_options *options)
{
    struct arena *arena = arena_new();
    struct writing *writing = arena_alloc(arena, sizeof *writing);
    struct pdf_file *file = pdf_file_new(options->standards.a1b);
    *writing = (struct writing){
        .fonts = fonts,
        .options = options,
        .arena = arena,
        .file = file,
        .glyphs = glyph_use_new(fonts, arena),
        .images = images_new(options->image, options->image_context, fonts_svg(fonts), arena, options->diag),
        .navigation = navigation_new(binder, file, arena),
        .resources = pdf_file_object(file, NULL)};
    images_share(writing->images, fonts_image_store(fonts));
    if (options->standards.a1b)
        images_archive(writing->images);
    writing->tags = tags_new(writing->navigation, arena);
    return writing;
}

void pdf_writing_free(struct writing *writing)
{
    pdf_file_free(writing->file);
    arena_free(writing->arena);
}

struct navigation *pdf_writing_navigation(struct writing *writing)
{
    return writing->navigation;
}

struct tags *pdf_writing_tags(struct writing *writing)
{
    return writing->tags;
}

static void set_page(struct writing *writing, int index, int number)
{
    while (index >= writing->page_capacity) {
        int capacity = writing->page_capacity ? writing->page_capacity * 2 : 64;
        int *pages = arena_alloc(writing->arena, (size_t)capacity * sizeof *pages);
        if (writing->page_capacity)
            memcpy(pages, writing->pages, (size_t)writing->page_capacity * sizeof *pages);
        writing->pages = pages;
        writing->page_capacity = capacity;
    }
    writing->pages[index] = number;
    if (index >= writing->page_count)
        writing->page_count = index + 1;
}

void pdf_writing_add(struct writing *writing, const struct pdf_part *part)
{
    struct buffer content = {0};
    int before = part->first_page < writing->page_count ? writing->pages[part->next_page] : 0;
    writing->document = part->document;
    navigation_add(writing->navigation, part->document, part->layout, part->first_page, part->level);
    if (part->document->root)
        tags_add_document(writing->tags, part->document->root, part->element);
    for (const struct page *page = part->layout->first; page; page = page->next) {
        int index = part->first_page + page->number - 1;
        buffer_clear(&content);
        tags_start_page(writing->tags, index);
        paint_page(page, writing->glyphs, writing->images, writing->tags, &content);
        struct pdf_page target = {.before = before,
                                  .struct_parents = tags_end_page(writing->tags),
                                  .width = page->width,
                                  .height = page->height,
                                  .content = &content,
                                  .resources = writing->resources};
        navigation_links(writing->navigation, writing->tags, page, &target.annotations, &target.annotation_count);
        set_page(writing, index, pdf_file_page(writing->file, &target));
    }
    buffer_free(&content);
}

static const char *color_space(const struct image *image)
{
    return image->components == 1 ? "/DeviceGray" : image->components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

/* The samples on white, where nothing may shine through. */
static struct image flattened(struct writing *writing, const struct image *image)
{
    struct image result = *image;
    size_t pixels = (size_t)image->width * (size_t)image->height, components = (size_t)image->components;
    unsigned char *bytes = arena_alloc(writing->arena, pixels * components);
    for (size_t i = 0; i < pixels * components; i++) {
        unsigned alpha = image->alpha[i / components];
        bytes[i] = (unsigned char)((image->bytes[i] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
    result.bytes = bytes;
    result.alpha = NULL;
    return result;
}

static struct packed pack(struct writing *writing, const unsigned char *bytes, size_t length)
{
    struct packed packed = {0};
    packed.bytes = pdf_file_pack(writing->file, bytes, length, images_store_arena(writing->images), &packed.length);
    return packed;
}

/* The image with its samples packed; a JPEG is as it is. */
static const struct image *packed_image(struct writing *writing, int index)
{
    const struct image *image = images_get(writing->images, index);
    if (image->jpeg || image->packed.bytes)
        return image;
    struct image source = image->alpha && writing->options->standards.a1b ? flattened(writing, image) : *image;
    struct packed alpha = {0};
    if (source.alpha)
        alpha = pack(writing, source.alpha, (size_t)source.width * (size_t)source.height);
    return images_keep(writing->images, index, pack(writing, source.bytes, source.length), alpha);
}

static int write_image(struct writing *writing, int index)
{
    const struct form *form = images_get(writing->images, index)->form;
    if (form)
        return form_write(writing->file, form, writing->arena);
    const struct image *image = packed_image(writing, index);
    const char *mask = "";
    if (image->packed_alpha.bytes) {
        const char *entries = arena_printf(writing->arena,
                                           "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n"
                                           "/ColorSpace /DeviceGray\n/BitsPerComponent 8\n",
                                           image->width, image->height);
        mask = arena_printf(
            writing->arena, "/SMask %d 0 R\n",
            pdf_file_packed(writing->file, entries, image->packed_alpha.bytes, image->packed_alpha.length));
    }
    const char *entries = arena_printf(
        writing->arena,
        "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n/ColorSpace %s\n/BitsPerComponent 8\n%s%s%s",
        image->width, image->height, color_space(image), mask, image->jpeg ? "/Filter /DCTDecode\n" : "",
        image->inverted ? "/Decode [1 0 1 0 1 0 1 0]\n" : "");
    if (image->jpeg)
        return pdf_file_stream(writing->file, entries, image->bytes, image->length, COMPRESSION_NONE);
    return pdf_file_packed(writing->file, entries, image->packed.bytes, image->packed.length);
}

static bool write_fonts(struct writing *writing, struct buffer *text)
{
    buffer_add_text(text, "/Font <<");
    for (int font = 0; font < fonts_count(writing->fonts); font++) {
        const struct used_font *used = glyph_use_font(writing->glyphs, font);
        if (used->count == 0)
            continue;
        int id = embed_font(writing->file, writing->fonts, font, used, writing->arena);
        if (id == 0 && pdf_file_error(writing->file) == 0)
            report(writing, fonts_facts(writing->fonts, font)->name);
        if (id == 0)
            return false;
        buffer_printf(text, " /F%d %d 0 R", font, id);
    }
    buffer_add_text(text, " >>\n");
    return true;
}

/* PDF/A has one output intent, and that is sRGB. */
static bool images_conform(const struct writing *writing)
{
    struct pdf_standards standards = writing->options->standards;
    for (int i = 0; i < images_count(writing->images) && (standards.a1b || standards.a2a); i++) {
        const struct image *image = images_get(writing->images, i);
        if (image->components != 4)
            continue;
        report(writing, arena_printf(writing->arena, "%s: CMYK (PDF/A: RGB)", image->path));
        return false;
    }
    return true;
}

static bool write_resources(struct writing *writing)
{
    struct buffer text = {0};
    bool written = write_fonts(writing, &text);
    written = written && images_conform(writing);
    if (images_count(writing->images) > 0) {
        buffer_add_text(&text, "/XObject <<");
        for (int i = 0; i < images_count(writing->images); i++)
            buffer_printf(&text, " /I%d %d 0 R", i, write_image(writing, i));
        buffer_add_text(&text, " >>\n");
    }
    pdf_file_set(writing->file, writing->resources, arena_strndup(writing->arena, text.data, text.length));
    buffer_free(&text);
    return written;
}

bool pdf_writing_end(struct writing *writing, const struct document *document, const char *date, struct buffer *bytes)
{
    writing->document = document;
    if (writing->page_count == 0) {
        report(writing, "0 pages");
        return false;
    }
    if (!write_resources(writing) && pdf_file_error(writing->file) == 0)
        return false;
    const char *metadata = metadata_write(writing->file, document, date, writing->options, writing->arena);
    const char *ways = navigation_catalog(writing->navigation, writing->pages);
    int structure = pdf_file_object(writing->file, NULL);
    pdf_file_catalog(writing->file,
                     arena_printf(writing->arena, "%s%s/MarkInfo << /Marked true >>\n/StructTreeRoot %d 0 R\n",
                                  metadata, ways, structure));
    tags_write(writing->tags, writing->file, writing->pages, structure);
    if (pdf_file_save(writing->file, bytes))
        return true;
    report(writing, arena_printf(writing->arena, "libharu 0x%04lX", pdf_file_error(writing->file)));
    return false;
}

bool pdf_write(const struct document *document, const struct layout *layout, struct fonts *fonts, const char *date,
               const struct render_options *options, struct buffer *bytes)
{
    struct writing *writing = pdf_writing_new(NULL, fonts, options);
    if (layout->first)
        pdf_writing_add(writing, &(struct pdf_part){.document = document, .layout = layout});
    bool written = pdf_writing_end(writing, document, date, bytes);
    pdf_writing_free(writing);
    return written;
}
