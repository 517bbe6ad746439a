/* Where words are in a paragraph: numbers with what they count, compounds of katakana and kanji, ids with titles,
 * the numbers of items. What belongs together is given penalties that keep it whole. */
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"
#include "pdf/text.h"

enum {
    IN_DATE = 120, /* 2026年|10月: better than within a number, worse than anywhere else */
    AFTER_ID = 105,
    AT_END = 140, /* of a word of katakana: one character alone on its side */
    AT_PART = 50, /* between the parts of a compound of katakana */
    SHORTEST_PART = 3,
    LONGEST_PART = 12,
    LONGEST_COMPOUND = 64, /* longer runs are no words */
    AFTER_COUNTER = 10,
    AFTER_TWO = 28, /* within compounds of kanji, mostly made of pairs */
    AFTER_ODD = 38,
    BEFORE_LAST = 42, /* 担当|者 */
    AFTER_FIRST = BREAK_WORD,
    WITHIN_PAIR = BREAK_WORD + 5
};

/* Words of which compounds of katakana are made. To add one: put it in its place in the order of code points; words
 * with which others begin or end by chance (ポート, リスト) do not belong here. Themes add theirs (`words`). */
static const char16_t *const parts[] = {
    u"アイデンティティ", u"アカウント",       u"アクセス",
    u"アスタリスク",     u"アセスメント",     u"アップデート",
    u"アドレス",         u"アプリケーション", u"アーキテクチャ",
    u"イベント",         u"インシデント",     u"インタビュー",
    u"インターネット",   u"インテリジェンス", u"インフラストラクチャ",
    u"ウイルス",         u"ウェブ",           u"エンジニアリング",
    u"エンドポイント",   u"オペレーティング", u"オンライン",
    u"オーナー",         u"カメラ",           u"ガイドライン",
    u"ガバナンス",       u"キャパシティ",     u"クラウド",
    u"クリア",           u"クリアランス",     u"クリーニング",
    u"グループウェア",   u"ケーブル",         u"コミュニケーション",
    u"コンサルティング", u"コントロール",     u"コンピュータ",
    u"コンピューター",   u"コンプライアンス", u"コーディネーション",
    u"コーディング",     u"コード",           u"サイト",
    u"サイバー",         u"サプライ",         u"サプライチェーン",
    u"サプライヤ",       u"サプライヤー",     u"サポート",
    u"サーバ",           u"サーバー",         u"サービス",
    u"サーベイランス",   u"システム",         u"シナリオ",
    u"スキャン",         u"スクリーン",       u"スケジュール",
    u"ストレス",         u"ストレージ",       u"スマートフォン",
    u"セキュリティ",     u"センター",         u"ソフトウェア",
    u"ソース",           u"タイプ",           u"タブレット",
    u"チェック",         u"チェーン",         u"チャット",
    u"ツール",           u"テスト",           u"デザイン",
    u"デスク",           u"デスクトップ",     u"デバイス",
    u"データ",           u"データベース",     u"トレーニング",
    u"ドキュメント",     u"ドメイン",         u"ネットワーク",
    u"ハードウェア",     u"ハードディスク",   u"バックアップ",
    u"パスワード",       u"パソコン",         u"パフォーマンス",
    u"ビジネス",         u"ファイアウォール", u"ファイル",
    u"フィルタリング",   u"フォルダ",         u"フレームワーク",
    u"プライバシー",     u"プラットフォーム", u"プログラミング",
    u"プログラム",       u"プロジェクト",     u"プロセス",
    u"プロバイダ",       u"ベンダー",         u"ベース",
    u"ポイント",         u"ポリシー",         u"マスキング",
    u"マスタ",           u"マニュアル",       u"マネジメント",
    u"マルウェア",       u"メッセージ",       u"メディア",
    u"メンテナンス",     u"メール",           u"モニタリング",
    u"モバイル",         u"ユーザ",           u"ユーザー",
    u"ユーティリティ",   u"ライセンス",       u"ライフ",
    u"ライフサイクル",   u"ライブラリ",       u"ライン",
    u"ランサムウェア",   u"リスク",           u"リソース",
    u"リモート",         u"リリース",         u"ルーム",
    u"レビュー",         u"レポート",         u"レンタル",
    u"ワーク",           u"ワークフロー",
};

