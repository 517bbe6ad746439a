/* What stands at the edges of every page: title, version, classification, date, commit, page number; the mark of a
 * draft. */
#include <stdio.h>
#include <string.h>

#include "pdf/layout.h"

enum { SIZE = 7500, PAD = 5600 /* beside the words of the stamp */ };

struct edges {
    struct layout_state *state;
    struct page *page;
    struct strip strip;                    /* collects the boxes */
    int32_t left, right;                   /* of the text area */
    const char *title, *version, *edition; /* edition: version, date, commit */
};

static struct text_format small(const struct layout_state *state)
{
    return (struct text_format){.size = SIZE, .leading = SIZE, .color = state->theme->soft};
}

/* A string that does not fit is cut with an ellipsis: titles have no limit, a line has. */
static const char *fitted(struct layout_state *state, const char *string, const struct text_format *format,
                          int32_t room)
{
    if (text_label_width(state, string, format) <= room)
        return string;
    struct text *text = &state->text;
    size_t count = 0, bytes = 0;
    while (count < text->count && text->pieces[count].start + text->pieces[count].advance <= room - format->size)
        count++;
    for (; string[bytes]; bytes++)
        if (((unsigned char)string[bytes] & 0xC0) != 0x80 && count-- == 0)
            break;
    char *result = arena_alloc(state->arena, bytes + 4);
    memcpy(result, string, bytes);
    memcpy(result + bytes, "…", 4);
    return result;
}

static void add_stamp(struct edges *edges, int32_t baseline)
{
    struct layout_state *state = edges->state;
    struct text_format format = small(state);
    const char *words = state->document->classification;
    if (!*words)
        return;
    format.face = FACE_BOLD;
    format.color = state->theme->stamp;
    format.align = ALIGN_RIGHT;
    words = fitted(state, words, &format, (edges->right - edges->left) / 3);
    int32_t width = text_set_label(state, words, &format, NULL, edges->right - PAD, baseline, &edges->strip);
    struct box *frame = strip_box(&edges->strip, BOX_STROKE, state->arena);
    frame->x = edges->right - width - 2 * PAD + 400;
    frame->width = width + 2 * PAD - 800;
    frame->y = baseline - text_ascent(SIZE) - 2900;
    frame->height = SIZE + 5600;
    frame->color = state->theme->stamp;
    frame->line_width = 800;
}

static void add_header(struct edges *edges, bool cover)
{
    struct layout_state *state = edges->state;
    const struct document *document = state->document;
    struct text_format format = small(state);
    int32_t baseline = 13 * MILLIMETER, room = (edges->right - edges->left) * 3 / 5;
    bool organization = cover && *document->organization;
    const char *words = organization ? document->organization : edges->title;
    const char *version = organization ? "" : fitted(state, edges->version, &format, room / 3);
    int32_t suffix = text_label_width(state, version, &format);
    int32_t width = text_set_label(state, fitted(state, words, &format, room - suffix), &format, NULL, edges->left,
                                   baseline, &edges->strip);
    text_set_label(state, version, &format, NULL, edges->left + width, baseline, &edges->strip);
    add_stamp(edges, baseline);
    strip_fill(&edges->strip, edges->left, 16 * MILLIMETER, edges->right - edges->left, state->theme->rule_width,
               state->theme->rule, state->arena);
}

static void add_footer(struct edges *edges)
{
    struct layout_state *state = edges->state;
    struct text_format format = small(state);
    int32_t baseline = edges->page->height - 10 * MILLIMETER, room = (edges->right - edges->left) * 4 / 5;
    char number[32];
    const char *edition = fitted(state, edges->edition, &format, room / 2);
    int32_t suffix = text_label_width(state, edition, &format);
    int32_t width = text_set_label(state, fitted(state, edges->title, &format, room - suffix), &format, NULL,
                                   edges->left, baseline, &edges->strip);
    text_set_label(state, edition, &format, NULL, edges->left + width, baseline, &edges->strip);
    if (state->document->binder)
        return;
    snprintf(number, sizeof number, "%d / %d", edges->page->number, state->result.count);
    format.align = ALIGN_RIGHT;
    text_set_label(state, number, &format, NULL, edges->right, baseline, &edges->strip);
}

/* Large and pale, under everything else. */
static void add_draft_mark(struct edges *edges)
{
    struct layout_state *state = edges->state;
    struct text_format format = {
        .face = FACE_BOLD, .color = 0xF0F2F5, .align = ALIGN_CENTER, .size = state->japanese ? 300000 : 150000};
    struct strip mark = {0};
    format.leading = format.size;
    text_set_label(state, state->japanese ? "案" : "DRAFT", &format, NULL, edges->page->width / 2,
                   edges->page->height / 2 + format.size * 38 / 100, &mark);
    if (!mark.last_box)
        return;
    mark.last_box->next = edges->page->boxes;
    edges->page->boxes = mark.boxes;
    if (!edges->page->last_box)
        edges->page->last_box = mark.last_box;
}

static void add_boxes(struct page *page, struct strip *strip)
{
    if (!strip->boxes)
        return;
    if (page->last_box)
        page->last_box->next = strip->boxes;
    else
        page->boxes = strip->boxes;
    page->last_box = strip->last_box;
}

#define GAP "\xE3\x80\x80"

static const char *version_of(const struct layout_state *state)
{
    const char *version = state->document->version;
    return *version ? arena_printf(state->arena, state->japanese ? GAP "第%s版" : GAP "Version %s", version) : "";
}

static const char *edition_of(const struct layout_state *state, const char *version)
{
    const struct document *document = state->document;
    const char *date = *document->revised ? document->revised : document->issued, *commit = document->commit;
    return arena_printf(state->arena, "%s%s%s%s%s", version, *date ? GAP : "", date, *commit ? GAP : "", commit);
}

void header_footer_add(struct layout_state *state, bool draft)
{
    const struct document *document = state->document;
    const struct theme *theme = state->theme;
    bool cover = document->root->first && document->root->first->type == NODE_COVER;
    struct edges edges = {.state = state};
    state->artifact = true;
    edges.title = arena_printf(state->arena, "%s%s%s", document->number, *document->number ? " " : "", document->title);
    edges.version = version_of(state);
    edges.edition = edition_of(state, edges.version);
    for (struct page *page = state->result.first; page; page = page->next) {
        bool landscape = page->width > page->height;
        edges.page = page;
        edges.strip = (struct strip){0};
        edges.left = landscape ? theme->landscape.left : theme->portrait.left;
        edges.right = page->width - (landscape ? theme->landscape.right : theme->portrait.right);
        add_header(&edges, cover && page->number == 1);
        add_footer(&edges);
        add_boxes(page, &edges.strip);
        if (draft)
            add_draft_mark(&edges);
    }
}
