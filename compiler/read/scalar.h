/* Typing of plain scalars by the core schema of YAML 1.2. */
#ifndef TEKIGO_READ_SCALAR_H
#define TEKIGO_READ_SCALAR_H

#include "read/value.h"

/* Sets kind and `as` of a value from its text. What is no null, boolean or finite number stays text: `no`, `on`,
 * dates, versions such as 1.2.3. */
void scalar_type(struct value *value);

#endif
