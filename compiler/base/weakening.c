#include "base/weakening.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum {
    NAMES_SHOWN = 3,     /* of a kind, in the note: JSON and the documents have all */
    NAME_CHARACTERS = 60 /* of each: a path of lua/ fits */
};

struct group {
    struct weakening *items;
    size_t count, capacity;
};

struct weakenings {
    struct arena *arena;
    struct group groups[WEAKENING_KIND_COUNT];
    size_t count;
};

static const char *const names[] = {
#define X(id, name, ja, en, several) name,
    WEAKENING_KINDS
#undef X
};

static const struct {
    const char *ja, *en, *several;
} words[] = {
#define X(id, name, ja, en, several) {ja, en, several},
    WEAKENING_KINDS
#undef X
};

struct weakenings *weakenings_new(struct arena *arena)
{
    struct weakenings *list = arena_alloc(arena, sizeof *list);
    list->arena = arena;
    return list;
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

void weakenings_add(struct weakenings *list, const struct weakening *weakening)
{
    struct group *group = &list->groups[weakening->kind];
    struct arena *arena = list->arena;
    if (group->count == group->capacity) {
        group->capacity = group->capacity ? group->capacity * 2 : 8;
        struct weakening *items = arena_alloc(arena, group->capacity * sizeof *items);
        if (group->count)
            memcpy(items, group->items, group->count * sizeof *items);
        group->items = items;
    }
    struct weakening *added = &group->items[group->count++];
    *added = *weakening;
    added->name = copy(arena, weakening->name);
    added->rule = copy(arena, weakening->rule);
    added->record = copy(arena, weakening->record);
    added->clause = weakening->clause && *weakening->clause ? copy(arena, weakening->clause) : NULL;
    added->from = copy(arena, weakening->from);
    added->to = copy(arena, weakening->to);
    added->source.file = copy(arena, weakening->source.file);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        added->reason[language] = copy(arena, weakening->reason[language]);
    list->count++;
}

size_t weakenings_count(const struct weakenings *list)
{
    return list->count;
}

const struct weakening *weakenings_get(const struct weakenings *list, size_t index)
{
    const struct group *group = list->groups;
    while (index >= group->count)
        index -= group++->count;
    return &group->items[index];
}

const char *weakening_kind_name(enum weakening_kind kind)
{
    return names[kind];
}

const char *weakening_kind_words(enum weakening_kind kind, enum language language)
{
    return language == LANGUAGE_JA ? words[kind].ja : words[kind].en;
}

/* At most NAME_CHARACTERS of the name. */
static void add_name(struct buffer *buffer, const char *name)
{
    size_t length = strlen(name), at = 0;
    uint32_t code;
    for (int count = 0; at < length && count < NAME_CHARACTERS; count++) {
        size_t size = utf8_decode(name + at, length - at, &code);
        at += size ? size : 1;
    }
    buffer_add(buffer, name, at);
    if (at < length)
        buffer_add_text(buffer, "…");
}

/* 止めた規則3件（a、b、c） / 3 rules switched off (a, b, c) */
static void add_group(struct buffer *buffer, const struct group *group, enum weakening_kind kind,
                      enum language language)
{
    bool ja = language == LANGUAGE_JA;
    if (buffer->length)
        buffer_add_text(buffer, ja ? "、" : ", ");
    if (ja)
        buffer_printf(buffer, "%s%zu件（", words[kind].ja, group->count);
    else
        buffer_printf(buffer, "%zu %s (", group->count, group->count == 1 ? words[kind].en : words[kind].several);
    for (size_t i = 0; i < group->count && i < NAMES_SHOWN; i++) {
        if (i)
            buffer_add_text(buffer, ja ? "、" : ", ");
        add_name(buffer, group->items[i].name);
    }
    if (group->count > NAMES_SHOWN)
        buffer_printf(buffer, ja ? "ほか%zu件" : " and %zu more", group->count - NAMES_SHOWN);
    buffer_add_text(buffer, ja ? "）" : ")");
}

static const char *summary(const struct weakenings *list, enum language language)
{
    struct buffer buffer = {0};
    for (int kind = 0; kind < WEAKENING_KIND_COUNT; kind++)
        if (list->groups[kind].count)
            add_group(&buffer, &list->groups[kind], (enum weakening_kind)kind, language);
    const char *text = arena_strndup(list->arena, buffer.data ? buffer.data : "", buffer.length);
    buffer_free(&buffer);
    return text;
}

void weakenings_report(const struct weakenings *list, struct diag *diag)
{
    if (!list->count)
        return;
    diag_report_weakened(diag, weakenings_get(list, 0)->source, list, summary(list, LANGUAGE_JA),
                         summary(list, LANGUAGE_EN));
}
