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
    const struct tags_part *part; /* being written */
    struct pdf_file *file;
    const int *pages;
    int top, next; /* number of what the parts stand in; of the next object */
    bool binder;
    int notes;
    struct arena *arena;
    struct buffer text; /* the object being written */
};

const char *tags_name(const struct element *element)
{
    return names[element->role];
}

/* — numbers — */

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

static int page_number(const struct tags_writer *writer, int page)
{
    return writer->pages[writer->part->first_page + page];
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
        add_number(writer, "<</Type/MCR/Pg ", page_number(writer, kid->page), " 0 R/MCID ");
        add_number(writer, "", kid->value, ">>");
        return;
    case KID_ANNOTATION:
        add_number(writer, "<</Type/OBJR/Pg ", page_number(writer, kid->page), " 0 R/Obj ");
        add_number(writer, "", writer->part->annotations[kid->value], " 0 R>>");
        return;
    }
}

static void add_kids(struct tags_writer *writer, const struct element *element)
{
    int page = -1;
    for (const struct kid *kid = element->first; kid && page < 0; kid = kid->next)
        page = kid->type == KID_CONTENT ? kid->page : -1;
    if (page >= 0)
        add_number(writer, "/Pg ", page_number(writer, page), " 0 R");
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
        add_string(writer, "/ActualText", node_plain_text(cell, writer->arena));
}

/* The words of a picture: its own, those of its caption, those within. */
static const char *alternative(struct tags_writer *writer, const struct node *node)
{
    if (node->text && *node->text)
        return node->text;
    const struct node *caption = node->parent && node->parent->type == NODE_FIGURE ? node->next : NULL;
    return node_plain_text(caption ? caption : node, writer->arena);
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
    bool part = writer->binder && !element->parent;
    buffer_add_text(&writer->text, "<</S/");
    buffer_add_text(&writer->text, part ? "Part" : names[element->role]);
    add_number(writer, "/P ", element->parent ? element->parent->number : writer->top, " 0 R");
    add_attributes(writer, element);
    add_kids(writer, element);
    buffer_add_text(&writer->text, ">>");
    write_object(writer);
    for (const struct kid *kid = element->first; kid; kid = kid->next)
        if (kid->type == KID_ELEMENT)
            write_element(writer, kid->element);
}

/* The document that holds the parts of a binder. */
static void write_binder(struct tags_writer *writer, const struct tags_part *parts, size_t count, int root)
{
    add_number(writer, "<</S/Document/P ", root, " 0 R/K[");
    for (size_t i = 0; i < count; i++)
        add_number(writer, i ? " " : "", parts[i].tags->root->number, " 0 R");
    buffer_add_text(&writer->text, "]>>");
    write_object(writer);
}

/* — from keys to elements: the keys of a part begin behind those of the parts before it — */

static void add_key(struct tags_writer *writer, int number, const struct tag_key *key)
{
    add_number(writer, "", number, key->count < 0 ? " " : "[");
    for (int i = 0; i < (key->count < 0 ? 1 : key->count); i++)
        add_number(writer, i ? " " : "", key->elements[i]->number, " 0 R");
    buffer_add_char(&writer->text, key->count < 0 ? '\n' : ']');
}

static void write_keys(struct tags_writer *writer, const struct tags_part *parts, size_t count, int key_count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++)
        for (int key = 0; key < parts[i].tags->key_count; key++, number++) {
            int last = number - number % KEYS_PER_LEAF + KEYS_PER_LEAF - 1;
            if (number % KEYS_PER_LEAF == 0) {
                add_number(writer, "<</Limits[", number, " ");
                add_number(writer, "", last < key_count ? last : key_count - 1, "]/Nums[");
            }
            add_key(writer, number, &parts[i].tags->keys[key]);
            if (number == last || number == key_count - 1) {
                buffer_add_text(&writer->text, "]>>");
                write_object(writer);
            }
        }
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

static void add_notes(struct tags_writer *writer, const struct tags_part *parts, size_t count)
{
    int notes = 0;
    buffer_add_text(&writer->text, "/IDTree << /Names [");
    for (size_t i = 0; i < count; i++)
        if (parts[i].tags->note_count > 0)
            add_identifiers(writer, parts[i].tags->root, &notes);
    buffer_add_text(&writer->text, "] >>\n");
}

/* The parts in the order of their pages; the one in front was the last to come. */
static const struct tags_part *in_order(const struct tags_part *parts, size_t count, struct arena *arena)
{
    struct tags_part *ordered = arena_alloc(arena, count * sizeof *ordered);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && ordered[at - 1].first_page > parts[i].first_page; at--)
            ordered[at] = ordered[at - 1];
        ordered[at] = parts[i];
    }
    return ordered;
}

static void write_parts(struct tags_writer *writer, const struct tags_part *parts, size_t count, int root)
{
    writer->top = writer->binder ? writer->next++ : root;
    for (size_t i = 0; i < count; i++)
        give_numbers(writer, parts[i].tags->root);
    if (writer->binder)
        write_binder(writer, parts, count, root);
    for (size_t i = 0; i < count; i++) {
        writer->part = &parts[i];
        write_element(writer, parts[i].tags->root);
    }
}

int tags_key_count(const struct tags *tags)
{
    return tags->key_count;
}

void tags_write(const struct tags_part *parts, size_t count, bool binder, struct pdf_file *file, const int *pages,
                int root, struct arena *arena)
{
    struct tags_writer writer = {.file = file, .pages = pages, .binder = binder, .arena = arena};
    int elements = binder, keys = 0, leaves;
    for (size_t i = 0; i < count; i++) {
        elements += parts[i].tags->element_count;
        keys += parts[i].tags->key_count;
    }
    int leaf_count = (keys + KEYS_PER_LEAF - 1) / KEYS_PER_LEAF, first = pdf_file_bulk(file, elements + leaf_count);
    const struct tags_part *ordered = in_order(parts, count, arena);
    writer.next = first;
    write_parts(&writer, ordered, count, root);
    leaves = writer.next;
    write_keys(&writer, parts, count, keys);
    add_number(&writer, "/Type /StructTreeRoot\n/K ", first, " 0 R\n");
    add_number(&writer, "/ParentTreeNextKey ", keys, "\n/ParentTree << /Kids [");
    for (int i = 0; i < leaf_count; i++)
        add_number(&writer, i ? " " : "", leaves + i, " 0 R");
    buffer_add_text(&writer.text, "] >>\n");
    if (writer.notes > 0)
        add_notes(&writer, ordered, count);
    pdf_file_set(file, root, arena_strndup(arena, writer.text.data, writer.text.length));
    buffer_free(&writer.text);
}
