/* What content names: colour spaces, graphics states, images. */
#include "content.h"

#include <string.h>

void check_device(struct reader *reader, int components)
{
    int intent = reader->conform->intent_components;
    if (components == 1 ? intent == 0 : components != intent)
        fault(reader->conform, CHECK_COLOR_SPACE, reader->page, reader->object,
              "a device colour of %d components, which the output intent does not have", components);
}

static int components_of_device(struct conform *conform, pdf_obj *space)
{
    return name_is(conform, space, "DeviceGray")   ? 1
           : name_is(conform, space, "DeviceRGB")  ? 3
           : name_is(conform, space, "DeviceCMYK") ? 4
                                                   : 0;
}

/* Spaces made of others are judged by those. */
void check_color_space(struct reader *reader, pdf_obj *space, int depth)
{
    static const struct {
        const char *name;
        int base; /* index of the space it is made of; 0: none */
    } families[] = {{"CalGray", 0}, {"CalRGB", 0},  {"Lab", 0},        {"ICCBased", 0},
                    {"Indexed", 1}, {"Pattern", 1}, {"Separation", 2}, {"DeviceN", 2}};
    struct conform *conform = reader->conform;
    int device = components_of_device(conform, space);
    if (device) {
        check_device(reader, device);
        return;
    }
    if (!space || depth == 0 || name_is(conform, space, "Pattern"))
        return;
    pdf_obj *family = pdf_array_get(conform->context, space, 0);
    if (components_of_device(conform, family)) {
        check_device(reader, components_of_device(conform, family));
        return;
    }
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (name_is(conform, family, families[i].name)) {
            if (families[i].base)
                check_color_space(reader, pdf_array_get(conform->context, space, families[i].base), depth - 1);
            return;
        }
    complain(reader, CHECK_COLOR_SPACE, "an unknown colour space", "");
}

void check_intent(struct reader *reader, const char *name)
{
    static const char *const intents[] = {"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"};
    for (size_t i = 0; i < sizeof intents / sizeof *intents; i++)
        if (strcmp(name, intents[i]) == 0)
            return;
    complain(reader, CHECK_RENDERING_INTENT, "an unknown rendering intent: ", name);
}

static void check_blending(struct reader *reader, pdf_obj *mode)
{
    static const char *const modes[] = {"Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
                                        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
                                        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
    if (pdf_is_array(reader->conform->context, mode))
        mode = pdf_array_get(reader->conform->context, mode, 0);
    const char *name = pdf_to_name(reader->conform->context, mode);
    reader->transparent = reader->transparent || (strcmp(name, "Normal") != 0 && strcmp(name, "Compatible") != 0);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strcmp(name, modes[i]) == 0)
            return;
    complain(reader, CHECK_TRANSPARENCY, "an unknown blend mode: ", name);
}

void check_graphics_state(struct reader *reader, pdf_obj *state)
{
    struct conform *conform = reader->conform;
    static const char *const alphas[] = {"CA", "ca"};
    if (has(conform, state, "TR") || has(conform, state, "HTP") ||
        (has(conform, state, "TR2") && !entry_is(conform, state, "TR2", "Default")))
        complain(reader, CHECK_GRAPHICS_STATE, "a transfer function or the origin of a halftone", "");
    if (has(conform, state, "RI"))
        check_intent(reader, pdf_to_name(conform->context, get(conform, state, "RI")));
    if (has(conform, state, "BM"))
        check_blending(reader, get(conform, state, "BM"));
    for (int i = 0; i < 2; i++)
        if (has(conform, state, alphas[i]) && pdf_to_real(conform->context, get(conform, state, alphas[i])) < 1)
            reader->transparent = true;
    if (pdf_is_dict(conform->context, get(conform, state, "SMask")))
        reader->transparent = true;
}

void check_image(struct reader *reader, pdf_obj *image)
{
    struct conform *conform = reader->conform;
    fz_context *context = conform->context;
    int number = pdf_to_num(context, image), bits = integer_of(conform, image, "BitsPerComponent", 0);
    if (has(conform, image, "Alternates") || has(conform, image, "OPI"))
        fault(conform, CHECK_IMAGE, reader->page, number, "an image with alternates, or of OPI");
    if (pdf_to_bool(context, get(conform, image, "Interpolate")))
        fault(conform, CHECK_IMAGE, reader->page, number, "an image that is interpolated");
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
        fault(conform, CHECK_IMAGE, reader->page, number, "an image of %d bits a component", bits);
    if (has(conform, image, "Intent"))
        check_intent(reader, pdf_to_name(context, get(conform, image, "Intent")));
    if (!pdf_to_bool(context, get(conform, image, "ImageMask")))
        check_color_space(reader, get(conform, image, "ColorSpace"), 4);
    if (has(conform, image, "SMask")) {
        reader->transparent = true;
        if (!entry_is(conform, get(conform, image, "SMask"), "ColorSpace", "DeviceGray"))
            fault(conform, CHECK_IMAGE, reader->page, number, "the soft mask is not gray");
    }
}