/* What numbers count, longest first where one begins with another. To add one: put it before its beginnings. */
static const char16_t *const counters[] = {
    u"種類",   u"百万円", u"千円", u"万円", u"億円",   u"か年度",   u"か月",       u"か所",     u"か国", u"か条",
    u"か年",   u"カ月",   u"カ所", u"ヶ月", u"ヵ月",   u"ケ月",     u"箇月",       u"箇所",     u"箇条", u"四半期",
    u"営業日", u"稼働日", u"時間", u"週間", u"年度",   u"年間",     u"年目",       u"年前",     u"年後", u"日間",
    u"日目",   u"日前",   u"日後", u"分間", u"秒間",   u"回目",     u"年",         u"月",       u"日",   u"時",
    u"分",     u"秒",     u"週",   u"件",   u"名",     u"人",       u"回",         u"度",       u"点",   u"枚",
    u"版",     u"条",     u"項",   u"章",   u"節",     u"号",       u"台",         u"社",       u"本",   u"個",
    u"冊",     u"段",     u"次",   u"級",   u"円",     u"倍",       u"割",         u"歳",       u"代",   u"種",
    u"桁",     u"行",     u"列",   u"頁",   u"部",     u"室",       u"階",         u"問",       u"者",   u"万",
    u"億",     u"千",     u"百",   u"つ",   u"ページ", u"メートル", u"パーセント", u"ポイント",
};

static bool is_figure(const struct piece *piece)
{
    return piece->value == CLASS_DIGIT || (piece->character >= 0xFF10 && piece->character <= 0xFF19);
}

/* A kanji, not one of the signs that are set like them. */
static bool is_kanji(const struct piece *piece)
{
    uint32_t c = piece->character;
    return (piece->value == CLASS_IDEOGRAPH &&
            ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF))) ||
           c == 0x3005;
}

static void raise(struct piece *piece, int penalty)
{
    if (piece->penalty < penalty)
        piece->penalty = (uint8_t)penalty;
}

/* — katakana — */

/* Below 0, 0 or above: the word beside `length` pieces. */
static int compare(const char16_t *word, const struct piece *pieces, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (word[i] != pieces[i].character)
            return word[i] < pieces[i].character ? -1 : 1;
    return word[length] ? 1 : 0;
}

static bool is_one_of(const char *const *words, const struct piece *pieces, size_t length)
{
    for (; words && *words; words++) {
        const char *at = *words, *end = at + strlen(at);
        size_t i = 0;
        uint32_t character = 0;
        for (; i < length && at < end; i++) {
            at += utf8_decode(at, (size_t)(end - at), &character);
            if (character != pieces[i].character)
                break;
        }
        if (i == length && at == end)
            return true;
    }
    return false;
}

static bool is_part(const char *const *words, const struct piece *pieces, size_t length)
{
    size_t low = 0, high = sizeof parts / sizeof *parts;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(parts[middle], pieces, length);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return is_one_of(words, pieces, length);
}

/* Does a part of the compound end (begin) here? Neither may leave less than a word on the other side. */
static void note_part(struct piece *pieces, size_t from, size_t at, size_t to)
{
    if (at >= from + SHORTEST_PART && at + SHORTEST_PART <= to && pieces[at].penalty < BREAK_OPENED)
        pieces[at].penalty = AT_PART;
}

