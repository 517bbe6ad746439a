#include "project.h"

#include <math.h>

#include "doc/theme.h"

/* WCAG 2: relative luminance of a colour, contrast of a pair. */
static double channel(unsigned value)
{
    double part = value / 255.0;

    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned color)
{
    return 0.2126 * channel(color >> 16 & 255) + 0.7152 * channel(color >> 8 & 255) + 0.0722 * channel(color & 255);
}

static double contrast(unsigned one, unsigned other)
{
    double a = luminance(one), b = luminance(other);

    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static void assert_contrast(const struct theme *theme)
{
    for (int tone = TONE_NONE; tone <= TONE_ACCENT; tone++)
        assert_true(contrast(theme->tone[tone].text, theme->tone[tone].fill) >= 4.5);
    assert_true(contrast(theme->ink, 0xFFFFFF) >= 4.5);
    assert_true(contrast(theme->ink, theme->header_fill) >= 4.5);
    assert_true(contrast(theme->soft, 0xFFFFFF) >= 4.5);
    assert_true(contrast(theme->soft, theme->header_fill) >= 4.5);
    assert_true(contrast(theme->key, 0xFFFFFF) >= 4.5);
    assert_true(contrast(theme->stamp, 0xFFFFFF) >= 4.5);
    for (int tone = TONE_LOW; tone <= TONE_ACCENT; tone++) {
        if (tone == TONE_CRITICAL) /* within it all words take the colour of its text */
            continue;
        assert_true(contrast(theme->ink, theme->tone[tone].fill) >= 4.5);
        assert_true(contrast(theme->key, theme->tone[tone].fill) >= 4.5);
        assert_true(contrast(theme->soft, theme->tone[tone].fill) >= 4.5);
    }
}

static void every_pair_has_contrast(void **state)
{
    static const char *const names[] = {"default", "mincho"};
    struct project project;

    (void)state;
    project_new(&project);
    project_write(&project, "tekigo.yaml", "organization: {name: A}\n");
    project_load(&project);
    for (size_t i = 0; i < 2; i++) {
        const char *path = arena_printf(project.arena, "templates/theme/%s.lua", names[i]);
        const struct theme *theme = theme_read(script_data(project.script, path), project.arena, project.diag);

        assert_string_equal(theme->name, names[i]);
        assert_contrast(theme);
    }
    assert_contrast(theme_read(NULL, project.arena, project.diag));
    project_free(&project);
}

static void add(struct arena *arena, struct value *map, const char *key, enum value_kind kind, const char *text)
{
    struct value *entry = arena_alloc(arena, sizeof *entry);

    entry->kind = kind;
    entry->key = key;
    entry->text = text;
    entry->source.file = "templates/theme/default.lua";
    if (map->last)
        map->last->next = entry;
    else
        map->first = entry;
    map->last = entry;
    map->count++;
}

static void wrong_values_are_reported(void **state)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct value *data = arena_alloc(arena, sizeof *data), *body, *colors;
    const struct theme *theme;

    (void)state;
    data->kind = VALUE_MAP;
    add(arena, data, "body", VALUE_MAP, "");
    body = data->last;
    add(arena, body, "size", VALUE_REAL, "9.5");
    add(arena, body, "leading", VALUE_TEXT, "16 furlongs");
    add(arena, body, "hanging", VALUE_TEXT, "perhaps");
    add(arena, data, "title", VALUE_TEXT, "not a map");
    add(arena, data, "colors", VALUE_MAP, "");
    colors = data->last;
    add(arena, colors, "ink", VALUE_TEXT, "#ABCDEF");
    add(arena, colors, "key", VALUE_TEXT, "#12345");
    add(arena, colors, "soft", VALUE_TEXT, "#12345g");
    add(arena, data, "words", VALUE_TEXT, "トレーサビリティ");
    theme = theme_read(data, arena, diag);
    assert_int_equal(theme->body_size, 9500);
    assert_int_equal(theme->body_leading, 16500);
    assert_int_equal(theme->ink, 0xABCDEF);
    assert_int_equal(theme->key, 0x123A6B);
    assert_false(theme->hanging);
    assert_string_equal(theme->words[0], "トレーサビリティ");
    assert_null(theme->words[1]);
    assert_int_equal(diag_count(diag), 4);
    assert_string_equal(diag_get(diag, 0)->slug, "theme-value");
    arena_free(arena);
}

