#include "doc/theme.h"

#include <stddef.h>
#include <string.h>

/* Thousandths of a point. */
#define MILLIMETRES(n) ((int)((n)*72000 / 25.4 + 0.5))

static const char *const regular_fonts[] = {"BIZUDGothic-Regular.ttf", "ipaexm.ttf", "DejaVuSans.ttf", NULL};
static const char *const bold_fonts[] = {"BIZUDGothic-Bold.ttf", "DejaVuSans-Bold.ttf", "ipaexm.ttf", NULL};
static const char *const latin_fonts[] = {"BIZUDPGothic-Regular.ttf", NULL};
static const char *const latin_bold_fonts[] = {"BIZUDPGothic-Bold.ttf", NULL};
static const char *const western_fonts[] = {"LiberationSans-Regular.ttf", NULL};
static const char *const western_bold_fonts[] = {"LiberationSans-Bold.ttf", NULL};
static const char *const mono_fonts[] = {"BIZUDGothic-Regular.ttf", "DejaVuSansMono.ttf", "ipaexm.ttf", NULL};

static const char *const default_css[] = {"templates/theme/default.css", NULL};

static const struct theme default_theme = {
    .name = "default",
    .paper_width = MILLIMETRES(210),
    .paper_height = MILLIMETRES(297),
    .portrait = {MILLIMETRES(24), MILLIMETRES(20), MILLIMETRES(20), MILLIMETRES(20)},
    .landscape = {MILLIMETRES(20), MILLIMETRES(15), MILLIMETRES(16), MILLIMETRES(15)},
    .body_size = 10000,
    .body_leading = 16500,
    .table_size = 8000,
    .table_leading = 11600,
    .heading_size = {15000, 11500, 9800},
    .title_size = 26000,
    .logo_width = MILLIMETRES(60),
    .logo_height = MILLIMETRES(18),
    .rule_width = 400,
    .cell_padding_x = MILLIMETRES(1.6),
    .cell_padding_y = MILLIMETRES(1),
    .ink = 0x1B1F24,
    .soft = 0x57616B,
    .key = 0x123A6B,
    .rule = 0xB9C0C8,
    .header_fill = 0xEEF1F4,
    .stamp = 0xB3261E,
    .tone = {[TONE_NONE] = {0x1B1F24, 0xFFFFFF},
             [TONE_LOW] = {0x1D5A8E, 0xDCECF8},
             [TONE_MEDIUM] = {0x7A5A00, 0xFDF0C2},
             [TONE_HIGH] = {0x9A1C10, 0xF9D5D0},
             [TONE_CRITICAL] = {0xFFFFFF, 0x9A1C10},
             [TONE_GOOD] = {0x1F5E3A, 0xDDF0E3},
             [TONE_ACCENT] = {0x123A6B, 0xE6ECF4}},
    .css = default_css,
    .fonts_regular = regular_fonts,
    .fonts_bold = bold_fonts,
    .fonts_latin = latin_fonts,
    .fonts_latin_bold = latin_bold_fonts,
    .fonts_mono = mono_fonts,
    .fonts_western = western_fonts,
    .fonts_western_bold = western_bold_fonts,
};

/* Papers by name, upright. */
static const struct paper {
    const char *name;
    int width, height;
} papers[] = {
    {"A3", MILLIMETRES(297), MILLIMETRES(420)},
    {"A4", MILLIMETRES(210), MILLIMETRES(297)},
    {"A5", MILLIMETRES(148), MILLIMETRES(210)},
    {"B4", MILLIMETRES(257), MILLIMETRES(364)},
    {"B5", MILLIMETRES(182), MILLIMETRES(257)},
    {"letter", 612000, 792000},
    {"legal", 612000, 1008000},
};

struct reading {
    struct theme *theme;
    struct arena *arena;
    struct diag *diag;
};

/* 1/1000 pt; the paper leaves at least LEAST_ROOM within its margins. */
enum { LEAST_PAPER = 72000, MOST_PAPER = 14400000, LEAST_ROOM = 36000, LEAST_SIZE = 1000, MOST_SIZE = 200000 };

/* Entries of a theme: `name` may be `group.entry`. To add one: its line in the table of its type. */
struct entry {
    const char *name;
    size_t offset;
};

