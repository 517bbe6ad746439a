/* Files → records, by the shape of their kind. */
#include "model/internal.h"

#include <string.h>

#include "base/date.h"

size_t kind_place(const struct model *model, const struct kind *kind)
{
    return (size_t)(kind - model->kinds);
}

static void mark_nested(struct loader *loader, const struct field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct kind *kind = fields[i].kind ? model_find_kind(loader->model, fields[i].kind) : NULL;
        if (kind)
            kind_mark_incomplete(loader, kind);
        if (fields[i].of)
            mark_nested(loader, fields[i].of, 1);
        mark_nested(loader, fields[i].fields, fields[i].field_count);
    }
}

void kind_mark_incomplete(struct loader *loader, const struct kind *kind)
{
    size_t place = kind_place(loader->model, kind);
    bool before = loader->model->incomplete[place];
    loader->model->incomplete[place] = loader->model->doubtful[place] = true;
    if (!before)
        mark_nested(loader, kind->fields, kind->field_count);
}

void record_mark_wrong(struct loader *loader, struct record *record, size_t place)
{
    if (!record->wrong)
        record->wrong = arena_alloc(loader->arena, record->kind->field_count * sizeof *record->wrong);
    record->wrong[place] = true;
    loader->model->doubtful[kind_place(loader->model, record->kind)] = true;
}

