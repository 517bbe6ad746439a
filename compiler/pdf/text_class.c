/* The class table and the rules between two classes. */
#include "pdf/text_class.h"

#include <stddef.h>

struct class_range {
    uint32_t first, last;
    enum text_class value;
};

/* Ascending, without overlap. What is not here is a letter (below U+2000) or set like an ideograph (above). To
 * add one: put the range in its place. */
static const struct class_range ranges[] = {
    {0x0000, 0x0020, CLASS_SPACE},         {0x0021, 0x0021, CLASS_WESTERN_STOP},  {0x0022, 0x0022, CLASS_WESTERN_QUOTE},
    {0x0023, 0x0023, CLASS_WESTERN_MARK},  {0x0024, 0x0024, CLASS_PREFIX},        {0x0025, 0x0025, CLASS_POSTFIX},
    {0x0026, 0x0026, CLASS_WESTERN_MARK},  {0x0027, 0x0027, CLASS_WESTERN_QUOTE}, {0x0028, 0x0028, CLASS_WESTERN_OPEN},
    {0x0029, 0x0029, CLASS_WESTERN_CLOSE}, {0x002A, 0x002B, CLASS_WESTERN_MARK},  {0x002C, 0x002C, CLASS_WESTERN_STOP},
    {0x002D, 0x002D, CLASS_WESTERN_MARK},  {0x002E, 0x002E, CLASS_WESTERN_STOP},  {0x002F, 0x002F, CLASS_WESTERN_MARK},
    {0x0030, 0x0039, CLASS_DIGIT},         {0x003A, 0x003B, CLASS_WESTERN_STOP},  {0x003C, 0x003E, CLASS_WESTERN_MARK},
    {0x003F, 0x003F, CLASS_WESTERN_STOP},  {0x0040, 0x0040, CLASS_WESTERN_MARK},  {0x0041, 0x005A, CLASS_LETTER},
    {0x005B, 0x005B, CLASS_WESTERN_OPEN},  {0x005C, 0x005C, CLASS_WESTERN_MARK},  {0x005D, 0x005D, CLASS_WESTERN_CLOSE},
    {0x005E, 0x0060, CLASS_WESTERN_MARK},  {0x0061, 0x007A, CLASS_LETTER},        {0x007B, 0x007B, CLASS_WESTERN_OPEN},
    {0x007C, 0x007C, CLASS_WESTERN_MARK},  {0x007D, 0x007D, CLASS_WESTERN_CLOSE}, {0x007E, 0x007E, CLASS_WESTERN_MARK},
    {0x00A0, 0x00A0, CLASS_GLUE},          {0x00A2, 0x00A2, CLASS_POSTFIX},       {0x00A3, 0x00A5, CLASS_PREFIX},
    {0x00AB, 0x00AB, CLASS_WESTERN_OPEN},  {0x00B0, 0x00B0, CLASS_POSTFIX},       {0x00B1, 0x00B1, CLASS_WESTERN_MARK},
    {0x00B7, 0x00B7, CLASS_WESTERN_MARK},  {0x00BB, 0x00BB, CLASS_WESTERN_CLOSE}, {0x00D7, 0x00D7, CLASS_WESTERN_MARK},
    {0x00F7, 0x00F7, CLASS_WESTERN_MARK},  {0x0300, 0x036F, CLASS_COMBINING},     {0x1AB0, 0x1AFF, CLASS_COMBINING},
    {0x1DC0, 0x1DFF, CLASS_COMBINING},     {0x2000, 0x200A, CLASS_SPACE},         {0x200B, 0x200B, CLASS_ZERO_SPACE},
    {0x200C, 0x200F, CLASS_COMBINING},     {0x2010, 0x2013, CLASS_WESTERN_MARK},  {0x2014, 0x2015, CLASS_INSEPARABLE},
    {0x2018, 0x2018, CLASS_WESTERN_OPEN},  {0x2019, 0x2019, CLASS_WESTERN_CLOSE}, {0x201C, 0x201C, CLASS_WESTERN_OPEN},
    {0x201D, 0x201D, CLASS_WESTERN_CLOSE}, {0x2020, 0x2022, CLASS_WESTERN_MARK},  {0x2025, 0x2026, CLASS_INSEPARABLE},
    {0x202F, 0x202F, CLASS_GLUE},          {0x2030, 0x2030, CLASS_POSTFIX},       {0x2032, 0x2033, CLASS_POSTFIX},
    {0x203C, 0x203C, CLASS_DIVIDING},      {0x2047, 0x2049, CLASS_DIVIDING},      {0x2060, 0x2060, CLASS_GLUE},
    {0x20A0, 0x20BF, CLASS_PREFIX},        {0x20D0, 0x20FF, CLASS_COMBINING},     {0x2103, 0x2103, CLASS_POSTFIX},
    {0x2109, 0x2109, CLASS_POSTFIX},       {0x2116, 0x2116, CLASS_PREFIX},        {0x2190, 0x2193, CLASS_INSEPARABLE},
    {0x2500, 0x257F, CLASS_INSEPARABLE},   {0x3000, 0x3000, CLASS_WIDE_SPACE},    {0x3001, 0x3001, CLASS_COMMA},
    {0x3002, 0x3002, CLASS_FULL_STOP},     {0x3005, 0x3005, CLASS_ITERATION},     {0x3008, 0x3008, CLASS_OPEN},
    {0x3009, 0x3009, CLASS_CLOSE},         {0x300A, 0x300A, CLASS_OPEN},          {0x300B, 0x300B, CLASS_CLOSE},
    {0x300C, 0x300C, CLASS_OPEN},          {0x300D, 0x300D, CLASS_CLOSE},         {0x300E, 0x300E, CLASS_OPEN},
    {0x300F, 0x300F, CLASS_CLOSE},         {0x3010, 0x3010, CLASS_OPEN},          {0x3011, 0x3011, CLASS_CLOSE},
    {0x3014, 0x3014, CLASS_OPEN},          {0x3015, 0x3015, CLASS_CLOSE},         {0x3016, 0x3016, CLASS_OPEN},
    {0x3017, 0x3017, CLASS_CLOSE},         {0x3018, 0x3018, CLASS_OPEN},          {0x3019, 0x3019, CLASS_CLOSE},
    {0x301A, 0x301A, CLASS_OPEN},          {0x301B, 0x301B, CLASS_CLOSE},         {0x301C, 0x301C, CLASS_HYPHEN},
    {0x301D, 0x301D, CLASS_OPEN},          {0x301E, 0x301F, CLASS_CLOSE},         {0x302A, 0x302F, CLASS_COMBINING},
    {0x3033, 0x3035, CLASS_INSEPARABLE},   {0x303B, 0x303B, CLASS_ITERATION},     {0x3041, 0x3041, CLASS_SMALL_KANA},
    {0x3042, 0x3042, CLASS_HIRAGANA},      {0x3043, 0x3043, CLASS_SMALL_KANA},    {0x3044, 0x3044, CLASS_HIRAGANA},
    {0x3045, 0x3045, CLASS_SMALL_KANA},    {0x3046, 0x3046, CLASS_HIRAGANA},      {0x3047, 0x3047, CLASS_SMALL_KANA},
    {0x3048, 0x3048, CLASS_HIRAGANA},      {0x3049, 0x3049, CLASS_SMALL_KANA},    {0x304A, 0x3062, CLASS_HIRAGANA},
    {0x3063, 0x3063, CLASS_SMALL_KANA},    {0x3064, 0x3082, CLASS_HIRAGANA},      {0x3083, 0x3083, CLASS_SMALL_KANA},
    {0x3084, 0x3084, CLASS_HIRAGANA},      {0x3085, 0x3085, CLASS_SMALL_KANA},    {0x3086, 0x3086, CLASS_HIRAGANA},
    {0x3087, 0x3087, CLASS_SMALL_KANA},    {0x3088, 0x308D, CLASS_HIRAGANA},      {0x308E, 0x308E, CLASS_SMALL_KANA},
    {0x308F, 0x3094, CLASS_HIRAGANA},      {0x3095, 0x3096, CLASS_SMALL_KANA},    {0x3099, 0x309A, CLASS_COMBINING},
    {0x309B, 0x309C, CLASS_PROLONGED},     {0x309D, 0x309E, CLASS_ITERATION},     {0x309F, 0x309F, CLASS_HIRAGANA},
    {0x30A0, 0x30A0, CLASS_HYPHEN},        {0x30A1, 0x30A1, CLASS_SMALL_KANA},    {0x30A2, 0x30A2, CLASS_KATAKANA},
    {0x30A3, 0x30A3, CLASS_SMALL_KANA},    {0x30A4, 0x30A4, CLASS_KATAKANA},      {0x30A5, 0x30A5, CLASS_SMALL_KANA},
    {0x30A6, 0x30A6, CLASS_KATAKANA},      {0x30A7, 0x30A7, CLASS_SMALL_KANA},    {0x30A8, 0x30A8, CLASS_KATAKANA},
    {0x30A9, 0x30A9, CLASS_SMALL_KANA},    {0x30AA, 0x30C2, CLASS_KATAKANA},      {0x30C3, 0x30C3, CLASS_SMALL_KANA},
    {0x30C4, 0x30E2, CLASS_KATAKANA},      {0x30E3, 0x30E3, CLASS_SMALL_KANA},    {0x30E4, 0x30E4, CLASS_KATAKANA},
    {0x30E5, 0x30E5, CLASS_SMALL_KANA},    {0x30E6, 0x30E6, CLASS_KATAKANA},      {0x30E7, 0x30E7, CLASS_SMALL_KANA},
    {0x30E8, 0x30ED, CLASS_KATAKANA},      {0x30EE, 0x30EE, CLASS_SMALL_KANA},    {0x30EF, 0x30F4, CLASS_KATAKANA},
    {0x30F5, 0x30F6, CLASS_SMALL_KANA},    {0x30F7, 0x30FA, CLASS_KATAKANA},      {0x30FB, 0x30FB, CLASS_MIDDLE_DOT},
    {0x30FC, 0x30FC, CLASS_PROLONGED},     {0x30FD, 0x30FE, CLASS_ITERATION},     {0x31F0, 0x31FF, CLASS_SMALL_KANA},
    {0xFE00, 0xFE0F, CLASS_COMBINING},     {0xFE20, 0xFE2F, CLASS_COMBINING},     {0xFEFF, 0xFEFF, CLASS_GLUE},
    {0xFF01, 0xFF01, CLASS_DIVIDING},      {0xFF03, 0xFF04, CLASS_PREFIX},        {0xFF05, 0xFF05, CLASS_POSTFIX},
    {0xFF08, 0xFF08, CLASS_OPEN},          {0xFF09, 0xFF09, CLASS_CLOSE},         {0xFF0C, 0xFF0C, CLASS_COMMA},
    {0xFF0E, 0xFF0E, CLASS_FULL_STOP},     {0xFF0F, 0xFF0F, CLASS_HYPHEN}, /* ／ and ＼ part what stands on both
                                                                              sides and stay with the first */
    {0xFF10, 0xFF19, CLASS_FULL_WIDTH},    {0xFF1A, 0xFF1B, CLASS_MIDDLE_DOT},    {0xFF1F, 0xFF1F, CLASS_DIVIDING},
    {0xFF21, 0xFF3A, CLASS_FULL_WIDTH},    {0xFF3B, 0xFF3B, CLASS_OPEN},          {0xFF3C, 0xFF3C, CLASS_HYPHEN},
    {0xFF3D, 0xFF3D, CLASS_CLOSE},         {0xFF41, 0xFF5A, CLASS_FULL_WIDTH},    {0xFF5B, 0xFF5B, CLASS_OPEN},
    {0xFF5D, 0xFF5D, CLASS_CLOSE},         {0xFF5E, 0xFF5E, CLASS_HYPHEN},        {0xFF5F, 0xFF5F, CLASS_OPEN},
    {0xFF60, 0xFF60, CLASS_CLOSE},         {0xFF61, 0xFF61, CLASS_FULL_STOP},     {0xFF62, 0xFF62, CLASS_OPEN},
    {0xFF63, 0xFF63, CLASS_CLOSE},         {0xFF64, 0xFF64, CLASS_COMMA},         {0xFF65, 0xFF65, CLASS_MIDDLE_DOT},
    {0xFF66, 0xFF66, CLASS_KATAKANA},      {0xFF67, 0xFF6F, CLASS_SMALL_KANA},    {0xFF70, 0xFF70, CLASS_PROLONGED},
    {0xFF71, 0xFF9D, CLASS_KATAKANA},      {0xFF9E, 0xFF9F, CLASS_PROLONGED},     {0xFFE0, 0xFFE0, CLASS_POSTFIX},
    {0xFFE1, 0xFFE1, CLASS_PREFIX},        {0xFFE5, 0xFFE6, CLASS_PREFIX},        {0xFFFC, 0xFFFC, CLASS_OBJECT},
    {0x1F3FB, 0x1F3FF, CLASS_COMBINING},   {0xE0100, 0xE01EF, CLASS_COMBINING},
};

