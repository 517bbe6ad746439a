/* A project in a temporary directory, read as the build reads it: for the tests of the model, scripts, rules and risks.
 */
#ifndef TEKIGO_TESTS_PROJECT_H
#define TEKIGO_TESTS_PROJECT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/embedded.h"
#include "model/model.h"
#include "script/binding.h"

struct project {
    char directory[64];
    struct arena *arena;
    struct diag *diag;
    struct tree *tree;
    struct script *script;
    struct model *model;
};

/* The directory of a new project without files. */
static inline void project_new(struct project *project)
{
    *project = (struct project){.directory = "/tmp/tekigo-test-XXXXXX"};
    assert_non_null(mkdtemp(project->directory));
    project->arena = arena_new();
    project->diag = diag_new(project->arena);
}

static inline void project_write(struct project *project, const char *path, const char *text)
{
    char full[512];
    snprintf(full, sizeof full, "%s/%s", project->directory, path);
    for (char *slash = strchr(full + strlen(project->directory) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(full, 0777);
        *slash = '/';
    }
    FILE *file = fopen(full, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* The project's file of this path, else the embedded one. */
static inline const char *project_file(void *context, const char *path, size_t *length)
{
    struct project *project = context;
    struct file *file = tree_find(project->tree, path);
    if (file && tree_load(project->tree, file)) {
        *length = file->length;
        return file->text;
    }
    const struct embedded_file *embedded = embedded_find(path);
    *length = embedded ? embedded->length : 0;
    return embedded ? embedded->data : NULL;
}

/* Paths of the project and embedded that match: both are sorted, so they are merged. */
static inline const char *const *project_list(void *context, const char *pattern)
{
    struct project *project = context;
    size_t count = 0, i = 0, j = 0, files = tree_count(project->tree);
    const char **paths = arena_alloc(project->arena, (files + embedded_count + 1) * sizeof *paths);
    while (i < files || j < embedded_count) {
        const char *own = i < files ? tree_file(project->tree, i)->path : NULL;
        const char *built_in = j < embedded_count ? embedded_files[j].path : NULL;
        int order = !own ? 1 : !built_in ? -1 : strcmp(own, built_in);
        const char *path = order <= 0 ? own : built_in;
        i += order <= 0;
        j += order >= 0;
        if (path_match(pattern, path))
            paths[count++] = path;
    }
    return paths;
}

/* Opens the tree and the script; reads the model with the schema that is built in and the project's. */
static inline void project_open(struct project *project)
{
    project->tree = tree_open(project->directory, project->arena, project->diag);
    assert_non_null(project->tree);
    struct script_files files = {.file = project_file, .list = project_list, .context = project};
    project->script = script_open(&files, NULL, project->arena, project->diag);
    script_start(project->script);
}

static inline void project_load(struct project *project)
{
    static const char *const patterns[] = {"lua/schema/*.lua", "schema/*.lua", NULL};
    project_open(project);
    const struct value *schema = script_data_all(project->script, patterns);
    project->model = model_load(project->tree, schema, script_catalog, project->script, project->arena, project->diag);
    script_set_model(project->script, project->model, "2026-10-15");
    diag_sort(project->diag);
}

static inline void project_free(struct project *project)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", project->directory);
    if (project->script)
        script_close(project->script);
    arena_free(project->arena);
    assert_int_equal(system(command), 0);
}

/* The nth report (from 0) with this slug, or NULL. */
static inline const struct diagnostic *project_report(struct project *project, const char *slug, size_t nth)
{
    for (size_t i = 0; i < diag_count(project->diag); i++)
        if (strcmp(diag_get(project->diag, i)->slug, slug) == 0 && nth-- == 0)
            return diag_get(project->diag, i);
    return NULL;
}

static inline size_t project_count(struct project *project, const char *slug)
{
    size_t count = 0;
    while (project_report(project, slug, count))
        count++;
    return count;
}

/* Fails when there is no report of this slug at the place whose English text contains `words`. */
static inline void assert_report(struct project *project, const char *slug, const char *file, int line,
                                 const char *words)
{
    for (size_t i = 0; i < diag_count(project->diag); i++) {
        const struct diagnostic *d = diag_get(project->diag, i);
        if (strcmp(d->slug, slug) == 0 && d->source.file && strcmp(d->source.file, file) == 0 &&
            d->source.line == line && strstr(d->text[LANGUAGE_EN], words))
            return;
    }
    struct diag_print_options options = {.format = DIAG_SHORT, .language = LANGUAGE_EN};
    fprintf(stderr, "no report %s at %s:%d with \"%s\" among:\n", slug, file, line, words);
    diag_print(project->diag, &options, stderr);
    fail();
}

static inline void assert_no_reports(struct project *project)
{
    struct diag_print_options options = {.format = DIAG_SHORT, .language = LANGUAGE_EN};
    if (diag_count(project->diag))
        diag_print(project->diag, &options, stderr);
    assert_int_equal(diag_count(project->diag), 0);
}

/* Runs Lua text and pushes its `results`; false when it failed. */
static inline bool project_run(struct project *project, const char *text, int results)
{
    return script_compile(project->script, (struct source){"test.lua", 1, 1}, text, strlen(text)) &&
           script_call(project->script, 0, results, NULL);
}

#endif
