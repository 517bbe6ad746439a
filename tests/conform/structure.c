/* Reads the structure tree: every element once, its kids, and the content and annotations that it claims. */
#include "structure.h"

#include "role.h"

#define DEPTH_MOST 200

static int load_element(struct conform *conform, pdf_obj *object, int parent, int above, int depth);

/* Marked content of a page or form. */
static void claim_content(struct conform *conform, int index, pdf_obj *holder, int mcid)
{
    struct element *element = &conform->elements[index];
    int number = pdf_to_num(conform->context, holder);
    int found = number > 0 && number < conform->object_count ? conform->content_of_object[number] : 0;
    struct content *content = found ? &conform->contents[found - 1] : NULL;
    element->content = true;
    if (!content || mcid < 0 || mcid >= content->marked_count || !content->marked[mcid].seen) {
        fault(conform, CHECK_MCID_UNKNOWN, content ? content->page : 0, element->number,
              "there is no marked content %d", mcid);
        return;
    }
    if (!element->page)
        element->page = content->page;
    if (content->marked[mcid].element)
        fault(conform, CHECK_MCID_TWICE, content->page, element->number, "another element has the content %d too",
              mcid);
    content->marked[mcid].element = index + 1;
}

static void claim_annotation(struct conform *conform, int index, pdf_obj *reference)
{
    struct element *element = &conform->elements[index];
    int number = pdf_to_num(conform->context, get(conform, reference, "Obj"));
    int found = number > 0 && number < conform->object_count ? conform->annotation_of_object[number] : 0;
    element->annotations++;
    if (!found) {
        fault(conform, CHECK_STRUCTURE_TREE, 0, element->number, "object %d is no annotation of a page", number);
        return;
    }
    struct annotation *annotation = &conform->annotations[found - 1];
    if (!element->page)
        element->page = annotation->page;
    if (annotation->element)
        fault(conform, CHECK_STRUCTURE_TREE, annotation->page, number, "two elements have the annotation");
    annotation->element = index + 1;
}

/* Adds one kid of an element; `last` is the element before it. */
static void load_kid(struct conform *conform, int index, pdf_obj *kid, int *last, int depth)
{
    fz_context *context = conform->context;
    pdf_obj *object = conform->elements[index].object;
    if (pdf_is_int(context, kid)) {
        claim_content(conform, index, get(conform, object, "Pg"), pdf_to_int(context, kid));
        return;
    }
    if (entry_is(conform, kid, "Type", "MCR")) {
        pdf_obj *holder = has(conform, kid, "Stm") ? get(conform, kid, "Stm") : get(conform, kid, "Pg");
        claim_content(conform, index, holder ? holder : get(conform, object, "Pg"),
                      integer_of(conform, kid, "MCID", -1));
        return;
    }
    if (entry_is(conform, kid, "Type", "OBJR")) {
        claim_annotation(conform, index, kid);
        return;
    }
    int child = load_element(conform, kid, index, conform->elements[index].number, depth - 1);
    if (child < 0)
        return;
    if (*last < 0)
        conform->elements[index].first = child;
    else
        conform->elements[*last].next = child;
    conform->elements[index].own_kids++;
    *last = child;
}

/* Index of the element, -1 when it is none; `above` is the number of the object that is its parent. */
static int load_element(struct conform *conform, pdf_obj *object, int parent, int above, int depth)
{
    fz_context *context = conform->context;
    int number = pdf_to_num(context, object);
    if (number <= 0 || number >= conform->object_count || !pdf_is_dict(context, object) || depth == 0 ||
        conform->element_of_object[number]) {
        fault(conform, CHECK_STRUCTURE_TREE, 0, number, "no element, one that is there already, or one too deep");
        return -1;
    }
    if (pdf_to_num(context, get(conform, object, "P")) != above)
        fault(conform, CHECK_STRUCTURE_TREE, 0, number, "/P is not the element above");
    struct element element = {.object = object, .number = number, .parent = parent, .first = -1, .next = -1};
    element.role = role_of(conform, object);
    conform->elements =
        grow(conform, conform->elements, conform->element_count, &conform->element_capacity, sizeof element);
    int index = conform->element_count++, last = -1;
    conform->elements[index] = element;
    conform->element_of_object[number] = index + 1;
    pdf_obj *kids = get(conform, object, "K");
    if (kids && !pdf_is_array(context, kids))
        load_kid(conform, index, kids, &last, depth);
    for (int i = 0; i < pdf_array_len(context, kids); i++)
        load_kid(conform, index, pdf_array_get(context, kids, i), &last, depth);
    return index;
}

void check_structure(struct conform *conform)
{
    fz_context *context = conform->context;
    pdf_obj *root = get(conform, conform->catalog, "StructTreeRoot"), *kids = get(conform, root, "K");
    int number = pdf_to_num(context, root);
    if (!root || !kids) {
        fault(conform, CHECK_STRUCTURE_MISSING, 0, 0, "there is no structure tree, or it is empty");
        return;
    }
    check_role_map(conform, get(conform, root, "RoleMap"));
    if (!pdf_is_array(context, kids))
        load_element(conform, kids, -1, number, DEPTH_MOST);
    for (int i = 0; i < pdf_array_len(context, kids); i++)
        load_element(conform, pdf_array_get(context, kids, i), -1, number, DEPTH_MOST);
    for (int i = 0; i < conform->element_count; i++) {
        check_nesting(conform, &conform->elements[i]);
        if (conform->elements[i].role == ROLE_Table)
            check_table(conform, i);
    }
    check_elements(conform);
}
