#include "cli/reference.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "compose/compose.h"
#include "rules/rules.h"

static const char *const level_words[] = {"note", "warning", "error"};

/* Text in a cell of a Markdown table. */
static void add_cell(struct buffer *lines, const char *text)
{
    struct buffer shown = {0};
    printable_add_lines(&shown, text ? text : "", PRINTABLE_TEXT, " ");
    for (size_t i = 0; i < shown.length; i++) {
        if (shown.data[i] == '|')
            buffer_add_char(lines, '\\');
        buffer_add_char(lines, shown.data[i]);
    }
    buffer_free(&shown);
}

static void add_messages(struct buffer *lines)
{
    static const struct {
        const char *slug, *ja, *en, *help_ja, *help_en;
        enum diag_level level;
    } messages[] = {
#define X(id, level, slug, ja, en, help_ja, help_en) {slug, ja, en, help_ja, help_en, DIAG_##level},
#include "base/message_list.h"
#undef X
    };
    buffer_add_text(
        lines,
        "# Messages\n\nWhat the program says itself, beside the findings of [rules](rules.md). Made by `tekigo info "
        "messages`.\n\n");
    buffer_add_text(lines, "| message | level | 日本語 | English |\n|---|---|---|---|\n");
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        buffer_printf(lines, "| `%s` | %s | ", messages[i].slug, level_words[messages[i].level]);
        add_cell(lines, messages[i].ja);
        buffer_add_text(lines, messages[i].help_ja[0] ? " — " : "");
        add_cell(lines, messages[i].help_ja);
        buffer_add_text(lines, " | ");
        add_cell(lines, messages[i].en);
        buffer_add_text(lines, messages[i].help_en[0] ? " — " : "");
        add_cell(lines, messages[i].help_en);
        buffer_add_text(lines, " |\n");
    }
}

static void add_rules(struct buffer *lines, struct build *build)
{
    const struct rules *rules = build_load_rules(build);
    buffer_add_text(
        lines, "# Rules\n\nWhat is checked, why an auditor asks, and how to mend it. Made by `tekigo info rules`.\n\n");
    buffer_add_text(lines, "| rule | level | clause | 日本語 | English |\n|---|---|---|---|---|\n");
    for (size_t i = 0; rules && i < rules_count(rules); i++) {
        const struct rule *rule = rules_get(rules, i);
        buffer_printf(lines, "| `%s` | %s | %s | ", printable(rule->id).text, level_words[rule->level],
                      printable(rule->clause).text);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            add_cell(lines, rule->text[language]);
            if (rule->why[language]) {
                buffer_add_text(lines, "<br>");
                add_cell(lines, rule->why[language]);
            }
            buffer_add_text(lines, language + 1 < LANGUAGE_COUNT ? " | " : " |\n");
        }
    }
}

static const char *type_name(enum field_type type)
{
    static const char *const names[] = {"id",   "text", "string", "date", "integer", "number",  "boolean",
                                        "enum", "ref",  "file",   "list", "map",     "records", "any"};
    return names[type];
}

static void add_type(struct buffer *lines, const struct field *field)
{
    if (field->type == FIELD_LIST) {
        buffer_add_text(lines, "list of ");
        add_type(lines, field->of);
        return;
    }
    buffer_add_text(lines, type_name(field->type));
    if (field->type == FIELD_REF)
        for (const char *const *kind = field->to; *kind; kind++)
            buffer_printf(lines, "%s%s", kind == field->to ? " → " : ", ", printable(*kind).text);
    if (field->type == FIELD_RECORDS)
        buffer_printf(lines, " of %s", printable(field->kind).text);
    if (field->type == FIELD_INTEGER && field->min <= field->max)
        buffer_printf(lines, field->max < LONG_MAX ? " %ld–%ld" : " ≥ %ld", field->min, field->max);
    for (size_t i = 0; i < field->choice_count; i++)
        buffer_printf(lines, "%s%s", i ? ", " : ": ", printable(field->choices[i].id).text);
}

static void add_fields(struct buffer *lines, const struct field *fields, size_t count, const char *prefix)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        const struct field *inner = field->type == FIELD_LIST ? field->of : field;
        buffer_printf(lines, "| `%s%s`%s | ", printable(prefix).text, printable(field->name).text,
                      field->required ? " *" : "");
        add_type(lines, field);
        buffer_printf(lines, " | %s | %s |\n", printable(field->title.text[LANGUAGE_JA]).text,
                      printable(field->title.text[LANGUAGE_EN]).text);
        if (inner->type == FIELD_MAP) {
            struct buffer path = {0};
            buffer_printf(&path, "%s%s.", prefix, field->name);
            add_fields(lines, inner->fields, inner->field_count, path.data);
            buffer_free(&path);
        }
    }
}

