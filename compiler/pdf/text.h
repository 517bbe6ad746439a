/* A paragraph on its way to lines: pieces (characters with their widths, squeezes and break penalties), then the
 * choice of lines, then boxes. One struct text is used again and again; its arrays grow and are freed at the end. */
#ifndef TEKIGO_PDF_TEXT_H
#define TEKIGO_PDF_TEXT_H

#include "pdf/page.h"
#include "pdf/strip.h"
#include "pdf/text_class.h"

struct layout_state;

enum { NO_BREAK_SPACE = 0xA0 };

/* Where lines may break, beyond the rules for characters. */
enum break_mode {
    BREAK_PROSE,
    BREAK_ID,    /* between ids of a list only */
    BREAK_WHOLE, /* nowhere: a number, a date, a status */
    BREAK_NAME,  /* at spaces, unless it is long */
    BREAK_CODE   /* anywhere; blanks are kept */
};

/* The order in which justification takes blank away or adds it (JLREQ 3.8.3, 3.8.4): a step begins when the one before
 * it has given all it can. Blank around middle dots and punctuation is only taken, between characters only added. */
enum adjust_step { STEP_SPACE, STEP_MIDDLE_DOT, STEP_PUNCTUATION, STEP_GAP, STEP_CHARACTER, STEP_COUNT };

struct text_format {
    enum face face;
    int size, leading; /* 1/1000 pt; leading: distance of baselines */
    unsigned color;
    enum align align;
    bool justified;
    bool hanging; /* a full stop or comma that does not fit stands behind the end of its justified line */
    enum break_mode mode;
};

/* Looks of a run of characters. */
struct text_style {
    const struct node *node, *link, *image;
    unsigned color;
    int size, rise; /* rise: height above the baseline */
    enum face face;
    bool slant, strike;
};

struct piece {
    int64_t start;                   /* where its cell begins when all stood on one line; the gap stands before it */
    int64_t shrink_sum, stretch_sum; /* of all pieces before this one */
    uint32_t character;
    int32_t natural;       /* advance of the font */
    int32_t advance;       /* with the squeeze against its neighbours */
    int32_t shift;         /* the origin stands this far before the cell: blank squeezed away in front */
    int32_t before, after; /* blank left within, which the edge of a line takes away */
    int32_t gap;           /* between Japanese and Latin, before the cell */
    int32_t shrink;        /* what justification may take of the blank or space ... */
    int32_t shrink_before; /* ... and which part of it stands before the character: that of the line's last counts */
    int32_t stretch;       /* what it may add before the cell */
    int32_t origin;        /* in its line, when that is set */
    uint16_t style;
    int8_t font;
    uint8_t value;                     /* enum text_class */
    uint8_t shrink_step, stretch_step; /* enum adjust_step */
    uint8_t penalty;                   /* of a line break before it */
};

/* Pieces [from, to) of a line; `end` stands after the last that is not a space. */
struct line {
    uint32_t from, to, end;
    bool last; /* of the paragraph, or before a forced break */
};

/* A place where a line may begin: its piece, and behind the last before it that is not a space. */
struct text_candidate {
    uint32_t piece, end, previous;
    int64_t cost;
};

struct text {
    struct text_format format;
    const char *const *words; /* of the theme, or NULL */
    struct piece *pieces;
    struct text_style *styles;
    struct line *lines;
    struct text_candidate *candidates;
    size_t count, capacity, style_count, style_capacity, line_count, line_capacity, candidate_capacity;
    int32_t object_height; /* of the highest image */
};

/* Widths in 1/1000 pt: of the longest unbreakable piece; of the longest that should not be broken; without any break
 * but the forced ones, and then of all lines together. */
struct text_widths {
    int32_t hard, soft, natural;
    int32_t total;
    int lines; /* number of forced lines */
};

/* inline.c: begins a paragraph, adds inline nodes or a string, and computes squeezes and break penalties. */
void text_start(struct layout_state *state, const struct text_format *format);
void text_add_inlines(struct layout_state *state, const struct node *first);
void text_add_string(struct layout_state *state, const char *string, const struct node *node);
void text_add_styled(struct layout_state *state, const char *string, const struct text_style *style);
struct text_style text_base_style(const struct text *text);
void text_add_character(struct layout_state *state, uint32_t character, uint32_t selector,
                        const struct text_style *style);

/* spacing.c: squeezes between neighbours, gaps, break penalties; called when all is added. */
void text_finish(struct text *text);
struct text_widths text_measure(const struct text *text);

/* word.c: raises the penalties within words and units, and of what binds them; called by text_finish. */
void text_guard_words(struct text *text);

/* line.c: chooses the lines for this width into text->lines. line_width: set naturally. line_hang: how much of its last
 * mark stands behind the end of a line of this width. */
void line_choose(struct text *text, int32_t width);
int32_t line_width(const struct text *text, const struct line *line);
int32_t line_hang(const struct text *text, const struct line *line, int32_t width);

/* line_set.c: chooses and sets the lines as strips at this place. text_set_line: one line on a baseline in a strip. */
void text_set(struct layout_state *state, int32_t x, int32_t width, int32_t space, struct strip_list *list);
void text_set_line(struct layout_state *state, const struct line *line, int32_t x, int32_t width, int32_t baseline,
                   struct strip *strip);

/* A string on one line into a strip: its baseline starts (ends, is centred) at x. Returns its width. */
int32_t text_set_label(struct layout_state *state, const char *string, const struct text_format *format,
                       const struct node *node, int32_t x, int32_t baseline, struct strip *strip);
int32_t text_label_width(struct layout_state *state, const char *string, const struct text_format *format);

/* Height of capitals and ideographs above the baseline, of a size. */
int32_t text_ascent(int32_t size);

void text_free(struct text *text);

#endif
