/* What the tables of Unicode say of characters. */
#ifndef TEKIGO_BASE_UNICODE_H
#define TEKIGO_BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The one character that a letter and the mark behind it are in NFC, or 0. */
uint32_t unicode_compose(uint32_t letter, uint32_t mark);

/* Has it no shape of its own: a control, a mark of direction, a separator of lines, something that is meant to be
 * invisible (selectors of variants and joiners among them), no character at all? */
bool unicode_is_hidden(uint32_t code);

/* Does it show everywhere as what it is: not hidden, not for private use, assigned? */
bool unicode_is_graphic(uint32_t code);

/* The text in a form that is equal for all texts which differ in case or normal form only, in the arena; NULL when it
 * is not UTF-8. */
const char *unicode_fold(const char *text, struct arena *arena);

#endif
