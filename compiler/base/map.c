#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct entry {
    const char *key;
    void *value;
    uint32_t hash;
};

struct map {
    struct arena *arena;
    struct entry *entries; /* in order of insertion */
    size_t count, capacity;
    uint32_t *slots; /* index of an entry plus 1, 0 when free; a power of two, at most half full */
    size_t slot_count;
};

static uint32_t hash_text(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

struct map *map_new(struct arena *arena)
{
    struct map *map = arena_alloc(arena, sizeof *map);
    map->arena = arena;
    return map;
}

/* The slot of `key`, or the free one where it belongs. There is always a free one. */
static size_t find_slot(const struct map *map, const char *key, uint32_t hash)
{
    size_t at = hash & (map->slot_count - 1);
    for (; map->slots[at]; at = (at + 1) & (map->slot_count - 1)) {
        const struct entry *entry = &map->entries[map->slots[at] - 1];
        if (entry->hash == hash && strcmp(entry->key, key) == 0)
            break;
    }
    return at;
}

static const struct entry *find(const struct map *map, const char *key)
{
    if (map->count == 0)
        return NULL;
    uint32_t slot = map->slots[find_slot(map, key, hash_text(key))];
    return slot ? &map->entries[slot - 1] : NULL;
}

static void grow(struct map *map)
{
    size_t capacity = map->capacity ? map->capacity * 2 : 8;
    struct entry *entries = arena_alloc(map->arena, capacity * sizeof *entries);
    if (map->count)
        memcpy(entries, map->entries, map->count * sizeof *entries);
    map->entries = entries;
    map->capacity = capacity;
    map->slot_count = capacity * 2;
    map->slots = arena_alloc(map->arena, map->slot_count * sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++)
        map->slots[find_slot(map, entries[i].key, entries[i].hash)] = (uint32_t)i + 1;
}

void *map_get(const struct map *map, const char *key)
{
    const struct entry *entry = find(map, key);
    return entry ? entry->value : NULL;
}

bool map_has(const struct map *map, const char *key)
{
    return find(map, key) != NULL;
}

void map_set(struct map *map, const char *key, void *value)
{
    if (map->count == map->capacity)
        grow(map);
    uint32_t hash = hash_text(key);
    size_t slot = find_slot(map, key, hash);
    if (map->slots[slot]) {
        map->entries[map->slots[slot] - 1].value = value;
        return;
    }
    map->entries[map->count] = (struct entry){key, value, hash};
    map->slots[slot] = (uint32_t)++map->count;
}

size_t map_count(const struct map *map)
{
    return map->count;
}

const char *map_key(const struct map *map, size_t index)
{
    return map->entries[index].key;
}

void *map_value(const struct map *map, size_t index)
{
    return map->entries[index].value;
}
