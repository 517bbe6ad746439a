/* What single elements ask for, and the order of headings. */
#include "structure.h"

#include <stdlib.h>
#include <string.h>

#include "role.h"

pdf_obj *attribute(struct conform *conform, const struct element *element, const char *owner, const char *key)
{
    fz_context *context = conform->context;
    pdf_obj *all = get(conform, element->object, "A");
    if (!pdf_is_array(context, all))
        return entry_is(conform, all, "O", owner) ? get(conform, all, key) : NULL;
    for (int i = 0; i < pdf_array_len(context, all); i++)
        if (entry_is(conform, pdf_array_get(context, all, i), "O", owner) &&
            has(conform, pdf_array_get(context, all, i), key))
            return get(conform, pdf_array_get(context, all, i), key);
    return NULL;
}

/* — attributes — */

/* Names that the values of an attribute are chosen from, between spaces. */
static const struct {
    const char *owner, *key, *values;
} choices[] = {
    {"Table", "Scope", " Row Column Both "},
    {"List", "ListNumbering", " None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha "},
    {"Layout", "Placement", " Block Inline Before Start End "},
};

static void check_attributes(struct conform *conform, const struct element *element)
{
    static const char *const spans[] = {"RowSpan", "ColSpan"};
    if (!has(conform, element->object, "A"))
        return;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        pdf_obj *value = attribute(conform, element, choices[i].owner, choices[i].key);
        char word[64];
        snprintf(word, sizeof word, " %s ", pdf_to_name(conform->context, value));
        if (value && !strstr(choices[i].values, word))
            fault(conform, CHECK_STRUCTURE_ATTRIBUTE, element->page, element->number, "/%s is%s", choices[i].key, word);
    }
    for (int i = 0; i < 2; i++) {
        pdf_obj *span = attribute(conform, element, "Table", spans[i]);
        if (span && pdf_to_int(conform->context, span) < 1)
            fault(conform, CHECK_STRUCTURE_ATTRIBUTE, element->page, element->number, "/%s is below 1", spans[i]);
    }
}

