#include <string.h>

#include "html/html.h"

static const char *const words[WORD_COUNT][LANGUAGE_COUNT] = {
    [WORD_DOCUMENTS] = {"文書", "Documents"},
    [WORD_HOME] = {"ダッシュボード", "Dashboard"},
    [WORD_CONTENTS] = {"目次", "Contents"},
    [WORD_FOOTNOTES] = {"脚注", "Footnotes"},
    [WORD_BACK] = {"本文へ戻る", "Back to the text"},
    [WORD_TABLE] = {"表", "Table"},
    [WORD_DRAFT] = {"草案", "Draft"},
    [WORD_CHECKED] = {"チェックあり", "checked"},
    [WORD_UNCHECKED] = {"チェックなし", "not checked"},
    [WORD_SKIP] = {"本文へ", "Skip to the text"},
    [WORD_VERSION] = {"版", "Version"},
    [WORD_SIGNATURES] = {"承認欄", "Approval"},
    [WORD_NUMBER] = {"番号", "No."},
    [WORD_NAME] = {"文書名", "Title"},
    [WORD_REVISED] = {"改訂日", "Revised"},
    [WORD_FORMATS] = {"形式", "Formats"},
    [WORD_ISSUED] = {"制定日", "Issued"},
    [WORD_COMMIT] = {"元となる版", "Built from"},
    [WORD_LANGUAGES] = {"言語", "Languages"},
    [WORD_LOW] = {"低", "low"},
    [WORD_MEDIUM] = {"中", "medium"},
    [WORD_HIGH] = {"高", "high"},
    [WORD_CRITICAL] = {"極めて高", "critical"},
    [WORD_GOOD] = {"良好", "good"},
    [WORD_ACCENT] = {"参考", "note"},
};

const char *html_word(const char *language, enum word word)
{
    return words[word][strcmp(language, "ja") == 0 ? LANGUAGE_JA : LANGUAGE_EN];
}
