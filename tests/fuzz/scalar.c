/* Fuzz target: one cell or scalar as a field of each type (model/scalar.c, base/date.c): what is accepted has the form
 * that model.h promises. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "lib/fuzz.h"
#include "model/internal.h"
#include "read/scalar.h"

static const struct choice choices[] = {{"low", {{"低", "Low"}}, TONE_LOW}, {"high", {{"高", "High"}}, TONE_HIGH}};

static bool is_choice(const char *text)
{
    return strcmp(text, "low") == 0 || strcmp(text, "high") == 0;
}

static void check(const struct field *field, const struct value *value)
{
    int days;
    switch (field->type) {
    case FIELD_ID:
    case FIELD_REF:
        must(value->text[0] && value->text[0] != '.' && !strpbrk(value->text, "/\\ \n\x1b:*?\"<>|"));
        break;
    case FIELD_DATE:
        must(strlen(value->text) == 10 && date_parse(value->text, &days));
        break;
    case FIELD_INTEGER:
        must(value->kind == VALUE_INTEGER && value->as.integer >= field->min && value->as.integer <= field->max);
        break;
    case FIELD_NUMBER:
        must(value->kind == VALUE_REAL && isfinite(value->as.real));
        break;
    case FIELD_BOOLEAN:
        must(value->kind == VALUE_BOOL);
        break;
    case FIELD_ENUM:
        must(value->kind == VALUE_TEXT && is_choice(value->text));
        break;
    case FIELD_FILE:
        must(value->kind == VALUE_TEXT && value->text[0] != '/' && strncmp(value->text, "../", 3) != 0 &&
             !strstr(value->text, "/../"));
        break;
    default:
        must(value->kind == VALUE_TEXT && !text_is_blank(value->text));
    }
}

/* An empty directory: a tree without files. */
static struct tree *open_nothing(struct fuzz *fuzz)
{
    char path[] = "/tmp/tekigo-fuzz-XXXXXX";
    must(mkdtemp(path) != NULL);
    struct tree *tree = tree_open(arena_strdup(fuzz->arena, path), fuzz->arena, fuzz->diag);
    rmdir(path);
    must(tree != NULL);
    return tree;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct loader *loader = arena_alloc(fuzz->arena, sizeof *loader);
    struct value value = {.source = {fuzz->path, 1, 1}, .text = fuzz->text};
    *loader = (struct loader){.arena = fuzz->arena, .diag = fuzz->diag, .tree = open_nothing(fuzz)};
    for (int csv = 0; csv < 2; csv++) {
        loader->csv = csv == 1;
        value.kind = VALUE_TEXT;
        if (!csv)
            scalar_type(&value);
        for (int type = 0; type < FIELD_LIST; type++) {
            struct field field = {.name = "f",
                                  .type = (enum field_type)type,
                                  .title = {{"項目", "Field"}},
                                  .min = 1,
                                  .max = 5,
                                  .choices = choices,
                                  .choice_count = 2};
            const struct value *checked = scalar_check(loader, &field, &value);
            if (checked)
                check(&field, checked);
            buffer_printf(dump, "%d %d %s\n", csv, type, checked ? checked->text : "-");
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.csv", data, size, take);
}
