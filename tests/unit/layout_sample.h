/* A document with everything that layout sets, and metrics that no font changes. */
#ifndef TEKIGO_TESTS_LAYOUT_SAMPLE_H
#define TEKIGO_TESTS_LAYOUT_SAMPLE_H

#include <stdio.h>

#include "tree.h"
#include "pdf/page.h"

/* Full-width characters 1000, others 500; those of the private use area do not exist. */
static inline int sample_font(void *context, enum face face, uint32_t character, uint32_t selector)
{
    (void)context;
    (void)selector;
    return character >= 0xE000 && character <= 0xF8FF ? -1 : (int)face;
}

static inline int sample_advance(void *context, int font, uint32_t character)
{
    (void)context;
    (void)font;
    return character < 0x2000 || (character >= 0xFF61 && character <= 0xFF9F) ? 500 : 1000;
}

static inline struct metrics sample_metrics(void)
{
    return (struct metrics){.font = sample_font, .advance = sample_advance};
}

static inline struct node *sample_row(struct arena *arena, struct node *table, bool header, const char *const *words,
                                      int count)
{
    struct node *row = tree_add(arena, table, NODE_ROW);
    row->as.row.header = header;
    for (int i = 0; i < count; i++)
        tree_cell(arena, row, words[i], 1, 1);
    return row;
}

static inline void sample_columns(struct arena *arena, struct node *table, const enum content_kind *kinds, int count)
{
    for (int i = 0; i < count; i++)
        tree_add(arena, table, NODE_COLUMN)->as.column.content = kinds[i];
}

static inline void sample_caption(struct arena *arena, struct node *table, const char *text)
{
    tree_text(arena, tree_add(arena, table, NODE_CAPTION), text);
}

static inline void sample_cover(struct arena *arena, struct node *root, const char *title)
{
    static const char *const meta[][2] = {{"文書番号", "A-03"},
                                          {"版", "3.1"},
                                          {"制定日 / 改訂日", "2024-04-01 / 2026-10-15"},
                                          {"準拠規格", "ISO/IEC 27001:2022 (JIS Q 27001:2023)"},
                                          {"適用範囲", "本社、第一工場における精密部品の設計、製造及び販売"},
                                          {"元となる版", "a1b2c3d（2026-10-15）"}};
    static const char *const signatures[][3] = {{"承認", "2026-10-15", "代表取締役 佐藤"},
                                                {"確認", "2026-10-14", "委員長 鈴木"},
                                                {"作成", "2026-10-10", "事務局 高橋"}};
    struct node *cover = tree_add(arena, root, NODE_COVER);
    tree_paragraph(arena, cover, "情報セキュリティマネジメントシステム")->as.paragraph.role = PARAGRAPH_KICKER;
    tree_paragraph(arena, cover, title)->as.paragraph.role = PARAGRAPH_TITLE;
    tree_paragraph(arena, cover, "Statement of Applicability")->as.paragraph.role = PARAGRAPH_SUBTITLE;
    struct node *table = tree_add(arena, cover, NODE_TABLE);
    table->as.table.form = true;
    for (size_t i = 0; i < 6; i++) {
        struct node *row = tree_add(arena, table, NODE_ROW);
        tree_cell(arena, row, meta[i][0], 1, 1)->as.cell.header = true;
        tree_cell(arena, row, meta[i][1], 1, 1);
    }
    struct node *boxes = tree_add(arena, cover, NODE_SIGNATURES);
    for (size_t i = 0; i < 3; i++) {
        struct node *box = tree_add(arena, boxes, NODE_SIGNATURE);
        box->as.signature.role = signatures[i][0];
        box->as.signature.date = signatures[i][1];
        box->text = signatures[i][2];
    }
}

