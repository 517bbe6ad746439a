/* The work of a command runs in a child process with limits on processor time and memory, so that no input and no
 * script can hang, crash or exhaust the machine unseen. What the child is doing stands in a page it shares with its
 * parent, which names it when the child had to be stopped. */
#ifndef TEKIGO_PUBLISH_SUPERVISE_H
#define TEKIGO_PUBLISH_SUPERVISE_H

#include "base/diag.h"

struct limits {
    unsigned seconds;   /* processor time of the work; 0: none */
    unsigned megabytes; /* address space; 0: none */
};

struct progress;

/* What the work is at: a stage, and in it a rule, a template, a file. Truncated to the page. `progress` may be NULL. */
void progress_stage(struct progress *progress, const char *stage);

/* script_progress_fn with the progress as context. */
void progress_detail(void *progress, const char *what, const char *detail);

/* Language in which the end of the work is told, once it is known better than to the caller of supervise. */
void progress_language(struct progress *progress, enum language language);

/* Runs `work` in a child under the limits and gives back its result (0 … 2). When the child was stopped or died,
 * writes where it was to standard error in `language` and gives 2. */
int supervise(int (*work)(void *context, struct progress *progress), void *context, const struct limits *limits,
              enum language language);

#endif
