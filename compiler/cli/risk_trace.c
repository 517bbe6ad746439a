/* One risk: what it says, and how its figures came about. */
#include <string.h>

#include "base/printable.h"
#include "cli/risk.h"

static void print_step(const struct risk_answer *answer, const struct value *step, struct buffer *lines)
{
    const struct value *inputs = value_get(step, "inputs"), *formula = value_get(step, "formula");
    struct arena *arena = answer->now->build->arena;
    const char *value = value_get_text(step, "value", ""), *note = risk_text(value_get(step, "note"), answer->language);
    buffer_add_text(lines, "    ");
    risk_print_cell(answer, risk_text(value_get(step, "name"), answer->language), 24, "strong", lines);
    const char *line = formula && strcmp(formula->text, value) != 0
                           ? arena_printf(arena, " %s = %s", formula->text, value)
                           : arena_printf(arena, " %s", value);
    risk_print_words(answer, *note ? arena_printf(arena, "%s  [%s]", line, note) : line, lines);
    buffer_add_char(lines, '\n');
    for (const struct value *input = inputs ? inputs->first : NULL; input; input = input->next) {
        const char *given = input->first && input->first->next ? input->first->next->text : "";
        buffer_add_text(lines, "        ");
        risk_print_words(answer, arena_printf(arena, "%s: %s", risk_text(input->first, answer->language), given),
                         lines);
        buffer_add_char(lines, '\n');
    }
}

static void print_steps(const struct risk_answer *answer, const struct value *figures, struct buffer *lines)
{
    const struct value *trace = value_get(figures, "trace");
    for (const struct value *step = trace ? trace->first : NULL; step; step = step->next)
        print_step(answer, step, lines);
}

static void print_assessment(const struct risk_answer *answer, const char *name, const struct value *figures,
                             struct buffer *lines)
{
    buffer_printf(lines, "\n  %s  ", name);
    risk_print_cell(answer, risk_level_words(answer, figures, answer->now->build->arena), -60, risk_tone(figures),
                    lines);
    buffer_add_char(lines, '\n');
    if (answer->trace)
        print_steps(answer, figures, lines);
}

/* The figures of the assets that the risk's own rest on. */
static void print_assets(const struct risk_answer *answer, const struct record *risk, struct buffer *lines)
{
    for (size_t i = 0; i < risk->reference_count; i++) {
        const struct record *asset = risk->references[i].target;
        if (!asset || strcmp(risk->references[i].field->name, "assets") != 0)
            continue;
        const struct value *figures = script_figures(answer->now->build->script, asset);
        if (!figures)
            continue;
        buffer_printf(lines, "\n  %s  ", printable(asset->id).text);
        risk_print_words(answer, record_name(asset, answer->language), lines);
        buffer_add_char(lines, '\n');
        print_steps(answer, figures, lines);
    }
}

static void print_fields(const struct risk_answer *answer, const struct record *risk, struct buffer *lines)
{
    static const char *const names[] = {"source", "event", "cause", "consequence"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = kind_field(risk->kind, names[i]);
        const char *text = risk_text(record_get(risk, names[i]), answer->language);
        if (!field || !*text)
            continue;
        buffer_add_text(lines, "  ");
        risk_print_cell(answer, field->title.text[answer->language], 16, "soft", lines);
        buffer_add_text(lines, "  ");
        risk_print_words(answer, text, lines);
        buffer_add_char(lines, '\n');
    }
}

void risk_print_trace(const struct risk_answer *answer, const struct risk_row *row, struct buffer *lines)
{
    bool ja = answer->language == LANGUAGE_JA;
    risk_print_cell(answer, row->record->id, -40, "strong", lines);
    buffer_add_char(lines, '\n');
    print_fields(answer, row->record, lines);
    print_assessment(answer, ja ? "一次評価" : "First assessment", row->first, lines);
    print_assessment(answer, ja ? "二次評価" : "Second assessment", row->second, lines);
    if (row->first)
        buffer_printf(lines, "\n  %s\n",
                      row->acceptable ? (ja ? "受容基準の内にある" : "within the acceptance criterion")
                                      : (ja ? "受容基準を超えている" : "above the acceptance criterion"));
    if (answer->trace)
        print_assets(answer, row->record, lines);
    buffer_add_char(lines, '\n');
}
