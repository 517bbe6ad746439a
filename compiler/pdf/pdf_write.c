#include "pdf/pdf.h"

#include <string.h>

#include "pdf/embed.h"
#include "pdf/file.h"
#include "pdf/form.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/paint.h"
#include "pdf/painting.h"

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
    struct tags_part *parts; /* in the order in which they came */
    size_t part_count, part_capacity;
    int key_count; /* of the structures of the parts */
    bool binder;
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
    *writing = (struct writing){.fonts = fonts,
                                .options = options,
                                .arena = arena,
                                .file = file,
                                .glyphs = glyph_use_new(fonts, arena),
                                .images = painting_images(fonts, options, arena),
                                .navigation = navigation_new(binder, file, arena),
                                .binder = binder,
                                .resources = pdf_file_object(file, NULL)};
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

const struct painting *pdf_writing_paint(struct writing *writing, const struct document *document,
                                         const struct layout *layout, struct arena *lasting, struct arena *arena)
{
    return painting_new(document, layout, writing->fonts, writing->options, writing->file, lasting, arena);
}

/* What the document uses, the file has. */
static void add_resources(struct writing *writing, const struct painting *painting)
{
    struct source source = painting->document->root ? painting->document->root->source : (struct source){0};
    glyph_use_merge(writing->glyphs, painting->glyphs);
    for (int i = 0; i < images_count(painting->images); i++)
        images_add(writing->images, images_get(painting->images, i)->path, source);
}

static struct tags_part *add_part(struct writing *writing, const struct pdf_part *part)
{
    if (writing->part_count == writing->part_capacity) {
        size_t capacity = writing->part_capacity ? writing->part_capacity * 2 : 8;
        struct tags_part *parts = arena_alloc(writing->arena, capacity * sizeof *parts);
        if (writing->part_count)
            memcpy(parts, writing->parts, writing->part_count * sizeof *parts);
        writing->parts = parts;
        writing->part_capacity = capacity;
    }
    struct tags_part *added = &writing->parts[writing->part_count++];
    *added = (struct tags_part){.tags = part->painting->tags, .first_page = part->first_page};
    return added;
}

/* The matter that only this file has at the foot of a page, as a stream that goes on after the page's own. */
static int write_footer(struct writing *writing, const struct page *footer)
{
    struct buffer content = {0};
    paint_footer(footer, writing->glyphs, &content);
    int stream = pdf_file_stream(writing->file, NULL, content.data, content.length, COMPRESSION_FAST);
    buffer_free(&content);
    return stream;
}

/* The links of a page as objects. Those with an element are noted in `annotations` too, whose end this gives. */
static int *write_links(struct writing *writing, const struct painted_page *page, int keys, int *numbers,
                        int *annotations)
{
    for (size_t i = 0; i < page->link_count; i++) {
        numbers[i] = navigation_link(writing->navigation, page->page, &page->links[i], keys);
        if (page->links[i].key >= 0)
            *annotations++ = numbers[i];
    }
    return annotations;
}

void pdf_writing_add(struct writing *writing, const struct pdf_part *part)
{
    const struct painting *painting = part->painting;
    const struct page *footer = part->footer;
    int before = part->first_page < writing->page_count ? writing->pages[part->next_page] : 0;
    int keys = writing->key_count;
    size_t link_count = 0;
    for (int i = 0; i < painting->layout->count; i++)
        link_count += painting->pages[i].link_count;
    int *annotations = arena_alloc(writing->arena, link_count * sizeof *annotations), *next = annotations;
    int *numbers = arena_alloc(writing->arena, link_count * sizeof *numbers);
    writing->document = painting->document;
    add_part(writing, part)->annotations = annotations;
    writing->key_count += tags_key_count(painting->tags);
    add_resources(writing, painting);
    navigation_add(writing->navigation, painting, part->first_page, part->level);
    for (int i = 0; i < painting->layout->count; i++) {
        const struct painted_page *page = &painting->pages[i];
        next = write_links(writing, page, keys, numbers, next);
        struct pdf_page target = {.before = before,
                                  .struct_parents = keys + page->key,
                                  .width = page->page->width,
                                  .height = page->page->height,
                                  .content = page->content,
                                  .addition = footer ? write_footer(writing, footer) : 0,
                                  .resources = writing->resources,
                                  .annotations = numbers,
                                  .annotation_count = page->link_count};
        set_page(writing, part->first_page + i, pdf_file_page(writing->file, &target));
        numbers += page->link_count;
        footer = footer ? footer->next : NULL;
    }
}

static const char *color_space(const struct image *image)
{
    return image->components == 1 ? "/DeviceGray" : image->components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

static int write_image(struct writing *writing, int index)
{
    const struct image *image = images_get(writing->images, index);
    if (image->form)
        return form_write(writing->file, image->form, writing->arena);
    const char *mask = "";
    if (image->packed_alpha.bytes) {
        const char *entries = arena_printf(writing->arena,
                                           "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n"
                                           "/ColorSpace /DeviceGray\n/BitsPerComponent 8\n",
                                           image->width, image->height);
        mask = arena_printf(writing->arena, "/SMask %d 0 R\n",
                            pdf_file_packed(writing->file, entries, image->packed_alpha));
    }
    const char *entries = arena_printf(
        writing->arena,
        "/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n/ColorSpace %s\n/BitsPerComponent 8\n%s%s%s",
        image->width, image->height, color_space(image), mask, image->jpeg ? "/Filter /DCTDecode\n" : "",
        image->inverted ? "/Decode [1 0 1 0 1 0 1 0]\n" : "");
    if (image->jpeg)
        return pdf_file_stream(writing->file, entries, image->bytes, image->length, COMPRESSION_NONE);
    return pdf_file_packed(writing->file, entries, image->packed);
}

static bool write_fonts(struct writing *writing, struct buffer *text)
{
    size_t count;
    const struct used_font *fonts = glyph_use_fonts(writing->glyphs, &count);
    buffer_add_text(text, "/Font <<");
    for (size_t i = 0; i < count; i++) {
        int id = embed_font(writing->file, writing->fonts, &fonts[i], writing->arena);
        if (id == 0 && pdf_file_error(writing->file) == 0)
            report(writing, fonts_facts(writing->fonts, fonts[i].part.font)->name);
        if (id == 0)
            return false;
        glyph_use_add_name(text, fonts[i].part);
        buffer_printf(text, " %d 0 R", id);
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

static void add_image(struct writing *writing, struct buffer *text, int index)
{
    buffer_add_char(text, ' ');
    images_add_name(text, images_get(writing->images, index)->path);
    buffer_printf(text, " %d 0 R", write_image(writing, index));
}

static bool write_resources(struct writing *writing)
{
    struct buffer text = {0};
    bool written = write_fonts(writing, &text);
    written = written && images_conform(writing);
    if (images_count(writing->images) > 0) {
        buffer_add_text(&text, "/XObject <<");
        for (int i = 0; i < images_count(writing->images); i++)
            add_image(writing, &text, i);
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
    tags_write(writing->parts, writing->part_count, writing->binder, writing->file, writing->pages, structure,
               writing->arena);
    if (pdf_file_save(writing->file, bytes))
        return true;
    report(writing, arena_printf(writing->arena, "libharu 0x%04lX", pdf_file_error(writing->file)));
    return false;
}
