#include "read/git_settings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/diag.h"

/* Keys of [core] that are handed on, and the values they may have: none of them names a file or a program. */
static const char *const kept_keys[] = {"filemode", "symlinks", "autocrlf", "eol", NULL};
static const char *const kept_values[] = {"true", "false", "yes",  "no", "on",     "off", "1",
                                          "0",    "input", "crlf", "lf", "native", NULL};

/* Extensions of the format that change nothing of what is read here. To add one: its line, in small letters. */
static const char *const harmless_extensions[] = {"noop",           "preciousobjects",   "partialclone",
                                                  "worktreeconfig", "relativeworktrees", NULL};

/* The newest version of the format of repositories that is understood. */
enum { FORMAT_VERSION = 1 };

struct reader {
    const char *at;
    struct arena *arena;
    struct buffer *kept, *value;
    char section[32], key[32]; /* in small letters; cut, which none of those looked for is */
    struct git_settings result;
};

static bool is_listed(const char *const *list, const char *word)
{
    while (*list && strcasecmp(*list, word) != 0)
        list++;
    return *list != NULL;
}

/* Takes letters, digits, dashes and dots in small letters. */
static void read_name(struct reader *reader, char *name, size_t size)
{
    size_t length = 0;
    for (; isalnum((unsigned char)*reader->at) || *reader->at == '-' || *reader->at == '.'; reader->at++)
        if (length + 1 < size)
            name[length++] = (char)tolower((unsigned char)*reader->at);
    name[length] = '\0';
}

static void skip_blanks(struct reader *reader)
{
    reader->at += strspn(reader->at, " \t\r");
}

static void skip_line(struct reader *reader)
{
    reader->at += strcspn(reader->at, "\n");
}

/* [core], [include] or [branch "main"]: one with a part in quotation marks is none of those looked for. */
static bool read_section(struct reader *reader)
{
    reader->at++;
    read_name(reader, reader->section, sizeof reader->section);
    skip_blanks(reader);
    if (*reader->at == '"') {
        reader->section[0] = '\0';
        for (reader->at++; *reader->at && *reader->at != '"' && *reader->at != '\n'; reader->at++)
            if (*reader->at == '\\' && reader->at[1])
                reader->at++;
        if (*reader->at++ != '"')
            return false;
    }
    return *reader->at++ == ']';
}

/* The character after a backslash in a value, '\0' when none may stand there; a line end goes on with the next line. */
static char escaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case '"':
    case '\\':
    case '\n':
        return c;
    default:
        return '\0';
    }
}

/* The value up to the end of its line: quotation marks, escapes, lines that go on, a comment behind it. It holds until
 * the next one is read; NULL when it is none. */
static const char *read_value(struct reader *reader)
{
    size_t end = 0; /* of what is no blank */
    bool quoted = false;
    buffer_clear(reader->value);
    skip_blanks(reader);
    for (; *reader->at && *reader->at != '\n'; reader->at++) {
        char c = *reader->at;
        bool kept = quoted || !isspace((unsigned char)c);
        if (!quoted && (c == '#' || c == ';')) {
            skip_line(reader);
            break;
        }
        if (c == '"') {
            quoted = !quoted;
            end = reader->value->length;
            continue;
        }
        if (c == '\\') {
            reader->at += reader->at[1] == '\r' && reader->at[2] == '\n' ? 2 : 1;
            c = escaped(*reader->at);
            kept = true;
            if (!c)
                return NULL;
            if (*reader->at == '\n')
                continue;
        }
        buffer_add_char(reader->value, c);
        if (kept)
            end = reader->value->length;
    }
    buffer_add(reader->value, "", 1);
    reader->value->data[end] = '\0';
    return quoted ? NULL : reader->value->data;
}

static bool is_true(const char *value)
{
    static const char *const words[] = {"true", "yes", "on", NULL};
    return is_listed(words, value) || strtol(value, NULL, 0) != 0;
}

static void refuse(struct reader *reader)
{
    const char *name = arena_printf(reader->arena, "%s.%s", reader->section, reader->key);
    reader->result.problem =
        diag_words(reader->arena, arena_printf(reader->arena, "リポジトリーの形式 (%s) に対応していません", name),
                   arena_printf(reader->arena, "the repository's format (%s) is not supported", name));
}

static void take(struct reader *reader, const char *value)
{
    const char *key = reader->key;
    if (strcmp(reader->section, "extensions") == 0) {
        bool usual = (strcmp(key, "objectformat") == 0 && strcasecmp(value, "sha1") == 0) ||
                     (strcmp(key, "refstorage") == 0 && strcasecmp(value, "files") == 0);
        if (!usual && !is_listed(harmless_extensions, key))
            refuse(reader);
    } else if (strcmp(reader->section, "core") != 0) {
        return;
    } else if (strcmp(key, "repositoryformatversion") == 0) {
        long version = strtol(value, NULL, 10);
        if (version < 0 || version > FORMAT_VERSION)
            refuse(reader);
    } else if (strcmp(key, "bare") == 0) {
        reader->result.bare = is_true(value);
    } else if (strcmp(key, "worktree") == 0) {
        reader->result.worktree = arena_strdup(reader->arena, value);
    } else if (is_listed(kept_keys, key) && is_listed(kept_values, value)) {
        buffer_printf(reader->kept, "%s = %s\n", key, value);
    }
}

static bool read_setting(struct reader *reader)
{
    const char *value = "true";
    if (!isalpha((unsigned char)*reader->at))
        return false;
    read_name(reader, reader->key, sizeof reader->key);
    skip_blanks(reader);
    if (*reader->at == '=') {
        reader->at++;
        value = read_value(reader);
    } else if (*reader->at == '#' || *reader->at == ';') {
        skip_line(reader);
    } else if (*reader->at && *reader->at != '\n') {
        return false;
    }
    if (value)
        take(reader, value);
    return value != NULL;
}

struct git_settings git_settings_read(const char *text, struct arena *arena)
{
    struct buffer kept = {0}, value = {0};
    struct reader reader = {.at = text ? text : "", .arena = arena, .kept = &kept, .value = &value};
    bool good = true;
    if (strncmp(reader.at, "\xEF\xBB\xBF", 3) == 0)
        reader.at += 3;
    buffer_printf(&kept, "[core]\n");
    while (good && *reader.at) {
        if (isspace((unsigned char)*reader.at))
            reader.at++;
        else if (*reader.at == '#' || *reader.at == ';')
            skip_line(&reader);
        else
            good = *reader.at == '[' ? read_section(&reader) : read_setting(&reader);
    }
    if (!good && !reader.result.problem)
        reader.result.problem = diag_words(arena, "リポジトリーの設定 (.git/config) の書式が壊れています",
                                           "the repository's configuration (.git/config) is damaged");
    reader.result.text = arena_strdup(arena, kept.data);
    buffer_free(&kept);
    buffer_free(&value);
    return reader.result;
}
