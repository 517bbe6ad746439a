#include "read/address.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* Length of the scheme with its colon, 0 when there is none. */
static size_t scheme_length(const char *address)
{
    size_t length = strspn(address, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    bool letter = (*address >= 'a' && *address <= 'z') || (*address >= 'A' && *address <= 'Z');
    return letter && address[length] == ':' ? length + 1 : 0;
}

static bool is_clean(const char *address)
{
    for (; *address; address++)
        if ((unsigned char)*address < 0x20 || *address == 0x7F)
            return false;
    return true;
}

enum address_kind address_kind(const char *address)
{
    static const char *const allowed[] = {"http:", "https:", "mailto:", "tel:"};
    size_t scheme = scheme_length(address);
    if (!*address)
        return ADDRESS_EMPTY;
    if (!is_clean(address) || strncmp(address, "//", 2) == 0)
        return ADDRESS_FORBIDDEN;
    if (scheme == 0)
        return ADDRESS_INSIDE;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (scheme == strlen(allowed[i]) && strncasecmp(address, allowed[i], scheme) == 0)
            return ADDRESS_WEB;
    return ADDRESS_FORBIDDEN;
}

static int hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    digit |= 0x20;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static char *decode_percent(const char *address, struct arena *arena)
{
    char *decoded = arena_alloc(arena, strlen(address) + 1), *out = decoded;
    for (const char *at = address; *at; at++) {
        int high = *at == '%' ? hex_digit(at[1]) : -1, low = high >= 0 ? hex_digit(at[2]) : -1;
        if (low >= 0) {
            *out++ = (char)(high * 16 + low);
            at += 2;
        } else {
            *out++ = *at;
        }
    }
    *out = '\0';
    return decoded;
}

const char *address_path(const char *from, const char *address, struct arena *arena)
{
    const char *relative = decode_percent(address, arena), *slash = strrchr(from, '/');
    size_t length = slash ? (size_t)(slash - from) : 0, size = strlen(relative);
    if (*relative == '/' || !is_clean(relative) || utf8_check(relative, size) != size)
        return NULL;
    char *path = arena_alloc(arena, length + size + 2);
    memcpy(path, from, length);
    for (const char *at = relative; *at;) {
        size_t part = strcspn(at, "/");
        if (part == 2 && memcmp(at, "..", 2) == 0) {
            if (length == 0)
                return NULL;
            while (length > 0 && path[--length] != '/')
                ;
        } else if (part > 0 && !(part == 1 && *at == '.')) {
            if (length > 0)
                path[length++] = '/';
            memcpy(path + length, at, part);
            length += part;
        }
        at += part + (at[part] == '/');
    }
    path[length] = '\0';
    return length > 0 ? path : NULL;
}

const char *address_shown(const char *address, struct arena *arena)
{
    enum { KIND_BYTES = 40 }; /* of "data:image/svg+xml"; a longer one is cut, at the end of a character */
    size_t kind = strcspn(address, ";,"), size = strlen(address);
    if (strncasecmp(address, "data:", 5) != 0)
        return address;
    if (kind > KIND_BYTES)
        for (kind = KIND_BYTES; ((unsigned char)address[kind] & 0xC0) == 0x80;)
            kind--;
    return arena_printf(arena, "%.*s… (%zu B)", (int)kind, address, size);
}
