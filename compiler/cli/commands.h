/* The commands, in the order of the help.
 *
 * To add one: a file command_<name>.c with its function, a line in commands.c, a section in docs/tekigo.1. */
#ifndef TEKIGO_CLI_COMMANDS_H
#define TEKIGO_CLI_COMMANDS_H

#include <stdio.h>

#include "base/diag.h"
#include "cli/options.h"
#include "publish/supervise.h"

struct command {
    const char *name, *usage;
    const char *summary[LANGUAGE_COUNT];
    int min_arguments, max_arguments;
    /* Gives the exit status. Runs supervised. */
    int (*run)(const struct options *options, struct progress *progress);
};

extern const struct command commands[]; /* name NULL at the end */

int command_init(const struct options *options, struct progress *progress);
int command_check(const struct options *options, struct progress *progress);
int command_build(const struct options *options, struct progress *progress);
int command_risk(const struct options *options, struct progress *progress);
int command_explain(const struct options *options, struct progress *progress);
int command_info(const struct options *options, struct progress *progress);

/* Says on standard error that there is nothing of this name, in the text of the language (in which `%s` is the name), and
 * which one is meant, when one is near (else NULL). */
void print_unknown(enum language language, const char *ja, const char *en, const char *name, const char *meant);

/* Prints the reports where the format asks for them and gives the exit status they call for. */
struct build;
int finish_with_reports(struct build *build, const struct options *options);

/* May what goes to this stream be coloured? */
bool use_color(const struct options *options, FILE *stream);

#endif
