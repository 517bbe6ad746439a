#include "publish/beneath.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

/* The same where the kernel has no openat2() or a container does not let it through: component by component. */
static int open_by_steps(int root, const char *path, int flags, mode_t mode)
{
    int folder = dup(root);
    while (folder >= 0) {
        char name[256];
        size_t length = strcspn(path, "/");
        if (length == 0 || length >= sizeof name || (path[0] == '.' && length <= 2 && path[length - 1] == '.')) {
            errno = length >= sizeof name ? ENAMETOOLONG : EXDEV;
            break;
        }
        memcpy(name, path, length);
        name[length] = '\0';
        bool last = !path[length];
        int next = last ? openat(folder, name, flags | O_NOFOLLOW, mode)
                        : openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int error = errno;
        close(folder);
        errno = error;
        if (last)
            return next;
        folder = next;
        path += length + 1;
    }
    int error = errno;
    if (folder >= 0)
        close(folder);
    errno = error;
    return -1;
}

int beneath_open(int root, const char *path, int flags, mode_t mode)
{
    struct open_how how = {.flags = (unsigned)flags | O_CLOEXEC,
                           .mode = flags & O_CREAT ? mode : 0,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
    int file = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
    if (file < 0 && (errno == ENOSYS || errno == EPERM || errno == EAGAIN))
        file = open_by_steps(root, path, flags | O_CLOEXEC, mode);
    return file;
}

bool beneath_make_folders(int root, const char *path)
{
    char part[PATH_SIZE];
    const char *slash = strchr(path, '/');
    int folder = dup(root);
    for (const char *name = path; folder >= 0 && slash; name = slash + 1, slash = strchr(name, '/')) {
        size_t length = (size_t)(slash - name);
        if (length == 0 || length >= sizeof part) {
            close(folder);
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(part, name, length);
        part[length] = '\0';
        int next = -1;
        if (mkdirat(folder, part, 0777) == 0 || errno == EEXIST)
            next = beneath_open(folder, part, O_PATH | O_DIRECTORY, 0);
        int error = errno;
        close(folder);
        errno = error;
        folder = next;
    }
    if (folder < 0)
        return false;
    close(folder);
    return true;
}

/* Does the file system, or the kernel, not know what was asked for? */
static bool is_unknown(int error)
{
    return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

static bool move_all(int from, int to);

/* A folder by way of one that is made anew. What was moved stays moved when that fails: the caller undoes it. */
static bool move_folder(int from, const char *name, int to, const char *new_name)
{
    int source = openat(from, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), target = -1;
    bool good = source >= 0 && mkdirat(to, new_name, 0777) == 0 &&
                (target = openat(to, new_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) >= 0 &&
                move_all(source, target) && unlinkat(from, name, AT_REMOVEDIR) == 0;
    int error = errno;
    if (source >= 0)
        close(source);
    if (target >= 0)
        close(target);
    errno = error;
    return good;
}

bool beneath_move(int from, const char *name, int to, const char *new_name)
{
    struct stat status;
    if (renameat2(from, name, to, new_name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EXDEV)
        return move_folder(from, name, to, new_name);
    if (!is_unknown(errno))
        return false;
    if (fstatat(to, new_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return false;
    }
    return errno == ENOENT &&
           (renameat(from, name, to, new_name) == 0 || (errno == EXDEV && move_folder(from, name, to, new_name)));
}

static bool move_all(int from, int to)
{
    int again = openat(from, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = again >= 0 ? fdopendir(again) : NULL;
    bool good = stream != NULL;
    for (const struct dirent *entry; good && (entry = readdir(stream));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            good = beneath_move(from, entry->d_name, to, entry->d_name);
    int error = errno;
    if (stream)
        closedir(stream);
    errno = error;
    return good;
}

bool beneath_exchange(int from, const char *name, int to, const char *other, const char *aside)
{
    if (renameat2(from, name, to, other, RENAME_EXCHANGE) == 0)
        return true;
    if (!(is_unknown(errno) || errno == EXDEV) || !beneath_move(to, other, from, aside))
        return false;
    bool good = beneath_move(from, name, to, other);
    int error = errno;
    if (good)
        beneath_move(from, aside, from, name);
    else
        beneath_move(from, aside, to, other);
    errno = error;
    return good;
}

struct walk {
    char path[PATH_SIZE];
    dev_t device;
    void (*visit)(void *context, const struct beneath_entry *entry);
    void *context;
    int error; /* of the last failure */
};

/* `length` is that of the path of `folder`, which is closed. */
static void walk_folder(struct walk *walk, int folder, size_t length)
{
    DIR *stream = fdopendir(folder);
    if (!stream) {
        close(folder);
        walk->error = errno;
        return;
    }
    for (const struct dirent *entry; (entry = readdir(stream));) {
        const char *name = entry->d_name;
        struct beneath_entry found = {walk->path, dirfd(stream), name, {0}};
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
            (length == 0 && strcmp(name, BENEATH_LOST_AND_FOUND) == 0))
            continue;
        size_t size =
            (size_t)snprintf(walk->path + length, sizeof walk->path - length, "%s%s", length ? "/" : "", name);
        if (size >= sizeof walk->path - length ||
            fstatat(found.folder, name, &found.status, AT_SYMLINK_NOFOLLOW) != 0) {
            walk->error = errno;
            continue;
        }
        if (S_ISDIR(found.status.st_mode) && found.status.st_dev == walk->device) {
            int below = openat(found.folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (below >= 0)
                walk_folder(walk, below, length + size);
            else
                walk->error = errno;
        }
        walk->path[length + size] = '\0';
        walk->visit(walk->context, &found);
    }
    closedir(stream);
}

bool beneath_walk(int root, void (*visit)(void *context, const struct beneath_entry *entry), void *context)
{
    struct walk walk = {.visit = visit, .context = context};
    struct stat status;
    int folder = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || fstat(folder, &status) != 0) {
        if (folder >= 0)
            close(folder);
        return false;
    }
    walk.device = status.st_dev;
    walk_folder(&walk, folder, 0);
    errno = walk.error;
    return walk.error == 0;
}
