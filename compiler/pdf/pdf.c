#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/binder.h"

struct pdf_state {
    struct fonts *fonts;
    const struct document_set *set;
    const struct render_options *options;
    struct binder *binder; /* of the language of the documents; NULL when it has none */
};

static void *begin(const struct document_set *set, const struct render_options *options)
{
    struct pdf_state *state = calloc(1, sizeof *state);
    if (!state)
        arena_out_of_memory();
    state->fonts = fonts_open(options->theme, set, options->image, options->image_context, options->diag);
    state->set = set;
    state->options = options;
    return state;
}

static struct binder *start_binder(const struct pdf_state *state, const struct document *document)
{
    for (size_t i = 0; i < state->set->binder_count; i++)
        if (strcmp(state->set->binders[i]->language, document->language) == 0)
            return binder_new(state->set->binders[i], state->set, state->fonts, state->options);
    return NULL;
}

/* Documents of one language follow each other. */
static bool is_first(const struct document_set *set, const struct document *document)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->items[i]->language, document->language) == 0)
            return set->items[i] == document;
    return false;
}

static bool finish_binder(struct pdf_state *state)
{
    bool written = !state->binder || binder_end(state->binder);
    state->binder = NULL;
    return written;
}

/* Writes the file of a document and gives it to the caller; what the binder takes over of it as `painting`. */
static bool write_file(const struct pdf_state *state, const struct document *document, const struct layout *layout,
                       const struct painting **painting, struct arena *arena)
{
    const struct render_options *options = state->options;
    struct writing *writing = pdf_writing_new(NULL, state->fonts, options);
    struct arena *lasting = state->binder ? binder_arena(state->binder) : arena;
    struct buffer bytes = {0};
    *painting = pdf_writing_paint(writing, document, layout, lasting, arena);
    pdf_writing_add(writing, &(struct pdf_part){.painting = *painting});
    bool written = pdf_writing_end(writing, document, state->set->date, &bytes);
    pdf_writing_free(writing);
    if (written) {
        const char *path = arena_printf(arena, "%s/%s.pdf", document->language, document->id);
        written = options->emit(options->emit_context, path, bytes.data, bytes.length);
    }
    buffer_free(&bytes);
    return written;
}

static bool render(void *context, const struct document *document)
{
    struct pdf_state *state = context;
    const struct render_options *options = state->options;
    if (!fonts_usable(state->fonts))
        return false;
    bool written = true;
    if (is_first(state->set, document)) {
        written = finish_binder(state);
        state->binder = start_binder(state, document);
    }
    struct arena *arena = arena_new();
    struct metrics metrics = fonts_metrics(state->fonts, document->language);
    metrics.without_private = options->standards.a2a;
    struct layout layout = layout_document(document, options->theme, &metrics, options->draft, arena, options->diag);
    const struct painting *painting;
    written = write_file(state, document, &layout, &painting, arena) && written;
    if (written && state->binder)
        binder_add(state->binder, painting);
    arena_free(arena);
    return written;
}

static bool end(void *context)
{
    struct pdf_state *state = context;
    bool written = finish_binder(state);
    fonts_close(state->fonts);
    free(state);
    return written;
}

const struct backend pdf_backend = {.name = "pdf", .begin = begin, .render = render, .end = end};
