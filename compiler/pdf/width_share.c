/* Sharing the width of a table: first by demand, then in small steps from column to column while the table becomes
 * lower. Heights are judged from a sample of rows. */
#include <string.h>

#include "pdf/table.h"

enum { STEPS = 3, MOVES = 60, ROW_COST = 64 };

struct search {
    struct width_share *share;
    int32_t *least;
    int *lines;       /* samples × columns, at the widths there are */
    int *less, *more; /* … one step narrower, one step wider */
    int (*top)[3];    /* columns of each sample with the most lines, in descending order; -1 for none */
};

static int lines_at(const struct width_share *share, int sample, int column, int32_t width)
{
    int64_t natural = share->natural[sample * share->columns + column];
    int32_t inner = width - share->padding;
    if (natural <= inner)
        return 1;
    if (inner < 1)
        return 1000;
    return (int)((natural * 104 / 100 + inner - 1) / inner);
}

/* First widths: the rest goes to prose by its demand, the square root of which lets short columns live; weights of
 * the author come before demand. */
static int64_t demand(const struct width_share *share, int column, bool weighted)
{
    if (weighted)
        return share->weight[column];
    int64_t sum = 0, root = 0;
    for (int s = 0; s < share->samples; s++)
        sum += share->natural[s * share->columns + column];
    sum /= share->samples ? share->samples : 1;
    for (int64_t bit = (int64_t)1 << 30; bit; bit >>= 1)
        if ((root + bit) * (root + bit) <= sum)
            root += bit;
    return root + 1;
}

static int count_flexible(const struct width_share *share)
{
    int count = 0;
    for (int c = 0; c < share->columns; c++)
        count += share->flexible[c];
    return count;
}

static int32_t rest_of(const struct width_share *share)
{
    int64_t rest = share->room;
    for (int c = 0; c < share->columns; c++)
        rest -= share->width[c];
    return (int32_t)rest;
}

/* Shares `rest` in the ratio of the parts; what rounding leaves goes to the last that takes any. */
static void add_rest(struct width_share *share, const int64_t *parts, int32_t rest)
{
    int64_t sum = 0;
    int32_t left = rest;
    int last = -1;
    for (int c = 0; c < share->columns; c++) {
        sum += parts[c];
        last = parts[c] > 0 ? c : last;
    }
    for (int c = 0; c < share->columns && last >= 0; c++) {
        int32_t part = c == last ? left : (int32_t)(rest * parts[c] / sum);
        share->width[c] += parts[c] > 0 ? part : 0;
        left -= parts[c] > 0 ? part : 0;
    }
}

static void share_first(struct width_share *share, struct arena *arena)
{
    int64_t *parts = arena_alloc(arena, (size_t)share->columns * sizeof *parts);
    bool flexible = count_flexible(share) > 0, weighted = flexible;
    for (int c = 0; c < share->columns; c++)
        weighted = weighted && (!share->flexible[c] || share->weight[c] > 0);
    for (int c = 0; c < share->columns; c++)
        parts[c] = !flexible ? share->width[c] : share->flexible[c] ? demand(share, c, weighted) : 0;
    add_rest(share, parts, rest_of(share));
}

static void count_lines(struct search *search, int32_t step)
{
    struct width_share *share = search->share;
    for (int s = 0; s < share->samples; s++) {
        int *top = search->top[s];
        top[0] = top[1] = top[2] = -1;
        for (int c = 0; c < share->columns; c++) {
            int at = s * share->columns + c, lines = lines_at(share, s, c, share->width[c]);
            search->lines[at] = lines;
            search->less[at] = lines_at(share, s, c, share->width[c] - step);
            search->more[at] = lines_at(share, s, c, share->width[c] + step);
            int k = 3;
            while (k > 0 && (top[k - 1] < 0 || lines > search->lines[s * share->columns + top[k - 1]]))
                k--;
            for (int m = 2; m > k; m--)
                top[m] = top[m - 1];
            if (k < 3)
                top[k] = c;
        }
    }
}

/* How much higher the sample becomes when a step of width goes from one column to another. */
static int64_t change(const struct search *search, int from, int to)
{
    const struct width_share *share = search->share;
    int64_t sum = 0;
    for (int s = 0; s < share->samples; s++) {
        const int *lines = search->lines + s * share->columns, *top = search->top[s];
        int less = search->less[s * share->columns + from], more = search->more[s * share->columns + to], height = 0;
        for (int k = 0; k < 3; k++)
            if (top[k] >= 0 && top[k] != from && top[k] != to) {
                height = lines[top[k]];
                break;
            }
        height = less > height ? less : height;
        height = more > height ? more : height;
        sum += (int64_t)(height - lines[top[0]]) * ROW_COST + less - lines[from] + more - lines[to];
    }
    return sum;
}

/* Makes the best move of one step; false when none helps. */
static bool move(struct search *search, int32_t step)
{
    struct width_share *share = search->share;
    int64_t best = 0;
    int best_from = -1, best_to = -1;
    count_lines(search, step);
    for (int from = 0; from < share->columns; from++) {
        if (share->width[from] - step < search->least[from])
            continue;
        for (int to = 0; to < share->columns; to++) {
            if (to == from || !share->flexible[to])
                continue;
            int64_t value = change(search, from, to);
            if (value < best) {
                best = value;
                best_from = from;
                best_to = to;
            }
        }
    }
    if (best_from < 0)
        return false;
    share->width[best_from] -= step;
    share->width[best_to] += step;
    return true;
}

void width_share(struct width_share *share, struct arena *arena)
{
    size_t columns = (size_t)share->columns, cells = columns * (size_t)share->samples;
    struct search search = {.share = share};
    search.least = arena_alloc(arena, columns * sizeof *search.least);
    memcpy(search.least, share->width, columns * sizeof *search.least);
    share_first(share, arena);
    if (count_flexible(share) < 2 || share->samples == 0)
        return;
    search.lines = arena_alloc(arena, 3 * cells * sizeof *search.lines);
    search.less = search.lines + cells;
    search.more = search.lines + 2 * cells;
    search.top = arena_alloc(arena, (size_t)share->samples * sizeof *search.top);
    int32_t step = share->room / 16;
    for (int i = 0; i < STEPS; i++, step /= 3)
        for (int moves = 0; moves < MOVES && move(&search, step); moves++)
            continue;
}
