#include "cli/options.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "cli/commands.h"

/* To add an option: a line here, its case in apply(), its line in usage_*, and in docs/tekigo.1. */
enum {
    OPTION_DATE = 256,
    OPTION_LANGUAGE,
    OPTION_FORMAT,
    OPTION_COLOR,
    OPTION_TIME,
    OPTION_MEMORY,
    OPTION_UNTRUSTED,
    OPTION_OUT,
    OPTION_DRAFT,
    OPTION_FORCE,
    OPTION_ONLY,
    OPTION_STANDARD,
    OPTION_THEME,
    OPTION_FAIL,
    OPTION_TIMINGS,
    OPTION_TRACE,
    OPTION_WHAT_IF,
    OPTION_FROM,
    OPTION_VERSION
};

static const struct option long_options[] = {
    {"directory", required_argument, NULL, 'C'},
    {"date", required_argument, NULL, OPTION_DATE},
    {"lang", required_argument, NULL, OPTION_LANGUAGE},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"max-time", required_argument, NULL, OPTION_TIME},
    {"max-mem", required_argument, NULL, OPTION_MEMORY},
    {"untrusted", no_argument, NULL, OPTION_UNTRUSTED},
    {"out", required_argument, NULL, OPTION_OUT},
    {"draft", no_argument, NULL, OPTION_DRAFT},
    {"force", no_argument, NULL, OPTION_FORCE},
    {"only", required_argument, NULL, OPTION_ONLY},
    {"pdf-standard", required_argument, NULL, OPTION_STANDARD},
    {"theme", required_argument, NULL, OPTION_THEME},
    {"fail-on", required_argument, NULL, OPTION_FAIL},
    {"timings", no_argument, NULL, OPTION_TIMINGS},
    {"trace", no_argument, NULL, OPTION_TRACE},
    {"what-if", required_argument, NULL, OPTION_WHAT_IF},
    {"from", required_argument, NULL, OPTION_FROM},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

static const char usage_ja[] = "使い方: tekigo [オプション] コマンド [引数]\n\n"
                               "ISMS（ISO/IEC 27001:2022）の文書をテキストのツリーから作ります。\n\n"
                               "コマンド\n";

static const char usage_en[] = "Usage: tekigo [OPTION]… COMMAND [ARGUMENT]…\n\n"
                               "Compiles the documents of an ISMS (ISO/IEC 27001:2022) from a tree of text files.\n\n"
                               "Commands\n";

static const char usage_options_ja[] =
    "\nオプション\n"
    "  -C, --directory DIR   プロジェクトのディレクトリー（既定: 現在の場所）\n"
    "      --out DIR         出力先（既定: プロジェクトの out）\n"
    "      --only LIST       html,pdf,dump のうち作る形式（既定: html,pdf）\n"
    "      --pdf-standard LIST  PDFが名乗る規格: a-1b, a-2a, ua-1（既定: なし）\n"
    "      --theme NAME      体裁（既定: tekigo.yaml の theme、なければ default）\n"
    "      --draft           案として作る: エラーがあっても作り、全ページに「案」と記す\n"
    "      --force           出力先に tekigo が書いたものでないファイルがあっても、取り置いて置き換える\n"
    "      --date DATE       基準日（例 2026-10-15）\n"
    "      --lang ja|en      メッセージの言語\n"
    "      --format FORMAT   human, short, json\n"
    "      --from LEVEL      init: 始めるときの段階。quick, baseline, full\n"
    "      --trace           risk: 値がどの入力と式から得られたかを表示\n"
    "      --what-if CHANGE  risk: 仮定を置いて計算し直す（例 control=5.18:not、R-034.first.threat=3）\n"
    "      --fail-on LEVEL   error, warning, note: この重大度から終了コードを1にする（既定: error）\n"
    "      --color WHEN      auto, always, never\n"
    "      --max-time SEC    処理時間の上限（既定: 120秒、0: なし）。実時間ではその10倍まで\n"
    "      --max-mem MB      メモリーの上限（既定: 512 MBに入力の大きさに応じた量を加える、0: なし）\n"
    "      --untrusted       他人の変更をCIで確かめるとき: 上限を20秒と512 MBに固定\n"
    "      --timings         段階ごとの処理時間を表示\n"
    "  -q, --quiet           エラーだけを表示\n"
    "  -v, --verbose         進み具合を表示\n"
    "  -h, --help            この説明\n"
    "      --version         版\n\n"
    "終了コード: 0 問題なし、1 指摘あり、2 使い方の誤り又は内部の異常\n";

