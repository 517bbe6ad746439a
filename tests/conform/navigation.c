/* Outline, named destinations, and where links lead. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

struct name_place {
    const char *name;
    size_t length;
    pdf_obj *destination;
};

static int compare_bytes(const char *left, size_t left_length, const char *right, size_t right_length)
{
    int order = memcmp(left, right, left_length < right_length ? left_length : right_length);
    return order ? order : left_length < right_length ? -1 : left_length > right_length;
}

/* — destinations — */

static bool is_page_of_file(struct conform *conform, pdf_obj *page)
{
    int number = pdf_is_indirect(conform->context, page) ? pdf_to_num(conform->context, page) : 0;
    return number > 0 && number < conform->object_count && conform->page_of_object[number] > 0;
}

static bool is_way_to_show(struct conform *conform, pdf_obj *destination)
{
    static const struct {
        const char *name;
        int operands;
    } ways[] = {{"XYZ", 3}, {"Fit", 0}, {"FitH", 1}, {"FitV", 1}, {"FitR", 4}, {"FitB", 0}, {"FitBH", 1}, {"FitBV", 1}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (name_is(conform, pdf_array_get(conform->context, destination, 1), ways[i].name))
            return pdf_array_len(conform->context, destination) == 2 + ways[i].operands;
    return false;
}

static pdf_obj *destination_named(const struct conform *conform, const char *name, size_t length)
{
    int low = 0, high = conform->name_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct name_place *place = &conform->names[middle];
        int order = compare_bytes(name, length, place->name, place->length);
        if (order == 0)
            return place->destination;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

void check_destination(struct conform *conform, pdf_obj *destination, int page, int object)
{
    fz_context *context = conform->context;
    if (pdf_is_string(context, destination)) {
        size_t length;
        const char *name = pdf_to_string(context, destination, &length);
        if (!destination_named(conform, name, length))
            fault(conform, CHECK_DESTINATION, page, object, "no destination is called %.*s", (int)length, name);
        return;
    }
    if (pdf_is_dict(context, destination))
        destination = get(conform, destination, "D");
    if (!is_page_of_file(conform, pdf_array_get(context, destination, 0)) || !is_way_to_show(conform, destination))
        fault(conform, CHECK_DESTINATION, page, object, "no page of this file, or no way to show it");
}

/* Names rise within a leaf and from leaf to leaf, and lie within its limits. */
static void read_names(struct conform *conform, pdf_obj *node, int depth)
{
    fz_context *context = conform->context;
    pdf_obj *kids = get(conform, node, "Kids"), *names = get(conform, node, "Names");
    pdf_obj *limits = get(conform, node, "Limits");
    for (int i = 0; depth > 0 && i < pdf_array_len(context, kids); i++)
        read_names(conform, pdf_array_get(context, kids, i), depth - 1);
    for (int i = 0; i + 1 < pdf_array_len(context, names); i += 2) {
        struct name_place place = {.destination = pdf_array_get(context, names, i + 1)};
        place.name = pdf_to_string(context, pdf_array_get(context, names, i), &place.length);
        const struct name_place *last = conform->name_count ? &conform->names[conform->name_count - 1] : NULL;
        if (last && compare_bytes(last->name, last->length, place.name, place.length) >= 0)
            fault(conform, CHECK_NAME_TREE, 0, pdf_to_num(context, node), "%s is out of order", place.name);
        conform->names = grow(conform, conform->names, conform->name_count, &conform->name_capacity, sizeof place);
        conform->names[conform->name_count++] = place;
        for (int side = 0; side < 2 && limits; side++) {
            size_t length;
            const char *limit = pdf_to_string(context, pdf_array_get(context, limits, side), &length);
            int order = compare_bytes(place.name, place.length, limit, length);
            if (side == 0 ? order < 0 : order > 0)
                fault(conform, CHECK_NAME_TREE, 0, pdf_to_num(context, node), "%s is beyond the limits", place.name);
        }
    }
}

/* — outline — */

/* One item; `before` is the one it follows, `above` the one it is under. */
static void check_item(struct conform *conform, pdf_obj *item, pdf_obj *before, pdf_obj *above)
{
    fz_context *context = conform->context;
    int number = pdf_to_num(context, item);
    if (!has_words(conform, item, "Title"))
        fault(conform, CHECK_OUTLINE, 0, number, "an item without a title");
    if (pdf_to_num(context, get(conform, item, "Parent")) != pdf_to_num(context, above))
        fault(conform, CHECK_OUTLINE, 0, number, "/Parent is not the item above");
    if (pdf_to_num(context, get(conform, item, "Prev")) != pdf_to_num(context, before))
        fault(conform, CHECK_OUTLINE, 0, number, "/Prev is not the item before");
    pdf_obj *destination = get(conform, item, "Dest");
    if (!destination)
        destination = get(conform, get(conform, item, "A"), "D");
    check_destination(conform, destination, 0, number);
}

/* The items under one: gives how many there are; `left` bounds the walk, should they lead in a circle. */
static int check_items(struct conform *conform, pdf_obj *above, int depth, int *left)
{
    fz_context *context = conform->context;
    pdf_obj *before = NULL;
    int count = 0;
    for (pdf_obj *item = get(conform, above, "First"); item; before = item, item = get(conform, item, "Next")) {
        if (--*left < 0 || depth == 0) {
            fault(conform, CHECK_OUTLINE, 0, pdf_to_num(context, item), "the outline leads in a circle");
            return count;
        }
        count++;
        check_item(conform, item, before, above);
        int below = check_items(conform, item, depth - 1, left);
        if (abs(integer_of(conform, item, "Count", 0)) < below)
            fault(conform, CHECK_OUTLINE, 0, pdf_to_num(context, item), "/Count is not that of the items below");
    }
    if (pdf_to_num(context, get(conform, above, "Last")) != pdf_to_num(context, before))
        fault(conform, CHECK_OUTLINE, 0, pdf_to_num(context, above), "/Last is not the last item");
    return count;
}

void check_navigation(struct conform *conform)
{
    pdf_obj *outline = get(conform, conform->catalog, "Outlines");
    int left = conform->object_count;
    for (int i = 0; i < conform->page_count; i++)
        conform->page_of_object[pdf_to_num(conform->context,
                                           pdf_lookup_page_obj(conform->context, conform->document, i))] = i + 1;
    read_names(conform, get(conform, get(conform, conform->catalog, "Names"), "Dests"), 8);
    for (int i = 0; i < conform->name_count; i++)
        check_destination(conform, conform->names[i].destination, 0, 0);
    conform->outline_items = check_items(conform, outline, 32, &left);
}
