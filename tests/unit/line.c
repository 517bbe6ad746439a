/* Lines of paragraphs, with full-width characters of 10 pt and half-width ones of 5 pt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "layout_sample.h"
#include "pdf/layout.h"

enum { EM = 10000 };

struct setting {
    struct layout_state *state;
    struct metrics metrics;
    struct buffer out;
};

static int set_up(void **state)
{
    struct setting *setting = calloc(1, sizeof *setting);
    struct arena *arena = arena_new();
    setting->metrics = sample_metrics();
    setting->state = calloc(1, sizeof *setting->state);
    setting->state->arena = arena;
    setting->state->diag = diag_new(arena);
    setting->state->theme = theme_read(NULL, arena, setting->state->diag);
    setting->state->advances.metrics = &setting->metrics;
    *state = setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    advances_free(&setting->state->advances);
    text_free(&setting->state->text);
    arena_free(setting->state->arena);
    buffer_free(&setting->out);
    free(setting->state);
    free(setting);
    return 0;
}

/* Pieces of the paragraph, ready to be broken. */
static struct text *start(struct setting *setting, const char *words, bool justified, enum break_mode mode)
{
    struct text_format format = {.size = EM, .leading = 16000, .justified = justified, .mode = mode};
    text_start(setting->state, &format);
    text_add_string(setting->state, words, NULL);
    text_finish(&setting->state->text);
    return &setting->state->text;
}

/* The lines at this width in em, with `|` between. */
static const char *lines(struct setting *setting, const char *words, int width, bool justified, enum break_mode mode)
{
    struct text *text = start(setting, words, justified, mode);
    buffer_clear(&setting->out);
    line_choose(text, width * EM);
    for (size_t i = 0; i < text->line_count; i++) {
        if (i > 0)
            buffer_add_char(&setting->out, '|');
        for (uint32_t k = text->lines[i].from; k < text->lines[i].end; k++) {
            char bytes[4];
            buffer_add(&setting->out, bytes, utf8_encode(text->pieces[k].character, bytes));
        }
    }
    return setting->out.data ? setting->out.data : "";
}

static void test_prohibitions(void **state)
{
    assert_string_equal(lines(*state, "情報を管理する。", 6, false, BREAK_PROSE), "情報を|管理する。");
    assert_string_equal(lines(*state, "マネジメントレビュー", 9, false, BREAK_PROSE), "マネジメントレ|ビュー");
    assert_string_equal(lines(*state, "次のとおり「方針」に従う", 6, false, BREAK_PROSE), "次のとおり|「方針」に|従う");
    assert_string_equal(lines(*state, "である……とする", 5, false, BREAK_PROSE), "である|……とする");
}

static void test_words_stay_whole(void **state)
{
    assert_string_equal(lines(*state, "危険R-012は高い", 4, false, BREAK_PROSE), "危険|R-012は|高い");
    assert_string_equal(lines(*state, "規格ISO/IEC 27001:2022による", 9, false, BREAK_PROSE),
                        "規格ISO/IEC|27001:2022による");
    assert_string_equal(lines(*state, "期限は2026-10-15まで", 6, false, BREAK_PROSE), "期限は|2026-10-15|まで");
    assert_string_equal(lines(*state, "5.1、8.16、A-03", 4, false, BREAK_ID), "5.1、|8.16、|A-03");
    assert_string_equal(lines(*state, "一部実施", 2, false, BREAK_WHOLE), "一部|実施"); /* no room at all */
    assert_string_equal(lines(*state, "C-07 脅威情報収集手順", 9, false, BREAK_NAME), "C-07|脅威情報収集手順");
}

static void test_addresses(void **state)
{
    assert_string_equal(lines(*state, "https://www.example.com/security/index.html?lang=ja", 13, false, BREAK_PROSE),
                        "https://www.example.com/|security/index.html?|lang=ja");
}

static void test_marks_stay_with_their_base(void **state)
{
    assert_string_equal(lines(*state, "葛󠄀葛󠄀葛󠄀", 1, false, BREAK_PROSE), "葛󠄀|葛󠄀|葛󠄀");
    assert_string_equal(lines(*state, "☑ 監査　☐ 審査", 4, false, BREAK_PROSE), "☑ 監査|☐ 審査");
}

static void test_no_lonely_end(void **state)
{
    assert_string_equal(lines(*state, "一二三四五六七八九十一", 10, false, BREAK_PROSE), "一二三四五六七八九|十一");
    const char *set =
        lines(*state, "情報資産の棚卸しを四半期ごとに行い、その結果を台帳に記すものとする。", 33, true, BREAK_PROSE);
    assert_null(strstr(set, "|る。"));
}

/* Ragged lines take the words they have room for, but not a number without what it counts. */
static void test_ragged_lines_are_full(void **state)
{
    char words[91] = "";
    for (int i = 0; i < 30; i++)
        strcat(words, i < 29 ? "ab " : "ab");
    const char *set = lines(*state, words, 30, false, BREAK_PROSE);
    assert_int_equal(strchr(set, '|') - set, 59);
    assert_string_equal(lines(*state, "All findings of the last internal audit are closed within 14 days of it", 30,
                              false, BREAK_PROSE),
                        "All findings of the last internal audit are closed within|14 days of it");
    assert_string_equal(lines(*state, "as required by Annex A", 10, false, BREAK_PROSE), "as required by|Annex A");
}

