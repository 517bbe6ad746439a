/* The structure tree as objects: its elements in the order of the tree, then what leads from pages to them. */
#include "pdf/element.h"
#include "pdf/syntax.h"

#define KEYS_PER_LEAF 32

static const char *const names[] = {
#define X(id, name) [ROLE_##id] = #name,
    ROLES(X)
#undef X
};

struct tags_writer {
    struct tags *tags;
    struct pdf_file *file;
    const int *pages;
    int root, next; /* number of the root; of the next object */
    int notes;
    struct buffer text; /* the object being written */
};

const char *tags_name(const struct element *element)
{
    return names[element->role];
}

/* — numbers — */

/* Cells stand for their place in the table even when they are empty. */
static bool stays_empty(const struct element *element)
{
    return element->role == ROLE_CELL || element->role == ROLE_HEAD_CELL || element->role == ROLE_DOCUMENT;
}

/* Drops what has no content and counts the rest. Nesting is bounded by the reader of the sources. */
static int prune(struct element *element)
{
    int count = 0;
    struct kid **link = &element->first;
    element->last = NULL;
    for (struct kid *kid = element->first; kid; kid = kid->next) {
        int below = kid->type == KID_ELEMENT ? prune(kid->element) : 0;
        if (kid->type == KID_ELEMENT && below == 0)
            continue;
        count += below;
        *link = element->last = kid;
        link = &kid->next;
    }
    *link = NULL;
    return element->first || stays_empty(element) ? count + 1 : 0;
}

static void give_numbers(struct tags_writer *writer, struct element *element)
{
    element->number = writer->next++;
    for (struct kid *kid = element->first; kid; kid = kid->next)
        if (kid->type == KID_ELEMENT)
            give_numbers(writer, kid->element);
}

/* — elements — */

