/* Writing all of a run of bytes. */
#ifndef TEKIGO_BASE_WRITE_H
#define TEKIGO_BASE_WRITE_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the bytes to the descriptor, going on after signals and short writes. False with errno. */
bool write_all(int file, const void *bytes, size_t length);

#endif
