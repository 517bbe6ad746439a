#include "read/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/map.h"
#include "read/fold.h"
#include "read/scalar.h"

#define DEPTH_LIMIT 64
#define NODE_LIMIT 1000000
#define INDEX_FROM 16 /* maps with fewer entries are searched for duplicate keys entry by entry */

/* A map or list that is being read. */
struct level {
    struct value *value;
    struct value *key; /* maps: the name that waits for its value, a scalar; NULL when a name comes next */
    struct map *index; /* of large maps: key → entry */
    const char *anchor;
};

struct reader {
    yaml_parser_t parser;
    const char *path;
    const char *text;
    size_t length;
    const char **lines; /* where each line of the text starts; made when a scalar first has several */
    size_t line_count;
    int first_line;
    struct arena *arena;
    struct diag *diag;
    struct level levels[DEPTH_LIMIT];
    int depth;
    size_t nodes;        /* aliases counted each time they are used */
    struct map *anchors; /* name → value, once it is complete */
    struct map *open;    /* names of anchors whose value is not complete */
    struct value *root;
    struct value name; /* the one that waits for its value: it is not kept */
    bool failed;
};

static struct source place(const struct reader *reader, yaml_mark_t mark)
{
    return (struct source){reader->path, (int)mark.line + reader->first_line, (int)mark.column + 1};
}

static void fail(struct reader *reader, enum message message, struct source source, const char *argument)
{
    diag_report(reader->diag, message, source, argument, NULL);
    reader->failed = true;
}

static void fail_limit(struct reader *reader, enum message message, struct source source, int limit)
{
    fail(reader, message, source, arena_printf(reader->arena, "%d", limit));
}

static struct value *find_entry(const struct level *level, const char *key)
{
    if (level->index)
        return map_get(level->index, key);
    for (struct value *entry = level->value->first; entry; entry = entry->next)
        if (strcmp(entry->key, key) == 0)
            return entry;
    return NULL;
}

static void index_entry(struct reader *reader, struct level *level, struct value *entry)
{
    if (level->index) {
        map_set(level->index, entry->key, entry);
    } else if (level->value->count == INDEX_FROM) {
        level->index = map_new(reader->arena);
        for (struct value *each = level->value->first; each; each = each->next)
            map_set(level->index, each->key, each);
    }
}

static void append(struct value *parent, struct value *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->count++;
}

/* A scalar where the name of an entry is expected. */
static void take_key(struct reader *reader, struct level *level, struct value *key)
{
    const struct value *first = find_entry(level, key->text);
    if (strcmp(key->text, "<<") == 0 && !key->quoted) {
        fail(reader, MESSAGE_YAML_MERGE_KEY, key->source, NULL);
    } else if (key->kind == VALUE_NULL && !key->quoted && key->text[0] == '\0') {
        fail(reader, MESSAGE_YAML_KEY_NOT_TEXT, key->source, NULL);
    } else if (first) { /* the second value is read and left out, so that one run shows all duplicates */
        diag_report_both(reader->diag, MESSAGE_YAML_DUPLICATE_KEY, key->source, first->key_source, key->text,
                         arena_printf(reader->arena, "%d", first->key_source.line), NULL);
    }
    level->key = key;
}

/* Puts a value, complete or just begun, where it belongs. */
static void place_value(struct reader *reader, struct value *value)
{
    if (reader->depth == 0) {
        reader->root = value;
        return;
    }
    struct level *level = &reader->levels[reader->depth - 1];
    if (level->value->kind == VALUE_LIST) {
        append(level->value, value);
    } else if (level->key) {
        bool duplicate = find_entry(level, level->key->text) != NULL;
        value->key = level->key->text;
        value->key_source = level->key->source;
        level->key = NULL;
        if (duplicate)
            return;
        append(level->value, value);
        index_entry(reader, level, value);
    } else if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
        fail(reader, MESSAGE_YAML_KEY_NOT_TEXT, value->source, NULL);
    } else {
        take_key(reader, level, value);
    }
}

static void count_node(struct reader *reader, struct source source)
{
    if (++reader->nodes == NODE_LIMIT + 1)
        fail_limit(reader, MESSAGE_YAML_TOO_MANY, source, NODE_LIMIT);
}

static struct value *new_value(struct reader *reader, enum value_kind kind, struct source source)
{
    struct value *value = arena_alloc(reader->arena, sizeof *value);
    value->kind = kind;
    value->source = source;
    count_node(reader, source);
    return value;
}