static const struct theme *theme_of(struct arena *arena, struct diag *diag, const char *group, const char *key,
                                    const char *length)
{
    struct value *data = arena_alloc(arena, sizeof *data);

    data->kind = VALUE_MAP;
    add(arena, data, group, VALUE_MAP, "");
    add(arena, data->last, key, VALUE_TEXT, length);
    return theme_read(data, arena, diag);
}

/* No page can be made of sizes that round to nothing, of papers larger than a PDF takes, of margins that leave no room.
 */
static void lengths_have_bounds(void **state)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);

    (void)state;
    assert_int_equal(theme_of(arena, diag, "body", "size", "0.001")->body_size, 10000);
    assert_int_equal(theme_of(arena, diag, "table", "leading", "500pt")->table_leading, 11600);
    assert_int_equal(theme_of(arena, diag, "paper", "width", "9000mm")->paper_width, 595276);
    assert_int_equal(theme_of(arena, diag, "logo", "height", "0")->logo_height, 51024);
    assert_int_equal(theme_of(arena, diag, "portrait", "left", "180mm")->portrait.left, 56693);
    assert_int_equal(diag_count(diag), 5);
    assert_int_equal(theme_of(arena, diag, "portrait", "left", "0")->portrait.left, 0);
    assert_int_equal(theme_of(arena, diag, "table", "padding_x", "0")->cell_padding_x, 0);
    assert_int_equal(diag_count(diag), 5);
    assert_int_equal(theme_of(arena, diag, "portrait", "left", "mm")->portrait.left, 56693);
    assert_int_equal(diag_count(diag), 6);
    arena_free(arena);
}

static void extends_another(void **state)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct value *data = arena_alloc(arena, sizeof *data);
    const struct theme *base = theme_read(NULL, arena, diag), *theme;

    (void)state;
    data->kind = VALUE_MAP;
    add(arena, data, "name", VALUE_TEXT, "own");
    add(arena, data, "paper", VALUE_TEXT, "letter");
    add(arena, data, "css", VALUE_TEXT, "templates/theme/own.css");
    add(arena, data, "body", VALUE_MAP, "");
    add(arena, data->last, "hanging", VALUE_BOOL, "true");
    data->last->last->as.boolean = true;
    theme = theme_extend(base, data, arena, diag);
    assert_string_equal(theme->name, "own");
    assert_int_equal(theme->paper_width, 612000);
    assert_int_equal(theme->paper_height, 792000);
    assert_string_equal(theme->css[0], "templates/theme/own.css");
    assert_null(theme->css[1]);
    assert_int_equal(theme->body_size, base->body_size);
    assert_true(theme->hanging);
    assert_int_equal(diag_count(diag), 0);
    arena_free(arena);
}

/* Latin fonts of a theme without Western ones are for all languages. */
static void latin_fonts_stand_for_western(void **state)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const struct theme *base = theme_read(NULL, arena, diag), *theme;

    (void)state;
    for (int both = 0; both < 2; both++) {
        struct value *data = arena_alloc(arena, sizeof *data);
        data->kind = VALUE_MAP;
        add(arena, data, "fonts", VALUE_MAP, "");
        add(arena, data->last, "latin", VALUE_TEXT, "House.ttf");
        if (both)
            add(arena, data->last, "western", VALUE_TEXT, "West.ttf");
        theme = theme_extend(base, data, arena, diag);
        assert_string_equal(theme->fonts_latin[0], "House.ttf");
        assert_string_equal(theme->fonts_western[0], both ? "West.ttf" : "House.ttf");
        assert_string_equal(theme->fonts_western_bold[0], base->fonts_western_bold[0]);
    }
    assert_string_equal(base->fonts_western[0], "LiberationSans-Regular.ttf");
    arena_free(arena);
}

static void lengths_are_thousandths_of_points(void **state)
{
    struct arena *arena = arena_new();
    const struct theme *theme = theme_read(NULL, arena, diag_new(arena));

    (void)state;
    assert_int_equal(theme->paper_width, 595276);
    assert_int_equal(theme->paper_height, 841890);
    assert_int_equal(theme->portrait.left, 56693);
    assert_string_equal(theme->fonts_regular[0], "BIZUDGothic-Regular.ttf");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_has_contrast),       cmocka_unit_test(wrong_values_are_reported),
        cmocka_unit_test(lengths_have_bounds),           cmocka_unit_test(extends_another),
        cmocka_unit_test(latin_fonts_stand_for_western), cmocka_unit_test(lengths_are_thousandths_of_points),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
