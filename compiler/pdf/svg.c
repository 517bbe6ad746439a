#include "pdf/svg.h"

#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "pdf/font_find.h"
#include "pdf/form_read.h"
#include "base/shared_library.h"

#define DOTS_PER_PIXEL (300.0 / 96)
#define LARGEST_SIDE 6000 /* dots */
#define LARGEST_FILE 20000000
#define LARGEST_FORM 8000000
#define LARGEST_LAYERS 256000000 /* bytes */

/* What is used of the libraries, as their headers declare it: their packages for building are many. */
struct rectangle {
    double x, y, width, height;
};

struct length {
    double length;
    int unit;
};

/* A list of fonts as patterns. */
struct font_set {
    int count, capacity;
    void **fonts;
};

struct trouble {
    uint32_t domain;
    int code;
    char *message;
};

enum { FORMAT_ARGB32 = 0, PDF_VERSION_1_4 = 0, STATUS_SUCCESS = 0, STATUS_NO_MEMORY = 1, STATUS_WRITE_ERROR = 11 };
enum { FONTS_APPLICATION = 1, RESULT_MATCH = 0 };

struct library {
    void *(*rsvg_handle_new_from_data)(const uint8_t *data, size_t length, struct trouble **trouble);
    int (*rsvg_handle_get_intrinsic_size_in_pixels)(void *handle, double *width, double *height);
    void (*rsvg_handle_get_intrinsic_dimensions)(void *handle, int *has_width, struct length *width, int *has_height,
                                                 struct length *height, int *has_box, struct rectangle *box);
    int (*rsvg_handle_render_document)(void *handle, void *cairo, const struct rectangle *viewport,
                                       struct trouble **trouble);
    void (*g_object_unref)(void *object);
    void (*g_error_free)(struct trouble *trouble);
    void *(*cairo_image_surface_create)(int format, int width, int height);
    void *(*cairo_pdf_surface_create_for_stream)(int (*write)(void *context, const unsigned char *bytes,
                                                              unsigned length),
                                                 void *context, double width, double height);
    void (*cairo_pdf_surface_restrict_to_version)(void *surface, int version);
    void (*cairo_surface_set_fallback_resolution)(void *surface, double x, double y);
    void *(*cairo_create)(void *surface);
    void (*cairo_set_source_rgb)(void *cairo, double red, double green, double blue);
    void (*cairo_paint)(void *cairo);
    int (*cairo_status)(void *cairo);
    void (*cairo_destroy)(void *cairo);
    void (*cairo_surface_flush)(void *surface);
    void (*cairo_surface_finish)(void *surface);
    int (*cairo_surface_status)(void *surface);
    unsigned char *(*cairo_image_surface_get_data)(void *surface);
    int (*cairo_image_surface_get_stride)(void *surface);
    void (*cairo_surface_destroy)(void *surface);
    void *(*FcConfigCreate)(void);
    int (*FcConfigAppFontAddFile)(void *config, const unsigned char *path);
    struct font_set *(*FcConfigGetFonts)(void *config, int set);
    int (*FcPatternGetString)(const void *pattern, const char *object, int index, unsigned char **text);
    int (*FcConfigParseAndLoadFromMemory)(void *config, const unsigned char *rules, int complain);
    int (*FcConfigSetCurrent)(void *config);
    void (*FcConfigDestroy)(void *config);
};

struct svg {
    const struct theme *theme;
    pthread_mutex_t lock;
    bool tried;
    enum shared_library_state state;
    char words[SHARED_LIBRARY_WORDS]; /* why it is not SHARED_LIBRARY_LOADED */
    struct library library;
    struct form_reader *reader;
};

static const char *const libraries[] = {"librsvg-2.so.2", "libgobject-2.0.so.0", "libglib-2.0.so.0", "libcairo.so.2",
                                        "libfontconfig.so.1"};

