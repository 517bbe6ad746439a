/* The one place through which words leave the program, on standard output and standard error. Whoever reads them may be
 * the log of a CI job, which takes lines of a certain form for commands: GitHub's `::error::…` at the start of a line
 * (blanks before it do not count) and `##[…]`, `##vso[…]` anywhere. Here the first character of such a form is written
 * out, \x3a or \x23, so that no text of a project can give one, alone or together with what stands beside it.
 * Texts that are not the program's own come here printable (printable.h). */
#ifndef TEKIGO_BASE_PRINT_H
#define TEKIGO_BASE_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/diag.h"

/* Before anything is opened: takes the places of standard streams that are closed, so that no file gets their number.
 */
void print_begin(void);

/* Prints whole lines. */
void print_lines(FILE *stream, const struct buffer *lines);

/* Prints whole lines given as to printf. */
void print_format(FILE *stream, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints a JSON text: the same data, with all that is invisible or could be a command as \uXXXX. */
void print_json(FILE *stream, const char *json, size_t length);

/* Called when all is printed. False, said on standard error, when something on standard output did not arrive. */
bool print_finish(enum language language);

#endif
