/* Fuzz target: YAML (read/yaml.c, yaml_problem.c, scalar.c, fold.c). */
#include "lib/fuzz.h"
#include "read/read.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    fuzz_dump_value(fuzz, yaml_read(fuzz->path, fuzz->text, fuzz->length, fuzz->arena, fuzz->diag), dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.yaml", data, size, take);
}
