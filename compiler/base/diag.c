#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/map.h"
#include "base/printable.h"

#define ARGUMENTS_MAX 9

/* What diag_words gives: a string that spells its own address, which no text of a project can know, before the texts.
 * An argument that begins otherwise is a plain text. */
struct words {
    char address[32];
    const char *text[LANGUAGE_COUNT];
};

struct entry {
    struct diagnostic diagnostic;
    size_t order; /* of report */
};

struct diag {
    struct arena *arena;
    struct entry *entries;
    size_t count, capacity, reported;
    size_t levels[DIAG_ERROR + 1]; /* how many there are of each */
};

struct message_info {
    enum diag_level level;
    const char *slug;
    const char *text[LANGUAGE_COUNT], *help[LANGUAGE_COUNT];
};

/* What stands at the second place of a message. To add one: a line here. */
static const char *const related_words[MESSAGE_COUNT][LANGUAGE_COUNT] = {
    [MESSAGE_YAML_DUPLICATE_KEY] = {"1回目はここです", "it stands here first"},
    [MESSAGE_YAML_UNCLOSED_BRACKET] = {"ここで開いています", "it is opened here"},
    [MESSAGE_CSV_DUPLICATE_COLUMN] = {"1つ目の列はここです", "the first column stands here"},
    [MESSAGE_ID_DUPLICATE] = {"先にここで使われています", "it is used here first"},
    [MESSAGE_REFERENCE_KIND] = {"この番号はここで定義されています", "the id is defined here"},
    [MESSAGE_RULE_TWICE] = {"先の定義はここです", "it is defined here first"},
};

static const struct message_info messages[] = {
#define X(id, level, slug, ja, en, help_ja, help_en) {DIAG_##level, slug, {ja, en}, {help_ja, help_en}},
#include "base/message_list.h"
#undef X
};

struct diag *diag_new(struct arena *arena)
{
    struct diag *diag = arena_alloc(arena, sizeof *diag);
    diag->arena = arena;
    return diag;
}

static void spell_address(const char *argument, char address[32])
{
    snprintf(address, 32, "\x1f%p", (const void *)argument);
}

static const char *make_words(struct arena *arena, const char *ja, const char *en, size_t limit)
{
    struct words *words = arena_alloc(arena, sizeof *words);
    spell_address(words->address, words->address);
    words->text[LANGUAGE_JA] = printable_copy(arena, ja, limit, false);
    words->text[LANGUAGE_EN] = printable_copy(arena, en, limit, false);
    return words->address;
}

const char *diag_words(struct arena *arena, const char *ja, const char *en)
{
    return make_words(arena, ja, en, PRINTABLE_NAME);
}

const char *diag_argument(const char *argument, enum language language)
{
    char address[32];
    if (*argument != '\x1f')
        return argument;
    spell_address(argument, address);
    return strcmp(argument, address) == 0 ? ((const struct words *)(const void *)argument)->text[language] : argument;
}

static struct diagnostic *append(struct diag *diag)
{
    if (diag->count == diag->capacity) {
        size_t capacity = diag->capacity ? diag->capacity * 2 : 32;
        struct entry *entries = arena_alloc(diag->arena, capacity * sizeof *entries);
        if (diag->count)
            memcpy(entries, diag->entries, diag->count * sizeof *entries);
        diag->entries = entries;
        diag->capacity = capacity;
    }
    struct entry *entry = &diag->entries[diag->count++];
    entry->order = diag->reported++;
    return &entry->diagnostic;
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

/* The text with its {1}, {2} … replaced, in the arena; NULL when it is empty. */
static const char *fill(struct arena *arena, const char *text, const char *const *arguments, int count,
                        enum language language)
{
    if (!*text)
        return NULL;
    struct buffer buffer = {0};
    for (; *text; text++) {
        int number = text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}' ? text[1] - '0' : 0;
        if (number == 0) {
            buffer_add_char(&buffer, *text);
            continue;
        }
        if (number <= count)
            printable_add(&buffer, diag_argument(arguments[number - 1], language), PRINTABLE_NAME);
        text += 2;
    }
    const char *filled = arena_strndup(arena, buffer.data ? buffer.data : "", buffer.length);
    buffer_free(&buffer);
    return filled;
}

static struct diagnostic *report(struct diag *diag, enum message message, struct source source, struct source related,
                                 va_list list)
{
    const struct message_info *info = &messages[message];
    const char *arguments[ARGUMENTS_MAX];
    int count = 0;
    for (const char *argument; count < ARGUMENTS_MAX && (argument = va_arg(list, const char *)) != NULL;)
        arguments[count++] = argument;
    struct diagnostic *diagnostic = append(diag);
    diagnostic->level = info->level;
    diag->levels[info->level]++;
    diagnostic->slug = info->slug;
    diagnostic->source = source;
    diagnostic->source.file = copy(diag->arena, source.file);
    diagnostic->related = related;
    diagnostic->related.file = copy(diag->arena, related.file);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        diagnostic->text[language] = fill(diag->arena, info->text[language], arguments, count, language);
        diagnostic->help[language] = fill(diag->arena, info->help[language], arguments, count, language);
        diagnostic->related_text[language] = related.file ? related_words[message][language] : NULL;
    }
    return diagnostic;
}

