#include <stdio.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "build.h"
#include "cli/commands.h"
#include "rules/rules.h"

static const char *const level_names[LANGUAGE_COUNT][3] = {{"参考", "警告", "エラー"}, {"note", "warning", "error"}};

static void add_text(struct buffer *lines, const char *text)
{
    buffer_add_text(lines, "  ");
    printable_add_lines(lines, text ? text : "", PRINTABLE_TEXT, "\n  ");
    buffer_add_char(lines, '\n');
}

static void add_part(struct buffer *lines, const char *heading, const char *text)
{
    if (!text || !*text)
        return;
    buffer_printf(lines, "\n%s\n", heading);
    add_text(lines, text);
}

static void print_rule(const struct rule *rule, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    struct buffer lines = {0};
    buffer_printf(&lines, "%s  [%s%s%s]\n", printable(rule->id).text, level_names[language][rule->level],
                  rule->clause ? ", " : "", printable(rule->clause).text);
    add_text(&lines, rule->text[language]);
    add_part(&lines, ja ? "理由" : "Why", rule->why[language]);
    add_part(&lines, ja ? "直し方" : "How to mend it", rule->fix[language]);
    add_part(&lines, ja ? "定義" : "Declared in", rule->source.file);
    buffer_printf(&lines,
                  ja ? "\n重大度は tekigo.yaml の rules: {%s: off} などで変えられます。\n"
                     : "\nSet its severity in tekigo.yaml, for example rules: {%s: off}.\n",
                  printable(rule->id).text);
    print_lines(stdout, &lines);
    buffer_free(&lines);
}

static void print_list(const struct rules *rules, enum language language)
{
    struct buffer lines = {0};
    for (size_t i = 0; i < rules_count(rules); i++) {
        const struct rule *rule = rules_get(rules, i);
        buffer_printf(&lines, "%-40s %-8s %s\n", printable(rule->id).text, level_names[language][rule->level],
                      printable(rule->clause).text);
    }
    print_lines(stdout, &lines);
    buffer_free(&lines);
}

int command_explain(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    const struct rules *rules = build_load_rules(build);
    int status = rules ? 0 : 2;
    if (rules && options->argument_count == 0) {
        print_list(rules, options->language);
    } else if (rules) {
        const struct rule *rule = rules_find(rules, options->arguments[0]);
        if (rule) {
            print_rule(rule, options->language);
        } else {
            print_unknown(options->language, "「%s」という規則はありません", "there is no rule “%s”", options->arguments[0],
                          rules_suggest(rules, options->arguments[0]));
            status = 2;
        }
    }
    if (diag_count(build->diag) > 0 && finish_with_reports(build, options) != 0 && status == 0)
        status = 1;
    build_close(build);
    return status;
}
