/* Tables. After resolve every column of the grid has its COLUMN, leading header rows alone are `header`, and
 * every cell knows its span, alignment and content: rows need to look at nothing but themselves. */
#include <string.h>

#include "base/utf8.h"
#include "html/html.h"

enum {
    WIDE_COLUMNS = 10,  /* from here on a table scrolls inside its own box */
    BROAD_COLUMNS = 5,  /* from here on it may scroll on a narrow screen */
    PHONE_COLUMNS = 40, /* half-width characters of a table that fit a phone, two of them the padding of a column */
    LOOSE_COLUMNS = 16, /* those of a word from which on it may break anywhere on a narrow screen */
};

static bool is_wide(const struct node *table)
{
    return !table->as.table.form && (table->as.table.wide || table->as.table.columns >= WIDE_COLUMNS);
}

/* A box that scrolls can be reached with the keyboard and says what it holds. */
static void open_region(struct writer *writer, const struct node *table)
{
    const struct node *section = table->parent;

    while (section && section->type != NODE_SECTION)
        section = section->parent;
    html_raw(writer, "<section class=\"region\" tabindex=\"0\" aria-label=\"");
    if (table->first && table->first->type == NODE_CAPTION)
        html_plain(writer, table->first);
    else if (section && section->first && section->first->type == NODE_HEADING)
        html_plain(writer, section->first);
    else
        html_raw(writer, html_word(writer->document->language, WORD_TABLE));
    if (writer->regions++) /* no two of the same name */
        buffer_printf(writer->out, " (%d)", writer->regions);
    html_raw(writer, "\">");
}

/* One id alone is kept on one line; several may part at what separates them. */
static bool is_single_id(const struct node *cell)
{
    const struct node *text = cell->first;

    return cell->as.cell.content == CONTENT_ID && text && !text->next && text->type == NODE_TEXT && text->text &&
           !text->text[strcspn(text->text, " ,;/")] && !strstr(text->text, "、");
}

struct piece {
    size_t width, widest, whole; /* columns of the piece so far, of the widest, of all of them */
    size_t word, longest;        /* of the word so far that cannot break, of the longest */
};

/* Between wide characters, as those of Japanese, a line breaks; a word is of narrow ones. */
static void measure_words(struct piece *piece, const char *text, size_t length)
{
    while (length) {
        uint32_t code;
        size_t size = utf8_decode(text, length, &code), width;

        size = size ? size : 1;
        width = utf8_text_width(text, size);
        piece->word = width > 1 ? width : piece->word + width;
        if (piece->word > piece->longest)
            piece->longest = piece->word;
        if (width > 1)
            piece->word = 0;
        text += size;
        length -= size;
    }
}

static void keep_whole(struct piece *piece, const struct node *span)
{
    size_t width = 2; /* its padding */

    for (const struct node *text = span->first; text; text = text->next)
        width += text->text ? utf8_text_width(text->text, strlen(text->text)) : 0;
    if (width > piece->longest)
        piece->longest = width;
}

static bool measure_piece(void *context, const struct node *node)
{
    struct piece *piece = context;
    const char *text = node->text ? node->text : "";

    if (node->type == NODE_SPAN && node->as.span.tone != TONE_NONE) /* on its ground it is kept whole */
        keep_whole(piece, node);
    if (node->type == NODE_LINE_BREAK || !node_is_inline(node->type))
        piece->width = piece->word = 0;
    while (*text) {
        size_t length = strcspn(text, " ");

        measure_words(piece, text, length);
        piece->width += utf8_text_width(text, length);
        piece->whole += utf8_text_width(text, length);
        if (piece->width > piece->widest)
            piece->widest = piece->width;
        text += length;
        if (*text == ' ') {
            piece->width = piece->word = 0;
            text++;
        }
    }
    return true;
}

static struct piece measure(const struct node *cell)
{
    static const struct node_visitor visitor = {.enter = measure_piece};
    struct piece piece = {0};

    node_walk(cell, &visitor, &piece);
    return piece;
}

/* A name breaks at blanks only; one too long for that breaks as prose does. */
static bool is_short_name(const struct node *cell)
{
    enum { NAME_COLUMNS = 16 };

    return measure(cell).widest <= NAME_COLUMNS;
}

