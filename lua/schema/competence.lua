return {
  name = "competence", plural = "competences", shape = "list", clause = "7.2",
  title = { ja = "力量", en = "Competence" }, title_field = "id",
  files = { "competence.yaml", "training/competence.yaml", "training/competence/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "role", "ref", to = { "role" }, required = true, title = { ja = "役割", en = "Role" } },
    { "person", "ref", to = { "person" }, required = true, title = { ja = "氏名", en = "Person" } },
    { "assessor", "ref", to = { "person" }, title = { ja = "評価者", en = "Assessed by" } },
    { "date", "date", required = true, title = { ja = "評価日", en = "Assessed" } },
    { "basis", "text", title = { ja = "根拠の記録", en = "Basis" } },
    { "requirements", "list", required = true, title = { ja = "必要条件", en = "Requirements" }, of = { "map", fields = {
      { "requirement", "text", required = true, title = { ja = "必要条件", en = "Requirement" } },
      { "expected", "integer", min = 1, max = 5, title = { ja = "求める段階", en = "Expected" } },
      { "score", "integer", min = 1, max = 5, required = true, title = { ja = "評価", en = "Score" } },
      { "improvement_due", "date", title = { ja = "改善予定日", en = "Improvement due" } },
      { "improvement", "text", title = { ja = "改善内容", en = "Improvement" } },
      { "score_after", "integer", min = 1, max = 5, title = { ja = "改善後評価", en = "Score after" } },
      { "confirmed", "date", title = { ja = "改善確認日", en = "Confirmed" } },
    } } },
  },
}
