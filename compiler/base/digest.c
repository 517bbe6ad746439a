#include "base/digest.h"

#include <sodium.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct digest), "the library's state must fit");
_Static_assert(crypto_hash_sha256_BYTES == DIGEST_SIZE, "the size of a SHA-256");

static crypto_hash_sha256_state *state_of(struct digest *digest)
{
    return (crypto_hash_sha256_state *)digest->state;
}

void digest_start(struct digest *digest)
{
    crypto_hash_sha256_init(state_of(digest));
}

void digest_add(struct digest *digest, const void *bytes, size_t length)
{
    crypto_hash_sha256_update(state_of(digest), bytes, length);
}

void digest_end(struct digest *digest, unsigned char result[DIGEST_SIZE])
{
    crypto_hash_sha256_final(state_of(digest), result);
}

void digest_of(const void *bytes, size_t length, unsigned char result[DIGEST_SIZE])
{
    crypto_hash_sha256(result, bytes, length);
}

void digest_hex(const unsigned char result[DIGEST_SIZE], char text[2 * DIGEST_SIZE + 1])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        text[2 * i] = digits[result[i] >> 4];
        text[2 * i + 1] = digits[result[i] & 15];
    }
    text[2 * DIGEST_SIZE] = '\0';
}
