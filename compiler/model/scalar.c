/* Values without parts: id, text, date, number, enum, reference, path. In CSV every cell is text and is converted. */
#include "model/internal.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"

enum { ID_MAX = 100 };

static const struct {
    const char *ja, *en;
} expected[] = {
    [FIELD_ID] = {"番号（英数字で始まり . - _ を使えます。例: A-012）",
                  "an id of letters, digits, . - _ (such as A-012)"},
    [FIELD_TEXT] = {"文字列、又は言語ごとの文字列（例: {ja: 名称, en: Name}）",
                    "text, or text by language (such as {ja: 名称, en: Name})"},
    [FIELD_STRING] = {"文字列", "a string"},
    [FIELD_DATE] = {"日付（例: 2026-10-15）", "a date (such as 2026-10-15)"},
    [FIELD_INTEGER] = {"整数（例: 3）", "an integer (such as 3)"},
    [FIELD_NUMBER] = {"数値（例: 2.5）", "a number (such as 2.5)"},
    [FIELD_BOOLEAN] = {"true 又は false", "true or false"},
    [FIELD_ENUM] = {"決められた語のうち一つ", "one of the listed words"},
    [FIELD_REF] = {"レコードの番号（例: A-012）", "the id of a record (such as A-012)"},
    [FIELD_FILE] = {"ファイルのパス（例: images/network.png）", "the path of a file (such as images/network.png)"},
    [FIELD_LIST] = {"一覧（例: [A-001, A-002]）", "a list (such as [A-001, A-002])"},
    [FIELD_MAP] = {"項目の組（例: {threat: 2, vulnerability: 3}）", "a map (such as {threat: 2, vulnerability: 3})"},
    [FIELD_RECORDS] = {"レコードの一覧（「- id: …」の並び）", "a list of records (items of the form `- id: …`)"},
    [FIELD_ANY] = {"値", "a value"},
};

bool value_is_scalar(const struct value *value)
{
    return value->kind != VALUE_LIST && value->kind != VALUE_MAP;
}

void report_type(struct loader *loader, const struct field *field, const struct value *value)
{
    struct arena *arena = loader->arena;
    if (!repeat_allowed(loader, MESSAGE_FIELD_TYPE, field->name, value->source))
        return;
    const char *ja = value_kind_name(value->kind, LANGUAGE_JA), *en = value_kind_name(value->kind, LANGUAGE_EN);
    if (value_is_scalar(value)) {
        ja = arena_printf(arena, "%s「%.60s」", ja, value->text);
        en = arena_printf(arena, "%s \"%.60s\"", en, value->text);
    }
    diag_report(loader->diag, MESSAGE_FIELD_TYPE, value->source, field_words(arena, field),
                diag_words(arena, expected[field->type].ja, expected[field->type].en), diag_words(arena, ja, en), NULL);
}

struct value *value_copy(struct arena *arena, const struct value *value)
{
    struct value *copy = arena_alloc(arena, sizeof *copy);
    *copy = *value;
    copy->next = NULL;
    return copy;
}

