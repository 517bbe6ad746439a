/* The answer of `tekigo risk` as JSON. */
#include <jansson.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "cli/risk.h"

/* Texts of the project: of limited length, in valid UTF-8. */
static json_t *from_text(const char *text, struct arena *arena)
{
    return json_string(printable_copy(arena, text, PRINTABLE_TEXT, true));
}

static json_t *from_value(const struct value *value, struct arena *arena)
{
    json_t *result;
    switch (value ? value->kind : VALUE_NULL) {
    case VALUE_NULL:
        return json_null();
    case VALUE_BOOL:
        return json_boolean(value->as.boolean);
    case VALUE_INTEGER:
        return json_integer(value->as.integer);
    case VALUE_REAL:
        return json_real(value->as.real);
    case VALUE_TEXT:
        return from_text(value->text, arena);
    case VALUE_LIST:
        result = json_array();
        for (const struct value *item = value->first; item; item = item->next)
            json_array_append_new(result, from_value(item, arena));
        return result;
    case VALUE_MAP:
        break;
    }
    result = json_object();
    for (const struct value *item = value->first; item; item = item->next)
        json_object_set_new(result, printable(item->key).text, from_value(item, arena));
    return result;
}

static json_t *risk_object(const struct risk_row *row, struct arena *arena)
{
    static const char *const names[] = {"event", "owner", "option", "status"};
    json_t *risk = json_object();
    json_object_set_new(risk, "id", from_text(row->record->id, arena));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_object_set_new(risk, names[i], from_value(record_get(row->record, names[i]), arena));
    json_object_set_new(risk, "first", from_value(row->first, arena));
    json_object_set_new(risk, "second", from_value(row->second, arena));
    json_object_set_new(risk, "acceptable", row->first ? json_boolean(row->acceptable) : json_null());
    return risk;
}

static json_t *level_object(const struct risk_row *row, struct arena *arena)
{
    json_t *result = json_object();
    const struct value *figures[] = {row->first, row->second};
    static const char *const names[] = {"first", "second"};
    for (size_t i = 0; i < 2; i++) {
        json_t *part = figures[i] ? json_object() : json_null();
        if (figures[i]) {
            json_object_set_new(part, "level", from_value(value_get(figures[i], "level"), arena));
            json_object_set_new(part, "band", from_value(value_get(figures[i], "band"), arena));
        }
        json_object_set_new(result, names[i], part);
    }
    json_object_set_new(result, "acceptable", json_boolean(row->acceptable));
    return result;
}

static void add_changes(const struct risk_answer *answer, json_t *root)
{
    struct arena *arena = answer->now->build->arena;
    json_t *assumed = json_array(), *changes = json_array();
    for (size_t i = 0; i < answer->change_count; i++)
        json_array_append_new(assumed, from_text(answer->changes[i].words[answer->language], arena));
    for (size_t i = 0; i < answer->now->count; i++) {
        const struct risk_row *before = &answer->before->rows[i], *now = &answer->now->rows[i];
        if (!risk_differs(before, now))
            continue;
        json_t *change = json_object();
        json_object_set_new(change, "id", from_text(now->record->id, arena));
        json_object_set_new(change, "before", level_object(before, arena));
        json_object_set_new(change, "after", level_object(now, arena));
        json_array_append_new(changes, change);
    }
    json_object_set_new(root, "what_if", assumed);
    json_object_set_new(root, "changes", changes);
}

static int add_part(const char *part, size_t length, void *text)
{
    buffer_add(text, part, length);
    return 0;
}

void risk_print_json(const struct risk_answer *answer, FILE *stream)
{
    struct arena *arena = answer->now->build->arena;
    json_t *root = json_object(), *risks = json_array();
    json_object_set_new(root, "date", json_string(answer->now->build->date));
    json_object_set_new(root, "method", from_value(answer->now->method, arena));
    for (size_t i = 0; i < answer->now->count; i++) {
        const struct risk_row *row = answer->now->by_priority[i];
        if (!answer->only || strcmp(row->record->id, answer->only->id) == 0)
            json_array_append_new(risks, risk_object(row, arena));
    }
    json_object_set_new(root, "risks", risks);
    if (answer->change_count > 0)
        add_changes(answer, root);
    struct buffer text = {0};
    json_dump_callback(root, add_part, &text, JSON_INDENT(2));
    buffer_add_char(&text, '\n');
    print_json(stream, text.data, text.length);
    buffer_free(&text);
    json_decref(root);
}
