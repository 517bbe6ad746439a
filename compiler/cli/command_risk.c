/* `tekigo risk`: the register, the trace of a figure, what would change if. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/print.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/risk.h"
#include "rules/risk.h"

enum { WIDTH_OTHERWISE = 100, WIDTH_MIN = 60 };

const struct value *risk_current(const struct risk_row *row)
{
    return row->second ? row->second : row->first;
}

const char *risk_text(const struct value *value, enum language language)
{
    static const char *const names[] = {"ja", "en"};
    if (value && value->kind == VALUE_MAP)
        return value_get_text(value, names[language], value_get_text(value, names[!language], ""));
    return value ? value->text : "";
}

int risk_band_place(const struct risk_register *reg, const struct value *figures)
{
    const char *id = value_get_text(figures, "band", "");
    const struct value *bands = value_get(reg->method, "bands");
    int place = 0;
    for (const struct value *band = bands ? bands->first : NULL; band; band = band->next, place++)
        if (strcmp(value_get_text(band, "id", "?"), id) == 0)
            return place;
    return -1;
}

static double level_of(const struct value *figures)
{
    const struct value *level = value_get(figures, "level");
    if (!level)
        return -1;
    return level->kind == VALUE_INTEGER ? (double)level->as.integer : level->kind == VALUE_REAL ? level->as.real : 0;
}

static bool same_figures(const struct value *a, const struct value *b)
{
    return !a == !b && level_of(a) == level_of(b) &&
           strcmp(value_get_text(a, "band", ""), value_get_text(b, "band", "")) == 0;
}

bool risk_differs(const struct risk_row *a, const struct risk_row *b)
{
    return !same_figures(a->first, b->first) || !same_figures(a->second, b->second) || a->acceptable != b->acceptable;
}

struct order {
    const struct risk_row *row;
    int band;
    double current, first;
};

/* The highest band first, then the level today, then the level before treatment, then the order of the files. */
static int compare_orders(const void *left, const void *right)
{
    const struct order *a = left, *b = right;
    if (a->band != b->band)
        return b->band - a->band;
    if (a->current != b->current)
        return a->current < b->current ? 1 : -1;
    if (a->first != b->first)
        return a->first < b->first ? 1 : -1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static void sort_rows(struct risk_register *reg, struct arena *arena)
{
    struct order *orders = arena_alloc(arena, (reg->count + 1) * sizeof *orders);
    for (size_t i = 0; i < reg->count; i++) {
        const struct risk_row *row = &reg->rows[i];
        orders[i] = (struct order){row, risk_band_place(reg, risk_current(row)), level_of(risk_current(row)),
                                   level_of(row->first)};
    }
    qsort(orders, reg->count, sizeof *orders, compare_orders);
    reg->by_priority = arena_alloc(arena, (reg->count + 1) * sizeof *reg->by_priority);
    for (size_t i = 0; i < reg->count; i++)
        reg->by_priority[i] = orders[i].row;
}

static struct risk_register *gather(const struct build *build)
{
    struct arena *arena = build->arena;
    struct risk_register *reg = arena_alloc(arena, sizeof *reg);
    const struct kind *kind = model_find_kind(build->model, "risk");
    struct record *const *records = NULL;
    *reg = (struct risk_register){.build = build, .method = risk_view(build->script)};
    reg->count = kind ? model_kind_records(build->model, kind, &records) : 0;
    reg->rows = arena_alloc(arena, (reg->count + 1) * sizeof *reg->rows);
    for (size_t i = 0; i < reg->count; i++) {
        const struct value *figures = script_figures(build->script, records[i]);
        const struct value *acceptable = value_get(figures, "acceptable");
        reg->rows[i] = (struct risk_row){records[i], value_get(figures, "first"), value_get(figures, "second"),
                                         acceptable && acceptable->as.boolean};
    }
    sort_rows(reg, arena);
    return reg;
}

static bool complain(const struct options *options, const char *change, const char *ja, const char *en)
{
    print_format(stderr, "tekigo: --what-if %s: %s\n", printable(change).text,
                 options->language == LANGUAGE_JA ? ja : en);
    return false;
}

static const char *status_word(const struct record *control, const char *status, enum language language)
{
    const struct field *field = kind_field(control->kind, "status");
    for (size_t i = 0; field && i < field->choice_count; i++)
        if (strcmp(field->choices[i].id, status) == 0)
            return field->choices[i].title.text[language];
    return status;
}

/* control=5.18:not: the second assessments that rest on a control which is not in place do not hold. */
static bool change_control(struct build *build, const struct options *options, const char *change,
                           struct risk_change *told)
{
    struct arena *arena = build->arena;
    const char *id = change + strlen("control="), *colon = strrchr(id, ':');
    if (!colon)
        return complain(options, change, "control=番号:状況 と書いてください（例: control=5.18:not）",
                        "write control=ID:STATUS, such as control=5.18:not");
    const struct record *control = model_find(build->model, model_find_kind(build->model, "control"),
                                              arena_strndup(arena, id, (size_t)(colon - id)));
    if (!control)
        return complain(options, change, "この番号の管理策はありません", "there is no control of this id");
    enum model_changed done = model_change(build->model, control, "status", colon + 1, build->diag);
    if (done != MODEL_CHANGE_DONE)
        return false;
    const char *status = record_get(control, "status")->text, *list = "";
    size_t count = 0;
    for (size_t i = 0; i < control->referrer_count && strcmp(status, "implemented") != 0; i++) {
        const struct record *risk = control->referrers[i];
        if (strcmp(risk->kind->name, "risk") == 0 && model_clear(risk, "second"))
            list = arena_printf(arena, "%s%s%s", list, count++ ? ", " : "", risk->id);
    }
    told->words[LANGUAGE_JA] =
        arena_printf(arena, "管理策 %s を「%s」とする。%s%s", control->id, status_word(control, status, LANGUAGE_JA),
                     count ? "成り立たなくなる二次評価: " : "これに拠る二次評価はない", list);
    told->words[LANGUAGE_EN] =
        arena_printf(arena, "control %s: %s; %s%s", control->id, status_word(control, status, LANGUAGE_EN),
                     count ? "second assessments that no longer hold: " : "no second assessment rests on it", list);
    return true;
}

/* The record that the longest beginning of `path` names, and the rest of the path. */
static const struct record *find_record(struct build *build, const char *path, const char **rest)
{
    for (size_t length = strlen(path); length > 0; length--) {
        if (path[length] != '.')
            continue;
        const char *id = arena_strndup(build->arena, path, length);
        const struct record *record = model_find(build->model, model_find_kind(build->model, "risk"), id);
        record = record ? record : model_find(build->model, NULL, id);
        *rest = path + length + 1;
        if (record)
            return record;
    }
    return NULL;
}

/* R-034.first.threat=3 */
static bool change_field(struct build *build, const struct options *options, const char *change,
                         struct risk_change *told)
{
    struct arena *arena = build->arena;
    const char *equals = strchr(change, '='), *field;
    if (!equals)
        return complain(options, change, "番号.項目=値 と書いてください（例: R-034.first.threat=3）",
                        "write ID.FIELD=VALUE, such as R-034.first.threat=3");
    const char *path = arena_strndup(arena, change, (size_t)(equals - change));
    const struct record *record = find_record(build, path, &field);
    if (!record)
        return complain(options, change, "この番号の記録はありません", "there is no record of this id");
    enum model_changed done = model_change(build->model, record, field, equals + 1, build->diag);
    if (done == MODEL_CHANGE_UNKNOWN)
        return complain(options, change,
                        "変えられる項目ではありません（文字列・日付・数値・選択肢の項目を指定してください）",
                        "not a field that can be changed: name one that holds a text, date, number or choice");
    told->words[LANGUAGE_JA] = told->words[LANGUAGE_EN] = arena_printf(arena, "%s = %s", path, equals + 1);
    return done == MODEL_CHANGE_DONE;
}

/* Reads the project once more and makes the changes. False when one of them cannot be (said or reported). */
static bool assume(struct build *build, const struct options *options, struct risk_change *changes)
{
    bool good = build_read(build);
    for (int i = 0; good && i < options->what_if_count; i++) {
        const char *change = options->what_if[i];
        bool control = strncmp(change, "control=", strlen("control=")) == 0;
        good = (control ? change_control : change_field)(build, options, change, &changes[i]);
    }
    return good && build_assess(build);
}

static int terminal_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return WIDTH_OTHERWISE;
    return size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col;
}

