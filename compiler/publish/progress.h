/* The page that the work and its supervisor share, and what the supervisor says of work that was stopped. */
#ifndef TEKIGO_PUBLISH_PROGRESS_H
#define TEKIGO_PUBLISH_PROGRESS_H

#include "publish/supervise.h"

struct progress {
    struct limits limits;
    unsigned megabytes; /* that hold, 0: none */
    char stage[64];
    char what[128];
    char detail[256];
    char file[256]; /* where it was stopped; "" when that is not known */
    int line;
    enum progress_end end;
    bool replacing, published;
    enum language language; /* of the words about it */
};

/* In the child: from now on time that is up is noted in the page, and asked about. */
void progress_begin(struct progress *progress);

/* How the work ended for the words about it. */
enum stopped {
    STOPPED_PROCESSOR, /* out of processor time */
    STOPPED_CLOCK,
    STOPPED_MEMORY,
    STOPPED_SIGNAL
};

/* Writes to standard error why the work was stopped and where. */
void progress_print(const struct progress *progress, enum stopped stopped, int signal_number);

#endif
