/* Break opportunities beside ICU's (`ja@lb=strict`) over Japanese and English texts: the files of the example, and
 * those below the folder TEKIGO_CORPUS when it is set (or ../shared/data/real-corpus when it is there). Every accepted
 * difference is one line of a table with its reason; any other fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unicode/ubrk.h>

#include "base/utf8.h"
#include "layout_sample.h"
#include "pdf/layout.h"

enum { LONGEST = 16384, SHOWN = 20 };

struct comparison {
    struct layout_state *state;
    struct metrics metrics;
    UBreakIterator *icu;
    UChar units[2 * LONGEST];
    int32_t offsets[LONGEST];
    long places, accepted, failed;
    long shown; /* most differences to print */
    const struct accepted *last;
};

#define IN(value) (1u << (value))
#define JAPANESE                                                                                                       \
    (IN(CLASS_HIRAGANA) | IN(CLASS_KATAKANA) | IN(CLASS_SMALL_KANA) | IN(CLASS_PROLONGED) | IN(CLASS_ITERATION) |      \
     IN(CLASS_IDEOGRAPH))
#define WESTERN                                                                                                        \
    (IN(CLASS_LETTER) | IN(CLASS_DIGIT) | IN(CLASS_WESTERN_OPEN) | IN(CLASS_WESTERN_CLOSE) | IN(CLASS_WESTERN_STOP) |  \
     IN(CLASS_WESTERN_MARK) | IN(CLASS_WESTERN_QUOTE) | IN(CLASS_PREFIX) | IN(CLASS_POSTFIX))
#define ANY (~0u)

/* The last character before `at` that is no space, 0 at the start. */
static uint32_t shown_before(const struct text *text, size_t at)
{
    while (at > 0 && text->pieces[at - 1].value == CLASS_SPACE)
        at--;
    return at ? text->pieces[at - 1].character : 0;
}

static bool after_open_bracket(const struct text *text, size_t at)
{
    enum text_class value = text_class(shown_before(text, at));
    return value == CLASS_WESTERN_OPEN || value == CLASS_OPEN || value == CLASS_WESTERN_QUOTE;
}

static bool after_check_box(const struct text *text, size_t at)
{
    uint32_t character = shown_before(text, at);
    return character == 0x25A1 || (character >= 0x2610 && character <= 0x2612);
}

/* In a run of Latin that holds a web address. */
static bool in_address(const struct text *text, size_t at)
{
    size_t from = at, to = at;
    while (from > 0 && text_class_is_western((enum text_class)text->pieces[from - 1].value))
        from--;
    while (to < text->count && text_class_is_western((enum text_class)text->pieces[to].value))
        to++;
    for (size_t i = from; i + 2 < to; i++) {
        const struct piece *piece = &text->pieces[i];
        if (piece[0].character == ':' && piece[1].character == '/' && piece[2].character == '/')
            return true;
        if (piece[0].character == 'w' && piece[1].character == 'w' && piece[2].character == 'w')
            return true;
    }
    return false;
}

static bool after_apostrophe(const struct text *text, size_t at)
{
    return shown_before(text, at) == 0x2019;
}

static bool is_wide_quotation(const struct piece *piece)
{
    return piece->character >= 0x2018 && piece->character <= 0x201D && piece->natural == 10000;
}

static bool at_wide_quotation(const struct text *text, size_t at)
{
    return is_wide_quotation(&text->pieces[at - 1]) || is_wide_quotation(&text->pieces[at]);
}

/* Geometric shapes, which ICU takes for letters unless the text is known to be East Asian. */
static bool at_symbol(const struct text *text, size_t at)
{
    uint32_t before = text->pieces[at - 1].character, after = text->pieces[at].character;
    return (before >= 0x2100 && before < 0x2E80) || (after >= 0x2100 && after < 0x2E80);
}

enum allower { TEKIGO_ALLOWS, ICU_ALLOWS };

/* To add one: who alone allows a break, the classes before and after it, a condition (or NULL), the reason, a text
 * where it occurs. */
