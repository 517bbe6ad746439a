/* The parent waits for signals in one place: of the child, of the clock, and those that would end it. All are blocked
 * from before the fork to the end, so that none is missed and no handler is needed.
 *
 * The child stays in the process group of its parent. A terminal then sends Ctrl-C, Ctrl-\ and Ctrl-Z to both, the
 * child may write to the terminal as its parent may, and what ends a whole group (a CI runner, a shell) ends both. What
 * is sent to the parent alone, it passes on; when it is killed, the system kills the child. */
#include "publish/supervise.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "publish/progress.h"

#define SECOND ((int64_t)1000000000)

struct watch {
    pid_t child;
    sigset_t waited; /* signals that the parent waits for */
    sigset_t before; /* blocked when it was started */
    struct progress *progress;
    int status; /* of the child that ended, and what it used */
    struct rusage usage;
    int ended_by; /* signal that is to end the parent; 0: none */
    bool late;    /* the time by the clock is up */
};

/* Every signal that ends a process, and that one may wait for, but those that are ignored: who started the program with
 * `nohup`, or in the background of a script, wants it to go on. Beside them the end of the child and Ctrl-Z. */
static void choose_signals(sigset_t *waited)
{
    static const int harmless[] = {SIGCONT, SIGURG, SIGWINCH, SIGTTIN, SIGTTOU};
    sigfillset(waited);
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        sigdelset(waited, harmless[i]);
    for (int number = 1; number <= SIGRTMAX; number++) {
        struct sigaction action;
        if (number != SIGCHLD && sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
            sigdelset(waited, number);
    }
    sigdelset(waited, SIGKILL);
    sigdelset(waited, SIGSTOP);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time); /* stands still while the machine is suspended */
    return time.tv_sec * SECOND + time.tv_nsec;
}

/* Ctrl-Z, or its signal to the parent alone: both stop, both go on. */
static void pause_both(const struct watch *watch)
{
    sigset_t stop, before;
    kill(watch->child, SIGTSTP);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &before); /* here the parent stops, until it is told to go on */
    sigprocmask(SIG_SETMASK, &before, NULL);
    kill(watch->child, SIGCONT);
}