/* To add one: its line here and above. */
static const struct shared_function functions[] = {
#define FUNCTION(which, function)                                                                                      \
    {                                                                                                                  \
        which, #function, offsetof(struct library, function)                                                           \
    }
    FUNCTION(0, rsvg_handle_new_from_data),
    FUNCTION(0, rsvg_handle_get_intrinsic_size_in_pixels),
    FUNCTION(0, rsvg_handle_get_intrinsic_dimensions),
    FUNCTION(0, rsvg_handle_render_document),
    FUNCTION(1, g_object_unref),
    FUNCTION(2, g_error_free),
    FUNCTION(3, cairo_image_surface_create),
    FUNCTION(3, cairo_pdf_surface_create_for_stream),
    FUNCTION(3, cairo_pdf_surface_restrict_to_version),
    FUNCTION(3, cairo_surface_set_fallback_resolution),
    FUNCTION(3, cairo_create),
    FUNCTION(3, cairo_set_source_rgb),
    FUNCTION(3, cairo_paint),
    FUNCTION(3, cairo_status),
    FUNCTION(3, cairo_destroy),
    FUNCTION(3, cairo_surface_flush),
    FUNCTION(3, cairo_surface_finish),
    FUNCTION(3, cairo_surface_status),
    FUNCTION(3, cairo_image_surface_get_data),
    FUNCTION(3, cairo_image_surface_get_stride),
    FUNCTION(3, cairo_surface_destroy),
    FUNCTION(4, FcConfigCreate),
    FUNCTION(4, FcConfigAppFontAddFile),
    FUNCTION(4, FcConfigGetFonts),
    FUNCTION(4, FcPatternGetString),
    FUNCTION(4, FcConfigParseAndLoadFromMemory),
    FUNCTION(4, FcConfigSetCurrent),
    FUNCTION(4, FcConfigDestroy),
#undef FUNCTION
};

struct svg *svg_open(const struct theme *theme)
{
    struct svg *svg = calloc(1, sizeof *svg);
    if (!svg)
        arena_out_of_memory();
    svg->theme = theme;
    pthread_mutex_init(&svg->lock, NULL);
    return svg;
}

void svg_close(struct svg *svg)
{
    if (!svg)
        return;
    pthread_mutex_destroy(&svg->lock);
    form_reader_close(svg->reader);
    free(svg);
}

static void add_fonts(const struct library *library, void *config, const char *const *chain, struct arena *arena)
{
    for (size_t i = 0; chain && chain[i]; i++) {
        const char *path;
        if (font_find(chain[i], false, arena, &path) == FONT_THERE)
            library->FcConfigAppFontAddFile(config, (const unsigned char *)path);
    }
}

/* Words that name no family of the theme, or none at all, are set in the fonts added so far, in their order. False when
 * memory is short: the rules are well formed. */
static bool set_families(const struct library *library, void *config)
{
    const struct font_set *set = library->FcConfigGetFonts(config, FONTS_APPLICATION);
    struct buffer rules = {0};
    buffer_add_text(&rules, "<fontconfig><match target='pattern'>"
                            "<edit name='family' mode='append_last' binding='strong'>");
    for (int i = 0; set && i < set->count; i++) {
        unsigned char *family;
        if (library->FcPatternGetString(set->fonts[i], "family", 0, &family) == RESULT_MATCH &&
            !strpbrk((const char *)family, "<&"))
            buffer_printf(&rules, "<string>%s</string>", (const char *)family);
    }
    buffer_add_text(&rules, "</edit></match></fontconfig>");
    bool set_up = library->FcConfigParseAndLoadFromMemory(config, (const unsigned char *)rules.data, false);
    buffer_free(&rules);
    return set_up;
}

/* The fonts of the theme in place of those the system would choose. */
static void set_fonts(const struct library *library, const struct theme *theme)
{
    struct arena *arena = arena_new();
    void *config = library->FcConfigCreate();
    if (!config)
        arena_out_of_memory();
    add_fonts(library, config, theme->fonts_regular, arena);
    if (!set_families(library, config))
        arena_out_of_memory();
    add_fonts(library, config, theme->fonts_bold, arena);
    add_fonts(library, config, theme->fonts_latin, arena);
    add_fonts(library, config, theme->fonts_latin_bold, arena);
    add_fonts(library, config, theme->fonts_mono, arena);
    if (!library->FcConfigSetCurrent(config))
        arena_out_of_memory();
    library->FcConfigDestroy(config);
    arena_free(arena);
}

