/* The choice of lines: of all ways to break a paragraph the one that costs least, found in one pass. */
#include <stdlib.h>

#include "pdf/text.h"

enum {
    COST_LINE = 100000,
    COST_OVERFULL = 10000000,
    COST_LOOSE = 600,
    COST_SINGLE = 4000,
    COST_PAIR = 60,
    RAGGED = 640, /* cost of an empty ragged line: the squares of what lines leave are kept low */
    RAGGED_NARROW = 50
};

static bool is_space(const struct piece *piece)
{
    return piece->value == CLASS_SPACE || piece->value == CLASS_WIDE_SPACE || piece->value == CLASS_ZERO_SPACE;
}

static uint32_t end_without_spaces(const struct text *text, uint32_t from, uint32_t to)
{
    while (to > from && is_space(&text->pieces[to - 1]))
        to--;
    return to;
}

/* Width of pieces [from, end) as a line, punctuation at its edges squeezed. */
static int64_t natural_width(const struct text *text, uint32_t from, uint32_t end)
{
    if (end <= from)
        return 0;
    const struct piece *first = &text->pieces[from], *last = &text->pieces[end - 1];
    return last->start + last->advance - last->after - first->start - first->before;
}

int32_t line_width(const struct text *text, const struct line *line)
{
    return (int32_t)natural_width(text, line->from, line->end);
}

/* What stands behind the end of a line that is `natural` wide: its last full stop or comma, when it does not fit. */
static int64_t hang(const struct text *text, uint32_t end, int64_t width, int64_t natural)
{
    if (!text->format.hanging || !text->format.justified || natural <= width)
        return 0;
    const struct piece *last = &text->pieces[end - 1];
    bool hangs = last->value == CLASS_FULL_STOP || last->value == CLASS_COMMA;
    return hangs ? last->advance - last->after : 0;
}

int32_t line_hang(const struct text *text, const struct line *line, int32_t width)
{
    return line->end > line->from ? (int32_t)hang(text, line->end, width, line_width(text, line)) : 0;
}

static int64_t shrink_room(const struct text *text, uint32_t from, uint32_t end)
{
    if (!text->format.justified || end <= from + 1)
        return 0;
    const struct piece *first = &text->pieces[from], *last = &text->pieces[end - 1];
    return last->shrink_sum + last->shrink_before - first->shrink_sum - first->shrink;
}

/* Width of the line when it gives all it can. */
static int64_t least_width(const struct text *text, uint32_t from, uint32_t end, int64_t width)
{
    int64_t natural = natural_width(text, from, end);
    return natural - hang(text, end, width, natural) - shrink_room(text, from, end);
}

static int64_t stretch_room(const struct text *text, uint32_t from, uint32_t end)
{
    if (end <= from + 1)
        return 0;
    const struct piece *last = &text->pieces[end - 1];
    return last->stretch_sum + last->stretch - text->pieces[from].stretch_sum - text->pieces[from].stretch;
}

/* Cost of a line that is not the last, 0 or more; the penalty of its break comes on top. */
static int64_t cost_of_line(const struct text *text, uint32_t from, uint32_t end, int64_t width, int64_t natural)
{
    int64_t slack = width - natural, part = slack * 100 / width;
    if (slack < 0) {
        int64_t room = shrink_room(text, from, end);
        return room < -slack ? COST_OVERFULL - slack : 30 * slack * slack / (room * room);
    }
    if (!text->format.justified)
        return slack * slack * (width < 24 * text->format.size ? RAGGED_NARROW : RAGGED) / (width * width);
    int64_t room = stretch_room(text, from, end);
    if (slack > room)
        return COST_LOOSE + part * part;
    return room > 0 ? 100 * slack * slack / (room * room) : 0;
}

/* Cost of the last line, 0 or more: one character alone is to be avoided. */
static int64_t cost_of_last(const struct text *text, uint32_t from, uint32_t end, int64_t width, int64_t natural,
                            bool only)
{
    int64_t em = text->format.size;
    if (natural > width + shrink_room(text, from, end))
        return COST_OVERFULL + natural;
    if (only)
        return 0;
    int64_t tight = natural > width ? 30 : 0;
    return tight + (natural * 10 < em * 16 ? COST_SINGLE : natural * 10 < em * 26 && width > 12 * em ? COST_PAIR : 0);
}

static void reserve_candidates(struct text *text, size_t needed)
{
    if (needed <= text->candidate_capacity)
        return;
    text->candidate_capacity = needed * 2;
    free(text->candidates);
    text->candidates = malloc(text->candidate_capacity * sizeof *text->candidates);
    if (!text->candidates)
        arena_out_of_memory();
}

static void add_line(struct text *text, struct line line)
{
    if (text->line_count == text->line_capacity) {
        text->line_capacity = text->line_capacity ? text->line_capacity * 2 : 64;
        text->lines = realloc(text->lines, text->line_capacity * sizeof *text->lines);
        if (!text->lines)
            arena_out_of_memory();
    }
    text->lines[text->line_count++] = line;
}

