#include "publish/progress.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/print.h"
#include "base/printable.h"

static void copy(char *to, size_t size, const char *from)
{
    size_t length = from ? strnlen(from, size - 1) : 0;
    if (length)
        memcpy(to, from, length);
    to[length] = '\0';
}

void progress_stage(struct progress *progress, const char *stage)
{
    if (!progress)
        return;
    copy(progress->stage, sizeof progress->stage, stage);
    progress_detail(progress, NULL, NULL);
}

void progress_detail(void *context, const char *what, const char *detail)
{
    struct progress *progress = context;
    if (!progress)
        return;
    copy(progress->what, sizeof progress->what, what);
    copy(progress->detail, sizeof progress->detail, detail);
}

void progress_language(struct progress *progress, enum language language)
{
    progress->language = language;
}

void progress_replacing(struct progress *progress)
{
    if (progress)
        progress->replacing = true;
}

void progress_published(struct progress *progress)
{
    if (progress)
        progress->published = true;
}

unsigned progress_input(struct progress *progress, uint64_t text, uint64_t other)
{
    if (progress && progress->megabytes)
        progress->megabytes = limits_raise_memory(limits_for_input(&progress->limits, text, other));
    return progress ? progress->megabytes : 0;
}

/* — the end of time — */

/* For the signal handler, which is given nothing else. Set before the handler is, or while its signal is blocked. */
static struct {
    struct progress *progress;
    bool (*ask)(void *context);
    void *context;
} handled;

static _Noreturn void stop(struct progress *progress, enum progress_end end, const char *file, int line)
{
    if (progress) {
        copy(progress->file, sizeof progress->file, file);
        progress->line = line;
        progress->end = end;
    }
    _exit(ARENA_EXIT_STATUS);
}

void progress_stop(struct progress *progress, enum progress_end end, struct source place)
{
    if (!progress && end == PROGRESS_OUT_OF_MEMORY)
        arena_out_of_memory();
    stop(progress, end, place.file, place.line);
}

/* The system sends the signal again after a second: by then the work has said where it is, or cannot. */
static void on_time_up(int signal_number)
{
    (void)signal_number;
    bool first = handled.progress->end == PROGRESS_RUNNING;
    handled.progress->end = PROGRESS_OUT_OF_TIME;
    bool answers = handled.ask && handled.ask(handled.context);
    if (!answers || !first)
        stop(handled.progress, PROGRESS_OUT_OF_TIME, NULL, 0);
}

void progress_begin(struct progress *progress)
{
    struct sigaction action = {.sa_handler = on_time_up, .sa_flags = SA_RESTART};
    handled.progress = progress;
    sigaction(SIGXCPU, &action, NULL);
}

void progress_ask(struct progress *progress, bool (*ask)(void *context), void *context)
{
    sigset_t time_up, before;
    if (!progress)
        return;
    sigemptyset(&time_up);
    sigaddset(&time_up, SIGXCPU);
    sigprocmask(SIG_BLOCK, &time_up, &before);
    handled.ask = ask;
    handled.context = context;
    sigprocmask(SIG_SETMASK, &before, NULL);
}

/* — words — */

static void add_place(struct buffer *words, const struct progress *progress, bool ja)
{
    if (progress->file[0]) {
        buffer_add_text(words, "  --> ");
        printable_add(words, progress->file, PRINTABLE_NAME);
        if (progress->line > 0)
            buffer_printf(words, ":%d", progress->line);
        buffer_add_text(words, "\n");
    }
    if (!progress->stage[0])
        return;
    buffer_add_text(words, ja ? "  段階: " : "  stage: ");
    buffer_add_text(words, progress->stage);
    if (progress->what[0] || progress->detail[0]) {
        buffer_add_text(words, ja ? "\n  処理中: " : "\n  working on: ");
        printable_add(words, progress->what, PRINTABLE_NAME);
        if (progress->what[0] && progress->detail[0])
            buffer_add_text(words, " ");
        printable_add(words, progress->detail, PRINTABLE_NAME);
    }
    buffer_add_text(words, "\n");
}

