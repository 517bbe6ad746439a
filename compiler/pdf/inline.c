/* Inline nodes to pieces. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pdf/layout.h"

enum { GETA = 0x3013, APOSTROPHE = 0x2019, OBJECT = 0xFFFC };

static void *grow(void *array, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return array;
    size_t wanted = *capacity ? *capacity * 2 : 256;
    while (wanted < needed)
        wanted *= 2;
    void *larger = realloc(array, wanted * size);
    if (!larger)
        arena_out_of_memory();
    *capacity = wanted;
    return larger;
}

void text_start(struct layout_state *state, const struct text_format *format)
{
    struct text *text = &state->text;
    text->format = *format;
    text->words = state->theme->words;
    text->count = text->style_count = text->line_count = 0;
    text->object_height = 0;
    state->read = NULL;
}

struct text_style text_base_style(const struct text *text)
{
    const struct text_format *format = &text->format;
    return (struct text_style){.color = format->color, .size = format->size, .face = format->face};
}

/* Field by field: what lies between them was never written. */
static bool is_same_style(const struct text_style *a, const struct text_style *b)
{
    return a->node == b->node && a->link == b->link && a->image == b->image && a->color == b->color &&
           a->size == b->size && a->rise == b->rise && a->face == b->face && a->slant == b->slant &&
           a->strike == b->strike;
}

static uint16_t add_style(struct text *text, const struct text_style *style)
{
    if (text->style_count > 0 && is_same_style(&text->styles[text->style_count - 1], style))
        return (uint16_t)(text->style_count - 1);
    if (text->style_count >= 65535)
        return 65534;
    text->styles = grow(text->styles, &text->style_capacity, text->style_count + 1, sizeof *text->styles);
    text->styles[text->style_count] = *style;
    return (uint16_t)text->style_count++;
}

/* Tells of a character that no font has, or that may not be shown, once a document: the cache then holds the entry of
 * the substitute. */
static struct advance substitute(struct layout_state *state, const struct text_style *style, uint32_t *character)
{
    struct advance *entry = advances_entry(&state->advances, style->face, *character);
    if (entry->advance != -1) {
        char code[16], shown[5] = "";
        uint32_t c = *character;
        snprintf(code, sizeof code, "U+%04X", (unsigned)c);
        if (c >= 0xA0)
            shown[utf8_encode(c, shown)] = '\0';
        for (int face = 0; face < FACE_COUNT; face++) {
            struct advance *other = advances_entry(&state->advances, (enum face)face, c);
            if (other->font < 0)
                other->advance = -1; /* reported */
        }
        const struct node *node = style->node ? style->node : state->read;
        struct source source = node ? node->source : (struct source){0};
        bool refused = state->advances.metrics->without_private && utf8_is_private(c);
        diag_report(state->diag, refused ? MESSAGE_CHARACTER_PRIVATE : MESSAGE_CHARACTER_WITHOUT_FONT, source, shown,
                    code, NULL);
    }
    *character = GETA;
    return advances_get(&state->advances, style->face, GETA, 0);
}

static bool in_word(const struct piece *previous)
{
    return previous->value == CLASS_LETTER || previous->value == CLASS_DIGIT;
}

/* Fonts for Japanese give the apostrophe the blank of a closing quotation mark: between letters it is as wide as the
 * straight one. */
static void narrow_apostrophe(struct layout_state *state, struct piece *piece, const struct text_style *style)
{
    struct advance straight = advances_get(&state->advances, style->face, '\'', 0);
    int32_t advance = (int32_t)((int64_t)straight.advance * style->size / 1000);
    if (straight.font >= 0 && advance < piece->advance)
        piece->advance = advance;
}

/* Quotation marks that the font gives the width of an ideograph are Japanese brackets (JLREQ cl-01, cl-02). */
static enum text_class quotation_class(const struct piece *piece, int32_t size)
{
    if (piece->character < 0x2018 || piece->character > 0x201D || piece->natural < size * 3 / 4)
        return (enum text_class)piece->value;
    return piece->value == CLASS_WESTERN_OPEN    ? CLASS_OPEN
           : piece->value == CLASS_WESTERN_CLOSE ? CLASS_CLOSE
                                                 : (enum text_class)piece->value;
}

