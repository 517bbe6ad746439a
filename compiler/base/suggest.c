/* "Did you mean": the edit distance of Damerau and Levenshtein over code points, case and width of letters set aside.
 */
#include <stdint.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"

#define NAME_MAX_LENGTH 64 /* code points; longer names get no suggestion */

/* Full-width forms as half-width ones, capitals as small letters. */
static uint32_t fold(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        code -= 0xFEE0;
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

/* Folded code points of `text`; -1 when there are too many. */
static int read_name(const char *text, uint32_t name[NAME_MAX_LENGTH])
{
    size_t length = strlen(text);
    int count = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t code;
        if (count == NAME_MAX_LENGTH)
            return -1;
        size_t size = utf8_decode(text + at, length - at, &code);
        name[count] = fold(code);
        at += size ? size : 1;
    }
    return count;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* The distance of `a` and `b`, or anything above `limit` when it is above. Only the diagonal band of that width is
 * filled in. */
static int distance(const uint32_t *a, int a_length, const uint32_t *b, int b_length, int limit)
{
    int rows[3][NAME_MAX_LENGTH + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    if (a_length - b_length > limit || b_length - a_length > limit)
        return limit + 1;
    for (int j = 0; j <= b_length; j++)
        above[j] = before[j] = j;
    for (int i = 1; i <= a_length; i++) {
        int from = i - limit > 1 ? i - limit : 1, to = smaller(b_length, i + limit), best = limit + 1;
        row[from - 1] = from == 1 ? i : limit + 1;
        for (int j = from; j <= to; j++) {
            int upper = j == i + limit ? limit + 1 : above[j] + 1; /* above[j] lies outside the band then */
            int cost = smaller(above[j - 1] + (a[i - 1] != b[j - 1]), smaller(upper, row[j - 1] + 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = smaller(cost, before[j - 2] + 1);
            row[j] = cost;
            best = smaller(best, cost);
        }
        if (best > limit)
            return best;
        int *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_length];
}

const char *diag_suggest(const char *name, const char *const *candidates, size_t count)
{
    uint32_t wanted[NAME_MAX_LENGTH], other[NAME_MAX_LENGTH];
    int length = read_name(name, wanted), limit = length / 3;
    const char *found = NULL;
    if (length < 0)
        return NULL;
    for (size_t i = 0; i < count && limit >= 0; i++) {
        int other_length = read_name(candidates[i], other);
        if (other_length < 0 || strcmp(name, candidates[i]) == 0)
            continue;
        int edits = distance(wanted, length, other, other_length, limit);
        if (edits <= limit) {
            found = candidates[i];
            limit = edits - 1; /* only a closer one displaces it */
        }
    }
    return found;
}