static inline void sample_overview(struct arena *arena, struct node *root)
{
    static const char *const figures[][2] = {
        {"93", "附属書Aの管理策"}, {"90", "適用"}, {"3", "適用除外"}, {"81", "実施済み"}, {"9", "一部実施・未実施"}};
    static const enum content_kind kinds[] = {CONTENT_NUMBER, CONTENT_DATE, CONTENT_PROSE, CONTENT_NAME};
    static const char *const history[][4] = {
        {"版", "日付", "変更の内容", "承認"},
        {"3.1", "2026-10-15", "8.12、8.16の実施状況を「実施」に変更。7.4の理由を改めた。", "佐藤"},
        {"3.0", "2026-04-02", "マネジメントレビューの決定により5.7を追加で採用。", "佐藤"}};
    struct node *section = tree_section(arena, root, "概要");
    struct node *paragraph =
        tree_paragraph(arena, section,
                       "本書は、当社の情報セキュリティマネジメントシステムにおいて採用する管理策と、採用又は除外の理由"
                       "、実施の状況を示す。管理策は、リスクアセスメントの結果（");
    tree_link(arena, paragraph, "#soa", "リスクアセスメント結果報告書");
    tree_text(
        arena, paragraph,
        "）、法令及び契約上の要求に基づいて選び、ISO/IEC 27001:2022 附属書Aの93件と照らして漏れがないことを確かめた。");
    struct node *key = tree_add(arena, section, NODE_KEY_FIGURES);
    for (size_t i = 0; i < 5; i++) {
        struct node *figure = tree_add(arena, key, NODE_KEY_FIGURE);
        figure->text = figures[i][0];
        figure->as.key_figure.label = figures[i][1];
        figure->as.key_figure.tone = i == 4 ? TONE_HIGH : TONE_NONE;
    }
    struct node *inner = tree_section(arena, section, "改訂履歴");
    struct node *table = tree_add(arena, inner, NODE_TABLE);
    sample_columns(arena, table, kinds, 4);
    for (int i = 0; i < 3; i++)
        sample_row(arena, table, i == 0, history[i], 4);
    tree_add(arena, tree_section(arena, section, "目次"), NODE_CONTENTS);
}

static inline struct node *sample_soa(struct arena *arena, struct node *root, int rows)
{
    static const enum content_kind kinds[] = {CONTENT_ID,    CONTENT_PROSE, CONTENT_STATUS, CONTENT_STATUS,
                                              CONTENT_PROSE, CONTENT_NAME,  CONTENT_ID};
    static const char *const words[][7] = {
        {"番号", "管理策", "適用", "実施", "理由", "規程・手順書", "リスク"},
        {"5.1", "情報セキュリティのための方針群", "○", "実施",
         "全社の取組の方向を経営者が示し、取引先二社との契約で公開を求められているため。", "A-01 情報セキュリティ方針",
         "R-001"},
        {"5.2", "情報セキュリティの役割及び責任", "○", "実施",
         "兼任が多く、誰が決めるかを明らかにしておく必要があるため。", "B-01 ISMSマニュアル", "R-004"},
        {"5.7", "脅威インテリジェンス（2022年新規）", "○", "一部実施",
         "同業者のランサムウェア被害を受け、IPA及びJPCERT/CCの情報を毎月整理して委員会に上げるため。",
         "C-07 脅威情報収集手順", "R-012 R-031"},
        {"5.8", "プロジェクトマネジメントにおける情報セキュリティ", "○", "実施",
         "顧客図面を扱う開発案件で、開始時に要求事項を確認するため。", "C-11 開発管理手順", "R-020"},
        {"5.23", "クラウドサービスの利用における情報セキュリティ（2022年新規）", "○", "未実施",
         "基幹業務を2026年度にクラウドへ移すため。評価表による選定を義務づける。", "C-09 クラウド利用手順", "R-015"},
        {"8.30", "外部委託による開発", "×", "—",
         "ソフトウェアの開発を外部に委託しておらず、調達規程で認めていないため。", "—", "—"}};
    struct node *section = tree_section(arena, root, "組織的管理策");
    struct node *table = tree_add(arena, section, NODE_TABLE);
    sample_caption(arena, table, "適用する管理策");
    sample_columns(arena, table, kinds, 7);
    section->id = "soa";
    for (int i = 0; i < rows; i++) {
        int which = i == 0 ? 0 : (i - 1) % 6 + 1;
        struct node *row = sample_row(arena, table, i == 0, words[which], 7);
        struct node *cell = row->first->next->next->next;
        if (which == 3)
            cell->as.cell.tone = TONE_MEDIUM;
        if (which == 5)
            cell->as.cell.tone = TONE_HIGH;
        if (i > 0)
            row->id = arena_printf(arena, "control-%d", i);
    }
    return table;
}

