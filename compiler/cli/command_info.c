#include <stdio.h>
#include <string.h>

#include "base/print.h"
#include "base/printable.h"
#include "build.h"
#include "cli/commands.h"
#include "cli/reference.h"

static void add_revision(struct buffer *lines, const struct revision *revision, bool ja)
{
    buffer_add_text(lines, ja ? "コミット      " : "commit    ");
    if (revision->commit[0])
        buffer_printf(lines, "%s%s (%s)\n", revision->commit, revision->dirty ? "+" : "", revision->date);
    else if (revision->unknown)
        buffer_add_text(lines, ja ? "不明\n" : "unknown\n");
    else
        buffer_add_text(lines, ja ? "なし（git の管理外）\n" : "none (not in git)\n");
}

static void print_project(const struct build *build, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    struct buffer lines = {0};
    buffer_printf(&lines, ja ? "プロジェクト  %s\n基準日        %s\n" : "project   %s\ndate      %s\n",
                  printable(build->options->directory).text, build->date);
    add_revision(&lines, &build->revision, ja);
    buffer_printf(&lines, "%s\n", ja ? "\n記録" : "\nrecords");
    for (size_t i = 0; i < model_kind_count(build->model); i++) {
        const struct kind *kind = model_kind(build->model, i);
        struct record *const *first;
        size_t count = model_kind_records(build->model, kind, &first);
        if (count > 0)
            buffer_printf(&lines, "  %-16s %5zu  %s\n", printable(kind->plural).text, count,
                          printable(kind->title.text[language]).text);
    }
    buffer_printf(&lines, "%s\n", ja ? "\n文書" : "\ndocuments");
    for (size_t i = 0; i < build->documents->count; i++) {
        const struct document *document = build->documents->items[i];
        buffer_printf(&lines, "  %-3s %-28s %-8s %s\n", printable(document->language).text,
                      printable(document->id).text, printable(document->number).text, printable(document->title).text);
    }
    print_lines(stdout, &lines);
    buffer_free(&lines);
}

int command_info(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    int status = 0;
    if (options->argument_count == 1) {
        status = reference_print(build, options->arguments[0], options->language) ? 0 : 2;
    } else {
        print_format(stdout, "tekigo " TEKIGO_VERSION "\n");
        struct tree *tree = tree_open(options->directory, build->arena, build->diag);
        if (tree && tree_find(tree, "tekigo.yaml")) {
            if (build_read(build) && build_check(build) && build_compose(build, true))
                print_project(build, options->language);
            else
                status = finish_with_reports(build, options);
        }
    }
    build_close(build);
    return status;
}
