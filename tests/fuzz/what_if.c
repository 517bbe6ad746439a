/* Fuzz target: what `tekigo risk --what-if` takes (cli/command_risk.c, model/change.c): the project of tests/diag/base
 * with something changed. Records keep the form that the schema gives them. */
#include <stdio.h>

#include "lib/fuzz.h"
#include "model/internal.h"

#include "cli/command_risk.c" /* its readers are its own */

static void check_values(const struct build *build)
{
    for (size_t i = 0; i < model_record_count(build->model); i++) {
        const struct record *record = model_record(build->model, i);
        for (size_t field = 0; field < record->kind->field_count; field++) {
            const struct value *value = record->values[field];
            must(!value || value->text || !value_is_scalar(value));
            must(!value || record->kind->fields[field].type != FIELD_INTEGER || value->kind == VALUE_INTEGER);
            must(!value || record->kind->fields[field].type != FIELD_ENUM || value->kind == VALUE_TEXT);
        }
    }
}

/* The project is read anew each time, as a change stays. */
static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct progress *progress = NULL;
    struct options options = {.directory = "tests/diag/base", .date = "2026-10-15", .language = LANGUAGE_EN};
    struct risk_change told = {0};
    struct build *build = build_open(&options, progress);
    must(build_read(build));
    bool control = strncmp(fuzz->text, "control=", strlen("control=")) == 0;
    bool good = (control ? change_control : change_field)(build, &options, fuzz->text, &told);
    check_values(build);
    if (good)
        fuzz_check_utf8(told.words[LANGUAGE_JA]);
    buffer_printf(dump, "%d %s", good, good ? told.words[LANGUAGE_EN] : "");
    for (size_t i = 0; i < diag_count(build->diag); i++)
        buffer_printf(dump, "%s\n", diag_get(build->diag, i)->text[LANGUAGE_JA]);
    build_close(build);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.txt", data, size, take);
}
