/* yaml_read for a part of a file: front matter. */
#ifndef TEKIGO_READ_YAML_H
#define TEKIGO_READ_YAML_H

#include "read/read.h"

/* As yaml_read; the text starts in the line `first_line` of the file. */
struct value *yaml_read_part(const char *path, const char *text, size_t length, int first_line, struct arena *arena,
                             struct diag *diag);

/* Where libyaml stopped, in lines and columns from 0, counted in characters; `context` is what it was reading then. */
struct yaml_problem {
    const char *problem, *context; /* libyaml's words; may be NULL */
    size_t line, column;
    size_t context_line, context_column;
};

/* Says in our words what is wrong and how to mend it. */
void yaml_report_problem(const struct yaml_problem *problem, const char *path, const char *text, size_t length,
                         int first_line, struct diag *diag);

#endif
