/* Reports of one kind about one thing: a file shows the first of them and the number of the others. */
#include "model/internal.h"

#include <string.h>

bool repeat_allowed(struct loader *loader, enum message message, const char *key, struct source source)
{
    struct repeat *repeat = NULL;
    for (size_t i = 0; i < loader->repeat_count && !repeat; i++)
        if (loader->repeats[i].message == message && strcmp(loader->repeats[i].key, key) == 0)
            repeat = &loader->repeats[i];
    if (!repeat)
        repeat = &loader->repeats[loader->repeat_count < REPEATS ? loader->repeat_count++ : REPEATS];
    if (!repeat->count)
        *repeat = (struct repeat){message, repeat == &loader->repeats[REPEATS] ? "…" : key, source, 0};
    if (++repeat->count <= REPEATS_SHOWN)
        return true;
    if (repeat->count == REPEATS_SHOWN + 1)
        repeat->source = source;
    loader->held++;
    return false;
}

static void flush(struct loader *loader, struct repeat *repeat)
{
    if (repeat->count > REPEATS_SHOWN)
        diag_report(loader->diag, MESSAGE_MORE_REPORTS, repeat->source, repeat->key,
                    arena_printf(loader->arena, "%zu", repeat->count - REPEATS_SHOWN), NULL);
    repeat->count = 0;
}

void repeats_flush(struct loader *loader)
{
    for (size_t i = 0; i < loader->repeat_count; i++)
        flush(loader, &loader->repeats[i]);
    flush(loader, &loader->repeats[REPEATS]);
    loader->repeat_count = 0;
}

size_t loader_complaints(const struct loader *loader)
{
    return diag_count_level(loader->diag, DIAG_ERROR) + loader->held;
}
