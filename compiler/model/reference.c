/* References both ways. */
#include "model/internal.h"

#include <string.h>

/* The ids a reference may name, for a suggestion. */
static const char *suggest_id(struct loader *loader, const struct field *field, const char *id)
{
    struct model *model = loader->model;
    struct names names = {0};
    if (loader->suggestions++ >= SUGGESTIONS)
        return "";
    for (const struct kind *const *kind = field->targets; *kind; kind++) {
        struct record *const *records;
        size_t count = model_kind_records(model, *kind, &records);
        for (size_t i = 0; i < count; i++)
            names_add(loader->arena, &names, records[i]->id);
    }
    return names_suggest(loader->arena, &names, id);
}

/* 「要員、役割」 / "person, role" and the files that hold them. */
static const char *target_words(struct loader *loader, const struct field *field, const char **files)
{
    const char *ja = "", *en = "";
    struct names places = {0};
    for (const struct kind *const *target = field->targets; *target; target++) {
        const struct kind *kind = *target;
        ja = arena_printf(loader->arena, "%s%s%s", ja, *ja ? "、" : "", kind->title.text[LANGUAGE_JA]);
        en = arena_printf(loader->arena, "%s%s%s", en, *en ? " or " : "", kind->title.text[LANGUAGE_EN]);
        if (kind->catalog && kind->shape == KIND_CATALOG)
            names_add(loader->arena, &places, kind->catalog);
        for (const char *const *pattern = kind->files; *pattern; pattern++)
            names_add(loader->arena, &places, *pattern);
    }
    *files = names_join(loader->arena, &places);
    return diag_words(loader->arena, ja, en);
}

/* References to a kind without any record have one cause: they are counted, and reported once. */
static bool note_nothing(struct loader *loader, const struct reference *reference)
{
    const struct kind *const *targets = reference->field->targets;
    struct record *const *records;
    if (!targets[0] || targets[1] || model_kind_records(loader->model, targets[0], &records) > 0)
        return false;
    struct nothing *nothing = &loader->nothing[kind_place(loader->model, targets[0])];
    if (!nothing->count++)
        nothing->first = *reference;
    return true;
}

static void report_nothing(struct loader *loader)
{
    for (size_t i = 0; i < loader->model->kind_count; i++) {
        const struct nothing *nothing = &loader->nothing[i];
        const char *files;
        if (!nothing->count)
            continue;
        const char *targets = target_words(loader, nothing->first.field, &files);
        diag_report(loader->diag, MESSAGE_REFERENCE_NOTHING, nothing->first.value->source, targets,
                    arena_printf(loader->arena, "%zu", nothing->count), nothing->first.value->text, files, NULL);
    }
}

static void report_dangling(struct loader *loader, const struct reference *reference)
{
    const char *id = reference->value->text, *files;
    for (const struct kind *const *kind = reference->field->targets; *kind; kind++)
        if (loader->model->incomplete[kind_place(loader->model, *kind)])
            return; /* it may stand in the file that could not be read */
    const char *targets = target_words(loader, reference->field, &files);
    struct record *other = model_find(loader->model, NULL, id);
    if (!other && note_nothing(loader, reference))
        return;
    if (!repeat_allowed(loader, MESSAGE_REFERENCE_UNKNOWN, reference->field->name, reference->value->source))
        return;
    if (other)
        diag_report_both(
            loader->diag, MESSAGE_REFERENCE_KIND, reference->value->source, record_source(other, "id"),
            field_words(loader->arena, reference->field), id, targets,
            diag_words(loader->arena, other->kind->title.text[LANGUAGE_JA], other->kind->title.text[LANGUAGE_EN]),
            NULL);
    else
        diag_report(loader->diag, MESSAGE_REFERENCE_UNKNOWN, reference->value->source,
                    field_words(loader->arena, reference->field), id, targets, suggest_id(loader, reference->field, id),
                    files, NULL);
}

static void resolve(struct loader *loader, struct record *record)
{
    struct reference *references = (struct reference *)(void *)record->references;
    size_t kept = 0;
    for (size_t i = 0; i < record->reference_count; i++) {
        struct reference reference = references[i];
        reference.target = model_resolve(loader->model, reference.field, reference.value);
        if (reference.target)
            references[kept++] = reference;
        else {
            report_dangling(loader, &reference);
            record_mark_wrong(loader, record, reference.place);
        }
    }
    record->reference_count = kept;
}

/* Who points at a record: counted first, then filled in. `last` is the last one counted for each record, so that
 * each stands once. */
void references_link(struct loader *loader)
{
    struct model *model = loader->model;
    struct record **last = arena_alloc(loader->arena, (model->record_count + 1) * sizeof *last);
    for (size_t i = 0; i < model->record_count; i++) {
        struct record *record = model->records[i];
        if (i && strcmp(record->source.file, model->records[i - 1]->source.file) != 0)
            repeats_flush(loader);
        resolve(loader, record);
        for (size_t j = 0; j < record->reference_count; j++) {
            struct record *target = record->references[j].target;
            target->referrer_count += last[target->index] != record;
            last[target->index] = record;
        }
    }
    report_nothing(loader);
    repeats_flush(loader);
    for (size_t i = 0; i < model->record_count; i++) {
        struct record *record = model->records[i];
        record->referrers = arena_alloc(loader->arena, (record->referrer_count + 1) * sizeof *record->referrers);
        record->referrer_count = 0;
        last[i] = NULL;
    }
    for (size_t i = 0; i < model->record_count; i++) {
        struct record *record = model->records[i];
        for (size_t j = 0; j < record->reference_count; j++) {
            struct record *target = record->references[j].target;
            if (last[target->index] == record)
                continue;
            last[target->index] = record;
            ((struct record **)(void *)target->referrers)[target->referrer_count++] = record;
        }
    }
}
