#include "image/image.h"

#include <string.h>
#include <strings.h>

#include "image/size.h"
#include "image/svg.h"

static const struct {
    const char *ending;
    enum picture_kind kind;
} endings[] = {{".png", PICTURE_PNG}, {".jpg", PICTURE_JPEG}, {".jpeg", PICTURE_JPEG}, {".svg", PICTURE_SVG}};

static enum picture_kind kind_by_name(const char *path)
{
    const char *name = strrchr(path, '/'), *dot = strrchr(name ? name : path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i].ending) == 0)
            return endings[i].kind;
    return PICTURE_OTHER;
}

static const char *kind_name(enum picture_kind kind, struct arena *arena)
{
    if (kind == PICTURE_SVG)
        return diag_words(arena, "マークアップ（SVG、HTML など）", "markup (SVG, HTML …)");
    return kind == PICTURE_PNG ? "PNG" : "JPEG";
}

/* The buffer's bytes as the picture's, in the arena. */
static void keep(struct picture *picture, const struct buffer *bytes, struct arena *arena)
{
    picture->length = bytes->length;
    picture->bytes = (const unsigned char *)arena_strndup(arena, bytes->data, bytes->length);
}

const struct picture *picture_read(const char *path, const unsigned char *bytes, size_t length, struct source use,
                                   struct arena *arena, struct diag *diag)
{
    struct picture *picture = arena_alloc(arena, sizeof *picture);
    enum picture_kind kind = picture_kind(bytes, length);
    struct picture_size size = {0};
    struct buffer clean = {0};
    if (kind == PICTURE_OTHER) {
        diag_report(diag, MESSAGE_IMAGE_UNREADABLE, use, path, NULL);
    } else if (kind != kind_by_name(path)) {
        diag_report(diag, MESSAGE_IMAGE_ENDING, use, path, kind_name(kind, arena), NULL);
    } else if (kind == PICTURE_SVG) {
        if (svg_clean(path, (const char *)bytes, length, &clean, &size, arena, diag))
            keep(picture, &clean, arena);
    } else if (picture_measure(kind, bytes, length, &size)) {
        picture->bytes = bytes;
        picture->length = length;
    } else {
        diag_report(diag, MESSAGE_IMAGE_UNREADABLE, use, path, NULL);
    }
    if (picture->bytes) {
        picture->width = size.width;
        picture->height = size.height;
    }
    buffer_free(&clean);
    return picture;
}
