#include "pdf/painting.h"

#include "pdf/paint.h"

/* The links of a page that lead somewhere, and their elements. */
static void add_links(struct painting *painting, struct painted_page *page, struct arena *arena)
{
    size_t count = 0;
    for (const struct page_link *link = page->page->links; link; link = link->next)
        count++;
    struct painted_link *links = arena_alloc(arena, count * sizeof *links);
    for (const struct page_link *link = page->page->links; link; link = link->next)
        if (destinations_lead(painting->destinations, link->link))
            links[page->link_count++] = (struct painted_link){link, tags_link(painting->tags, link->link)};
    page->links = links;
}

static void paint_pages(struct painting *painting, struct pdf_file *file, struct arena *arena)
{
    struct painted_page *pages = arena_alloc(arena, (size_t)painting->layout->count * sizeof *pages), *painted = pages;
    struct buffer content = {0};
    for (const struct page *page = painting->layout->first; page; page = page->next, painted++) {
        painted->page = page;
        buffer_clear(&content);
        tags_start_page(painting->tags, page->number - 1);
        paint_page(page, painting->glyphs, painting->images, painting->tags, &content);
        painted->key = tags_end_page(painting->tags);
        const char *bytes = content.length ? content.data : "";
        painted->content = pdf_file_pack(file, bytes, content.length, arena);
        add_links(painting, painted, arena);
    }
    painting->pages = pages;
    buffer_free(&content);
}

/* The samples on white, where nothing may shine through. */
static struct image flattened(const struct image *image, struct arena *arena)
{
    struct image result = *image;
    size_t pixels = (size_t)image->width * (size_t)image->height, components = (size_t)image->components;
    unsigned char *bytes = arena_alloc(arena, pixels * components);
    for (size_t i = 0; i < pixels * components; i++) {
        unsigned alpha = image->alpha[i / components];
        bytes[i] = (unsigned char)((image->bytes[i] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
    result.bytes = bytes;
    result.alpha = NULL;
    return result;
}

/* Packs the samples of the images that are new; a JPEG and a form are as they are. Files find them in the store. */
static void pack_images(struct images *images, bool flat, struct pdf_file *file, struct arena *arena)
{
    struct arena *store = images_store_arena(images);
    for (int i = 0; i < images_count(images); i++) {
        const struct image *image = images_get(images, i);
        if (image->jpeg || image->form || image->packed.bytes)
            continue;
        struct image source = image->alpha && flat ? flattened(image, arena) : *image;
        struct packed alpha = {0};
        if (source.alpha)
            alpha = pdf_file_pack(file, source.alpha, (size_t)source.width * (size_t)source.height, store);
        images_keep(images, i, pdf_file_pack(file, source.bytes, source.length, store), alpha);
    }
}

struct images *painting_images(struct fonts *fonts, const struct render_options *options, struct arena *arena)
{
    struct images *images = images_new(options->image, options->image_context, fonts_svg(fonts), arena, options->diag);
    images_share(images, fonts_image_store(fonts));
    if (options->standards.a1b)
        images_archive(images);
    return images;
}

struct painting *painting_new(const struct document *document, const struct layout *layout, struct fonts *fonts,
                              const struct render_options *options, struct pdf_file *file, struct arena *lasting,
                              struct arena *arena)
{
    struct painting *painting = arena_alloc(arena, sizeof *painting);
    *painting = (struct painting){
        .document = document,
        .layout = layout,
        .destinations = destinations_new(layout, arena),
        .glyphs = glyph_use_new(fonts, arena),
        .images = painting_images(fonts, options, arena),
    };
    painting->tags = tags_new(document->root, painting->destinations, lasting, arena);
    paint_pages(painting, file, arena);
    tags_close(painting->tags);
    pack_images(painting->images, options->standards.a1b, file, arena);
    return painting;
}
