/* Lines of paragraphs, with full-width characters of 10 pt and half-width ones of 5 pt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "layout_sample.h"
#include "pdf/layout.h"

enum { EM = 10000 };

struct setting {
    struct layout_state *state;
    struct metrics metrics;
    struct buffer out;
    bool hanging;
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
    struct text_format format = {
        .size = EM, .leading = 16000, .justified = justified, .hanging = setting->hanging, .mode = mode};
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
    assert_string_equal(lines(*state, "ワークステーション", 8, false, BREAK_PROSE), "ワーク|ステーション");
    assert_string_equal(lines(*state, "マネジメントレビュー", 9, false, BREAK_PROSE), "マネジメント|レビュー");
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

static void test_compounds_of_katakana(void **state)
{
    assert_string_equal(lines(*state, "プロジェクトマネジメント", 9, false, BREAK_PROSE), "プロジェクト|マネジメント");
    assert_string_equal(lines(*state, "クラウドグループウェアサービス", 12, true, BREAK_PROSE),
                        "クラウドグループウェア|サービス");
    assert_string_equal(lines(*state, "サプライヤーシステムズ", 10, false, BREAK_PROSE), "サプライヤー|システムズ");
    assert_string_equal(lines(*state, "アスタリスクシステム", 9, false, BREAK_PROSE), "アスタリスク|システム");
}

/* Words of the theme part compounds like those of the program. */
static void test_words_of_the_theme(void **state)
{
    static const char *const words[] = {"グレ", "トレーサビリティ", NULL};
    struct setting *setting = *state;
    struct theme theme = *setting->state->theme;
    assert_string_equal(lines(setting, "グレードトレーサビリティ", 11, false, BREAK_PROSE),
                        "グレードトレーサビリ|ティ");
    theme.words = words;
    setting->state->theme = &theme;
    assert_string_equal(lines(setting, "グレードトレーサビリティ", 11, false, BREAK_PROSE),
                        "グレード|トレーサビリティ");
}

/* The number of a clause stands with its title in prose; a name parts after it, or where there is no blank, within. */
static void test_numbers_stay_with_titles(void **state)
{
    assert_string_equal(lines(*state, "8.1 運用の計画及び管理", 8, false, BREAK_PROSE), "8.1 運用の|計画及び管理");
    assert_string_equal(lines(*state, "委員長と社長、6.2 情報セキュリティ目的", 9, false, BREAK_PROSE),
                        "委員長と社長、|6.2 情報|セキュリティ目的");
    assert_string_equal(lines(*state, "8.1 運用の計画及び管理", 10, false, BREAK_NAME), "8.1|運用の計画及び管理");
    assert_string_equal(lines(*state, "8.1\xC2\xA0運用の計画及び管理", 10, false, BREAK_NAME),
                        "8.1\xC2\xA0運用の計画及び|管理");
    assert_string_equal(lines(*state, "6.1.2 情報セキュリティリスクアセスメント", 11, false, BREAK_NAME),
                        "6.1.2 情報セキュリティ|リスクアセスメント");
    assert_string_equal(lines(*state, "8.1 ネットワーク", 7, false, BREAK_PROSE), "8.1|ネットワーク");
}

/* Ragged lines rather become one more than part a number and what it counts, a date last. */
static void test_numbers(void **state)
{
    assert_string_equal(lines(*state, "方針は年2回見直す", 5, false, BREAK_PROSE), "方針は|年2回|見直す");
    assert_string_equal(lines(*state, "停止まで30分とする", 5, false, BREAK_PROSE), "停止まで|30分と|する");
    assert_string_equal(lines(*state, "見直しは12か月以内", 6, false, BREAK_PROSE), "見直しは|12か月以内");
    assert_string_equal(lines(*state, "今年度の第1四半期の件数", 7, false, BREAK_PROSE), "今年度の|第1四半期の|件数");
    assert_string_equal(lines(*state, "連絡は5営業日以内", 5, false, BREAK_PROSE), "連絡は|5営業日|以内");
    assert_string_equal(lines(*state, "試行し、2026年10月2日から", 7, false, BREAK_PROSE),
                        "試行し、|2026年10月2日|から");
    assert_string_equal(lines(*state, "１２月の棚卸し", 3, false, BREAK_PROSE), "１２月|の|棚卸し");
    assert_string_equal(lines(*state, "費用の上限は2,400千円である", 10, false, BREAK_PROSE),
                        "費用の上限は|2,400千円である");
    assert_string_equal(
        lines(*state, "この規程は2024年4月1日から施行し、2026年10月2日に改める。", 19, true, BREAK_PROSE),
        "この規程は2024年4月1日から施行し、|2026年10月2日に改める。");
}