static inline void sample_heat_map(struct arena *arena, struct node *panel, const char *caption)
{
    static const char *const words[][4] = {{"", "可能性 1", "可能性 2", "可能性 3"},
                                           {"重要度 3", "7", "9", "4"},
                                           {"重要度 2", "8", "6", "5"},
                                           {"重要度 1", "6", "3", "2"}};
    static const enum tone tones[][4] = {{0},
                                         {0, TONE_MEDIUM, TONE_HIGH, TONE_CRITICAL},
                                         {0, TONE_LOW, TONE_MEDIUM, TONE_HIGH},
                                         {0, TONE_LOW, TONE_LOW, TONE_MEDIUM}};
    struct node *table = tree_add(arena, panel, NODE_TABLE);
    sample_caption(arena, table, caption);
    for (int i = 0; i < 4; i++) {
        struct node *row = sample_row(arena, table, i == 0, words[i], 4);
        int c = 0;
        for (struct node *cell = row->first; cell; cell = cell->next, c++) {
            cell->as.cell.header = c == 0;
            cell->as.cell.tone = tones[i][c];
            cell->as.cell.align = c ? ALIGN_CENTER : ALIGN_DEFAULT;
        }
    }
}

static inline void sample_head(struct arena *arena, struct node *table)
{
    static const char *const top[] = {"No",         "資産",   "リスク特定", "一次評価", "優先",
                                      "リスク対応", "管理策", "状況",       "二次評価"};
    static const int spans[] = {1, 1, 4, 3, 1, 4, 1, 1, 3};
    static const char *const below[] = {"リスク源", "事象", "起こり得る結果", "所有者", "重要度", "可能性", "レベル",
                                        "保有",     "低減", "回避",           "移転",   "重要度", "可能性", "レベル"};
    struct node *row = tree_add(arena, table, NODE_ROW);
    row->as.row.header = true;
    for (int i = 0; i < 9; i++) {
        struct node *cell = tree_cell(arena, row, top[i], spans[i], spans[i] == 1 ? 2 : 1);
        cell->as.cell.vertical = i == 4;
    }
    row = sample_row(arena, table, true, below, 14);
    int c = 0;
    for (struct node *cell = row->first; cell; cell = cell->next, c++)
        cell->as.cell.vertical = c >= 7 && c < 11;
}

static inline void sample_risks(struct arena *arena, struct node *root, int rows)
{
    static const enum content_kind kinds[] = {
        CONTENT_ID,     CONTENT_ID,     CONTENT_PROSE,  CONTENT_PROSE,  CONTENT_PROSE,  CONTENT_NAME,   CONTENT_NUMBER,
        CONTENT_NUMBER, CONTENT_STATUS, CONTENT_NUMBER, CONTENT_STATUS, CONTENT_STATUS, CONTENT_STATUS, CONTENT_STATUS,
        CONTENT_ID,     CONTENT_STATUS, CONTENT_NUMBER, CONTENT_NUMBER, CONTENT_STATUS};
    static const char *const words[][19] = {
        {"R-012", "A-003 A-017", "VPN装置の更新が定期保守に含まれていない",
         "装置の脆弱性からの侵入、サーバの暗号化（可用性の喪失）", "生産停止、納期遅延、復旧費用", "製造部長", "3", "3",
         "9 高", "1", "", "●", "", "", "8.8、8.13、5.7", "済み", "3", "1", "3 中"},
        {"R-015", "A-021", "クラウドの責任分担が契約に書かれていない", "設定の誤りによる顧客図面の公開（機密性の喪失）",
         "顧客への賠償、取引停止", "設計部長", "3", "2", "6 高", "2", "", "●", "", "", "5.23、8.9", "予定", "3", "2",
         "6 高"},
        {"R-020", "A-030", "USBメモリの使用に届出がない", "持出中の紛失（機密性の喪失）", "図面の流出、信用の低下",
         "営業部長", "3", "2", "6 高", "2", "", "", "●", "", "7.10、8.12", "済み", "2", "1", "2 低"}};
    struct node *section = tree_section(arena, root, "結果");
    section->as.section.landscape = true;
    struct node *side = tree_add(arena, section, NODE_SIDE_BY_SIDE);
    sample_heat_map(arena, tree_add(arena, side, NODE_PANEL), "対応前（件数）");
    sample_heat_map(arena, tree_add(arena, side, NODE_PANEL), "対応後（件数）");
    struct node *table = tree_add(arena, section, NODE_TABLE);
    sample_caption(
        arena, table,
        "リスク一覧（50件のうち優先順位1、2）　色は受容基準による：高＝受容できない、中＝管理下で受容、低＝受容");
    sample_columns(arena, table, kinds, 19);
    table->as.table.wide = true;
    sample_head(arena, table);
    for (int i = 0; i < rows; i++) {
        struct node *row = sample_row(arena, table, false, words[i % 3], 19);
        int c = 0;
        for (struct node *cell = row->first; cell; cell = cell->next, c++) {
            if (c == 8 || c == 18)
                cell->as.cell.tone = strstr(cell->first->text, "高")   ? TONE_HIGH
                                     : strstr(cell->first->text, "中") ? TONE_MEDIUM
                                                                       : TONE_LOW;
        }
    }
}

