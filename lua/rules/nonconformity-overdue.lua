rule "nonconformity-overdue" {
  severity = "warning", clause = "10.2",
  text = { ja = "不適合 {id} の完了予定日 {planned} が過ぎています", en = "corrective action {id} was due on {planned}" },
  each = "nonconformity",
  check = function(nonconformity, report, isms)
    return nonconformity.completed ~= nil or not nonconformity.planned or nonconformity.planned >= isms.date
  end,
  at = "planned",
  why = { ja = "期日を過ぎた是正処置は、追跡されていないことを示す。", en = "An overdue corrective action shows that nobody follows it." },
  fix = { ja = "completed に完了日を書くか、承認を得て planned を改めてください", en = "record completed, or agree a new date" },
}
