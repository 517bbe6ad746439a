rule "objective-without-measure" {
  severity = "warning", clause = "6.2",
  text = { ja = "目的 {id} に{missing}がなく、達成したかどうかを判断できません", en = "objective {id} has no {missing}: nobody can tell whether it is achieved" },
  each = "objective",
  check = function(objective, report)
    if not present(objective.indicator) then report { at = "indicator", missing = { ja = "評価指標", en = "indicator" } } end
    if objective.target == nil then report { at = "target", missing = { ja = "目標値", en = "target" } } end
  end,
  why = { ja = "情報セキュリティ目的は、実行可能な限り測定できることが求められる。", en = "Objectives are expected to be measurable wherever that is practicable." },
  fix = { ja = "indicator（何を測るか）と target（目標値）、direction（以上・以下）を書いてください", en = "write indicator (what is measured), target and direction" },
}