static void test_blanks(void **state)
{
    assert_string_equal(lines(*state, "  a  b\n\n c ", 20, false, BREAK_PROSE), "a b c");
    assert_string_equal(lines(*state, "日本\n語の\n ABC", 20, false, BREAK_PROSE), "日本語の ABC");
    assert_string_equal(lines(*state, "  a\n\n  b", 20, false, BREAK_CODE), "  a||  b");
    assert_string_equal(lines(*state, "", 20, false, BREAK_PROSE), "");
    assert_string_equal(lines(*state, "   ", 20, false, BREAK_PROSE), "");
}

static void test_squeeze(void **state)
{
    struct text *text = start(*state, "「あ」、「い」。", false, BREAK_PROSE);
    assert_int_equal(text_measure(text).natural, 65000); /* 」、 and 、「 lose half an em each, the line edges too */
    line_choose(text, 100000);
    assert_int_equal(line_width(text, &text->lines[0]), 55000);
    assert_int_equal(text->pieces[2].advance, 5000);
    assert_int_equal(text->pieces[3].advance, 5000);
}

static void test_gap(void **state)
{
    struct text *text = start(*state, "附属書Aの93件", false, BREAK_PROSE);
    assert_int_equal(text->pieces[3].gap, 900);
    assert_int_equal(text->pieces[4].gap, 900);
    assert_int_equal(text->pieces[6].gap, 0);
}

/* Both edges are met, and no added space is wide enough for extraction to take it for a blank. */
static void test_justification(void **state)
{
    struct setting *setting = *state;
    struct text *text = start(
        setting,
        "情報セキュリティ管理責任者は、ISO/IEC 27001:2022の要求事項に従い、「情報セキュリティマネジメントシステム」を"
        "確立し、実施し、維持し、かつ、継続的に改善する。記録は三年間、これを保持する。",
        true, BREAK_PROSE);
    struct strip_list list = {0};
    text_set(setting->state, 0, 25 * EM, 0, &list);
    for (const struct strip *strip = list.first; strip && strip->next; strip = strip->next) {
        const struct box *box = strip->last_box;
        int32_t right = box->x + box->width;
        assert_true(right <= 25 * EM);
        assert_true(right == 25 * EM || right > 22 * EM);
        for (box = strip->boxes; box; box = box->next)
            for (size_t i = 0; box->as.text.advances && i + 1 < box->as.text.count; i++)
                assert_true(box->as.text.advances[i] <= EM + EM * 121 / 1000);
    }
    assert_true(text->line_count >= 4);
}

/* At every width that words fit: no line begins or ends with what may not, and none is too wide. */
static void test_every_width(void **state)
{
    static const char words[] =
        "情報セキュリティ管理責任者は、ISO/IEC 27001:2022 の要求事項（以下「要求事項」という。）に従い、R-012、A-03 "
        "及び 5.1～5.4 を"
        "2026-10-15 "
        "までに見直す。ただし、次の各号……に掲げる「サーバー・ネットワーク」を除く！　費用は￥1,200、湿度は45％とする。";
    struct setting *setting = *state;
    for (int width = 7; width < 60; width++)
        for (int justified = 0; justified < 2; justified++) {
            struct text *text = start(setting, words, justified, BREAK_PROSE);
            line_choose(text, width * EM);
            for (size_t i = 0; i < text->line_count; i++) {
                const struct line *line = &text->lines[i];
                const struct piece *pieces = text->pieces;
                assert_true(line_width(text, line) <= width * EM + (justified ? 2 * EM : 0));
                if (i > 0) {
                    uint8_t penalty =
                        text_break_penalty((enum text_class)pieces[line->from - 1].value,
                                           (enum text_class)pieces[line->from].value, pieces[line->from - 1].character);
                    assert_int_not_equal(penalty, BREAK_NEVER);
                    assert_int_equal(line->from, text->lines[i - 1].to);
                }
            }
            assert_int_equal(text->lines[text->line_count - 1].to, text->count);
        }
}

static void test_hostile(void **state)
{
    struct setting *setting = *state;
    char *long_word = malloc(100001);
    memset(long_word, 'x', 100000);
    long_word[100000] = '\0';
    lines(setting, long_word, 10, true, BREAK_PROSE);
    assert_int_equal(setting->state->text.line_count, 5000);
    free(long_word);
    lines(setting, "\xFF\xFE\xE3\x81", 3, false, BREAK_PROSE);
    lines(setting, "、、、、、、、、、、", 1, true, BREAK_PROSE);
    lines(setting, "「「「「「「", 0, true, BREAK_ID);
    start(setting, "\xEE\x80\x80\xEE\x80\x80", false, BREAK_PROSE);
    assert_int_equal(setting->state->text.pieces[0].character, 0x3013);
    start(setting, "\xEE\x80\x80\xEE\x80\x81", false, BREAK_PROSE);
    assert_int_equal(diag_count(setting->state->diag), 2);
    assert_string_equal(diag_get(setting->state->diag, 0)->slug, "character-without-font");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_prohibitions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_stay_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_addresses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_stay_with_their_base, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_lonely_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ragged_lines_are_full, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blanks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_squeeze, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_gap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_justification, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_every_width, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
