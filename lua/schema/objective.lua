return {
  name = "objective", plural = "objectives", shape = "list", clause = "6.2",
  title = { ja = "情報セキュリティ目的", en = "Information security objective" }, title_field = "objective",
  files = { "objectives.yaml", "objectives/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "objective", "text", required = true, title = { ja = "情報セキュリティ目的", en = "Objective" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "year", "string", title = { ja = "年度", en = "Year" } },
    { "indicator", "text", title = { ja = "評価指標", en = "Indicator" } },
    { "unit", "text", title = { ja = "単位", en = "Unit" } },
    { "target", "number", title = { ja = "目標値", en = "Target" } },
    { "direction", "enum", title = { ja = "目標の向き", en = "Direction" }, values = {
      { "at-least", ja = "以上", en = "At least" }, { "at-most", ja = "以下", en = "At most" } } },
    { "action", "text", title = { ja = "実施事項", en = "Action" } },
    { "resources", "text", title = { ja = "必要な資源", en = "Resources" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "責任者", en = "Owner" } },
    { "due", "date", required = true, title = { ja = "達成期限", en = "Due" } },
    { "method", "text", title = { ja = "評価方法", en = "Method" } },
    { "metric", "ref", to = { "metric" }, title = { ja = "指標", en = "Metric" } },
    { "results", "list", title = { ja = "評価", en = "Results" }, of = { "map", fields = {
      { "date", "date", required = true, title = { ja = "評価日", en = "Date" } },
      { "value", "number", title = { ja = "実績値", en = "Value" } },
      { "achieved", "boolean", title = { ja = "有効", en = "Achieved" } },
      { "comment", "text", title = { ja = "備考", en = "Comment" } },
    } } },
  },
}
