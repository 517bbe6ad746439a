#include "cli/reference.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "compose/compose.h"
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

/* Is `clause` the wanted one, or does it hold it: "9.3" holds "9.3.3". */
static bool serves(const char *clause, const char *wanted)
{
    size_t length = clause ? strlen(clause) : 0;
    return length > 0 && strncmp(clause, wanted, length) == 0 && (wanted[length] == '\0' || wanted[length] == '.');
}

static bool document_serves(const struct value *document, const char *wanted)
{
    const struct value *clauses = value_get(document, "clauses");
    bool found = serves(value_get_text(document, "clause", NULL), wanted);
    for (const struct value *clause = clauses ? clauses->first : NULL; clause; clause = clause->next)
        found = found || serves(clause->text, wanted);
    return found;
}

static void print_clause(const struct record *clause, const struct value *documents, const struct model *model)
{
    const struct value *asked = record_get(clause, "documented_information");
    if (!asked)
        return;
    printf("| %s | ", clause->id);
    print_cell(value_get_text(asked, "ja", ""));
    printf(" / ");
    print_cell(value_get_text(asked, "en", ""));
    fputs(" |", stdout);
    for (const struct value *document = documents->first; document; document = document->next)
        if (document_serves(document, clause->id))
            printf(" `%s`", value_get_text(document, "id", ""));
    fputs(" |", stdout);
    for (size_t i = 0; i < model_kind_count(model); i++)
        if (serves(model_kind(model, i)->clause, clause->id))
            printf(" `%s`", model_kind(model, i)->name);
    puts(" |");
}

static void print_documents(struct build *build)
{
    if (!build_load_model(build))
        return;
    const struct value *documents = compose_templates(build->script, build->arena, build->diag);
    struct record *const *clauses;
    if (!documents)
        return;
    puts("# Documents\n\nEvery document, the clause or control (A.) it serves and the kind it is made from; one marked "
         "* is "
         "made once for each record. Made by `tekigo info documents`.\n");
    puts("| document | 日本語 | English | clause | from |\n|---|---|---|---|---|");
    for (const struct value *document = documents->first; document; document = document->next) {
        const struct value *title = value_get(document, "title");
        const char *each = value_get_text(document, "each", NULL);
        printf("| `%s` | %s | %s | %s | %s%s |\n", value_get_text(document, "id", ""), value_get_text(title, "ja", ""),
               value_get_text(title, "en", ""), value_get_text(document, "clause", ""),
               each ? each : value_get_text(document, "needs", ""), each ? " *" : "");
    }
    puts("\n## Documented information\n\nWhat clauses 4 to 10 ask to be documented, and where it is.\n");
    puts("| clause | asked for | documents | kinds of record |\n|---|---|---|---|");
    size_t count = model_kind_records(build->model, model_find_kind(build->model, "clause"), &clauses);
    for (size_t i = 0; i < count; i++)
        print_clause(clauses[i], documents, build->model);
}

bool reference_print(struct build *build, const char *what, enum language language)
{
    if (strcmp(what, "messages") == 0)
        print_messages();
    else if (strcmp(what, "rules") == 0)
        print_rules(build);
    else if (strcmp(what, "fields") == 0)
        print_kinds(build);
    else if (strcmp(what, "documents") == 0)
        print_documents(build);
    else {
        fprintf(stderr, language == LANGUAGE_JA
                            ? "tekigo: info の引数は fields、rules、messages、documents のいずれかです\n"
                            : "tekigo: info takes fields, rules, messages or documents\n");
        return false;
    }
    return true;
}
