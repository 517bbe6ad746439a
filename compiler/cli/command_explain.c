#include <stdio.h>
#include <string.h>

#include "build.h"
#include "cli/commands.h"
#include "rules/rules.h"

static const char *const level_names[LANGUAGE_COUNT][3] = {{"参考", "警告", "エラー"}, {"note", "warning", "error"}};

static void print_part(const char *heading, const char *text)
{
    if (text && *text)
        printf("\n%s\n  %s\n", heading, text);
}

static void print_rule(const struct rule *rule, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    printf("%s  [%s%s%s]\n", rule->id, level_names[language][rule->level], rule->clause ? ", " : "",
           rule->clause ? rule->clause : "");
    printf("  %s\n", rule->text[language]);
    print_part(ja ? "理由" : "Why", rule->why[language]);
    print_part(ja ? "直し方" : "How to mend it", rule->fix[language]);
    print_part(ja ? "定義" : "Declared in", rule->source.file);
    printf(ja ? "\n重大度は tekigo.yaml の rules: {%s: off} などで変えられます。\n"
              : "\nSet its severity in tekigo.yaml, for example rules: {%s: off}.\n",
           rule->id);
}

static int print_unknown(const struct rules *rules, const char *name, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    const char *meant = rules_suggest(rules, name);
    fprintf(stderr, ja ? "tekigo: 「%s」という規則はありません" : "tekigo: there is no rule “%s”", name);
    if (meant)
        fprintf(stderr, ja ? "（%s のことですか）" : " (did you mean %s?)", meant);
    fputc('\n', stderr);
    return 2;
}

int command_explain(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    const struct rules *rules = build_load_rules(build);
    int status = rules ? 0 : 2;
    if (rules && options->argument_count == 0) {
        for (size_t i = 0; i < rules_count(rules); i++) {
            const struct rule *rule = rules_get(rules, i);
            printf("%-40s %-8s %s\n", rule->id, level_names[options->language][rule->level],
                   rule->clause ? rule->clause : "");
        }
    } else if (rules) {
        const struct rule *rule = rules_find(rules, options->arguments[0]);
        if (rule)
            print_rule(rule, options->language);
        else
            status = print_unknown(rules, options->arguments[0], options->language);
    }
    if (diag_count(build->diag) > 0 && finish_with_reports(build, options) != 0 && status == 0)
        status = 1;
    build_close(build);
    return status;
}
