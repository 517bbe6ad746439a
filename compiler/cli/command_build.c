#include <stdio.h>

#include "build.h"
#include "cli/commands.h"

/* Where to begin reading, on standard output: what a user opens, or a script goes on with. */
static void print_result(const struct build *build, const char *directory)
{
    const struct options *options = build->options;
    bool ja = (options->language_given ? options->language : build_language(build)) == LANGUAGE_JA;
    fprintf(stderr, ja ? "%zu文書を作りました（基準日 %s）\n" : "%zu documents made (as of %s)\n",
            build->documents->count, build->date);
    if (options->html)
        printf("%s/index.html\n", directory);
    for (size_t i = 0; options->pdf && i < build->documents->count; i++) {
        const struct document *document = build->documents->items[i];
        printf("%s/%s/%s.pdf\n", directory, document->language, document->id);
    }
    for (size_t i = 0; options->pdf && i < build->documents->binder_count; i++) {
        const struct document *binder = build->documents->binders[i];
        printf("%s/%s/%s.pdf\n", directory, binder->language, binder->id);
    }
}

int command_build(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    const char *directory = build_output(build);
    bool readable = build_read(build) && build_check(build);
    bool emitted = false;
    if (readable) {
        build_compose(build, false);
        if (diag_count_level(build->diag, DIAG_ERROR) == 0 || options->draft)
            emitted = build_emit(build, directory);
        else
            diag_report(build->diag, MESSAGE_BUILD_NOT_WRITTEN, (struct source){0}, directory, NULL);
    }
    int status = finish_with_reports(build, options);
    if (emitted && !options->quiet && options->format == DIAG_HUMAN)
        print_result(build, directory);
    if (options->timings)
        build_print_timings(build, stderr);
    if (!emitted && status == 0)
        status = 1;
    build_close(build);
    return readable ? status : 2;
}
