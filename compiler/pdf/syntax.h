/* The small change of PDF: numbers and strings. */
#ifndef TEKIGO_PDF_SYNTAX_H
#define TEKIGO_PDF_SYNTAX_H

#include <stdint.h>

#include "base/buffer.h"

/* The decimal number `value` / 10^places, without needless zeros. */
void syntax_add_decimal(struct buffer *buffer, int64_t value, int places);

/* A length given in 1/1000, rounded to 1/100, and a space. */
void syntax_add_length(struct buffer *buffer, int64_t thousandths);
int64_t syntax_round_length(int64_t thousandths);

/* A string of bytes, as they are: names of destinations, addresses. */
void syntax_add_bytes(struct buffer *buffer, const char *text);

/* A string for readers: ASCII as it is, else UTF-16 with its mark. Bytes that are not UTF-8 become U+FFFD. */
void syntax_add_text(struct buffer *buffer, const char *text);

/* The UTF-16 of a character as hexadecimal digits, without delimiters. */
void syntax_add_utf16(struct buffer *buffer, uint32_t character);

#endif
