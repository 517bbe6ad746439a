/* UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef TEKIGO_BASE_UTF8_H
#define TEKIGO_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the first character of `text` into `code` and returns the bytes it takes (1 to 4); 0 when `length`
 * is 0 or the bytes are not UTF-8, `code` being U+FFFD then. Reads no byte behind the first that does not belong to it.
 */
size_t utf8_decode(const char *text, size_t length, uint32_t *code);

/* Writes the bytes of a code point (not terminated) and returns their number; 0 for no code point. */
size_t utf8_encode(uint32_t code, char bytes[4]);

/* Offset of the first byte that is not UTF-8; `length` when all are. */
size_t utf8_check(const char *text, size_t length);

/* Characters (code points) in the first `length` bytes; a stray byte counts as one. */
size_t utf8_count(const char *text, size_t length);

/* Columns a code point takes on a terminal: 0 for combining marks and controls, 2 for wide ones, else 1. */
int utf8_width(uint32_t code);

/* Columns of a whole text. */
size_t utf8_text_width(const char *text, size_t length);

/* Is it of a script written without spaces between words: kanji, kana, their punctuation, full-width forms? */
bool utf8_is_cjk(uint32_t code);

/* Is it of the areas for private use, where everybody gives characters meanings of their own (外字)? */
bool utf8_is_private(uint32_t code);

/* Is there hiragana or katakana in it, as in every Japanese sentence? */
bool utf8_holds_kana(const char *text, size_t length);

#endif