void value_append(struct value *parent, struct value *child)
{
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

/* The value as one of text, whatever its scalar kind was. */
static const struct value *as_text(struct loader *loader, const struct value *value, const char *text)
{
    if (value->kind == VALUE_TEXT && value->text == text)
        return value;
    struct value *copy = value_copy(loader->arena, value);
    copy->kind = VALUE_TEXT;
    copy->text = text;
    return copy;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_id(const char *text)
{
    size_t length = 0;
    while (is_letter_or_digit(text[length]) || text[length] == '.' || text[length] == '-' || text[length] == '_')
        length++;
    return length && length <= ID_MAX && !text[length] && is_letter_or_digit(text[0]);
}

static const struct value *check_id(struct loader *loader, const struct field *field, const struct value *value)
{
    if (is_id(value->text))
        return as_text(loader, value, value->text);
    if (repeat_allowed(loader, MESSAGE_ID_INVALID, field->name, value->source))
        diag_report(loader->diag, MESSAGE_ID_INVALID, value->source, field_words(loader->arena, field), value->text,
                    NULL);
    return NULL;
}

bool text_is_blank(const char *text)
{
    while (*text == ' ' || *text == '\t' || *text == '\n' || strncmp(text, "　", 3) == 0)
        text += *text == '\xE3' ? 3 : 1;
    return !*text;
}

static const struct value *check_languages(struct loader *loader, const struct field *field, const struct value *value)
{
    struct value *kept = value_copy(loader->arena, value);
    kept->first = kept->last = NULL;
    kept->count = 0;
    for (const struct value *entry = value->first; entry; entry = entry->next) {
        if (strcmp(entry->key, "ja") != 0 && strcmp(entry->key, "en") != 0)
            diag_report(loader->diag, MESSAGE_LANGUAGE_UNKNOWN, entry->key_source, field_words(loader->arena, field),
                        entry->key, NULL);
        else if (!value_is_scalar(entry))
            report_type(loader, field, entry);
        else if (entry->kind != VALUE_NULL && !text_is_blank(entry->text))
            value_append(kept, value_copy(loader->arena, as_text(loader, entry, entry->text)));
    }
    return kept->count ? kept : NULL;
}

/* 2026/1/5, as spreadsheets write it, as 2026-01-05; else NULL. */
static const char *slashed_date(struct loader *loader, const char *text)
{
    int year, month, day, end = 0;
    if (sscanf(text, "%4d/%2d/%2d%n", &year, &month, &day, &end) != 3 || text[end])
        return NULL;
    return arena_printf(loader->arena, "%04d-%02d-%02d", year, month, day);
}

/* The date that another way of writing probably means: 2026/1/5, 2026.1.5, 2026年1月5日, 20260105; else NULL. */
static const char *meant_date(struct loader *loader, const char *text)
{
    static const char *const forms[] = {"%4d/%2d/%2d%n", "%4d.%2d.%2d%n", "%4d-%2d-%2d%n", "%4d年%2d月%2d日%n",
                                        "%4d%2d%2d%n"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        int year = 0, month = 0, day = 0, end = 0, days;
        if (sscanf(text, forms[i], &year, &month, &day, &end) == 3 && end && !text[end] && year >= 1000 &&
            date_join(year, month, day, &days))
            return arena_printf(loader->arena, "%04d-%02d-%02d", year, month, day);
    }
    return NULL;
}

static const struct value *check_date(struct loader *loader, const struct field *field, const struct value *value)
{
    int days;
    const char *text = loader->csv ? slashed_date(loader, value->text) : NULL;
    if (date_parse(text ? text : value->text, &days))
        return as_text(loader, value, text ? text : value->text);
    const char *meant = meant_date(loader, value->text);
    if (meant && repeat_allowed(loader, MESSAGE_DATE_FORM, field->name, value->source))
        diag_report(loader->diag, MESSAGE_DATE_FORM, value->source, field_words(loader->arena, field), value->text,
                    meant, NULL);
    else if (!meant && repeat_allowed(loader, MESSAGE_DATE_INVALID, field->name, value->source))
        diag_report(loader->diag, MESSAGE_DATE_INVALID, value->source, field_words(loader->arena, field), value->text,
                    NULL);
    return NULL;
}

static const struct value *check_range(struct loader *loader, const struct field *field, const struct value *value,
                                       int64_t number)
{
    struct arena *arena = loader->arena;
    if (field->min > field->max || (number >= field->min && number <= field->max))
        return value;
    const char *range;
    if (!repeat_allowed(loader, MESSAGE_OUT_OF_RANGE, field->name, value->source))
        return NULL;
    if (field->max == __LONG_MAX__)
        range = diag_words(arena, arena_printf(arena, "%ld以上", field->min),
                           arena_printf(arena, "at least %ld", field->min));
    else if (field->min == -__LONG_MAX__)
        range = diag_words(arena, arena_printf(arena, "%ld以下", field->max),
                           arena_printf(arena, "at most %ld", field->max));
    else
        range = diag_words(arena, arena_printf(arena, "%ldから%ldまで", field->min, field->max),
                           arena_printf(arena, "from %ld to %ld", field->min, field->max));
    diag_report(loader->diag, MESSAGE_OUT_OF_RANGE, value->source, field_words(arena, field), range, value->text, NULL);
    return NULL;
}

static const struct value *check_integer(struct loader *loader, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_INTEGER)
        return check_range(loader, field, value, value->as.integer);
    char *end;
    errno = 0;
    long long number = loader->csv && value->kind == VALUE_TEXT ? strtoll(value->text, &end, 10) : 0;
    if (!loader->csv || value->kind != VALUE_TEXT || *end || end == value->text || errno) {
        report_type(loader, field, value);
        return NULL;
    }
    struct value *copy = value_copy(loader->arena, value);
    copy->kind = VALUE_INTEGER;
    copy->as.integer = number;
    return check_range(loader, field, copy, number);
}

static const struct value *check_number(struct loader *loader, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_REAL)
        return value;
    struct value *copy = value_copy(loader->arena, value);
    copy->kind = VALUE_REAL;
    if (value->kind == VALUE_INTEGER) {
        copy->as.real = (double)value->as.integer;
        return copy;
    }
    if (loader->csv && value->kind == VALUE_TEXT && *value->text &&
        strspn(value->text, "0123456789+-.eE") == strlen(value->text)) {
        char *end;
        copy->as.real = strtod(value->text, &end);
        if (!*end && isfinite(copy->as.real))
            return copy;
    }
    report_type(loader, field, value);
    return NULL;
}

