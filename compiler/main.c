/* tekigo: compiles the documentation of an ISMS. Options here, the pipeline in build.c. */
#include <stdio.h>
#include <string.h>

#include "base/print.h"
#include "build.h"
#include "cli/commands.h"
#include "publish/output.h"

struct call {
    struct options options;
    bool read;  /* the options name a command */
    int status; /* else */
};

/* What work that was stopped left beside the output; only `build` writes there. */
static void clean(void *context)
{
    const struct call *call = context;
    struct arena *arena = arena_new();
    if (call->read && strcmp(call->options.command, "build") == 0)
        output_clean(options_output(&call->options, arena));
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
    print_unknown(options->language, "「%s」というコマンドはありません", "there is no command “%s”", options->command, meant);
    return NULL;
}

static int run_command(const struct options *options, struct progress *progress)
{
    const struct command *command = find_command(options);
    if (!command)
        return 2;
    if (options->argument_count < command->min_arguments || options->argument_count > command->max_arguments) {
        print_format(stderr, options->language == LANGUAGE_JA ? "使い方: tekigo %s\n" : "usage: tekigo %s\n",
                     command->usage);
        return 2;
    }
    return command->run(options, progress);
}

/* All that is said is said here, supervised: its language is that of the project, which is a file of anybody's. */
static int run(void *context, struct progress *progress)
{
    struct call *call = context;
    call->options.language = build_choose_language(&call->options);
    progress_language(progress, call->options.language);
    int status = call->status;
    if (call->read)
        status = run_command(&call->options, progress);
    else
        options_print(&call->options);
    return print_finish(call->options.language) ? status : 2;
}

int main(int argc, char **argv)
{
    struct call call;
    const struct supervise_cleaning cleaning = {clean, &call};
    print_begin();
    call.read = options_read(&call.options, argc, argv, &call.status);
    return supervise(run, &call, &call.options.limits, &cleaning, call.options.language);
}
