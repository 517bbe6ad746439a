/* layout-of TREE LANGUAGE DOCUMENT [THEME]: composes the project of that folder and prints the pages of one document as
 * text, set with metrics that no font changes: what the layout goldens of tests/render hold. The theme `draft` is that
 * of the project, with the mark of drafts on every page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "pdf/layout_dump.h"
#include "pdf/page.h"

/* One font a face, full-width characters 1000, small letters and figures 550, capitals 700, narrow signs 300. */
static int font_of(void *context, enum face face, uint32_t character, uint32_t selector)
{
    (void)context;
    (void)character;
    (void)selector;
    return (int)face;
}

static int advance_of(void *context, int font, uint32_t character)
{
    (void)context;
    if (character >= 0x2000)
        return character >= 0xFF61 && character <= 0xFF9F ? 500 : 1000;
    if (font == FACE_MONO)
        return 500;
    if (character <= 0x7F && strchr(" !'(),./:;I[]fijlt|", (int)character))
        return 300;
    return character >= 'A' && character <= 'Z' ? 700 : 550;
}

static void print_layout(const struct build *build, const struct document *document, bool draft)
{
    struct metrics metrics = {.font = font_of, .advance = advance_of};
    struct layout layout = layout_document(document, build->theme, &metrics, draft, build->arena, build->diag);
    struct buffer out = {0};
    layout_dump(&layout, &out);
    fwrite(out.data, 1, out.length, stdout);
    buffer_free(&out);
}

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 5) {
        fprintf(stderr, "usage: layout-of TREE LANGUAGE DOCUMENT [THEME]\n");
        return 2;
    }
    struct options options = {.command = "build", .directory = argv[1], .fail_level = DIAG_ERROR};
    bool draft = argc == 5 && strcmp(argv[4], "draft") == 0;
    if (argc == 5 && !draft)
        options.theme = argv[4];
    struct build *build = build_open(&options, NULL);
    bool found = false;
    if (build_read(build) && build_check(build) && build_compose(build, false))
        for (size_t i = 0; i < build->documents->count; i++) {
            const struct document *document = build->documents->items[i];
            if (strcmp(document->language, argv[2]) == 0 && strcmp(document->id, argv[3]) == 0) {
                print_layout(build, document, draft);
                found = true;
            }
        }
    build_close(build);
    return found ? 0 : 1;
}
