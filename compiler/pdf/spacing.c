/* Between neighbours: squeezes of punctuation, the gap between Japanese and Latin, break penalties. */
#include "pdf/text.h"

enum {
    GAP = 90,      /* between Japanese and Latin, in 1/1000 em: below what extraction takes for a space */
    STRETCH = 120, /* most that justification adds between characters */
    STRETCH_AT_GAP = 30,
    WHOLE_LIMIT = 14, /* em: what is longer breaks as prose although its kind is never broken */
    NAME_LIMIT = 5,
    BLANK_PENALTY = 12, /* at a blank between what is read as one */
    PERSON_LIMIT = 6,   /* em: names of people that stay on one line although they hold a space */
    WORD_LIMIT = 12,    /* em: longest word of katakana that asks for its whole width */
    MINIMUM_LETTERS = 5 /* em: narrowest column for prose, when there is room */
};

static bool is_closing(enum text_class value)
{
    return value == CLASS_CLOSE || value == CLASS_COMMA || value == CLASS_FULL_STOP;
}

/* Has its class blank to squeeze at all? */
static bool has_blank(enum text_class value)
{
    return value == CLASS_OPEN || value == CLASS_MIDDLE_DOT || is_closing(value);
}

static bool is_word(enum text_class value)
{
    return value == CLASS_LETTER || value == CLASS_DIGIT;
}

static void take_after(struct piece *piece)
{
    piece->advance -= piece->after;
    piece->after = 0;
}

static void take_before(struct piece *piece)
{
    piece->advance -= piece->before;
    piece->shift += piece->before;
    piece->before = 0;
}

/* JLREQ 3.1.4: of adjacent punctuation only half an em of blank stays, or none between two of a kind. Beside a Latin
 * space a bracket needs no blank of its own. */
static void squeeze_pair(struct piece *a, struct piece *b)
{
    enum text_class before = (enum text_class)a->value, after = (enum text_class)b->value;
    if (is_closing(before) && (is_closing(after) || after == CLASS_OPEN || after == CLASS_MIDDLE_DOT))
        take_after(a);
    else if (before == CLASS_CLOSE && after == CLASS_SPACE)
        take_after(a);
    else if ((before == CLASS_OPEN || before == CLASS_MIDDLE_DOT || before == CLASS_SPACE) && after == CLASS_OPEN)
        take_before(b);
}

static void set_shrink(struct piece *piece, enum adjust_step step, int32_t before, int32_t after)
{
    piece->shrink_step = (uint8_t)step;
    piece->shrink_before = before;
    piece->shrink = before + after;
}

/* What justification may take and add, and in which step. */
static void set_justification(struct piece *piece, const struct piece *previous, int32_t em)
{
    enum text_class value = (enum text_class)piece->value;
    if (value == CLASS_SPACE && piece->advance > em / 4)
        set_shrink(piece, STEP_SPACE, 0, piece->advance - em / 4);
    else if (value == CLASS_MIDDLE_DOT)
        set_shrink(piece, STEP_MIDDLE_DOT, piece->before, piece->after);
    else if (value == CLASS_COMMA || value == CLASS_CLOSE)
        set_shrink(piece, STEP_PUNCTUATION, 0, piece->after / 2);
    else if (value == CLASS_OPEN)
        set_shrink(piece, STEP_PUNCTUATION, piece->before / 2, 0);
    else if (piece->gap)
        set_shrink(piece, STEP_GAP, piece->gap / 2, 0);
    if (!previous || value == CLASS_COMBINING)
        return;
    enum text_class before = (enum text_class)previous->value;
    piece->stretch_step = before == CLASS_SPACE ? STEP_SPACE : piece->gap ? STEP_GAP : STEP_CHARACTER;
    if (before == CLASS_SPACE) /* to half an em */
        piece->stretch = previous->advance < em / 2 ? em / 2 - previous->advance : 0;
    else if (piece->gap)
        piece->stretch = (int32_t)((int64_t)em * STRETCH_AT_GAP / 1000);
    else if (value != CLASS_SPACE && !(text_class_is_western(value) && text_class_is_western(before)) &&
             !(value == CLASS_INSEPARABLE && before == CLASS_INSEPARABLE))
        piece->stretch = (int32_t)((int64_t)em * STRETCH / 1000);
}

/* Within a web address a line may break after / ? & and, before its path, after a full stop. */
static void open_address(struct piece *pieces, size_t from, size_t to)
{
    bool path = false, address = to - from > 4 && pieces[from].character == 'w' && pieces[from + 1].character == 'w' &&
                                 pieces[from + 2].character == 'w' && pieces[from + 3].character == '.';
    for (size_t i = from; !address && i + 2 < to; i++)
        address = pieces[i].character == ':' && pieces[i + 1].character == '/' && pieces[i + 2].character == '/';
    if (!address)
        return;
    for (size_t i = from + 1; i < to; i++) {
        uint32_t before = pieces[i - 1].character, after = pieces[i].character;
        bool mark = before == '/' || before == '?' || before == '&' || (before == '.' && !path);
        path |= before == '/' && i > 1 && is_word((enum text_class)pieces[i - 2].value);
        if (mark && (is_word((enum text_class)pieces[i].value) || after == '%' || after == '_'))
            pieces[i].penalty = before == '.' ? 40 : 20;
    }
}

