#include "cli/reference.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "rules/rules.h"

static const char *const level_words[] = {"note", "warning", "error"};

/* Text in a cell of a Markdown table. */
static void print_cell(const char *text)
{
    for (; *text; text++)
        if (*text == '|')
            fputs("\\|", stdout);
        else
            putchar(*text == '\n' ? ' ' : *text);
}

static void print_messages(void)
{
    static const struct {
        const char *slug, *ja, *en, *help_ja, *help_en;
        enum diag_level level;
    } messages[] = {
#define X(id, level, slug, ja, en, help_ja, help_en) {slug, ja, en, help_ja, help_en, DIAG_##level},
#include "base/message_list.h"
#undef X
    };
    puts("# Messages\n\nWhat the program says itself, beside the findings of [rules](rules.md). Made by `tekigo info "
         "messages`.\n");
    puts("| message | level | 日本語 | English |\n|---|---|---|---|");
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        printf("| `%s` | %s | ", messages[i].slug, level_words[messages[i].level]);
        print_cell(messages[i].ja);
        fputs(messages[i].help_ja[0] ? " — " : "", stdout);
        print_cell(messages[i].help_ja);
        fputs(" | ", stdout);
        print_cell(messages[i].en);
        fputs(messages[i].help_en[0] ? " — " : "", stdout);
        print_cell(messages[i].help_en);
        puts(" |");
    }
}

static void print_rules(struct build *build)
{
    const struct rules *rules = build_load_rules(build);
    puts("# Rules\n\nWhat is checked, why an auditor asks, and how to mend it. Made by `tekigo info rules`.\n");
    puts("| rule | level | clause | 日本語 | English |\n|---|---|---|---|---|");
    for (size_t i = 0; rules && i < rules_count(rules); i++) {
        const struct rule *rule = rules_get(rules, i);
        printf("| `%s` | %s | %s | ", rule->id, level_words[rule->level], rule->clause ? rule->clause : "");
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            print_cell(rule->text[language]);
            if (rule->why[language]) {
                fputs("<br>", stdout);
                print_cell(rule->why[language]);
            }
            fputs(language + 1 < LANGUAGE_COUNT ? " | " : " |\n", stdout);
        }
    }
}

static const char *type_name(enum field_type type)
{
    static const char *const names[] = {"id",   "text", "string", "date", "integer", "number",  "boolean",
                                        "enum", "ref",  "file",   "list", "map",     "records", "any"};
    return names[type];
}

static void print_type(const struct field *field)
{
    if (field->type == FIELD_LIST) {
        fputs("list of ", stdout);
        print_type(field->of);
        return;
    }
    fputs(type_name(field->type), stdout);
    if (field->type == FIELD_REF)
        for (const char *const *kind = field->to; *kind; kind++)
            printf("%s%s", kind == field->to ? " → " : ", ", *kind);
    if (field->type == FIELD_RECORDS)
        printf(" of %s", field->kind);
    if (field->type == FIELD_INTEGER && field->min <= field->max)
        printf(field->max < LONG_MAX ? " %ld–%ld" : " ≥ %ld", field->min, field->max);
    for (size_t i = 0; i < field->choice_count; i++)
        printf("%s%s", i ? ", " : ": ", field->choices[i].id);
}

static void print_fields(const struct field *fields, size_t count, const char *prefix)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        const struct field *inner = field->type == FIELD_LIST ? field->of : field;
        printf("| `%s%s`%s | ", prefix, field->name, field->required ? " *" : "");
        print_type(field);
        printf(" | %s | %s |\n", field->title.text[LANGUAGE_JA] ? field->title.text[LANGUAGE_JA] : "",
               field->title.text[LANGUAGE_EN] ? field->title.text[LANGUAGE_EN] : "");
        if (inner->type == FIELD_MAP) {
            char path[256];
            snprintf(path, sizeof path, "%s%s.", prefix, field->name);
            print_fields(inner->fields, inner->field_count, path);
        }
    }
}

static void print_kinds(struct build *build)
{
    if (!build_load_model(build))
        return;
    const struct model *model = build->model;
    puts("# Fields\n\nEvery kind of record and its fields; `*` marks what is required. Made by `tekigo info fields`.");
    for (size_t i = 0; i < model_kind_count(model); i++) {
        const struct kind *kind = model_kind(model, i);
        printf("\n## %s — %s / %s\n\n", kind->name, kind->title.text[LANGUAGE_JA], kind->title.text[LANGUAGE_EN]);
        if (kind->clause && kind->clause[0])
            printf("Clause or control %s. ", kind->clause);
        for (const char *const *file = kind->files; file && *file; file++)
            printf("%s`%s`", file == kind->files ? "Files: " : ", ", *file);
        puts(kind->files && *kind->files ? "\n" : "");
        puts("| field | type | 日本語 | English |\n|---|---|---|---|");
        print_fields(kind->fields, kind->field_count, "");
    }
}

bool reference_print(struct build *build, const char *what, enum language language)
{
    if (strcmp(what, "messages") == 0)
        print_messages();
    else if (strcmp(what, "rules") == 0)
        print_rules(build);
    else if (strcmp(what, "fields") == 0)
        print_kinds(build);
    else {
        fprintf(stderr, language == LANGUAGE_JA ? "tekigo: info の引数は fields、rules、messages のいずれかです\n"
                                                : "tekigo: info takes fields, rules or messages\n");
        return false;
    }
    return true;
}