/* A run longer than the line must break somewhere: after marks rather than within words. */
static void open_long_run(struct text *text, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++) {
        uint32_t before = text->pieces[i - 1].character;
        bool mark = before == '/' || before == '-' || before == '.' || before == '_' || before == ',' ||
                    before == '@' || before == '=' || before == '&' || before == ':' || before == '\\';
        if (text->pieces[i].value != CLASS_COMBINING && text->pieces[i].penalty == BREAK_NEVER)
            text->pieces[i].penalty = mark ? BREAK_AT_MARK : BREAK_IN_WORD;
    }
}

static void open_long_runs(struct text *text, uint32_t from, uint32_t to, int64_t width)
{
    uint32_t start = from;
    for (uint32_t i = from + 1; i <= to; i++) {
        if (i < to && text->pieces[i].penalty == BREAK_NEVER)
            continue;
        uint32_t end = end_without_spaces(text, start, i);
        if (natural_width(text, start, end) > width)
            open_long_run(text, start, end);
        start = i;
    }
}

/* Cost of one more line that ends with a break of this penalty. Justified lines take a bad break rather than stretch
 * so far that gaps look like blanks. */
static int64_t cost_of_break(bool justified, int64_t penalty)
{
    int64_t cost = justified ? 100 : COST_LINE;
    if (penalty >= BREAK_IN_WORD)
        cost += 10 * COST_LINE;
    else if (penalty >= BREAK_OPENED)
        cost += 5 * COST_LINE;
    else if (penalty >= (justified ? BREAK_UNIT : BREAK_WORD))
        cost += 3 * COST_LINE / 2;
    if (!justified && penalty > BREAK_WORD) /* which of the bad breaks it is counts more than how even the lines are */
        cost += 10 * (penalty - BREAK_WORD);
    return cost + penalty / (!justified ? 1 : penalty < 100 ? 3 : 2);
}

/* Best predecessor of the candidate `at`: lines from `low` on fit, those much too short are not looked at. */
static void choose_previous(struct text *text, uint32_t low, uint32_t at, int64_t width, bool last)
{
    struct text_candidate *candidates = text->candidates, *here = &candidates[at];
    uint32_t end = here->end;
    int64_t least = last ? 0 : width * (text->format.justified ? 70 : width < 24 * text->format.size ? 15 : 45) / 100;
    int64_t penalty = last ? 0 : text->pieces[here->piece].penalty;
    int64_t fixed = cost_of_break(text->format.justified, penalty);
    here->cost = INT64_MAX;
    for (uint32_t k = low; k < at; k++) {
        uint32_t from = candidates[k].piece;
        int64_t natural = natural_width(text, from, end), cost = candidates[k].cost + fixed;
        natural -= hang(text, end, width, natural);
        if (k > low && natural < least)
            break;
        if (cost >= here->cost)
            continue;
        cost += last ? cost_of_last(text, from, end, width, natural, k == 0)
                     : cost_of_line(text, from, end, width, natural);
        if (cost < here->cost) {
            here->cost = cost;
            here->previous = k;
        }
    }
}

static void add_chosen(struct text *text, uint32_t count)
{
    struct text_candidate *candidates = text->candidates;
    size_t first = text->line_count;
    for (uint32_t at = count - 1; at > 0; at = candidates[at].previous) {
        uint32_t from = candidates[candidates[at].previous].piece, to = candidates[at].piece;
        add_line(text, (struct line){from, to, end_without_spaces(text, from, to), at == count - 1});
    }
    for (size_t i = first, k = text->line_count - 1; i < k; i++, k--) {
        struct line line = text->lines[i];
        text->lines[i] = text->lines[k];
        text->lines[k] = line;
    }
}

/* Lines of pieces [from, to), which hold no forced break. */
static void choose_section(struct text *text, uint32_t from, uint32_t to, int64_t width)
{
    uint32_t end = end_without_spaces(text, from, to);
    if (end == from || natural_width(text, from, end) <= width) {
        add_line(text, (struct line){from, to, end, true});
        return;
    }
    open_long_runs(text, from, to, width);
    reserve_candidates(text, to - from + 2);
    struct text_candidate *candidates = text->candidates;
    candidates[0] = (struct text_candidate){.piece = from, .end = from};
    uint32_t count = 1, low = 0;
    end = from;
    for (uint32_t i = from + 1; i <= to; i++) {
        if (!is_space(&text->pieces[i - 1]))
            end = i;
        if (i < to && text->pieces[i].penalty == BREAK_NEVER)
            continue;
        candidates[count] = (struct text_candidate){.piece = i, .end = end};
        while (low + 1 < count && least_width(text, candidates[low].piece, end, width) > width)
            low++;
        choose_previous(text, low, count, width, i == to);
        count++;
    }
    add_chosen(text, count);
}

void line_choose(struct text *text, int32_t width)
{
    text->line_count = 0;
    if (width < 1)
        width = 1;
    uint32_t from = 0, count = (uint32_t)text->count;
    for (uint32_t i = 1; i <= count; i++)
        if (i == count || text->pieces[i].penalty == BREAK_FORCED) {
            uint32_t to = text->pieces[i - 1].character == '\n' ? i - 1 : i;
            choose_section(text, from, to, width);
            from = i;
        }
}