static void open_addresses(struct text *text)
{
    size_t from = 0;
    for (size_t i = 1; i <= text->count; i++)
        if (i == text->count || !text_class_is_western((enum text_class)text->pieces[i].value) ||
            !text_class_is_western((enum text_class)text->pieces[i - 1].value)) {
            if (i - from > 4)
                open_address(text->pieces, from, i);
            from = i;
        }
}

/* Longest run without a break, in 1/1000 pt. */
static int32_t longest(const struct text *text, uint8_t worst)
{
    int64_t most = 0, start = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct piece *piece = &text->pieces[i];
        if (i > 0 && (piece->penalty == BREAK_FORCED || piece->penalty <= worst))
            start = piece->start + piece->before;
        int64_t width = piece->start + piece->advance - piece->after - start;
        if (piece->value != CLASS_SPACE && width > most)
            most = width;
    }
    return (int32_t)(most > INT32_MAX ? INT32_MAX : most);
}

/* Does the mode of the paragraph allow the line break before this piece? */
static bool mode_allows(enum break_mode mode, const struct piece *previous)
{
    switch (mode) {
    case BREAK_WHOLE:
        return false;
    case BREAK_ID:
    case BREAK_NAME:
        return previous->value == CLASS_SPACE || previous->value == CLASS_WIDE_SPACE ||
               previous->value == CLASS_ZERO_SPACE || previous->value == CLASS_COMMA ||
               previous->value == CLASS_DIVIDING;
    default:
        return true;
    }
}

/* Within a name every break is worse than between names, in the order there is: those within its words come last. */
static uint8_t name_penalty(uint8_t penalty)
{
    if (penalty >= BREAK_OPENED)
        return penalty;
    return (uint8_t)(penalty < BREAK_WORD ? BREAK_UNIT + penalty / 4 : BREAK_OPENED + penalty / 8);
}

/* Runs that the mode would keep whole although they are longer than `limit` break as prose after all; names do so
 * only where a line has no room for them, and then where prose would. */
static void apply_mode(struct text *text, enum break_mode mode, int32_t limit)
{
    size_t from = 0;
    for (size_t i = 1; i <= text->count; i++) {
        struct piece *pieces = text->pieces;
        bool end = i == text->count || pieces[i].penalty == BREAK_FORCED || mode_allows(mode, &pieces[i - 1]);
        if (!end)
            continue;
        bool whole = pieces[i - 1].start + pieces[i - 1].advance - pieces[from].start <= limit;
        for (size_t k = from + 1; k < i; k++)
            if (whole)
                pieces[k].penalty = BREAK_NEVER;
            else if (mode == BREAK_NAME)
                pieces[k].penalty = name_penalty(pieces[k].penalty);
        from = i;
    }
}

/* A box to tick stays with what it stands for. */
static bool is_check_box(uint32_t character)
{
    return (character >= 0x2610 && character <= 0x2612) || character == 0x25A1;
}

static size_t word_start(const struct text *text, size_t i)
{
    while (i > 0 && text->pieces[i - 1].value != CLASS_SPACE)
        i--;
    return i;
}

static bool is_capital(const struct piece *piece)
{
    return piece->character >= 'A' && piece->character <= 'Z';
}

/* Does the number that begins here name the thing before it, as in "ISO/IEC 27001" and "clause 6.1"? Others count what
 * follows. */
static bool number_names(const struct text *text, size_t from)
{
    for (size_t i = from + 1; i + 1 < text->count && text->pieces[i].value != CLASS_SPACE; i++)
        if (text->pieces[i].character == '.' && text->pieces[i + 1].value == CLASS_DIGIT)
            return true;
    return from < 2 || is_capital(&text->pieces[word_start(text, from - 1)]);
}

static bool is_number(const struct text *text, size_t from, size_t to)
{
    while (from < to && (text->pieces[from].value == CLASS_DIGIT || text->pieces[from].value == CLASS_WESTERN_STOP))
        from++;
    return from == to;
}

/* Is the blank before this piece within what is read as one: "ISO/IEC 27001", "14 days", "Annex A"? */
static bool joined_by_blank(const struct text *text, size_t i)
{
    const struct piece *piece = &text->pieces[i];
    if (piece->value == CLASS_DIGIT)
        return number_names(text, i);
    if (i < 2 || piece->value != CLASS_LETTER)
        return false;
    bool more = i + 1 < text->count && (piece[1].value == CLASS_LETTER || piece[1].value == CLASS_DIGIT);
    if (piece[-2].value != CLASS_DIGIT)
        return is_capital(piece) && !more && piece[-2].value == CLASS_LETTER;
    size_t from = word_start(text, i - 1);
    return is_number(text, from, i - 1) && !number_names(text, from);
}

