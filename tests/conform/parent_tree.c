/* The way back from pages and annotations to elements agrees with the way there, and nothing is left out. */
#include "conform.h"
#include "role.h"

/* Values of the tree by key. */
struct keys {
    pdf_obj **values;
    bool *used;
    int count, capacity;
};

static void read_keys(struct conform *conform, struct keys *keys, pdf_obj *node, int depth)
{
    fz_context *context = conform->context;
    pdf_obj *kids = get(conform, node, "Kids"), *pairs = get(conform, node, "Nums"),
            *limits = get(conform, node, "Limits");
    for (int i = 0; depth > 0 && i < pdf_array_len(context, kids); i++)
        read_keys(conform, keys, pdf_array_get(context, kids, i), depth - 1);
    for (int i = 0; i + 1 < pdf_array_len(context, pairs); i += 2) {
        int key = pdf_to_int(context, pdf_array_get(context, pairs, i));
        bool within =
            !limits || (key >= pdf_array_get_int(context, limits, 0) && key <= pdf_array_get_int(context, limits, 1));
        if (key < keys->count || key > PDF_MAX_OBJECT_NUMBER || !within) {
            fault(conform, CHECK_PARENT_TREE, 0, pdf_to_num(context, node), "key %d is out of order or of limits", key);
            continue;
        }
        for (; keys->count <= key; keys->count++) {
            keys->values = grow(conform, keys->values, keys->count, &keys->capacity, sizeof *keys->values);
            keys->values[keys->count] = NULL;
        }
        keys->values[key] = pdf_array_get(context, pairs, i + 1);
    }
}

static pdf_obj *value_of(struct keys *keys, int key)
{
    if (key < 0 || key >= keys->count)
        return NULL;
    keys->used[key] = true;
    return keys->values[key];
}

static void check_content(struct conform *conform, struct keys *keys, const struct content *content)
{
    fz_context *context = conform->context;
    pdf_obj *list = value_of(keys, content->key);
    if (content->marked_count > 0 && !pdf_is_array(context, list))
        fault(conform, CHECK_PARENT_TREE, content->page, content->object, "the tree has no elements for the page");
    if (pdf_array_len(context, list) > content->marked_count)
        fault(conform, CHECK_PARENT_TREE, content->page, content->object, "elements for content that is not there");
    for (int mcid = 0; mcid < content->marked_count; mcid++) {
        const struct marked *marked = &content->marked[mcid];
        int number = pdf_to_num(context, pdf_array_get(context, list, mcid));
        int own = marked->element ? conform->elements[marked->element - 1].number : 0;
        if (marked->seen && !marked->element)
            fault(conform, CHECK_MCID_UNCLAIMED, content->page, 0, "no element has the content %d", mcid);
        else if (list && number != own)
            fault(conform, CHECK_PARENT_TREE, content->page, number, "content %d is of object %d", mcid, own);
    }
}

static void check_annotation(struct conform *conform, struct keys *keys, const struct annotation *annotation)
{
    const struct element *element = annotation->element ? &conform->elements[annotation->element - 1] : NULL;
    int number = pdf_to_num(conform->context, value_of(keys, annotation->key));
    if (!element || element->role != (annotation->link ? ROLE_Link : ROLE_Annot))
        fault(conform, CHECK_ANNOTATION_UNTAGGED, annotation->page, annotation->number,
              "no element of its kind has the annotation");
    else if (number != element->number)
        fault(conform, CHECK_PARENT_TREE, annotation->page, annotation->number, "the tree leads to object %d, not %d",
              number, element->number);
}

void check_parent_tree(struct conform *conform)
{
    pdf_obj *root = get(conform, conform->catalog, "StructTreeRoot");
    struct keys keys = {0};
    if (!root)
        return;
    read_keys(conform, &keys, get(conform, root, "ParentTree"), 8);
    keys.used = pool_alloc(conform, (size_t)keys.count);
    for (int i = 0; i < conform->content_count; i++)
        check_content(conform, &keys, &conform->contents[i]);
    for (int i = 0; i < conform->annotation_count; i++)
        check_annotation(conform, &keys, &conform->annotations[i]);
    for (int key = 0; key < keys.count; key++)
        if (keys.values[key] && !keys.used[key])
            fault(conform, CHECK_PARENT_TREE, 0, 0, "nothing has the key %d", key);
    if (integer_of(conform, root, "ParentTreeNextKey", keys.count) < keys.count)
        fault(conform, CHECK_PARENT_TREE, 0, 0, "/ParentTreeNextKey is a key in use");
}
