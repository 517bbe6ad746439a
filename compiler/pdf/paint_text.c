#include <stdlib.h>

#include "pdf/painter.h"
#include "pdf/syntax.h"

/* Places may be off by this many thousandths of an em before they are corrected: it cannot be seen, and the error never
 * grows. */
#define TOLERANCE 3
#define SLANT 213 /* tangent of 12°, in thousandths */

/* A run on its way into a string. Positions are in millionths of a point from the start of the run. */
struct run {
    struct painter *painter;
    const struct box_text *text;
    char bytes[512]; /* codes not yet written */
    size_t length;
    int64_t wanted, reached;
    bool array, open; /* inside [ ], inside ( ) */
};

static bool same_font(const struct painter *painter, struct font_part font, int size)
{
    const struct font_part *old = &painter->font;
    return old->font == font.font && old->plane == font.plane && old->selector == font.selector &&
           painter->font_size == size;
}

static void set_font(struct painter *painter, struct font_part font, int size)
{
    if (same_font(painter, font, size))
        return;
    glyph_use_add_name(painter->content, font);
    buffer_add_char(painter->content, ' ');
    syntax_add_decimal(painter->content, size, 3);
    buffer_add_text(painter->content, " Tf\n");
    painter->font = font;
    painter->font_size = size;
}

static void set_spacing(struct painter *painter, int32_t spacing)
{
    if (painter->character_spacing == spacing)
        return;
    syntax_add_decimal(painter->content, spacing, 3);
    buffer_add_text(painter->content, " Tc\n");
    painter->character_spacing = spacing;
}

static void set_matrix(struct painter *painter, const struct box *box)
{
    const struct box_text *text = &box->as.text;
    const char *first = text->vertical ? "0 -1 " : "1 0 ";
    buffer_add_text(painter->content, first);
    int slant = text->slant ? SLANT : 0;
    syntax_add_decimal(painter->content, text->vertical ? 1000 : slant, 3);
    buffer_add_char(painter->content, ' ');
    syntax_add_decimal(painter->content, text->vertical ? -slant : 1000, 3);
    buffer_add_char(painter->content, ' ');
    painter_add_point(painter, box->x, box->y);
    buffer_add_text(painter->content, "Tm\n");
    painter->upright = !text->vertical && !text->slant;
}

static void set_place(struct painter *painter, const struct box *box)
{
    int64_t x = syntax_round_length(box->x), y = syntax_round_length((int64_t)painter->height - box->y);
    bool shift = !box->as.text.vertical && !box->as.text.slant && painter->upright;
    if (!shift) {
        set_matrix(painter, box);
    } else {
        syntax_add_decimal(painter->content, x - painter->line_x, 2);
        buffer_add_char(painter->content, ' ');
        syntax_add_decimal(painter->content, y - painter->line_y, 2);
        buffer_add_text(painter->content, " Td\n");
    }
    painter->line_x = x;
    painter->line_y = y;
}

/* — strings — */

static void open_array(struct run *run)
{
    if (!run->array)
        buffer_add_char(run->painter->content, '[');
    run->array = true;
}

static void write_codes(struct run *run)
{
    if (run->length == 0)
        return;
    open_array(run);
    if (!run->open)
        buffer_add_char(run->painter->content, '(');
    buffer_add(run->painter->content, run->bytes, run->length);
    run->open = true;
    run->length = 0;
}

static void close_string(struct run *run)
{
    write_codes(run);
    if (run->open)
        buffer_add_char(run->painter->content, ')');
    run->open = false;
}

static void close_array(struct run *run)
{
    close_string(run);
    if (run->array)
        buffer_add_text(run->painter->content, "]TJ\n");
    run->array = false;
}

static int64_t divide_rounded(int64_t number, int64_t divisor)
{
    return (number >= 0 ? number + divisor / 2 : number - divisor / 2) / divisor;
}