/* Parts from the start of a compound on, then from its end back: what lies between is left whole. */
static void find_parts(const char *const *words, struct piece *pieces, size_t from, size_t to)
{
    size_t at = from, length;
    if (to - from > LONGEST_COMPOUND)
        return;
    do {
        length = to - at < LONGEST_PART ? to - at : LONGEST_PART;
        while (length >= SHORTEST_PART && ((at + length < to && pieces[at + length].penalty == BREAK_NEVER) ||
                                           !is_part(words, pieces + at, length)))
            length--;
        at += length;
        if (length >= SHORTEST_PART && at < to)
            note_part(pieces, from, at, to);
    } while (length >= SHORTEST_PART && at < to);
    for (at = to; at >= from + 2 * SHORTEST_PART; at -= length) {
        length = at - from < LONGEST_PART ? at - from : LONGEST_PART;
        while (length >= SHORTEST_PART && !is_part(words, pieces + at - length, length))
            length--;
        if (length < SHORTEST_PART)
            return;
        note_part(pieces, from, at - length, to);
    }
}

/* One character of a word alone on its side of a break is worse than a break further inside. */
static void guard_katakana(const char *const *words, struct piece *pieces, size_t from, size_t to)
{
    raise(&pieces[from + 1], pieces[from + 1].value == CLASS_KATAKANA ? AT_END : 0);
    raise(&pieces[to - 1], pieces[to - 1].value == CLASS_KATAKANA ? AT_END : 0);
    if (to - from >= 2 * SHORTEST_PART)
        find_parts(words, pieces, from, to);
}

/* — kanji — */

static void guard_kanji(struct piece *pieces, size_t from, size_t to)
{
    size_t length = to - from;
    for (size_t i = 1; i < length; i++) {
        int penalty = length == 2       ? WITHIN_PAIR
                      : i == 1          ? AFTER_FIRST
                      : i == length - 1 ? (length % 2 ? BEFORE_LAST : AFTER_FIRST)
                      : i % 2           ? AFTER_ODD
                                        : AFTER_TWO;
        if (pieces[from + i].penalty < 50)
            pieces[from + i].penalty = (uint8_t)penalty;
    }
}

/* — numbers — */

/* Length of the counter word here, 0 for none. */
static size_t counter_length(const struct piece *pieces, size_t count)
{
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
        const char16_t *word = counters[i];
        size_t length = 0;
        while (word[length] && length < count && word[length] == pieces[length].character)
            length++;
        if (!word[length])
            return length;
    }
    return 0;
}

/* At the end of a number: what it counts stays with it, and ends there. Gives the place of the next word. */
static size_t guard_number(struct text *text, size_t at)
{
    struct piece *pieces = text->pieces;
    size_t end = at;
    if (text_class_is_japanese((enum text_class)pieces[at].value))
        end += counter_length(pieces + at, text->count - at);
    for (size_t i = at; i < end; i++)
        raise(&pieces[i], BREAK_UNIT);
    if (end > at && end < text->count && is_kanji(&pieces[end]) && pieces[end].penalty < 50)
        pieces[end].penalty = AFTER_COUNTER;
    return end;
}

/* At the first figure: 第3, 年2回, 2026年10月, 約30. */
static void guard_before_number(struct piece *pieces, size_t at)
{
    uint32_t before = pieces[at - 1].character;
    if (before == 0x7B2C) /* 第 */
        raise(&pieces[at], BREAK_UNIT);
    else if (before == 0x5E74 || before == 0x6708 || before == 0x9031 || before == 0x7D04) /* 年月週約 */
        raise(&pieces[at], IN_DATE);
}

/* — ids and items — */

/* Before the blank at `at`: an id like C-07 or 5.20, which stays with the title behind the blank. */
static bool ends_id(const struct piece *pieces, size_t at)
{
    bool mark = false;
    if (at == 0 || !is_figure(&pieces[at - 1]))
        return false;
    for (size_t i = at; i > 0 && text_class_is_western((enum text_class)pieces[i - 1].value); i--)
        mark = mark || pieces[i - 1].character == '-' || pieces[i - 1].character == '.';
    return mark;
}