static const struct accepted {
    enum allower allower;
    uint32_t before, after;
    bool (*condition)(const struct text *text, size_t at);
    const char *reason, *sample; /* a text where it occurs */
} accepted[] = {
    {ICU_ALLOWS, WESTERN, WESTERN, NULL,
     "ids, dates and names stay whole at their hyphens, dashes and brackets: R-012, 09:30-11:30, open_file(2)",
     "表R-A"},
    {ICU_ALLOWS, JAPANESE | IN(CLASS_MIDDLE_DOT) | IN(CLASS_FULL_WIDTH), IN(CLASS_HYPHEN), NULL,
     "JLREQ 3.1.7: no line begins with a wave dash; the solidus stays with what it follows", "東京～大阪"},
    {ICU_ALLOWS, JAPANESE | IN(CLASS_FULL_WIDTH), IN(CLASS_WESTERN_MARK), NULL,
     "a Latin sign after Japanese stays with what it follows: 研究&開発, 9割+", "研究&開発"},
    {ICU_ALLOWS, IN(CLASS_SPACE), ANY, after_check_box, "a box to tick stays with what it stands for", "☐ 審査"},
    {ICU_ALLOWS, IN(CLASS_SPACE) | IN(CLASS_WIDE_SPACE), IN(CLASS_MIDDLE_DOT) | IN(CLASS_ITERATION) | IN(CLASS_HYPHEN),
     NULL, "JLREQ 3.1.7 holds after a space too", "a ・b"},
    {TEKIGO_ALLOWS, IN(CLASS_WESTERN_STOP) | IN(CLASS_WESTERN_MARK), WESTERN, in_address,
     "a web address breaks after its solidus and full stops, the solidus before figures included",
     "https://a.example/b.html"},
    {TEKIGO_ALLOWS, IN(CLASS_SPACE), ANY, after_open_bracket, "a space is a place to break, after a bracket too",
     "( a"},
    {TEKIGO_ALLOWS, IN(CLASS_SPACE), IN(CLASS_WESTERN_STOP) | IN(CLASS_WESTERN_MARK) | IN(CLASS_POSTFIX), NULL,
     "what begins with a stop after a space is a word: .env, /etc", "a .env"},
    {TEKIGO_ALLOWS, IN(CLASS_POSTFIX), IN(CLASS_OPEN), NULL,
     "JLREQ table 2: a line may begin with a bracket after a unit", "25℃（3"},
    {TEKIGO_ALLOWS, IN(CLASS_FULL_STOP) | IN(CLASS_COMMA) | IN(CLASS_CLOSE) | IN(CLASS_DIVIDING),
     IN(CLASS_WESTERN_MARK), NULL, "JLREQ table 2: a line may end with a full stop whatever follows", "した。-"},
    {TEKIGO_ALLOWS, IN(CLASS_SPACE), IN(CLASS_WESTERN_OPEN), after_apostrophe,
     "an apostrophe at the end of a word opens no quotation", "users’ (a"},
    {TEKIGO_ALLOWS, ANY, ANY, at_wide_quotation,
     "JLREQ cl-01, cl-02: quotation marks as wide as an ideograph are Japanese brackets", "a*“b"},
    {TEKIGO_ALLOWS, WESTERN, IN(CLASS_INSEPARABLE), NULL, "JLREQ table 2: a line may begin with a dash or a leader",
     "a――"},
    {TEKIGO_ALLOWS, JAPANESE | WESTERN, JAPANESE, at_symbol, "JLREQ cl-19: ○ and → are set like ideographs", "5▲円"},
};

/* The entry of the table that accepts the difference, or NULL. */
static const struct accepted *find_accepted(const struct text *text, size_t at, enum allower allower)
{
    uint32_t before = IN(text->pieces[at - 1].value), after = IN(text->pieces[at].value);
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++)
        if (accepted[i].allower == allower && (accepted[i].before & before) && (accepted[i].after & after) &&
            (!accepted[i].condition || accepted[i].condition(text, at)))
            return &accepted[i];
    return NULL;
}

static void show(const struct text *text, size_t at, enum allower allower)
{
    fprintf(stderr, "%s alone allows, classes %d %d: ", allower == ICU_ALLOWS ? "ICU" : "tekigo",
            text->pieces[at - 1].value, text->pieces[at].value);
    for (size_t i = at > 8 ? at - 8 : 0; i < at + 8 && i < text->count; i++) {
        char bytes[4];
        if (i == at)
            fputc('|', stderr);
        fwrite(bytes, 1, utf8_encode(text->pieces[i].character, bytes), stderr);
    }
    fputc('\n', stderr);
}

/* The line with its penalties, and given to ICU. */
static void prepare_line(struct comparison *comparison, const char *line)
{
    struct text_format format = {.size = 10000, .leading = 16000, .mode = BREAK_PROSE};
    struct text *text = &comparison->state->text;
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    text_start(comparison->state, &format);
    text_add_string(comparison->state, line, NULL);
    text_finish(text);
    for (size_t i = 0; i < text->count; i++) {
        uint32_t character = text->pieces[i].character;
        comparison->offsets[i] = length;
        if (character > 0xFFFF)
            comparison->units[length++] = (UChar)(0xD7C0 + (character >> 10));
        comparison->units[length++] = (UChar)(character > 0xFFFF ? 0xDC00 | (character & 0x3FF) : character);
    }
    ubrk_setText(comparison->icu, comparison->units, length, &error);
    assert_true(U_SUCCESS(error));
}