/* Waits for at most `longest` nanoseconds (negative: for ever) for a signal; 0 when none came. */
static int next_signal(const struct watch *watch, int64_t longest)
{
    struct timespec time = {longest / SECOND, longest % SECOND};
    siginfo_t info;
    int number = longest < 0 ? sigwaitinfo(&watch->waited, &info) : sigtimedwait(&watch->waited, &info, &time);
    return number > 0 ? number : 0;
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

static bool has_ended(struct watch *watch, int options)
{
    pid_t ended;
    do
        ended = wait4(watch->child, &watch->status, options, &watch->usage);
    while (ended < 0 && errno == EINTR);
    if (ended < 0) {
        perror("tekigo: wait4");
        watch->status = W_EXITCODE(2, 0);
    }
    return ended != 0;
}

/* A key of the terminal ends the child, too, maybe before the parent has seen the signal. */
static void take_pending(struct watch *watch)
{
    for (int number; (number = next_signal(watch, 0)) != 0;)
        if (number != SIGCHLD && number != SIGTSTP)
            watch->ended_by = number;
}

/* Time by the clock counts in steps of a second, and no step for more than two: what the parent itself slept through,
 * stopped by Ctrl-Z or with the whole machine, is not the fault of the work. */
static void wait_for_end(struct watch *watch)
{
    int64_t left = watch->progress->limits.clock_seconds * SECOND;
    bool limited = left > 0;
    while (!has_ended(watch, WNOHANG)) {
        int64_t step = !limited ? -1 : left < SECOND ? left : SECOND, start = now();
        int number = next_signal(watch, step);
        int64_t passed = now() - start;
        if (number == SIGTSTP)
            pause_both(watch);
        else if (number && number != SIGCHLD)
            watch->ended_by = number;
        left -= passed < 2 * SECOND ? passed : 2 * SECOND;
        if (watch->ended_by || (limited && left <= 0 && watch->late)) {
            kill(watch->child, SIGKILL);
            has_ended(watch, 0);
            return;
        }
        if (limited && left <= 0) { /* it may still say where it is */
            watch->late = true;
            kill(watch->child, SIGXCPU);
            left = LIMIT_GRACE_SECONDS * SECOND;
        }
    }
}

/* Ends the parent as the signal would have: its parent sees that. The first process of a container does not end by a
 * signal it did not ask for. */
static _Noreturn void end_by(int number, const sigset_t *before)
{
    sigset_t only;
    limits_no_core();
    signal(number, SIG_DFL);
    sigemptyset(&only);
    sigaddset(&only, number);
    raise(number);
    sigprocmask(SIG_SETMASK, before, NULL);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    _exit(128 + number);
}

/* At the hard limit of processor time, which the surroundings may have set, the kernel kills without words. */
static bool used_its_time(const struct watch *watch)
{
    const struct timeval *user = &watch->usage.ru_utime, *system = &watch->usage.ru_stime;
    int64_t used = (user->tv_sec + system->tv_sec) * 1000000 + user->tv_usec + system->tv_usec;
    unsigned seconds = watch->progress->limits.seconds;
    return seconds && WTERMSIG(watch->status) == SIGKILL && used >= (int64_t)seconds * 1000000;
}

/* The exit status for what became of the child; words about it when it was stopped. */
static int result_of(const struct watch *watch)
{
    int status = watch->status;
    const struct progress *progress = watch->progress;
    if (WIFEXITED(status) && WEXITSTATUS(status) != ARENA_EXIT_STATUS)
        return WEXITSTATUS(status);
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (number == SIGPIPE)
        return 2; /* whoever read the output went away: nobody waits for words */
    enum stopped stopped = STOPPED_MEMORY;
    if (watch->late)
        stopped = STOPPED_CLOCK;
    else if (progress->end == PROGRESS_OUT_OF_TIME || (number && used_its_time(watch)))
        stopped = STOPPED_PROCESSOR;
    else if (number)
        stopped = STOPPED_SIGNAL;
    progress_print(progress, stopped, number);
    return 2;
}

static _Noreturn void run_child(int (*work)(void *context, struct progress *progress), void *context,
                                const struct watch *watch, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(2); /* it was killed before this process could ask for that */
    sigprocmask(SIG_SETMASK, &watch->before, NULL);
    arena_supervised();
    progress_begin(watch->progress);
    grow_stack();
    watch->progress->megabytes = limits_apply(&watch->progress->limits);
    exit(work(context, watch->progress));
}

int supervise(int (*work)(void *context, struct progress *progress), void *context, const struct limits *limits,
              const struct supervise_cleaning *cleaning, enum language language)
{
    struct watch watch = {
        .progress = mmap(NULL, sizeof *watch.progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)};
    if (watch.progress == MAP_FAILED) {
        perror("tekigo: mmap");
        return 2;
    }
    watch.progress->limits = *limits;
    watch.progress->language = language;
    fflush(stdout);
    fflush(stderr);
    signal(SIGCHLD, SIG_DFL); /* one that is ignored leaves nothing to wait for */
    choose_signals(&watch.waited);
    sigprocmask(SIG_BLOCK, &watch.waited, &watch.before);
    pid_t parent = getpid();
    watch.child = fork();
    if (watch.child < 0) {
        perror("tekigo: fork");
        return 2;
    }
    if (watch.child == 0)
        run_child(work, context, &watch, parent);
    wait_for_end(&watch);
    take_pending(&watch);
    bool by_itself = WIFEXITED(watch.status) && WEXITSTATUS(watch.status) != ARENA_EXIT_STATUS;
    if (!by_itself && cleaning)
        cleaning->clean(cleaning->context);
    if (watch.ended_by)
        end_by(watch.ended_by, &watch.before);
    int result = result_of(&watch);
    sigprocmask(SIG_SETMASK, &watch.before, NULL);
    munmap(watch.progress, sizeof *watch.progress);
    return result;
}
