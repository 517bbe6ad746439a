/* Classes of characters for Japanese composition, after JLREQ (W3C, "Requirements for Japanese Text Layout"). */
#ifndef TEKIGO_PDF_TEXT_CLASS_H
#define TEKIGO_PDF_TEXT_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum text_class {
    CLASS_OPEN,        /* cl-01 opening brackets */
    CLASS_CLOSE,       /* cl-02 closing brackets */
    CLASS_HYPHEN,      /* cl-03 wave dash and its like */
    CLASS_DIVIDING,    /* cl-04 full-width ! and ? */
    CLASS_MIDDLE_DOT,  /* cl-05 middle dot, full-width colon and semicolon */
    CLASS_FULL_STOP,   /* cl-06 */
    CLASS_COMMA,       /* cl-07 */
    CLASS_INSEPARABLE, /* cl-08 dashes and leaders: never parted from each other */
    CLASS_ITERATION,   /* cl-09 */
    CLASS_PROLONGED,   /* cl-10 prolonged sound mark, half-width sound marks */
    CLASS_SMALL_KANA,  /* cl-11 */
    CLASS_PREFIX,      /* cl-12 currency signs in front of figures */
    CLASS_POSTFIX,     /* cl-13 units behind figures */
    CLASS_WIDE_SPACE,  /* cl-14 */
    CLASS_HIRAGANA,    /* cl-15 */
    CLASS_KATAKANA,    /* cl-16 */
    CLASS_IDEOGRAPH,   /* cl-19, with symbols that are set like one */
    CLASS_FULL_WIDTH,  /* full-width Latin letters and digits */
    CLASS_SPACE,       /* cl-26 */
    CLASS_LETTER,      /* cl-27 and its parts: what makes Latin words, ids, figures */
    CLASS_DIGIT,
    CLASS_WESTERN_OPEN,
    CLASS_WESTERN_CLOSE,
    CLASS_WESTERN_STOP,  /* , . : ; ! ? */
    CLASS_WESTERN_MARK,  /* - / _ @ … */
    CLASS_WESTERN_QUOTE, /* straight quotation marks, which do not say on which side they stand */
    CLASS_COMBINING,     /* marks and selectors: part of the character before */
    CLASS_GLUE,          /* no-break space, word joiner */
    CLASS_ZERO_SPACE,    /* a place to break without width */
    CLASS_OBJECT         /* an image in the line */
};

/* Break penalties: 0 is a welcome place, more is worse, NEVER is prohibited, FORCED ends the line. The price rises at
 * WORD (ragged lines rather become one more than part a word), UNIT (a number and what it counts; justified lines too),
 * OPENED (what should never be parted but has no room), there AT_MARK, and IN_WORD when it has no mark either. */
enum {
    BREAK_WORD = 90,
    BREAK_UNIT = 150,
    BREAK_OPENED = 200,
    BREAK_AT_MARK = 230,
    BREAK_IN_WORD = 250,
    BREAK_FORCED = 254,
    BREAK_NEVER = 255
};

enum text_class text_class(uint32_t character);

/* How unwelcome a line break between two neighbours is. `before` is the character in front. */
uint8_t text_break_penalty(enum text_class before, enum text_class after, uint32_t character_before);

/* Is it set on the grid of Japanese characters (kana, ideographs)? */
bool text_class_is_japanese(enum text_class value);

/* Does it make Latin words, ids and figures that stay whole? */
bool text_class_is_western(enum text_class value);

/* Blank within the em square of a full-width mark, in 1/1000 em of its actual advance, in front and behind: what a
 * squeeze may take. Proportional fonts, whose marks are narrow already, have none. */
struct text_blank {
    int before, after;
};
struct text_blank text_class_blank(enum text_class value, int advance);

#endif