static void add_reason(struct buffer *words, const struct progress *progress, enum stopped stopped, int signal_number,
                       bool ja)
{
    const struct limits *limits = &progress->limits;
    switch (stopped) {
    case STOPPED_PROCESSOR:
        buffer_printf(words,
                      ja ? "エラー[stopped-time]: 処理時間が上限の%u秒に達したため中止しました。"
                         : "error[stopped-time]: stopped at the limit of %u s of processor time; ",
                      limits->seconds);
        break;
    case STOPPED_CLOCK:
        buffer_printf(
            words,
            ja ? "エラー[stopped-clock]: 始めてから%u秒たっても終わらないため中止しました（処理時間の上限は%u秒）。"
               : "error[stopped-clock]: stopped after %u s by the clock (the limit of processor time is %u s); ",
            limits->clock_seconds, limits->seconds);
        break;
    case STOPPED_MEMORY:
        if (progress->megabytes)
            buffer_printf(words,
                          ja ? "エラー[stopped-memory]: メモリーが上限の%u MBに達したため中止しました。"
                             : "error[stopped-memory]: stopped at the limit of %u MB of memory; ",
                          progress->megabytes);
        else
            buffer_add_text(words, ja ? "エラー[stopped-memory]: システムのメモリーが足りないため中止しました。"
                                      : "error[stopped-memory]: stopped, as the system has no more memory; ");
        break;
    case STOPPED_SIGNAL:
        buffer_printf(words,
                      ja ? "エラー[stopped-signal]: 処理が異常終了しました（シグナル %d）。"
                         : "error[stopped-signal]: the work ended by signal %d; ",
                      signal_number);
        break;
    }
    if (progress->published)
        buffer_add_text(words, ja ? "出力は置き換え済みです\n" : "the output was replaced before\n");
    else if (progress->replacing)
        buffer_add_text(words, ja ? "出力の置き換えは途中です。もう一度 build を実行してください\n"
                                  : "the output is half replaced: build again\n");
    else
        buffer_add_text(words, ja ? "出力は変更していません\n" : "the output is unchanged\n");
}

static const char *help(enum stopped stopped, int signal_number, bool ja)
{
    switch (stopped) {
    case STOPPED_PROCESSOR:
        return ja ? "  直し方: 上の対象を見直すか、--max-time で上限を延ばしてください\n"
                  : "  help: look at what is named above, or raise the limit with --max-time\n";
    case STOPPED_CLOCK:
        return ja ? "  直し方: ツリーや出力先が応答しない場所にないか確かめるか、--max-time で上限を延ばしてください\n"
                  : "  help: check that the tree and the output do not lie where nothing answers, or raise the limit "
                    "with "
                    "--max-time\n";
    case STOPPED_MEMORY:
        return ja ? "  直し方: 上の対象を見直すか、--max-mem で上限を広げてください\n"
                  : "  help: look at what is named above, or raise the limit with --max-mem\n";
    case STOPPED_SIGNAL:
        break;
    }
    if (signal_number != SIGKILL)
        return "";
    return ja ? "  直し方: メモリーが足りずシステムが止めたのなら、メモリーを増やすか --max-mem "
                "で上限を下げてください\n"
              : "  help: if the system stopped it for want of memory, give it more or lower the limit with --max-mem\n";
}

void progress_print(const struct progress *progress, enum stopped stopped, int signal_number)
{
    bool ja = progress->language == LANGUAGE_JA;
    struct buffer words = {0};
    add_reason(&words, progress, stopped, signal_number, ja);
    add_place(&words, progress, ja);
    buffer_add_text(&words, help(stopped, signal_number, ja));
    print_lines(stderr, &words);
    buffer_free(&words);
}