static inline void sample_form(struct arena *arena, struct node *root)
{
    static const char *const rows[][3] = {
        {"入力情報", "発生源", NULL},
        {NULL, "指摘の区分", "軽微な不適合（監査 AU-2026-1、監査員 伊藤、2026-06-11）"},
        {NULL, "要求事項", "5.18 アクセス権"},
        {NULL, "内容",
         "退職した従業員2名の基幹システムのアカウントが、退職日から30日を過ぎても有効であった。手順C-"
         "05は翌営業日までの削除を定めている。"},
        {"処置計画", "修正", "該当アカウントを停止し、操作記録を確認した（不正な利用なし）。"},
        {NULL, "原因", "人事部からの退職連絡が口頭で、情報システム管理者に届く仕組みがなかった。"},
        {NULL, "原因の除去", "退職手続の帳票に情報システム欄を設け、月次で在籍者と照合する。予定日 2026-07-31"},
        {"実施報告", "内容", ""},
        {"処置確認", "確認", "照合記録3か月分を確認した。確認日 2026-10-20"},
        {NULL, "有効性", "残存アカウント0件。フォロー監査は不要とする。"}};
    static const int spans[] = {4, 0, 0, 0, 3, 0, 0, 1, 2, 0};
    static const char *const sources[] = {"内部監査における指摘",   "外部審査における指摘", "インシデント",
                                          "利害関係者からのニーズ", "内部の改善提案",       "その他"};
    struct node *section = tree_section(arena, root, "是正要求書兼回答書");
    struct node *table = tree_add(arena, section, NODE_TABLE);
    table->as.table.form = true;
    for (int i = 0; i < 10; i++) {
        struct node *row = tree_add(arena, table, NODE_ROW);
        if (rows[i][0])
            tree_cell(arena, row, rows[i][0], 1, spans[i])->as.cell.header = true;
        tree_cell(arena, row, rows[i][1], 1, 1)->as.cell.header = true;
        struct node *cell = tree_cell(arena, row, rows[i][2] ? rows[i][2] : "", 1, 1);
        cell->as.cell.blank_room = rows[i][2] && !*rows[i][2];
        for (int k = 0; i == 0 && k < 6; k++) {
            tree_add(arena, cell, NODE_CHECK_BOX)->as.check_box.checked = k == 0;
            tree_text(arena, cell, arena_printf(arena, " %s%s", sources[k], k < 5 ? "　" : ""));
        }
        cell = tree_cell(arena, row,
                         i == 4   ? "06-24 鈴木 ／ 06-23 渡辺"
                         : i == 8 ? "10-21 鈴木 ／ 10-20 伊藤"
                                  : "",
                         1, 1);
        cell->as.cell.align = ALIGN_CENTER;
    }
}

static inline void sample_drawing(struct arena *arena, struct node *section)
{
    static const struct point line[] = {{4000, 7000}, {12000, 5000}, {20000, 5500}, {28000, 2500}};
    static const struct point other[] = {{4000, 5000}, {12000, 6000}, {20000, 3500}, {28000, 4500}};
    struct node *figure = tree_add(arena, section, NODE_FIGURE);
    struct node *drawing = tree_add(arena, figure, NODE_DRAWING);
    drawing->as.drawing.width = 32000;
    drawing->as.drawing.height = 10000;
    drawing->text = "推移";
    for (int i = 0; i < 8; i++) {
        struct node *shape = tree_add(arena, drawing, NODE_SHAPE);
        shape->as.shape.kind = i < 4 ? SHAPE_LINE : i < 6 ? SHAPE_POLYLINE : i == 6 ? SHAPE_RECTANGLE : SHAPE_TEXT;
        shape->as.shape.role = i < 3    ? SHAPE_ROLE_GRID
                               : i == 3 ? SHAPE_ROLE_TODAY
                               : i < 6  ? SHAPE_ROLE_SERIES
                               : i == 6 ? SHAPE_ROLE_PLANNED
                                        : SHAPE_ROLE_LABEL;
        shape->as.shape.x = i == 3 ? 18000 : i >= 6 ? 1000 : 2000;
        shape->as.shape.y = i == 3 ? 500 : i == 6 ? 8200 : i == 7 ? 9800 : 2000 + i * 2000;
        shape->as.shape.width = i == 3 ? 18000 : i == 6 ? 8000 : i == 7 ? 0 : 30000;
        shape->as.shape.height = i == 3 ? 8000 : i == 6 ? 700 : 2000 + i * 2000;
        shape->as.shape.series = i == 5;
        shape->as.shape.points = i == 5 ? other : line;
        shape->as.shape.point_count = 4;
        shape->text = "予定（4月から9月まで）";
    }
    tree_text(arena, tree_add(arena, figure, NODE_CAPTION), "指標の推移");
}

