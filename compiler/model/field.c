/* Values with parts, and the entries of a map against the fields that are declared. */
#include "model/internal.h"

#include <string.h>

static struct value *empty_copy(struct loader *loader, const struct value *value, enum value_kind kind)
{
    struct value *copy = value_copy(loader->arena, value);
    copy->kind = kind;
    copy->first = copy->last = NULL;
    copy->count = 0;
    return copy;
}

static void add_reference(struct loader *loader, struct record_build *build, const struct field *field,
                          const struct value *value)
{
    build->references = grow(loader->arena, build->references, build->reference_count, &build->reference_capacity,
                             sizeof *build->references);
    build->references[build->reference_count++] =
        (struct reference){.field = field, .value = value, .place = build->place};
}

static void add_item(struct loader *loader, struct record_build *build, const struct field *of, struct value *list,
                     const struct value *item)
{
    const struct value *checked = field_check(loader, build, of, item);
    if (checked)
        value_append(list, value_copy(loader->arena, checked));
}

/* A cell with items between `;` or `、`. */
static void split_cell(struct loader *loader, struct record_build *build, const struct field *of, struct value *list,
                       const struct value *cell)
{
    for (const char *at = cell->text; *at;) {
        const char *end = at;
        size_t separator = 0;
        while (*end && !separator) {
            if (*end == ';')
                separator = 1;
            else if (strncmp(end, "、", 3) == 0 || strncmp(end, "；", 3) == 0)
                separator = 3;
            else
                end++;
        }
        const char *next = end + separator;
        while (*at == ' ' || *at == '\n')
            at++;
        while (end > at && (end[-1] == ' ' || end[-1] == '\n'))
            end--;
        if (end > at) {
            struct value *item = value_copy(loader->arena, cell);
            item->text = arena_strndup(loader->arena, at, (size_t)(end - at));
            add_item(loader, build, of, list, item);
        }
        at = next;
    }
}

static const struct value *check_list(struct loader *loader, struct record_build *build, const struct field *field,
                                      const struct value *value)
{
    struct value *list = empty_copy(loader, value, VALUE_LIST);
    if (value->kind == VALUE_LIST)
        for (const struct value *item = value->first; item; item = item->next)
            add_item(loader, build, field->of, list, item);
    else if (loader->csv && value_is_scalar(value))
        split_cell(loader, build, field->of, list, value);
    else
        add_item(loader, build, field->of, list, value);
    return list->count ? list : NULL;
}

/* Adds the checked values, in the order of the fields, as a map of its right entries. */
static const struct value *check_map(struct loader *loader, struct record_build *build, const struct field *field,
                                     const struct value *value)
{
    if (value->kind != VALUE_MAP) {
        report_type(loader, field, value);
        return NULL;
    }
    struct value *map = empty_copy(loader, value, VALUE_MAP);
    struct owner owner = {.field = field};
    const struct value **values = fields_check(loader, build, value, field->fields, field->field_count, &owner, NULL);
    for (size_t i = 0; i < field->field_count; i++)
        if (values[i]) {
            struct value *entry = value_copy(loader->arena, values[i]);
            entry->key = field->fields[i].name;
            value_append(map, entry);
        }
    return map;
}

static const struct value *check_records(struct loader *loader, struct record_build *build, const struct field *field,
                                         const struct value *value)
{
    struct kind *kind = (struct kind *)(void *)model_find_kind(loader->model, field->kind);
    if (!kind)
        return NULL;
    const struct value *item = value->kind == VALUE_LIST ? value->first : value;
    struct value *list = empty_copy(loader, value, VALUE_LIST);
    for (; item; item = value->kind == VALUE_LIST ? item->next : NULL) {
        if (item->kind != VALUE_MAP) {
            report_type(loader, field, item);
            kind_mark_incomplete(loader, kind);
            continue;
        }
        struct record *record = record_build(loader, kind, item, NULL, build->record, field);
        build->children.items = grow(loader->arena, build->children.items, build->children.count,
                                     &build->children.capacity, sizeof *build->children.items);
        build->children.items[build->children.count++] = record;
        value_append(list, value_copy(loader->arena, item));
    }
    return list->count ? list : NULL;
}

const struct value *field_check(struct loader *loader, struct record_build *build, const struct field *field,
                                const struct value *value)
{
    if (value->kind == VALUE_NULL)
        return NULL;
    const struct value *checked;
    switch (field->type) {
    case FIELD_LIST:
        return check_list(loader, build, field, value);
    case FIELD_MAP:
        return check_map(loader, build, field, value);
    case FIELD_RECORDS:
        return check_records(loader, build, field, value);
    case FIELD_REF:
        checked = scalar_check(loader, field, value);
        if (checked)
            add_reference(loader, build, field, checked);
        return checked;
    case FIELD_ANY:
        return value;
    default:
        return scalar_check(loader, field, value);
    }
}