static void compare_breaks(struct comparison *comparison)
{
    const struct text *text = &comparison->state->text;
    for (size_t i = 1; i < text->count; i++) {
        bool own = text->pieces[i].penalty != BREAK_NEVER;
        bool icu = ubrk_isBoundary(comparison->icu, comparison->offsets[i]);
        comparison->places++;
        if (own == icu)
            continue;
        const struct accepted *entry = find_accepted(text, i, icu ? ICU_ALLOWS : TEKIGO_ALLOWS);
        if (entry) {
            comparison->accepted++;
            comparison->last = entry;
        } else if (comparison->failed++ < comparison->shown)
            show(text, i, icu ? ICU_ALLOWS : TEKIGO_ALLOWS);
    }
}

static void compare_line(struct comparison *comparison, const char *line)
{
    prepare_line(comparison, line);
    compare_breaks(comparison);
}

static void compare_file(struct comparison *comparison, const char *path)
{
    static const char *const endings[] = {".md", ".yaml", ".yml", ".csv"};
    const char *ending = strrchr(path, '.');
    bool wanted = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        wanted = wanted || (ending && strcmp(ending, endings[i]) == 0);
    FILE *file = wanted ? fopen(path, "r") : NULL;
    if (!file)
        return;
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, file)) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        if (length < LONGEST)
            compare_line(comparison, line);
    }
    free(line);
    fclose(file);
}

static void compare_folder(struct comparison *comparison, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[4096];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && lstat(path, &status) == 0) {
            if (S_ISDIR(status.st_mode))
                compare_folder(comparison, path);
            else if (S_ISREG(status.st_mode))
                compare_file(comparison, path);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

static int set_up(void **state)
{
    struct comparison *comparison = calloc(1, sizeof *comparison);
    struct arena *arena = arena_new();
    UErrorCode error = U_ZERO_ERROR;
    comparison->shown = SHOWN;
    comparison->metrics = sample_metrics();
    comparison->state = calloc(1, sizeof *comparison->state);
    comparison->state->arena = arena;
    comparison->state->japanese = true;
    comparison->state->diag = diag_new(arena);
    comparison->state->theme = theme_read(NULL, arena, comparison->state->diag);
    comparison->state->advances.metrics = &comparison->metrics;
    comparison->icu = ubrk_open(UBRK_LINE, "ja@lb=strict", NULL, 0, &error);
    *state = comparison;
    return U_SUCCESS(error) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct comparison *comparison = *state;
    ubrk_close(comparison->icu);
    advances_free(&comparison->state->advances);
    text_free(&comparison->state->text);
    arena_free(comparison->state->arena);
    free(comparison->state);
    free(comparison);
    return 0;
}

static void test_example(void **state)
{
    struct comparison *comparison = *state;
    compare_folder(comparison, "examples/manufacturer-ja");
    fprintf(stderr, "%ld places, %ld differences accepted\n", comparison->places, comparison->accepted);
    assert_true(comparison->places > 50000);
    assert_int_equal(comparison->failed, 0);
}

/* No entry of the table is there for nothing: its sample differs, and this entry accepts it. */
static void test_samples(void **state)
{
    struct comparison *comparison = *state;
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
        comparison->last = NULL;
        compare_line(comparison, accepted[i].sample);
        if (comparison->last != &accepted[i])
            fprintf(stderr, "not accepted by its own entry: %s\n", accepted[i].sample);
        assert_ptr_equal(comparison->last, &accepted[i]);
    }
    assert_int_equal(comparison->failed, 0);
}

/* A break too few or too many that no entry has is found. */
static void test_new_differences(void **state)
{
    static const struct {
        const char *line;
        size_t at;
        uint8_t penalty;
    } wrong[] = {
        {"情報資産", 2, BREAK_NEVER},
        {"情報、資産", 2, 0},
        {"「情報」", 1, 0},
        {"サーバー", 3, 0},
        {"security", 3, 0},
        {"である。次の", 4, BREAK_NEVER},
        {"……", 1, 0},
        {"葛\xF3\xA0\x84\x80飾", 1, 0},
    };
    struct comparison *comparison = *state;
    comparison->shown = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        compare_line(comparison, wrong[i].line);
        assert_int_equal(comparison->failed, i);
        prepare_line(comparison, wrong[i].line);
        comparison->state->text.pieces[wrong[i].at].penalty = wrong[i].penalty;
        compare_breaks(comparison);
        assert_int_equal(comparison->failed, i + 1);
    }
}

static void test_corpus(void **state)
{
    struct comparison *comparison = *state;
    const char *given = getenv("TEKIGO_CORPUS");
    compare_folder(comparison, given ? given : "../shared/data/real-corpus");
    if (comparison->places == 0)
        skip();
    fprintf(stderr, "%ld places, %ld differences accepted\n", comparison->places, comparison->accepted);
    assert_int_equal(comparison->failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_example, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_samples, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_new_differences, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_corpus, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
