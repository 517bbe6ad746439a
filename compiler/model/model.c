/* Questions to a model that stands. */
#include "model/internal.h"

#include <string.h>

size_t model_kind_count(const struct model *model)
{
    return model->kind_count;
}

const struct kind *model_kind(const struct model *model, size_t index)
{
    return &model->kinds[index];
}

const struct kind *model_find_kind(const struct model *model, const char *name)
{
    for (size_t i = 0; i < model->kind_count; i++)
        if (strcmp(model->kinds[i].name, name) == 0)
            return &model->kinds[i];
    return NULL;
}

size_t model_record_count(const struct model *model)
{
    return model->record_count;
}

struct record *model_record(const struct model *model, size_t index)
{
    return model->records[index];
}

size_t model_kind_records(const struct model *model, const struct kind *kind, struct record *const **first)
{
    size_t place = kind_place(model, kind);
    *first = model->records + model->kind_start[place];
    return model->kind_start[place + 1] - model->kind_start[place];
}

struct record *model_find(const struct model *model, const struct kind *kind, const char *id)
{
    if (kind)
        return map_get(model->ids[kind_place(model, kind)], id);
    for (size_t i = 0; i < model->kind_count; i++) {
        struct record *record = map_get(model->ids[i], id);
        if (record)
            return record;
    }
    return NULL;
}

struct record *model_resolve(const struct model *model, const struct field *field, const struct value *value)
{
    for (const struct kind *const *kind = field->targets; *kind; kind++) {
        struct record *record = model_find(model, *kind, value->text);
        if (record)
            return record;
    }
    return NULL;
}

const struct field *kind_field(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (strcmp(kind->fields[i].name, name) == 0)
            return &kind->fields[i];
    return NULL;
}

const struct value *record_get(const struct record *record, const char *name)
{
    const struct field *field = kind_field(record->kind, name);
    return field ? record->values[field - record->kind->fields] : NULL;
}

struct source record_source(const struct record *record, const char *name)
{
    const struct value *value = value_get(record->fields, name);
    return value ? value->source : record->source;
}

const char *record_name(const struct record *record, enum language language)
{
    const struct value *value = record_get(record, record->kind->title_field);
    if (value && value->kind == VALUE_MAP) {
        const char *wanted = value_get_text(value, language == LANGUAGE_JA ? "ja" : "en", NULL);
        return wanted ? wanted : value->first->text;
    }
    return value && value->kind == VALUE_TEXT ? value->text : record->id;
}

struct tree *model_tree(const struct model *model)
{
    return model->tree;
}

static bool is_marked(const struct model *model, const bool *marks, const struct kind *kind)
{
    if (kind)
        return marks[kind_place(model, kind)];
    for (size_t i = 0; i < model->kind_count; i++)
        if (marks[i])
            return true;
    return false;
}

bool model_is_incomplete(const struct model *model, const struct kind *kind)
{
    return is_marked(model, model->incomplete, kind);
}

bool model_is_doubtful(const struct model *model, const struct kind *kind)
{
    return is_marked(model, model->doubtful, kind);
}
