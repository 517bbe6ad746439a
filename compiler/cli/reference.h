/* The reference pages of the manual, printed as Markdown from what the program itself knows: docs/fields.md,
 * docs/rules.md and docs/messages.md are their output. */
#ifndef TEKIGO_CLI_REFERENCE_H
#define TEKIGO_CLI_REFERENCE_H

#include <stdbool.h>

#include "build.h"

/* `what`: "fields", "rules", "messages", "documents". False (said on standard error) for anything else. */
bool reference_print(struct build *build, const char *what, enum language language);

#endif
