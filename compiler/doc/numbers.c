/* Numbers of sections, tables and figures. */
#include <string.h>

#include "base/utf8.h"
#include "doc/resolve.h"

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

static bool is_kanji_digit(uint32_t code)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E}; /* 〇一二三四五六七八九十百 */

    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == code)
            return true;
    return false;
}

/* What follows 第n: 条 章 節 編 部 款 項 号 */
static bool is_article_word(uint32_t code)
{
    return code == 0x6761 || code == 0x7AE0 || code == 0x7BC0 || code == 0x7DE8 || code == 0x90E8 || code == 0x6B3E ||
           code == 0x9805 || code == 0x53F7;
}

/* What may separate a number from the words: blanks, closing brackets, 、 */
static bool ends_number(uint32_t code)
{
    return code == ' ' || code == ')' || code == 0x3000 || code == 0xFF09 || code == 0x3001;
}

struct cursor {
    const char *text;
    size_t length, size; /* bytes left; bytes of the current character, 0 at the end */
    uint32_t code;
};

static void cursor_next(struct cursor *cursor)
{
    cursor->text += cursor->size;
    cursor->length -= cursor->size;
    cursor->size = utf8_decode(cursor->text, cursor->length, &cursor->code);
}

/* 第 was read: a number and 条, 章 … follow. */
static bool is_article(struct cursor *cursor)
{
    int digits = 0;

    for (cursor_next(cursor); cursor->size && (is_digit(cursor->code) || is_kanji_digit(cursor->code));
         cursor_next(cursor))
        digits++;
    return cursor->size && digits && is_article_word(cursor->code);
}

/* Does the heading bring its own number: 第3条, 第一章, "1.", "1.2 ", "（1）"? A year or a count is none. */
static bool has_own_number(const char *text)
{
    struct cursor cursor = {.text = text, .length = strlen(text)};
    int digits;

    cursor_next(&cursor);
    if (cursor.code == 0x7B2C)
        return is_article(&cursor);
    if (cursor.code == '(' || cursor.code == 0xFF08)
        cursor_next(&cursor);
    for (;;) {
        for (digits = 0; cursor.size && is_digit(cursor.code); cursor_next(&cursor))
            digits++;
        if (digits < 1 || digits > 3)
            return false;
        if (!cursor.size || ends_number(cursor.code))
            return true;
        if (cursor.code != '.' && cursor.code != 0xFF0E)
            return false;
        cursor_next(&cursor);
        if (!cursor.size || !is_digit(cursor.code))
            return true;
    }
}

static const struct node *heading_of(const struct node *section)
{
    return section->first && section->first->type == NODE_HEADING ? section->first : NULL;
}

static bool brings_number(const struct node *section, struct arena *arena)
{
    const struct node *heading = heading_of(section);

    return heading && has_own_number(node_plain_text(heading, arena));
}

static int level_of(const struct node *section)
{
    int level = 1;

    for (const struct node *parent = section->parent; parent; parent = parent->parent)
        if (parent->type == NODE_SECTION)
            return parent->as.section.level + 1;
    return level;
}

/* Decides whether the sections directly below `parent` get numbers: not when one of them has its own. */
void number_children(struct resolved *resolved, const struct node *parent)
{
    struct numbering *numbering = &resolved->numbering;
    int level = parent->type == NODE_SECTION ? parent->as.section.level + 1 : 1;
    bool unnumbered = parent->type == NODE_SECTION && !parent->number;

    if (level > SECTION_LEVELS)
        return;
    for (const struct node *child = parent->first; child && !unnumbered; child = child->next)
        if (child->type == NODE_SECTION && !child->as.section.unnumbered)
            unnumbered = brings_number(child, resolved->arena);
    numbering->unnumbered[level] = unnumbered;
    numbering->sections[level] = 0;
}

void number_section(struct resolved *resolved, struct node *section)
{
    struct numbering *numbering = &resolved->numbering;
    int level = level_of(section);

    section->as.section.level = level;
    if (section->first && section->first->type == NODE_HEADING)
        section->first->as.heading.level = level;
    if (level > SECTION_LEVELS || numbering->unnumbered[level] || section->as.section.unnumbered)
        return;
    numbering->sections[level]++;
    if (level == 1)
        section->number = arena_printf(resolved->arena, "%d", numbering->sections[1]);
    else
        section->number = arena_printf(resolved->arena, "%s.%d", section->parent->number, numbering->sections[level]);
    if (section->first && section->first->type == NODE_HEADING)
        section->first->number = section->number;
}

void number_caption(struct resolved *resolved, struct node *caption)
{
    struct numbering *numbering = &resolved->numbering;
    bool japanese = strcmp(resolved->document->language, "ja") == 0;

    if (caption->parent->type == NODE_TABLE)
        caption->number = arena_printf(resolved->arena, japanese ? "表 %d" : "Table %d", ++numbering->tables);
    else
        caption->number = arena_printf(resolved->arena, japanese ? "図 %d" : "Figure %d", ++numbering->figures);
}