static const char usage_options_en[] =
    "\nOptions\n"
    "  -C, --directory DIR   directory of the project (default: here)\n"
    "      --out DIR         where to write (default: out in the project)\n"
    "      --only LIST       formats to make, of html,pdf,dump (default: html,pdf)\n"
    "      --pdf-standard LIST  standards that PDFs claim: a-1b, a-2a, ua-1 (default: none)\n"
    "      --theme NAME      looks (default: theme of tekigo.yaml, else default)\n"
    "      --draft           make a draft: in spite of errors, every page marked\n"
    "      --force           keep aside what tekigo did not write in the output, and replace the rest\n"
    "      --date DATE       date of the build, such as 2026-10-15\n"
    "      --lang ja|en      language of messages\n"
    "      --format FORMAT   human, short, json\n"
    "      --from LEVEL      init: what to start with: quick, baseline, full\n"
    "      --trace           risk: show the inputs and formulas behind every figure\n"
    "      --what-if CHANGE  risk: reckon again with a change (control=5.18:not, R-034.first.threat=3)\n"
    "      --fail-on LEVEL   error, warning, note: exit with 1 from this level on (default: error)\n"
    "      --color WHEN      auto, always, never\n"
    "      --max-time SEC    limit on processor time (default: 120 s, 0: none); ten times that by the clock\n"
    "      --max-mem MB      limit on memory (default: 512 MB and more for a large input, 0: none)\n"
    "      --untrusted       for changes of strangers in CI: limits fixed at 20 s and 512 MB\n"
    "      --timings         print the time of each stage\n"
    "  -q, --quiet           print errors only\n"
    "  -v, --verbose         print progress\n"
    "  -h, --help            this text\n"
    "      --version         the version\n\n"
    "Exit status: 0 clean, 1 findings, 2 wrong usage or internal error\n";

static void print_usage(enum language language, FILE *stream)
{
    bool ja = language == LANGUAGE_JA;
    struct buffer lines = {0};
    buffer_add_text(&lines, ja ? usage_ja : usage_en);
    for (const struct command *command = commands; command->name; command++)
        buffer_printf(&lines, "  %-20s  %s\n", command->usage, command->summary[language]);
    buffer_add_text(&lines, ja ? usage_options_ja : usage_options_en);
    print_lines(stream, &lines);
    buffer_free(&lines);
}

/* Index of `text` in a list that ends with NULL, or -1. */
static int choose(const char *text, const char *const *choices)
{
    for (int i = 0; choices[i]; i++)
        if (strcmp(text, choices[i]) == 0)
            return i;
    return -1;
}

static bool read_number(const char *text, unsigned *number)
{
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || value > 10000000)
        return false;
    *number = (unsigned)value;
    return true;
}

static bool read_only(struct options *options, const char *list)
{
    options->html = options->pdf = options->dump = false;
    while (*list) {
        size_t length = strcspn(list, ",");
        if (length == 4 && memcmp(list, "html", 4) == 0)
            options->html = true;
        else if (length == 3 && memcmp(list, "pdf", 3) == 0)
            options->pdf = true;
        else if (length == 4 && memcmp(list, "dump", 4) == 0)
            options->dump = true;
        else
            return false;
        list += length + (list[length] == ',');
    }
    return options->html || options->pdf || options->dump;
}

/* A file claims one part of PDF/A at most, and PDF/UA builds on a later PDF than the first part. */
static bool read_standards(struct pdf_standards *standards, const char *list)
{
    *standards = (struct pdf_standards){0};
    while (*list) {
        size_t length = strcspn(list, ",");
        if (length == 4 && memcmp(list, "a-1b", 4) == 0)
            standards->a1b = true;
        else if (length == 4 && memcmp(list, "a-2a", 4) == 0)
            standards->a2a = true;
        else if (length == 4 && memcmp(list, "ua-1", 4) == 0)
            standards->ua1 = true;
        else
            return false;
        list += length + (list[length] == ',');
    }
    return !standards->a1b || (!standards->a2a && !standards->ua1);
}

static bool read_choice(struct options *options, int option, const char *text)
{
    static const char *const languages[] = {"ja", "en", NULL};
    static const char *const formats[] = {"human", "short", "json", NULL};
    static const char *const colors[] = {"auto", "always", "never", NULL};
    static const char *const levels[] = {"note", "warning", "error", NULL};
    int choice = choose(text, option == OPTION_LANGUAGE ? languages
                              : option == OPTION_FORMAT ? formats
                              : option == OPTION_COLOR  ? colors
                                                        : levels);
    if (choice < 0)
        return false;
    if (option == OPTION_LANGUAGE) {
        options->language = (enum language)choice;
        options->language_given = true;
    } else if (option == OPTION_FORMAT) {
        options->format = (enum diag_format)choice;
    } else if (option == OPTION_COLOR) {
        options->color = choice;
    } else {
        options->fail_level = (enum diag_level)choice;
    }
    return true;
}

