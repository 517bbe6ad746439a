#include "base/hash.h"

#include <sodium.h>

void hash_sha256(const void *bytes, size_t length, char text[HASH_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, length);
    sodium_bin2hex(text, HASH_SIZE, hash, sizeof hash);
}