static bool choose_risk(struct risk_answer *answer, const struct options *options)
{
    const struct model *model = answer->now->build->model;
    if (options->argument_count == 0)
        return true;
    answer->only = model_find(model, model_find_kind(model, "risk"), options->arguments[0]);
    if (!answer->only)
        print_format(stderr,
                     options->language == LANGUAGE_JA ? "tekigo: 番号 %s のリスクはありません\n"
                                                      : "tekigo: there is no risk %s\n",
                     printable(options->arguments[0]).text);
    return answer->only != NULL;
}

static int respond(const struct risk_register *before, const struct risk_register *now, const struct options *options,
                   const struct risk_change *changes)
{
    struct risk_answer answer = {
        .before = before,
        .now = now,
        .changes = changes,
        .change_count = (size_t)options->what_if_count,
        .trace = options->trace,
        .color = use_color(options, stdout),
        .language = options->language,
        .width = terminal_width(),
    };
    if (!choose_risk(&answer, options))
        return 2;
    if (options->format == DIAG_JSON) {
        risk_print_json(&answer, stdout);
        return 0;
    }
    struct buffer lines = {0};
    risk_print_text(&answer, &lines);
    print_lines(stdout, &lines);
    buffer_free(&lines);
    return 0;
}

/* Reports go to standard error: the answer is what standard output holds. Gives the exit status they call for. */
static int report(struct build *build, const struct options *options)
{
    struct options aside = *options;
    aside.format = DIAG_HUMAN;
    return diag_count(build->diag) ? finish_with_reports(build, &aside) : 0;
}

/* The register once the changes are made; NULL when one of them cannot be, or the method refuses it (reported). */
static const struct risk_register *gather_assumed(const struct options *options, struct progress *progress,
                                                  const struct risk_register *before, struct risk_change *changes,
                                                  struct build **changed)
{
    size_t told = diag_count(before->build->diag);
    *changed = build_open(options, progress);
    const struct risk_register *now = assume(*changed, options, changes) ? gather(*changed) : NULL;
    if (diag_count((*changed)->diag) == told)
        return now;
    report(*changed, options);
    return NULL;
}

int command_risk(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress), *changed = NULL;
    struct risk_change changes[WHAT_IF_MAX] = {0};
    bool good = build_read(build) && build_assess(build);
    const struct risk_register *before = good ? gather(build) : NULL, *now = before;
    int status = report(build, options);
    if (before && options->what_if_count > 0)
        now = gather_assumed(options, progress, before, changes, &changed);
    int answered = now ? respond(before, now, options, changes) : 2;
    if (changed)
        build_close(changed);
    build_close(build);
    return answered ? answered : status;
}
