/* Lists of names in messages, and arrays that grow. */
#include "model/internal.h"

#include <string.h>

#include "base/buffer.h"

enum { NAMES_SHOWN = 40 };

void *grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 8;
    void *larger = arena_alloc(arena, *capacity * size);
    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

void names_add(struct arena *arena, struct names *names, const char *name)
{
    names->items = grow(arena, names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = name;
}

const char *names_join(struct arena *arena, const struct names *names)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < names->count && i < NAMES_SHOWN; i++) {
        buffer_add_text(&buffer, i ? ", " : "");
        buffer_add_text(&buffer, names->items[i]);
    }
    if (names->count > NAMES_SHOWN)
        buffer_add_text(&buffer, ", …");
    const char *joined = arena_strndup(arena, buffer.data ? buffer.data : "", buffer.length);
    buffer_free(&buffer);
    return joined;
}

const char *names_suggest(struct arena *arena, const struct names *names, const char *name)
{
    const char *near = diag_suggest(name, names->items, names->count);
    return near ? meant_words(arena, near) : "";
}

const char *meant_words(struct arena *arena, const char *near)
{
    return diag_words(arena, arena_printf(arena, "。「%s」ではありませんか", near),
                      arena_printf(arena, "; did you mean \"%s\"?", near));
}

const char *field_words(struct arena *arena, const struct field *field)
{
    const char *ja = field->title.text[LANGUAGE_JA], *en = field->title.text[LANGUAGE_EN];
    return diag_words(arena,
                      strcmp(ja, field->name) ? arena_printf(arena, "「%s」（%s）", ja, field->name)
                                              : arena_printf(arena, "「%s」", ja),
                      strcmp(en, field->name) ? arena_printf(arena, "\"%s\" (%s)", en, field->name)
                                              : arena_printf(arena, "\"%s\"", en));
}

const char *owner_words(struct arena *arena, const struct owner *owner)
{
    if (owner->field)
        return field_words(arena, owner->field);
    const char *space = owner->id && *owner->id ? " " : "", *id = owner->id ? owner->id : "";
    const struct label *title = &owner->kind->title;
    return diag_words(arena, arena_printf(arena, "%s%s%s", title->text[LANGUAGE_JA], space, id),
                      arena_printf(arena, "%s%s%s", title->text[LANGUAGE_EN], space, id));
}
