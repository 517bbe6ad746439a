/* Fuzz target: patterns of paths (read/path.c), against a matcher that tries everything. The first line is the pattern,
 * the second the path. */
#include <string.h>

#include "base/utf8.h"
#include "lib/fuzz.h"
#include "read/read.h"

enum { LENGTH_MAX = 200 };

struct question {
    const char *pattern, *path;
    size_t width;       /* of a row of `known`: places in the path and its end */
    signed char *known; /* by places in both: 0 not asked, 1 yes, -1 no */
};

static bool try(const struct question *question, size_t p, size_t q);

static bool try_new(const struct question *question, size_t p, size_t q)
{
    const char *pattern = question->pattern + p, *path = question->path + q;
    uint32_t code;
    if (!*pattern)
        return !*path;
    if (strncmp(pattern, "**/", 3) == 0 && (p == 0 || pattern[-1] == '/')) {
        const char *slash = strchr(path, '/');
        return try(question, p + 3, q) || (slash && try(question, p, (size_t)(slash + 1 - question->path)));
    }
    if (strncmp(pattern, "**", 2) == 0)
        return try(question, p + 2, q) || (*path && try(question, p, q + 1));
    if (*pattern == '*')
        return try(question, p + 1, q) || (*path && *path != '/' && try(question, p, q + 1));
    if (*pattern == '?')
        return *path && *path != '/' && try(question, p + 1, q + utf8_decode(path, strlen(path), &code));
    return *pattern == *path && try(question, p + 1, q + 1);
}

static bool try(const struct question *question, size_t p, size_t q)
{
    signed char *known = &question->known[p * question->width + q];
    if (!*known)
        *known = try_new(question, p, q) ? 1 : -1;
    return *known > 0;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const char *end = strchr(fuzz->text, '\n');
    if (!end || fuzz->length > LENGTH_MAX)
        return;
    struct question question = {arena_strndup(fuzz->arena, fuzz->text, (size_t)(end - fuzz->text)),
                                arena_strndup(fuzz->arena, end + 1, strcspn(end + 1, "\n")), 0, NULL};
    question.width = strlen(question.path) + 1;
    question.known = arena_alloc(fuzz->arena, (strlen(question.pattern) + 1) * question.width);
    bool matches = path_match(question.pattern, question.path);
    must(matches == try(&question, 0, 0));
    buffer_printf(dump, "%d", matches);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.txt", data, size, take);
}
