/* The catalog and what stands in the dictionaries of the pages. */
#include <string.h>

#include "conform.h"

#define SIDE_LEAST 3
#define SIDE_MOST 14400

static void check_marks(struct conform *conform)
{
    fz_context *context = conform->context;
    pdf_obj *marks = get(conform, conform->catalog, "MarkInfo");
    if (!pdf_to_bool(context, get(conform, marks, "Marked")))
        fault(conform, CHECK_MARKED, 0, 0, "/MarkInfo does not say that the file is marked");
    if (pdf_to_bool(context, get(conform, marks, "Suspects")))
        fault(conform, CHECK_SUSPECTS, 0, 0, "/MarkInfo says that tags are suspect");
    if (!has(conform, conform->catalog, "Lang"))
        fault(conform, CHECK_DOCUMENT_LANGUAGE, 0, 0, "the catalog has no /Lang");
    check_language(conform, conform->catalog, 0, 0);
    if (!pdf_to_bool(context, get(conform, get(conform, conform->catalog, "ViewerPreferences"), "DisplayDocTitle")))
        fault(conform, CHECK_DISPLAY_TITLE, 0, 0, "/DisplayDocTitle is not true");
}

/* — output intent — */

/* Components of the colour space that the head of a profile names; 0 when it is none for an output. */
static int profile_components(const unsigned char *bytes, size_t length)
{
    if (length < 128 || memcmp(bytes + 36, "acsp", 4) != 0 || bytes[8] < 2 || bytes[8] > 4)
        return 0;
    size_t size = (size_t)bytes[0] << 24 | (size_t)bytes[1] << 16 | (size_t)bytes[2] << 8 | bytes[3];
    bool output = memcmp(bytes + 12, "prtr", 4) == 0 || memcmp(bytes + 12, "mntr", 4) == 0;
    if (size != length || !output)
        return 0;
    return memcmp(bytes + 16, "RGB ", 4) == 0   ? 3
           : memcmp(bytes + 16, "GRAY", 4) == 0 ? 1
           : memcmp(bytes + 16, "CMYK", 4) == 0 ? 4
                                                : 0;
}

static void check_profile(struct conform *conform, pdf_obj *profile)
{
    fz_context *context = conform->context;
    int number = pdf_to_num(context, profile);
    if (!pdf_is_stream(context, profile)) {
        fault(conform, CHECK_OUTPUT_PROFILE, 0, number, "the output intent has no profile");
        return;
    }
    fz_buffer *buffer = pdf_load_stream(context, profile);
    unsigned char *bytes;
    size_t length = fz_buffer_storage(context, buffer, &bytes);
    int components = profile_components(bytes, length);
    fz_drop_buffer(context, buffer);
    if (components == 0)
        fault(conform, CHECK_OUTPUT_PROFILE, 0, number, "no ICC profile of version 2 to 4 for an output device");
    else if (integer_of(conform, profile, "N", 0) != components)
        fault(conform, CHECK_OUTPUT_PROFILE, 0, number, "/N is not %d", components);
    conform->intent_components = components;
}

static void check_intents(struct conform *conform)
{
    fz_context *context = conform->context;
    pdf_obj *intents = get(conform, conform->catalog, "OutputIntents");
    int found = 0, profile = 0;
    for (int i = 0; i < pdf_array_len(context, intents); i++) {
        pdf_obj *intent = pdf_array_get(context, intents, i), *own = get(conform, intent, "DestOutputProfile");
        if (!entry_is(conform, intent, "S", "GTS_PDFA1"))
            continue;
        if (found++ > 0 && pdf_to_num(context, own) != profile)
            fault(conform, CHECK_OUTPUT_INTENT, 0, 0, "two output intents with different profiles");
        profile = pdf_to_num(context, own);
        if (!has_words(conform, intent, "OutputConditionIdentifier"))
            fault(conform, CHECK_OUTPUT_INTENT, 0, 0, "no /OutputConditionIdentifier");
        check_profile(conform, own);
    }
    if (found == 0)
        fault(conform, CHECK_OUTPUT_INTENT, 0, 0, "no output intent /GTS_PDFA1");
}

/* — what may not be there — */

