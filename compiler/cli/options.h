/* The command line. Options hold what was asked for; nothing here acts on it. */
#ifndef TEKIGO_CLI_OPTIONS_H
#define TEKIGO_CLI_OPTIONS_H

#include <stdbool.h>

#include "base/diag.h"
#include "doc/document.h"
#include "publish/limits.h"

enum { WHAT_IF_MAX = 32 };

struct options {
    const char *command;
    const char *const *arguments; /* behind the command */
    int argument_count;
    const char *directory; /* -C; "." */
    const char *out;       /* --out; NULL: `out` in the project */
    const char *date;      /* --date, or NULL */
    const char *theme;     /* --theme, or NULL: that of the manifest */
    bool language_given;
    enum language language; /* of messages: --lang, else that of the locale until the project is asked */
    enum diag_format format;
    enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color;
    enum diag_level fail_level; /* reports from here on make the exit status 1 */
    struct limits limits;
    bool quiet, verbose, draft, force, timings;
    bool html, pdf, dump; /* backends wanted */
    struct pdf_standards standards;
    bool trace; /* --trace */
    const char *what_if[WHAT_IF_MAX];
    int what_if_count;
    const char *from; /* --from, or NULL */
    enum { REQUEST_COMMAND, REQUEST_HELP, REQUEST_VERSION } request;
    const char *mistake[LANGUAGE_COUNT]; /* on the command line, the first one; NULL: none */
    const char *mistaken;                /* the word it is about */
};

/* Reads the command line to its end. On a mistake, or when help or the version was asked for, returns false with the
 * exit status in `*status`; options_print says then what is to be said. */
bool options_read(struct options *options, int argc, char **argv, int *status);

/* Prints the help, the version, or what is wrong with the command line, in the language of the options. */
void options_print(const struct options *options);

/* The language of messages for a language or locale by its name: Japanese for ja, ja_JP.UTF-8, ja-JP …, else English.
 */
enum language options_language(const char *name);

/* The directory that `build` writes, in the arena. */
const char *options_output(const struct options *options, struct arena *arena);

#endif
