#include "pdf/svg.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "pdf/font_find.h"

#define DOTS_PER_PIXEL (300.0 / 96)
#define LARGEST_SIDE 6000 /* dots */
#define LARGEST_FILE 20000000

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

enum { FORMAT_ARGB32 = 0, STATUS_SUCCESS = 0 };
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
    void *(*cairo_create)(void *surface);
    void (*cairo_set_source_rgb)(void *cairo, double red, double green, double blue);
    void (*cairo_paint)(void *cairo);
    int (*cairo_status)(void *cairo);
    void (*cairo_destroy)(void *cairo);
    void (*cairo_surface_flush)(void *surface);
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
    bool tried, loaded;
    struct library library;
};

/* Every function, its library and its place. To add one: its line here and above. */
static const struct {
    int library;
    const char *name;
    size_t offset;
} functions[] = {
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
    FUNCTION(3, cairo_create),
    FUNCTION(3, cairo_set_source_rgb),
    FUNCTION(3, cairo_paint),
    FUNCTION(3, cairo_status),
    FUNCTION(3, cairo_destroy),
    FUNCTION(3, cairo_surface_flush),
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
    free(svg);
}

/* The libraries stay loaded: GLib cannot be unloaded. */
static bool load_functions(struct library *library)
{
    static const char *const names[] = {"librsvg-2.so.2", "libgobject-2.0.so.0", "libglib-2.0.so.0", "libcairo.so.2",
                                        "libfontconfig.so.1"};
    void *opened[sizeof names / sizeof *names];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!(opened[i] = dlopen(names[i], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)))
            return false;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *found = dlsym(opened[functions[i].library], functions[i].name);
        if (!found)
            return false;
        *(void **)((char *)library + functions[i].offset) = found;
    }
    return true;
}

static void add_fonts(const struct library *library, void *config, const char *const *chain, struct arena *arena)
{
    for (size_t i = 0; chain && chain[i]; i++) {
        const char *path = font_find(chain[i], false, arena);
        if (path)
            library->FcConfigAppFontAddFile(config, (const unsigned char *)path);
    }
}

/* Words that name no family of the theme, or none at all, are set in the fonts added so far, in their order. */
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
static bool set_fonts(const struct library *library, const struct theme *theme)
{
    struct arena *arena = arena_new();
    void *config = library->FcConfigCreate();
    bool set = false;
    if (config) {
        add_fonts(library, config, theme->fonts_regular, arena);
        set = set_families(library, config);
        add_fonts(library, config, theme->fonts_bold, arena);
        add_fonts(library, config, theme->fonts_latin, arena);
        add_fonts(library, config, theme->fonts_latin_bold, arena);
        add_fonts(library, config, theme->fonts_mono, arena);
        set = set && library->FcConfigSetCurrent(config);
        library->FcConfigDestroy(config);
    }
    arena_free(arena);
    return set;
}

/* The libraries ask the surroundings which languages the reader knows, and choose fonts by that. */
static void forget_languages(void)
{
    static const char *const variables[] = {"FC_LANG", "LANGUAGE", "PANGO_LANGUAGE"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    setenv("LC_ALL", "C", true);
}

bool svg_available(struct svg *svg)
{
    pthread_mutex_lock(&svg->lock);
    if (!svg->tried) {
        svg->tried = true;
        forget_languages();
        svg->loaded = load_functions(&svg->library) && set_fonts(&svg->library, svg->theme);
    }
    pthread_mutex_unlock(&svg->lock);
    return svg->loaded;
}

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

static bool draw(const struct library *library, void *handle, struct image *image, struct arena *arena,
                 struct trouble **trouble)
{
    const struct rectangle viewport = {0, 0, image->width, image->height};
    void *surface = library->cairo_image_surface_create(FORMAT_ARGB32, image->width, image->height);
    void *cairo = library->cairo_create(surface);
    library->cairo_set_source_rgb(cairo, 1, 1, 1);
    library->cairo_paint(cairo);
    bool drawn = library->cairo_status(cairo) == STATUS_SUCCESS &&
                 library->rsvg_handle_render_document(handle, cairo, &viewport, trouble) &&
                 library->cairo_status(cairo) == STATUS_SUCCESS;
    library->cairo_destroy(cairo);
    library->cairo_surface_flush(surface);
    const unsigned char *data = library->cairo_image_surface_get_data(surface);
    drawn = drawn && data;
    if (drawn)
        take_samples(data, (size_t)library->cairo_image_surface_get_stride(surface), image, arena);
    library->cairo_surface_destroy(surface);
    return drawn;
}

bool svg_decode(struct svg *svg, const unsigned char *bytes, size_t length, struct image *image, struct arena *arena,
                const char **trouble)
{
    const struct library *library = &svg->library;
    struct trouble *reason = NULL;
    double width, height;
    *trouble = "?";
    if (length > LARGEST_FILE)
        return false;
    void *handle = library->rsvg_handle_new_from_data(bytes, length, &reason);
    bool drawn = handle && measure(library, handle, &width, &height);
    if (drawn) {
        double scale = fmin(DOTS_PER_PIXEL, LARGEST_SIDE / fmax(width, height));
        image->width = (int)fmax(1, ceil(width * scale - 0.001));
        image->height = (int)fmax(1, ceil(height * scale - 0.001));
        drawn = draw(library, handle, image, arena, &reason);
    }
    if (reason) {
        *trouble = arena_strdup(arena, reason->message);
        library->g_error_free(reason);
    }
    if (handle)
        library->g_object_unref(handle);
    return drawn;
}
