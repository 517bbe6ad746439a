rule "training-overdue" {
  severity = "warning", clause = "7.2",
  text = { ja = "教育 {id} は予定の期間を過ぎていますが、実施の記録がありません", en = "training {id} is past its planned period and not recorded as held" },
  each = "training",
  check = function(training, report, isms)
    local due = training.planned_end or training.planned_start
    return training.held_start ~= nil or training.held_end ~= nil or due == nil or due >= isms.date
  end,
  at = "planned_end",
  why = { ja = "計画した教育を行わなければ、力量と認識の証拠が欠ける。", en = "Training that was planned and not held leaves a gap in the evidence of competence and awareness." },
  fix = { ja = "実施したら held_start と held_end を、延ばすなら planned_start と planned_end を改めてください", en = "record held_start and held_end, or plan new dates" },
}