/* Compounds of katakana part between their words, which are not found within others. */
static void test_katakana(void **state)
{
    assert_string_equal(lines(*state, "クラウドサービス", 6, false, BREAK_PROSE), "クラウド|サービス");
    assert_string_equal(lines(*state, "アプリケーションセキュリティ", 10, false, BREAK_PROSE),
                        "アプリケーション|セキュリティ");
    assert_string_equal(lines(*state, "サポートユーティリティ", 9, false, BREAK_PROSE), "サポート|ユーティリティ");
    assert_string_equal(lines(*state, "社内のサービスの利用", 6, false, BREAK_PROSE), "社内の|サービスの|利用");
    assert_string_equal(lines(*state, "スペシャリスト", 5, false, BREAK_PROSE), "スペシャリ|スト");
}

/* Within names the order of the breaks is that of prose. */
static void test_names(void **state)
{
    assert_string_equal(lines(*state, "供給者のサービス提供の監視", 8, false, BREAK_NAME),
                        "供給者のサービス|提供の監視");
    assert_string_equal(lines(*state, "クリアデスク・クリアスクリーン", 11, false, BREAK_NAME),
                        "クリアデスク・|クリアスクリーン");
    assert_string_equal(lines(*state, "ネットワークのセキュリティ", 9, false, BREAK_NAME),
                        "ネットワークの|セキュリティ");
    assert_string_equal(lines(*state, "社会保険労務士法人", 7, false, BREAK_NAME), "社会保険労務|士法人");
}

static void test_kanji(void **state)
{
    assert_string_equal(lines(*state, "情報資産担当者", 4, false, BREAK_PROSE), "情報資産|担当者");
    assert_string_equal(lines(*state, "基本給与の台帳", 3, false, BREAK_PROSE), "基本|給与の|台帳");
}

/* An id stays with its title, a number of an item with its first words. */
static void test_what_binds(void **state)
{
    assert_string_equal(lines(*state, "一般、8.1 利用者終端装置", 6, false, BREAK_PROSE), "一般、|8.1 利用者終|端装置");
    assert_string_equal(lines(*state, "C-13\xC2\xA0法令順守規程", 7, false, BREAK_NAME), "C-13 法令順守|規程");
    assert_string_equal(lines(*state, "停止する。(2) 記録を残す。", 7, false, BREAK_PROSE),
                        "停止する。|(2) 記録を|残す。");
    assert_string_equal(lines(*state, "特性＼セキュリティ", 8, false, BREAK_PROSE), "特性＼|セキュリティ");
}

static void test_addresses(void **state)
{
    assert_string_equal(lines(*state, "https://www.example.com/security/index.html?lang=ja", 13, false, BREAK_PROSE),
                        "https://www.example.com/|security/index.html?|lang=ja");
    assert_string_equal(lines(*state, "https://www.example.com/security/index.html?lang=ja", 9, false, BREAK_PROSE),
                        "https://|www.example.com/|security/|index.html?lang=ja");
}

/* What no line has room for is parted after its marks, and only where there are none within a word. */
static void test_long_runs(void **state)
{
    assert_string_equal(lines(*state, "C:\\Users\\Public\\Documents\\very_long_file_name.docx", 12, false, BREAK_PROSE),
                        "C:\\Users\\Public\\|Documents\\very_long_|file_name.docx");
    assert_string_equal(lines(*state, "e3b0c44298fc1c149afbf4c8996fb924", 9, false, BREAK_PROSE),
                        "e3b0c44298fc1c14|9afbf4c8996fb924");
}

