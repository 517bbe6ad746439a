/* Compounds of katakana: a line breaks between their words rather than within. */
#include <string.h>

#include "pdf/text.h"

enum {
    BETWEEN_WORDS = 30, /* penalty of the break */
    BYTES = 3,          /* of a katakana in UTF-8 */
    LEAST_REST = 3      /* letters that what follows a word has at least: システムズ is one word */
};

/* Words that compounds of this field begin with or go on with. To add one: here; a longer word that only begins like
 * it is added too, the longest counts. */
static const char *const words[] = {
    "アーキテクチャ",     "アイデンティティ", "アカウント",       "アクセス",       "アセスメント",
    "アップデート",       "アドレス",         "アプリケーション", "インシデント",   "インターネット",
    "インテリジェンス",   "ウイルス",         "ウェブ",           "エンドポイント", "オンライン",
    "ガイドライン",       "ガバナンス",       "クラウド",         "グループウェア", "コーディネーション",
    "コミュニケーション", "コンピュータ",     "コンピューター",   "サーバ",         "サーバー",
    "サービス",           "サーベイランス",   "サイバー",         "サプライ",       "サプライヤ",
    "サプライヤー",       "サポート",         "システム",         "スケジュール",   "ストレージ",
    "ストレス",           "スマートフォン",   "セキュリティ",     "ソース",         "ソフトウェア",
    "チェック",           "データ",           "データベース",     "テスト",         "デザイン",
    "デスクトップ",       "ドキュメント",     "トップ",           "ドメイン",       "ネットワーク",
    "ハードウェア",       "バックアップ",     "パスワード",       "パフォーマンス", "ファイル",
    "フィルタリング",     "プライバシー",     "プラットフォーム", "プログラム",     "プロジェクト",
    "プロセス",           "ポリシー",         "マネジメント",     "マルウェア",     "メール",
    "メンテナンス",       "モニタリング",     "モバイル",         "ユーザー",       "ユーティリティ",
    "ライセンス",         "ライフ",           "ランサムウェア",   "リスク",         "リモート",
    "レビュー",           "レンタル",
};

static bool is_katakana(const struct piece *piece)
{
    return piece->value == CLASS_KATAKANA || piece->value == CLASS_PROLONGED || piece->value == CLASS_SMALL_KANA;
}

static bool stands_at(const char *word, size_t letters, const struct piece *pieces)
{
    for (size_t i = 0; i < letters; i++) {
        const unsigned char *bytes = (const unsigned char *)word + i * BYTES;
        uint32_t character = (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
        if (character != pieces[i].character)
            return false;
    }
    return true;
}

/* Letters of the longest word that the pieces begin with, 0 when it is none of these. */
static size_t word_length(const struct piece *pieces, size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!stands_at(words[i], 1, pieces))
            continue;
        size_t letters = strlen(words[i]) / BYTES;
        if (letters > longest && letters <= count && stands_at(words[i], letters, pieces))
            longest = letters;
    }
    return longest;
}

/* Words are looked for from the beginning of the run: one that stands elsewhere may be a part of another. */
static void open_run(struct piece *pieces, size_t count)
{
    size_t at = 0, letters;
    while (count - at > LEAST_REST && (letters = word_length(pieces + at, count - at)) > 0) {
        at += letters;
        if (count - at < LEAST_REST || pieces[at].value != CLASS_KATAKANA)
            return;
        if (pieces[at].penalty < BREAK_FORCED)
            pieces[at].penalty = BETWEEN_WORDS;
    }
}

void katakana_open(struct piece *pieces, size_t count)
{
    for (size_t from = 0, to; from < count; from = to + 1) {
        for (to = from; to < count && is_katakana(&pieces[to]); to++)
            continue;
        if (to - from > 2 * LEAST_REST)
            open_run(pieces + from, to - from);
    }
}
