rule "risk-second-higher" {
  severity = "error", clause = "6.1.3",
  text = { ja = "リスク {id} の二次評価（{after}）が一次評価（{before}）より高くなっています",
           en = "the second assessment of risk {id} ({after}) is higher than the first ({before})" },
  each = "risk",
  check = function(risk, report)
    local figures = risk.figures
    if figures and figures.first and figures.second and figures.second.level > figures.first.level then
      report { before = figures.first.level, after = figures.second.level }
    end
  end,
  at = "second",
  why = { ja = "対応してリスクが上がることはない。評価のどちらかが誤っているか、別のリスクが生じている。",
          en = "Treatment does not raise a risk: one of the assessments is wrong, or there is another risk." },
  fix = { ja = "first と second の評価値を見直してください", en = "check the values of first and second" },
}
