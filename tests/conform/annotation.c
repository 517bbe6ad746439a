/* The annotations of a page, beside what the structure says of them. */
#include <string.h>

#include "conform.h"

#define FLAG_INVISIBLE 1
#define FLAG_HIDDEN 2
#define FLAG_PRINT 4
#define FLAG_NO_VIEW 32
#define FLAG_TOGGLE_NO_VIEW 256

/* The box has an extent and does not leave the page by more than a point. */
static void check_rectangle(struct conform *conform, pdf_obj *object, fz_rect paper, int page, int number)
{
    fz_rect box = pdf_to_rect(conform->context, get(conform, object, "Rect"));
    if (box.x1 <= box.x0 || box.y1 <= box.y0)
        fault(conform, CHECK_ANNOTATION_BOX, page, number, "the annotation has no extent");
    else if (box.x0 < paper.x0 - 1 || box.y0 < paper.y0 - 1 || box.x1 > paper.x1 + 1 || box.y1 > paper.y1 + 1)
        fault(conform, CHECK_ANNOTATION_BOX, page, number, "the annotation leaves the page");
}

static void check_flags(struct conform *conform, pdf_obj *object, int page, int number)
{
    int flags = integer_of(conform, object, "F", 0);
    if (!(flags & FLAG_PRINT))
        fault(conform, CHECK_ANNOTATION_FLAGS, page, number, "the annotation is not printed");
    if (flags & (FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW | FLAG_TOGGLE_NO_VIEW))
        fault(conform, CHECK_ANNOTATION_FLAGS, page, number, "the annotation is hidden");
}

/* A link has one way to where it leads. */
static void check_link(struct conform *conform, pdf_obj *object, int page, int number)
{
    fz_context *context = conform->context;
    pdf_obj *action = get(conform, object, "A"), *destination = get(conform, object, "Dest");
    size_t length = 0;
    if (entry_is(conform, action, "S", "GoTo"))
        destination = get(conform, action, "D");
    if (destination && (!action || entry_is(conform, action, "S", "GoTo"))) {
        check_destination(conform, destination, page, number);
    } else if (entry_is(conform, action, "S", "URI")) {
        const char *address = pdf_to_string(context, get(conform, action, "URI"), &length);
        bool plain = length > 0;
        for (size_t i = 0; i < length; i++)
            plain = plain && address[i] > ' ' && address[i] < 0x7F;
        if (!plain)
            fault(conform, CHECK_DESTINATION, page, number, "the address is empty or not ASCII");
    } else if (entry_is(conform, action, "S", "GoToR")) {
        pdf_obj *file = get(conform, action, "F");
        if (!has_words(conform, file, "F") || !has_words(conform, file, "UF") || !has(conform, action, "D"))
            fault(conform, CHECK_DESTINATION, page, number, "the other file, or the place in it, is not named");
    } else {
        fault(conform, CHECK_DESTINATION, page, number, "the link leads nowhere, or two ways");
    }
}

/* Links are drawn by no appearance; others by one, and by that alone. */
static void check_appearance(struct conform *conform, pdf_obj *object, bool link, int page, int number)
{
    pdf_obj *appearance = get(conform, object, "AP");
    if (!appearance ? !link : !has(conform, appearance, "N") || pdf_dict_len(conform->context, appearance) != 1)
        fault(conform, CHECK_ANNOTATION_APPEARANCE, page, number, "the appearance is not /N alone");
    if ((has(conform, object, "C") || has(conform, object, "IC")) && conform->intent_components != 3)
        fault(conform, CHECK_ANNOTATION_APPEARANCE, page, number, "an RGB colour without an RGB output intent");
}

static void check_annotation(struct conform *conform, pdf_obj *object, fz_rect paper, int page)
{
    int number = pdf_to_num(conform->context, object);
    struct annotation annotation = {.object = object, .number = number, .page = page};
    annotation.key = integer_of(conform, object, "StructParent", -1);
    annotation.link = entry_is(conform, object, "Subtype", "Link");
    if (!annotation.link)
        fault(conform, CHECK_ANNOTATION_TYPE, page, number, "only links are judged; this is /%s",
              pdf_to_name(conform->context, get(conform, object, "Subtype")));
    check_rectangle(conform, object, paper, page, number);
    check_flags(conform, object, page, number);
    check_appearance(conform, object, annotation.link, page, number);
    check_language(conform, object, page, number);
    if (annotation.link)
        check_link(conform, object, page, number);
    if (!has_words(conform, object, "Contents"))
        fault(conform, CHECK_ANNOTATION_CONTENTS, page, number, "the annotation has no words");
    conform->annotations = grow(conform, conform->annotations, conform->annotation_count, &conform->annotation_capacity,
                                sizeof annotation);
    conform->annotations[conform->annotation_count++] = annotation;
    if (number > 0 && number < conform->object_count)
        conform->annotation_of_object[number] = conform->annotation_count;
}

void check_annotations(struct conform *conform, pdf_obj *page, int number)
{
    fz_context *context = conform->context;
    pdf_obj *list = get(conform, page, "Annots");
    fz_rect paper = pdf_to_rect(context, pdf_dict_get_inheritable(context, page, PDF_NAME(MediaBox)));
    for (int i = 0; i < pdf_array_len(context, list); i++)
        check_annotation(conform, pdf_array_get(context, list, i), paper, number);
}
