/* What fuzz targets share: a text read twice and held to what is true of every reader. A target is one file,
 * tests/fuzz/<target>.c, that defines LLVMFuzzerTestOneInput. Built by clang it searches by itself (`make fuzz`); built
 * by gcc with replay.c it runs over its corpus (`make check`).
 *
 * To add one: tests/fuzz/<target>.c, a few small files in tests/fuzz/corpus/<target>/, its line in parsers.txt. */
#ifndef TEKIGO_TESTS_FUZZ_H
#define TEKIGO_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "doc/node.h"
#include "read/value.h"

/* What a target's main loop calls; 0 always. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Called once before anything else when a target defines it. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Ends the process, as a crash does, when what must hold does not. */
#define must(condition) ((condition) ? (void)0 : must_fail(#condition, __FILE__, __LINE__))
_Noreturn void must_fail(const char *condition, const char *file, int line);

/* Where another file names the one that is read: what is said of the file as a whole stands there. */
extern const struct source fuzz_use;

struct fuzz {
    struct arena *arena;
    struct diag *diag;
    const char *path, *text; /* text: of exactly `length` bytes and a NUL */
    size_t length;
};

/* Reads fuzz->text and writes all that it made of it to `dump`. */
typedef void (*fuzz_read)(struct fuzz *fuzz, struct buffer *dump);

/* Makes text of the bytes as the build does (what is no text ends here), reads it twice, and checks: both times the
 * same; reports complete, UTF-8 and within the text; every format of messages can be printed. Gives 0. */
int fuzz_text(const char *path, const uint8_t *data, size_t size, fuzz_read read);

/* The same for what is no text: no conversion. */
int fuzz_bytes(const char *path, const uint8_t *data, size_t size, fuzz_read read);

/* All of a value or tree, with places; each place must be one of the text, each text UTF-8. */
void fuzz_dump_value(const struct fuzz *fuzz, const struct value *value, struct buffer *dump);
void fuzz_dump_nodes(const struct fuzz *fuzz, const struct node *root, struct buffer *dump);

void fuzz_check_utf8(const char *text);

/* The place is in fuzz->text: its line, and a column no further than just behind its end. */
void fuzz_check_place(const struct fuzz *fuzz, struct source source);

#endif