static void check_texts(struct conform *conform, const struct element *element)
{
    static const char *const keys[] = {"Alt", "ActualText", "E", "T"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        has_words(conform, element->object, keys[i]);
    check_language(conform, element->object, element->page, element->number);
}

/* — kinds of elements — */

static void check_figure(struct conform *conform, const struct element *element)
{
    fz_rect box = pdf_to_rect(conform->context, attribute(conform, element, "Layout", "BBox"));
    bool words = has_words(conform, element->object, "Alt") || has_words(conform, element->object, "ActualText");
    if (!words)
        fault(conform, element->role == ROLE_Figure ? CHECK_FIGURE_ALTERNATIVE : CHECK_FORMULA_ALTERNATIVE,
              element->page, element->number, "neither /Alt nor /ActualText");
    if (element->content && (box.x1 <= box.x0 || box.y1 <= box.y0))
        fault(conform, CHECK_FIGURE_BOX, element->page, element->number, "no /BBox with an extent");
}

static void check_link_element(struct conform *conform, int index)
{
    const struct element *element = &conform->elements[index];
    if (element->annotations == 0)
        fault(conform, CHECK_LINK_ELEMENT, element->page, element->number, "/%s has no annotation",
              role_name(element->role));
}

/* A caption is the first or the last of what is beside it. */
static void check_caption(struct conform *conform, int index)
{
    const struct element *element = &conform->elements[index];
    if (element->parent < 0)
        return;
    const struct element *parent = &conform->elements[element->parent];
    if (parent->first != index && element->next >= 0)
        fault(conform, CHECK_CAPTION, element->page, element->number, "neither first nor last within /%s",
              role_name(parent->role));
    for (int kid = parent->first; kid >= 0 && kid != index; kid = conform->elements[kid].next)
        if (conform->elements[kid].role == ROLE_Caption)
            fault(conform, CHECK_CAPTION, element->page, element->number, "a second caption within /%s",
                  role_name(parent->role));
}

/* — headings — */

static void check_headings(struct conform *conform)
{
    int before = 0;
    bool plain = false, numbered = false;
    for (int i = 0; i < conform->element_count; i++) {
        const struct element *element = &conform->elements[i];
        int level = element->role >= ROLE_H1 && element->role <= ROLE_H6 ? element->role - ROLE_H1 + 1 : 0;
        plain = plain || element->role == ROLE_H;
        numbered = numbered || level > 0;
        if (level == 0)
            continue;
        if (before == 0 && level != 1)
            fault(conform, CHECK_HEADING_FIRST, element->page, element->number, "the first heading is H%d", level);
        else if (level > before + 1)
            fault(conform, CHECK_HEADING_SKIPPED, element->page, element->number, "H%d after H%d", level, before);
        before = level;
    }
    if ((plain || numbered) && conform->outline_items == 0)
        fault(conform, CHECK_OUTLINE, 0, 0, "there are headings, but no outline");
    if (plain && numbered)
        fault(conform, CHECK_HEADING_MIXED, 0, 0, "headings with and without a level");
}

/* — identifiers — */

struct identified {
    const char *id;
    const struct element *element;
};

static int compare_identified(const void *left, const void *right)
{
    return strcmp(((const struct identified *)left)->id, ((const struct identified *)right)->id);
}

/* Pairs of the tree of identifiers, each an element that has this one. Gives how many there are. */
static int check_identifier_tree(struct conform *conform, pdf_obj *node, int depth)
{
    fz_context *context = conform->context;
    pdf_obj *kids = get(conform, node, "Kids"), *names = get(conform, node, "Names");
    int count = pdf_array_len(context, names) / 2;
    for (int i = 0; depth > 0 && i < pdf_array_len(context, kids); i++)
        count += check_identifier_tree(conform, pdf_array_get(context, kids, i), depth - 1);
    const char *before = "";
    for (int i = 0; i + 1 < pdf_array_len(context, names); i += 2) {
        const char *id = pdf_to_text_string(context, pdf_array_get(context, names, i));
        pdf_obj *element = pdf_array_get(context, names, i + 1);
        if (strcmp(id, pdf_to_text_string(context, get(conform, element, "ID"))) != 0 || strcmp(before, id) >= 0)
            fault(conform, CHECK_ID_TREE, 0, pdf_to_num(context, element), "\"%s\" is not its /ID, or out of order",
                  id);
        before = id;
    }
    return count;
}

static void check_identifiers(struct conform *conform)
{
    struct identified *all = pool_alloc(conform, (size_t)conform->element_count * sizeof *all);
    int count = 0;
    for (int i = 0; i < conform->element_count; i++) {
        const struct element *element = &conform->elements[i];
        const char *id = pdf_to_text_string(conform->context, get(conform, element->object, "ID"));
        if (*id)
            all[count++] = (struct identified){id, element};
        else if (element->role == ROLE_Note)
            fault(conform, CHECK_NOTE_ID, element->page, element->number, "a note without /ID");
    }
    qsort(all, (size_t)count, sizeof *all, compare_identified);
    for (int i = 1; i < count; i++)
        if (strcmp(all[i - 1].id, all[i].id) == 0)
            fault(conform, CHECK_NOTE_ID, all[i].element->page, all[i].element->number, "the /ID \"%s\" is used twice",
                  all[i].id);
    pdf_obj *tree = get(conform, get(conform, conform->catalog, "StructTreeRoot"), "IDTree");
    int listed = check_identifier_tree(conform, tree, 8);
    if (listed != count)
        fault(conform, CHECK_ID_TREE, 0, 0, "%d elements have an /ID, %d are in the tree", count, listed);
}

void check_elements(struct conform *conform)
{
    for (int i = 0; i < conform->element_count; i++) {
        const struct element *element = &conform->elements[i];
        check_attributes(conform, element);
        check_texts(conform, element);
        if (element->role == ROLE_Figure || element->role == ROLE_Formula)
            check_figure(conform, element);
        else if (element->role == ROLE_Link || element->role == ROLE_Annot)
            check_link_element(conform, i);
        else if (element->role == ROLE_Caption)
            check_caption(conform, i);
    }
    check_headings(conform);
    check_identifiers(conform);
}
