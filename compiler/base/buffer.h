/* A growing run of bytes, always followed by a NUL that is not counted. The holder frees it. */
#ifndef TEKIGO_BASE_BUFFER_H
#define TEKIGO_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct buffer {
    char *data; /* NULL while empty */
    size_t length, capacity;
};

/* Makes room for so many bytes more, and the NUL; buffer_reserve only when there is none. */
void buffer_enlarge(struct buffer *buffer, size_t more);
void buffer_reserve(struct buffer *buffer, size_t more);

/* These are called for every few bytes of every file: here, so that they cost no call, and known texts no count. */
static inline void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (buffer->capacity <= buffer->length || length >= buffer->capacity - buffer->length)
        buffer_enlarge(buffer, length);
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

static inline void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

static inline void buffer_add_char(struct buffer *buffer, char byte)
{
    buffer_add(buffer, &byte, 1);
}

void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments);
void buffer_clear(struct buffer *buffer); /* keeps the memory */
void buffer_free(struct buffer *buffer);

#endif
