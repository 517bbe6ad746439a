#include "build.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/date.h"
#include "base/embedded.h"
#include "base/print.h"
#include "compose/compose.h"
#include "doc/theme.h"
#include "publish/output.h"
#include "publish/supervise.h"
#include "rules/risk.h"
#include "rules/rules.h"

#if defined(__SANITIZE_ADDRESS__)
enum { FREE_AT_END = 1 }; /* the sanitizer tells of what is left */
#else
enum { FREE_AT_END = 0 };
#endif

static const char *const stage_names[STAGE_COUNT] = {"read", "model", "rules", "compose", "resolve",
                                                     "html", "pdf",   "dump",  "publish"};

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Ends the stage before and begins this one: for the clock and for the supervisor. */
static void begin_stage(struct build *build, enum stage stage)
{
    double now = processor_seconds();
    build->seconds[build->stage] += now - build->stage_start;
    build->stage = stage;
    build->stage_start = now;
    progress_stage(build->progress, stage_names[stage]);
    if (build->options->verbose)
        print_format(stderr, "tekigo: %s\n", stage_names[stage]);
}

struct build *build_open(const struct options *options, struct progress *progress)
{
    struct arena *arena = arena_new();
    struct build *build = arena_alloc(arena, sizeof *build);
    build->options = options;
    build->progress = progress;
    build->arena = arena;
    build->diag = diag_new(arena);
    build->weakened = weakenings_new(arena);
    build->stage_start = processor_seconds();
    return build;
}

/* The process ends next, and its memory with it faster than piece by piece. */
void build_close(struct build *build)
{
    if (!FREE_AT_END)
        return;
    if (build->script)
        script_close(build->script);
    arena_free(build->arena);
}

const char *build_text(void *context, const char *file)
{
    struct build *build = context;
    const char *text = build->tree ? tree_text(build->tree, file) : NULL;
    const struct embedded_file *embedded = text ? NULL : embedded_find(file);
    return text ? text : embedded ? embedded->data : NULL;
}

/* --date, SOURCE_DATE_EPOCH, `date` of the manifest, date of HEAD, today. */
static const char *choose_date(struct build *build)
{
    char text[DATE_SIZE];
    int days;
    const char *given = build->options->date;
    if (given) {
        if (date_parse(given, &days))
            return given;
        diag_report(build->diag, MESSAGE_BUILD_DATE_INVALID, (struct source){0}, given, NULL);
        return NULL;
    }
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch) {
        char *end;
        long long seconds = strtoll(epoch, &end, 10);
        if (*end || seconds < 0 || seconds / 86400 > INT_MAX) {
            diag_report(build->diag, MESSAGE_BUILD_DATE_INVALID, (struct source){0}, epoch, NULL);
            return NULL;
        }
        date_format((int)(seconds / 86400), text);
        return arena_strdup(build->arena, text);
    }
    const struct kind *kind = model_find_kind(build->model, "manifest");
    struct record *const *first;
    if (kind && model_kind_records(build->model, kind, &first) > 0) {
        const struct value *date = record_get(first[0], "date");
        if (date && date_parse(date->text, &days))
            return date->text;
    }
    if (build->revision.date[0])
        return build->revision.date;
    date_format((int)(time(NULL) / 86400), text);
    if (!kind || !model_is_incomplete(build->model, kind)) /* else nobody knows what the manifest says */
        diag_report(build->diag, MESSAGE_BUILD_DATE_TODAY, (struct source){0}, text, NULL);
    return arena_strdup(build->arena, text);
}

static void stop_work(void *context, enum script_stop why, struct source place)
{
    progress_stop(context, why == SCRIPT_OUT_OF_TIME ? PROGRESS_OUT_OF_TIME : PROGRESS_OUT_OF_MEMORY, place);
}

static void open_scripts(struct build *build)
{
    struct script_files files = build_script_files(build);
    const struct script_watch watch = {progress_detail, stop_work, build->progress, (size_t)build->megabytes << 20};
    build->script = script_open(&files, &watch, build->arena, build->diag);
    progress_ask(build->progress, script_interrupt, build->script);
    script_start(build->script);
}

/* The tree, whose size the limit on memory follows. */
static bool open_tree(struct build *build)
{
    uint64_t text, other;
    begin_stage(build, STAGE_READ);
    build->tree = tree_open(build->options->directory, build->arena, build->diag);
    if (!build->tree)
        return false;
    tree_sizes(build->tree, &text, &other);
    build->megabytes = progress_input(build->progress, text, other);
    if (build->options->verbose)
        print_format(stderr, "tekigo: at most %u s, %u MB\n", build->options->limits.seconds, build->megabytes);
    return true;
}

static void load_model(struct build *build)
{
    static const char *const schema[] = {"lua/schema/*.lua", "schema/*.lua", NULL};
    begin_stage(build, STAGE_MODEL);
    build->schema = script_data_all(build->script, schema);
    build->model = model_load(build->tree, build->schema, script_catalog, build->script, build->arena, build->diag);
}

bool build_load_model(struct build *build)
{
    if (!open_tree(build))
        return false;
    open_scripts(build);
    load_model(build);
    return true;
}

bool build_read(struct build *build)
{
    if (!open_tree(build))
        return false;
    if (!tree_find(build->tree, "tekigo.yaml")) {
        if (tree_unread_count(build->tree) == 0)
            diag_report(build->diag, MESSAGE_BUILD_NO_MANIFEST, (struct source){0}, build->options->directory, NULL);
        return false;
    }
    const char *const outputs[] = {options_output(build->options, build->arena),
                                   arena_printf(build->arena, "%s/out", build->options->directory), NULL};
    build->revision = revision_read(build->options->directory, outputs, build->arena, build->diag);
    open_scripts(build);
    load_model(build);
    build->date = choose_date(build);
    if (!build->date)
        build_find_weakened(build, NULL); /* whatever stopped it */
    return build->date != NULL;
}