enum text_class text_class(uint32_t character)
{
    if (character >= 0x3400 && character <= 0x9FFF)
        return CLASS_IDEOGRAPH;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sizeof ranges / sizeof *ranges && character >= ranges[low].first)
        return ranges[low].value;
    return character < 0x2000 ? CLASS_LETTER : CLASS_IDEOGRAPH;
}

bool text_class_is_japanese(enum text_class value)
{
    return value == CLASS_IDEOGRAPH || value == CLASS_HIRAGANA || value == CLASS_KATAKANA ||
           value == CLASS_SMALL_KANA || value == CLASS_PROLONGED || value == CLASS_ITERATION;
}

bool text_class_is_western(enum text_class value)
{
    switch (value) {
    case CLASS_LETTER:
    case CLASS_DIGIT:
    case CLASS_WESTERN_OPEN:
    case CLASS_WESTERN_CLOSE:
    case CLASS_WESTERN_STOP:
    case CLASS_WESTERN_MARK:
    case CLASS_WESTERN_QUOTE:
    case CLASS_PREFIX:
    case CLASS_POSTFIX:
        return true;
    default:
        return false;
    }
}

/* May no line begin with it (JLREQ 3.1.7)? */
static bool prohibited_at_start(enum text_class value)
{
    switch (value) {
    case CLASS_CLOSE:
    case CLASS_HYPHEN:
    case CLASS_DIVIDING:
    case CLASS_MIDDLE_DOT:
    case CLASS_FULL_STOP:
    case CLASS_COMMA:
    case CLASS_ITERATION:
    case CLASS_PROLONGED:
    case CLASS_SMALL_KANA:
    case CLASS_POSTFIX:
    case CLASS_WESTERN_CLOSE:
    case CLASS_WESTERN_STOP:
        return true;
    default:
        return false;
    }
}