/* Quotation marks of a Japanese font are brackets, the apostrophe within a word is none. */
static void test_quotation_marks(void **state)
{
    struct text *text = start(*state, "記“中”、‘小’Z5’s", false, BREAK_PROSE);
    static const enum text_class classes[] = {CLASS_IDEOGRAPH, CLASS_OPEN,  CLASS_IDEOGRAPH,     CLASS_CLOSE,
                                              CLASS_COMMA,     CLASS_OPEN,  CLASS_IDEOGRAPH,     CLASS_CLOSE,
                                              CLASS_LETTER,    CLASS_DIGIT, CLASS_WESTERN_CLOSE, CLASS_LETTER};
    assert_int_equal(text->count, 12);
    for (size_t i = 0; i < 12; i++)
        assert_int_equal(text->pieces[i].value, classes[i]);
    assert_int_equal(text->pieces[3].advance, 5000);
    assert_int_equal(text->pieces[10].advance, 5000);
}

static void test_marks_stay_with_their_base(void **state)
{
    assert_string_equal(lines(*state, "葛󠄀葛󠄀葛󠄀", 1, false, BREAK_PROSE), "葛󠄀|葛󠄀|葛󠄀");
    assert_string_equal(lines(*state, "☑ 監査　☐ 審査", 4, false, BREAK_PROSE), "☑ 監査|☐ 審査");
}

