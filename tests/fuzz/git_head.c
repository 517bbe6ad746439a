/* Fuzz target: the texts that name a commit (read/git_head.c): a reference, which leads to a commit or to a name inside
 * the repository, and the list of packed ones. */
#include <ctype.h>
#include <string.h>

#include "lib/fuzz.h"
#include "read/git_library.h"

static void check_id(const char *id)
{
    for (int i = 0; i < GIT_OID_HEXSZ; i++)
        must(isdigit((unsigned char)id[i]) || (id[i] >= 'a' && id[i] <= 'f'));
}

/* The name becomes a path below the repository. */
static void check_name(const char *name)
{
    must(strncmp(name, "refs/", 5) == 0);
    must(!strstr(name, "/.") && !strstr(name, "//") && !strchr(name, '\\') && !strchr(name, ':'));
    for (const char *at = name; *at; at++)
        must(!iscntrl((unsigned char)*at));
}

static void check_packed(const struct fuzz *fuzz, const char *name)
{
    const char *found = git_head_packed(fuzz->text, name);
    size_t length = strlen(name);
    if (!found)
        return;
    must(found == fuzz->text || found[-1] == '\n');
    must(found + GIT_OID_HEXSZ + 1 + length <= fuzz->text + fuzz->length);
    check_id(found);
    must(memcmp(found + GIT_OID_HEXSZ + 1, name, length) == 0);
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const char *word = "-";
    char *text = arena_strndup(fuzz->arena, fuzz->text, fuzz->length);
    enum git_head_word kind = git_head_reference(text, fuzz->length, &word);
    if (kind == GIT_WORD_COMMIT) {
        check_id(word);
        must(strlen(word) == GIT_OID_HEXSZ);
    } else if (kind == GIT_WORD_NAME) {
        check_name(word);
        check_packed(fuzz, word);
    }
    check_packed(fuzz, "refs/heads/main");
    buffer_printf(dump, "%d %s", (int)kind, kind == GIT_WORD_DAMAGED ? "-" : word);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("HEAD", data, size, take);
}
