/* What the files of `tekigo risk` share. */
#ifndef TEKIGO_CLI_RISK_H
#define TEKIGO_CLI_RISK_H

#include <stdio.h>

#include "base/buffer.h"
#include "build.h"

struct risk_row {
    const struct record *record;
    const struct value *first, *second; /* figures, or NULL */
    bool acceptable;                    /* of the second when there is one, else of the first */
};

/* The risks of a project as the method values them. */
struct risk_register {
    const struct build *build;
    const struct value *method; /* risk_view() */
    struct risk_row *rows;      /* in the order of the model */
    const struct risk_row **by_priority;
    size_t count;
};

struct risk_change {
    const char *words[LANGUAGE_COUNT]; /* what was assumed */
};

/* What was asked for: the register, one record, a comparison. */
struct risk_answer {
    const struct risk_register *before, *now; /* the same without --what-if */
    const struct risk_change *changes;
    size_t change_count;
    const struct record *only; /* the risk asked for, or NULL */
    bool trace, color;
    enum language language;
    int width; /* columns of the terminal */
};

/* The figures that stand today: of the second assessment when there is one. */
const struct value *risk_current(const struct risk_row *row);
/* A text value in a language; "" for NULL. */
const char *risk_text(const struct value *value, enum language language);
/* Place of a band among those of the method, from 0; -1 for none. */
int risk_band_place(const struct risk_register *reg, const struct value *figures);
/* Do two rows (of the same risk) differ in level, band or acceptance? */
bool risk_differs(const struct risk_row *a, const struct risk_row *b);

/* risk_text.c */
void risk_print_text(const struct risk_answer *answer, struct buffer *lines);
/* risk_trace.c */
void risk_print_trace(const struct risk_answer *answer, const struct risk_row *row, struct buffer *lines);
/* risk_line.c: words with their tone, padded and cut by display width. */
void risk_print_cell(const struct risk_answer *answer, const char *text, int width, const char *tone,
                     struct buffer *lines);
/* Words of the project, printable. */
void risk_print_words(const struct risk_answer *answer, const char *text, struct buffer *lines);
char *risk_level_words(const struct risk_answer *answer, const struct value *figures, struct arena *arena);
const char *risk_tone(const struct value *figures);
/* An integer with commas. */
char *risk_number(const struct value *value, struct arena *arena);
/* risk_json.c */
void risk_print_json(const struct risk_answer *answer, FILE *stream);

#endif
