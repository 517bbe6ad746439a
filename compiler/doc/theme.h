/* Looks, read from templates/theme/<name>.lua and used by every backend: paper, margins, faces, sizes, tones.
 * Colours are 0xRRGGBB; lengths are thousandths of a point. */
#ifndef TEKIGO_DOC_THEME_H
#define TEKIGO_DOC_THEME_H

#include "base/arena.h"
#include "base/diag.h"
#include "doc/node.h"
#include "read/value.h"

struct theme_colors { unsigned text, fill; };

struct theme_margins { int top, right, bottom, left; };

/* Where a theme of the project names a font. */
struct theme_font_place {
    const char *name;
    struct source source;
    const struct theme_font_place *next;
};

struct theme {
    const char *name;
    int paper_width, paper_height;                 /* upright */
    struct theme_margins portrait, landscape;
    int body_size, body_leading;                   /* leading: distance of baselines */
    bool hanging;                                  /* full stops and commas may stand behind the end of a line */
    int table_size, table_leading;
    int heading_size[3];
    int title_size;
    const char *const *logo;                       /* at the head of covers: the path of one image, or NULL */
    int logo_width, logo_height;                   /* the most it may take */
    int rule_width;
    int cell_padding_x, cell_padding_y;
    unsigned ink, soft, key, rule, header_fill, stamp;
    struct theme_colors tone[TONE_ACCENT + 1];
    const char *const *css;                        /* paths of style sheets, one after the other, NULL at the end */
    const char *const *fonts_regular, *const *fonts_bold, *const *fonts_latin, *const *fonts_latin_bold,
        *const *fonts_mono;                        /* chains of file names or paths, NULL at the end */
    const char *const *fonts_western, *const *fonts_western_bold; /* instead of latin in languages but Japanese */
    const struct theme_font_place *font_places;
    const char *const *words;                      /* between which compounds of katakana may part, or NULL */
};

/* Reads a theme from Lua data (as a value). Missing entries take the defaults of the look; wrong ones are reported.
 * Never NULL. */
const struct theme *theme_read(const struct value *data, struct arena *arena, struct diag *diag);

/* The same over another theme, which gives what the data leave out. */
const struct theme *theme_extend(const struct theme *base, const struct value *data, struct arena *arena,
                                 struct diag *diag);

/* Where the theme names this font; no place when the project does not name it. */
struct source theme_font_source(const struct theme *theme, const char *name);

#endif
