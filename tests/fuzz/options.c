/* Fuzz target: the command line (cli/options.c), a word a line. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "lib/fuzz.h"

enum { WORDS_MAX = 40 };

static void check(const struct options *options, const char *const *words, int count)
{
    must(options->command && options->directory && options->argument_count >= 0 && options->argument_count < count);
    must(options->html || options->pdf || options->dump);
    must(options->what_if_count >= 0 && options->what_if_count <= WHAT_IF_MAX);
    must(options->language == LANGUAGE_JA || options->language == LANGUAGE_EN);
    must(!options->out || options->out[0]);
    for (int i = 0; i < options->argument_count; i++)
        must(options->arguments[i]);
    must(words[count] == NULL);
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    char *words[WORDS_MAX + 2] = {arena_strdup(fuzz->arena, "tekigo")}, *at = arena_strdup(fuzz->arena, fuzz->text);
    int count = 1, status = -1;
    struct options options;
    for (char *word; count <= WORDS_MAX && (word = strsep(&at, "\n")) != NULL;)
        words[count++] = word;
    optind = 0; /* getopt begins anew */
    bool good = options_read(&options, count, words, &status);
    if (good)
        check(&options, (const char *const *)words, count);
    else
        must(status == 0 || status == 2);
    buffer_printf(dump, "%d %d %s", good, status, good ? options.command : "");
}

/* What is printed is many times what is read. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return freopen("/dev/null", "w", stdout) ? 0 : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.txt", data, size, take);
}