static inline void sample_prose(struct arena *arena, struct node *root)
{
    static const char *const items[] = {"経営者は、情報セキュリティ方針を定め、少なくとも年1回見直す。",
                                        "部門長は、部門の情報資産を台帳に登録し、四半期ごとに棚卸しを行う。",
                                        "従業員は、情報セキュリティに関する事象を発見したとき、速やかに事務局へ連絡する"
                                        "。連絡の方法は「インシデント対応手順」（C-08）に定める。"};
    struct node *section = tree_section(arena, root, "運用");
    for (int k = 0; k < 2; k++) {
        struct node *sub = tree_section(arena, section, k ? "記録の管理" : "第3条 役割及び責任");
        tree_paragraph(
            arena, sub,
            "情報セキュリティ管理責任者は、ISO/IEC 27001:2022 "
            "の要求事項に従い、情報セキュリティマネジメントシステム（以下「ISMS」という。）を確立し、実施し、維持し、か"
            "つ、継続的に改善する。詳細は「文書管理規程」、「記録管理規程」（B-02、B-03）を参照のこと……とする。URLは "
            "https://www.example.com/security/policy/index.html?lang=ja&version=3 である。");
        struct node *list = tree_add(arena, sub, NODE_LIST);
        list->as.list.ordered = k;
        list->as.list.tight = true;
        for (int i = 0; i < 3; i++)
            tree_paragraph(arena, tree_add(arena, list, NODE_ITEM), items[i]);
    }
    struct node *callout = tree_add(arena, section, NODE_CALLOUT);
    callout->as.callout.tone = TONE_MEDIUM;
    tree_paragraph(
        arena, callout,
        "注意　この手順は、2026年11月の内部監査までに改訂する予定である。改訂までの間は、附則の経過措置による。");
    tree_paragraph(arena, tree_add(arena, section, NODE_QUOTE),
                   "組織は、情報セキュリティリスクアセスメントの過程を定め、適用しなければならない。");
    tree_add(arena, section, NODE_CODE)->text = "$ tekigo build --draft\n  文書 38 件、指摘 0 件";
    tree_add(arena, section, NODE_RULE);
    struct node *last = tree_paragraph(arena, section, "脚注のある文");
    tree_add(arena, last, NODE_FOOTNOTE_REFERENCE)->as.footnote_reference.label = "a";
    tree_text(arena, last, "と、");
    tree_text(arena, tree_add(arena, last, NODE_STRONG), "強調");
    tree_text(arena, last, "、");
    tree_text(arena, tree_add(arena, last, NODE_EMPHASIS), "斜体");
    tree_text(arena, last, "、");
    tree_text(arena, tree_add(arena, last, NODE_STRIKE), "取消し");
    tree_text(arena, last, "、");
    tree_add(arena, last, NODE_CODE_SPAN)->text = "soa.yaml";
    tree_text(arena, last, "がある。");
    sample_drawing(arena, section);
    struct node *note = tree_add(arena, root, NODE_FOOTNOTE);
    note->id = "a";
    tree_paragraph(arena, note, "脚注の本文は文書の末尾に置く。");
}

static inline struct document *sample_document(struct arena *arena, struct diag *diag)
{
    struct document *document = tree_document(arena, "soa", "ja");
    document->number = "A-03";
    document->title = "適用宣言書";
    document->version = "3.1";
    sample_cover(arena, document->root, "適用宣言書");
    sample_overview(arena, document->root);
    sample_soa(arena, document->root, 40);
    sample_risks(arena, document->root, 30);
    sample_form(arena, document->root);
    sample_prose(arena, document->root);
    struct document_set set = tree_set(arena, &document, 1);
    doc_resolve(&set, arena, diag);
    return document;
}

#endif
