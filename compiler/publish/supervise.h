/* The work of a command runs in a child process with limits on time and memory, so that no input and no script can
 * hang, crash or exhaust the machine unseen. What the child is doing stands in a page it shares with its parent, which
 * names it when the child had to be stopped. */
#ifndef TEKIGO_PUBLISH_SUPERVISE_H
#define TEKIGO_PUBLISH_SUPERVISE_H

#include "base/diag.h"
#include "publish/limits.h"

struct progress;

/* What the work is at: a stage, and in it a rule, a template, a file. Truncated to the page. `progress` may be NULL. */
void progress_stage(struct progress *progress, const char *stage);

/* script_progress_fn with the progress as context. */
void progress_detail(void *progress, const char *what, const char *detail);

/* Language in which the end of the work is told, once it is known better than to the caller of supervise. */
void progress_language(struct progress *progress, enum language language);

/* The size of the input, once it is known: the memory follows it where the limits say so. Gives the megabytes that hold
 * now, 0 without a limit. */
unsigned progress_input(struct progress *progress, uint64_t text, uint64_t other);

/* Whom to ask where the work is when its time is up: `ask` is called from a signal handler and gives true when it will
 * call progress_stop soon, from within the work; it may do so at once. */
void progress_ask(struct progress *progress, bool (*ask)(void *context), void *context);

/* The output is being replaced, not in one step. */
void progress_replacing(struct progress *progress);

/* The output is in place: whatever stops the work now, it is not unchanged. */
void progress_published(struct progress *progress);

/* Ends the work, at this place of the input (file NULL: unknown): its memory ran out, or its time is up. Called from
 * within it; may be called from a signal handler. Without a progress the process ends just so. */
enum progress_end { PROGRESS_RUNNING, PROGRESS_OUT_OF_TIME, PROGRESS_OUT_OF_MEMORY };
_Noreturn void progress_stop(struct progress *progress, enum progress_end end, struct source place);

/* What to do in the parent when the work did not end by itself: `clean` is called once the child is gone. */
struct supervise_cleaning {
    void (*clean)(void *context);
    void *context;
};

/* Runs `work` in a child under the limits (settled) and gives back its result (0 … 2). When the child was stopped or
 * died, writes where it was to standard error in `language` and gives 2. A signal that ends the parent ends the child
 * first; then the parent cleans and ends by this signal, so that whoever started it sees it. */
int supervise(int (*work)(void *context, struct progress *progress), void *context, const struct limits *limits,
              const struct supervise_cleaning *cleaning, enum language language);

#endif
