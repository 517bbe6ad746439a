/* Stands before the C library (LD_PRELOAD) and disturbs how the children of the program read files whose name ends in
 * CHANGE_FILE:
 *
 *   CHANGE=interrupt  a signal comes before each part of a few bytes
 *   CHANGE=grow       somebody adds a line after the first part
 *   CHANGE=shrink     somebody empties the file after the first part
 *   CHANGE=rewrite    somebody writes over it after the first part
 *   CHANGE=fail       the device fails */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PART = 7 };

static void change(const char *path, const char *how)
{
    static const char line[] = "# one line more\n";
    int file =
        open(path, O_WRONLY | (strcmp(how, "grow") == 0 ? O_APPEND : 0) | (strcmp(how, "shrink") == 0 ? O_TRUNC : 0));
    if (file < 0 || (strcmp(how, "shrink") != 0 && write(file, line, sizeof line - 1) < 0))
        abort();
    close(file);
}

/* Is it the file that is meant? Writes its path. */
static bool is_meant(int descriptor, char *path, size_t size)
{
    const char *wanted = getenv("CHANGE_FILE");
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, size - 1);
    if (!wanted || length < (ssize_t)strlen(wanted))
        return false;
    path[length] = '\0';
    return strcmp(path + length - strlen(wanted), wanted) == 0;
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static int calls;
    __typeof__(&read) next = (__typeof__(&read))dlsym(RTLD_NEXT, "read");
    const char *how = getenv("CHANGE");
    char path[PATH_MAX];
    if (!how || !is_meant(descriptor, path, sizeof path))
        return next(descriptor, bytes, size);
    calls++;
    if (strcmp(how, "fail") == 0 || (strcmp(how, "interrupt") == 0 && calls % 2)) {
        errno = strcmp(how, "fail") == 0 ? EIO : EINTR;
        return -1;
    }
    ssize_t got = next(descriptor, bytes, size < PART ? size : PART);
    if (calls == 1)
        change(path, how);
    return got;
}
