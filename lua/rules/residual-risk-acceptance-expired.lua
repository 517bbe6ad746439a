rule "residual-risk-acceptance-expired" {
  severity = "error", clause = "8.2",
  text = { ja = "リスク {id} の受容は {until_date} に期限が切れています", en = "the acceptance of risk {id} expired on {until_date}" },
  each = "risk",
  check = function(risk, report, isms)
    local limit = risk.acceptance and risk.acceptance["until"]
    if limit and limit < isms.date then report { until_date = limit } end
  end,
  at = { "acceptance", "until" },
  why = { ja = "受容は期限までの判断である。期限が過ぎたリスクは、誰も引き受けていないリスクに戻る。",
          en = "An acceptance holds until its date; after it the risk is nobody's again." },
  fix = { ja = "リスクを評価し直し、改めて受容するか対応を計画してください", en = "assess the risk again, then accept it anew or plan treatment" },
}
