/* Fuzz target: a schema (model/schema.c, schema_field.c), written as YAML: every kind and field is complete. */
#include "lib/fuzz.h"
#include "model/internal.h"
#include "read/read.h"

static void check_fields(const struct field *fields, size_t count, struct buffer *dump)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        must(field->name && field->name[0] && field->title.text[LANGUAGE_JA] && field->title.text[LANGUAGE_EN]);
        must(field->type != FIELD_ENUM || field->choice_count > 0);
        must(field->type != FIELD_REF || field->to);
        must(field->type != FIELD_LIST || field->of);
        must(field->type != FIELD_RECORDS || field->kind);
        buffer_printf(dump, " %s %d\n", field->name, (int)field->type);
        check_fields(field->fields, field->field_count, dump);
    }
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const struct value *list = yaml_read(fuzz->path, fuzz->text, fuzz->length, fuzz->arena, fuzz->diag);
    if (!list || list->kind != VALUE_LIST)
        return;
    struct schema schema = {.arena = fuzz->arena, .diag = fuzz->diag};
    schema_read(&schema, list);
    for (size_t i = 0; i < schema.count; i++) {
        const struct kind *kind = &schema.kinds[i];
        must(kind->name && kind->plural && kind->clause && kind->title.text[LANGUAGE_JA] && kind->title_field);
        buffer_printf(dump, "%s\n", kind->name);
        check_fields(kind->fields, kind->field_count, dump);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.yaml", data, size, take);
}
