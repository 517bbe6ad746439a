rule "control-open-without-task" {
  severity = "error", clause = "6.1.3",
  text = { ja = "管理策 {id} は「{word}」ですが、リスク対応計画に実施事項がありません",
           en = "control {id} is “{word}”, but no task of the treatment plan completes it" },
  each = "control",
  check = function(control, report)
    local open = control.applicable and (control.status == "partly" or control.status == "not")
    if open and #control:refs("task") == 0 then report { word = control:label("status") } end
  end,
  at = "status",
  why = { ja = "実施していない管理策には、誰がいつまでに実施するかの計画が要る。", en = "A control that is not in place needs a plan: who, and by when." },
  fix = { ja = "treatment/ に controls: [\"{id}\"] の実施事項を加えてください", en = "add a task with controls: [\"{id}\"] under treatment/" },
}