/* Lengths, and between what they must be: less can be neither seen nor divided by, more is beyond what a PDF takes. */
static const struct length_entry {
    const char *name;
    size_t offset;
    int least, most;
} lengths[] = {
    {"paper.width", offsetof(struct theme, paper_width), LEAST_PAPER, MOST_PAPER},
    {"paper.height", offsetof(struct theme, paper_height), LEAST_PAPER, MOST_PAPER},
    {"portrait.top", offsetof(struct theme, portrait.top), 0, MOST_PAPER},
    {"portrait.right", offsetof(struct theme, portrait.right), 0, MOST_PAPER},
    {"portrait.bottom", offsetof(struct theme, portrait.bottom), 0, MOST_PAPER},
    {"portrait.left", offsetof(struct theme, portrait.left), 0, MOST_PAPER},
    {"landscape.top", offsetof(struct theme, landscape.top), 0, MOST_PAPER},
    {"landscape.right", offsetof(struct theme, landscape.right), 0, MOST_PAPER},
    {"landscape.bottom", offsetof(struct theme, landscape.bottom), 0, MOST_PAPER},
    {"landscape.left", offsetof(struct theme, landscape.left), 0, MOST_PAPER},
    {"body.size", offsetof(struct theme, body_size), LEAST_SIZE, MOST_SIZE},
    {"body.leading", offsetof(struct theme, body_leading), LEAST_SIZE, MOST_SIZE},
    {"table.size", offsetof(struct theme, table_size), LEAST_SIZE, MOST_SIZE},
    {"table.leading", offsetof(struct theme, table_leading), LEAST_SIZE, MOST_SIZE},
    {"table.padding_x", offsetof(struct theme, cell_padding_x), 0, MOST_SIZE},
    {"table.padding_y", offsetof(struct theme, cell_padding_y), 0, MOST_SIZE},
    {"heading.first", offsetof(struct theme, heading_size[0]), LEAST_SIZE, MOST_SIZE},
    {"heading.second", offsetof(struct theme, heading_size[1]), LEAST_SIZE, MOST_SIZE},
    {"heading.third", offsetof(struct theme, heading_size[2]), LEAST_SIZE, MOST_SIZE},
    {"title.size", offsetof(struct theme, title_size), LEAST_SIZE, MOST_SIZE},
    {"logo.width", offsetof(struct theme, logo_width), LEAST_SIZE, MOST_PAPER},
    {"logo.height", offsetof(struct theme, logo_height), LEAST_SIZE, MOST_PAPER},
    {"rule.width", offsetof(struct theme, rule_width), 0, MOST_SIZE},
};

static const struct entry switches[] = {
    {"body.hanging", offsetof(struct theme, hanging)},
};

static const struct entry colors[] = {
    {"colors.ink", offsetof(struct theme, ink)},
    {"colors.soft", offsetof(struct theme, soft)},
    {"colors.key", offsetof(struct theme, key)},
    {"colors.rule", offsetof(struct theme, rule)},
    {"colors.header", offsetof(struct theme, header_fill)},
    {"colors.stamp", offsetof(struct theme, stamp)},
    {"tones.low.text", offsetof(struct theme, tone[TONE_LOW].text)},
    {"tones.low.fill", offsetof(struct theme, tone[TONE_LOW].fill)},
    {"tones.medium.text", offsetof(struct theme, tone[TONE_MEDIUM].text)},
    {"tones.medium.fill", offsetof(struct theme, tone[TONE_MEDIUM].fill)},
    {"tones.high.text", offsetof(struct theme, tone[TONE_HIGH].text)},
    {"tones.high.fill", offsetof(struct theme, tone[TONE_HIGH].fill)},
    {"tones.critical.text", offsetof(struct theme, tone[TONE_CRITICAL].text)},
    {"tones.critical.fill", offsetof(struct theme, tone[TONE_CRITICAL].fill)},
    {"tones.good.text", offsetof(struct theme, tone[TONE_GOOD].text)},
    {"tones.good.fill", offsetof(struct theme, tone[TONE_GOOD].fill)},
    {"tones.accent.text", offsetof(struct theme, tone[TONE_ACCENT].text)},
    {"tones.accent.fill", offsetof(struct theme, tone[TONE_ACCENT].fill)},
};

