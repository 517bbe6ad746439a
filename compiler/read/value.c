#include "read/value.h"

#include <string.h>

#include "base/diag.h"

const struct value *value_get(const struct value *map, const char *key)
{
    if (!map || map->kind != VALUE_MAP)
        return NULL;
    for (const struct value *entry = map->first; entry; entry = entry->next)
        if (strcmp(entry->key, key) == 0)
            return entry;
    return NULL;
}

const char *value_get_text(const struct value *map, const char *key, const char *otherwise)
{
    const struct value *entry = value_get(map, key);
    if (!entry || entry->kind == VALUE_LIST || entry->kind == VALUE_MAP)
        return otherwise;
    return entry->text;
}

const char *value_kind_name(enum value_kind kind, int language)
{
    static const char *const names[LANGUAGE_COUNT][VALUE_MAP + 1] = {
        {"空の値", "真偽値", "整数", "小数", "文字列", "一覧", "項目の組"},
        {"nothing", "a boolean", "an integer", "a number", "a text", "a list", "a map"},
    };
    return names[language][kind];
}
