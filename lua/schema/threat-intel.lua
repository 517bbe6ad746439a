return {
  name = "threat-intel", plural = "threat_intel", shape = "list", clause = "5.7",
  title = { ja = "脅威情報", en = "Threat intelligence" }, title_field = "summary",
  files = { "threat-intel.yaml", "threat-intel/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
    { "source", "text", required = true, title = { ja = "情報源", en = "Source" } },
    { "summary", "text", required = true, title = { ja = "概要", en = "Summary" } },
    { "relevance", "enum", required = true, title = { ja = "関連性", en = "Relevance" }, values = {
      { "high", ja = "高", en = "High", tone = "high" }, { "medium", ja = "中", en = "Medium", tone = "medium" }, { "low", ja = "低", en = "Low" } } },
    { "reach", "text", title = { ja = "影響範囲", en = "Reach" } },
    { "action", "text", title = { ja = "対応", en = "Action" } },
    { "owner", "ref", to = { "person" }, title = { ja = "担当", en = "Owner" } },
    { "risks", "list", of = { "ref", to = { "risk" } }, title = { ja = "リスク", en = "Risks" } },
    { "to_review", "boolean", title = { ja = "レビューへ報告", en = "To management review" } },
  },
}
