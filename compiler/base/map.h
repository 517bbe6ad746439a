/* A table from strings to pointers that keeps the order of insertion. It lives in the arena. */
#ifndef TEKIGO_BASE_MAP_H
#define TEKIGO_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct map;

struct map *map_new(struct arena *arena);

/* What stands under `key`, or NULL. */
void *map_get(const struct map *map, const char *key);
bool map_has(const struct map *map, const char *key);

/* Puts `value` under `key`, in the place of an older one. The key is not copied: it must live as long as the map. */
void map_set(struct map *map, const char *key, void *value);

/* Entries from 0, in the order in which the keys were first set. */
size_t map_count(const struct map *map);
const char *map_key(const struct map *map, size_t index);
void *map_value(const struct map *map, size_t index);

#endif