static void add_kinds(struct buffer *lines, struct build *build)
{
    if (!build_load_model(build))
        return;
    const struct model *model = build->model;
    buffer_add_text(
        lines,
        "# Fields\n\nEvery kind of record and its fields; `*` marks what is required. Made by `tekigo info fields`.\n");
    for (size_t i = 0; i < model_kind_count(model); i++) {
        const struct kind *kind = model_kind(model, i);
        buffer_printf(lines, "\n## %s — %s / %s\n\n", printable(kind->name).text,
                      printable(kind->title.text[LANGUAGE_JA]).text, printable(kind->title.text[LANGUAGE_EN]).text);
        if (kind->clause && kind->clause[0])
            buffer_printf(lines, "Clause or control %s. ", printable(kind->clause).text);
        for (const char *const *file = kind->files; file && *file; file++)
            buffer_printf(lines, "%s`%s`", file == kind->files ? "Files: " : ", ", printable(*file).text);
        buffer_add_text(lines, kind->files && *kind->files ? "\n\n" : "\n");
        buffer_add_text(lines, "| field | type | 日本語 | English |\n|---|---|---|---|\n");
        add_fields(lines, kind->fields, kind->field_count, "");
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

static void add_clause(struct buffer *lines, const struct record *clause, const struct value *documents,
                       const struct model *model)
{
    const struct value *asked = record_get(clause, "documented_information");
    if (!asked)
        return;
    buffer_printf(lines, "| %s | ", printable(clause->id).text);
    add_cell(lines, value_get_text(asked, "ja", ""));
    buffer_printf(lines, " / ");
    add_cell(lines, value_get_text(asked, "en", ""));
    buffer_add_text(lines, " |");
    for (const struct value *document = documents->first; document; document = document->next)
        if (document_serves(document, clause->id))
            buffer_printf(lines, " `%s`", printable(value_get_text(document, "id", "")).text);
    buffer_add_text(lines, " |");
    for (size_t i = 0; i < model_kind_count(model); i++)
        if (serves(model_kind(model, i)->clause, clause->id))
            buffer_printf(lines, " `%s`", printable(model_kind(model, i)->name).text);
    buffer_add_text(lines, " |\n");
}

static void add_documents(struct buffer *lines, struct build *build)
{
    if (!build_load_model(build))
        return;
    const struct value *documents = compose_templates(build->script, build->arena, build->diag);
    struct record *const *clauses;
    if (!documents)
        return;
    buffer_add_text(
        lines,
        "# Documents\n\nEvery document, the clause or control (A.) it serves and the kind it is made from; one marked "
        "* is "
        "made once for each record. Made by `tekigo info documents`.\n\n");
    buffer_add_text(lines, "| document | 日本語 | English | clause | from |\n|---|---|---|---|---|\n");
    for (const struct value *document = documents->first; document; document = document->next) {
        const struct value *title = value_get(document, "title");
        const char *each = value_get_text(document, "each", NULL);
        buffer_printf(lines, "| `%s` | %s | %s | %s | %s%s |\n", printable(value_get_text(document, "id", "")).text,
                      printable(value_get_text(title, "ja", "")).text, printable(value_get_text(title, "en", "")).text,
                      printable(value_get_text(document, "clause", "")).text,
                      printable(each ? each : value_get_text(document, "needs", "")).text, each ? " *" : "");
    }
    buffer_add_text(lines,
                    "\n## Documented information\n\nWhat clauses 4 to 10 ask to be documented, and where it is.\n\n");
    buffer_add_text(lines, "| clause | asked for | documents | kinds of record |\n|---|---|---|---|\n");
    size_t count = model_kind_records(build->model, model_find_kind(build->model, "clause"), &clauses);
    for (size_t i = 0; i < count; i++)
        add_clause(lines, clauses[i], documents, build->model);
}

bool reference_print(struct build *build, const char *what, enum language language)
{
    struct buffer lines = {0};
    if (strcmp(what, "messages") == 0) {
        add_messages(&lines);
    } else if (strcmp(what, "rules") == 0) {
        add_rules(&lines, build);
    } else if (strcmp(what, "fields") == 0) {
        add_kinds(&lines, build);
    } else if (strcmp(what, "documents") == 0) {
        add_documents(&lines, build);
    } else {
        print_format(stderr, language == LANGUAGE_JA
                                 ? "tekigo: info の引数は fields、rules、messages、documents のいずれかです\n"
                                 : "tekigo: info takes fields, rules, messages or documents\n");
        return false;
    }
    print_lines(stdout, &lines);
    buffer_free(&lines);
    return true;
}
