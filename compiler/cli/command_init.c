#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/path.h"
#include "base/print.h"
#include "base/printable.h"
#include "base/system_error.h"
#include "base/write.h"
#include "cli/commands.h"

/* To add a level: its trees examples/init/<level>-<language>/, a line in docs/tekigo.1. "full" in Japanese is
 * examples/minimal. */
static const char *const levels[] = {"quick", "baseline", "full", NULL};

/* The embedded tree to write, with a slash at its end; NULL when there is no such level (said). */
static const char *source_of(const struct options *options, struct arena *arena)
{
    const char *wanted = options->from ? options->from : "full";
    bool ja = options->language == LANGUAGE_JA;
    size_t count = 0;
    while (levels[count] && strcmp(levels[count], wanted) != 0)
        count++;
    if (levels[count])
        return ja && strcmp(wanted, "full") == 0
                   ? "examples/minimal/"
                   : arena_printf(arena, "examples/init/%s-%s/", wanted, ja ? "ja" : "en");
    const char *meant = diag_suggest(wanted, levels, count);
    print_unknown(options->language, "--from %s: quick、baseline、full のいずれかです",
                  "--from %s: one of quick, baseline, full", wanted, meant);
    return NULL;
}

static int complain(const struct options *options, const char *path, int error)
{
    print_format(stderr, "tekigo: %s: %s\n  %s\n", printable(path).text, system_error_text(error, options->language),
                 options->language == LANGUAGE_JA ? "何も上書きしていません" : "nothing was overwritten");
    return 2;
}

static bool write_new(const char *path, const char *data, size_t length)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return false;
    bool good = write_all(descriptor, data, length);
    return close(descriptor) == 0 && good;
}

static void print_path(const char *path)
{
    struct buffer lines = {0};
    printable_add(&lines, path, PATH_MAX);
    buffer_add_char(&lines, '\n');
    print_lines(stdout, &lines);
    buffer_free(&lines);
}

/* Every file of the tree `source`, at its place below `directory`; `write` false only looks whether one is there
 * already. */
static int visit(const struct options *options, const char *source, const char *directory, struct arena *arena,
                 bool write)
{
    size_t length = strlen(source);
    for (size_t i = 0; i < embedded_count; i++) {
        const struct embedded_file *file = &embedded_files[i];
        if (strncmp(file->path, source, length) != 0)
            continue;
        char *path = arena_printf(arena, "%s/%s", directory, file->path + length);
        if (!write && access(path, F_OK) == 0)
            return complain(options, path, EEXIST);
        if (write && (!path_make_parents(path) || !write_new(path, file->data, file->length)))
            return complain(options, path, errno);
        if (write && !options->quiet)
            print_path(path);
    }
    return 0;
}

/* What a build writes belongs into no commit. A .gitignore that is there already is the user's: it stays as it is. */
static int write_ignore(const struct options *options, const char *directory, struct arena *arena)
{
    static const char text[] = "/out/\n/.out.tekigo-*\n";
    char *path = arena_printf(arena, "%s/.gitignore", directory);
    if (write_new(path, text, sizeof text - 1)) {
        if (!options->quiet)
            print_path(path);
    } else if (errno != EEXIST) {
        return complain(options, path, errno);
    } else if (!options->quiet) {
        print_format(stderr,
                     options->language == LANGUAGE_JA ? "%s は変更していません。/out/ の行を加えてください\n"
                                                      : "%s is left as it is; add the line /out/ to it\n",
                     printable(path).text);
    }
    return 0;
}

int command_init(const struct options *options, struct progress *progress)
{
    (void)progress;
    const char *directory = options->argument_count ? options->arguments[0] : options->directory;
    struct arena *arena = arena_new();
    const char *source = source_of(options, arena);
    int status = source ? visit(options, source, directory, arena, false) : 2;
    if (status == 0)
        status = visit(options, source, directory, arena, true);
    if (status == 0)
        status = write_ignore(options, directory, arena);
    if (status == 0 && !options->quiet)
        print_format(stderr,
                     options->language == LANGUAGE_JA ? "次は: tekigo -C %s check\n" : "next: tekigo -C %s check\n",
                     printable(directory).text);
    arena_free(arena);
    return status;
}
