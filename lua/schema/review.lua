local input = function(id, ja, en) return { id, "text", title = { ja = ja, en = en } } end
return {
  name = "review", plural = "reviews", shape = "file", clause = "9.3",
  title = { ja = "マネジメントレビュー", en = "Management review" }, title_field = "name",
  files = { "reviews/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "名称", en = "Name" } },
    { "type", "enum", title = { ja = "種別", en = "Kind" }, values = {
      { "annual", ja = "年次", en = "Annual" }, { "half-year", ja = "半期", en = "Half-year" },
      { "quarterly", ja = "四半期の委員会", en = "Quarterly committee" }, { "monthly", ja = "月次報告", en = "Monthly report" },
      { "ad-hoc", ja = "臨時", en = "Ad hoc" } } },
    { "date", "date", required = true, title = { ja = "開催日", en = "Date" } },
    { "period_start", "date", title = { ja = "対象期間の開始", en = "Period from" } },
    { "place", "text", title = { ja = "場所", en = "Place" } },
    { "chair", "ref", to = { "person" }, required = true, title = { ja = "議長", en = "Chair" } },
    { "secretary", "ref", to = { "person" }, title = { ja = "記録", en = "Minutes by" } },
    { "attendees", "list", of = { "ref", to = { "person" } }, required = true, title = { ja = "出席者", en = "Attendees" } },
    { "inputs", "map", title = { ja = "インプット", en = "Inputs" }, fields = {
      input("a", "前回までのレビューで決めた処置の状況", "Status of actions from earlier reviews"),
      input("b", "外部・内部の課題の変化", "Changes in external and internal issues"),
      input("c", "利害関係者のニーズ・期待の変化", "Changes in needs and expectations of interested parties"),
      input("d", "情報セキュリティパフォーマンスの報告", "Feedback on information security performance"),
      input("e", "利害関係者からのフィードバック", "Feedback from interested parties"),
      input("f", "リスクアセスメントの結果とリスク対応計画の状況", "Risk assessment and treatment plan"),
      input("g", "継続的改善の機会", "Opportunities for continual improvement"),
    } },
    { "decisions", "records", of = "decision", title = { ja = "決定事項", en = "Decisions" } },
    { "follow_up", "list", title = { ja = "前回決定事項の状況", en = "Follow-up of earlier decisions" }, of = { "map", fields = {
      { "decision", "ref", to = { "decision" }, required = true, title = { ja = "決定", en = "Decision" } },
      { "state", "text", required = true, title = { ja = "状況", en = "State" } },
    } } },
    { "conclusion", "text", title = { ja = "総括", en = "Conclusion" } },
  },
}
