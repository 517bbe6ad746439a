return {
  name = "communication", plural = "communications", shape = "list", clause = "7.4",
  title = { ja = "コミュニケーション", en = "Communication" }, title_field = "what",
  files = { "communication.yaml", "communication.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "side", "enum", title = { ja = "区分", en = "Side" }, values = {
      { "internal", ja = "内部", en = "Internal" }, { "external", ja = "外部", en = "External" } } },
    { "what", "text", required = true, title = { ja = "内容", en = "What" } },
    { "timing", "text", required = true, title = { ja = "時期", en = "When" } },
    { "audience", "text", required = true, title = { ja = "対象者", en = "With whom" } },
    { "sender", "ref", to = { "role", "person" }, title = { ja = "実施者", en = "By whom" } },
    { "means", "text", required = true, title = { ja = "方法", en = "How" } },
  },
}
