return {
  name = "party", plural = "parties", shape = "list", clause = "4.2",
  title = { ja = "利害関係者", en = "Interested party" }, title_field = "name",
  files = { "context/parties.yaml", "context/parties.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "利害関係者", en = "Interested party" } },
    { "requirement", "text", required = true, title = { ja = "要求事項", en = "Requirement" } },
    { "risk", "text", title = { ja = "リスク", en = "Risk" } },
    { "opportunity", "text", title = { ja = "機会", en = "Opportunity" } },
    { "addressed", "boolean", required = true, title = { ja = "ISMSで取り組む", en = "Addressed by the ISMS" } },
    { "how", "text", title = { ja = "取組み", en = "How" } },
    { "climate", "boolean", title = { ja = "気候変動に関する要求", en = "Concerns climate change" } },
    { "changed", "date", title = { ja = "最終変更日", en = "Last changed" } },
  },
}