static bool is_selector(uint32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* A variation selector stays with its character, in whose font it chooses the glyph. No font has it by itself. */
static void add_selector(struct layout_state *state, uint32_t selector, const struct text_style *style)
{
    struct text *text = &state->text;
    if (text->count == 0 || text->pieces[text->count - 1].font < 0)
        return;
    text->pieces = grow(text->pieces, &text->capacity, text->count + 1, sizeof *text->pieces);
    int8_t font = text->pieces[text->count - 1].font;
    text->pieces[text->count++] =
        (struct piece){.character = selector, .font = font, .value = CLASS_COMBINING, .style = add_style(text, style)};
}

void text_add_character(struct layout_state *state, uint32_t character, uint32_t selector,
                        const struct text_style *style)
{
    struct text *text = &state->text;
    if (is_selector(character)) {
        add_selector(state, character, style);
        return;
    }
    struct advance entry = {0};
    if (selector)
        entry = advances_get(&state->advances, style->face, character, selector);
    bool no_break = character == NO_BREAK_SPACE;
    if (!selector || entry.font < 0)
        entry = advances_get(&state->advances, style->face, no_break ? ' ' : character, 0);
    enum text_class value = no_break ? CLASS_GLUE : (enum text_class)(entry.class_plus - 1);
    bool invisible = value == CLASS_COMBINING || value == CLASS_ZERO_SPACE || (value == CLASS_GLUE && !no_break) ||
                     character == 0xAD;
    if (entry.font < 0 && invisible)
        return;
    if (entry.font < 0)
        entry = substitute(state, style, &character);
    if (entry.font < 0)
        return;
    text->pieces = grow(text->pieces, &text->capacity, text->count + 1, sizeof *text->pieces);
    struct piece *piece = &text->pieces[text->count++];
    int32_t natural =
        invisible && value != CLASS_COMBINING ? 0 : (int32_t)((int64_t)entry.advance * style->size / 1000);
    *piece = (struct piece){.character = character,
                            .natural = natural,
                            .advance = natural,
                            .font = entry.font,
                            .value = (uint8_t)value,
                            .style = add_style(text, style)};
    if (character == APOSTROPHE && text->count > 1 && in_word(&text->pieces[text->count - 2]))
        narrow_apostrophe(state, piece, style);
    else
        piece->value = (uint8_t)quotation_class(piece, style->size);
}

/* Next character of a string that has not ended; broken bytes give U+FFFD. The end of the string is no byte of a
 * character and so stops the decoding. */
static uint32_t next_character(const char **string)
{
    uint32_t code = (unsigned char)**string;
    size_t length = code < 0x80 ? 1 : utf8_decode(*string, 4, &code);
    *string += length ? length : 1;
    return code;
}

/* The variation selector that the string begins with, 0 when it does not. */
static uint32_t selector_at(const char *string)
{
    unsigned char lead = (unsigned char)*string;
    if (lead != 0xEF && lead != 0xF3) /* of U+FE00, of U+E0100 */
        return 0;
    uint32_t c = next_character(&string);
    return is_selector(c) ? c : 0;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Is it a character between which and another of its kind a line break of the source means nothing? */
static bool joins(uint32_t c)
{
    enum text_class value = text_class(c);
    return !text_class_is_western(value) && value != CLASS_SPACE;
}

/* Runs of blanks become one space; none stands at the beginning, or for a line break within Japanese. */
static void add_blank(struct layout_state *state, const char **string, const struct text_style *style)
{
    struct text *text = &state->text;
    bool newline = false;
    while (is_blank((unsigned char)**string)) {
        newline |= **string == '\n';
        ++*string;
    }
    if (text->count == 0)
        return;
    const struct piece *last = &text->pieces[text->count - 1];
    if (last->character == ' ' || last->character == '\n')
        return;
    if (newline && joins(last->character) && **string) {
        const char *next = *string;
        if (joins(next_character(&next)))
            return;
    }
    text_add_character(state, ' ', 0, style);
}

static void add_line_break(struct layout_state *state, const struct text_style *style)
{
    text_add_character(state, ' ', 0, style);
    struct text *text = &state->text;
    if (text->count > 0)
        text->pieces[text->count - 1].character = '\n';
}

void text_add_styled(struct layout_state *state, const char *string, const struct text_style *style)
{
    bool code = state->text.format.mode == BREAK_CODE;
    while (*string) {
        if (!code && is_blank((unsigned char)*string)) {
            add_blank(state, &string, style);
            continue;
        }
        uint32_t character = next_character(&string);
        if (character == '\n' && code) {
            add_line_break(state, style);
            continue;
        }
        if (character < 0x20)
            character = ' ';
        text_add_character(state, character, selector_at(string), style);
    }
}

void text_add_string(struct layout_state *state, const char *string, const struct node *node)
{
    struct text_style style = text_base_style(&state->text);
    style.node = layout_source(state, node);
    text_add_styled(state, string, &style);
}

/* In a line an image is at most four lines high and half as wide as the text of the page. */
static void add_image(struct layout_state *state, const struct node *node, const struct text_style *style)
{
    struct text *text = &state->text;
    struct text_style object = *style;
    object.image = node;
    object.node = layout_source(state, node);
    if (node->as.image.width <= 0 || node->as.image.height <= 0)
        return;
    struct extent size = figure_image_size(node, layout_text_width(state) / 2, 4 * text->format.size);
    text->pieces = grow(text->pieces, &text->capacity, text->count + 1, sizeof *text->pieces);
    text->pieces[text->count++] = (struct piece){.character = OBJECT,
                                                 .natural = size.width,
                                                 .advance = size.width,
                                                 .font = -1,
                                                 .value = CLASS_OBJECT,
                                                 .style = add_style(text, &object)};
    if (size.height > text->object_height)
        text->object_height = size.height;
}

static void add_nodes(struct layout_state *state, const struct node *first, struct text_style style);

static void add_span(struct layout_state *state, const struct node *node, struct text_style *style)
{
    const struct theme *theme = state->theme;
    unsigned ink = state->text.format.color;
    bool dark = ink == theme->tone[TONE_CRITICAL].text; /* ground: its ink stays */
    if (node->as.span.soft) {
        style->color = ink == theme->ink || ink == theme->key ? theme->soft : style->color; /* within a tone: its ink */
        style->size = style->size * 93 / 100;
    }
    if (node->as.span.tone != TONE_NONE && !dark)
        style->color = layout_tone_ink(theme, node->as.span.tone);
    if (node->as.span.tone == TONE_HIGH || node->as.span.tone == TONE_CRITICAL)
        style->face = FACE_BOLD;
}

static void add_footnote_reference(struct layout_state *state, const struct node *node, struct text_style style)
{
    char number[32];
    snprintf(number, sizeof number, "%d)", node->as.footnote_reference.number);
    style.node = layout_source(state, node);
    style.link = node;
    style.rise = style.size * 35 / 100;
    style.size = style.size * 65 / 100;
    style.color = state->theme->key;
    text_add_styled(state, number, &style);
}

static void add_node(struct layout_state *state, const struct node *node, struct text_style style)
{
    style.node = layout_source(state, node);
    state->read = node;
    switch (node->type) {
    case NODE_TEXT:
        text_add_styled(state, node->text ? node->text : "", &style);
        return;
    case NODE_CODE_SPAN:
        style.face = FACE_MONO;
        text_add_styled(state, node->text ? node->text : "", &style);
        return;
    case NODE_STRONG:
        style.face = FACE_BOLD;
        break;
    case NODE_EMPHASIS:
        style.slant = true;
        break;
    case NODE_STRIKE:
        style.strike = true;
        break;
    case NODE_SPAN:
        add_span(state, node, &style);
        break;
    case NODE_LINK:
        style.link = state->artifact ? NULL : node;
        if (state->text.format.color == state->theme->ink || state->text.format.color == state->theme->soft)
            style.color = state->theme->key; /* within a tone it keeps its ink */
        break;
    case NODE_IMAGE:
        add_image(state, node, &style);
        return;
    case NODE_LINE_BREAK:
        add_line_break(state, &style);
        return;
    case NODE_CHECK_BOX:
        text_add_styled(state, node->as.check_box.checked ? "☑" : "☐", &style);
        return;
    case NODE_FOOTNOTE_REFERENCE:
        add_footnote_reference(state, node, style);
        return;
    default:
        break;
    }
    add_nodes(state, node->first, style);
}

static void add_nodes(struct layout_state *state, const struct node *first, struct text_style style)
{
    for (const struct node *node = first; node; node = node->next) {
        if (node->id)
            layout_anchor(state, node);
        add_node(state, node, style);
    }
}

void text_add_inlines(struct layout_state *state, const struct node *first)
{
    add_nodes(state, first, text_base_style(&state->text));
}

void text_free(struct text *text)
{
    free(text->pieces);
    free(text->styles);
    free(text->lines);
    free(text->candidates);
}
