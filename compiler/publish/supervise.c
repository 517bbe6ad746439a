#include "publish/supervise.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
enum { LIMIT_MEMORY = 0 }; /* the sanitizer reserves terabytes of address space */
#else
enum { LIMIT_MEMORY = 1 };
#endif

struct progress {
    char stage[64];
    char what[128];
    char detail[256];
};

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

static void set_limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit limit;
    if (getrlimit((__rlimit_resource_t)resource, &limit) != 0)
        return;
    if (limit.rlim_max != RLIM_INFINITY && hard > limit.rlim_max)
        hard = limit.rlim_max;
    limit.rlim_cur = soft < hard ? soft : hard;
    limit.rlim_max = hard;
    setrlimit((__rlimit_resource_t)resource, &limit);
}

/* Deeper than what our limits on the depth of inputs allow. */
enum { STACK_SIZE = 2 << 20 };

static __attribute__((noinline)) char touch_stack(void)
{
    volatile char room[STACK_SIZE];
    room[0] = 0;
    return room[0];
}

/* The stack of the work grows before memory is limited: afterwards the kernel could only answer with a crash. A stack
 * that is limited to little more stays as it is. */
static void grow_stack(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur >= 2 * STACK_SIZE)
        touch_stack();
}

static void apply_limits(const struct limits *limits)
{
    if (limits->seconds)
        set_limit(RLIMIT_CPU, limits->seconds, (rlim_t)limits->seconds + 1);
    if (limits->megabytes && LIMIT_MEMORY)
        set_limit(RLIMIT_AS, (rlim_t)limits->megabytes << 20, (rlim_t)limits->megabytes << 20);
    set_limit(RLIMIT_CORE, 0, 0);
}

static void print_place(const struct progress *progress, enum language language)
{
    if (!progress->stage[0])
        return;
    fprintf(stderr, language == LANGUAGE_JA ? "  段階: %s\n" : "  stage: %s\n", progress->stage);
    if (progress->what[0] || progress->detail[0])
        fprintf(stderr, language == LANGUAGE_JA ? "  処理中: %s%s%s\n" : "  working on: %s%s%s\n", progress->what,
                progress->what[0] && progress->detail[0] ? " " : "", progress->detail);
}

static void print_end(const struct progress *progress, int signal_number, const struct limits *limits,
                      enum language language)
{
    bool ja = language == LANGUAGE_JA;
    bool time = signal_number == SIGXCPU;
    if (time)
        fprintf(stderr,
                ja ? "error[stopped-time]: 処理時間が上限の%u秒に達したため中止しました。出力は変更していません\n"
                   : "error[stopped-time]: stopped at the limit of %u s of processor time; the output is unchanged\n",
                limits->seconds);
    else
        fprintf(stderr,
                ja ? "error[stopped-signal]: 処理が異常終了しました（シグナル %d）。出力は変更していません\n"
                   : "error[stopped-signal]: the work ended by signal %d; the output is unchanged\n",
                signal_number);
    print_place(progress, language);
    if (time)
        fputs(ja ? "  直し方: 上の対象を見直すか、--max-time で上限を延ばしてください\n"
                 : "  help: look at what is named above, or raise the limit with --max-time\n",
              stderr);
}

static void print_out_of_memory(const struct progress *progress, const struct limits *limits, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    fprintf(stderr,
            ja ? "error[stopped-memory]: メモリーが上限の%u MBに達したため中止しました。出力は変更していません\n"
               : "error[stopped-memory]: stopped at the limit of %u MB of memory; the output is unchanged\n",
            limits->megabytes);
    print_place(progress, language);
    fputs(ja ? "  直し方: 上の対象を見直すか、--max-mem で上限を広げてください\n"
             : "  help: look at what is named above, or raise the limit with --max-mem\n",
          stderr);
}

static int result_of(int status, const struct progress *progress, const struct limits *limits, enum language language)
{
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE)
        return 2; /* whoever read the output went away: nobody waits for words */
    if (WIFSIGNALED(status)) {
        print_end(progress, WTERMSIG(status), limits, language);
        return 2;
    }
    if (WEXITSTATUS(status) == ARENA_EXIT_STATUS) {
        print_out_of_memory(progress, limits, language);
        return 2;
    }
    return WEXITSTATUS(status);
}

int supervise(int (*work)(void *context, struct progress *progress), void *context, const struct limits *limits,
              enum language language)
{
    struct progress *progress = mmap(NULL, sizeof *progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (progress == MAP_FAILED) {
        perror("tekigo: mmap");
        return 2;
    }
    fflush(stdout);
    fflush(stderr);
    pid_t child = fork();
    if (child < 0) {
        perror("tekigo: fork");
        return 2;
    }
    if (child == 0) {
        arena_supervised();
        grow_stack();
        apply_limits(limits);
        int result = work(context, progress);
        if (fflush(stdout) != 0)
            result = 2;
        exit(result);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) {
            perror("tekigo: waitpid");
            return 2;
        }
    int result = result_of(status, progress, limits, language);
    munmap(progress, sizeof *progress);
    return result;
}
