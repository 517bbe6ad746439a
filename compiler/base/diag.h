/* Everything the compiler says about the input. A stage reports and goes on; the command prints the list,
 * sorted by place, at its end and the exit status follows the worst level.
 *
 * Two sources feed it: the compiler's own messages, which stand in message_list.h, and the findings of the
 * rules, whose texts come from Lua. Both carry Japanese and English. */
#ifndef TEKIGO_BASE_DIAG_H
#define TEKIGO_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/source.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum language { LANGUAGE_JA, LANGUAGE_EN, LANGUAGE_COUNT };
enum diag_format { DIAG_HUMAN, DIAG_SHORT, DIAG_JSON };

enum message {
#define X(id, level, slug, ja, en, help_ja, help_en) MESSAGE_##id,
#include "base/message_list.h"
#undef X
    MESSAGE_COUNT
};

struct weakenings;

/* One report, complete in both languages. Strings live as long as the arena of the diag. All but the names of files are
 * printable and of limited length (printable.h): slug, clause and record in a line, texts and helps in a few. */
struct diagnostic {
    enum diag_level level;
    const char *slug;   /* stable name: of the message or of the rule */
    const char *clause; /* clause or control it concerns, or NULL */
    const char *record; /* id of the record it concerns, or NULL */
    struct source source;
    struct source related; /* second place (first definition, …); file NULL when none */
    const char *text[LANGUAGE_COUNT];
    const char *help[LANGUAGE_COUNT];         /* how to mend it; may be NULL */
    const char *related_text[LANGUAGE_COUNT]; /* what stands at the second place; may be NULL */
    const struct weakenings *weakened; /* of the note that sums them up (base/weakening.h), else NULL */
};

struct diag;

/* The diag makes what it is given printable and keeps a copy in the arena. */
struct diag *diag_new(struct arena *arena);

/* Reports a message of the list. `{1}`, `{2}` … in its texts are replaced by the strings that follow, each on a line
 * and cut to PRINTABLE_NAME; the list ends with NULL: diag_report(diag, MESSAGE_X, at, "soa.yaml", name, NULL). */
void diag_report(struct diag *diag, enum message message, struct source source, ...) __attribute__((sentinel));

/* An argument for diag_report that reads differently in the two languages (the name of a field, of a kind …). It is
 * known by where it lies: a copy of it is no such argument. The texts are made printable. */
const char *diag_words(struct arena *arena, const char *ja, const char *en);

/* An argument of diag_report as it reads in a language. */
const char *diag_argument(const char *argument, enum language language);

/* As diag_report, pointing also at a second place (`related`). */
void diag_report_both(struct diag *diag, enum message message, struct source source, struct source related, ...)
    __attribute__((sentinel));

/* The note that sums up a list of weakenings in words of both languages, of PRINTABLE_TEXT. The diag keeps the list. */
void diag_report_weakened(struct diag *diag, struct source source, const struct weakenings *list, const char *ja,
                          const char *en);

/* Adds a report made elsewhere (a rule's finding) and gives what is kept of it, valid until the next report. */
const struct diagnostic *diag_add(struct diag *diag, const struct diagnostic *diagnostic);

/* Sorts by file (what concerns none comes last), line, column, slug, in order of report where these are equal; drops
 * exact repeats. Called before anything reads the list. */
void diag_sort(struct diag *diag);

size_t diag_count(const struct diag *diag);
size_t diag_count_level(const struct diag *diag, enum diag_level level);
const struct diagnostic *diag_get(const struct diag *diag, size_t index);

/* Finds the text of an input file for the excerpts (NULL when unknown); set by the build. */
typedef const char *(*diag_text_fn)(void *context, const char *file);

struct diag_print_options {
    enum diag_format format;
    enum language language;
    bool color;
    bool quiet; /* errors only */
    diag_text_fn text;
    void *text_context;
};

/* Prints all reports and, in the human format, a summary line. */
void diag_print(const struct diag *diag, const struct diag_print_options *options, FILE *stream);

/* "name" of the closest candidate by edit distance when it is near enough to be meant, else NULL.
 * `candidates` has `count` entries. */
const char *diag_suggest(const char *name, const char *const *candidates, size_t count);

#endif
