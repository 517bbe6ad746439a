/* Definitions of fields: `{ name, type, options… }`. */
#include "model/internal.h"

#include <string.h>

enum { FIELD_DEPTH = 16 };

static const char *const type_names[] = {"id",   "text", "string", "date", "integer", "number",  "boolean",
                                         "enum", "ref",  "file",   "list", "map",     "records", "any"};
static const char *const tone_names[] = {"none", "low", "medium", "high", "critical", "good"};
static const char *const field_keys[] = {"1",      "2",  "required", "title",  "help", "from_catalog", "min", "max",
                                         "values", "to", "of",       "fields", NULL};
static const char *const choice_keys[] = {"1", "ja", "en", "tone", NULL};
/* What records answer in Lua beside their fields. */
static const char *const reserved_names[] = {"kind", "name_text", "path",      "catalog", "refs",        "label",
                                             "tone", "has_body",  "body_text", "sha256",  "file_exists", "figures"};

const char *schema_type_name(enum field_type type)
{
    return type_names[type];
}

static int find_name(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return (int)i;
    return -1;
}

static bool read_type(struct schema *schema, const struct value *definition, const char *owner, enum field_type *type,
                      int place)
{
    const char *name = schema_text(schema_positional(definition, place));
    if (!name) {
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, owner), owner,
                    diag_words(schema->arena, "型", "a type"), NULL);
        return false;
    }
    size_t count = sizeof type_names / sizeof *type_names;
    int found = find_name(type_names, count, name);
    if (found >= 0) {
        *type = (enum field_type)found;
        return true;
    }
    struct names names = {(const char **)(void *)type_names, count, count};
    diag_report(schema->diag, MESSAGE_SCHEMA_UNKNOWN, schema_place(schema, definition, name), owner, name,
                names_suggest(schema->arena, &names, name), names_join(schema->arena, &names), NULL);
    return false;
}

static void read_choice(struct schema *schema, const struct value *item, const char *owner, struct choice *choice)
{
    choice->id = schema_text(item) ? schema_text(item) : schema_text(schema_positional(item, 1));
    if (!choice->id) {
        choice->id = "";
        schema_wrong(schema, schema_place(schema, item, owner), owner,
                     "values の各項目が { \"id\", ja = …, en = … } の形",
                     "values of the form { \"id\", ja = …, en = … }");
    }
    choice->title = schema_label(item->kind == VALUE_MAP ? item : NULL, choice->id);
    schema_check_keys(schema, item, choice_keys, owner);
    const char *tone = schema_text(value_get(item, "tone"));
    int found = tone ? find_name(tone_names, sizeof tone_names / sizeof *tone_names, tone) : 0;
    if (found < 0)
        schema_wrong(schema, schema_place(schema, item, tone), owner,
                     "tone が none, low, medium, high, critical, good のいずれか",
                     "a tone of none, low, medium, high, critical, good");
    choice->tone = found > 0 ? (enum tone)found : TONE_NONE;
}

static void read_choices(struct schema *schema, const struct value *definition, const char *owner, struct field *field)
{
    const struct value *values = value_get(definition, "values");
    if (!values || values->kind != VALUE_LIST || !values->count) {
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, field->name), owner,
                    "values", NULL);
        return;
    }
    struct choice *choices = arena_alloc(schema->arena, values->count * sizeof *choices);
    for (const struct value *item = values->first; item; item = item->next)
        read_choice(schema, item, owner, &choices[field->choice_count++]);
    field->choices = choices;
}

static void read_targets(struct schema *schema, const struct value *definition, const char *owner, struct field *field)
{
    const struct value *to = value_get(definition, "to");
    size_t count = to && to->kind == VALUE_LIST ? to->count : to && schema_text(to) ? 1 : 0;
    const char **kinds = arena_alloc(schema->arena, (count + 1) * sizeof *kinds);
    field->to = kinds;
    if (!count)
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, field->name), owner, "to",
                    NULL);
    else if (to->kind != VALUE_LIST)
        *kinds = schema_text(to);
    else
        for (const struct value *item = to->first; item; item = item->next)
            *kinds++ = schema_text(item) ? schema_text(item) : "";
}

static long read_limit(struct schema *schema, const struct value *definition, const char *key, const char *owner,
                       long otherwise)
{
    const struct value *value = value_get(definition, key);
    if (!value)
        return otherwise;
    if (value->kind == VALUE_INTEGER)
        return (long)value->as.integer;
    schema_wrong(schema, schema_place(schema, definition, key), owner, "min と max が整数",
                 "min and max that are integers");
    return otherwise;
}

static bool flag(const struct value *definition, const char *key)
{
    const struct value *value = value_get(definition, key);
    return value && value->kind == VALUE_BOOL && value->as.boolean;
}

static bool read_rest(struct schema *schema, const struct value *definition, const char *owner, struct field *field,
                      int depth);

/* The type of the items of a list: `of = { type, options… }`, without a name of its own. */
static bool read_items(struct schema *schema, const struct value *definition, const char *owner, struct field *field,
                       int depth)
{
    const struct value *of = value_get(definition, "of");
    struct field *item = arena_alloc(schema->arena, sizeof *item);
    if (!of) {
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, field->name), owner, "of",
                    NULL);
        return false;
    }
    *item = (struct field){.name = field->name, .title = field->title, .help = field->help, .min = 1, .max = 0};
    field->of = item;
    return read_type(schema, of, owner, &item->type, 1) && read_rest(schema, of, owner, item, depth + 1);
}

