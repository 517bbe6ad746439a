/* Fuzz target: addresses of links and images (read/address.c): a path lies inside the tree, whatever the address says.
 */
#include <string.h>

#include "lib/fuzz.h"
#include "read/address.h"

static void check_inside(const char *path)
{
    must(path[0] != '/');
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL) {
        size_t length = strcspn(part, "/");
        must(!(length == 2 && memcmp(part, "..", 2) == 0));
        must(!(length == 1 && *part == '.'));
    }
}

static void take(struct fuzz *fuzz, struct buffer *dump)
{
    static const char *const from[] = {"a.md", "policies/a.md", "a/b/c/d.md"};
    buffer_printf(dump, "%d", (int)address_kind(fuzz->text));
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        const char *path = address_path(from[i], fuzz->text, fuzz->arena);
        if (path)
            check_inside(path);
        buffer_printf(dump, " %s", path ? path : "-");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_text("a.md", data, size, take);
}
