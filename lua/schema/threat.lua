return {
  name = "threat", plural = "threats", shape = "list", clause = "6.1.2",
  title = { ja = "脅威", en = "Threat" }, title_field = "name",
  files = { "catalog/threats.yaml", "catalog/threats.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "脅威", en = "Threat" } },
    { "type", "text", title = { ja = "種類", en = "Type" } },
    { "cause", "list", of = { "enum", values = {
      { "A", ja = "偶発的", en = "Accidental" }, { "D", ja = "意図的", en = "Deliberate" },
      { "E", ja = "環境的", en = "Environmental" } } }, title = { ja = "原因", en = "Cause" } },
    { "risks", "list", of = { "ref", to = { "risk" } }, title = { ja = "リスク", en = "Risks" } },
  },
}
