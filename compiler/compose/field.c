/* Fields of records in words: by the type that the schema gives them, without Lua. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "compose/internal.h"

#define NO_BREAK_SPACE "\xC2\xA0" /* between an id and its name, which stay together */

static const char *const language_names[LANGUAGE_COUNT] = {"ja", "en"};

/* People, departments and roles are called by their names, documents by both, all others by their ids. */
static const char *default_form(const struct kind *kind)
{
    static const char *const named[] = {"person", "department", "role", NULL};

    for (const char *const *name = named; *name; name++)
        if (strcmp(*name, kind->name) == 0)
            return "name";
    return strcmp(kind->name, "document") == 0 ? "both" : "id";
}

static bool is_clause(const struct record *record)
{
    return strcmp(record->kind->name, "clause") == 0;
}

const char *field_anchor(struct composer *composer, const struct record *record)
{
    return is_clause(record) ? arena_printf(composer->arena, "clause-%s", record->id) : record->id;
}

/* Names of people and departments are no links: a page full of them would be blue. */
static bool is_linked(const struct record *record, const char *form)
{
    const char *kind = record->kind->name;

    return strcmp(form, "name") != 0 || (strcmp(kind, "person") != 0 && strcmp(kind, "department") != 0);
}

static struct node *link_to(struct composer *composer, struct node *parent, const struct record *record,
                            struct source source)
{
    struct node *link = node_new(composer->arena, NODE_LINK, source);

    link->as.link.target = field_anchor(composer, record);
    inline_attach(composer, parent, link);
    return link;
}

void field_append_reference(struct composer *composer, struct node *parent, const struct record *record,
                            const char *form, struct source source)
{
    const struct value *value;
    const struct field *field;

    form = form ? form : default_form(record->kind);
    if (is_linked(record, form) && parent->type != NODE_LINK)
        parent = link_to(composer, parent, record, source);
    if (strcmp(form, "id") == 0) {
        inline_append_text(composer, parent, record->id, source);
    } else if (strcmp(form, "name") == 0) {
        inline_append_text(composer, parent, record_name(record, composer->language), source);
    } else if (strcmp(form, "both") == 0) {
        const char *name = record_name(record, composer->language);

        inline_append_text(composer, parent, record->id, source);
        if (strcmp(name, record->id) != 0)
            inline_append_text(composer, parent, arena_printf(composer->arena, NO_BREAK_SPACE "%s", name), source);
    } else {
        field = script_find_field(record, form, &value);
        if (!field || !field_append(composer, parent, field, value, &(struct field_options){0}))
            inline_append_text(composer, parent, record->id, source);
    }
}

/* The text in the document's language, else in the other, marked as such. */
static bool append_text(struct composer *composer, struct node *parent, const struct value *value)
{
    const struct value *text = value;
    int language = (int)composer->language;

    if (value->kind == VALUE_MAP) {
        text = value_get(value, language_names[language]);
        for (int i = 0; !text && i < LANGUAGE_COUNT; i++)
            text = value_get(value, language_names[language = i]);
    }
    if (!text || !text->text || !*text->text)
        return false;
    if (language != (int)composer->language) {
        struct node *span = node_new(composer->arena, NODE_SPAN, text->source);

        span->as.span.language = language_names[language];
        inline_attach(composer, parent, span);
        parent = span;
    }
    inline_append_text(composer, parent, text->text, text->source);
    return true;
}

static const struct choice *find_choice(const struct field *field, const struct value *value)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].id, value->text) == 0)
            return &field->choices[i];
    return NULL;
}

enum tone field_tone(const struct field *field, const struct value *value)
{
    const struct choice *choice = field->type == FIELD_ENUM && value ? find_choice(field, value) : NULL;

    return choice ? choice->tone : TONE_NONE;
}

/* 12345 → "12,345"; four digits stay together, as in a year. */
static const char *group_digits(struct arena *arena, int64_t number)
{
    char digits[32], grouped[48];
    size_t length, out = 0;

    snprintf(digits, sizeof digits, "%" PRId64, number);
    length = strlen(digits);
    if (length < 5 || (number < 0 && length < 6))
        return arena_strdup(arena, digits);
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0 && digits[i - 1] != '-')
            grouped[out++] = ',';
        grouped[out++] = digits[i];
    }
    return arena_strndup(arena, grouped, out);
}

static bool append_list(struct composer *composer, struct node *parent, const struct field *field,
                        const struct value *list, const struct field_options *options)
{
    bool any = false;
    int count = 0;

    for (const struct value *item = list->first; item; item = item->next) {
        if (options->limit && count++ == options->limit) {
            inline_append_text(composer, parent, "…", list->source);
            break;
        }
        if (any && options->lines)
            inline_attach(composer, parent, node_new(composer->arena, NODE_LINE_BREAK, item->source));
        else if (any)
            inline_append_text(composer, parent, composer->language == LANGUAGE_JA ? "、" : ", ", item->source);
        any |= field_append(composer, parent, field, item, options);
    }
    return any;
}

static bool append_enum(struct composer *composer, struct node *parent, const struct field *field,
                        const struct value *value)
{
    const struct choice *choice = find_choice(field, value);
    const char *word = choice ? choice->title.text[composer->language] : NULL;

    if (!word && choice)
        word = choice->title.text[composer->language == LANGUAGE_JA ? LANGUAGE_EN : LANGUAGE_JA];
    inline_append_text(composer, parent, word ? word : value->text, value->source);
    return true;
}

static bool append_scalar(struct composer *composer, struct node *parent, const struct value *value)
{
    if (value->kind == VALUE_INTEGER)
        inline_append_text(composer, parent, group_digits(composer->arena, value->as.integer), value->source);
    else if (value->kind == VALUE_BOOL)
        inline_append_text(composer, parent,
                           value->as.boolean ? (composer->language == LANGUAGE_JA ? "○" : "Yes") : "—", value->source);
    else if (value->text && *value->text)
        inline_append_text(composer, parent, value->text, value->source);
    else
        return false;
    return true;
}

bool field_append(struct composer *composer, struct node *parent, const struct field *field, const struct value *value,
                  const struct field_options *options)
{
    const struct record *target;

    if (!value || value->kind == VALUE_NULL)
        return false;
    if (options->strong) {
        struct field_options plain = *options;
        struct node *strong = node_new(composer->arena, NODE_STRONG, value->source);

        plain.strong = false;
        inline_attach(composer, parent, strong);
        return field_append(composer, strong, field, value, &plain);
    }
    switch (field->type) {
    case FIELD_TEXT:
        return append_text(composer, parent, value);
    case FIELD_ENUM:
        return append_enum(composer, parent, field, value);
    case FIELD_REF:
        target = model_resolve(composer->model, field, value);
        if (!target)
            return append_scalar(composer, parent, value);
        field_append_reference(composer, parent, target, options->form, value->source);
        return true;
    case FIELD_LIST:
        return append_list(composer, parent, field->of, value, options);
    case FIELD_MAP:
    case FIELD_RECORDS:
        return false;
    default:
        return append_scalar(composer, parent, value);
    }
}