bool build_assess(struct build *build)
{
    begin_stage(build, STAGE_RULES);
    script_set_model(build->script, build->model, build->date);
    return risk_run(build->script, build->model, build->diag);
}

bool build_check(struct build *build)
{
    build_assess(build);
    /* Before a rule of the project can touch the method. */
    risk_find_weakened(build->script, build->model, build->weakened);
    build_find_weakened(build, rules_run(build->script, build->model, build->diag));
    return true;
}

struct rules *build_load_rules(struct build *build)
{
    if (!open_tree(build))
        return NULL;
    open_scripts(build);
    return rules_load(build->script);
}

bool build_compose(struct build *build, bool own_only)
{
    begin_stage(build, STAGE_COMPOSE);
    build->theme = build_theme(build);
    struct compose_options options = {
        .logo = build->theme->logo ? build->theme->logo[0] : NULL,
        .date = build->date,
        .commit = build->revision.commit,
        .dirty = build->revision.dirty,
        .revision_unknown = build->revision.unknown,
        .own_only = own_only,
        .draft = build->options->draft,
    };
    build->documents = compose_documents(build->script, build->model, &options, build->arena, build->diag);
    begin_stage(build, STAGE_RESOLVE);
    doc_resolve(build->documents, build->arena, build->diag);
    doc_measure_images(build->documents, build_picture, build, build->diag);
    return true;
}

static bool render(struct build *build, const struct backend *backend, enum stage stage, struct output *output)
{
    begin_stage(build, stage);
    struct render_options options = {
        .standards = build->options->standards,
        .theme = build->theme,
        .program = "tekigo " TEKIGO_VERSION,
        .draft = build->options->draft,
        .image = build_bytes,
        .image_context = build,
        .emit = output_write,
        .emit_context = output,
        .arena = build->arena,
        .diag = build->diag,
    };
    void *state = backend->begin(build->documents, &options);
    if (!state)
        return false;
    bool good = true;
    for (size_t i = 0; i < build->documents->count; i++) {
        const struct document *document = build->documents->items[i];
        progress_detail(build->progress, backend->name, document->id);
        good = backend->render(state, document) && good;
    }
    return (!backend->end || backend->end(state)) && good;
}

/* The paths that come first, for a message; "–" when there are none. */
static const char *list_unread(struct build *build)
{
    enum { SHOWN = 3 };
    size_t count = tree_unread_count(build->tree);
    const char *list = count ? tree_unread(build->tree, 0) : "–";
    for (size_t i = 1; i < count && i < SHOWN; i++)
        list = arena_printf(build->arena, "%s, %s", list, tree_unread(build->tree, i));
    return count > SHOWN ? arena_printf(build->arena, "%s, … (%zu)", list, count) : list;
}

/* A draft shows what is wrong, but it has all that the tree has: otherwise nobody would see what it lacks. */
static bool is_whole(struct build *build, const char *directory)
{
    size_t missing = build->documents->missing;
    if (tree_unread_count(build->tree) == 0 && missing == 0)
        return true;
    diag_report(build->diag, MESSAGE_BUILD_DRAFT_PARTIAL, (struct source){0}, directory, list_unread(build),
                arena_printf(build->arena, "%zu", missing), NULL);
    return false;
}

bool build_emit(struct build *build)
{
    const struct options *options = build->options;
    struct output_options target = {.directory = options_output(options, build->arena),
                                    .make_parents = options->out != NULL,
                                    .force = options->force};
    if (options->draft && !is_whole(build, target.directory))
        return false;
    progress_ask(build->progress, NULL, NULL);
    script_close(build->script); /* all is composed: its memory serves the backends */
    build->script = NULL;
    struct output *output = output_open(&target, build->arena, build->diag);
    if (!output)
        return false;
    bool good = (!options->html || render(build, &html_backend, STAGE_HTML, output)) &&
                (!options->pdf || render(build, &pdf_backend, STAGE_PDF, output)) &&
                (!options->dump || render(build, &dump_backend, STAGE_DUMP, output));
    begin_stage(build, STAGE_PUBLISH);
    if (!good || (diag_count_level(build->diag, DIAG_ERROR) > 0 && !options->draft)) {
        output_close(output);
        return false;
    }
    if (!output_is_exchanged_whole(output))
        progress_replacing(build->progress);
    bool published = output_commit(output);
    if (published) {
        arena_settled(build_status(build));
        progress_published(build->progress);
    }
    output_close(output);
    return published;
}

int build_status(const struct build *build)
{
    for (int level = build->options->fail_level; level <= DIAG_ERROR; level++)
        if (diag_count_level(build->diag, (enum diag_level)level) > 0)
            return 1;
    return 0;
}

void build_print_timings(const struct build *build, FILE *stream)
{
    struct rusage usage;
    double sum = 0;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        double seconds = build->seconds[stage];
        if (stage == (int)build->stage)
            seconds += processor_seconds() - build->stage_start;
        sum += seconds;
        print_format(stream, "%-8s %9.1f ms\n", stage_names[stage], seconds * 1e3);
    }
    getrusage(RUSAGE_SELF, &usage);
    print_format(stream, "%-8s %9.1f ms   peak memory %.1f MB\n", "total", sum * 1e3, (double)usage.ru_maxrss / 1024);
}
