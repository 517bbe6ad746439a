/* A growing run of bytes, always followed by a NUL that is not counted. The holder frees it. */
#ifndef TEKIGO_BASE_BUFFER_H
#define TEKIGO_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data; /* NULL while empty */
    size_t length, capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_clear(struct buffer *buffer); /* keeps the memory */
void buffer_free(struct buffer *buffer);

#endif
