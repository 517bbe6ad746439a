#include "publish/limits.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
enum { LIMIT_ADDRESS_SPACE = 0 }; /* the sanitizer reserves terabytes of address space */
#else
enum { LIMIT_ADDRESS_SPACE = 1 };
#endif

#define MEGABYTE ((uint64_t)1 << 20)

/* — how much memory there is — */

/* The number in a file of one line, or `otherwise` ("max", no such file). */
static uint64_t read_number(const char *path, uint64_t otherwise)
{
    char text[32];
    FILE *stream = fopen(path, "re");
    if (!stream)
        return otherwise;
    char *end = text, *line = fgets(text, sizeof text, stream);
    uint64_t number = line ? strtoull(text, &end, 10) : 0;
    fclose(stream);
    return end > text ? number : otherwise;
}

/* The least limit of a control group and of those above it. A container may show the path of the machine outside while
 * its files lie at the root: that is on the way up. */
static uint64_t group_limit(const char *root, char *group, const char *file, uint64_t most)
{
    char path[4096 + 64];
    for (;;) {
        snprintf(path, sizeof path, "%s%s/%s", root, group, file);
        uint64_t limit = read_number(path, most);
        if (limit < most)
            most = limit;
        char *slash = strrchr(group, '/');
        if (!slash)
            return most;
        *slash = '\0';
    }
}

/* Bytes of the machine, or of the container when that has less: control groups of both versions. */
static uint64_t machine_memory(void)
{
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    uint64_t memory = pages > 0 && size > 0 ? (uint64_t)pages * (uint64_t)size : UINT64_MAX;
    char line[4096];
    FILE *stream = fopen("/proc/self/cgroup", "re");
    while (stream && fgets(line, sizeof line, stream)) {
        line[strcspn(line, "\n")] = '\0';
        char *kinds = strchr(line, ':'), *group = kinds ? strchr(kinds + 1, ':') : NULL;
        if (!group)
            continue;
        *group++ = '\0';
        if (kinds[1] == '\0')
            memory = group_limit("/sys/fs/cgroup", group, "memory.max", memory);
        else if (strcmp(kinds + 1, "memory") == 0)
            memory = group_limit("/sys/fs/cgroup/memory", group, "memory.limit_in_bytes", memory);
    }
    if (stream)
        fclose(stream);
    return memory;
}

/* — what holds — */

static unsigned to_megabytes(uint64_t bytes)
{
    uint64_t megabytes = bytes / MEGABYTE;
    return megabytes < LIMIT_UNSET ? (unsigned)megabytes : LIMIT_UNSET - 1;
}

/* The surroundings may permit less, and kill without words: time to say where the work is, is taken off. */
static unsigned seconds_permitted(unsigned seconds)
{
    const rlim_t grace = 2 * LIMIT_GRACE_SECONDS;
    struct rlimit limit;
    if (getrlimit(RLIMIT_CPU, &limit) != 0 || limit.rlim_max == RLIM_INFINITY || limit.rlim_max >= LIMIT_UNSET)
        return seconds;
    rlim_t most = limit.rlim_max > grace ? limit.rlim_max - grace : limit.rlim_max;
    return seconds == 0 || seconds > most ? (unsigned)most : seconds;
}

bool limits_settle(struct limits *limits)
{
    if (limits->untrusted && (limits->seconds == 0 || limits->megabytes == 0))
        return false;
    if (limits->seconds == LIMIT_UNSET)
        limits->seconds = limits->untrusted ? LIMIT_UNTRUSTED_SECONDS : LIMIT_SECONDS;
    limits->seconds = seconds_permitted(limits->seconds);
    limits->clock_seconds = limits->seconds * LIMIT_CLOCK_TIMES;
    if (limits->seconds && limits->clock_seconds < LIMIT_CLOCK_LEAST_SECONDS)
        limits->clock_seconds = LIMIT_CLOCK_LEAST_SECONDS;
    if (limits->megabytes == LIMIT_UNSET && !limits->untrusted) {
        limits->megabytes_most = to_megabytes(machine_memory() / LIMIT_MACHINE_PART);
        limits->megabytes = limits->megabytes_most < LIMIT_MEGABYTES ? limits->megabytes_most : LIMIT_MEGABYTES;
        return true;
    }
    if (limits->megabytes == LIMIT_UNSET)
        limits->megabytes = LIMIT_UNTRUSTED_MEGABYTES;
    limits->megabytes_most = limits->megabytes;
    return true;
}

unsigned limits_for_input(const struct limits *limits, uint64_t text, uint64_t other)
{
    unsigned more = to_megabytes(text * LIMIT_TIMES_TEXT + other * LIMIT_TIMES_OTHER);
    unsigned room = limits->megabytes_most - limits->megabytes;
    return limits->megabytes + (more < room ? more : room);
}

/* — putting them on — */

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

/* Those of the address space; where it is not limited, those that were asked for: scripts keep to them. */
static unsigned megabytes_that_hold(unsigned asked)
{
    struct rlimit limit;
    bool limited = getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    return limited ? to_megabytes(limit.rlim_cur) : asked;
}

/* Threads of libraries take little: one pool of memory for all of them, since each pool reserves 64 MB of address
 * space, and a stack of a size of ours. Drawing libraries start a thread for each processor of the machine. */
static void leave_room_for_threads(void)
{
    pthread_attr_t attributes;
    mallopt(M_ARENA_MAX, 1);
    setenv("RAYON_NUM_THREADS", "1", true);
    if (pthread_attr_init(&attributes) != 0)
        return;
    if (pthread_attr_setstacksize(&attributes, (size_t)LIMIT_THREAD_STACK_KILOBYTES << 10) == 0)
        pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

/* Libraries that cannot have a thread crash: they find this function before the system's. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *context)
{
    int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    *(void **)&create = dlsym(RTLD_NEXT, "pthread_create");
    int error = create ? create(thread, attributes, run, context) : ENOMEM;
    if (error == EAGAIN || error == ENOMEM)
        arena_out_of_memory();
    return error;
}

unsigned limits_apply(const struct limits *limits)
{
    rlim_t seconds = limits->seconds;
    if (seconds)
        set_limit(RLIMIT_CPU, seconds, seconds + 2 * LIMIT_GRACE_SECONDS);
    if (limits->megabytes && LIMIT_ADDRESS_SPACE)
        set_limit(RLIMIT_AS, limits->megabytes * MEGABYTE, limits->megabytes_most * MEGABYTE);
    signal(SIGXFSZ, SIG_IGN); /* the write fails in place of the process, and is reported with its file */
    set_limit(RLIMIT_FSIZE, LIMIT_FILE_MEGABYTES * MEGABYTE, LIMIT_FILE_MEGABYTES * MEGABYTE);
    limits_no_core();
    leave_room_for_threads();
    return megabytes_that_hold(limits->megabytes);
}

unsigned limits_raise_memory(unsigned megabytes)
{
    struct rlimit limit;
    rlim_t wanted = megabytes * MEGABYTE;
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && wanted > limit.rlim_cur) {
        limit.rlim_cur = wanted < limit.rlim_max ? wanted : limit.rlim_max;
        setrlimit(RLIMIT_AS, &limit);
    }
    return megabytes_that_hold(megabytes);
}

void limits_no_core(void)
{
    set_limit(RLIMIT_CORE, 0, 0);
}
