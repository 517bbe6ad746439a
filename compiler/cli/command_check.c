#include "build.h"
#include "cli/commands.h"

int command_check(const struct options *options, struct progress *progress)
{
    struct build *build = build_open(options, progress);
    bool good = build_read(build) && build_check(build);
    if (good)
        build_compose(build, true); /* links, images and live text are checked by composing */
    int status = finish_with_reports(build, options);
    if (options->timings)
        build_print_timings(build, stderr);
    build_close(build);
    return good ? status : 2;
}
