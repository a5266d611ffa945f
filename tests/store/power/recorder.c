/* Records what a program asks of the disk, in order, so that a power cut can be imagined at any
 * point of it. Loaded with LD_PRELOAD; appends to the file named by DISK_LOG.
 *
 * One record: kind (1 byte), length of path, offset, length of data (8 bytes each), path, data.
 * Kinds: W write, T truncate, S sync, U unlink.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_file(void) {
    static int fd = -1;
    if (fd < 0 && getenv("DISK_LOG"))
        fd = open(getenv("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    return fd;
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    uint64_t sizes[3] = {strlen(path), offset, length};
    struct iovec parts[4] = {
        {&kind, 1}, {sizes, sizeof sizes}, {(void *)path, sizes[0]}, {(void *)data, data ? length : 0}};
    if (log_file() >= 0 && writev(log_file(), parts, 4) < 0)
        abort();
}

static const char *path_of(int fd) {
    static char path[4096];
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    return path;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    ssize_t written = REAL("pwrite64", ssize_t(*)(int, const void *, size_t, off64_t))(fd, data, length, offset);
    if (written > 0)
        record('W', path_of(fd), offset, data, written);
    return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    return pwrite64(fd, data, length, offset);
}

int ftruncate64(int fd, off64_t length) {
    int result = REAL("ftruncate64", int (*)(int, off64_t))(fd, length);
    if (!result)
        record('T', path_of(fd), length, NULL, 0);
    return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int fdatasync(int fd) {
    int result = REAL("fdatasync", int (*)(int))(fd);
    if (!result)
        record('S', path_of(fd), 0, NULL, 0);
    return result;
}

int fsync(int fd) {
    int result = REAL("fsync", int (*)(int))(fd);
    if (!result)
        record('S', path_of(fd), 0, NULL, 0);
    return result;
}

int unlink(const char *path) {
    int result = REAL("unlink", int (*)(const char *))(path);
    if (!result)
        record('U', path, 0, NULL, 0);
    return result;
}