/* Moves the pen to the wanted place when it is visibly elsewhere. */
static void correct(struct run *run)
{
    int64_t size = run->text->size;
    if (llabs(run->wanted - run->reached) < (TOLERANCE - 1) * size)
        return; /* mostly: nothing to divide */
    int64_t shift = divide_rounded(run->wanted - run->reached, size);
    if (llabs(shift) < TOLERANCE)
        return;
    close_string(run);
    open_array(run);
    syntax_add_decimal(run->painter->content, -shift, 0);
    run->reached += shift * size;
}

static void add_byte(struct run *run, unsigned char byte)
{
    if (byte == '\n' || byte == '\r' || byte == '(' || byte == ')' || byte == '\\') {
        run->bytes[run->length++] = '\\';
        byte = byte == '\n' ? 'n' : byte == '\r' ? 'r' : byte;
    }
    run->bytes[run->length++] = (char)byte;
}

static void add_glyph(struct run *run, uint32_t character, uint32_t selector)
{
    struct painter *painter = run->painter;
    struct font_glyph glyph = glyph_use_find(painter->glyphs, run->text->font, character, selector);
    if (glyph.id == 0)
        return; /* reported by the layout */
    struct font_part part = glyph_use_part(run->text->font, character, selector);
    if (!same_font(painter, part, run->text->size)) {
        close_array(run);
        set_font(painter, part, run->text->size);
    }
    glyph_use_note(painter->glyphs, part, (uint16_t)character);
    if (run->length + 4 > sizeof run->bytes)
        write_codes(run);
    add_byte(run, (unsigned char)(character >> 8));
    add_byte(run, (unsigned char)character);
    run->reached += (int64_t)glyph.advance * run->text->size + (int64_t)painter->character_spacing * 1000;
}

/* — spacing — */

/* Characters that have no looks of their own and need not be in the font. */
static bool is_ignorable(uint32_t character)
{
    return character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x2060 && character <= 0x2064) || character == 0xFEFF || is_variation_selector(character);
}

static int32_t natural_advance(const struct painter *painter, const struct box_text *text, size_t index)
{
    struct font_glyph glyph = glyph_use_find(painter->glyphs, text->font, text->characters[index], 0);
    return (int32_t)divide_rounded((int64_t)glyph.advance * text->size, 1000);
}

static uint32_t selector_after(const struct box_text *text, size_t index)
{
    bool follows = index + 1 < text->count && is_variation_selector(text->characters[index + 1]);
    return follows ? text->characters[index + 1] : 0;
}

/* The distance that most characters have been moved apart, 0 when most have their own; in 1/1000 pt. A line that is
 * stretched evenly then needs no correction at each character. */
static int32_t common_spacing(const struct painter *painter, const struct box_text *text)
{
    int32_t candidate = 0;
    size_t votes = 0, same = 0;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i + 1 < text->count; i++) {
            if (selector_after(text, i) || is_ignorable(text->characters[i]))
                continue;
            int32_t spacing = text->advances[i] - natural_advance(painter, text, i);
            if (round == 0 && votes == 0)
                candidate = spacing;
            bool near = abs(spacing - candidate) <= 1;
            if (round == 0)
                votes = near ? votes + 1 : votes - 1;
            else
                same += near;
        }
    }
    return abs(candidate) > 2 && same * 2 > text->count ? candidate : 0;
}

void painter_text(struct painter *painter, const struct box *box)
{
    const struct box_text *text = &box->as.text;
    if (text->count == 0 || text->font < 0 || text->size <= 0)
        return;
    painter_write(painter, text->color);
    set_font(painter, glyph_use_part(text->font, text->characters[0], selector_after(text, 0)), text->size);
    set_spacing(painter, text->advances ? common_spacing(painter, text) : 0);
    set_place(painter, box);
    struct run run = {.painter = painter, .text = text};
    for (size_t i = 0; i < text->count; i++) {
        if (!is_ignorable(text->characters[i])) {
            correct(&run);
            add_glyph(&run, text->characters[i], selector_after(text, i));
            if (!text->advances)
                run.wanted = run.reached;
        }
        if (text->advances)
            run.wanted += (int64_t)text->advances[i] * 1000;
    }
    if (text->space_after)
        add_glyph(&run, ' ', 0);
    close_array(&run);
}