static const struct value *check_boolean(struct loader *loader, const struct field *field, const struct value *value)
{
    static const char *const words[2][8] = {{"false", "no", "×", "✕", "いいえ", "無", "否", NULL},
                                            {"true", "yes", "○", "〇", "はい", "有", "要", NULL}};
    if (value->kind == VALUE_BOOL)
        return value;
    for (int truth = 0; loader->csv && truth < 2; truth++)
        for (const char *const *word = words[truth]; *word; word++)
            if (strcasecmp(*word, value->text) == 0) {
                struct value *copy = value_copy(loader->arena, value);
                copy->kind = VALUE_BOOL;
                copy->as.boolean = truth == 1;
                return copy;
            }
    report_type(loader, field, value);
    return NULL;
}

static const struct value *check_enum(struct loader *loader, const struct field *field, const struct value *value)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];
        if (strcmp(choice->id, value->text) == 0)
            return as_text(loader, value, choice->id);
    }
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];
        if (strcmp(choice->title.text[LANGUAGE_JA], value->text) == 0 ||
            strcasecmp(choice->title.text[LANGUAGE_EN], value->text) == 0)
            return as_text(loader, value, choice->id);
    }
    struct names ids = {0}, possible = {0};
    if (!repeat_allowed(loader, MESSAGE_ENUM_UNKNOWN, field->name, value->source))
        return NULL;
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];
        names_add(loader->arena, &ids, choice->id);
        names_add(loader->arena, &possible,
                  arena_printf(loader->arena, "%s (%s)", choice->id, choice->title.text[LANGUAGE_JA]));
    }
    diag_report(loader->diag, MESSAGE_ENUM_UNKNOWN, value->source, field_words(loader->arena, field), value->text,
                names_suggest(loader->arena, &ids, value->text), names_join(loader->arena, &possible), NULL);
    return NULL;
}

static bool leaves_tree(const char *path)
{
    if (path[0] == '/' || path[0] == '~' || strchr(path, '\\'))
        return true;
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || !part[2]))
            return true;
    return false;
}

static const struct value *check_file(struct loader *loader, const struct field *field, const struct value *value)
{
    const char *path = strncmp(value->text, "./", 2) == 0 ? value->text + 2 : value->text;
    if (leaves_tree(path)) {
        diag_report(loader->diag, MESSAGE_PATH_OUTSIDE, value->source, field_words(loader->arena, field), path, NULL);
        return NULL;
    }
    if (tree_find(loader->tree, path)) {
        names_add(loader->arena, &loader->used_files, path);
        return as_text(loader, value, path);
    }
    struct names paths = {0};
    if (loader->suggestions++ < SUGGESTIONS)
        for (size_t i = 0; i < tree_count(loader->tree); i++)
            names_add(loader->arena, &paths, tree_file(loader->tree, i)->path);
    diag_report(loader->diag, MESSAGE_PATH_MISSING, value->source, field_words(loader->arena, field), path,
                names_suggest(loader->arena, &paths, path), NULL);
    return as_text(loader, value, path);
}

const struct value *scalar_check(struct loader *loader, const struct field *field, const struct value *value)
{
    if (field->type == FIELD_TEXT && value->kind == VALUE_MAP)
        return check_languages(loader, field, value);
    if (!value_is_scalar(value)) {
        report_type(loader, field, value);
        return NULL;
    }
    if (text_is_blank(value->text))
        return NULL;
    switch (field->type) {
    case FIELD_ID:
    case FIELD_REF:
        return check_id(loader, field, value);
    case FIELD_DATE:
        return check_date(loader, field, value);
    case FIELD_INTEGER:
        return check_integer(loader, field, value);
    case FIELD_NUMBER:
        return check_number(loader, field, value);
    case FIELD_BOOLEAN:
        return check_boolean(loader, field, value);
    case FIELD_ENUM:
        return check_enum(loader, field, value);
    case FIELD_FILE:
        return check_file(loader, field, value);
    default:
        return as_text(loader, value, value->text);
    }
}
