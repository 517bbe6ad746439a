/* Runs a fuzz target over files, without a fuzzer: usage: <target> FILE-OR-FOLDER…. Ends as the target does when
 * something is wrong; else prints how many inputs it ran. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

__attribute__((weak)) int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void run_file(const char *path)
{
    char block[65536];
    struct buffer bytes = {0};
    FILE *file = fopen(path, "rb");
    must(file != NULL);
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;)
        buffer_add(&bytes, block, length);
    must(!ferror(file));
    fclose(file);
    fprintf(stderr, "%s\n", path); /* the last one named is the one that ended it */
    LLVMFuzzerTestOneInput((const uint8_t *)(bytes.data ? bytes.data : ""), bytes.length);
    buffer_free(&bytes);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Gives the number of files. */
static size_t run(const char *path)
{
    struct stat status;
    struct dirent **entries;
    size_t inputs = 0;
    must(stat(path, &status) == 0);
    if (!S_ISDIR(status.st_mode)) {
        run_file(path);
        return 1;
    }
    int count = scandir(path, &entries, is_visible, alphasort);
    must(count >= 0);
    for (int i = 0; i < count; i++) {
        struct buffer name = {0};
        buffer_printf(&name, "%s/%s", path, entries[i]->d_name);
        inputs += run(name.data);
        buffer_free(&name);
        free(entries[i]);
    }
    free(entries);
    return inputs;
}

int main(int argc, char **argv)
{
    size_t inputs = 0;
    LLVMFuzzerInitialize(&argc, &argv);
    for (int i = 1; i < argc; i++)
        inputs += run(argv[i]);
    printf("%zu inputs\n", inputs);
    return inputs == 0;
}