/* The libraries ask the surroundings which languages the reader knows, and choose fonts by that. */
static void forget_languages(void)
{
    static const char *const variables[] = {"FC_LANG", "LANGUAGE", "PANGO_LANGUAGE"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    setenv("LC_ALL", "C", true);
}

static void load(struct svg *svg)
{
    forget_languages();
    svg->state = shared_library_load(libraries, sizeof libraries / sizeof *libraries, functions,
                                     sizeof functions / sizeof *functions, &svg->library, svg->words);
    if (svg->state == SHARED_LIBRARY_LOADED)
        svg->reader = form_reader_open(&svg->state, svg->words);
    if (svg->state == SHARED_LIBRARY_LOADED)
        set_fonts(&svg->library, svg->theme);
}

bool svg_available(struct svg *svg)
{
    pthread_mutex_lock(&svg->lock);
    if (!svg->tried)
        load(svg);
    svg->tried = true;
    pthread_mutex_unlock(&svg->lock);
    return svg->state == SHARED_LIBRARY_LOADED;
}

const char *svg_trouble(const struct svg *svg)
{
    return svg->state == SHARED_LIBRARY_UNUSABLE ? svg->words : NULL;
}

/* A drawing being read. */
struct drawing {
    const struct library *library;
    void *handle;      /* NULL when the file is damaged */
    int width, height; /* dots, at least 1 */
    struct trouble *trouble;
};

/* Width and height in pixels of CSS: as given, or of the view box. */
static bool measure(const struct library *library, void *handle, double *width, double *height)
{
    if (!library->rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height)) {
        struct length wide, high;
        struct rectangle box = {0};
        int has_width, has_height, has_box = 0;
        library->rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &wide, &has_height, &high, &has_box, &box);
        if (!has_box)
            return false;
        *width = box.width;
        *height = box.height;
    }
    return isfinite(*width) && isfinite(*height) && *width > 0 && *height > 0;
}

/* Gives false for a file that cannot be drawn; close_drawing() is due in any case. */
static bool open_drawing(const struct library *library, const unsigned char *bytes, size_t length,
                         struct drawing *drawing)
{
    double width, height;
    *drawing = (struct drawing){.library = library};
    if (length > LARGEST_FILE)
        return false;
    drawing->handle = library->rsvg_handle_new_from_data(bytes, length, &drawing->trouble);
    if (!drawing->handle || !measure(library, drawing->handle, &width, &height))
        return false;
    double scale = fmin(DOTS_PER_PIXEL, LARGEST_SIDE / fmax(width, height));
    drawing->width = (int)fmax(1, ceil(width * scale - 0.001));
    drawing->height = (int)fmax(1, ceil(height * scale - 0.001));
    return true;
}

static void close_drawing(struct drawing *drawing)
{
    if (drawing->trouble)
        drawing->library->g_error_free(drawing->trouble);
    if (drawing->handle)
        drawing->library->g_object_unref(drawing->handle);
}

/* Draws on a new canvas of the surface. */
static bool draw(struct drawing *drawing, void *surface, bool on_white)
{
    const struct library *library = drawing->library;
    const struct rectangle viewport = {0, 0, drawing->width, drawing->height};
    void *cairo = library->cairo_create(surface);
    if (on_white) {
        library->cairo_set_source_rgb(cairo, 1, 1, 1);
        library->cairo_paint(cairo);
    }
    bool drawn = library->cairo_status(cairo) == STATUS_SUCCESS &&
                 library->rsvg_handle_render_document(drawing->handle, cairo, &viewport, &drawing->trouble) &&
                 library->cairo_status(cairo) == STATUS_SUCCESS;
    library->cairo_destroy(cairo);
    return drawn;
}

/* — as a form — */

static size_t occurrences(const unsigned char *bytes, size_t length, const char *word)
{
    size_t count = 0, size = strlen(word);
    const unsigned char *end = bytes + length;
    while ((bytes = memmem(bytes, (size_t)(end - bytes), word, size))) {
        count++;
        bytes += size;
    }
    return count;
}

/* Filters and masks are layers of dots as large as the drawing, all kept until it is finished. Would they be too many?
 * Where they can be applied from afar, every element may be meant. */
static bool has_many_layers(const unsigned char *bytes, size_t length, const struct drawing *drawing)
{
    size_t layers = occurrences(bytes, length, "filter") + occurrences(bytes, length, "mask");
    if (layers && (occurrences(bytes, length, "<style") || occurrences(bytes, length, "<use")))
        layers = occurrences(bytes, length, "<");
    return layers * 4 * (size_t)drawing->width * (size_t)drawing->height > LARGEST_LAYERS;
}

