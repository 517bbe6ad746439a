/* Fuzz target: values of a theme (doc/theme.c), written as YAML: every length can be set with, every list is there. */
#include "doc/theme.h"
#include "lib/fuzz.h"
#include "read/read.h"

static void check_margins(const struct theme_margins *margins, int width, int height)
{
    must(margins->top >= 0 && margins->right >= 0 && margins->bottom >= 0 && margins->left >= 0);
    must(margins->left + margins->right < width && margins->top + margins->bottom < height);
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const struct value *value = yaml_read(fuzz->path, fuzz->text, fuzz->length, fuzz->arena, fuzz->diag);
    const struct theme *theme = theme_read(value, fuzz->arena, fuzz->diag);
    must(theme && theme->name && theme->css && theme->fonts_regular && theme->fonts_bold && theme->fonts_mono);
    must(theme->paper_width > 0 && theme->paper_height > 0);
    check_margins(&theme->portrait, theme->paper_width, theme->paper_height);
    check_margins(&theme->landscape, theme->paper_height, theme->paper_width);
    must(theme->body_size > 0 && theme->body_leading > 0 && theme->table_size > 0 && theme->table_leading > 0);
    must(theme->ink <= 0xFFFFFF && theme->key <= 0xFFFFFF && theme->stamp <= 0xFFFFFF);
    for (int tone = TONE_NONE; tone <= TONE_ACCENT; tone++)
        must(theme->tone[tone].text <= 0xFFFFFF && theme->tone[tone].fill <= 0xFFFFFF);
    buffer_printf(dump, "%d %d %d %d %x", theme->paper_width, theme->paper_height, theme->body_size,
                  theme->portrait.left, theme->ink);
    theme = theme_extend(theme, value, fuzz->arena, fuzz->diag);
    must(theme != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.yaml", data, size, take);
}
