return {
  name = "issue", plural = "issues", shape = "list", clause = "4.1",
  title = { ja = "課題", en = "Issue" }, title_field = "issue",
  files = { "context/issues.yaml", "context/issues.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "side", "enum", required = true, title = { ja = "区分", en = "Side" }, values = {
      { "external", ja = "外部", en = "External" }, { "internal", ja = "内部", en = "Internal" } } },
    { "issue", "text", required = true, title = { ja = "課題", en = "Issue" } },
    { "risk", "text", title = { ja = "リスク", en = "Risk" } },
    { "opportunity", "text", title = { ja = "機会", en = "Opportunity" } },
    { "addressed_by", "text", title = { ja = "対処", en = "Addressed by" } },
    { "risks", "list", of = { "ref", to = { "risk" } }, title = { ja = "関連するリスク", en = "Risks" } },
    { "climate", "boolean", title = { ja = "気候変動に関する検討", en = "Concerns climate change" } },
    { "changed", "date", title = { ja = "最終変更日", en = "Last changed" } },
  },
}
