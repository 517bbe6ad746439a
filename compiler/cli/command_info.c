#include <stdio.h>
#include <string.h>

#include "build.h"
#include "cli/commands.h"
#include "cli/reference.h"

static enum language language_of(const struct build *build, const struct options *options)
{
    return options->language_given ? options->language : build_language(build);
}

static void print_revision(const struct revision *revision, bool ja)
{
    const char *label = ja ? "コミット      " : "commit    ";
    if (revision->commit[0])
        printf("%s%s%s (%s)\n", label, revision->commit, revision->dirty ? "+" : "", revision->date);
    else if (revision->unknown)
        printf("%s%s\n", label, ja ? "不明" : "unknown");
    else
        printf("%s%s\n", label, ja ? "なし（git の管理外）" : "none (not in git)");
}

static void print_project(const struct build *build, enum language language)
{
    bool ja = language == LANGUAGE_JA;
    printf(ja ? "プロジェクト  %s\n基準日        %s\n" : "project   %s\ndate      %s\n", build->options->directory,
           build->date);
    print_revision(&build->revision, ja);
    printf("%s\n", ja ? "\n記録" : "\nrecords");
    for (size_t i = 0; i < model_kind_count(build->model); i++) {
        const struct kind *kind = model_kind(build->model, i);
        struct record *const *first;
        size_t count = model_kind_records(build->model, kind, &first);
        if (count > 0)
            printf("  %-16s %5zu  %s\n", kind->plural, count, kind->title.text[language]);
    }
    printf("%s\n", ja ? "\n文書" : "\ndocuments");
    for (size_t i = 0; i < build->documents->count; i++) {
        const struct document *document = build->documents->items[i];
        printf("  %-3s %-28s %-8s %s\n", document->language, document->id, document->number, document->title);
    }
}

int command_info(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    int status = 0;
    if (options->argument_count == 1) {
        status = reference_print(build, options->arguments[0], options->language) ? 0 : 2;
    } else {
        puts("tekigo " TEKIGO_VERSION);
        struct tree *tree = tree_open(options->directory, build->arena, build->diag);
        if (tree && tree_find(tree, "tekigo.yaml")) {
            if (build_read(build) && build_check(build) && build_compose(build, true))
                print_project(build, language_of(build, options));
            else
                status = finish_with_reports(build, options);
        }
    }
    build_close(build);
    return status;
}
