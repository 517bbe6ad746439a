/* Sharing the width of a table: first by demand, then in small steps from column to column while the table becomes
 * lower. Heights are judged from a sample of rows. */
#include <string.h>

#include "pdf/table.h"

enum {
    MOVES = 60,
    LINE = 48,  /* cost of a line of a cell … */
    PART = 16,  /* … and of the width its content has, in lines: where no line is won yet, the way there counts */
    HEIGHT = 4, /* weight of the height of rows against that of single cells */
    SOFT = 40   /* cost of an em below the wanted width, for each row */
};

struct search {
    struct width_share *share;
    int32_t *wanted;
    int *cost;        /* samples × columns, at the widths there are */
    int *less, *more; /* … one step narrower, one step wider */
    int (*top)[3];    /* columns of each sample with the highest cost, in descending order; -1 for none */
};

static int cost_at(const struct width_share *share, int sample, int column, int32_t width)
{
    const struct text_widths *content = &share->content[sample * share->columns + column];
    int32_t inner = width - share->padding;
    int forced = content->lines > 1 ? content->lines : 1;
    if (content->natural <= inner)
        return forced * LINE + PART;
    if (inner < share->em / 2)
        return 1000 * LINE;
    int64_t total = (int64_t)content->total * 104 / 100 + (int64_t)(forced - 1) * inner / 2;
    int64_t lines = (total + inner - 1) / inner;
    return (int)(lines > forced ? lines : forced + 1) * LINE + (int)(total * PART / inner);
}

/* The rest goes to prose by its demand, the square root of which lets short columns live; weights of the author come
 * before demand. */
static int64_t demand(const struct width_share *share, int column, bool weighted)
{
    if (weighted)
        return (int64_t)share->room * share->weight[column] / 1000 > share->width[column]
                   ? (int64_t)share->room * share->weight[column] / 1000 - share->width[column]
                   : 1;
    int64_t sum = 0, root = 0;
    for (int s = 0; s < share->samples; s++)
        sum += share->content[s * share->columns + column].total;
    sum /= share->samples ? share->samples : 1;
    for (int64_t bit = (int64_t)1 << 30; bit; bit >>= 1)
        if ((root + bit) * (root + bit) <= sum)
            root += bit;
    return root + 1;
}

static int count_true(const bool *values, int count)
{
    int result = 0;
    for (int c = 0; c < count; c++)
        result += values[c];
    return result;
}

/* Shares `rest` in the ratio of the parts, no column getting more than `most` (unless NULL). Returns what is left. */
static int32_t add_rest(struct width_share *share, const int64_t *parts, int32_t rest, const int32_t *most)
{
    int64_t sum = 0;
    int32_t left = rest;
    for (int c = 0; c < share->columns; c++)
        sum += parts[c];
    for (int c = 0; c < share->columns && sum > 0; c++) {
        int32_t part = (int32_t)(rest * parts[c] / sum);
        int32_t room = most ? most[c] + share->padding - share->width[c] : part;
        part = part < room ? part : room > 0 ? room : 0;
        share->width[c] += part;
        left -= part;
    }
    return left;
}

static int32_t rest_of(const struct width_share *share)
{
    int64_t rest = share->room;
    for (int c = 0; c < share->columns; c++)
        rest -= share->width[c];
    return (int32_t)rest;
}

static void share_first(struct width_share *share, struct arena *arena)
{
    int64_t *parts = arena_alloc(arena, (size_t)share->columns * sizeof *parts);
    bool weighted = true, all = true;
    for (int c = 0; c < share->columns; c++) {
        weighted = weighted && (!share->prose[c] || share->weight[c] > 0);
        all = all && share->weight[c] > 0;
    }
    for (int c = 0; c < share->columns; c++)
        parts[c] = share->prose[c] ? demand(share, c, weighted) : 0;
    int32_t rest = rest_of(share);
    for (int round = 0; round < 4 && rest > 0; round++)
        rest = add_rest(share, parts, rest, share->most);
    for (int c = 0; c < share->columns; c++) /* more than prose can use: every column gets its part */
        parts[c] = all ? demand(share, c, true) : share->width[c];
    rest = add_rest(share, parts, rest, NULL);
    share->width[share->columns - 1] += rest;
}

static void count_costs(struct search *search, int32_t step)
{
    struct width_share *share = search->share;
    for (int s = 0; s < share->samples; s++) {
        int *top = search->top[s], *costs = search->cost + s * share->columns;
        top[0] = top[1] = top[2] = -1;
        for (int c = 0; c < share->columns; c++) {
            int at = s * share->columns + c, k = 3;
            costs[c] = cost_at(share, s, c, share->width[c]);
            search->less[at] = cost_at(share, s, c, share->width[c] - step);
            search->more[at] = cost_at(share, s, c, share->width[c] + step);
            while (k > 0 && (top[k - 1] < 0 || costs[c] > costs[top[k - 1]]))
                k--;
            for (int m = 2; m > k; m--)
                top[m] = top[m - 1];
            if (k < 3)
                top[k] = c;
        }
    }
}

/* How far a width lies below the one that is wanted, as cost. */
static int64_t lack(const struct search *search, int column, int32_t width)
{
    int64_t below = search->wanted[column] - width;
    return below > 0 ? below * SOFT * search->share->samples / search->share->em : 0;
}

/* How much the cost changes when a step of width goes from one column to another. */
static int64_t change(const struct search *search, int from, int to, int32_t step)
{
    const struct width_share *share = search->share;
    int64_t sum = lack(search, from, share->width[from] - step) - lack(search, from, share->width[from]) +
                  lack(search, to, share->width[to] + step) - lack(search, to, share->width[to]);
    for (int s = 0; s < share->samples; s++) {
        const int *costs = search->cost + s * share->columns, *top = search->top[s];
        int less = search->less[s * share->columns + from], more = search->more[s * share->columns + to], height = 0;
        for (int k = 0; k < 3; k++)
            if (top[k] >= 0 && top[k] != from && top[k] != to) {
                height = costs[top[k]];
                break;
            }
        height = less > height ? less : height;
        height = more > height ? more : height;
        sum += (int64_t)(height - costs[top[0]]) * HEIGHT + (less - costs[from] + more - costs[to]) / 4;
    }
    return sum;
}

/* Makes the best move of one step; false when none helps. */
static bool move(struct search *search, int32_t step)
{
    struct width_share *share = search->share;
    int64_t best = 0;
    int best_from = -1, best_to = -1;
    count_costs(search, step);
    for (int from = 0; from < share->columns; from++) {
        if (share->width[from] - step < share->least[from])
            continue;
        for (int to = 0; to < share->columns; to++) {
            if (to == from || !share->flexible[to])
                continue;
            int64_t value = change(search, from, to, step);
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
    static const int parts[] = {16, 30, 50, 90};
    size_t columns = (size_t)share->columns, cells = columns * (size_t)share->samples;
    struct search search = {.share = share};
    search.wanted = arena_alloc(arena, columns * sizeof *search.wanted);
    memcpy(search.wanted, share->width, columns * sizeof *search.wanted);
    share_first(share, arena);
    if (count_true(share->flexible, share->columns) == 0 || share->columns < 2 || share->samples == 0)
        return;
    search.cost = arena_alloc(arena, 3 * cells * sizeof *search.cost);
    search.less = search.cost + cells;
    search.more = search.cost + 2 * cells;
    search.top = arena_alloc(arena, (size_t)share->samples * sizeof *search.top);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (int moves = 0; moves < MOVES && move(&search, share->room / parts[i]); moves++)
            continue;
}