/* Before `at`: the number of an item, (2) or （2） or ②, at the start of a sentence. */
static bool ends_item_number(const struct piece *pieces, size_t at)
{
    size_t i = at;
    if (i == 0)
        return false;
    uint32_t last = pieces[i - 1].character;
    if (last == ')' || last == 0xFF09) {
        i--;
        size_t figures = i;
        while (i > 0 && is_figure(&pieces[i - 1]))
            i--;
        if (i == figures || figures - i > 2 || i == 0)
            return false;
        if (pieces[i - 1].character != '(' && pieces[i - 1].character != 0xFF08)
            return false;
    } else if (last < 0x2460 || last > 0x2473) {
        return false;
    }
    i--;
    enum text_class before = i == 0 ? CLASS_SPACE : (enum text_class)pieces[i - 1].value;
    return before == CLASS_SPACE || before == CLASS_WIDE_SPACE || before == CLASS_FULL_STOP || before == CLASS_COMMA ||
           before == CLASS_MIDDLE_DOT;
}

/* May an item number or an id end before it, at a bracket, a circled figure or a blank? */
static bool may_bind(const struct piece *piece)
{
    return piece->value == CLASS_SPACE || piece->value == CLASS_WIDE_SPACE || piece->value == CLASS_WESTERN_CLOSE ||
           piece->value == CLASS_CLOSE || (piece->character >= 0x2460 && piece->character <= 0x2473);
}

static void guard_start(struct piece *pieces, size_t at)
{
    bool blank = pieces[at - 1].value == CLASS_SPACE || pieces[at - 1].value == CLASS_WIDE_SPACE;
    if (ends_item_number(pieces, blank ? at - 1 : at))
        raise(&pieces[at], BREAK_UNIT);
    else if (blank && text_class_is_japanese((enum text_class)pieces[at].value) && ends_id(pieces, at - 1))
        raise(&pieces[at], AFTER_ID);
}

/* — runs of one kind — */

enum kind { KIND_OTHER, KIND_KATAKANA, KIND_KANJI, KIND_FIGURES };

static enum kind kind_of(const struct piece *piece)
{
    switch ((enum text_class)piece->value) {
    case CLASS_KATAKANA:
    case CLASS_PROLONGED:
    case CLASS_SMALL_KANA:
        return KIND_KATAKANA;
    case CLASS_IDEOGRAPH:
    case CLASS_ITERATION:
        return is_kanji(piece) ? KIND_KANJI : KIND_OTHER;
    case CLASS_DIGIT:
    case CLASS_FULL_WIDTH:
        return is_figure(piece) ? KIND_FIGURES : KIND_OTHER;
    default:
        return KIND_OTHER;
    }
}

static void guard_run(struct text *text, enum kind kind, size_t from, size_t to)
{
    if (to - from < 2)
        return;
    if (kind == KIND_KATAKANA)
        guard_katakana(text->words, text->pieces, from, to);
    else if (kind == KIND_KANJI)
        guard_kanji(text->pieces, from, to);
}

void text_guard_words(struct text *text)
{
    struct piece *pieces = text->pieces;
    enum kind run = KIND_OTHER;
    size_t from = 0, counted = 0; /* where the run begins; where a counter word ends, and the next word begins */
    for (size_t i = 0; i < text->count; i++) {
        enum kind kind = kind_of(&pieces[i]);
        if (i > 0 && may_bind(&pieces[i - 1]))
            guard_start(pieces, i);
        if (kind == run) {
            if (i == counted)
                from = i;
            continue;
        }
        guard_run(text, run, from, i);
        if (run == KIND_FIGURES)
            counted = guard_number(text, i);
        else if (kind == KIND_FIGURES && i > 0)
            guard_before_number(pieces, i);
        run = kind;
        from = i;
    }
    guard_run(text, run, from, text->count);
}
