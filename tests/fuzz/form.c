/* Fuzz target: one page of a PDF as a form (pdf/form_read.c), by libqpdf. References go to objects that came before. */
#include <stdlib.h>
#include <string.h>

#include "lib/fuzz.h"
#include "pdf/form_read.h"

static void check_references(const char *entries, int before)
{
    for (const char *at = entries; (at = strchr(at, FORM_REFERENCE)) != NULL; at++) {
        must(at[1] >= '0' && at[1] <= '9');
        must(strtol(at + 1, NULL, 10) < before);
    }
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    enum shared_library_state state;
    char words[SHARED_LIBRARY_WORDS];
    struct form_reader *reader = form_reader_open(&state, words);
    if (!reader)
        return;
    const struct form *form = form_read(reader, fuzz->text, fuzz->length, 200, 300, fuzz->arena);
    must(!form || form->count > 0);
    for (int i = 0; form && i < form->count; i++) {
        const struct form_object *object = &form->objects[i];
        check_references(object->entries, i);
        buffer_printf(dump, "%d %s\n", object->stream, object->entries);
        if (object->stream)
            buffer_add(dump, object->bytes, object->length);
    }
    must(!form || form->objects[form->count - 1].stream);
    form_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("a.pdf", data, size, take);
}