/* Most of the bytes of a structure tree come from here: one addition to the buffer for all three. */
static void add_number(struct tags_writer *writer, const char *before, int number, const char *after)
{
    char text[96], digits[12];
    size_t length = 0, count = 0;
    for (; *before; before++)
        text[length++] = *before;
    unsigned rest = (unsigned)number;
    do
        digits[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    while (count > 0)
        text[length++] = digits[--count];
    for (; *after; after++)
        text[length++] = *after;
    buffer_add(&writer->text, text, length);
}

static void add_string(struct tags_writer *writer, const char *key, const char *value)
{
    buffer_add_text(&writer->text, key);
    syntax_add_text(&writer->text, value);
}

static void add_kid(struct tags_writer *writer, const struct kid *kid, int page)
{
    switch (kid->type) {
    case KID_ELEMENT:
        add_number(writer, "", kid->element->number, " 0 R");
        return;
    case KID_CONTENT:
        if (kid->page == page) {
            add_number(writer, "", kid->value, "");
            return;
        }
        add_number(writer, "<</Type/MCR/Pg ", writer->pages[kid->page], " 0 R/MCID ");
        add_number(writer, "", kid->value, ">>");
        return;
    case KID_ANNOTATION:
        add_number(writer, "<</Type/OBJR/Pg ", writer->pages[kid->page], " 0 R/Obj ");
        add_number(writer, "", kid->value, " 0 R>>");
        return;
    }
}

static void add_kids(struct tags_writer *writer, const struct element *element)
{
    int page = -1;
    for (const struct kid *kid = element->first; kid && page < 0; kid = kid->next)
        page = kid->type == KID_CONTENT ? kid->page : -1;
    if (page >= 0)
        add_number(writer, "/Pg ", writer->pages[page], " 0 R");
    if (!element->first)
        return;
    bool several = element->first->next != NULL;
    buffer_add_text(&writer->text, several ? "/K[" : "/K ");
    for (const struct kid *kid = element->first; kid; kid = kid->next) {
        if (kid != element->first)
            buffer_add_char(&writer->text, ' ');
        add_kid(writer, kid, page);
    }
    if (several)
        buffer_add_char(&writer->text, ']');
}

/* Headings of columns stand in the rows of the head, those of rows in the body. */
static void add_cell(struct tags_writer *writer, const struct element *element)
{
    const struct node *cell = element->node;
    bool head = element->role == ROLE_HEAD_CELL, column = cell->parent && cell->parent->as.row.header;
    int columns = cell->as.cell.column_span, rows = cell->as.cell.row_span;
    if (head || columns > 1 || rows > 1) {
        buffer_add_text(&writer->text, "/A<</O/Table");
        if (head)
            buffer_add_text(&writer->text, column ? "/Scope/Column" : "/Scope/Row");
        if (columns > 1)
            add_number(writer, "/ColSpan ", columns, "");
        if (rows > 1)
            add_number(writer, "/RowSpan ", rows, "");
        buffer_add_text(&writer->text, ">>");
    }
    if (cell->as.cell.vertical) /* letters one below the other */
        add_string(writer, "/ActualText", node_plain_text(cell, writer->tags->arena));
}

/* The words of a picture: its own, those of its caption, those within. */
static const char *alternative(struct tags_writer *writer, const struct node *node)
{
    if (node->text && *node->text)
        return node->text;
    const struct node *caption = node->parent && node->parent->type == NODE_FIGURE ? node->next : NULL;
    return node_plain_text(caption ? caption : node, writer->tags->arena);
}

static void add_figure(struct tags_writer *writer, const struct element *element)
{
    add_string(writer, "/Alt", alternative(writer, element->node));
    if (!element->place)
        return;
    const struct element_place *place = element->place;
    const int32_t lengths[] = {place->left, place->bottom, place->right, place->top};
    buffer_add_text(&writer->text, "/A<</O/Layout/BBox[");
    for (int i = 0; i < 4; i++)
        syntax_add_length(&writer->text, lengths[i]);
    bool block = element->node->type == NODE_DRAWING || element->node->parent->type == NODE_FIGURE;
    buffer_add_text(&writer->text, block ? "]/Placement/Block>>" : "]>>");
}

static void add_list(struct tags_writer *writer, const struct node *list)
{
    const char *kind = list->as.list.ordered ? "Decimal" : list->first && list->first->as.item.task ? "None" : "Disc";
    buffer_printf(&writer->text, "/A<</O/List/ListNumbering/%s>>", kind);
}

static void add_attributes(struct tags_writer *writer, const struct element *element)
{
    switch (element->role) {
    case ROLE_CELL:
    case ROLE_HEAD_CELL:
        add_cell(writer, element);
        return;
    case ROLE_FIGURE:
        add_figure(writer, element);
        return;
    case ROLE_LIST:
        add_list(writer, element->node);
        return;
    case ROLE_NOTE:
        buffer_printf(&writer->text, "/ID(note-%06d)", ++writer->notes);
        return;
    case ROLE_SPAN:
        add_string(writer, "/Lang", element->node->as.span.language);
        return;
    default:
        return;
    }
}

static void write_object(struct tags_writer *writer)
{
    pdf_file_bulk_add(writer->file, &writer->text);
    buffer_clear(&writer->text);
}

static void write_element(struct tags_writer *writer, const struct element *element)
{
    buffer_add_text(&writer->text, "<</S/");
    buffer_add_text(&writer->text, names[element->role]);
    add_number(writer, "/P ", element->parent ? element->parent->number : writer->root, " 0 R");
    add_attributes(writer, element);
    add_kids(writer, element);
    buffer_add_text(&writer->text, ">>");
    write_object(writer);
    for (const struct kid *kid = element->first; kid; kid = kid->next)
        if (kid->type == KID_ELEMENT)
            write_element(writer, kid->element);
}

/* — from keys to elements — */

static void write_leaf(struct tags_writer *writer, int from, int to)
{
    const struct tags *tags = writer->tags;
    add_number(writer, "<</Limits[", from, " ");
    add_number(writer, "", to - 1, "]/Nums[");
    for (int key = from; key < to; key++) {
        const struct tag_key *entry = &tags->keys[key];
        add_number(writer, "", key, entry->count < 0 ? " " : "[");
        for (int i = 0; i < (entry->count < 0 ? 1 : entry->count); i++)
            add_number(writer, i ? " " : "", entry->elements[i]->number, " 0 R");
        buffer_add_char(&writer->text, entry->count < 0 ? '\n' : ']');
    }
    buffer_add_text(&writer->text, "]>>");
    write_object(writer);
}

/* Identifiers of notes are in rising order, as they must be here. */
static void add_identifiers(struct tags_writer *writer, const struct element *element, int *count)
{
    if (element->role == ROLE_NOTE) {
        buffer_printf(&writer->text, "(note-%06d)", ++*count);
        add_number(writer, "", element->number, " 0 R\n");
    }
    for (const struct kid *kid = element->first; kid; kid = kid->next)
        if (kid->type == KID_ELEMENT)
            add_identifiers(writer, kid->element, count);
}

static const char *root_entries(struct tags_writer *writer, int leaves, int leaf_count)
{
    const struct element *document = writer->tags->root;
    add_number(writer, "/Type /StructTreeRoot\n/K ", document->number, " 0 R\n");
    add_number(writer, "/ParentTreeNextKey ", writer->tags->key_count, "\n/ParentTree << /Kids [");
    for (int i = 0; i < leaf_count; i++)
        add_number(writer, i ? " " : "", leaves + i, " 0 R");
    buffer_add_text(&writer->text, "] >>\n");
    if (writer->notes > 0) {
        int count = 0;
        buffer_add_text(&writer->text, "/IDTree << /Names [");
        add_identifiers(writer, document, &count);
        buffer_add_text(&writer->text, "] >>\n");
    }
    const char *entries = arena_strndup(writer->tags->arena, writer->text.data, writer->text.length);
    buffer_free(&writer->text);
    return entries;
}

void tags_write(struct tags *tags, struct pdf_file *file, const int *pages, int root)
{
    struct tags_writer writer = {.tags = tags, .file = file, .pages = pages, .root = root};
    int count = prune(tags->root), leaf_count = (tags->key_count + KEYS_PER_LEAF - 1) / KEYS_PER_LEAF;
    writer.next = pdf_file_bulk(file, count + leaf_count);
    int leaves = writer.next + count;
    give_numbers(&writer, tags->root);
    write_element(&writer, tags->root);
    for (int key = 0; key < tags->key_count; key += KEYS_PER_LEAF) {
        int end = key + KEYS_PER_LEAF;
        write_leaf(&writer, key, end < tags->key_count ? end : tags->key_count);
    }
    pdf_file_set(file, root, root_entries(&writer, leaves, leaf_count));
}