/* May no line end with it (JLREQ 3.1.8)? */
static bool prohibited_at_end(enum text_class value)
{
    return value == CLASS_OPEN || value == CLASS_WESTERN_OPEN || value == CLASS_PREFIX;
}

/* Where a break is allowed: after marks and particles it is welcome, inside words it is not. */
static uint8_t word_penalty(enum text_class before, enum text_class after, uint32_t character_before)
{
    bool katakana_before = before == CLASS_KATAKANA || before == CLASS_PROLONGED || before == CLASS_SMALL_KANA;
    if (before == CLASS_COMMA || before == CLASS_FULL_STOP || before == CLASS_CLOSE || before == CLASS_DIVIDING ||
        after == CLASS_OPEN)
        return 0;
    if (before == CLASS_MIDDLE_DOT)
        return 6;
    if (character_before == 0xFF0F || character_before == 0xFF3C) /* ／ ＼ */
        return 2;
    if (katakana_before && after == CLASS_KATAKANA)
        return 125;
    if (before == CLASS_DIGIT && text_class_is_japanese(after))
        return 50;
    if (before == CLASS_HIRAGANA)
        return after == CLASS_HIRAGANA ? 18 : 2;
    if (after == CLASS_HIRAGANA)
        return 30;
    if (before == CLASS_IDEOGRAPH && after == CLASS_IDEOGRAPH)
        return 34;
    return 8;
}

