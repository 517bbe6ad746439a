/* tekigo: compiles the documentation of an ISMS. Options here, the pipeline in build.c. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "publish/output.h"

struct call {
    const struct command *command;
    const struct options *options;
};

static int run(void *context, struct progress *progress)
{
    const struct call *call = context;
    return call->command->run(call->options, progress);
}

/* What work that was stopped left beside the output; only `build` writes there. */
static void clean(void *context)
{
    const struct call *call = context;
    struct arena *arena = arena_new();
    if (call->command->run == command_build)
        output_clean(options_output(call->options, arena), arena);
    arena_free(arena);
}

static const struct command *find_command(const struct options *options)
{
    const char *names[16];
    size_t count = 0;
    for (const struct command *command = commands; command->name; command++) {
        if (strcmp(command->name, options->command) == 0)
            return command;
        names[count++] = command->name;
    }
    const char *meant = diag_suggest(options->command, names, count);
    bool ja = options->language == LANGUAGE_JA;
    fprintf(stderr, ja ? "tekigo: 「%s」というコマンドはありません" : "tekigo: there is no command “%s”",
            options->command);
    if (meant)
        fprintf(stderr, ja ? "（%s のことですか）" : " (did you mean %s?)", meant);
    fputc('\n', stderr);
    return NULL;
}

int main(int argc, char **argv)
{
    struct options options;
    int status;
    if (!options_read(&options, argc, argv, &status))
        return fflush(stdout) == 0 ? status : 2;
    const struct command *command = find_command(&options);
    if (!command)
        return 2;
    if (options.argument_count < command->min_arguments || options.argument_count > command->max_arguments) {
        fprintf(stderr, options.language == LANGUAGE_JA ? "使い方: tekigo %s\n" : "usage: tekigo %s\n", command->usage);
        return 2;
    }
    struct call call = {command, &options};
    const struct supervise_cleaning cleaning = {clean, &call};
    return supervise(run, &call, &options.limits, &cleaning, options.language);
}