static void test_no_lonely_end(void **state)
{
    assert_string_equal(lines(*state, "一二三四五六七八九十一", 10, false, BREAK_PROSE), "一二三四五六七八|九十一");
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

static void test_squeeze_beside_spaces(void **state)
{
    struct text *text = start(*state, "木（A） “B” C", false, BREAK_PROSE);
    assert_int_equal(text->pieces[1].advance, 10000); /* after 木 */
    assert_int_equal(text->pieces[3].advance, 5000);
    assert_int_equal(text->pieces[5].advance, 5000);
    assert_int_equal(text->pieces[7].advance, 5000);
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
    struct text *text = start(setting,
                              "情報セキュリティ管理責任者は、ISO/IEC "
                              "27001:2022の要求事項に従い、「情報セキュリティマネジメントシステム」を"
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

/* Sets 記A B・中「中」中、記 as one line, wider (or narrower) than it is by so much, and looks how much further
 * from the one before every character but the first then stands. */
static void assert_adjusted(struct setting *setting, int32_t wider, const int32_t further[11])
{
    static const int32_t natural[11] = {10900, 5000, 5000, 5000, 10000, 10000, 10000, 10000, 10000, 10000, 10000};
    struct text *text = start(setting, "記A B・中「中」中、記", true, BREAK_PROSE);
    struct line line = {0, (uint32_t)text->count, (uint32_t)text->count, false};
    struct strip_list list = {0};
    struct strip *strip = strip_append(&list, EM, 0, setting->state->arena);
    text_set_line(setting->state, &line, 0, line_width(text, &line) + wider, 0, strip);
    assert_int_equal(text->count, 12);
    for (size_t i = 0; i < 11; i++)
        assert_int_equal(text->pieces[i + 1].origin - text->pieces[i].origin, natural[i] + further[i]);
}

/* JLREQ 3.8.3 and 3.8.4: each step begins when the one before has given all. */
static void test_order_of_adjustment(void **state)
{
    assert_adjusted(*state, -2500, (int32_t[11]){[2] = -2500});
    assert_adjusted(*state, -5000, (int32_t[11]){[2] = -2500, [3] = -1250, [4] = -1250});
    assert_adjusted(*state, -11250,
                    (int32_t[11]){[2] = -2500, [3] = -2500, [4] = -2500, [5] = -1250, [8] = -1250, [10] = -1250});
    assert_adjusted(*state, -15225, (int32_t[11]){-225, 0, -2500, -2500, -2500, -2500, 0, 0, -2500, 0, -2500});
    assert_adjusted(*state, 150, (int32_t[11]){150}); /* the space is half an em wide already */
    assert_adjusted(*state, 5100, (int32_t[11]){300, 0, 0, 600, 600, 600, 600, 600, 600, 600, 600});
    assert_adjusted(*state, 20000, (int32_t[11]){0}); /* more than it has: ragged, not full of holes */
}

/* A full stop or comma that does not fit stands behind the end of the line, when the theme wants it and the text is
 * justified. */
static void test_hanging(void **state)
{
    struct setting *setting = *state;
    setting->hanging = true;
    assert_string_equal(lines(setting, "一二三四五六七八九十。", 10, true, BREAK_PROSE), "一二三四五六七八九十。");
    assert_int_equal(line_hang(&setting->state->text, &setting->state->text.lines[0], 10 * EM), 5000);
    assert_string_equal(lines(setting, "一二三四五、六七八九十", 5, true, BREAK_PROSE), "一二三四五、|六七八九十");
    text_set(setting->state, 0, 5 * EM, 0, &(struct strip_list){0});
    assert_int_equal(setting->state->text.pieces[5].origin, 5 * EM);
    assert_int_equal(setting->state->text.pieces[4].origin, 4 * EM);
    assert_string_equal(lines(setting, "一二三四、五六七八", 5, true, BREAK_PROSE), "一二三四、|五六七八");
    assert_int_equal(line_hang(&setting->state->text, &setting->state->text.lines[0], 5 * EM), 0);
    assert_string_equal(lines(setting, "一二三四五」六七八九十", 5, true, BREAK_PROSE), "一二三四|五」六七八|九十");
    assert_string_equal(lines(setting, "一二三四五、六七八九十", 5, false, BREAK_PROSE), "一二|三四五、|六七八九十");
    setting->hanging = false;
    assert_string_equal(lines(setting, "一二三四五、六七八九十", 5, true, BREAK_PROSE), "一二三四|五、六七八|九十");
}

/* At every width that words fit: no line begins or ends with what may not, and none is too wide. */
static void test_every_width(void **state)
{
    static const char words[] = "情報セキュリティ管理責任者は、ISO/IEC 27001:2022 "
                                "の要求事項（以下「要求事項」という。）に従い、R-012、A-03 "
                                "及び 5.1～5.4 を"
                                "2026-10-15 "
                                "までに見直す。ただし、次の各号……に掲げる「サーバー・ネットワーク」を除く！　費用は"
                                "￥1,200、湿度は45％とする。";
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

/* An image in a line, however flat, leaves the page nowhere. */
static void test_flat_image(void **state)
{
    struct setting *setting = *state;
    struct node *image = node_new(setting->state->arena, NODE_IMAGE, (struct source){0});
    image->as.image.path = "flat.png";
    image->as.image.width = 1000;
    image->as.image.height = 30;
    start(setting, "図", false, BREAK_PROSE);
    text_add_inlines(setting->state, image);
    text_finish(&setting->state->text);
    assert_int_equal(setting->state->text.pieces[1].advance, layout_text_width(setting->state) / 2);
    image->as.image.width = 10;
    text_add_inlines(setting->state, image);
    assert_int_equal(setting->state->text.pieces[2].advance, 7500);
}

/* Every blank of code is a place to break: each is looked at once, however many there are in a row. */
static void test_many_blanks(void **state)
{
    enum { BLANKS = 100000 };
    struct setting *setting = *state;
    char *words = malloc(BLANKS + 2);
    memset(words, ' ', BLANKS);
    words[BLANKS] = 'x';
    words[BLANKS + 1] = '\0';
    clock_t begin = clock();
    lines(setting, words, 10, false, BREAK_CODE);
    assert_true(clock() - begin < 2 * CLOCKS_PER_SEC);
    assert_int_equal(setting->state->text.lines[setting->state->text.line_count - 1].end, BLANKS + 1);
    free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_prohibitions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_stay_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_stay_with_titles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_compounds_of_katakana, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_of_the_theme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_katakana, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kanji, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_binds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_addresses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_runs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_quotation_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_stay_with_their_base, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_lonely_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ragged_lines_are_full, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blanks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_squeeze, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_squeeze_beside_spaces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_gap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_justification, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order_of_adjustment, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hanging, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_every_width, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flat_image, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many_blanks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