static int gather(void *context, const unsigned char *bytes, unsigned length)
{
    struct buffer *output = context;
    if (output->length + length > LARGEST_FORM)
        return STATUS_WRITE_ERROR;
    buffer_add(output, bytes, length);
    return STATUS_SUCCESS;
}

/* The library marks links for a structure of its own, by functions that it finds here before it finds cairo's. Marks
 * that the page bears would be taken for ours, and within something that shines through they crash cairo 1.16. */
void cairo_tag_begin(void *cairo, const char *name, const char *attributes);
void cairo_tag_end(void *cairo, const char *name);

void cairo_tag_begin(void *cairo, const char *name, const char *attributes)
{
    (void)cairo;
    (void)name;
    (void)attributes;
}

void cairo_tag_end(void *cairo, const char *name)
{
    (void)cairo;
    (void)name;
}

/* A unit of the page is a dot, so that filters work at that fineness. Gives the status of the library. */
static int draw_page(struct drawing *drawing, struct buffer *output)
{
    const struct library *library = drawing->library;
    void *page = library->cairo_pdf_surface_create_for_stream(gather, output, drawing->width, drawing->height);
    library->cairo_pdf_surface_restrict_to_version(page, PDF_VERSION_1_4);
    library->cairo_surface_set_fallback_resolution(page, 72, 72);
    bool drawn = draw(drawing, page, false);
    library->cairo_surface_finish(page);
    int status = library->cairo_surface_status(page);
    library->cairo_surface_destroy(page);
    return drawn || status != STATUS_SUCCESS ? status : STATUS_NO_MEMORY;
}

static const struct form *form_of(const struct svg *svg, struct drawing *drawing, struct arena *arena)
{
    const struct form *form = NULL;
    struct buffer output = {0};
    if (draw_page(drawing, &output) == STATUS_SUCCESS && !drawing->trouble)
        form = form_read(svg->reader, output.data, output.length, drawing->width, drawing->height, arena);
    buffer_free(&output);
    return form;
}

bool svg_form(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena)
{
    struct drawing drawing;
    image->form = NULL;
    if (open_drawing(&svg->library, bytes, length, &drawing) && !has_many_layers(bytes, length, &drawing)) {
        image->width = drawing.width;
        image->height = drawing.height;
        image->form = form_of(svg, &drawing, arena);
    }
    close_drawing(&drawing);
    return image->form != NULL;
}

/* — as samples — */

/* Rows of blue, green, red and a byte that is full everywhere → rows of red, green and blue. */
static void take_samples(const unsigned char *data, size_t stride, struct image *image, struct arena *arena)
{
    size_t width = (size_t)image->width, height = (size_t)image->height;
    unsigned char *samples = arena_alloc(arena, width * height * 3), *to = samples;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++, to += 3) {
            uint32_t dot = ((const uint32_t *)(const void *)(data + y * stride))[x];
            to[0] = (unsigned char)(dot >> 16);
            to[1] = (unsigned char)(dot >> 8);
            to[2] = (unsigned char)dot;
        }
    image->components = 3;
    image->bytes = samples;
    image->length = width * height * 3;
}

static bool draw_samples(struct drawing *drawing, struct image *image, struct arena *arena)
{
    const struct library *library = drawing->library;
    image->width = drawing->width;
    image->height = drawing->height;
    void *surface = library->cairo_image_surface_create(FORMAT_ARGB32, image->width, image->height);
    bool drawn = draw(drawing, surface, true);
    library->cairo_surface_flush(surface);
    const unsigned char *data = library->cairo_image_surface_get_data(surface);
    drawn = drawn && data;
    if (drawn)
        take_samples(data, (size_t)library->cairo_image_surface_get_stride(surface), image, arena);
    library->cairo_surface_destroy(surface);
    return drawn;
}

/* The library's words, which may end with the end of a line. */
static const char *reason_of(const struct drawing *drawing, struct arena *arena)
{
    const char *message = drawing->trouble->message;
    size_t length = strlen(message);
    while (length > 0 && strchr(" \n", message[length - 1]))
        length--;
    return arena_strndup(arena, message, length);
}

bool svg_decode(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                const char **trouble)
{
    struct drawing drawing;
    bool drawn = open_drawing(&svg->library, bytes, length, &drawing) && draw_samples(&drawing, image, arena);
    *trouble = drawing.trouble ? reason_of(&drawing, arena) : "?";
    close_drawing(&drawing);
    return drawn;
}