/* Prose that would become a tower in a narrow column: the style sheet gives it room in wide tables. */
static bool is_long(const struct node *cell)
{
    enum { LONG_COLUMNS = 48 };

    return cell->as.cell.content == CONTENT_PROSE && measure(cell).whole > LONG_COLUMNS;
}

/* Words that do not fit a narrow column, as paths: they break anywhere there, in a column that is not too narrow. */
static bool is_loose(const struct node *cell)
{
    return cell->as.cell.content == CONTENT_PROSE && !cell->as.cell.header && measure(cell).longest > LOOSE_COLUMNS;
}

/* Columns that no line of the cell can be narrower than; the style sheet keeps the pieces of headings and short values
 * whole. */
static size_t least_columns(const struct node *cell)
{
    struct piece piece = measure(cell);

    if (cell->as.cell.vertical)
        return 2;
    if (is_loose(cell))
        return LOOSE_COLUMNS;
    if (cell->as.cell.header || cell->as.cell.content == CONTENT_NUMBER || cell->as.cell.content == CONTENT_DATE ||
        cell->as.cell.content == CONTENT_STATUS || (cell->as.cell.content == CONTENT_NAME && is_short_name(cell)))
        return piece.widest;
    return piece.longest;
}

/* May it be broader than a phone? Then it scrolls there, and the keyboard reaches it. */
static bool may_scroll(const struct node *table)
{
    size_t least[BROAD_COLUMNS] = {0}, total = 0;

    if (table->as.table.columns >= BROAD_COLUMNS)
        return true;
    for (const struct node *row = table->first; row; row = row->next)
        for (const struct node *cell = row->type == NODE_ROW ? row->first : NULL; cell; cell = cell->next) {
            size_t columns = cell->as.cell.column_span > 1 ? 0 : least_columns(cell);

            if (columns > least[cell->as.cell.column])
                least[cell->as.cell.column] = columns;
        }
    for (int i = 0; i < table->as.table.columns; i++)
        total += least[i] + 2;
    return total > PHONE_COLUMNS;
}

bool html_table(struct writer *writer, const struct node *node, bool enter)
{
    if (!enter) {
        html_raw(writer, is_wide(node) ? "</table></section>\n" : "</table>\n");
        return true;
    }
    if (is_wide(node))
        open_region(writer, node);
    html_raw(writer, "<table");
    html_id(writer, node);
    if (is_wide(node))
        buffer_printf(writer->out, " class=\"wide n%d\"", node->as.table.columns < 40 ? node->as.table.columns : 40);
    else if (node->as.table.form || node->as.table.narrow)
        buffer_printf(writer->out, " class=\"%s%s\"", node->as.table.form ? "form" : "narrow",
                      node->as.table.form && node->as.table.narrow ? " narrow" : "");
    if (!is_wide(node) && may_scroll(node))
        html_raw(writer, " tabindex=\"0\"");
    html_raw(writer, ">");
    return true;
}

static bool is_first_column(const struct node *column)
{
    const struct node *first = column->parent->first;

    return first == column || (first->type == NODE_CAPTION && first->next == column);
}

bool html_column(struct writer *writer, const struct node *node, bool enter)
{
    if (enter) {
        if (is_first_column(node))
            html_raw(writer, "<colgroup>");
        if (node->as.column.weight >= 5 && node->as.column.weight <= 1000)
            buffer_printf(writer->out, "<col class=\"w%d\">", (node->as.column.weight + 5) / 10);
        else
            html_raw(writer, "<col>");
    } else if (!node->next || node->next->type != NODE_COLUMN) {
        html_raw(writer, "</colgroup>");
        if (node->next)
            html_raw(writer, node->next->as.row.header ? "<thead>\n" : "<tbody>\n");
    }
    return true;
}

bool html_row(struct writer *writer, const struct node *node, bool enter)
{
    if (enter) {
        html_raw(writer, "<tr");
        html_id(writer, node);
        if (node->as.row.group)
            html_raw(writer, " class=\"group\"");
        else if (node->as.row.total)
            html_raw(writer, " class=\"total\"");
        html_raw(writer, ">");
        return true;
    }
    html_raw(writer, "</tr>\n");
    if (!node->next)
        html_raw(writer, node->as.row.header ? "</thead>" : "</tbody>");
    else if (node->as.row.header && !node->next->as.row.header)
        html_raw(writer, "</thead><tbody>\n");
    else if (node->next->as.row.group)
        html_raw(writer, "</tbody><tbody>\n");
    return true;
}