uint8_t text_break_penalty(enum text_class before, enum text_class after, uint32_t character_before)
{
    if (after == CLASS_COMBINING || after == CLASS_GLUE || before == CLASS_GLUE)
        return BREAK_NEVER;
    if (after == CLASS_SPACE || after == CLASS_WIDE_SPACE || after == CLASS_ZERO_SPACE)
        return BREAK_NEVER;
    if (before == CLASS_ZERO_SPACE)
        return 0;
    if (prohibited_at_end(before))
        return BREAK_NEVER;
    if (before == CLASS_SPACE && (after == CLASS_WESTERN_STOP || after == CLASS_POSTFIX))
        return 0;
    if (prohibited_at_start(after))
        return BREAK_NEVER;
    if (before == CLASS_SPACE || before == CLASS_WIDE_SPACE)
        return 0;
    if (before == CLASS_WESTERN_QUOTE || after == CLASS_WESTERN_QUOTE)
        return BREAK_NEVER;
    if (before == CLASS_INSEPARABLE && after == CLASS_INSEPARABLE)
        return BREAK_NEVER;
    if (before == CLASS_FULL_WIDTH && after == CLASS_FULL_WIDTH)
        return BREAK_NEVER;
    if (text_class_is_western(before) && text_class_is_western(after))
        return BREAK_NEVER;
    if (after == CLASS_WESTERN_MARK && (text_class_is_japanese(before) || before == CLASS_FULL_WIDTH))
        return BREAK_NEVER;
    return word_penalty(before, after, character_before);
}

struct text_blank text_class_blank(enum text_class value, int advance)
{
    int blank = advance > 500 ? advance - 500 : 0;
    switch (value) {
    case CLASS_OPEN:
        return (struct text_blank){blank, 0};
    case CLASS_CLOSE:
    case CLASS_COMMA:
    case CLASS_FULL_STOP:
        return (struct text_blank){0, blank};
    case CLASS_MIDDLE_DOT:
        return (struct text_blank){blank / 2, blank / 2};
    default:
        return (struct text_blank){0, 0};
    }
}
