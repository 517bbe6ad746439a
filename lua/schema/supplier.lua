return {
  name = "supplier", plural = "suppliers", shape = "list", clause = "5.19",
  title = { ja = "供給者", en = "Supplier" }, title_field = "name",
  files = { "suppliers.yaml", "suppliers/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "供給者", en = "Supplier" } },
    { "type", "enum", required = true, title = { ja = "区分", en = "Kind" }, values = {
      { "contractor", ja = "委託先", en = "Contractor" }, { "cloud", ja = "クラウドサービス", en = "Cloud service" } } },
    { "service", "text", required = true, title = { ja = "委託する業務・サービス", en = "Service" } },
    { "information", "text", title = { ja = "取り扱う情報", en = "Information handled" } },
    { "certifications", "list", of = { "string" }, title = { ja = "保有する認証", en = "Certifications" } },
    { "answers", "list", title = { ja = "審査項目", en = "Assessment" }, of = { "map", fields = {
      { "question", "text", required = true, title = { ja = "審査項目", en = "Question" } },
      { "answer", "enum", required = true, title = { ja = "判定", en = "Answer" }, values = {
        { "yes", ja = "○", en = "Yes" }, { "partly", ja = "△", en = "Partly", tone = "medium" },
        { "no", ja = "×", en = "No", tone = "high" }, { "n-a", ja = "対象外", en = "N/A" } } },
      { "comment", "text", title = { ja = "備考", en = "Comment" } },
    } } },
    { "score", "integer", min = 0, max = 100, title = { ja = "得点", en = "Score" } },
    { "grade", "string", title = { ja = "評価", en = "Grade" } },
    { "follow_up", "text", title = { ja = "改善の要求と回答", en = "Improvement asked and answered" } },
    { "judgement", "enum", title = { ja = "総合判定", en = "Judgement" }, values = {
      { "accepted", ja = "採用", en = "Accepted", tone = "good" }, { "conditional", ja = "条件付き採用", en = "Conditional", tone = "medium" },
      { "rejected", ja = "不採用", en = "Rejected", tone = "high" } } },
    { "contract", "date", title = { ja = "契約日", en = "Contract" } },
    { "nda", "date", title = { ja = "秘密保持契約日", en = "NDA" } },
    { "subcontracting", "text", title = { ja = "再委託", en = "Subcontracting" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "管理責任者", en = "Owner" } },
    { "last_review", "date", title = { ja = "前回審査日", en = "Last review" } },
    { "next_review", "date", title = { ja = "次回審査日", en = "Next review" } },
  },
}
