rule "decision-overdue" {
  severity = "warning", clause = "9.3",
  text = { ja = "レビューの決定 {id} は期限 {due} を過ぎています", en = "decision {id} was due on {due}" },
  each = "decision",
  check = function(decision, report, isms)
    return decision.status == "done" or not decision.due or decision.due >= isms.date
  end,
  at = "due",
  why = { ja = "経営の決定が遅れたままになっていれば、レビューは機能していない。", en = "If decisions of top management stay overdue, the review does not work." },
  fix = { ja = "status を改めるか、議長の承認を得て due を改めてください", en = "update status, or agree a new due date with the chair" },
}
