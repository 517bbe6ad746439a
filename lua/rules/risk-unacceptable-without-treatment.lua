rule "risk-unacceptable-without-treatment" {
  severity = "error", clause = "6.1.3",
  text = { ja = "受容できないリスク {id}（レベル {level}）に、リスク対応の選択肢が選ばれていません",
           en = "risk {id} (level {level}) is not acceptable, but no treatment option is chosen" },
  each = "risk",
  check = function(risk, report, isms)
    local first = risk.figures and risk.figures.first
    if first and not isms.method.acceptable(first, isms.method.criteria) and not risk.option then
      report { level = first.level }
    end
  end,
  at = "option",
  why = { ja = "受容基準を超えたリスクをそのままにした状態は、基準が使われていないことを意味する。",
          en = "Leaving a risk above the criteria as it is means that the criteria are not used." },
  fix = { ja = "option に reduce・avoid・share・retain のいずれかを選び、対応を書いてください",
          en = "choose option: reduce, avoid, share or retain, and describe the treatment" },
}
