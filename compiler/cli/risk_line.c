/* Words in columns of a terminal. */
#include <string.h>

#include "base/printable.h"
#include "base/utf8.h"
#include "cli/risk.h"

enum { WORDS_MAX = 1 << 20 /* columns: no text is cut for them */ };

static const char *color_of(const char *tone)
{
    static const char *const colors[][2] = {{"low", "\x1b[34m"},  {"good", "\x1b[32m"},       {"medium", "\x1b[33m"},
                                            {"high", "\x1b[31m"}, {"critical", "\x1b[1;31m"}, {"strong", "\x1b[1m"},
                                            {"soft", "\x1b[2m"}};
    for (size_t i = 0; tone && i < sizeof colors / sizeof *colors; i++)
        if (strcmp(colors[i][0], tone) == 0)
            return colors[i][1];
    return NULL;
}

/* Writes at most `width` columns and gives how many; a text that is cut ends with an ellipsis. */
static int put(const char *text, int width, struct buffer *lines)
{
    struct buffer shown = {0};
    printable_add_lines(&shown, text, PRINTABLE_TEXT, " ");
    while (shown.length > 0 && shown.data[shown.length - 1] == ' ') /* a block of YAML ends with a line break */
        shown.length--;
    bool cut = (int)utf8_text_width(shown.data, shown.length) > width;
    int used = 0, room = cut ? width - 1 : width;
    for (size_t at = 0; at < shown.length;) {
        uint32_t code;
        size_t size = utf8_decode(shown.data + at, shown.length - at, &code);
        int columns = utf8_width(code);
        if (used + columns > room)
            break;
        buffer_add(lines, shown.data + at, size);
        used += columns;
        at += size;
    }
    if (cut)
        buffer_add_text(lines, "…");
    buffer_free(&shown);
    return used + cut;
}

void risk_print_cell(const struct risk_answer *answer, const char *text, int width, const char *tone,
                     struct buffer *lines)
{
    const char *color = answer->color ? color_of(tone) : NULL;
    if (color)
        buffer_add_text(lines, color);
    int used = put(text, width < 0 ? -width : width, lines);
    if (color)
        buffer_add_text(lines, "\x1b[0m");
    for (; used < width; used++)
        buffer_add_char(lines, ' ');
}

void risk_print_words(const struct risk_answer *answer, const char *text, struct buffer *lines)
{
    risk_print_cell(answer, text, -WORDS_MAX, NULL, lines);
}

const char *risk_tone(const struct value *figures)
{
    return value_get_text(figures, "tone", "none");
}

char *risk_number(const struct value *value, struct arena *arena)
{
    const char *text = value ? value->text : "";
    size_t digits = strspn(text, "0123456789"), length = strlen(text), at = 0;
    char *result = arena_alloc(arena, length + digits / 3 + 2);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && i < digits && (digits - i) % 3 == 0 && digits > 4)
            result[at++] = ',';
        result[at++] = text[i];
    }
    result[at] = '\0';
    return result;
}

char *risk_level_words(const struct risk_answer *answer, const struct value *figures, struct arena *arena)
{
    if (!figures)
        return arena_printf(arena, "—");
    int place = risk_band_place(answer->now, figures);
    const struct value *bands = value_get(answer->now->method, "bands"), *band = bands ? bands->first : NULL;
    while (band && place-- > 0)
        band = band->next;
    return arena_printf(arena, "%s %s", risk_number(value_get(figures, "level"), arena),
                        place == -1 && band ? risk_text(value_get(band, "title"), answer->language)
                                            : value_get_text(figures, "band", ""));
}
