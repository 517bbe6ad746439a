/* style.css: the theme as variables, its paper and its own fonts, then its style sheets. */
#include <string.h>

#include "base/embedded.h"
#include "base/file_name.h"
#include "html/html.h"

static void add_color(struct buffer *css, const char *name, unsigned color)
{
    buffer_printf(css, "--%s:#%06x;", name, color);
}

/* Thousandths of a point as points with two decimals. */
static void add_points(struct buffer *css, int length)
{
    buffer_printf(css, "%d.%02dpt", length / 1000, length % 1000 / 10);
}

static void add_length(struct buffer *css, const char *name, int length)
{
    buffer_printf(css, "--%s:", name);
    add_points(css, length);
    buffer_add_char(css, ';');
}

/* Colours, and the sizes for printed pages. */
static void add_variables(struct buffer *css, const struct theme *theme)
{
    static const char *const tones[] = {"none", "low", "medium", "high", "critical", "good", "accent"};

    buffer_add_text(css, ":root{");
    add_color(css, "ink", theme->ink);
    add_color(css, "soft", theme->soft);
    add_color(css, "key", theme->key);
    add_color(css, "rule", theme->rule);
    add_color(css, "header", theme->header_fill);
    add_color(css, "stamp", theme->stamp);
    for (int tone = TONE_LOW; tone <= TONE_ACCENT; tone++)
        buffer_printf(css, "--%s-text:#%06x;--%s-fill:#%06x;", tones[tone], theme->tone[tone].text, tones[tone],
                      theme->tone[tone].fill);
    add_length(css, "body-size", theme->body_size);
    add_length(css, "body-leading", theme->body_leading);
    add_length(css, "table-size", theme->table_size);
    add_length(css, "table-leading", theme->table_leading);
    add_length(css, "first-size", theme->heading_size[0]);
    add_length(css, "second-size", theme->heading_size[1]);
    add_length(css, "third-size", theme->heading_size[2]);
    add_length(css, "title-size", theme->title_size);
    add_length(css, "logo-width", theme->logo_width);
    add_length(css, "logo-height", theme->logo_height);
    add_length(css, "cell-x", theme->cell_padding_x);
    add_length(css, "cell-y", theme->cell_padding_y);
    buffer_printf(css, "--hanging:%s;", theme->hanging ? "allow-end" : "none");
    buffer_add_text(css, "}\n");
}

/* A kind of page, with its number of all at the foot. */
static void add_page(struct buffer *css, const char *name, int width, int height, const int margins[4],
                     const struct theme *theme)
{
    buffer_printf(css, "@page%s{size:", name);
    add_points(css, width);
    buffer_add_char(css, ' ');
    add_points(css, height);
    buffer_add_text(css, ";margin:");
    for (int side = 0; side < 4; side++) {
        if (side > 0)
            buffer_add_char(css, ' ');
        add_points(css, margins[side]);
    }
    buffer_printf(css,
                  ";@bottom-right{content:counter(page) \" / \" counter(pages);font:7.5pt \"BIZ UDPGothic\",sans-serif;"
                  "color:#%06x}}\n",
                  theme->soft);
}

static void add_pages(struct buffer *css, const struct theme *theme)
{
    const int upright[] = {theme->portrait.top, theme->portrait.right, theme->portrait.bottom, theme->portrait.left};
    const int across[] = {theme->landscape.top, theme->landscape.right, theme->landscape.bottom, theme->landscape.left};

    add_page(css, "", theme->paper_width, theme->paper_height, upright, theme);
    add_page(css, " across", theme->paper_height, theme->paper_width, across, theme);
}

static bool is_single_font(const char *name)
{
    size_t length = strlen(name);

    return length > 4 && strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == length &&
           (strcmp(name + length - 4, ".ttf") == 0 || strcmp(name + length - 4, ".otf") == 0);
}

/* The first font of a chain, when it is one of the project: browsers take it from there. Collections they cannot read.
 */
static bool add_font(const struct site *site, struct buffer *css, const char *const *chain, const char *face)
{
    const struct render_options *options = site->options;
    size_t length = 0;
    struct buffer path = {0};
    const unsigned char *bytes = NULL;
    bool done = true;

    if (!chain || !chain[0] || !options->image || !is_single_font(chain[0]))
        return true;
    buffer_printf(&path, FOLDER_FONTS "/%s", chain[0]);
    bytes = options->image(options->image_context, path.data, &length);
    if (bytes) {
        buffer_printf(css, "@font-face{%s;src:url(%s)}\n", face, path.data);
        if (!map_has(site->images, path.data))
            done = options->emit(options->emit_context, path.data, bytes, length);
        map_set(site->images, arena_strdup(options->arena, path.data), options->arena);
    }
    buffer_free(&path);
    return done;
}

static bool add_fonts(const struct site *site, struct buffer *css)
{
    const struct theme *theme = site->options->theme;

    return add_font(site, css, theme->fonts_regular, "font-family:Own;font-weight:400") &&
           add_font(site, css, theme->fonts_bold, "font-family:Own;font-weight:700") &&
           add_font(site, css, theme->fonts_latin,
                    "font-family:\"Own Latin\";font-weight:400;unicode-range:U+20-24F") &&
           add_font(site, css, theme->fonts_latin_bold,
                    "font-family:\"Own Latin\";font-weight:700;unicode-range:U+20-24F") &&
           add_font(site, css, theme->fonts_western, "font-family:\"Own Western\";font-weight:400") &&
           add_font(site, css, theme->fonts_western_bold, "font-family:\"Own Western\";font-weight:700") &&
           add_font(site, css, theme->fonts_mono, "font-family:\"Own Mono\"");
}

/* A style sheet of the project, else the one inside the program. */
static void add_sheet(const struct render_options *options, struct buffer *css, const char *path)
{
    size_t length = 0;
    const unsigned char *own = options->image ? options->image(options->image_context, path, &length) : NULL;
    const struct embedded_file *file = own ? NULL : embedded_find(path);

    if (own)
        buffer_add(css, own, length);
    else if (file)
        buffer_add(css, file->data, file->length);
    else
        diag_report(options->diag, MESSAGE_THEME_SHEET, (struct source){0}, path, NULL);
}

bool html_emit_style(const struct site *site)
{
    const struct render_options *options = site->options;
    struct buffer css = {0};
    bool done;

    add_variables(&css, options->theme);
    add_pages(&css, options->theme);
    done = add_fonts(site, &css);
    for (int percent = 1; percent <= 100; percent++)
        buffer_printf(&css, ".w%d{width:%d%%}", percent, percent);
    for (int columns = 1; columns <= 40; columns++)
        buffer_printf(&css, ".n%d{width:max(100%%,%drem)}", columns, columns * 5 + 8);
    buffer_add_text(&css, "\n");
    for (const char *const *sheet = options->theme->css; *sheet; sheet++)
        add_sheet(options, &css, *sheet);
    done = options->emit(options->emit_context, FILE_STYLE_SHEET, css.data, css.length) && done;
    buffer_free(&css);
    return done;
}
