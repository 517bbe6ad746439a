return {
  name = "metric", plural = "metrics", shape = "list", clause = "9.1",
  title = { ja = "監視・測定の指標", en = "Metric" }, title_field = "name",
  files = { "metrics.yaml", "metrics/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "測定対象", en = "What is measured" } },
    { "how", "text", title = { ja = "測定方法", en = "How" } },
    { "frequency", "text", title = { ja = "時期", en = "When" } },
    { "measured_by", "ref", to = { "person" }, title = { ja = "測定者", en = "Measured by" } },
    { "analysed_by", "ref", to = { "person" }, title = { ja = "分析・評価者", en = "Analysed by" } },
    { "unit", "text", title = { ja = "単位", en = "Unit" } },
    { "target", "number", title = { ja = "目標値", en = "Target" } },
    { "direction", "enum", title = { ja = "目標の向き", en = "Direction" }, values = {
      { "at-least", ja = "以上", en = "At least" }, { "at-most", ja = "以下", en = "At most" } } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
    { "series", "list", title = { ja = "測定値", en = "Series" }, of = { "map", fields = {
      { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
      { "value", "number", required = true, title = { ja = "値", en = "Value" } },
      { "comment", "text", title = { ja = "備考", en = "Comment" } },
    } } },
  },
}
