#include "pdf/layout_dump.h"

#include "base/utf8.h"

static void dump_text(const struct box *box, struct buffer *out)
{
    const struct box_text *text = &box->as.text;
    buffer_printf(out, "text %d %d width %d font %d size %d #%06x%s%s%s \"", box->x, box->y, box->width, text->font,
                  text->size, text->color, text->slant ? " slant" : "", text->vertical ? " vertical" : "",
                  box->node ? "" : " artifact");
    for (size_t i = 0; i < text->count; i++) {
        char bytes[4];
        buffer_add(out, bytes, utf8_encode(text->characters[i], bytes));
    }
    buffer_add_text(out, text->space_after ? "\" +\n" : "\"\n");
    if (!text->advances)
        return;
    buffer_add_text(out, "  advances");
    for (size_t i = 0; i < text->count; i++)
        buffer_printf(out, " %d", text->advances[i]);
    buffer_add_char(out, '\n');
}

static void dump_box(const struct box *box, struct buffer *out)
{
    static const char *const names[] = {[BOX_FILL] = "fill",         [BOX_STROKE] = "stroke", [BOX_POLYGON] = "polygon",
                                        [BOX_POLYLINE] = "polyline", [BOX_CIRCLE] = "circle", [BOX_IMAGE] = "image"};
    if (box->type == BOX_TEXT) {
        dump_text(box, out);
        return;
    }
    buffer_printf(out, "%s %d %d %d %d", names[box->type], box->x, box->y, box->width, box->height);
    if (box->type == BOX_IMAGE)
        buffer_printf(out, " %s", box->as.image.path ? box->as.image.path : "");
    else
        buffer_printf(out, " #%06x line %d dash %d", box->color, box->line_width, box->dash);
    if (box->type == BOX_POLYGON || box->type == BOX_POLYLINE)
        for (int i = 0; i < box->as.path.count; i++)
            buffer_printf(out, " %d,%d", box->as.path.points[i].x, box->as.path.points[i].y);
    buffer_add_char(out, '\n');
}

void layout_dump(const struct layout *layout, struct buffer *out)
{
    for (const struct page *page = layout->first; page; page = page->next) {
        buffer_printf(out, "page %d %d × %d\n", page->number, page->width, page->height);
        for (const struct box *box = page->boxes; box; box = box->next)
            dump_box(box, out);
        for (const struct page_link *link = page->links; link; link = link->next)
            buffer_printf(out, "link %d %d %d %d %s\n", link->x, link->y, link->width, link->height,
                          node_type_name(link->link->type));
        for (const struct page_anchor *anchor = page->anchors; anchor; anchor = anchor->next)
            buffer_printf(out, "anchor %d %d %s %s\n", anchor->x, anchor->y, node_type_name(anchor->node->type),
                          anchor->node->id ? anchor->node->id : "");
    }
}