/* The parts of the copy keep the place they were written at; `alias` is where it is asked for. */
static struct value *copy_value(struct reader *reader, const struct value *original, struct source alias)
{
    struct value *copy = new_value(reader, original->kind, alias);
    *copy = *original;
    copy->first = copy->last = copy->next = NULL;
    copy->count = 0;
    for (const struct value *child = original->first; child && !reader->failed; child = child->next)
        append(copy, copy_value(reader, child, alias));
    return copy;
}

static void read_alias(struct reader *reader, const char *name, struct source source)
{
    const struct value *original = map_get(reader->anchors, name);
    if (map_get(reader->open, name)) {
        fail(reader, MESSAGE_YAML_ANCHOR_OPEN, source, name);
    } else if (!original) {
        fail(reader, MESSAGE_YAML_ANCHOR_UNKNOWN, source, name);
    } else {
        struct value *copy = copy_value(reader, original, source);
        copy->key = NULL;
        copy->key_source = (struct source){0};
        copy->source = source;
        if (!reader->failed)
            place_value(reader, copy);
    }
}

static const char *line_start(struct reader *reader, size_t line)
{
    const char *end = reader->text + reader->length;
    if (!reader->lines) {
        size_t count = 1;
        for (const char *at = reader->text; at < end; at++)
            count += *at == '\n';
        reader->lines = arena_alloc(reader->arena, count * sizeof *reader->lines);
        reader->lines[reader->line_count++] = reader->text;
        for (const char *at = reader->text; at < end; at++)
            if (*at == '\n')
                reader->lines[reader->line_count++] = at + 1;
    }
    return line < reader->line_count ? reader->lines[line] : end;
}

