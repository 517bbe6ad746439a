#include "pdf/pdf.h"

#include "pdf/embed.h"
#include "pdf/file.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/paint.h"
#include "pdf/tags.h"

/* One document on its way into its file; all lives in the arena. */
struct writing {
    const struct document *document;
    const struct layout *layout;
    struct fonts *fonts;
    const struct render_options *options;
    struct arena *arena;
    struct pdf_file *file;
    struct glyph_use *glyphs;
    struct images *images;
    struct navigation *navigation;
    struct tags *tags;
    int resources, *pages;
};

static void report(const struct writing *writing, const char *reason)
{
    struct source source = writing->document->root ? writing->document->root->source : (struct source){0};
    diag_report(writing->options->diag, MESSAGE_PDF_FAILED, source, writing->document->id, reason, NULL);
}

static void write_pages(struct writing *writing)
{
    struct buffer content = {0};
    writing->resources = pdf_file_object(writing->file, NULL);
    writing->pages = arena_alloc(writing->arena, (size_t)writing->layout->count * sizeof *writing->pages);
    for (const struct page *page = writing->layout->first; page; page = page->next) {
        buffer_clear(&content);
        tags_start_page(writing->tags, page->number - 1);
        paint_page(page, writing->glyphs, writing->images, writing->tags, &content);
        struct pdf_page target = {
            .width = page->width, .height = page->height, .content = &content, .resources = writing->resources};
        target.struct_parents = tags_end_page(writing->tags);
        navigation_links(writing->navigation, writing->tags, page, &target.annotations, &target.annotation_count);
        writing->pages[page->number - 1] = pdf_file_page(writing->file, &target);
    }
    buffer_free(&content);
}

static const char *color_space(const struct image *image)
{
    return image->components == 1 ? "/DeviceGray" : image->components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

static int write_image(struct writing *writing, const struct image *image)
{
    const char *mask = "";
    size_t pixels = (size_t)image->width * (size_t)image->height;
    if (image->alpha) {
        const char *entries = arena_printf(writing->arena,
                                           "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n"
                                           "/ColorSpace /DeviceGray\n/BitsPerComponent 8\n",
                                           image->width, image->height);
        mask = arena_printf(writing->arena, "/SMask %d 0 R\n",
                            pdf_file_stream(writing->file, entries, image->alpha, pixels, COMPRESSION_SMALL));
    }
    const char *entries = arena_printf(
        writing->arena,
        "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n/ColorSpace %s\n/BitsPerComponent 8\n%s%s%s",
        image->width, image->height, color_space(image), mask, image->jpeg ? "/Filter /DCTDecode\n" : "",
        image->inverted ? "/Decode [1 0 1 0 1 0 1 0]\n" : "");
    return pdf_file_stream(writing->file, entries, image->bytes, image->length,
                           image->jpeg ? COMPRESSION_NONE : COMPRESSION_SMALL);
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

static bool write_resources(struct writing *writing)
{
    struct buffer text = {0};
    bool written = write_fonts(writing, &text);
    if (images_count(writing->images) > 0) {
        buffer_add_text(&text, "/XObject <<");
        for (int i = 0; i < images_count(writing->images); i++)
            buffer_printf(&text, " /I%d %d 0 R", i, write_image(writing, images_get(writing->images, i)));
        buffer_add_text(&text, " >>\n");
    }
    pdf_file_set(writing->file, writing->resources, arena_strndup(writing->arena, text.data, text.length));
    buffer_free(&text);
    return written;
}

static bool write_all(struct writing *writing, const char *date, struct buffer *bytes)
{
    if (!writing->layout->first) {
        report(writing, "0 pages");
        return false;
    }
    navigation_add(writing->navigation, writing->document, writing->layout, 0, 0);
    if (writing->document->root)
        tags_add_document(writing->tags, writing->document->root, NULL);
    write_pages(writing);
    if (!write_resources(writing) && pdf_file_error(writing->file) == 0)
        return false;
    const char *metadata =
        metadata_write(writing->file, writing->document, date, writing->options->program, writing->arena);
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
    struct arena *arena = arena_new();
    struct pdf_file *file = pdf_file_new(false);
    struct writing writing = {.document = document,
                              .layout = layout,
                              .fonts = fonts,
                              .options = options,
                              .arena = arena,
                              .file = file,
                              .glyphs = glyph_use_new(fonts, arena),
                              .images = images_new(options->image, options->image_context, arena, options->diag),
                              .navigation = navigation_new(NULL, file, arena)};
    writing.tags = tags_new(writing.navigation, arena);
    bool written = write_all(&writing, date, bytes);
    pdf_file_free(file);
    arena_free(arena);
    return written;
}
