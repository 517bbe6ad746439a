/* Content within content: forms, and the cells of patterns and groups of soft masks, which are read like forms. */
#include "content.h"

static void check_group(struct reader *reader, pdf_obj *form)
{
    struct conform *conform = reader->conform;
    pdf_obj *group = get(conform, form, "Group");
    if (!group)
        return;
    if (!entry_is(conform, group, "S", "Transparency"))
        complain(reader, CHECK_TRANSPARENCY, "a group of an unknown kind", "");
    check_color_space(reader, get(conform, group, "CS"), 4);
    reader->transparent = true;
}

static void check_form(struct reader *reader, pdf_obj *form)
{
    struct conform *conform = reader->conform;
    if (has(conform, form, "Ref") || has(conform, form, "PS") || entry_is(conform, form, "Subtype2", "PS") ||
        has(conform, form, "OPI"))
        complain(reader, CHECK_FORM, "a form of PostScript, of another file, or of OPI", "");
    if (pdf_array_len(conform->context, get(conform, form, "BBox")) != 4)
        complain(reader, CHECK_FORM, "a form without a box", "");
    if (!has(conform, form, "Resources"))
        complain(reader, CHECK_RESOURCE, "a form without resources of its own", "");
    check_group(reader, form);
}

/* Reads content as if it stood here. Its marks must have numbers of their own, or none; `unseen`: they are no part of
 * what is read out. */
static void read_inner(struct reader *reader, pdf_obj *object, bool unseen)
{
    struct conform *conform = reader->conform;
    fz_context *context = conform->context;
    int number = pdf_to_num(context, object);
    if (reader->forms == FORMS_MOST) {
        complain(reader, CHECK_FORM, "forms within forms without end", "");
        return;
    }
    struct reader *inner = pool_alloc(conform, sizeof *inner);
    *inner = *reader;
    inner->forms++;
    inner->object = number;
    inner->operand_count = inner->mark_count = inner->state = 0;
    inner->byte_count = inner->byte_capacity = 0;
    inner->string_count = inner->string_capacity = 0;
    inner->states[0] = reader->states[reader->state];
    inner->in_text = inner->in_path = false;
    inner->artifacts += unseen;
    inner->resources = get(conform, object, "Resources");
    inner->content = CONTENT_NONE;
    check_form(inner, object);
    if (has(conform, object, "StructParents")) {
        if (conform->content_of_object[number])
            complain(reader, CHECK_FORM, "a form with tagged content is painted twice", "");
        inner->content = add_content(conform, object, reader->page, "StructParents");
    }
    fz_stream *stream = pdf_open_stream(context, object);
    fz_try(context) read_stream(inner, stream);
    fz_always(context) fz_drop_stream(context, stream);
    fz_catch(context) fz_rethrow(context);
    reader->transparent = inner->transparent;
}

void paint_object(struct reader *reader, pdf_obj *object)
{
    struct conform *conform = reader->conform;
    if (entry_is(conform, object, "Subtype", "Image")) {
        check_image(reader, object);
        paint(reader);
    } else if (entry_is(conform, object, "Subtype", "Form")) {
        read_inner(reader, object, false);
    } else if (object) {
        complain(reader, CHECK_FORM, "neither an image nor a form", "");
    }
}

void check_pattern(struct reader *reader, pdf_obj *pattern)
{
    struct conform *conform = reader->conform;
    if (pdf_is_stream(conform->context, pattern))
        read_inner(reader, pattern, true);
    else
        check_color_space(reader, get(conform, get(conform, pattern, "Shading"), "ColorSpace"), 4);
}

void check_mask(struct reader *reader, pdf_obj *mask)
{
    struct conform *conform = reader->conform;
    pdf_obj *group = get(conform, mask, "G");
    if (!pdf_is_dict(conform->context, mask))
        return;
    if (!pdf_is_stream(conform->context, group))
        complain(reader, CHECK_TRANSPARENCY, "a soft mask without a group", "");
    else
        read_inner(reader, group, true);
    if (entry_is(conform, mask, "S", "Luminosity") && !has(conform, get(conform, group, "Group"), "CS"))
        complain(reader, CHECK_TRANSPARENCY, "a soft mask of luminosity without a colour space", "");
}
