/* One risk: what it says, and how its figures came about. */
#include <string.h>

#include "cli/risk.h"

static void print_step(const struct risk_answer *answer, const struct value *step, FILE *stream)
{
    const struct value *inputs = value_get(step, "inputs"), *formula = value_get(step, "formula");
    struct arena *arena = answer->now->build->arena;
    const char *value = value_get_text(step, "value", ""), *note = risk_text(value_get(step, "note"), answer->language);
    fputs("    ", stream);
    risk_print_cell(answer, risk_text(value_get(step, "name"), answer->language), 24, "strong", stream);
    const char *line = formula && strcmp(formula->text, value) != 0
                           ? arena_printf(arena, " %s = %s", formula->text, value)
                           : arena_printf(arena, " %s", value);
    risk_print_words(answer, *note ? arena_printf(arena, "%s  [%s]", line, note) : line, stream);
    fputc('\n', stream);
    for (const struct value *input = inputs ? inputs->first : NULL; input; input = input->next) {
        const char *given = input->first && input->first->next ? input->first->next->text : "";
        fputs("        ", stream);
        risk_print_words(answer, arena_printf(arena, "%s: %s", risk_text(input->first, answer->language), given),
                         stream);
        fputc('\n', stream);
    }
}

static void print_steps(const struct risk_answer *answer, const struct value *figures, FILE *stream)
{
    const struct value *trace = value_get(figures, "trace");
    for (const struct value *step = trace ? trace->first : NULL; step; step = step->next)
        print_step(answer, step, stream);
}

static void print_assessment(const struct risk_answer *answer, const char *name, const struct value *figures,
                             FILE *stream)
{
    fprintf(stream, "\n  %s  ", name);
    risk_print_cell(answer, risk_level_words(answer, figures, answer->now->build->arena), -60, risk_tone(figures),
                    stream);
    fputc('\n', stream);
    if (answer->trace)
        print_steps(answer, figures, stream);
}

/* The figures of the assets that the risk's own rest on. */
static void print_assets(const struct risk_answer *answer, const struct record *risk, FILE *stream)
{
    for (size_t i = 0; i < risk->reference_count; i++) {
        const struct record *asset = risk->references[i].target;
        if (!asset || strcmp(risk->references[i].field->name, "assets") != 0)
            continue;
        const struct value *figures = script_figures(answer->now->build->script, asset);
        if (!figures)
            continue;
        fprintf(stream, "\n  %s  ", asset->id);
        risk_print_words(answer, record_name(asset, answer->language), stream);
        fputc('\n', stream);
        print_steps(answer, figures, stream);
    }
}

static void print_fields(const struct risk_answer *answer, const struct record *risk, FILE *stream)
{
    static const char *const names[] = {"source", "event", "cause", "consequence"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = kind_field(risk->kind, names[i]);
        const char *text = risk_text(record_get(risk, names[i]), answer->language);
        if (!field || !*text)
            continue;
        fputs("  ", stream);
        risk_print_cell(answer, field->title.text[answer->language], 16, "soft", stream);
        fputs("  ", stream);
        risk_print_words(answer, text, stream);
        fputc('\n', stream);
    }
}

void risk_print_trace(const struct risk_answer *answer, const struct risk_row *row, FILE *stream)
{
    bool ja = answer->language == LANGUAGE_JA;
    risk_print_cell(answer, row->record->id, -40, "strong", stream);
    fputc('\n', stream);
    print_fields(answer, row->record, stream);
    print_assessment(answer, ja ? "一次評価" : "First assessment", row->first, stream);
    print_assessment(answer, ja ? "二次評価" : "Second assessment", row->second, stream);
    if (row->first)
        fprintf(stream, "\n  %s\n",
                row->acceptable ? (ja ? "受容基準の内にある" : "within the acceptance criterion")
                                : (ja ? "受容基準を超えている" : "above the acceptance criterion"));
    if (answer->trace)
        print_assets(answer, row->record, stream);
    fputc('\n', stream);
}
