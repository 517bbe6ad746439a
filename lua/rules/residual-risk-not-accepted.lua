rule "residual-risk-not-accepted" {
  severity = "error", clause = "6.1.3",
  text = { ja = "リスク {id} の残留リスク（レベル {level}）は基準を超えていますが、受容されていません",
           en = "the residual risk of {id} (level {level}) exceeds the criteria and is not accepted by anybody" },
  each = "risk",
  check = function(risk, report)
    local figures = risk.figures
    local last = figures and (figures.second or figures.first)
    if last and not figures.acceptable and not risk.acceptance and risk.status ~= "planned" then
      report { level = last.level }
    end
  end,
  at = "acceptance",
  why = { ja = "基準を超えて残すリスクは、リスク所有者が名前と日付で引き受けて初めて管理された状態になる。",
          en = "A risk left above the criteria is under control only when its owner takes it on by name and date." },
  fix = { ja = "acceptance に受容者・日付・期限・理由を書くか、追加の対応を計画してください",
          en = "record by, date, until and reason in acceptance, or plan further treatment" },
}