static const struct entry chains[] = {
    {"css", offsetof(struct theme, css)},
    {"logo.file", offsetof(struct theme, logo)},
    {"fonts.regular", offsetof(struct theme, fonts_regular)},
    {"fonts.bold", offsetof(struct theme, fonts_bold)},
    {"fonts.latin", offsetof(struct theme, fonts_latin)},
    {"fonts.latin_bold", offsetof(struct theme, fonts_latin_bold)},
    {"fonts.mono", offsetof(struct theme, fonts_mono)},
    {"fonts.western", offsetof(struct theme, fonts_western)},
    {"fonts.western_bold", offsetof(struct theme, fonts_western_bold)},
    {"words", offsetof(struct theme, words)},
};

/* The value under a dotted name. */
static const struct value *find(const struct value *data, const char *name)
{
    char part[32];

    while (data) {
        size_t length = strcspn(name, ".");

        memcpy(part, name, length);
        part[length] = '\0';
        data = value_get(data, part);
        if (!name[length])
            return data;
        name += length + 1;
    }
    return NULL;
}

static void refuse(struct reading *reading, const struct value *value, const char *name, const char *expected)
{
    diag_report(reading->diag, MESSAGE_THEME_VALUE, value->source, name, expected, NULL);
}

/* Points (a number) or "24mm" → thousandths of a point; -1 when it is neither. */
static int read_length(const struct value *value)
{
    double number = 0, scale = 1;
    const char *start = value->text ? value->text : "", *at = start;

    if (value->kind != VALUE_INTEGER && value->kind != VALUE_REAL && value->kind != VALUE_TEXT)
        return -1;
    for (; *at >= '0' && *at <= '9' && number < 10000; at++)
        number = 10 * number + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9'; at++)
            number += (*at - '0') * (scale /= 10);
    if (number > 10000 || at == start)
        return -1;
    if (strcmp(at, "mm") == 0)
        return MILLIMETRES(number);
    return *at == '\0' || strcmp(at, "pt") == 0 ? (int)(number * 1000 + 0.5) : -1;
}

/* "#123a6b" */
static bool read_color(const struct value *value, unsigned *color)
{
    unsigned result = 0;

    if (value->kind != VALUE_TEXT || value->text[0] != '#' || strlen(value->text) != 7)
        return false;
    for (const char *at = value->text + 1; *at; at++) {
        const char *digits = "0123456789abcdef", *digit = strchr(digits, *at >= 'A' && *at <= 'F' ? *at | 0x20 : *at);

        if (!digit)
            return false;
        result = result << 4 | (unsigned)(digit - digits);
    }
    *color = result;
    return true;
}

/* A list of names, or one name. */
static const char *const *read_chain(const struct value *value, struct arena *arena)
{
    const char **chain = arena_alloc(arena, (value->count + 2) * sizeof *chain);
    size_t count = 0;

    if (value->kind == VALUE_TEXT && value->text[0])
        chain[count++] = arena_strdup(arena, value->text);
    for (const struct value *item = value->kind == VALUE_LIST ? value->first : NULL; item; item = item->next) {
        if (item->kind != VALUE_TEXT || !item->text[0])
            return NULL;
        chain[count++] = arena_strdup(arena, item->text);
    }
    return count ? chain : NULL;
}

/* `paper` may be a name instead of a width and a height. */
static void read_paper(struct reading *reading, const struct value *data)
{
    const struct value *value = value_get(data, "paper");

    if (!value || value->kind != VALUE_TEXT)
        return;
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (strcmp(papers[i].name, value->text) == 0) {
            reading->theme->paper_width = papers[i].width;
            reading->theme->paper_height = papers[i].height;
            return;
        }
    refuse(reading, value, "paper", "\"A3\", \"A4\", \"A5\", \"B4\", \"B5\", \"letter\", \"legal\"");
}

