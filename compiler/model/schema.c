/* The kinds out of the schema files. A broken definition is reported and left out; the others stand. */
#include "model/internal.h"

#include <string.h>

static const char *const kind_keys[] = {"name",  "plural",  "shape",        "clause", "title", "title_field",
                                        "files", "catalog", "catalog_list", "fields", NULL};
static const char *const shape_names[] = {"list", "single", "file", "markdown", "nested", "catalog"};
enum { SHAPES = sizeof shape_names / sizeof *shape_names };

const char *schema_shape_name(enum kind_shape shape)
{
    return shape_names[shape];
}

const struct value *schema_positional(const struct value *value, int place)
{
    if (!value)
        return NULL;
    if (value->kind == VALUE_MAP) {
        const char key[] = {(char)('0' + place), '\0'};
        return value_get(value, key);
    }
    if (value->kind != VALUE_LIST)
        return NULL;
    const struct value *item = value->first;
    while (item && --place > 0)
        item = item->next;
    return item;
}

const char *schema_text(const struct value *value)
{
    return value && value->kind == VALUE_TEXT ? value->text : NULL;
}

struct label schema_label(const struct value *value, const char *otherwise)
{
    const char *plain = schema_text(value);
    const char *ja = plain ? plain : schema_text(value_get(value, "ja"));
    const char *en = plain ? plain : schema_text(value_get(value, "en"));
    return (struct label){{ja ? ja : en ? en : otherwise, en ? en : ja ? ja : otherwise}};
}

/* Lua tables do not know their lines: the first place of the quoted word, or of the word before `=`. */
struct source schema_place(struct schema *schema, const struct value *value, const char *word)
{
    struct source source = value ? value->source : (struct source){0};
    struct file *file = source.file && schema->tree ? tree_find(schema->tree, source.file) : NULL;
    if (!file || !word || !tree_load(schema->tree, file))
        return source;
    const char *dot = strrchr(word, '.');
    const char *quoted = arena_printf(schema->arena, "\"%s\"", dot ? dot + 1 : word);
    const char *at = strstr(file->text, quoted);
    if (!at)
        at = strstr(file->text, arena_printf(schema->arena, "%s =", dot ? dot + 1 : word));
    if (!at)
        return source;
    source.line = source.column = 1;
    for (const char *c = file->text; c < at; c++) {
        source.line += *c == '\n';
        source.column = *c == '\n' ? 1 : source.column + ((*c & 0xC0) != 0x80);
    }
    return source;
}

void schema_wrong(struct schema *schema, struct source source, const char *what, const char *ja, const char *en)
{
    diag_report(schema->diag, MESSAGE_SCHEMA_WRONG, source, what, diag_words(schema->arena, ja, en), NULL);
}

void schema_check_keys(struct schema *schema, const struct value *map, const char *const *known, const char *owner)
{
    if (map->kind != VALUE_MAP)
        return;
    for (const struct value *entry = map->first; entry; entry = entry->next) {
        const char *const *key = known;
        while (*key && strcmp(*key, entry->key) != 0)
            key++;
        if (*key)
            continue;
        struct names names = {0};
        for (key = known; *key; key++)
            if (**key > '9')
                names_add(schema->arena, &names, *key);
        diag_report(schema->diag, MESSAGE_SCHEMA_UNKNOWN, schema_place(schema, map, entry->key), owner, entry->key,
                    names_suggest(schema->arena, &names, entry->key), names_join(schema->arena, &names), NULL);
    }
}

/* May a kind of this shape have files with this pattern? */
static bool pattern_fits(enum kind_shape shape, const char *pattern)
{
    const char *dot = strrchr(pattern, '.');
    if (!dot || pattern[0] == '/' || strstr(pattern, ".."))
        return false;
    if (shape == KIND_MARKDOWN)
        return strcmp(dot, ".md") == 0;
    return strcmp(dot, ".yaml") == 0 || (shape == KIND_LIST && strcmp(dot, ".csv") == 0);
}

/* The patterns of `definition` after those the kind has. */
static void read_files(struct schema *schema, const struct value *definition, struct kind *kind)
{
    const struct value *files = value_get(definition, "files");
    struct names patterns = {0};
    for (const char *const *old = kind->files; old && *old; old++)
        names_add(schema->arena, &patterns, *old);
    const struct value *item = files && files->kind == VALUE_LIST ? files->first : files;
    for (; item; item = files->kind == VALUE_LIST ? item->next : NULL) {
        const char *pattern = schema_text(item);
        if (pattern && pattern_fits(kind->shape, pattern))
            names_add(schema->arena, &patterns, pattern);
        else
            schema_wrong(schema, schema_place(schema, definition, pattern ? pattern : "files"),
                         arena_printf(schema->arena, "%s.files", kind->name),
                         "木の中のパターンで、末尾が .yaml（一覧では .csv も、Markdown では .md）",
                         "patterns inside the tree that end in .yaml (a list also in .csv, Markdown in .md)");
    }
    bool needed = kind->shape != KIND_NESTED && kind->shape != KIND_CATALOG;
    if (needed && !patterns.count)
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, kind->name), kind->name,
                    "files", NULL);
    names_add(schema->arena, &patterns, NULL);
    kind->files = patterns.items;
}

static bool read_shape(struct schema *schema, const struct value *definition, const char *name, enum kind_shape *shape)
{
    const char *word = schema_text(value_get(definition, "shape"));
    for (int i = 0; word && i < SHAPES; i++)
        if (strcmp(shape_names[i], word) == 0) {
            *shape = (enum kind_shape)i;
            return true;
        }
    struct names names = {(const char **)(void *)shape_names, SHAPES, SHAPES};
    if (word)
        diag_report(schema->diag, MESSAGE_SCHEMA_UNKNOWN, schema_place(schema, definition, word), name, word,
                    names_suggest(schema->arena, &names, word), names_join(schema->arena, &names), NULL);
    else
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, name), name, "shape", NULL);
    return false;
}

