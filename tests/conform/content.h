/* A content stream being read: its state and its operands. */
#ifndef CONFORM_CONTENT_H
#define CONFORM_CONTENT_H

#include "conform.h"

#define OPERANDS_MOST 34
#define STATES_MOST 28 /* of PDF/A */
#define MARKS_MOST 64
#define FORMS_MOST 12

enum operand_type { OPERAND_NUMBER, OPERAND_NAME, OPERAND_STRING, OPERAND_ARRAY, OPERAND_DICTIONARY, OPERAND_OTHER };

struct operand {
    enum operand_type type;
    double number;
    char name[128];
    size_t offset, length;  /* of a string in the bytes of the reader */
    size_t string, strings; /* of an array: its strings */
    pdf_obj *dictionary;
};

enum mark { MARK_OTHER, MARK_ARTIFACT, MARK_TAGGED };

struct graphics {
    int font; /* index + 1; 0: none */
    int render_mode;
};

#define CONTENT_NONE -1

struct reader {
    struct conform *conform;
    int content; /* index of the content that the numbers of marks belong to; CONTENT_NONE: there may be none */
    pdf_obj *resources;
    int page, object; /* object: of the form, 0 on the page itself */
    int forms;        /* forms around */

    struct operand operands[OPERANDS_MOST];
    int operand_count;
    bool overflow; /* more operands than any operator has */
    unsigned char *bytes;
    size_t byte_count, byte_capacity;
    struct {
        size_t offset, length;
    } * strings;
    int string_count, string_capacity;

    struct graphics states[STATES_MOST + 1];
    int state; /* index of the current */
    struct {
        enum mark mark;
        bool words; /* it has ActualText */
    } marks[MARKS_MOST];
    int mark_count, tagged, artifacts, worded; /* how many of each kind are open */
    bool in_text, in_path, transparent;
};

/* What the operator is given; resources complain when they are missing. */
pdf_obj *resource(struct reader *reader, const char *kind, const char *name);
void complain(struct reader *reader, enum check check, const char *what, const char *name);

/* All that is painted is tagged or an artifact. */
void paint(struct reader *reader);

/* Index of a new content with the number that a key gives it. */
int add_content(struct conform *conform, pdf_obj *object, int page, const char *key);

/* An XObject that is painted, a pattern that is chosen, a soft mask that is set: with the content that they hold. */
void paint_object(struct reader *reader, pdf_obj *object);
void check_pattern(struct reader *reader, pdf_obj *pattern);
void check_mask(struct reader *reader, pdf_obj *mask);

/* Reads a stream of content to its end. */
void read_stream(struct reader *reader, fz_stream *stream);

void check_color_space(struct reader *reader, pdf_obj *space, int depth);
void check_device(struct reader *reader, int components);
void check_graphics_state(struct reader *reader, pdf_obj *state);
void check_image(struct reader *reader, pdf_obj *image);
void check_intent(struct reader *reader, const char *name);

/* Index + 1 of the font of a resource; 0 when it is none that can be judged. */
int font_index(struct conform *conform, pdf_obj *object, int page);

/* Notes the codes of a string; `words`: text that stands for them is given. */
void font_use(struct conform *conform, int font, const unsigned char *bytes, size_t length, int page, bool shown,
              bool words);

#endif
