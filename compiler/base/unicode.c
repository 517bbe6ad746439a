#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t unicode_compose(uint32_t letter, uint32_t mark)
{
    utf8proc_int32_t pair[2] = {(utf8proc_int32_t)letter, (utf8proc_int32_t)mark};
    return utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1 ? (uint32_t)pair[0] : 0;
}

static utf8proc_category_t category(uint32_t code)
{
    return utf8proc_category((utf8proc_int32_t)code);
}

bool unicode_is_hidden(uint32_t code)
{
    utf8proc_category_t kind = category(code);
    return kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_CS ||
           kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP || (code & 0xFFFE) == 0xFFFE ||
           utf8proc_get_property((utf8proc_int32_t)code)->ignorable;
}

bool unicode_is_graphic(uint32_t code)
{
    utf8proc_category_t kind = category(code);
    return !unicode_is_hidden(code) && kind != UTF8PROC_CATEGORY_CN && kind != UTF8PROC_CATEGORY_CO;
}

const char *unicode_fold(const char *text, struct arena *arena)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strlen(text), &folded,
                                           UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD);
    if (length == UTF8PROC_ERROR_NOMEM)
        arena_out_of_memory();
    const char *kept = length < 0 ? NULL : arena_strndup(arena, (const char *)folded, (size_t)length);
    free(folded);
    return kept;
}
