#include <limits.h>
#include <stdio.h>

#include "base/file_name.h"
#include "base/print.h"
#include "base/printable.h"
#include "build.h"
#include "cli/commands.h"

static void add_path(struct buffer *lines, const char *directory, const struct document *document)
{
    printable_add(lines, directory, PATH_MAX);
    buffer_printf(lines, "/%s/%s.pdf\n", document->language, printable(document->id).text);
}

/* Where to begin reading, on standard output: what a user opens, or a script goes on with. */
static void print_result(const struct build *build, const char *directory)
{
    const struct options *options = build->options;
    bool ja = options->language == LANGUAGE_JA;
    struct buffer lines = {0};
    print_format(stderr, ja ? "%zu文書を作りました（基準日 %s）\n" : "%zu documents made (as of %s)\n",
                 build->documents->count, build->date);
    if (options->html) {
        printable_add(&lines, directory, PATH_MAX);
        buffer_add_text(&lines, "/" FILE_ENTRY_PAGE "\n");
    }
    for (size_t i = 0; options->pdf && i < build->documents->count; i++)
        add_path(&lines, directory, build->documents->items[i]);
    for (size_t i = 0; options->pdf && i < build->documents->binder_count; i++)
        add_path(&lines, directory, build->documents->binders[i]);
    print_lines(stdout, &lines);
    buffer_free(&lines);
}

int command_build(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    const char *directory = options_output(options, build->arena);
    bool readable = build_read(build) && build_check(build);
    bool emitted = false;
    if (readable) {
        build_compose(build, false);
        if (diag_count_level(build->diag, DIAG_ERROR) == 0 || options->draft)
            emitted = build_emit(build);
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
