/* Lists and footnotes: markers in a hanging indent. */
#include <stdio.h>

#include "pdf/layout.h"

enum { FOOTNOTE_PART = 85 /* size of notes in percent of the body */ };

/* Puts the marker at the first line of the strips after `last`; an item without matter gets a line of its own. */
static void set_marker(struct layout_state *state, const char *marker, const struct node *node, int32_t right,
                       struct strip *last, struct strip_list *list)
{
    struct text_format format = block_body_format(state);
    format.align = ALIGN_RIGHT;
    struct strip *first = last ? last->next : list->first;
    if (!first)
        first = layout_strip(state, list, format.leading, 0);
    int32_t baseline = (format.leading - format.size) / 2 + text_ascent(format.size);
    struct strip label = {0}; /* read before the words it marks */
    text_set_label(state, marker, &format, node, right, baseline, &label);
    strip_merge(&label, first, 0, 0);
    first->boxes = label.boxes;
    first->last_box = label.last_box;
    first->links = label.links;
    first->anchors = label.anchors;
    first->last_anchor = label.last_anchor;
}

static const char *marker_of(const struct layout_state *state, const struct node *list, const struct node *item,
                             int number, char *buffer, size_t size)
{
    static const char *const bullets[] = {"•", "–", "◦"};
    if (item->as.item.task)
        return item->as.item.checked ? "☑" : "☐";
    if (!list->as.list.ordered)
        return bullets[state->depth % 3];
    snprintf(buffer, size, "%d.", number);
    return buffer;
}

static int32_t indent_of(struct layout_state *state, const struct node *list, int start)
{
    struct text_format format = block_body_format(state);
    int32_t indent = format.size * 3 / 2;
    if (!list->as.list.ordered)
        return indent;
    int count = 0;
    char buffer[32];
    for (const struct node *item = list->first; item; item = item->next)
        count++;
    snprintf(buffer, sizeof buffer, "%d.", start + count);
    int32_t width = text_label_width(state, buffer, &format) + format.size / 2;
    return width > indent ? width : indent;
}

void block_set_list(struct layout_state *state, const struct node *node, int32_t x, int32_t width,
                    struct strip_list *list)
{
    int number = node->as.list.start > 0 ? node->as.list.start : 1;
    int32_t indent = indent_of(state, node, number), gap = state->theme->body_size * 9 / 20;
    if (indent > width / 4)
        indent = 0;
    for (const struct node *item = node->first; item; item = item->next) {
        char buffer[32];
        struct strip *last = list->last;
        if (item->id)
            layout_anchor(state, item);
        state->depth++;
        block_set_chain(state, item->first, x + indent, width - indent, list);
        state->depth--;
        if (indent)
            set_marker(state, marker_of(state, node, item, number, buffer, sizeof buffer), item, x + indent - gap, last,
                       list);
        list->after = node->as.list.tight ? 3 * MILLIMETER / 5 : 3 * MILLIMETER / 2;
        number++;
    }
    if (state->depth == 0)
        list->after = 2 * MILLIMETER;
}

void block_set_footnotes(struct layout_state *state, struct strip_list *list)
{
    if (state->footnote_count == 0)
        return;
    struct theme notes = *state->theme;
    const struct theme *theme = state->theme;
    notes.body_size = notes.body_size * FOOTNOTE_PART / 100;
    notes.body_leading = notes.body_leading * FOOTNOTE_PART / 100;
    struct strip *rule = layout_strip(state, list, theme->rule_width, 8 * MILLIMETER);
    strip_fill(rule, 0, 0, 40 * MILLIMETER, theme->rule_width, theme->rule, state->arena);
    rule->keep = true;
    list->after = 2 * MILLIMETER;
    state->theme = &notes;
    int32_t indent = 2 * notes.body_size + notes.body_size / 2;
    for (size_t i = 0; i < state->footnote_count; i++) {
        const struct node *note = state->footnotes[i];
        char number[32];
        struct strip *last = list->last;
        snprintf(number, sizeof number, "%d)", note->as.footnote.number);
        layout_anchor(state, note);
        block_set_chain(state, note->first, indent, layout_text_width(state) - indent, list);
        set_marker(state, number, note, indent - notes.body_size / 2, last, list);
        list->after = MILLIMETER;
    }
    state->theme = theme;
}
