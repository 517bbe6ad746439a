#include "cli/commands.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/print.h"
#include "base/printable.h"
#include "build.h"

/* clang-format off */
const struct command commands[] = {
    {"init", "init [DIR]", {"新しいプロジェクトを作る", "start a new project"}, 0, 1, command_init},
    {"check", "check", {"読み込んで規則を確かめる（何も書かない）", "read everything and run the rules; write nothing"},
     0, 0, command_check},
    {"build", "build", {"確かめたうえで文書を作る", "check, then make the documents"}, 0, 0, command_build},
    {"risk", "risk [ID]", {"リスクの一覧と分布、算出の過程、仮定による変化を表示する",
                           "show the risk register, how its figures came about, what would change if"},
     0, 1, command_risk},
    {"explain", "explain [RULE]", {"規則を説明する（省略すると一覧）", "explain a rule, or list them"},
     0, 1, command_explain},
    {"info", "info [WHAT]", {"プロジェクトの内容、又は fields・rules・messages・documents の一覧を表示する",
                             "show the project, or the reference of fields, rules, messages or documents"}, 0, 1, command_info},
    {0},
};
/* clang-format on */

void print_unknown(enum language language, const char *ja, const char *en, const char *name, const char *meant)
{
    bool japanese = language == LANGUAGE_JA;
    struct buffer line = {0};
    buffer_add_text(&line, "tekigo: ");
    buffer_printf(&line, japanese ? ja : en, printable(name).text);
    if (meant)
        buffer_printf(&line, japanese ? "（%s のことですか）" : " (did you mean %s?)", printable(meant).text);
    buffer_add_char(&line, '\n');
    print_lines(stderr, &line);
    buffer_free(&line);
}

bool use_color(const struct options *options, FILE *stream)
{
    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    return (!no_color || !*no_color) && isatty(fileno(stream));
}

int finish_with_reports(struct build *build, const struct options *options)
{
    FILE *stream = options->format == DIAG_HUMAN ? stderr : stdout;
    struct diag_print_options print = {
        .format = options->format,
        .language = options->language,
        .color = use_color(options, stream),
        .quiet = options->quiet,
        .text = build_text,
        .text_context = build,
    };
    diag_sort(build->diag);
    diag_print(build->diag, &print, stream);
    return build_status(build);
}
