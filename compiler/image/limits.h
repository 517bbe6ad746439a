/* What a picture may take of memory, time and stack. A file beyond is refused with its reason, never cut. */
#ifndef TEKIGO_IMAGE_LIMITS_H
#define TEKIGO_IMAGE_LIMITS_H

enum {
    IMAGE_SIDE_MAX = 100000,           /* pixels; a larger claim is taken for a broken file */
    SVG_BYTES_MAX = 20000000,          /* of a drawing; maps of whole cities have less */
    SVG_DEPTH_MAX = 128,               /* elements within elements; drawing programs stay below 40 */
    SVG_ATTRIBUTES_MAX = 128,          /* of an element: the parser compares each with all others */
    SVG_NAMESPACES_MAX = 256,          /* in force at one place: the parser searches them for every name */
    SVG_ELEMENTS_MAX = 1000000,        /* what librsvg loads at most */
    SVG_DRAWN_MAX = 500000,            /* elements drawn by reference, each as often as it is drawn; as librsvg */
    SVG_REFERENCE_DEPTH_MAX = 400,     /* elements and references below one element, on the stack of the program */
    SVG_EMBEDDED_PIXELS_MAX = 50000000 /* of all photographs within a drawing: 200 MB when decoded */
};

#endif