static void add_record(struct loader *loader, struct record_list *list, struct record *record)
{
    list->items = grow(loader->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = record;
}

struct record *record_build(struct loader *loader, struct kind *kind, const struct value *map,
                            const struct value *catalog, struct record *parent, const struct field *parent_field)
{
    struct record *record = arena_alloc(loader->arena, sizeof *record);
    struct record_build build = {.record = record};
    struct owner owner = {.kind = kind, .id = value_get_text(map, "id", "")};
    *record = (struct record){.kind = kind,
                              .id = kind->shape == KIND_SINGLE ? kind->name : owner.id,
                              .source = map->source,
                              .fields = map,
                              .catalog = catalog,
                              .parent = parent,
                              .parent_field = parent_field};
    add_record(loader, &loader->lists[kind_place(loader->model, kind)], record);
    record->values = fields_check(loader, &build, map, kind->fields, kind->field_count, &owner, catalog);
    if (kind->shape != KIND_SINGLE)
        record->id = record_get(record, "id") ? record_get(record, "id")->text : "";
    if (!*record->id)
        kind_mark_incomplete(loader, kind);
    record->references = build.references;
    record->reference_count = build.reference_count;
    record->children = build.children.items;
    record->child_count = build.children.count;
    return record;
}

static void report_content(struct loader *loader, const struct kind *kind, const struct file *file,
                           const struct value *value, const char *ja, const char *en)
{
    struct source source = value ? value->source : (struct source){file->path, 0, 0};
    const char *found = diag_words(loader->arena, "ファイルが空です", "the file is empty");
    if (value)
        found =
            diag_words(loader->arena,
                       arena_printf(loader->arena, "ここにあるのは%sです", value_kind_name(value->kind, LANGUAGE_JA)),
                       arena_printf(loader->arena, "here is %s", value_kind_name(value->kind, LANGUAGE_EN)));
    diag_report(loader->diag, MESSAGE_FILE_CONTENT, source, file->path,
                diag_words(loader->arena, arena_printf(loader->arena, ja, kind->title.text[LANGUAGE_JA]),
                           arena_printf(loader->arena, en, kind->title.text[LANGUAGE_EN])),
                found, NULL);
    kind_mark_incomplete(loader, kind);
}

static void load_list(struct loader *loader, struct kind *kind, const struct file *file, const struct value *value,
                      const struct map *entries)
{
    if (!value || value->kind == VALUE_NULL)
        return;
    if (value->kind != VALUE_LIST) {
        report_content(loader, kind, file, value, "「%s」の一覧（「- id: …」の並び）",
                       "a list of \"%s\" (items of the form `- id: …`)");
        return;
    }
    if (loader->csv)
        value = csv_shape(loader, kind, value);
    for (const struct value *item = value->first; item; item = item->next) {
        if (item->kind != VALUE_MAP) {
            report_content(loader, kind, file, item, "「%s」の項目の組（例: 「- id: …」）",
                           "a map of the fields of \"%s\" (such as `- id: …`)");
            continue;
        }
        const char *id = value_get_text(item, "id", "");
        record_build(loader, kind, item, entries ? map_get(entries, id) : NULL, NULL, NULL);
    }
}

/* A file that holds one record. */
static void load_one(struct loader *loader, struct kind *kind, const struct file *file, const struct value *value,
                     bool unreadable)
{
    struct record_list *list = &loader->lists[kind_place(loader->model, kind)];
    if (kind->shape == KIND_SINGLE && list->count) {
        struct source source = {file->path, 0, 0}, first = {list->items[0]->source.file, 0, 0};
        diag_report_both(loader->diag, MESSAGE_FILE_SECOND, source, first,
                         diag_words(loader->arena, kind->title.text[LANGUAGE_JA], kind->title.text[LANGUAGE_EN]),
                         first.file, NULL);
        return;
    }
    if (value && value->kind == VALUE_MAP)
        record_build(loader, kind, value, NULL, NULL, NULL);
    else if (value || !unreadable)
        report_content(loader, kind, file, value, "「%s」1件の項目", "the fields of one \"%s\"");
}

static void load_markdown(struct loader *loader, struct kind *kind, const struct file *file)
{
    size_t errors = diag_count_level(loader->diag, DIAG_ERROR);
    struct markdown markdown = markdown_read(file->path, file->text, file->length, loader->arena, loader->diag);
    if (markdown.front && markdown.front->kind == VALUE_MAP) {
        struct record *record = record_build(loader, kind, markdown.front, NULL, NULL, NULL);
        record->body = markdown.body;
        return;
    }
    kind_mark_incomplete(loader, kind);
    tree_mark_unread(loader->tree, file->path);
    if (diag_count_level(loader->diag, DIAG_ERROR) == errors)
        diag_report(loader->diag, MESSAGE_FRONT_MATTER, (struct source){file->path, 1, 1}, file->path, NULL);
}

static void load_file(struct loader *loader, struct kind *kind, struct file *file, const struct map *entries)
{
    size_t errors = diag_count_level(loader->diag, DIAG_ERROR);
    if (!tree_load(loader->tree, file)) {
        kind_mark_incomplete(loader, kind);
        return;
    }
    const char *extension = strrchr(file->path, '.');
    loader->csv = strcmp(extension, ".csv") == 0;
    if (kind->shape == KIND_MARKDOWN) {
        load_markdown(loader, kind, file);
    } else {
        struct value *value = loader->csv
                                  ? csv_read(file->path, file->text, file->length, loader->arena, loader->diag)
                                  : yaml_read(file->path, file->text, file->length, loader->arena, loader->diag);
        bool damaged = diag_count_level(loader->diag, DIAG_ERROR) > errors;
        if (damaged) {
            kind_mark_incomplete(loader, kind);
            tree_mark_unread(loader->tree, file->path);
        }
        if (kind->shape == KIND_LIST)
            load_list(loader, kind, file, value, entries);
        else
            load_one(loader, kind, file, value, !value && damaged);
    }
    repeats_flush(loader);
    loader->csv = false;
    loader->absent = NULL;
}

static bool belongs(const struct kind *kind, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (strcmp(slash ? slash + 1 : path, "README.md") == 0)
        return false;
    for (const char *const *pattern = kind->files; *pattern; pattern++)
        if (path_match(*pattern, path))
            return true;
    return false;
}

/* Would a file of this kind have its place at the path, or in the directory of this path? */
static bool may_hold(const struct kind *kind, const char *path, struct arena *arena)
{
    static const char *const extensions[] = {".yaml", ".csv", ".md"};
    size_t length = strlen(path);
    if (!length || belongs(kind, path))
        return true;
    for (const char *const *pattern = kind->files; *pattern; pattern++)
        if (strncmp(*pattern, path, length) == 0 && (*pattern)[length] == '/')
            return true;
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (belongs(kind, arena_printf(arena, "%s/x%s", path, extensions[i])))
            return true;
    return false;
}

static void mark_unread(struct loader *loader)
{
    for (size_t i = 0; i < tree_unread_count(loader->tree); i++)
        for (size_t j = 0; j < loader->model->kind_count; j++)
            if (may_hold(&loader->model->kinds[j], tree_unread(loader->tree, i), loader->arena))
                kind_mark_incomplete(loader, &loader->model->kinds[j]);
}

/* The files of every kind, each of the first kind it belongs to. */
static void load_kinds(struct loader *loader)
{
    struct model *model = loader->model;
    size_t files = tree_count(loader->tree);
    bool *taken = arena_alloc(loader->arena, files + 1);
    for (size_t i = 0; i < model->kind_count; i++) {
        struct kind *kind = &model->kinds[i];
        struct map *entries = catalog_open(loader, kind);
        for (size_t j = 0; j < files; j++) {
            struct file *file = tree_file(loader->tree, j);
            if (taken[j] || !belongs(kind, file->path))
                continue;
            taken[j] = true;
            load_file(loader, kind, file, entries);
        }
        loader->in_catalog = true;
        for (size_t j = 0; kind->shape == KIND_CATALOG && entries && j < map_count(entries); j++) {
            const struct value *entry = map_value(entries, j);
            record_build(loader, kind, entry, entry, NULL, NULL);
        }
        loader->in_catalog = false;
    }
    stray_report(loader, taken);
}

/* One list of all records, those of a kind together, and the index of their ids. */
static void gather(struct loader *loader)
{
    struct model *model = loader->model;
    size_t count = 0;
    for (size_t i = 0; i < model->kind_count; i++)
        count += loader->lists[i].count;
    model->records = arena_alloc(loader->arena, (count + 1) * sizeof *model->records);
    model->kind_start = arena_alloc(loader->arena, (model->kind_count + 1) * sizeof *model->kind_start);
    model->ids = arena_alloc(loader->arena, (model->kind_count + 1) * sizeof(struct map *));
    for (size_t i = 0; i < model->kind_count; i++) {
        model->kind_start[i] = model->record_count;
        model->ids[i] = map_new(loader->arena);
        for (size_t j = 0; j < loader->lists[i].count; j++) {
            struct record *record = loader->lists[i].items[j], *first = map_get(model->ids[i], record->id);
            record->index = model->record_count;
            model->records[model->record_count++] = record;
            if (first && *record->id)
                diag_report_both(loader->diag, MESSAGE_ID_DUPLICATE, record_source(record, "id"),
                                 record_source(first, "id"),
                                 diag_words(loader->arena, record->kind->title.text[LANGUAGE_JA],
                                            record->kind->title.text[LANGUAGE_EN]),
                                 record->id, NULL);
            else if (*record->id)
                map_set(model->ids[i], record->id, record);
        }
    }
    model->kind_start[model->kind_count] = model->record_count;
}

/* Names of kinds as kinds, now that the array of kinds stands. */
static void find_targets(struct model *model, struct field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct field *field = &fields[i];
        size_t named = 0, found = 0;
        while (field->to && field->to[named])
            named++;
        const struct kind **targets = field->to ? arena_alloc(model->arena, (named + 1) * sizeof *targets) : NULL;
        for (size_t j = 0; j < named; j++) {
            const struct kind *kind = model_find_kind(model, field->to[j]);
            if (kind)
                targets[found++] = kind;
        }
        field->targets = targets;
        if (field->of)
            find_targets(model, (struct field *)(void *)field->of, 1);
        find_targets(model, (struct field *)(void *)field->fields, field->field_count);
    }
}

struct model *model_load(struct tree *tree, const struct value *schema, catalog_fn catalog, void *context,
                         struct arena *arena, struct diag *diag)
{
    struct schema kinds = {.arena = arena, .diag = diag, .tree = tree};
    schema_read(&kinds, schema);
    struct model *model = arena_alloc(arena, sizeof *model);
    *model = (struct model){.arena = arena, .tree = tree, .kinds = kinds.kinds, .kind_count = kinds.count};
    model->incomplete = arena_alloc(arena, kinds.count + 1);
    model->doubtful = arena_alloc(arena, kinds.count + 1);
    for (size_t i = 0; i < kinds.count; i++)
        find_targets(model, (struct field *)(void *)kinds.kinds[i].fields, kinds.kinds[i].field_count);
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    *loader = (struct loader){.model = model,
                              .arena = arena,
                              .diag = diag,
                              .tree = tree,
                              .catalog = catalog,
                              .catalog_context = context,
                              .nothing = arena_alloc(arena, (kinds.count + 1) * sizeof(struct nothing)),
                              .lists = arena_alloc(arena, (kinds.count + 1) * sizeof(struct record_list))};
    mark_unread(loader);
    load_kinds(loader);
    gather(loader);
    references_link(loader);
    return model;
}
