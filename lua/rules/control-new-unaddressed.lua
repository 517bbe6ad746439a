rule "control-new-unaddressed" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "2022年版で加わった管理策 {id} が、未実施のまま計画もありません",
           en = "control {id}, new in 2022, is neither implemented nor planned" },
  each = "control",
  check = function(control)
    return not (control.new_in_2022 and control.applicable and control.status == "not") or #control:refs("task") > 0
  end,
  at = "status",
  why = { ja = "2022年版への移行では、新たな11の管理策への対応が最初に確かめられる。", en = "The eleven new controls are what a transition audit looks at first." },
  fix = { ja = "treatment/ に、この管理策を実施する計画を加えてください", en = "add a task for it under treatment/" },
}
