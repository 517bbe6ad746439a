/* Fuzz target: CSV (read/csv.c): rows are maps of plain texts, whose keys are the columns of the head. */
#include "lib/fuzz.h"
#include "read/read.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const struct value *rows = csv_read(fuzz->path, fuzz->text, fuzz->length, fuzz->arena, fuzz->diag);
    for (const struct value *row = rows ? rows->first : NULL; row; row = row->next) {
        must(row->kind == VALUE_MAP);
        for (const struct value *cell = row->first; cell; cell = cell->next)
            must(cell->kind == VALUE_TEXT && !cell->quoted && cell->text[0]);
    }
    fuzz_dump_value(fuzz, rows, dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.csv", data, size, take);
}
