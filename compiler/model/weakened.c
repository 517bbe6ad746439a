/* Two schemas compared: what the project's demands less than the one that is built in. Words, tones and what a project
 * adds or demands beyond do not count. */
#include "model/internal.h"

#include <string.h>

struct comparison {
    struct schema places; /* finds words in the files of the schema */
    const struct value *schema;
    struct weakenings *list;
    const char *clause; /* of the kind at hand */
    const char *kind;   /* its name */
};

/* The file that spoke last of the kind at hand, and the line of the word in it. */
static struct source find_place(struct comparison *comparison, const char *word)
{
    const struct value *last = NULL;
    const struct value *item = comparison->schema ? comparison->schema->first : NULL;
    for (; item; item = item->next) {
        const char *name = schema_text(value_get(item, "name"));
        if (name && strcmp(name, comparison->kind) == 0)
            last = item;
    }
    return schema_place(&comparison->places, last, word);
}

/* `name`: "asset" or "asset.owner"; `word`: where to look for its place. */
static void add(struct comparison *comparison, const char *name, const char *word, const char *from, const char *to)
{
    struct weakening weakening = {.kind = WEAKENING_SCHEMA,
                                  .name = name,
                                  .clause = comparison->clause,
                                  .from = from,
                                  .to = to,
                                  .source = find_place(comparison, word)};
    weakenings_add(comparison->list, &weakening);
}

static const char *limits_words(struct arena *arena, const struct field *field)
{
    if (field->min > field->max)
        return "any";
    const char *min = field->min == -__LONG_MAX__ ? "" : arena_printf(arena, "%ld", field->min);
    const char *max = field->max == __LONG_MAX__ ? "" : arena_printf(arena, "%ld", field->max);
    return arena_printf(arena, "%s..%s", min, max);
}

static bool has_choice(const struct field *field, const char *id)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].id, id) == 0)
            return true;
    return false;
}

static bool has_name(const char *const *names, const char *name)
{
    for (; names && *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

static void compare_choices(struct comparison *comparison, const char *name, const struct field *was,
                            const struct field *now)
{
    struct names before = {0}, after = {0};
    struct arena *arena = comparison->places.arena;
    bool wider = false;
    for (size_t i = 0; i < was->choice_count; i++)
        names_add(arena, &before, was->choices[i].id);
    for (size_t i = 0; i < now->choice_count; i++) {
        names_add(arena, &after, now->choices[i].id);
        wider = wider || !has_choice(was, now->choices[i].id);
    }
    if (wider)
        add(comparison, name, was->name, names_join(arena, &before), names_join(arena, &after));
}

/* Adds an entry when a reference may name kinds that it could not. */
static void compare_targets(struct comparison *comparison, const char *name, const struct field *was,
                            const struct field *now)
{
    struct names before = {0}, after = {0};
    struct arena *arena = comparison->places.arena;
    bool wider = false;
    for (const char *const *to = was->to; to && *to; to++)
        names_add(arena, &before, *to);
    for (const char *const *to = now->to; to && *to; to++) {
        names_add(arena, &after, *to);
        wider = wider || !has_name(was->to, *to);
    }
    if (wider)
        add(comparison, name, was->name, names_join(arena, &before), names_join(arena, &after));
}

static const struct field *find_field(const struct field *fields, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

static void compare_fields(struct comparison *comparison, const char *owner, const struct field *was, size_t was_count,
                           const struct field *now, size_t now_count);

static void compare_field(struct comparison *comparison, const char *name, const struct field *was,
                          const struct field *now)
{
    struct arena *arena = comparison->places.arena;
    if (was->required && !now->required)
        add(comparison, name, was->name, "required", "optional");
    if (was->type != now->type) {
        add(comparison, name, was->name, schema_type_name(was->type), schema_type_name(now->type));
        return; /* their parts cannot be compared */
    }
    if (!was->from_catalog && now->from_catalog)
        add(comparison, name, was->name, "record", "catalog");
    bool limited = was->min <= was->max;
    if (limited && (now->min > now->max || now->min < was->min || now->max > was->max))
        add(comparison, name, was->name, limits_words(arena, was), limits_words(arena, now));
    compare_choices(comparison, name, was, now);
    compare_targets(comparison, name, was, now);
    if (was->kind && now->kind && strcmp(was->kind, now->kind) != 0)
        add(comparison, name, was->name, was->kind, now->kind);
    if (was->of && now->of)
        compare_field(comparison, name, was->of, now->of);
    compare_fields(comparison, name, was->fields, was->field_count, now->fields, now->field_count);
}

static void compare_fields(struct comparison *comparison, const char *owner, const struct field *was, size_t was_count,
                           const struct field *now, size_t now_count)
{
    for (size_t i = 0; i < was_count; i++) {
        const char *name = arena_printf(comparison->places.arena, "%s.%s", owner, was[i].name);
        const struct field *other = find_field(now, now_count, was[i].name);
        if (other)
            compare_field(comparison, name, &was[i], other);
        else
            add(comparison, name, owner, schema_type_name(was[i].type), "removed");
    }
}

/* A word of the kind that rules and the loader go by. */
static void compare_word(struct comparison *comparison, const char *word, const char *was, const char *now)
{
    const char *before = was ? was : "", *after = now ? now : "";
    if (strcmp(before, after) != 0)
        add(comparison, arena_printf(comparison->places.arena, "%s.%s", comparison->kind, word), word, before, after);
}

static void compare_kind(struct comparison *comparison, const struct kind *was, const struct kind *now)
{
    comparison->kind = was->name;
    comparison->clause = was->clause;
    if (!now) {
        add(comparison, was->name, was->name, schema_shape_name(was->shape), "removed");
        return;
    }
    compare_word(comparison, "shape", schema_shape_name(was->shape), schema_shape_name(now->shape));
    compare_word(comparison, "plural", was->plural, now->plural);
    compare_word(comparison, "clause", was->clause, now->clause);
    compare_word(comparison, "catalog", was->catalog, now->catalog);
    compare_word(comparison, "catalog_list", was->catalog_list, now->catalog_list);
    /* patterns that are gone: the other way round */
    const char *name = arena_printf(comparison->places.arena, "%s.files", was->name);
    for (const char *const *pattern = was->files; pattern && *pattern; pattern++)
        if (!has_name(now->files, *pattern))
            add(comparison, name, "files", *pattern, "removed");
    compare_fields(comparison, was->name, was->fields, was->field_count, now->fields, now->field_count);
}

void model_find_weakened(const struct model *model, const struct value *schema, const struct value *built_in,
                         struct arena *arena, struct weakenings *list)
{
    struct schema reference = {.arena = arena, .diag = diag_new(arena)};
    struct comparison comparison = {
        .places = {.arena = arena, .diag = reference.diag, .tree = model->tree}, .schema = schema, .list = list};
    schema_read(&reference, built_in);
    for (size_t i = 0; i < reference.count; i++)
        compare_kind(&comparison, &reference.kinds[i], model_find_kind(model, reference.kinds[i].name));
}