void diag_report(struct diag *diag, enum message message, struct source source, ...)
{
    va_list list;
    va_start(list, source);
    report(diag, message, source, (struct source){0}, list);
    va_end(list);
}

void diag_report_both(struct diag *diag, enum message message, struct source source, struct source related, ...)
{
    va_list list;
    va_start(list, related);
    report(diag, message, source, related, list);
    va_end(list);
}

static struct diagnostic *report_one(struct diag *diag, enum message message, struct source source, ...)
{
    va_list list;
    va_start(list, source);
    struct diagnostic *diagnostic = report(diag, message, source, (struct source){0}, list);
    va_end(list);
    return diagnostic;
}

void diag_report_weakened(struct diag *diag, struct source source, const struct weakenings *list, const char *ja,
                          const char *en)
{
    const char *words = make_words(diag->arena, ja, en, PRINTABLE_TEXT);
    report_one(diag, MESSAGE_CHECKS_WEAKENED, source, words, NULL)->weakened = list;
}

const struct diagnostic *diag_add(struct diag *diag, const struct diagnostic *diagnostic)
{
    struct arena *arena = diag->arena;
    struct diagnostic *added = append(diag);
    *added = *diagnostic;
    diag->levels[diagnostic->level]++;
    added->slug = printable_copy(arena, diagnostic->slug ? diagnostic->slug : "", PRINTABLE_NAME, false);
    added->clause = printable_copy(arena, diagnostic->clause, PRINTABLE_NAME, false);
    added->record = printable_copy(arena, diagnostic->record, PRINTABLE_NAME, false);
    added->source.file = copy(arena, diagnostic->source.file);
    added->related.file = copy(arena, diagnostic->related.file);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        added->text[language] = printable_copy(arena, diagnostic->text[language], PRINTABLE_TEXT, true);
        added->help[language] = printable_copy(arena, diagnostic->help[language], PRINTABLE_TEXT, true);
        added->related_text[language] =
            printable_copy(arena, diagnostic->related_text[language], PRINTABLE_NAME, false);
    }
    return added;
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_place(const struct diagnostic *a, const struct diagnostic *b)
{
    if (!a->source.file != !b->source.file)
        return a->source.file ? -1 : 1; /* what concerns no file comes last */
    int order = compare_text(a->source.file, b->source.file);
    if (order != 0)
        return order;
    if (a->source.line != b->source.line)
        return a->source.line < b->source.line ? -1 : 1;
    if (a->source.column != b->source.column)
        return a->source.column < b->source.column ? -1 : 1;
    return strcmp(a->slug, b->slug);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = compare_place(&a->diagnostic, &b->diagnostic);
    if (order != 0)
        return order;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Equal for repeats of reports at the same place and of the same slug. */
static const char *identity(struct arena *arena, const struct diagnostic *diagnostic)
{
    const struct diagnostic *d = diagnostic;
    return arena_printf(arena, "%d\x1e%s\x1e%s\x1e%s\x1e%d\x1e%d\x1e%s\x1e%s", d->level, d->record ? d->record : "",
                        d->clause ? d->clause : "", d->related.file ? d->related.file : "", d->related.line,
                        d->related.column, d->text[LANGUAGE_JA] ? d->text[LANGUAGE_JA] : "",
                        d->text[LANGUAGE_EN] ? d->text[LANGUAGE_EN] : "");
}

void diag_sort(struct diag *diag)
{
    if (diag->count < 2)
        return;
    qsort(diag->entries, diag->count, sizeof *diag->entries, compare_entries);
    struct arena *scratch = arena_new();
    size_t kept = 0;
    for (size_t start = 0, end; start < diag->count; start = end) {
        for (end = start + 1; end < diag->count; end++)
            if (compare_place(&diag->entries[start].diagnostic, &diag->entries[end].diagnostic) != 0)
                break;
        struct map *seen = end - start > 1 ? map_new(scratch) : NULL;
        for (size_t i = start; i < end; i++) {
            if (seen) {
                const char *key = identity(scratch, &diag->entries[i].diagnostic);
                if (map_has(seen, key)) {
                    diag->levels[diag->entries[i].diagnostic.level]--;
                    continue;
                }
                map_set(seen, key, NULL);
            }
            diag->entries[kept++] = diag->entries[i];
        }
    }
    diag->count = kept;
    arena_free(scratch);
}

size_t diag_count(const struct diag *diag)
{
    return diag->count;
}

size_t diag_count_level(const struct diag *diag, enum diag_level level)
{
    return diag->levels[level];
}

const struct diagnostic *diag_get(const struct diag *diag, size_t index)
{
    return &diag->entries[index].diagnostic;
}
