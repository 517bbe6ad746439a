/* Catalogs: lists of entries with ids that come with the program (or stand in the project at the same path). */
#include "model/internal.h"

#include <string.h>

struct map *catalog_open(struct loader *loader, const struct kind *kind)
{
    if (!kind->catalog)
        return NULL;
    const struct value *catalog = loader->catalog ? loader->catalog(loader->catalog_context, kind->catalog) : NULL;
    const struct value *list = value_get(catalog, kind->catalog_list ? kind->catalog_list : "");
    if (!list || list->kind != VALUE_LIST) {
        diag_report(loader->diag, MESSAGE_CATALOG_MISSING,
                    catalog ? catalog->source : (struct source){kind->catalog, 0, 0}, kind->catalog,
                    kind->catalog_list ? kind->catalog_list : "", kind->name, NULL);
        return NULL;
    }
    names_add(loader->arena, &loader->used_files, kind->catalog);
    struct map *entries = map_new(loader->arena);
    for (const struct value *entry = list->first; entry; entry = entry->next) {
        const char *id = value_get_text(entry, "id", "");
        if (*id && !map_has(entries, id))
            map_set(entries, id, (void *)(uintptr_t)entry);
    }
    return entries;
}
