/* Hashes of bytes. */
#ifndef TEKIGO_BASE_HASH_H
#define TEKIGO_BASE_HASH_H

#include <stddef.h>

#define HASH_SIZE 65 /* 64 hexadecimal digits and the NUL */

/* SHA-256 as lower-case hexadecimal. */
void hash_sha256(const void *bytes, size_t length, char text[HASH_SIZE]);

#endif
