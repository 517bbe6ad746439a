return {
  name = "activity", plural = "activities", shape = "list", clause = "8.1",
  title = { ja = "年間計画の活動", en = "Activity" }, title_field = "activity",
  files = { "calendar.yaml", "calendar.csv", "calendar/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "clause", "ref", to = { "clause" }, title = { ja = "箇条", en = "Clause" } },
    { "activity", "text", required = true, title = { ja = "実施事項", en = "Activity" } },
    { "document", "text", title = { ja = "文書名", en = "Document" } },
    { "frequency", "enum", title = { ja = "頻度", en = "Frequency" }, values = {
      { "monthly", ja = "毎月", en = "Monthly" }, { "quarterly", ja = "四半期", en = "Quarterly" },
      { "half-yearly", ja = "半期", en = "Half-yearly" }, { "yearly", ja = "年1回", en = "Yearly" },
      { "on-event", ja = "随時", en = "On event" } } },
    { "planned", "list", of = { "date" }, title = { ja = "予定日", en = "Planned" } },
    { "done", "list", of = { "date" }, title = { ja = "実施日", en = "Done" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "担当", en = "Owner" } },
  },
}