/* A heading without words would be one for nothing. */
static const char *cell_element(const struct node *cell)
{
    return cell->first && (cell->as.cell.header || cell->parent->as.row.group) ? "th" : "td";
}

static const char *cell_scope(const struct node *cell)
{
    if (cell->parent->as.row.header)
        return cell->as.cell.column_span > 1 ? "colgroup" : "col";
    if (cell->parent->as.row.group)
        return "rowgroup";
    return cell->as.cell.row_span > 1 ? "rowgroup" : "row";
}

/* Opens the attribute with the first class. */
static void add_class(struct writer *writer, bool *open, const char *class)
{
    if (!class)
        return;
    html_raw(writer, *open ? " " : " class=\"");
    html_raw(writer, class);
    *open = true;
}

static void cell_classes(struct writer *writer, const struct node *cell)
{
    static const char *const contents[] = {
        [CONTENT_PROSE] = NULL,    [CONTENT_ID] = "c-id",         [CONTENT_NUMBER] = "c-number",
        [CONTENT_DATE] = "c-date", [CONTENT_STATUS] = "c-status", [CONTENT_NAME] = "c-name"};
    static const char *const places[] = {[VERTICAL_DEFAULT] = NULL,
                                         [VERTICAL_TOP] = "v-top",
                                         [VERTICAL_MIDDLE] = "v-middle",
                                         [VERTICAL_BOTTOM] = "v-bottom"};
    bool heading = cell->parent->as.row.header, open = false;

    if (!heading && (cell->as.cell.content != CONTENT_NAME || is_short_name(cell)))
        add_class(writer, &open, contents[cell->as.cell.content]);
    add_class(writer, &open, !heading && is_single_id(cell) ? "k" : NULL);
    add_class(writer, &open, !heading && is_long(cell) ? "long" : NULL);
    add_class(writer, &open, !heading && is_loose(cell) ? "loose" : NULL);
    if (cell->as.cell.align == ALIGN_CENTER && !heading)
        add_class(writer, &open, "center");
    if (cell->as.cell.align == ALIGN_RIGHT)
        add_class(writer, &open, "right");
    if (cell->as.cell.align == ALIGN_LEFT && heading)
        add_class(writer, &open, "left");
    add_class(writer, &open, places[cell->as.cell.vertical_align]);
    add_class(writer, &open, html_tone_class(cell->as.cell.tone));
    add_class(writer, &open, cell->as.cell.vertical ? "vertical" : NULL);
    add_class(writer, &open, cell->as.cell.blank_room ? "blank" : NULL);
    add_class(writer, &open, cell->as.cell.seal_room ? "seal" : NULL);
    if (open)
        html_raw(writer, "\"");
}

bool html_cell(struct writer *writer, const struct node *node, bool enter)
{
    const char *element = cell_element(node);

    if (!enter) {
        if (!node->first && node->as.cell.tone != TONE_NONE) {
            html_raw(writer, "<span class=\"unseen\">");
            html_raw(writer, html_tone_word(writer->document->language, node->as.cell.tone));
            html_raw(writer, "</span>");
        }
        html_raw(writer, node->as.cell.vertical && node->first ? "</span></" : "</");
        html_raw(writer, element);
        html_raw(writer, ">");
        return true;
    }
    html_raw(writer, "<");
    html_raw(writer, element);
    html_id(writer, node);
    if (element[1] == 'h')
        html_attribute(writer, "scope", cell_scope(node));
    if (node->as.cell.column_span > 1)
        html_number_attribute(writer, "colspan", node->as.cell.column_span);
    if (node->as.cell.row_span > 1)
        html_number_attribute(writer, "rowspan", node->as.cell.row_span);
    cell_classes(writer, node);
    html_raw(writer, node->as.cell.vertical && node->first ? "><span>" : ">");
    return true;
}

bool html_caption(struct writer *writer, const struct node *node, bool enter)
{
    bool table = node->parent->type == NODE_TABLE;

    if (!enter) {
        html_raw(writer, table ? "</caption>" : "</figcaption>");
        return true;
    }
    html_raw(writer, table ? "<caption" : "<figcaption");
    html_id(writer, node);
    html_raw(writer, ">");
    if (node->number) {
        html_raw(writer, "<span class=\"number\">");
        html_escape(writer->out, node->number);
        html_raw(writer, "</span> ");
    }
    return true;
}
