/* Where links lead: to an anchor of their document, the home of a record, a document of the same language. */
#include <string.h>

#include "base/buffer.h"
#include "doc/resolve.h"

enum { SUGGESTIONS_MAX = 50 }; /* a search for a near name looks at every name: later links go without */

struct place {
    const struct resolved *where;
    const struct node *node; /* NULL: the document as a whole */
};

/* Names of one language. */
struct names {
    const char *language;
    struct map *homes;     /* id of a record → place of the row that defines it */
    struct map *others;    /* other ids given by templates → place */
    struct map *documents; /* id, number → place */
    struct map *paths;     /* source file → place */
    const char **candidates;
    size_t candidate_count;
};

struct linking {
    const struct document_set *set;
    struct arena *arena;
    struct diag *diag;
    struct names *names;
    size_t name_count;
    int suggestions;
};

static void add_name(struct map *map, const char *name, const struct resolved *where, const struct node *node,
                     struct arena *arena)
{
    struct place *place;

    if (!name || !*name || map_has(map, name))
        return;
    place = arena_alloc(arena, sizeof *place);
    *place = (struct place){where, node};
    map_set(map, name, place);
}

static struct names *names_of(struct linking *linking, const char *language)
{
    struct names *names;

    for (size_t i = 0; i < linking->name_count; i++)
        if (strcmp(linking->names[i].language, language) == 0)
            return &linking->names[i];
    names = &linking->names[linking->name_count++];
    names->language = language;
    names->homes = map_new(linking->arena);
    names->others = map_new(linking->arena);
    names->documents = map_new(linking->arena);
    names->paths = map_new(linking->arena);
    return names;
}

/* The first place of a name counts. */
static void index_document(struct linking *linking, const struct resolved *resolved)
{
    const struct document *document = resolved->document;
    struct names *names = names_of(linking, document->language);

    add_name(names->documents, document->id, resolved, NULL, linking->arena);
    add_name(names->documents, document->number, resolved, NULL, linking->arena);
    add_name(names->paths, document->path, resolved, NULL, linking->arena);
    for (size_t i = 0; i < resolved->named.count; i++) {
        const struct node *node = resolved->named.items[i];

        if (node->type == NODE_FOOTNOTE || node->type == NODE_FOOTNOTE_REFERENCE)
            continue;
        add_name(node->type == NODE_ROW && node->as.row.home ? names->homes : names->others, node->id, resolved, node,
                 linking->arena);
    }
}

