-- Minimum, likely and maximum of an estimate.
local estimate = function()
  return {
    { "min", "number", required = true, title = { ja = "最小", en = "Minimum" } },
    { "likely", "number", required = true, title = { ja = "最頻", en = "Likely" } },
    { "max", "number", required = true, title = { ja = "最大", en = "Maximum" } },
  }
end
-- Values of an assessment; each method takes its own (docs/risk-methods.md).
local levels = function(what)
  return {
    { "threat", "integer", min = 1, max = 3, title = { ja = "脅威の起こりやすさ", en = "Threat" } },
    { "vulnerability", "integer", min = 1, max = 3, title = { ja = "脆弱性のつけ込みやすさ", en = "Vulnerability" } },
    { "likelihood", "integer", min = 1, title = { ja = "起こりやすさ", en = "Likelihood" } },
    { "impact", "integer", min = 1, title = { ja = "影響度", en = "Impact" } },
    { "frequency", "map", title = { ja = "年間の発生回数", en = "Events a year" }, fields = estimate() },
    { "loss", "map", title = { ja = "1回当たりの損失", en = "Loss an event" }, fields = estimate() },
    { "date", "date", title = { ja = "評価日", en = "Assessed" } },
    { "note", "text", title = { ja = what.ja, en = what.en } },
  }
end
return {
  name = "risk", plural = "risks", shape = "list", clause = "6.1.2",
  title = { ja = "リスク", en = "Risk" }, title_field = "event",
  files = { "risks.yaml", "risks.csv", "risks/**.yaml", "risks/**.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "approach", "enum", title = { ja = "特定の方法", en = "Approach" }, values = {
      { "asset", ja = "資産ベース", en = "Asset-based" }, { "event", ja = "事象ベース", en = "Event-based" } } },
    { "assets", "list", of = { "ref", to = { "asset" } }, title = { ja = "関連する資産", en = "Assets" } },
    { "source", "text", required = true, title = { ja = "リスク源", en = "Risk source" } },
    { "area", "text", title = { ja = "影響領域", en = "Area of impact" } },
    { "event", "text", required = true, title = { ja = "事象", en = "Event" } },
    { "cause", "text", title = { ja = "原因", en = "Cause" } },
    { "consequence", "text", required = true, title = { ja = "起こり得る結果", en = "Consequence" } },
    { "lost", "list", of = { "enum", values = {
      { "confidentiality", ja = "機密性", en = "Confidentiality" }, { "integrity", ja = "完全性", en = "Integrity" },
      { "availability", ja = "可用性", en = "Availability" } } }, title = { ja = "喪失する特性", en = "Lost property" } },
    { "owner", "ref", to = { "person" }, title = { ja = "リスク所有者", en = "Risk owner" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "confidentiality", "integer", min = 1, max = 3, title = { ja = "機密性", en = "Confidentiality" } },
    { "integrity", "integer", min = 1, max = 3, title = { ja = "完全性", en = "Integrity" } },
    { "availability", "integer", min = 1, max = 3, title = { ja = "可用性", en = "Availability" } },
    { "first", "map", required = true, title = { ja = "一次評価", en = "First assessment" },
      fields = levels { ja = "現状の対策", en = "Present measures" } },
    { "option", "enum", title = { ja = "リスク対応の選択肢", en = "Treatment option" }, values = {
      { "retain", ja = "保有", en = "Retain" }, { "reduce", ja = "低減", en = "Reduce" },
      { "avoid", ja = "回避", en = "Avoid" }, { "share", ja = "移転", en = "Share" } } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
    { "treatment", "text", title = { ja = "対応の内容", en = "Treatment" } },
    { "status", "enum", title = { ja = "状況", en = "Status" }, values = {
      { "done", ja = "済み", en = "Done", tone = "good" }, { "planned", ja = "予定", en = "Planned", tone = "medium" },
      { "undecided", ja = "未定", en = "Undecided", tone = "high" } } },
    { "second", "map", title = { ja = "二次評価", en = "Second assessment" },
      fields = levels { ja = "対応後の状態", en = "State after treatment" } },
    { "acceptance", "map", title = { ja = "残留リスクの受容", en = "Acceptance" }, fields = {
      { "by", "ref", to = { "person" }, required = true, title = { ja = "受容者", en = "Accepted by" } },
      { "date", "date", required = true, title = { ja = "受容日", en = "Accepted on" } },
      { "until", "date", title = { ja = "有効期限", en = "Until" } },
      { "reason", "text", title = { ja = "理由", en = "Reason" } },
    } },
  },
}
