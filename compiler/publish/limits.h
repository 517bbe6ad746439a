/* What the work may use. All limits of the supervision stand here, each with its reason.
 *
 * To change one: its line here and its figure in docs/tekigo.1. */
#ifndef TEKIGO_PUBLISH_LIMITS_H
#define TEKIGO_PUBLISH_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

enum {
    /* Processor time: the largest example takes 1 s, a tree of 5,000 risks and 200 documents 5 s. */
    LIMIT_SECONDS = 120,
    /* Time by the clock, as a multiple of the processor time: a busy machine may give the work a tenth of a processor;
     * what waits for longer than that waits for something that does not come. */
    LIMIT_CLOCK_TIMES = 10,
    /* And at least so much: a program that starts on a busy machine waits for its libraries to be read. */
    LIMIT_CLOCK_LEAST_SECONDS = 30,
    /* How long work that is out of time has to say where it is; in seconds. */
    LIMIT_GRACE_SECONDS = 1,
    /* Memory whatever the input: libraries, fonts and drawings take 100 to 230 MB of address space. */
    LIMIT_MEGABYTES = 512,
    /* And for each byte of text (YAML, CSV, Markdown, Lua): building takes 50 times its size in documents and registers
     * as people write them, 280 times in a register of 300,000 rows with short cells. */
    LIMIT_TIMES_TEXT = 300,
    /* And for each byte of other files: an image is held as it is, packed, and once more in the binder. */
    LIMIT_TIMES_OTHER = 8,
    /* The input raises memory to this part of the machine's or container's at most: the rest is for others. */
    LIMIT_MACHINE_PART = 2,
    /* --untrusted: twenty times what the largest example takes; on a slow machine it is four times that. */
    LIMIT_UNTRUSTED_SECONDS = 20,
    LIMIT_UNTRUSTED_MEGABYTES = 512,
    /* One file that is written, in megabytes: offsets in a PDF have ten digits, and no document comes near. */
    LIMIT_FILE_MEGABYTES = 4096,
    /* Stack of a thread that a library starts, in kilobytes: the system's default of 8 MB, or what the surroundings set
     * in its place, would take from the memory of the work what is never touched. */
    LIMIT_THREAD_STACK_KILOBYTES = 2048
};

#define LIMIT_UNSET (~0u)

/* As asked for on the command line, then with what follows of it. */
struct limits {
    unsigned seconds;        /* processor time of the work; 0: none; LIMIT_UNSET: the default */
    unsigned megabytes;      /* address space; 0: none; LIMIT_UNSET: the default */
    bool untrusted;          /* the input is a stranger's: memory does not follow it */
    unsigned clock_seconds;  /* 0: none */
    unsigned megabytes_most; /* what the input may raise the memory to; not below `megabytes` */
};

/* Puts the defaults in place of what was not asked for. False when the options contradict each other: --untrusted with
 * a limit lifted. */
bool limits_settle(struct limits *limits);

/* The memory, in megabytes, for an input of so many bytes of text and of other files. */
unsigned limits_for_input(const struct limits *limits, uint64_t text, uint64_t other);

/* Puts the limits on this process; gives the megabytes that hold, 0 without a limit: the surroundings may have set
 * less. */
unsigned limits_apply(const struct limits *limits);

/* Raises the memory of this process as far as its hard limit permits; gives the megabytes that hold. */
unsigned limits_raise_memory(unsigned megabytes);

/* No core file of what is stopped. */
void limits_no_core(void);

#endif