static bool read_parts(struct schema *schema, const struct value *definition, const char *owner, struct field *field)
{
    const struct value *fields = value_get(definition, "fields");
    if (!fields || fields->kind != VALUE_LIST || !fields->count) {
        diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, field->name), owner,
                    "fields", NULL);
        return false;
    }
    struct field_list parts = {0};
    schema_read_fields(schema, fields, owner, true, &parts);
    field->fields = parts.items;
    field->field_count = parts.count;
    return true;
}

/* What depends on the type. */
static bool read_rest(struct schema *schema, const struct value *definition, const char *owner, struct field *field,
                      int depth)
{
    if (depth > FIELD_DEPTH) {
        schema_wrong(schema, schema_place(schema, definition, owner), owner, "入れ子が16段以内",
                     "at most 16 levels of nesting");
        return false;
    }
    schema_check_keys(schema, definition, field_keys, owner);
    field->min = read_limit(schema, definition, "min", owner, 1);
    field->max = read_limit(schema, definition, "max", owner, 0);
    if (value_get(definition, "min") && !value_get(definition, "max"))
        field->max = __LONG_MAX__;
    if (value_get(definition, "max") && !value_get(definition, "min"))
        field->min = -__LONG_MAX__;
    switch (field->type) {
    case FIELD_ENUM:
        read_choices(schema, definition, owner, field);
        return field->choice_count > 0;
    case FIELD_REF:
        read_targets(schema, definition, owner, field);
        return field->to[0] != NULL;
    case FIELD_LIST:
        return read_items(schema, definition, owner, field, depth);
    case FIELD_MAP:
        return read_parts(schema, definition, owner, field);
    case FIELD_RECORDS:
        field->kind = schema_text(value_get(definition, "of"));
        if (!field->kind)
            diag_report(schema->diag, MESSAGE_SCHEMA_MISSING, schema_place(schema, definition, field->name), owner,
                        "of", NULL);
        return field->kind != NULL;
    default:
        return true;
    }
}

static bool read_field(struct schema *schema, const struct value *definition, const char *owner, bool nested,
                       struct field *field)
{
    const char *name = schema_text(schema_positional(definition, 1));
    if (!name || !*name ||
        strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != strlen(name)) {
        schema_wrong(schema, schema_place(schema, definition, name ? name : owner), owner,
                     "項目が { \"名前\", \"型\", … } の形で、名前が英数字と _ だけ",
                     "fields of the form { \"name\", \"type\", … } with names of letters, digits and _");
        return false;
    }
    const char *place = arena_printf(schema->arena, "%s.%s", owner, name);
    if (!nested && find_name(reserved_names, sizeof reserved_names / sizeof *reserved_names, name) >= 0) {
        diag_report(schema->diag, MESSAGE_SCHEMA_RESERVED, schema_place(schema, definition, name), place, NULL);
        return false;
    }
    *field = (struct field){.name = name,
                            .title = schema_label(value_get(definition, "title"), name),
                            .help = schema_label(value_get(definition, "help"), ""),
                            .required = flag(definition, "required"),
                            .from_catalog = flag(definition, "from_catalog")};
    return read_type(schema, definition, place, &field->type, 2) && read_rest(schema, definition, place, field, 0);
}

/* A project may sharpen a field (words, choices, whether it is required), not turn it into another. */
static void replace_field(struct schema *schema, const struct value *definition, const char *owner, struct field *old,
                          const struct field *field)
{
    if (old->type != field->type)
        diag_report(schema->diag, MESSAGE_SCHEMA_CHANGED, schema_place(schema, definition, field->name),
                    arena_printf(schema->arena, "%s.%s", owner, field->name), type_names[field->type],
                    type_names[old->type], NULL);
    else
        *old = *field;
}

static bool add_field(struct schema *schema, const struct value *definition, const char *owner, bool nested,
                      struct field_list *fields, size_t own)
{
    struct field field;
    if (!read_field(schema, definition, owner, nested, &field))
        return false;
    for (size_t i = 0; i < fields->count; i++) {
        if (strcmp(fields->items[i].name, field.name) != 0)
            continue;
        if (i < own)
            replace_field(schema, definition, owner, &fields->items[i], &field);
        else
            diag_report(schema->diag, MESSAGE_SCHEMA_FIELD_TWICE, schema_place(schema, definition, field.name),
                        arena_printf(schema->arena, "%s.%s", owner, field.name), NULL);
        return true;
    }
    fields->items = grow(schema->arena, fields->items, fields->count, &fields->capacity, sizeof *fields->items);
    fields->items[fields->count++] = field;
    return true;
}

void schema_read_fields(struct schema *schema, const struct value *list, const char *owner, bool nested,
                        struct field_list *fields)
{
    size_t own = fields->count;
    for (const struct value *definition = list->first; definition; definition = definition->next)
        add_field(schema, definition, owner, nested, fields, own);
}
