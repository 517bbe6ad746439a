return {
  name = "continuity", plural = "continuities", shape = "list", clause = "5.29",
  title = { ja = "事業継続", en = "Continuity" }, title_field = "process",
  files = { "continuity.yaml", "continuity/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "scenario", "text", required = true, title = { ja = "想定する事態", en = "Scenario" } },
    { "process", "text", required = true, title = { ja = "業務", en = "Business process" } },
    { "assets", "list", of = { "ref", to = { "asset" } }, title = { ja = "情報資産", en = "Assets" } },
    { "rto", "string", title = { ja = "目標復旧時間", en = "RTO" } },
    { "rpo", "string", title = { ja = "目標復旧時点", en = "RPO" } },
    { "plan", "text", title = { ja = "継続の方法", en = "Plan" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "責任者", en = "Owner" } },
    { "tests", "list", title = { ja = "試験", en = "Tests" }, of = { "map", fields = {
      { "type", "enum", required = true, title = { ja = "種類", en = "Kind" }, values = {
        { "desk", ja = "机上", en = "Desk" }, { "simulated", ja = "模擬", en = "Simulated" },
        { "technical", ja = "技術的復旧", en = "Technical recovery" }, { "alternate-site", ja = "代替拠点", en = "Alternate site" },
        { "supplier", ja = "供給者", en = "Supplier" } } },
      { "planned", "date", title = { ja = "予定日", en = "Planned" } },
      { "date", "date", title = { ja = "実施日", en = "Held" } },
      { "result", "text", title = { ja = "結果", en = "Result" } },
      { "passed", "boolean", title = { ja = "目標達成", en = "Target met" } },
    } } },
  },
}
