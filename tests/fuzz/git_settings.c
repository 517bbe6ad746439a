/* Fuzz target: a repository's configuration (read/git_settings.c): what is handed on names no file, and is all kept
 * when it is read itself. */
#include <string.h>

#include "lib/fuzz.h"
#include "read/git_settings.h"

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    struct git_settings settings = git_settings_read(fuzz->text, fuzz->arena);
    struct git_settings again = git_settings_read(settings.text, fuzz->arena);
    must(strncmp(settings.text, "[core]\n", 7) == 0);
    must(strspn(settings.text + 7, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01= \n") ==
         strlen(settings.text + 7));
    must(!again.problem && !again.bare && !again.worktree);
    must(strcmp(settings.text, again.text) == 0);
    const char *problem = settings.problem ? diag_argument(settings.problem, LANGUAGE_EN) : "-";
    fuzz_check_utf8(problem);
    buffer_printf(dump, "%d %s %s %s", settings.bare, settings.worktree ? settings.worktree : "-", settings.text,
                  problem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("config", data, size, take);
}
