/* Pages made by hand, for the tests of what comes after layout. */
#ifndef TEKIGO_TESTS_PDF_PAGES_H
#define TEKIGO_TESTS_PDF_PAGES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "pdf/glyph_use.h"
#include "pdf/pdf.h"

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct fonts *fonts;
    struct metrics metrics;
    struct layout layout;
    struct document document;
    struct render_options options;
};

static const char *const fixture_regular[] = {"BIZUDGothic-Regular.ttf", NULL};
static const char *const fixture_bold[] = {"BIZUDGothic-Bold.ttf", NULL};
static const char *const fixture_latin[] = {"BIZUDPGothic-Regular.ttf", NULL};
static const char *const fixture_latin_bold[] = {"BIZUDPGothic-Bold.ttf", NULL};

static const struct theme fixture_theme = {.fonts_regular = fixture_regular,
                                           .fonts_bold = fixture_bold,
                                           .fonts_latin = fixture_latin,
                                           .fonts_latin_bold = fixture_latin_bold,
                                           .fonts_western = fixture_latin,
                                           .fonts_western_bold = fixture_latin_bold,
                                           .fonts_mono = fixture_regular};

/* Reports are thrown away with the fixture; `bytes` gives fonts and images of the project, or is NULL. */
static inline void fixture_open_with(struct fixture *fixture, const struct theme *theme, image_bytes_fn bytes,
                                     void *context)
{
    *fixture = (struct fixture){.arena = arena_new()};
    fixture->diag = diag_new(fixture->arena);
    fixture->fonts = fonts_open(theme, NULL, bytes, context, fixture->diag);
    fixture->metrics = fonts_metrics(fixture->fonts, "ja");
    fixture->document = (struct document){.id = "soa",
                                          .number = "A-03",
                                          .title = "適用宣言書",
                                          .subtitle = "",
                                          .language = "ja",
                                          .version = "1.0",
                                          .classification = "社外秘",
                                          .issued = "2026-04-01",
                                          .revised = "2026-05-12",
                                          .organization = "見本製作所 & 会社",
                                          .author = "",
                                          .path = ""};
    fixture->options = (struct render_options){
        .theme = theme, .program = "tekigo 0.1.0", .arena = fixture->arena, .diag = fixture->diag};
    fixture->options.image = bytes;
    fixture->options.image_context = context;
}

static inline void fixture_open(struct fixture *fixture, const struct theme *theme)
{
    fixture_open_with(fixture, theme, NULL, NULL);
}

static inline void fixture_close(struct fixture *fixture)
{
    fonts_close(fixture->fonts);
    arena_free(fixture->arena);
}

static inline struct page *fixture_page(struct fixture *fixture, int32_t width, int32_t height)
{
    struct page *page = arena_alloc(fixture->arena, sizeof *page), **last = &fixture->layout.first;
    while (*last)
        last = &(*last)->next;
    *last = page;
    *page = (struct page){.number = ++fixture->layout.count, .width = width, .height = height};
    return page;
}

static inline struct box *fixture_box(struct fixture *fixture, struct page *page, struct box box)
{
    struct box *copy = arena_alloc(fixture->arena, sizeof *copy);
    *copy = box;
    if (page->last_box)
        page->last_box->next = copy;
    else
        page->boxes = copy;
    page->last_box = copy;
    return copy;
}

/* Sets a text in runs of one font each, without selectors between their characters' fonts; returns the pen's x. */
static inline int32_t fixture_text(struct fixture *fixture, struct page *page, enum face face, int size, int32_t x,
                                   int32_t y, const char *text)
{
    size_t left = strlen(text), used;
    uint32_t *characters = arena_alloc(fixture->arena, (left + 1) * sizeof *characters);
    size_t count = 0;
    for (; left; left -= used, text += used)
        used = utf8_decode(text, left, &characters[count++]);
    for (size_t i = 0, next; i < count; i = next) {
        int font = fixture->metrics.font(fixture->metrics.context, face, characters[i], 0);
        int64_t width = 0;
        for (next = i; next < count; next++) {
            bool selector = is_variation_selector(characters[next]);
            if (!selector && next > i &&
                fixture->metrics.font(fixture->metrics.context, face, characters[next], 0) != font)
                break;
            width += selector ? 0 : fixture->metrics.advance(fixture->metrics.context, font, characters[next]);
        }
        struct box box = {.type = BOX_TEXT, .x = x, .y = y, .width = (int32_t)(width * size / 1000)};
        box.as.text = (struct box_text){.font = font < 0 ? 0 : font,
                                        .size = size,
                                        .color = 0x1B1F24,
                                        .count = next - i,
                                        .characters = characters + i};
        fixture_box(fixture, page, box);
        x += box.width;
    }
    return x;
}

/* The file of the document and its pages; false when it cannot be made. Several threads may write at once: each has an
 * arena of its own. */
static inline bool fixture_write(struct fixture *fixture, const char *date, struct buffer *bytes)
{
    struct arena *arena = arena_new();
    struct writing *writing = pdf_writing_new(NULL, fixture->fonts, &fixture->options);
    if (fixture->layout.first) {
        const struct painting *painting =
            pdf_writing_paint(writing, &fixture->document, &fixture->layout, arena, arena);
        pdf_writing_add(writing, &(struct pdf_part){.painting = painting});
    }
    bool written = pdf_writing_end(writing, &fixture->document, date, bytes);
    pdf_writing_free(writing);
    arena_free(arena);
    return written;
}

#endif
