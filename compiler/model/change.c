/* A value changed after loading, to ask what would follow. Nothing but the records in memory changes. */
#include "model/internal.h"

#include <string.h>

static const struct field *find_field(const struct field *fields, size_t count, const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(fields[i].name) == length && strncmp(fields[i].name, name, length) == 0)
            return &fields[i];
    return NULL;
}

static bool is_leaf(const struct field *field)
{
    return field->type == FIELD_TEXT || field->type == FIELD_STRING || field->type == FIELD_DATE ||
           field->type == FIELD_INTEGER || field->type == FIELD_NUMBER || field->type == FIELD_BOOLEAN ||
           field->type == FIELD_ENUM;
}

/* A copy of the map (or a new one) with this entry, in the order of the fields. */
static const struct value *with_entry(struct arena *arena, const struct field *field, const struct value *map,
                                      struct value *entry)
{
    struct value *copy = arena_alloc(arena, sizeof *copy);
    *copy = (struct value){.kind = VALUE_MAP, .text = "", .source = map ? map->source : entry->source};
    for (size_t i = 0; i < field->field_count; i++) {
        const struct value *old = value_get(map, field->fields[i].name);
        if (strcmp(field->fields[i].name, entry->key) == 0)
            value_append(copy, entry);
        else if (old)
            value_append(copy, value_copy(arena, old));
    }
    return copy;
}

/* The value of `field` with what the rest of the path names changed; NULL when that cannot be (reported, or
 * `*unknown` set when there is no such field). */
static const struct value *change(struct loader *loader, const struct field *field, const struct value *old,
                                  const char *path, const char *text, bool *unknown)
{
    if (!*path && is_leaf(field)) {
        struct value written = {.kind = VALUE_TEXT, .text = arena_strdup(loader->arena, text)};
        return scalar_check(loader, field, value_copy(loader->arena, &written));
    }
    size_t length = strcspn(path, ".");
    const struct field *inner =
        field->type == FIELD_MAP && *path ? find_field(field->fields, field->field_count, path, length) : NULL;
    if (!inner) {
        *unknown = true;
        return NULL;
    }
    const struct value *changed =
        change(loader, inner, value_get(old, inner->name), path + length + (path[length] == '.'), text, unknown);
    if (!changed)
        return NULL;
    struct value *entry = value_copy(loader->arena, changed);
    entry->key = inner->name;
    return with_entry(loader->arena, field, old, entry);
}

static void set(const struct record *record, const struct field *field, const struct value *value)
{
    /* The array was made by the loader and is ours to write; only others see it as constant. */
    const struct value **values = (const struct value **)(void *)record->values;
    values[field - record->kind->fields] = value;
}

enum model_changed model_change(struct model *model, const struct record *record, const char *path, const char *text,
                                struct diag *diag)
{
    struct loader *loader = arena_alloc(model->arena, sizeof *loader);
    *loader = (struct loader){.model = model, .arena = model->arena, .diag = diag, .tree = model->tree, .csv = true};
    size_t length = strcspn(path, ".");
    const struct field *field = find_field(record->kind->fields, record->kind->field_count, path, length);
    bool unknown = !field;
    if (!field)
        return MODEL_CHANGE_UNKNOWN;
    const struct value *value = change(loader, field, record->values[field - record->kind->fields],
                                       path + length + (path[length] == '.'), text, &unknown);
    if (!value)
        return unknown ? MODEL_CHANGE_UNKNOWN : MODEL_CHANGE_REFUSED;
    set(record, field, value);
    return MODEL_CHANGE_DONE;
}

bool model_clear(const struct record *record, const char *name)
{
    const struct field *field = kind_field(record->kind, name);
    if (!field || !record->values[field - record->kind->fields])
        return false;
    set(record, field, NULL);
    return true;
}