static void set_penalty(struct text *text, size_t i, enum text_class shown_before)
{
    struct piece *piece = &text->pieces[i], *previous = &text->pieces[i - 1];
    if (previous->character == '\n')
        piece->penalty = BREAK_FORCED;
    else if (text->format.mode == BREAK_CODE)
        piece->penalty = piece->value == CLASS_COMBINING ? BREAK_NEVER : previous->value == CLASS_SPACE ? 0 : 60;
    else
        piece->penalty = text_break_penalty(
            (enum text_class)previous->value == CLASS_COMBINING ? shown_before : (enum text_class)previous->value,
            (enum text_class)piece->value, previous->character);
    if (previous->value == CLASS_SPACE && piece->penalty == 0 && joined_by_blank(text, i))
        piece->penalty = BLANK_PENALTY;
    if (is_check_box(previous->character) ||
        (i > 1 && previous->value == CLASS_SPACE && is_check_box(text->pieces[i - 2].character)))
        piece->penalty = piece->penalty == BREAK_FORCED ? BREAK_FORCED : BREAK_NEVER;
}

/* Squeezes, gaps and penalties of all neighbours; marks take part through their base. */
static void set_neighbours(struct text *text)
{
    enum text_class base = CLASS_SPACE;
    for (size_t i = 0; i < text->count; i++) {
        struct piece *piece = &text->pieces[i], *previous = i ? piece - 1 : NULL;
        int32_t em = text->styles[piece->style].size;
        enum text_class value = (enum text_class)piece->value;
        if (em > 0 && has_blank(value) && text->styles[piece->style].face != FACE_MONO) {
            struct text_blank blank = text_class_blank(value, (int)(((int64_t)piece->natural * 1000 + em / 2) / em));
            piece->before = (int32_t)((int64_t)blank.before * em / 1000);
            piece->after = (int32_t)((int64_t)blank.after * em / 1000);
        }
        if (!previous) {
            base = value;
            continue;
        }
        squeeze_pair(previous, piece);
        if (text->format.mode != BREAK_CODE && value != CLASS_COMBINING && previous->character != '\n' &&
            ((is_word(value) && text_class_is_japanese(base)) || (text_class_is_japanese(value) && is_word(base))))
            piece->gap = (int32_t)((int64_t)em * GAP / 1000);
        set_penalty(text, i, base);
        if (value != CLASS_COMBINING)
            base = value;
    }
}

void text_finish(struct text *text)
{
    set_neighbours(text);
    int64_t pen = 0, shrink = 0, stretch = 0;
    for (size_t i = 0; i < text->count; i++) {
        struct piece *piece = &text->pieces[i];
        if (piece->character == '\n')
            piece->advance = piece->natural = 0;
        if (text->format.justified)
            set_justification(piece, i ? piece - 1 : NULL, text->styles[piece->style].size);
        piece->shrink_sum = shrink;
        piece->stretch_sum = stretch;
        shrink += piece->shrink;
        stretch += piece->stretch;
        piece->start = pen + piece->gap;
        pen = piece->start + piece->advance;
    }
    enum break_mode mode = text->format.mode;
    open_addresses(text);
    if (mode != BREAK_CODE)
        text_guard_words(text);
    if (mode == BREAK_WHOLE || mode == BREAK_ID)
        apply_mode(text, mode, WHOLE_LIMIT * text->format.size);
    else if (mode == BREAK_NAME)
        apply_mode(text, mode, NAME_LIMIT * text->format.size);
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

struct text_widths text_measure(const struct text *text)
{
    struct text_widths widths = {0};
    if (text->count == 0)
        return widths;
    int32_t em = text->format.size;
    int64_t start = 0, total = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct piece *piece = &text->pieces[i];
        if (piece->penalty == BREAK_FORCED)
            start = piece->start;
        int64_t width = piece->start + piece->advance - start;
        if (width > widths.natural)
            widths.natural = (int32_t)(width > INT32_MAX ? INT32_MAX : width);
        if (i + 1 == text->count || text->pieces[i + 1].penalty == BREAK_FORCED) {
            total += width;
            widths.lines++;
        }
    }
    widths.total = (int32_t)(total > INT32_MAX ? INT32_MAX : total);
    widths.hard = larger(longest(text, BREAK_FORCED - 1), smaller(widths.natural, 2 * em));
    widths.soft = smaller(longest(text, 49), WORD_LIMIT * em);
    if (text->format.mode == BREAK_PROSE)
        widths.soft = larger(widths.soft, smaller(widths.natural, MINIMUM_LETTERS * em));
    if (text->format.mode == BREAK_NAME && widths.natural <= PERSON_LIMIT * em)
        widths.soft = widths.natural;
    widths.soft = larger(widths.soft, widths.hard);
    return widths;
}
