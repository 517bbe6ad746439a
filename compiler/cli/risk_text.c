/* The register of risks, its heat map and what changes, in a terminal. */
#include <string.h>

#include "base/printable.h"
#include "base/utf8.h"
#include "cli/risk.h"

static const char *say(const struct risk_answer *answer, const char *ja, const char *en)
{
    return answer->language == LANGUAGE_JA ? ja : en;
}

static struct arena *arena_of(const struct risk_answer *answer)
{
    return answer->now->build->arena;
}

static const char *owner_name(const struct risk_answer *answer, const struct record *record)
{
    const struct field *field = kind_field(record->kind, "owner");
    const struct value *value = record_get(record, "owner");
    const struct record *owner = field && value ? model_resolve(answer->now->build->model, field, value) : NULL;
    return owner ? record_name(owner, answer->language) : say(answer, "未定", "none");
}

/* Columns of the register. */
struct columns {
    int id, priority, level, owner, event;
};

static int widest(int width, const char *text)
{
    int own = (int)utf8_text_width(text, strlen(text));
    return own > width ? own : width;
}

static struct columns measure(const struct risk_answer *answer)
{
    struct columns columns = {.id = 4, .priority = 4, .level = 8, .owner = 8};
    for (size_t i = 0; i < answer->now->count; i++) {
        const struct risk_row *row = &answer->now->rows[i];
        columns.id = widest(columns.id, row->record->id);
        columns.owner = widest(columns.owner, owner_name(answer, row->record));
        columns.level = widest(columns.level, risk_level_words(answer, row->first, arena_of(answer)));
        columns.level = widest(columns.level, risk_level_words(answer, row->second, arena_of(answer)));
    }
    columns.id = columns.id > 16 ? 16 : columns.id;
    columns.owner = columns.owner > 20 ? 20 : columns.owner;
    columns.level = columns.level > 24 ? 24 : columns.level;
    columns.event = answer->width - columns.id - columns.priority - 2 * columns.level - columns.owner - 10;
    columns.event = columns.event < 16 ? 16 : columns.event;
    return columns;
}

static void gap(struct buffer *lines)
{
    buffer_add_text(lines, "  ");
}

static void print_head(const struct risk_answer *answer, const struct columns *columns, struct buffer *lines)
{
    risk_print_cell(answer, say(answer, "番号", "ID"), columns->id, "strong", lines);
    gap(lines);
    risk_print_cell(answer, say(answer, "優先", "Prio"), columns->priority, "strong", lines);
    gap(lines);
    risk_print_cell(answer, say(answer, "一次評価", "First"), columns->level, "strong", lines);
    gap(lines);
    risk_print_cell(answer, say(answer, "二次評価", "Second"), columns->level, "strong", lines);
    gap(lines);
    risk_print_cell(answer, say(answer, "所有者", "Owner"), columns->owner, "strong", lines);
    gap(lines);
    risk_print_cell(answer, say(answer, "事象", "Event"), -columns->event, "strong", lines);
    buffer_add_char(lines, '\n');
}

static void print_row(const struct risk_answer *answer, const struct columns *columns, const struct risk_row *row,
                      struct buffer *lines)
{
    const struct value *priority = value_get(row->first, "priority");
    risk_print_cell(answer, row->record->id, columns->id, NULL, lines);
    gap(lines);
    risk_print_cell(answer, priority ? priority->text : "—", columns->priority, NULL, lines);
    gap(lines);
    risk_print_cell(answer,
                    row->first ? risk_level_words(answer, row->first, arena_of(answer)) : say(answer, "未評価", "none"),
                    columns->level, row->first ? risk_tone(row->first) : "high", lines);
    gap(lines);
    risk_print_cell(answer, risk_level_words(answer, row->second, arena_of(answer)), columns->level,
                    risk_tone(row->second), lines);
    gap(lines);
    risk_print_cell(answer, owner_name(answer, row->record), columns->owner, NULL, lines);
    gap(lines);
    risk_print_cell(answer, risk_text(record_get(row->record, "event"), answer->language), -columns->event, NULL,
                    lines);
    buffer_add_char(lines, '\n');
}

