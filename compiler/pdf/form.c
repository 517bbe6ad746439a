#include "pdf/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "pdf/file.h"

/* The entries with the numbers that the objects have in this file. */
static const char *numbered(const char *entries, const int *numbers, struct arena *arena)
{
    const char *reference = strchr(entries, FORM_REFERENCE);
    if (!reference)
        return entries;
    struct buffer text = {0};
    for (; reference; reference = strchr(entries, FORM_REFERENCE)) {
        char *end;
        long index = strtol(reference + 1, &end, 10);
        buffer_add(&text, entries, (size_t)(reference - entries));
        buffer_printf(&text, "%d 0 R", numbers[index]);
        entries = end;
    }
    buffer_add_text(&text, entries);
    const char *result = arena_strndup(arena, text.data, text.length);
    buffer_free(&text);
    return result;
}

int form_write(struct pdf_file *file, const struct form *form, struct arena *arena)
{
    int *numbers = arena_alloc(arena, (size_t)form->count * sizeof *numbers);
    for (int i = 0; i < form->count; i++) {
        const struct form_object *object = &form->objects[i];
        const char *entries = numbered(object->entries, numbers, arena);
        numbers[i] = object->stream ? pdf_file_stream(file, entries, object->bytes, object->length, COMPRESSION_NONE)
                                    : pdf_file_object(file, entries);
    }
    return numbers[form->count - 1];
}