static struct kind *find_kind(struct schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->count; i++)
        if (strcmp(schema->kinds[i].name, name) == 0)
            return &schema->kinds[i];
    return NULL;
}

static const char *text_or(const struct value *map, const char *key, const char *otherwise)
{
    const char *text = schema_text(value_get(map, key));
    return text ? text : otherwise;
}

/* The fields of `definition` after those the kind has. */
static void read_fields(struct schema *schema, const struct value *definition, struct kind *kind)
{
    const struct value *fields = value_get(definition, "fields");
    struct field_list list = {0};
    for (size_t i = 0; i < kind->field_count; i++) {
        list.items = grow(schema->arena, list.items, list.count, &list.capacity, sizeof *list.items);
        list.items[list.count++] = kind->fields[i];
    }
    if (fields && fields->kind == VALUE_LIST)
        schema_read_fields(schema, fields, kind->name, false, &list);
    else if (fields || !kind->fields)
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, "fields"), kind->name,
                    "fields", NULL);
    kind->fields = list.items;
    kind->field_count = list.count;
    const struct field *id = kind_field(kind, "id");
    if (kind->shape != KIND_SINGLE && (!id || id->type != FIELD_ID || !id->required))
        schema_wrong(schema, schema_place(schema, definition, "id"), kind->name,
                     "項目 { \"id\", \"id\", required = true } を持つ種類",
                     "a field { \"id\", \"id\", required = true }");
}

/* Words of a kind, from the definition or as they are. */
static void read_words(struct schema *schema, const struct value *definition, struct kind *kind)
{
    kind->plural = text_or(definition, "plural", kind->plural);
    kind->clause = text_or(definition, "clause", kind->clause);
    kind->title_field = text_or(definition, "title_field", kind->title_field);
    kind->catalog = text_or(definition, "catalog", kind->catalog);
    kind->catalog_list = text_or(definition, "catalog_list", kind->catalog_list);
    if (value_get(definition, "title") || !kind->title.text[LANGUAGE_JA])
        kind->title = schema_label(value_get(definition, "title"), kind->name);
    if (kind->shape == KIND_CATALOG && (!kind->catalog || !kind->catalog_list))
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, kind->name), kind->name,
                    "catalog, catalog_list", NULL);
}

static void read_kind(struct schema *schema, const struct value *definition)
{
    const char *name = definition->kind == VALUE_MAP ? schema_text(value_get(definition, "name")) : NULL;
    if (!name || !*name) {
        diag_report(schema->diag, MESSAGE_SCHEMA_FILE, definition->source,
                    definition->source.file ? definition->source.file : "", NULL);
        return;
    }
    schema_check_keys(schema, definition, kind_keys, name);
    struct kind *kind = find_kind(schema, name);
    enum kind_shape shape;
    if (kind) {
        if (value_get(definition, "shape") && read_shape(schema, definition, name, &shape) && shape != kind->shape)
            diag_report(schema->diag, MESSAGE_SCHEMA_CHANGED, schema_place(schema, definition, "shape"), name,
                        shape_names[shape], shape_names[kind->shape], NULL);
    } else {
        if (!read_shape(schema, definition, name, &shape))
            return;
        schema->kinds = grow(schema->arena, schema->kinds, schema->count, &schema->capacity, sizeof *schema->kinds);
        kind = &schema->kinds[schema->count++];
        *kind = (struct kind){.name = name,
                              .plural = arena_printf(schema->arena, "%ss", name),
                              .clause = "",
                              .title_field = "id",
                              .shape = shape};
    }
    read_words(schema, definition, kind);
    read_files(schema, definition, kind);
    read_fields(schema, definition, kind);
}

static void check_target(struct schema *schema, const struct kind *kind, const struct field *field, const char *name,
                         const struct value *list)
{
    if (find_kind(schema, name))
        return;
    struct names names = {0};
    for (size_t i = 0; i < schema->count; i++)
        names_add(schema->arena, &names, schema->kinds[i].name);
    const struct value *file = NULL;
    for (const struct value *item = list->first; item; item = item->next)
        if (strcmp(text_or(item, "name", ""), kind->name) == 0)
            file = item;
    diag_report(schema->diag, MESSAGE_SCHEMA_UNKNOWN, schema_place(schema, file, name),
                arena_printf(schema->arena, "%s.%s", kind->name, field->name), name,
                names_suggest(schema->arena, &names, name), names_join(schema->arena, &names), NULL);
}

static void check_targets(struct schema *schema, const struct kind *kind, const struct field *fields, size_t count,
                          const struct value *list)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        for (const char *const *to = field->to; to && *to; to++)
            check_target(schema, kind, field, *to, list);
        if (field->kind)
            check_target(schema, kind, field, field->kind, list);
        if (field->of)
            check_targets(schema, kind, field->of, 1, list);
        check_targets(schema, kind, field->fields, field->field_count, list);
    }
}

void schema_read(struct schema *schema, const struct value *list)
{
    for (const struct value *definition = list ? list->first : NULL; definition; definition = definition->next)
        read_kind(schema, definition);
    for (size_t i = 0; i < schema->count; i++) {
        struct kind *kind = &schema->kinds[i];
        check_targets(schema, kind, kind->fields, kind->field_count, list);
        if (!kind_field(kind, kind->title_field))
            kind->title_field = kind->field_count ? kind->fields[0].name : "id";
    }
}
