/* Directories on the way to a file. */
#ifndef TEKIGO_BASE_PATH_H
#define TEKIGO_BASE_PATH_H

#include <stdbool.h>

/* Makes every directory above the last component of `path`, which is written to on the way and restored. False with
 * errno set when one could not be made. */
bool path_make_parents(char *path);

#endif
