/* Any bytes as a drawing: what is written for it holds nothing that runs or leads out, and is its own clean form. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool true_of_all, const char *what)
{
    if (true_of_all)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

/* The value of the attribute that begins at `at`, if its name is `name`, else NULL. */
static const char *value_of(const char *at, const char *name)
{
    size_t length = strlen(name);
    return strncmp(at, name, length) == 0 && strncmp(at + length, "=\"", 2) == 0 ? at + length + 2 : NULL;
}

/* The clean form is written in one way: attributes stand behind one blank, in double quotes that close. */
static void check_mark(const char *at, const char *end)
{
    while ((at = memchr(at, ' ', (size_t)(end - at)))) {
        at++;
        const char *quote = memchr(at, '"', (size_t)(end - at)), *href = value_of(at, "href");
        require(strncmp(at, "on", 2) != 0, "an event attribute");
        require(!memchr(at, ':', quote ? (size_t)(quote - at) : 0) || strncmp(at, "xml:", 4) == 0, "a foreign attribute");
        require(!href || *href == '#' || strncmp(href, "data:image/", 11) == 0, "a reference");
        at = quote ? memchr(quote + 1, '"', (size_t)(end - quote - 1)) : NULL;
        require(at, "an open quote");
    }
}

static void check(const char *text)
{
    static const char *const forbidden[] = {"<script", "<foreignObject", "<set",  "<animate", "<!",
                                            "<?",      "<iframe",        "<meta", "<link",    "<handler"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        require(!strstr(text, forbidden[i]), forbidden[i]);
    for (const char *at = text; (at = strchr(at, '<')); at++) {
        const char *end = strchr(at, '>');
        require(end, "an open mark");
        check_mark(at, end);
        if (strncmp(at, "<style>", 7) == 0)
            for (const char *close = strstr(at, "</style>"); at < close; at++)
                require(!strchr("@\\", *at) && strncmp(at, "/*", 2) != 0, "a style sheet that is more than rules");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct source use = {"a.md", 1, 1};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const struct picture *picture = picture_read("a.svg", data, size, use, arena, diag);
    if (picture->bytes && picture->bytes != data) {
        size_t reports = diag_count(diag);
        const struct picture *again = picture_read("a.svg", picture->bytes, picture->length, use, arena, diag);
        check((const char *)picture->bytes);
        require(again->bytes && again->length == picture->length &&
                    memcmp(again->bytes, picture->bytes, picture->length) == 0,
                "the clean form of a clean form differs");
        require(diag_count(diag) == reports, "something was left out of a clean form");
    } else if (!picture->bytes) {
        require(diag_count(diag) == 1, "refused without a word");
    }
    arena_free(arena);
    return 0;
}
