#include "pdf/pdf.h"

#include <stdlib.h>

struct pdf_state {
    struct fonts *fonts;
    const char *date;
    const struct render_options *options;
};

static void *begin(const struct document_set *set, const struct render_options *options)
{
    struct pdf_state *state = calloc(1, sizeof *state);
    if (!state)
        arena_out_of_memory();
    state->fonts = fonts_open(options->theme, options->image, options->image_context, options->diag);
    state->date = set->date;
    state->options = options;
    return state;
}

static bool render(void *context, const struct document *document)
{
    struct pdf_state *state = context;
    const struct render_options *options = state->options;
    if (!fonts_usable(state->fonts))
        return false;
    struct arena *arena = arena_new();
    struct metrics metrics = fonts_metrics(state->fonts, document->language);
    struct layout layout = layout_document(document, options->theme, &metrics, options->draft, arena, options->diag);
    struct buffer bytes = {0};
    bool written = pdf_write(document, &layout, state->fonts, state->date, options, &bytes);
    if (written) {
        const char *path = arena_printf(arena, "%s/%s.pdf", document->language, document->id);
        written = options->emit(options->emit_context, path, bytes.data, bytes.length);
    }
    buffer_free(&bytes);
    arena_free(arena);
    return written;
}

static bool end(void *context)
{
    struct pdf_state *state = context;
    fonts_close(state->fonts);
    free(state);
    return true;
}

const struct backend pdf_backend = {.name = "pdf", .begin = begin, .render = render, .end = end};