static const char *by_title(const struct field *fields, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (strcmp(fields[i].title.text[language], key) == 0)
                return fields[i].name;
    return NULL;
}

/* Gives the name of the field that was probably meant, or NULL. */
static const char *report_unknown(struct loader *loader, const struct value *entry, const struct field *fields,
                                  size_t count, const struct owner *owner)
{
    struct arena *arena = loader->arena;
    struct names names = {0};
    for (size_t i = 0; i < count; i++)
        names_add(arena, &names, fields[i].name);
    const char *near = by_title(fields, count, entry->key);
    if (!near)
        near = diag_suggest(entry->key, names.items, names.count);
    if (repeat_allowed(loader, MESSAGE_KEY_UNKNOWN, entry->key, entry->key_source))
        diag_report(loader->diag, MESSAGE_KEY_UNKNOWN, entry->key_source, owner_words(arena, owner), entry->key,
                    near ? meant_words(arena, near) : "", names_join(arena, &names), NULL);
    return near;
}

static void check_required(struct loader *loader, const struct value *map, const struct field *fields, size_t count,
                           const struct owner *owner, const struct value **values, bool *wrong)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        if (!field->required || values[i] || wrong[i])
            continue;
        /* What stands there and is wrong has been reported as such; what is empty has not. */
        const struct value *there = value_get(map, field->name);
        bool empty = there && (value_is_scalar(there) ? there->kind == VALUE_NULL || text_is_blank(there->text)
                                                      : there->count == 0);
        struct source source = there ? there->source : map->source;
        wrong[i] = true;
        if (loader->csv && owner->kind && loader->absent && loader->absent[i])
            continue;
        if ((!there || empty) && repeat_allowed(loader, MESSAGE_FIELD_MISSING, field->name, source))
            diag_report(loader->diag, MESSAGE_FIELD_MISSING, source, owner_words(loader->arena, owner),
                        field_words(loader->arena, field), field->name, NULL);
    }
}

/* Where the entry's field stands in the list; files keep to one order, so the search starts behind the last one. */
static size_t find_field(const struct field *fields, size_t count, const char *name, size_t from)
{
    for (size_t i = 0; i < count; i++) {
        size_t place = from + i < count ? from + i : from + i - count;
        if (strcmp(fields[place].name, name) == 0)
            return place;
    }
    return count;
}

/* What the entry of the catalog has for fields that the map lacks. */
static void fields_from_catalog(struct loader *loader, struct record_build *build, const struct field *fields,
                                size_t count, const struct value *catalog, const struct value **values)
{
    bool csv = loader->csv, in_catalog = loader->in_catalog;
    loader->csv = false;
    loader->in_catalog = true;
    for (size_t i = 0; catalog && i < count; i++) {
        const struct value *entry = fields[i].from_catalog && !values[i] ? value_get(catalog, fields[i].name) : NULL;
        if (entry)
            values[i] = field_check(loader, build, &fields[i], entry);
    }
    loader->csv = csv;
    loader->in_catalog = in_catalog;
}

const struct value **fields_check(struct loader *loader, struct record_build *build, const struct value *map,
                                  const struct field *fields, size_t count, const struct owner *owner,
                                  const struct value *catalog)
{
    const struct value **values = arena_alloc(loader->arena, (count + 1) * sizeof *values);
    bool *wrong = arena_alloc(loader->arena, count + 1);
    size_t next = 0;
    for (const struct value *entry = map->first; entry; entry = entry->next) {
        size_t place = find_field(fields, count, entry->key, next), complaints = loader_complaints(loader);
        if (place < count) {
            if (owner->kind)
                build->place = place;
            values[place] = field_check(loader, build, &fields[place], entry);
            wrong[place] = loader_complaints(loader) > complaints;
            next = place + 1;
        } else if (!loader->in_catalog) {
            const char *meant = report_unknown(loader, entry, fields, count, owner);
            place = meant ? find_field(fields, count, meant, 0) : count;
            if (place < count)
                wrong[place] = true;
        }
    }
    fields_from_catalog(loader, build, fields, count, catalog, values);
    check_required(loader, map, fields, count, owner, values, wrong);
    for (size_t i = 0; owner->kind && i < count; i++)
        if (wrong[i])
            record_mark_wrong(loader, build->record, i);
    return values;
}
