return {
  name = "governance", plural = "governances", shape = "list", clause = "5.1",
  title = { ja = "ガバナンス評価", en = "Governance evaluation" }, title_field = "aspect",
  files = { "governance.yaml", "governance.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "aspect", "text", required = true, title = { ja = "評価の観点", en = "Aspect" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "indicator", "text", title = { ja = "指標", en = "Indicator" } },
    { "target", "number", title = { ja = "目標", en = "Target" } },
    { "value", "number", title = { ja = "実績", en = "Value" } },
    { "unit", "text", title = { ja = "単位", en = "Unit" } },
    { "date", "date", required = true, title = { ja = "評価日", en = "Date" } },
    { "comment", "text", title = { ja = "所見", en = "Comment" } },
    { "evaluated_by", "ref", to = { "person" }, title = { ja = "評価者", en = "Evaluated by" } },
  },
}
