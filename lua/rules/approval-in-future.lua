rule "approval-in-future" {
  severity = "error", clause = "7.5",
  text = { ja = "承認 {id} の日付 {date} が基準日より後です", en = "approval {id} is dated {date}, which is in the future" },
  each = "approval",
  check = function(approval, report, isms) return not approval.date or approval.date <= isms.date end,
  at = "date",
  why = { ja = "まだ来ていない日の承認は、記録ではない。", en = "What has not happened yet cannot be on record." },
  fix = { ja = "日付を実際の承認日に改めてください", en = "give the day on which it was approved" },
}