/* The text of a scalar, without the blanks that folding puts between Japanese lines. */
static char *scalar_text(struct reader *reader, const yaml_event_t *event)
{
    char *text = arena_strndup(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    if (event->start_mark.line != event->end_mark.line && event->data.scalar.style != YAML_LITERAL_SCALAR_STYLE) {
        const char *start = line_start(reader, event->start_mark.line);
        fold_remove_blanks(text, start, (size_t)(line_start(reader, event->end_mark.line + 1) - start));
    }
    return text;
}

static bool expects_name(const struct reader *reader)
{
    const struct level *level = reader->depth ? &reader->levels[reader->depth - 1] : NULL;
    return level && level->value->kind == VALUE_MAP && !level->key;
}

static struct value *new_scalar(struct reader *reader, bool name, struct source source)
{
    if (!name)
        return new_value(reader, VALUE_TEXT, source);
    count_node(reader, source);
    reader->name = (struct value){.kind = VALUE_TEXT, .source = source};
    return &reader->name;
}

static void read_scalar(struct reader *reader, const yaml_event_t *event, struct source source)
{
    bool name = expects_name(reader);
    struct value *value = new_scalar(reader, name && !event->data.scalar.anchor, source);
    size_t length = event->data.scalar.length;
    if (memchr(event->data.scalar.value, '\0', length)) /* "\0" in double quotes */
        fail(reader, MESSAGE_YAML_CONTROL, source, "U+0000");
    value->text = scalar_text(reader, event);
    value->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (!value->quoted)
        scalar_type(value);
    /* A name is kept as written, so that `~: 1` or `null: 1` have one. */
    if (name && (value->kind == VALUE_NULL || event->start_mark.line != event->end_mark.line))
        value->text = arena_strndup(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    if (reader->failed)
        return;
    if (event->data.scalar.anchor)
        map_set(reader->anchors, arena_strdup(reader->arena, (const char *)event->data.scalar.anchor), value);
    place_value(reader, value);
}

static void begin_level(struct reader *reader, enum value_kind kind, const char *anchor, struct source source)
{
    if (reader->depth == DEPTH_LIMIT) {
        fail_limit(reader, MESSAGE_YAML_TOO_DEEP, source, DEPTH_LIMIT);
        return;
    }
    struct value *value = new_value(reader, kind, source);
    place_value(reader, value);
    if (anchor) {
        anchor = arena_strdup(reader->arena, anchor);
        map_set(reader->open, anchor, value);
    }
    reader->levels[reader->depth++] = (struct level){.value = value, .anchor = anchor};
}

static void end_level(struct reader *reader)
{
    const struct level *level = &reader->levels[--reader->depth];
    if (level->anchor) {
        map_set(reader->open, level->anchor, NULL);
        map_set(reader->anchors, level->anchor, level->value);
    }
}

/* The tag of an event, NULL when it has none. */
static const char *event_tag(const yaml_event_t *event)
{
    const yaml_char_t *tag = event->type == YAML_SCALAR_EVENT           ? event->data.scalar.tag
                             : event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.tag
                             : event->type == YAML_MAPPING_START_EVENT  ? event->data.mapping_start.tag
                                                                        : NULL;
    return (const char *)tag;
}

static void read_event(struct reader *reader, const yaml_event_t *event)
{
    struct source source = place(reader, event->start_mark);
    const char *tag = event_tag(event);
    if (tag) {
        static const char standard[] = "tag:yaml.org,2002:";
        if (strncmp(tag, standard, sizeof standard - 1) == 0)
            tag = arena_printf(reader->arena, "!!%s", tag + sizeof standard - 1);
        fail(reader, MESSAGE_YAML_TAG, source, tag);
        return;
    }
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->root)
            fail(reader, MESSAGE_YAML_SECOND_DOCUMENT, source, NULL);
        else if (event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
            fail(reader, MESSAGE_YAML_TAG, source, "%TAG");
        break;
    case YAML_ALIAS_EVENT:
        read_alias(reader, (const char *)event->data.alias.anchor, source);
        break;
    case YAML_SCALAR_EVENT:
        read_scalar(reader, event, source);
        break;
    case YAML_SEQUENCE_START_EVENT:
        begin_level(reader, VALUE_LIST, (const char *)event->data.sequence_start.anchor, source);
        break;
    case YAML_MAPPING_START_EVENT:
        begin_level(reader, VALUE_MAP, (const char *)event->data.mapping_start.anchor, source);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        end_level(reader);
        break;
    default:
        break;
    }
}

static void report_parser(struct reader *reader, const char *text, size_t length)
{
    const yaml_parser_t *parser = &reader->parser;
    struct yaml_problem problem = {.problem = parser->problem,
                                   .context = parser->context,
                                   .line = parser->problem_mark.line,
                                   .column = parser->problem_mark.column,
                                   .context_line = parser->context_mark.line,
                                   .context_column = parser->context_mark.column};
    if (parser->error == YAML_MEMORY_ERROR)
        arena_out_of_memory();
    yaml_report_problem(&problem, reader->path, text, length, reader->first_line, reader->diag);
    reader->failed = true;
}

/* Reports characters YAML does not allow and those that libyaml, not YAML 1.2, takes for line ends. */
static bool check_characters(const struct reader *reader, const char *text, size_t length)
{
    struct source source = {reader->path, reader->first_line, 1};
    for (size_t at = 0; at < length; at++) {
        unsigned char byte = (unsigned char)text[at];
        const unsigned char *bytes = (const unsigned char *)text + at; /* followed by a NUL */
        unsigned code = 0;
        if (byte == '\n') {
            source.line++;
            source.column = 1;
            continue;
        }
        if ((byte < 0x20 && byte != '\t') || byte == 0x7F)
            code = byte;
        else if (byte == 0xC2 && bytes[1] >= 0x80 && bytes[1] <= 0x9F)
            code = bytes[1];
        else if (byte == 0xE2 && bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9))
            code = 0x2028 + bytes[2] - 0xA8;
        else if (byte == 0xEF && ((bytes[1] == 0xBB && bytes[2] == 0xBF) || (bytes[1] == 0xBF && bytes[2] >= 0xBE)))
            code = bytes[1] == 0xBB ? 0xFEFF : 0xFFC0u + (bytes[2] & 0x3F);
        if (code || byte == 0) {
            diag_report(reader->diag, MESSAGE_YAML_CONTROL, source, arena_printf(reader->arena, "U+%04X", code), NULL);
            return false;
        }
        source.column += (byte & 0xC0) != 0x80;
    }
    return true;
}

struct value *yaml_read_part(const char *path, const char *text, size_t length, int first_line, struct arena *arena,
                             struct diag *diag)
{
    struct reader reader = {
        .path = path, .text = text, .length = length, .first_line = first_line, .arena = arena, .diag = diag};
    bool done = false;
    if (!check_characters(&reader, text, length))
        return NULL;
    reader.anchors = map_new(arena);
    reader.open = map_new(arena);
    if (!yaml_parser_initialize(&reader.parser))
        arena_out_of_memory();
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, length);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    while (!done && !reader.failed) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader.parser, &event)) {
            report_parser(&reader, text, length);
            break;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        read_event(&reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&reader.parser);
    if (reader.failed || !reader.root || (reader.root->kind == VALUE_NULL && !reader.root->quoted))
        return NULL;
    return reader.root;
}

struct value *yaml_read(const char *path, const char *text, size_t length, struct arena *arena, struct diag *diag)
{
    return yaml_read_part(path, text, length, 1, arena, diag);
}
