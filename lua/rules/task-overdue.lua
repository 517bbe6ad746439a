rule "task-overdue" {
  severity = "warning", clause = "8.3",
  text = { ja = "実施事項 {id} は期日 {planned_end} を{late}日過ぎていますが、終わっていません",
           en = "task {id} was due on {planned_end}, {late} days ago, and is not done" },
  each = "task",
  check = function(task, report, isms)
    if task.status ~= "done" and task.planned_end and task.planned_end < isms.date then
      report { late = days(task.planned_end, isms.date) }
    end
  end,
  at = "planned_end",
  why = { ja = "遅れそのものより、遅れを誰も見直していないことが問題になる。", en = "Not the delay is the trouble, but a delay that nobody looked at." },
  fix = { ja = "終わっていれば status と actual_end を、遅れるならリスク所有者の承認を得て planned_end を改めてください",
          en = "record status and actual_end when done; else agree a new planned_end with the risk owner" },
}
