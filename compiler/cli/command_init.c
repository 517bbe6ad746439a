#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/path.h"
#include "base/system_error.h"
#include "cli/commands.h"

static const char source_directory[] = "examples/minimal/";

static int complain(const struct options *options, const char *path, int error)
{
    fprintf(stderr, "tekigo: %s: %s\n", path, system_error_text(error, options->language));
    if (options->language == LANGUAGE_JA)
        fputs("  何も上書きしていません\n", stderr);
    else
        fputs("  nothing was overwritten\n", stderr);
    return 2;
}

static bool write_new(const char *path, const struct embedded_file *file)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return false;
    bool good = write(descriptor, file->data, file->length) == (ssize_t)file->length;
    return close(descriptor) == 0 && good;
}

/* Every file of examples/minimal, at its place below `directory`; `write` false only looks whether one is there
 * already. */
static int visit(const struct options *options, const char *directory, struct arena *arena, bool write)
{
    for (size_t i = 0; i < embedded_count; i++) {
        const struct embedded_file *file = &embedded_files[i];
        if (strncmp(file->path, source_directory, sizeof source_directory - 1) != 0)
            continue;
        char *path = arena_printf(arena, "%s/%s", directory, file->path + sizeof source_directory - 1);
        if (!write && access(path, F_OK) == 0)
            return complain(options, path, EEXIST);
        if (write && (!path_make_parents(path) || !write_new(path, file)))
            return complain(options, path, errno);
        if (write && !options->quiet)
            puts(path);
    }
    return 0;
}

int command_init(const struct options *options, struct progress *progress)
{
    (void)progress;
    const char *directory = options->argument_count ? options->arguments[0] : options->directory;
    struct arena *arena = arena_new();
    int status = visit(options, directory, arena, false);
    if (status == 0)
        status = visit(options, directory, arena, true);
    if (status == 0 && !options->quiet)
        fprintf(stderr, options->language == LANGUAGE_JA ? "次は: tekigo -C %s check\n" : "next: tekigo -C %s check\n",
                directory);
    arena_free(arena);
    return status;
}
