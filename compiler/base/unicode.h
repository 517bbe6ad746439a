/* What the tables of Unicode say of characters. */
#ifndef TEKIGO_BASE_UNICODE_H
#define TEKIGO_BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The one character that a letter and the mark behind it are in NFC, or 0. */
uint32_t unicode_compose(uint32_t letter, uint32_t mark);

/* Does it show by itself as what it is? Not so: controls, what directs or hides text, line ends, what is for private use
 * or not assigned. */
bool unicode_is_graphic(uint32_t code);

/* The text in a form that is equal for all texts which differ in case or normal form only, in the arena; NULL when it
 * is not UTF-8. */
const char *unicode_fold(const char *text, struct arena *arena);

#endif
