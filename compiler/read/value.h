/* What a data file says, before anyone knows what it means: a tree of maps, lists and scalars, each with the
 * place it was read from. YAML, CSV, front matter and Lua data all become values; the model reads nothing
 * else. Values are made by the readers, live in the arena of the build and are not changed afterwards. */
#ifndef TEKIGO_READ_VALUE_H
#define TEKIGO_READ_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/source.h"

enum value_kind { VALUE_NULL, VALUE_BOOL, VALUE_INTEGER, VALUE_REAL, VALUE_TEXT, VALUE_LIST, VALUE_MAP };

struct value {
    enum value_kind kind;
    struct source source;     /* where the value starts */
    const char *key;          /* its name when it is an entry of a map, else NULL */
    struct source key_source; /* where the name stands */
    const char *text;         /* scalars: as written (YAML 1.2 core typing decides the kind); "" for null */
    bool quoted;              /* the scalar was quoted or a block: its kind is VALUE_TEXT */
    union {
        bool boolean;
        int64_t integer;
        double real;
    } as;
    struct value *first, *last, *next; /* children of lists and maps, in the order of the file */
    size_t count;                      /* number of children */
};

/* The entry of a map with this name, or NULL (also when `map` is NULL or no map). Linear in the entries. */
const struct value *value_get(const struct value *map, const char *key);

/* The text of the entry `key` of `map`, or `otherwise` when it is missing or no scalar. */
const char *value_get_text(const struct value *map, const char *key, const char *otherwise);

/* Japanese and English name of a kind of value, for messages ("一覧" / "a list"). */
const char *value_kind_name(enum value_kind kind, int language);

#endif