static void read_lengths(struct reading *reading, const struct value *data)
{
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        const struct length_entry *entry = &lengths[i];
        const struct value *value = find(data, entry->name);
        int length = value ? read_length(value) : -1;

        if (length >= entry->least && length <= entry->most)
            *(int *)((char *)reading->theme + entry->offset) = length;
        else if (length >= 0)
            refuse(reading, value, entry->name,
                   arena_printf(reading->arena, "%d pt – %d pt", entry->least / 1000, entry->most / 1000));
        else if (value)
            refuse(reading, value, entry->name, "10.5, \"10.5pt\", \"24mm\"");
    }
}

static bool has_room(int width, int height, const struct theme_margins *margins)
{
    return width - margins->left - margins->right >= LEAST_ROOM &&
           height - margins->top - margins->bottom >= LEAST_ROOM;
}

/* Margins that fill the paper are refused, with the paper. */
static void check_room(struct reading *reading, const struct value *data, const struct theme *base)
{
    struct theme *theme = reading->theme;

    if (has_room(theme->paper_width, theme->paper_height, &theme->portrait) &&
        has_room(theme->paper_height, theme->paper_width, &theme->landscape))
        return;
    refuse(reading, data, "paper, portrait, landscape",
           arena_printf(reading->arena, "paper - margins >= %d pt", LEAST_ROOM / 1000));
    theme->paper_width = base->paper_width;
    theme->paper_height = base->paper_height;
    theme->portrait = base->portrait;
    theme->landscape = base->landscape;
}

static void read_entries(struct reading *reading, const struct value *data)
{
    char *theme = (char *)reading->theme;

    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        const struct value *value = find(data, switches[i].name);

        if (value && value->kind == VALUE_BOOL)
            *(bool *)(theme + switches[i].offset) = value->as.boolean;
        else if (value)
            refuse(reading, value, switches[i].name, "true, false");
    }
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++) {
        const struct value *value = find(data, colors[i].name);

        if (value && !read_color(value, (unsigned *)(theme + colors[i].offset)))
            refuse(reading, value, colors[i].name, "\"#rrggbb\"");
    }
    for (size_t i = 0; i < sizeof chains / sizeof *chains; i++) {
        const struct value *value = find(data, chains[i].name);
        const char *const *chain = value ? read_chain(value, reading->arena) : NULL;

        if (chain)
            *(const char *const **)(theme + chains[i].offset) = chain;
        else if (value)
            refuse(reading, value, chains[i].name, "{ \"name\", … }");
    }
}

/* Of values whose line is known. */
static void keep_font_places(struct reading *reading, const struct value *value)
{
    if (!value)
        return;
    for (const struct value *item = value->first; item; item = item->next)
        keep_font_places(reading, item);
    if (value->kind != VALUE_TEXT || value->source.line == 0)
        return;
    struct theme_font_place *place = arena_alloc(reading->arena, sizeof *place);
    *place = (struct theme_font_place){arena_strdup(reading->arena, value->text), value->source,
                                       reading->theme->font_places};
    reading->theme->font_places = place;
}

struct source theme_font_source(const struct theme *theme, const char *name)
{
    const struct theme_font_place *place = theme->font_places;
    while (place && strcmp(place->name, name) != 0)
        place = place->next;
    return place ? place->source : (struct source){0};
}

/* A theme that names Latin fonts but no Western ones means them for every language. */
static void share_latin(struct theme *theme, const struct value *data)
{
    if (find(data, "fonts.latin") && !find(data, "fonts.western"))
        theme->fonts_western = theme->fonts_latin;
    if (find(data, "fonts.latin_bold") && !find(data, "fonts.western_bold"))
        theme->fonts_western_bold = theme->fonts_latin_bold;
}

const struct theme *theme_extend(const struct theme *base, const struct value *data, struct arena *arena,
                                 struct diag *diag)
{
    struct theme *theme = arena_alloc(arena, sizeof *theme);
    struct reading reading = {theme, arena, diag};

    *theme = *base;
    if (data) {
        theme->name = arena_strdup(arena, value_get_text(data, "name", theme->name));
        read_paper(&reading, data);
        read_lengths(&reading, data);
        check_room(&reading, data, base);
        read_entries(&reading, data);
        share_latin(theme, data);
        keep_font_places(&reading, value_get(data, "fonts"));
    }
    return theme;
}

const struct theme *theme_read(const struct value *data, struct arena *arena, struct diag *diag)
{
    return theme_extend(&default_theme, data, arena, diag);
}