/* False when the argument of the option makes no sense. */
static bool apply(struct options *options, int option, const char *argument)
{
    switch (option) {
    case 'C':
        options->directory = argument;
        return true;
    case 'q':
        options->quiet = true;
        return true;
    case 'v':
        options->verbose = true;
        return true;
    case OPTION_DATE:
        options->date = argument;
        return true;
    case OPTION_OUT:
        options->out = argument;
        return argument[0] != '\0';
    case OPTION_THEME:
        options->theme = argument;
        return argument[0] != '\0';
    case OPTION_DRAFT:
        options->draft = true;
        return true;
    case OPTION_FORCE:
        options->force = true;
        return true;
    case OPTION_TIMINGS:
        options->timings = true;
        return true;
    case OPTION_TRACE:
        options->trace = true;
        return true;
    case OPTION_WHAT_IF:
        if (options->what_if_count == WHAT_IF_MAX)
            return false;
        options->what_if[options->what_if_count++] = argument;
        return true;
    case OPTION_FROM:
        options->from = argument;
        return true;
    case OPTION_TIME:
        return read_number(argument, &options->limits.seconds);
    case OPTION_MEMORY:
        return read_number(argument, &options->limits.megabytes);
    case OPTION_UNTRUSTED:
        options->limits.untrusted = true;
        return true;
    case OPTION_ONLY:
        return read_only(options, argument);
    case OPTION_STANDARD:
        return read_standards(&options->standards, argument);
    default:
        return read_choice(options, option, argument);
    }
}

enum language options_language(const char *name)
{
    bool ja = strncmp(name, "ja", 2) == 0 && !isalpha((unsigned char)name[2]);
    return ja ? LANGUAGE_JA : LANGUAGE_EN;
}

static enum language locale_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (locale && *locale)
            return options_language(locale);
    }
    return LANGUAGE_EN; /* as in the locale C, which is the one that nobody chose */
}

static void note_mistake(struct options *options, const char *ja, const char *en, const char *what)
{
    if (options->mistaken)
        return;
    options->mistake[LANGUAGE_JA] = ja;
    options->mistake[LANGUAGE_EN] = en;
    options->mistaken = what;
}

bool options_read(struct options *options, int argc, char **argv, int *status)
{
    *options = (struct options){.directory = ".",
                                .fail_level = DIAG_ERROR,
                                .limits = {.seconds = LIMIT_UNSET, .megabytes = LIMIT_UNSET},
                                .html = true,
                                .pdf = true};
    options->language = locale_language();
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, ":C:qvh", long_options, NULL)) != -1;) {
        if (option == 'h' || option == OPTION_VERSION)
            options->request = option == 'h' ? REQUEST_HELP : REQUEST_VERSION;
        else if (option == '?')
            note_mistake(options, "知らないオプションです", "unknown option", argv[optind - 1]);
        else if (option == ':')
            note_mistake(options, "値が必要なオプションです", "this option needs a value", argv[optind - 1]);
        else if (!apply(options, option, optarg))
            note_mistake(options, "オプションの値が正しくありません", "wrong value of an option", optarg);
    }
    if (!limits_settle(&options->limits)) {
        note_mistake(options, "このオプションがあるとき、上限をなしにはできません",
                     "with this option no limit can be lifted", "--untrusted");
        options->limits = (struct limits){.seconds = LIMIT_UNSET, .megabytes = LIMIT_UNSET};
        limits_settle(&options->limits);
    }
    *status = options->request != REQUEST_COMMAND && !options->mistaken ? 0 : 2;
    if (options->mistaken || options->request != REQUEST_COMMAND || optind >= argc)
        return false;
    options->command = argv[optind];
    options->arguments = (const char *const *)argv + optind + 1;
    options->argument_count = argc - optind - 1;
    return true;
}

void options_print(const struct options *options)
{
    if (options->mistaken)
        print_format(stderr,
                     options->language == LANGUAGE_JA ? "tekigo: %s: %s\n`tekigo --help` で使い方を表示します\n"
                                                      : "tekigo: %s: %s\nTry `tekigo --help`.\n",
                     options->mistake[options->language], printable(options->mistaken).text);
    else if (options->request == REQUEST_VERSION)
        print_format(stdout, "tekigo " TEKIGO_VERSION "\n");
    else
        print_usage(options->language, options->request == REQUEST_HELP ? stdout : stderr);
}

const char *options_output(const struct options *options, struct arena *arena)
{
    return options->out ? options->out : arena_printf(arena, "%s/out", options->directory);
}
