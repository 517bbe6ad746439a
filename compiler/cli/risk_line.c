/* Words in columns of a terminal. */
#include <string.h>

#include "base/utf8.h"
#include "cli/risk.h"

enum { WORDS_MAX = 1 << 20 }; /* columns: no text is cut */

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

/* Writes at most `width` columns and gives how many; control characters are left out, a text that is cut ends with an
 * ellipsis. */
static int put(const char *text, int width, FILE *stream)
{
    size_t length = strlen(text);
    bool cut = (int)utf8_text_width(text, length) > width;
    int used = 0, room = cut ? width - 1 : width;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        int columns = utf8_width(code);
        if (used + columns > room)
            break;
        if (size && code >= 0x20 && (code < 0x7F || code > 0x9F))
            fwrite(text + at, 1, size, stream);
        used += columns;
        at += size ? size : 1;
    }
    if (cut)
        fputs("…", stream);
    return used + cut;
}

void risk_print_cell(const struct risk_answer *answer, const char *text, int width, const char *tone, FILE *stream)
{
    const char *color = answer->color ? color_of(tone) : NULL;
    if (color)
        fputs(color, stream);
    int used = put(text, width < 0 ? -width : width, stream);
    if (color)
        fputs("\x1b[0m", stream);
    for (; used < width; used++)
        fputc(' ', stream);
}

void risk_print_words(const struct risk_answer *answer, const char *text, FILE *stream)
{
    risk_print_cell(answer, text, -WORDS_MAX, NULL, stream);
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
