/* A place in an input file: the path inside the tree (with `/`), the line and the column from 1, the column
 * counted in characters. `line` 0 means the file as a whole, `file` NULL no place at all. */
#ifndef TEKIGO_BASE_SOURCE_H
#define TEKIGO_BASE_SOURCE_H

struct source {
    const char *file;
    int line, column;
};

#endif
