/* SHA-256, in one go or piece by piece. */
#ifndef TEKIGO_BASE_DIGEST_H
#define TEKIGO_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define DIGEST_SIZE 32

struct digest {
    uint64_t state[16]; /* of the library */
};

void digest_start(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t length);
void digest_end(struct digest *digest, unsigned char result[DIGEST_SIZE]);

/* Of one run of bytes. */
void digest_of(const void *bytes, size_t length, unsigned char result[DIGEST_SIZE]);

/* As lower-case hexadecimal digits, with a NUL. */
void digest_hex(const unsigned char result[DIGEST_SIZE], char text[2 * DIGEST_SIZE + 1]);

#endif