static void check_forbidden(struct conform *conform)
{
    static const char *const entries[] = {"NeedsRendering", "Requirements"};
    pdf_obj *form = get(conform, conform->catalog, "AcroForm"), *names = get(conform, conform->catalog, "Names");
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (has(conform, conform->catalog, entries[i]))
            fault(conform, CHECK_CATALOG_ENTRY, 0, 0, "the catalog has /%s", entries[i]);
    if (has(conform, form, "XFA") || pdf_to_bool(conform->context, get(conform, form, "NeedAppearances")))
        fault(conform, CHECK_CATALOG_ENTRY, 0, 0, "a form that its reader draws");
    if (has(conform, names, "JavaScript") || has(conform, names, "AlternatePresentations"))
        fault(conform, CHECK_CATALOG_ENTRY, 0, 0, "scripts or other presentations among the names");
    pdf_obj *permissions = get(conform, conform->catalog, "Perms");
    for (int i = 0; i < pdf_dict_len(conform->context, permissions); i++) {
        pdf_obj *key = pdf_dict_get_key(conform->context, permissions, i);
        if (!name_is(conform, key, "UR3") && !name_is(conform, key, "DocMDP"))
            fault(conform, CHECK_CATALOG_ENTRY, 0, 0, "/Perms has /%s", pdf_to_name(conform->context, key));
    }
    if (has(conform, names, "EmbeddedFiles"))
        fault(conform, CHECK_EMBEDDED_FILE, 0, 0, "files are attached, which this program does not judge");
    if (has(conform, conform->catalog, "OCProperties"))
        fault(conform, CHECK_OPTIONAL_CONTENT, 0, 0, "content is optional, which this program does not judge");
}

/* Ranges of pages begin at 0, rise, and have a known style. */
static void check_labels(struct conform *conform)
{
    fz_context *context = conform->context;
    pdf_obj *ranges = get(conform, get(conform, conform->catalog, "PageLabels"), "Nums");
    int before = -1;
    for (int i = 0; i + 1 < pdf_array_len(context, ranges); i += 2) {
        int first = pdf_to_int(context, pdf_array_get(context, ranges, i));
        pdf_obj *label = pdf_array_get(context, ranges, i + 1), *style = get(conform, label, "S");
        const char *name = pdf_to_name(context, style);
        bool known = !style || (strlen(name) == 1 && strchr("DRrAa", *name));
        if ((i == 0 && first != 0) || first <= before || first >= conform->page_count || !pdf_is_dict(context, label) ||
            !known || integer_of(conform, label, "St", 1) < 1)
            fault(conform, CHECK_PAGE_LABELS, 0, 0, "the range from page %d is not well-formed", first);
        before = first;
    }
    if (before < 0)
        fault(conform, CHECK_PAGE_LABELS, 0, 0, "no page labels");
}

void check_catalog(struct conform *conform)
{
    check_marks(conform);
    check_intents(conform);
    check_forbidden(conform);
    check_labels(conform);
}

/* — pages — */

static void check_box(struct conform *conform, pdf_obj *page, int number)
{
    fz_rect box = pdf_to_rect(conform->context, pdf_dict_get_inheritable(conform->context, page, PDF_NAME(MediaBox)));
    float width = box.x1 - box.x0, height = box.y1 - box.y0;
    if (width < SIDE_LEAST || height < SIDE_LEAST || width > SIDE_MOST || height > SIDE_MOST)
        fault(conform, CHECK_PAGE_BOX, number, 0, "a page of %g by %g", (double)width, (double)height);
}

static void check_page(struct conform *conform, pdf_obj *page, int number)
{
    check_box(conform, page, number);
    if (has(conform, page, "PresSteps"))
        fault(conform, CHECK_PAGE_ENTRY, number, 0, "/PresSteps");
    if (has(conform, get(conform, page, "Group"), "S") &&
        !entry_is(conform, get(conform, page, "Group"), "S", "Transparency"))
        fault(conform, CHECK_PAGE_ENTRY, number, 0, "a group that is none of transparency");
    if (pdf_array_len(conform->context, get(conform, page, "Annots")) > 0 && !entry_is(conform, page, "Tabs", "S"))
        fault(conform, CHECK_TABS, number, 0,
              "the page has annotations, but its tab order is not that of the structure");
    check_annotations(conform, page, number);
    check_contents(conform, page, number);
}

/* The pages are known before: links and structure lead to them. */
void check_pages(struct conform *conform)
{
    for (int i = 0; i < conform->page_count; i++) {
        pdf_obj *page = pdf_lookup_page_obj(conform->context, conform->document, i);
        fz_try(conform->context) check_page(conform, page, i + 1);
        fz_catch(conform->context)
            fault(conform, CHECK_FILE_UNREADABLE, i + 1, 0, "%s", fz_caught_message(conform->context));
    }
}
