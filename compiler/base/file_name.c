#include "base/file_name.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum {
    LONGEST_NAME = 200,  /* bytes of a component: an ending fits within the 255 that file systems take */
    LONGEST_PATH = 1000, /* bytes of a path below the output: with the folder within the 4096 of PATH_MAX */
    COMPONENTS_MAX = 32  /* as deep as a tree may be */
};

struct file_names {
    struct arena *arena;
    struct map *taken; /* folded path → path */
};

bool file_name_is_own(const char *name)
{
    static const char *const own[] = {FILE_ENTRY_PAGE, FILE_STYLE_SHEET, FOLDER_IMAGES, FOLDER_FONTS};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcasecmp(name, own[i]) == 0)
            return true;
    return false;
}

/* Devices of Windows, with any ending: nobody can unpack a file of such a name there. */
static bool is_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};
    size_t length = strcspn(name, ".");
    while (length > 0 && name[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (strlen(devices[i]) == length && strncasecmp(name, devices[i], length) == 0)
            return true;
    if (length < 4 || (strncasecmp(name, "com", 3) != 0 && strncasecmp(name, "lpt", 3) != 0))
        return false;
    static const char *const superscripts[] = {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"}; /* ¹ ² ³ count as digits there */
    for (size_t i = 0; length == 5 && i < sizeof superscripts / sizeof *superscripts; i++)
        if (memcmp(name + 3, superscripts[i], 2) == 0)
            return true;
    return length == 4 && name[3] >= '0' && name[3] <= '9';
}

/* The first character that no name may hold, as it can be shown; NULL when there is none. */
static const char *wrong_character(const char *name, struct arena *arena)
{
    size_t length = strlen(name);
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code;
        size = utf8_decode(name + at, length - at, &code);
        if (size == 0)
            return arena_printf(arena, "0x%02X", (unsigned char)name[at]);
        if (code < 0x80 && strchr("<>:\"/\\|?*", (int)code))
            return arena_printf(arena, "%c", (char)code);
        if (!unicode_is_graphic(code) || (utf8_width(code) == 0 && at == 0))
            return arena_printf(arena, "U+%04X", (unsigned)code);
    }
    return NULL;
}

const char *file_name_fault(const char *name, struct arena *arena)
{
    size_t length = strlen(name);
    if (length == 0)
        return diag_words(arena, "空です", "it is empty");
    if (length > LONGEST_NAME)
        return diag_words(arena, arena_printf(arena, "長すぎます（%dバイトまで）", LONGEST_NAME),
                          arena_printf(arena, "it is too long (%d bytes at most)", LONGEST_NAME));
    const char *character = wrong_character(name, arena);
    if (character)
        return diag_words(arena, arena_printf(arena, "使えない文字 %s があります", character),
                          arena_printf(arena, "it holds the character %s", character));
    if (strchr(".- ", name[0]) || strncmp(name, "\xE3\x80\x80", 3) == 0)
        return diag_words(arena, "先頭が . - 又は空白です", "it begins with a dot, a hyphen or a blank");
    if (strchr(". ", name[length - 1]) || (length >= 3 && strcmp(name + length - 3, "\xE3\x80\x80") == 0))
        return diag_words(arena, "末尾が . 又は空白です", "it ends with a dot or a blank");
    if (is_device(name))
        return diag_words(arena, "Windowsの装置の名前です", "it is the name of a device of Windows");
    return NULL;
}

const char *file_path_fault(const char *path, struct arena *arena)
{
    if (strlen(path) > LONGEST_PATH)
        return diag_words(arena, arena_printf(arena, "長すぎます（%dバイトまで）", LONGEST_PATH),
                          arena_printf(arena, "it is too long (%d bytes at most)", LONGEST_PATH));
    for (int components = 0; components < COMPONENTS_MAX; components++) {
        size_t length = strcspn(path, "/");
        const char *fault = file_name_fault(arena_strndup(arena, path, length), arena);
        if (fault || !path[length])
            return fault;
        path += length + 1;
    }
    return diag_words(arena, "フォルダーが深すぎます", "it lies too deep");
}

struct file_names *file_names_new(struct arena *arena)
{
    struct file_names *names = arena_alloc(arena, sizeof *names);
    names->arena = arena;
    names->taken = map_new(arena);
    return names;
}

const char *file_names_take(struct file_names *names, const char *path)
{
    const char *folded = unicode_fold(path, names->arena);
    const char *key = folded ? folded : path;
    const char *before = map_get(names->taken, key);
    if (!before)
        map_set(names->taken, key, (void *)(uintptr_t)path);
    return before;
}
