/* Names of places in a document: unique, and readable in a link. */
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "doc/resolve.h"

/* Punctuation and symbols beyond ASCII, which a slug leaves out. Letters, kana, kanji and 々〆〇ー stay. */
static bool is_mark(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } marks[] = {{0x0080, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
                 {0x00F7, 0x00F7}, {0x2000, 0x206F}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},
                 {0x3008, 0x3020}, {0x3030, 0x3030}, {0x303D, 0x303F}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB},
                 {0xFE30, 0xFE6F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF3E}, {0xFF40, 0xFF40},
                 {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}};

    for (size_t i = 0; i < sizeof marks / sizeof *marks && code >= marks[i].first; i++)
        if (code <= marks[i].last)
            return true;
    return false;
}

static void slug_character(struct buffer *slug, const char *bytes, size_t size, uint32_t code)
{
    if (code >= 0x80) {
        if (!is_mark(code))
            buffer_add(slug, bytes, size);
    } else if (code == ' ' || code == '\n' || code == '\t') {
        buffer_add_char(slug, '-');
    } else if (code >= 'A' && code <= 'Z') {
        buffer_add_char(slug, (char)(code - 'A' + 'a'));
    } else if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code == '-' || code == '_') {
        buffer_add_char(slug, (char)code);
    }
}

char *anchor_slug(const char *text, struct arena *arena)
{
    struct buffer slug = {0};
    size_t length = strlen(text);
    char *result;

    while (length) {
        uint32_t code;
        size_t size = utf8_decode(text, length, &code);

        if (size)
            slug_character(&slug, text, size, code);
        else
            size = 1; /* a stray byte is left out */
        text += size;
        length -= size;
    }
    result = arena_strndup(arena, slug.length ? slug.data : "section", slug.length ? slug.length : 7);
    buffer_free(&slug);
    return result;
}

#define BLANKS " \t\r\n\f" /* may not stand in ids of HTML */

const char *anchor_tidy(const char *id, struct arena *arena)
{
    size_t own = strlen(ANCHOR_OF_PAGE);
    bool taken = strncmp(id, ANCHOR_OF_PAGE, own) == 0;
    char *copy;

    if (!*id)
        return "section";
    if (!taken && !id[strcspn(id, BLANKS)])
        return id;
    copy = arena_strdup(arena, id);
    if (taken)
        copy[own - 1] = '-';
    for (char *at = copy; *at; at++)
        if (strchr(BLANKS, *at))
            *at = '-';
    return copy;
}

/* Gives the node the wished id, or the next free one of the row id, id-1, id-2 … `next` remembers where each
 * row stands, so that a thousand equal headings cost no more than different ones. */
static void name_node(struct resolved *resolved, struct map *next, struct node *node, const char *wish)
{
    const char *id = wish;

    if (map_has(resolved->anchors, wish)) {
        size_t *number = map_get(next, wish);

        if (!number) {
            number = arena_alloc(resolved->arena, sizeof *number);
            map_set(next, wish, number);
        }
        do
            id = arena_printf(resolved->arena, "%s-%zu", wish, ++*number);
        while (map_has(resolved->anchors, id));
    }
    node->id = id;
    map_set(resolved->anchors, id, node);
}

/* The first node of a name keeps it; later ones of the same name give way, also to given names yet to come. */
void anchors_resolve(struct resolved *resolved)
{
    struct map *next = map_new(resolved->arena);

    resolved->anchors = map_new(resolved->arena);
    resolved->given = map_new(resolved->arena);
    for (size_t i = 0; i < resolved->named.count; i++) {
        struct node *node = resolved->named.items[i];

        node->id = anchor_tidy(node->id, resolved->arena);
        if (map_has(resolved->given, node->id))
            continue;
        map_set(resolved->given, node->id, node);
        map_set(resolved->anchors, node->id, node);
    }
    for (size_t i = 0; i < resolved->named.count; i++)
        if (map_get(resolved->given, resolved->named.items[i]->id) != resolved->named.items[i])
            name_node(resolved, next, resolved->named.items[i], resolved->named.items[i]->id);
    for (size_t i = 0; i < resolved->sections.count; i++) {
        struct node *section = resolved->sections.items[i];
        const struct node *heading = section->first;

        if (section->id || section->as.section.long_only) /* nothing leads to what may be left out */
            continue;
        name_node(resolved, next, section,
                  heading && heading->type == NODE_HEADING
                      ? anchor_slug(node_plain_text(heading, resolved->arena), resolved->arena)
                      : "section");
    }
}
