/* What a project takes from the checks that are built in: rules off or lowered, files replaced, settings looser than
 * the defaults, waivers. The stages that know of one add it; the list is told as one note (weakenings_report), as the
 * member `weakened` of that note in JSON and by d:weakened() to templates.
 *
 * The list and what it copies live in its arena. */
#ifndef TEKIGO_BASE_WEAKENING_H
#define TEKIGO_BASE_WEAKENING_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"

/* X(ID, name in JSON and Lua, words: Japanese, English for one, for several). To add one: a line here, its line in
 * docs/lua-api.md, whoever finds it, a case in tests/diag/. The order is that of the list. */
#define WEAKENING_KINDS                                                                                                \
    X(FILE, "file", "置き換えたファイル", "file replaced", "files replaced")                                           \
    X(RULE_REPLACED, "rule-replaced", "置き換えた規則", "rule replaced", "rules replaced")                             \
    X(RULE_OFF, "rule-off", "止めた規則", "rule switched off", "rules switched off")                                   \
    X(RULE_LOWERED, "rule-lowered", "重大度を下げた規則", "rule lowered", "rules lowered")                             \
    X(SCHEMA, "schema", "緩めた項目の定義", "field definition relaxed", "field definitions relaxed")                   \
    X(SETTING, "setting", "緩めた設定値", "setting relaxed", "settings relaxed")                                       \
    X(METHOD, "method", "独自のリスクアセスメントの手法", "risk method of its own", "risk methods of its own")         \
    X(CRITERION, "criterion", "引き上げた受容基準", "acceptance criterion raised", "acceptance criteria raised")       \
    X(DATE, "date", "コミットから離れた基準日", "date far from the commit", "dates far from the commit")                   \
    X(DOCUMENT, "document", "出力しない必須の文書", "mandatory document left out", "mandatory documents left out")     \
    X(WAIVER, "waiver", "免除", "waiver", "waivers")                                                                   \
    X(WAIVER_EXPIRED, "waiver-expired", "期限の切れた免除", "waiver expired", "waivers expired")

enum weakening_kind {
#define X(id, name, ja, en, several) WEAKENING_##id,
    WEAKENING_KINDS
#undef X
        WEAKENING_KIND_COUNT
};

struct weakening {
    enum weakening_kind kind;
    const char *name;      /* of the file, rule, field ("asset.owner"), setting, document, waiver */
    const char *rule;      /* id of the rule that is concerned, or NULL */
    const char *record;    /* id of the record that a waiver is about, or NULL: all */
    const char *clause;    /* no longer guarded as before ("6.1.2, 8.2"); NULL: none, or all */
    const char *from, *to; /* as built in and as it is now; NULL when there is nothing to compare */
    const char *reason[LANGUAGE_COUNT]; /* why, where the project says so; else NULL */
    struct source source;
};

struct weakenings;

struct weakenings *weakenings_new(struct arena *arena);

/* Copies what it is given. Whatever order they come in, the list is by kind, then in order of arrival. */
void weakenings_add(struct weakenings *list, const struct weakening *weakening);

size_t weakenings_count(const struct weakenings *list);
const struct weakening *weakenings_get(const struct weakenings *list, size_t index);

/* "rule-off"; 止めた規則 / rule switched off */
const char *weakening_kind_name(enum weakening_kind kind);
const char *weakening_kind_words(enum weakening_kind kind, enum language language);

/* Reports the list as one note at the place of its first entry; nothing when it is empty. The diag keeps the list. */
void weakenings_report(const struct weakenings *list, struct diag *diag);

#endif
