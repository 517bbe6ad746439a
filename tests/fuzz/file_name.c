/* Fuzz target: names of files in the output (base/file_name.c): what passes is one component that every file system
 * takes, and is the same as itself in other letters. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/file_name.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "lib/fuzz.h"

static bool is_windows_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com1", "lpt9"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        size_t length = strlen(devices[i]);
        if (strncasecmp(name, devices[i], length) != 0)
            continue;
        length += strspn(name + length, " ");
        if (!name[length] || name[length] == '.')
            return true;
    }
    return false;
}

static void check_name(const char *name)
{
    size_t length = strlen(name);
    uint32_t code;
    must(length > 0 && length <= 200);
    must(utf8_check(name, length) == length);
    must(!strpbrk(name, "/\\<>:\"|?*"));
    must(!strchr(".- ", name[0]) && !strchr(". ", name[length - 1]));
    for (size_t at = 0; at < length;) {
        at += utf8_decode(name + at, length - at, &code);
        must(code >= 0x20 && !(code >= 0x7F && code < 0xA0));
        must(!(code >= 0x200B && code <= 0x200F) && !(code >= 0x2028 && code <= 0x202E) && code != 0xFEFF);
    }
    must(!is_windows_device(name));
}

static void check_taken(struct fuzz *fuzz, const char *path)
{
    struct file_names *names = file_names_new(fuzz->arena);
    char *other = arena_strdup(fuzz->arena, path);
    for (char *at = other; *at; at++)
        *at = (char)(islower((unsigned char)*at) ? toupper((unsigned char)*at) : tolower((unsigned char)*at));
    must(file_names_take(names, path) == NULL);
    must(file_names_take(names, other) == path);
    const char *folded = unicode_fold(path, fuzz->arena);
    if (!folded)
        return;
    must(file_names_take(names, folded) == path);
    must(strcmp(unicode_fold(folded, fuzz->arena), folded) == 0);
}

static const char *words(const char *fault)
{
    const char *text = fault ? diag_argument(fault, LANGUAGE_EN) : "-";
    fuzz_check_utf8(text);
    return text;
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    const char *fault = file_name_fault(fuzz->text, fuzz->arena);
    const char *path_fault = file_path_fault(fuzz->text, fuzz->arena);
    buffer_printf(dump, "%s %s", words(fault), words(path_fault));
    if (!fault)
        check_name(fuzz->text);
    must(fault || !path_fault);
    if (path_fault)
        return;
    must(strlen(fuzz->text) <= 1000);
    check_taken(fuzz, fuzz->text);
    char *at = arena_strdup(fuzz->arena, fuzz->text);
    for (char *name; (name = strsep(&at, "/"));)
        check_name(name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_bytes("name", data, size, take);
}