/* How many risks stand in each band, before and today. */
static void print_bands(const struct risk_answer *answer, struct buffer *lines)
{
    const struct value *bands = value_get(answer->now->method, "bands");
    int place = 0;
    buffer_printf(lines, "\n%s\n",
                  say(answer, "水準別の件数（一次評価 → 現状）", "Risks by band (first assessment → today)"));
    for (const struct value *band = bands ? bands->first : NULL; band; band = band->next, place++) {
        size_t first = 0, current = 0;
        for (size_t i = 0; i < answer->now->count; i++) {
            const struct risk_row *row = &answer->now->rows[i];
            first += row->first && risk_band_place(answer->now, row->first) == place;
            current += row->first && risk_band_place(answer->now, risk_current(row)) == place;
        }
        gap(lines);
        risk_print_cell(answer, risk_text(value_get(band, "title"), answer->language), 12,
                        value_get_text(band, "tone", "none"), lines);
        buffer_printf(lines, "%5zu → %zu\n", first, current);
    }
}

static bool stands_at(const struct value *figures, const struct value *axis, const struct value *value)
{
    const struct value *own = value_get(figures, value_get_text(axis, "field", ""));
    return own && strcmp(own->text, value->text) == 0;
}

static size_t count_at(const struct risk_answer *answer, const struct value *axes, const struct value *x,
                       const struct value *y, bool today)
{
    size_t count = 0;
    for (size_t i = 0; i < answer->now->count; i++) {
        const struct risk_row *row = &answer->now->rows[i];
        const struct value *figures = today ? risk_current(row) : row->first;
        count += stands_at(figures, value_get(axes, "x"), x) && stands_at(figures, value_get(axes, "y"), y);
    }
    return count;
}

static const struct value *nth(const struct value *list, size_t place)
{
    const struct value *item = list ? list->first : NULL;
    while (item && place-- > 0)
        item = item->next;
    return item;
}

static const struct value *find_band(const struct risk_register *reg, const char *id)
{
    const struct value *bands = value_get(reg->method, "bands");
    for (const struct value *band = bands ? bands->first : NULL; band; band = band->next)
        if (strcmp(value_get_text(band, "id", ""), id) == 0)
            return band;
    return NULL;
}

static void print_map_row(const struct risk_answer *answer, const struct value *axes, size_t row, bool today,
                          struct buffer *lines)
{
    const struct value *xs = value_get(value_get(axes, "x"), "values");
    const struct value *y = nth(value_get(value_get(axes, "y"), "values"), row);
    const struct value *cells = nth(value_get(axes, "cells"), row), *cell = cells ? cells->first : NULL;
    buffer_printf(lines, "  %4s |", printable(y->text).text);
    for (const struct value *x = xs->first; x; x = x->next, cell = cell ? cell->next : NULL) {
        const struct value *band = cell ? find_band(answer->now, cell->text) : NULL;
        const char *text = arena_printf(arena_of(answer), "%4zu %s", count_at(answer, axes, x, y, today),
                                        band ? risk_text(value_get(band, "title"), answer->language) : "");
        gap(lines);
        risk_print_cell(answer, text, x->next ? 14 : -14, band ? value_get_text(band, "tone", "none") : NULL, lines);
    }
    buffer_add_char(lines, '\n');
}

/* The heat map: rows by the y axis, highest first. */
static void print_map(const struct risk_answer *answer, bool today, struct buffer *lines)
{
    const struct value *axes = value_get(answer->now->method, "axes");
    const struct value *xs = value_get(value_get(axes, "x"), "values"), *ys = value_get(value_get(axes, "y"), "values");
    if (!xs || !ys)
        return;
    buffer_printf(lines, "\n%s  (%s \\ %s)\n",
                  today ? say(answer, "現状の分布", "Today") : say(answer, "一次評価の分布", "First assessment"),
                  printable(risk_text(value_get(value_get(axes, "y"), "title"), answer->language)).text,
                  printable(risk_text(value_get(value_get(axes, "x"), "title"), answer->language)).text);
    for (size_t row = ys->count; row > 0; row--)
        print_map_row(answer, axes, row - 1, today, lines);
    buffer_add_text(lines, "        ");
    for (const struct value *x = xs->first; x; x = x->next)
        buffer_printf(lines, x->next ? "  %4s          " : "  %4s", printable(x->text).text);
    buffer_add_char(lines, '\n');
}