static int hex(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    digit |= 0x20;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* `%E8%A6` → the bytes; what is no escape stays. */
static char *decode_percent(const char *text, struct arena *arena)
{
    char *decoded = arena_strdup(arena, text), *end = decoded;

    for (const char *at = text; *at; at++) {
        if (*at == '%' && hex(at[1]) >= 0 && hex(at[2]) >= 0 && (at[1] != '0' || at[2] != '0')) {
            *end++ = (char)(hex(at[1]) * 16 + hex(at[2]));
            at += 2;
        } else {
            *end++ = *at;
        }
    }
    *end = '\0';
    return decoded;
}

/* `path` as seen from the folder of the file `from`, without `.` and `..`; a leading `/` is the top of the tree. */
static char *join_path(const char *from, const char *path, struct arena *arena)
{
    const char *slash = strrchr(from, '/');
    struct buffer joined = {0};
    char *result;

    if (slash && *path != '/')
        buffer_add(&joined, from, (size_t)(slash - from));
    while (*path) {
        size_t length = strcspn(path, "/");

        if (length == 2 && strncmp(path, "..", 2) == 0) {
            while (joined.length && joined.data[joined.length - 1] != '/')
                joined.length--;
            if (joined.length)
                joined.length--;
        } else if (length && !(length == 1 && *path == '.')) {
            if (joined.length)
                buffer_add_char(&joined, '/');
            buffer_add(&joined, path, length);
        }
        path += length;
        path += *path == '/';
    }
    result = arena_strndup(arena, joined.data ? joined.data : "", joined.length);
    buffer_free(&joined);
    return result;
}

static const struct place *find_document(const struct names *names, const struct resolved *from, const char *name,
                                         struct arena *arena)
{
    const struct place *place = map_get(names->documents, name);

    if (!place)
        place = map_get(names->paths, join_path(from->document->path, name, arena));
    return place ? place : map_get(names->paths, name);
}

static void lead_to(struct node *link, const struct resolved *from, const struct place *place)
{
    if (place->where == from && place->node) {
        link->as.link.node = place->node;
        return;
    }
    link->as.link.document = place->where->document->id;
    link->as.link.anchor = place->node ? place->node->id : NULL;
}

/* In the place of the link stays its text. In O(1): the node becomes a span that means nothing. */
static void make_plain(struct node *link)
{
    link->type = NODE_SPAN;
    memset(&link->as, 0, sizeof link->as);
}

static const char *near_name(struct linking *linking, struct names *names, const char *target)
{
    if (linking->suggestions++ >= SUGGESTIONS_MAX)
        return NULL;
    if (!names->candidates) {
        const struct map *maps[] = {names->documents, names->homes, names->others, names->paths};
        size_t count = 0;

        for (size_t i = 0; i < 4; i++)
            count += map_count(maps[i]);
        names->candidates = arena_alloc(linking->arena, (count + 1) * sizeof *names->candidates);
        for (size_t i = 0; i < 4; i++)
            for (size_t j = 0; j < map_count(maps[i]); j++)
                names->candidates[names->candidate_count++] = map_key(maps[i], j);
    }
    return diag_suggest(target, names->candidates, names->candidate_count);
}

static bool is_known(const struct document_set *set, const struct resolved *from, const char *target,
                     struct arena *arena)
{
    if (!set->known)
        return !target[strcspn(target, "/#")] && !strstr(target, ".md");
    return set->known(set->known_context, target) ||
           set->known(set->known_context, join_path(from->document->path, target, arena));
}

static void refuse_link(struct linking *linking, struct names *names, struct node *link, const char *target)
{
    const char *near = linking->set->incomplete ? NULL : near_name(linking, names, target);

    if (linking->set->incomplete)
        ;
    else if (near)
        diag_report(linking->diag, MESSAGE_BROKEN_LINK_NEAR, link->source, target, near, NULL);
    else
        diag_report(linking->diag, MESSAGE_BROKEN_LINK, link->source, target, NULL);
    make_plain(link);
}

/* `base#fragment` */
static void resolve_fragment(struct linking *linking, const struct resolved *from, struct node *link,
                             const char *target, const char *hash)
{
    struct names *names = names_of(linking, from->document->language);
    const char *base = arena_strndup(linking->arena, target, (size_t)(hash - target));
    struct place own = {from, NULL}, place;
    const struct place *found = *base ? find_document(names, from, base, linking->arena) : &own;

    if (!found) {
        if (is_known(linking->set, from, base, linking->arena))
            make_plain(link);
        else
            refuse_link(linking, names, link, base);
        return;
    }
    place = *found;
    place.node = hash[1] ? map_get(place.where->anchors, anchor_tidy(hash + 1, linking->arena)) : NULL;
    if (!place.node && hash[1] && !place.where->document->skipped) {
        diag_report(linking->diag, MESSAGE_BROKEN_ANCHOR, link->source, place.where->document->id, hash + 1, NULL);
        make_plain(link);
        return;
    }
    lead_to(link, from, &place);
}

static void resolve_link(struct linking *linking, const struct resolved *from, struct node *link)
{
    struct names *names = names_of(linking, from->document->language);
    const char *target = link->as.link.target ? link->as.link.target : "", *hash, *id;
    const struct place *place;

    if (strchr(target, '%'))
        target = decode_percent(target, linking->arena);
    id = *target ? anchor_tidy(target, linking->arena) : target;
    if ((link->as.link.node = map_get(from->given, id)) != NULL)
        return;
    if ((hash = strchr(target, '#')) != NULL) {
        resolve_fragment(linking, from, link, target, hash);
        return;
    }
    place = map_get(names->homes, target);
    if (!place)
        place = find_document(names, from, target, linking->arena);
    if (!place)
        place = map_get(names->others, id);
    if (place)
        lead_to(link, from, place);
    else if (*target && is_known(linking->set, from, target, linking->arena))
        make_plain(link);
    else
        refuse_link(linking, names, link, target);
}

void links_resolve(const struct document_set *set, struct resolved *documents, struct arena *arena, struct diag *diag)
{
    struct linking linking = {.set = set, .arena = arena, .diag = diag};

    linking.names = arena_alloc(arena, (set->count + 1) * sizeof *linking.names);
    for (size_t i = 0; i < set->count; i++)
        index_document(&linking, &documents[i]);
    for (size_t i = 0; i < set->count; i++)
        for (size_t j = 0; j < documents[i].links.count; j++)
            resolve_link(&linking, &documents[i], documents[i].links.items[j]);
}
