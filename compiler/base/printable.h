/* Text of any origin (of the project, of its scripts, of the command line, of file names) in a form that is safe to
 * show: nothing in it acts on a terminal, hides, turns the direction of writing, begins a line of its own or fills the
 * screen. What would is written out: \n, \x1b, \u202e. Ordinary text, Japanese, accents and emoji stay as they are.
 *
 * A text becomes printable once, where it enters a message; print.h writes messages. */
#ifndef TEKIGO_BASE_PRINTABLE_H
#define TEKIGO_BASE_PRINTABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Lengths in characters as shown; what is longer ends with an ellipsis. */
enum {
    PRINTABLE_NAME = 300,  /* a name, id, value, path, one argument of a message: more than any ordinary one has */
    PRINTABLE_TEXT = 4000, /* the text of a rule with its arguments: several sentences, or a list of all controls */
    PRINTABLE_LINES = 30,  /* line breaks that stand in such a text; later ones are written out */
};

/* A name in a form to be handed to printf: printable(name).text lives to the end of the statement. Allocates nothing,
 * takes no longer for a long text; "" for NULL. */
struct printable {
    char text[4 * PRINTABLE_NAME + sizeof "…"];
};
struct printable printable(const char *text);

/* Adds the text on one line, in at most `limit` characters. */
void printable_add(struct buffer *buffer, const char *text, size_t limit);

/* The same for a text that its author may have set in several lines: up to PRINTABLE_LINES breaks become `line_break`.
 */
void printable_add_lines(struct buffer *buffer, const char *text, size_t limit, const char *line_break);

/* Either in the arena; with `lines` the breaks stay as they are. NULL for NULL. */
const char *printable_copy(struct arena *arena, const char *text, size_t limit, bool lines);

/* Would a terminal not show the character as one of its own: a control, a mark of direction, something invisible?
 * `before` and `after` are its neighbours (0 at an end): what selects a variant or joins two emoji belongs there. */
bool printable_is_hidden(uint32_t code, uint32_t before, uint32_t after);

#endif