static void print_register(const struct risk_answer *answer, struct buffer *lines)
{
    struct columns columns = measure(answer);
    print_head(answer, &columns, lines);
    for (size_t i = 0; i < answer->now->count; i++)
        print_row(answer, &columns, answer->now->by_priority[i], lines);
    print_bands(answer, lines);
    print_map(answer, false, lines);
    print_map(answer, true, lines);
}

static void print_difference(const struct risk_answer *answer, const char *name, const struct value *before,
                             const struct value *now, struct buffer *lines)
{
    struct arena *arena = arena_of(answer);
    const char *old = risk_level_words(answer, before, arena), *new = risk_level_words(answer, now, arena);
    if (strcmp(old, new) == 0)
        return;
    buffer_printf(lines, "    %s  ", name);
    risk_print_cell(answer, old, 16, risk_tone(before), lines);
    buffer_add_text(lines, " → ");
    risk_print_cell(answer, new, -40, risk_tone(now), lines);
    buffer_add_char(lines, '\n');
}

static void print_changed_row(const struct risk_answer *answer, const struct risk_row *before,
                              const struct risk_row *now, struct buffer *lines)
{
    gap(lines);
    risk_print_cell(answer, now->record->id, 10, "strong", lines);
    risk_print_cell(answer, risk_text(record_get(now->record, "event"), answer->language), -(answer->width - 12), NULL,
                    lines);
    buffer_add_char(lines, '\n');
    print_difference(answer, say(answer, "一次評価", "first "), before->first, now->first, lines);
    print_difference(answer, say(answer, "二次評価", "second"), before->second, now->second, lines);
    if (before->acceptable != now->acceptable)
        buffer_printf(lines, "    %s\n",
                      now->acceptable ? say(answer, "受容基準の内に入る", "comes within the acceptance criterion")
                                      : say(answer, "受容基準を超える", "exceeds the acceptance criterion"));
}

/* Which levels differ once the changes are made. */
static void print_changes(const struct risk_answer *answer, struct buffer *lines)
{
    size_t differing = 0;
    buffer_printf(lines, "%s\n", say(answer, "仮定", "What if"));
    for (size_t i = 0; i < answer->change_count; i++) {
        gap(lines);
        risk_print_words(answer, answer->changes[i].words[answer->language], lines);
        buffer_add_char(lines, '\n');
    }
    buffer_printf(lines, "\n%s\n", say(answer, "変わるリスク", "Risks that change"));
    for (size_t i = 0; i < answer->now->count; i++)
        if (risk_differs(&answer->before->rows[i], &answer->now->rows[i])) {
            print_changed_row(answer, &answer->before->rows[i], &answer->now->rows[i], lines);
            differing++;
        }
    if (!differing)
        buffer_printf(lines, "  %s\n", say(answer, "ありません", "none"));
    print_bands(answer, lines);
    buffer_printf(lines, "\n%s\n", say(answer, "ファイルは何も変えていません", "no file was changed"));
}

static void print_title(const struct risk_answer *answer, struct buffer *lines)
{
    const char *title = risk_text(value_get(answer->now->method, "title"), answer->language);
    buffer_printf(lines, say(answer, "リスク %zu件  手法: %s  基準日: %s\n\n", "risks: %zu  method: %s  date: %s\n\n"),
                  answer->now->count, printable(title).text, answer->now->build->date);
}

void risk_print_text(const struct risk_answer *answer, struct buffer *lines)
{
    print_title(answer, lines);
    if (answer->change_count > 0)
        print_changes(answer, lines);
    if (answer->only || answer->trace) {
        for (size_t i = 0; i < answer->now->count; i++) {
            const struct risk_row *row = answer->only ? &answer->now->rows[i] : answer->now->by_priority[i];
            if (!answer->only || strcmp(row->record->id, answer->only->id) == 0)
                risk_print_trace(answer, row, lines);
        }
    } else if (answer->change_count == 0) {
        print_register(answer, lines);
    }
}
