rule "evidence-in-future" {
  severity = "error", clause = "7.5",
  text = { ja = "証拠 {id} の日付 {date} が基準日より後です", en = "evidence {id} is dated {date}, which is in the future" },
  each = "evidence",
  check = function(evidence, report, isms) return not evidence.date or evidence.date <= isms.date end,
  at = "date",
  why = { ja = "まだ来ていない日の記録は、記録として扱えない。", en = "A record of a day that has not come is no record." },
  fix = { ja = "日付を実際に採取した日に改めてください", en = "give the day on which it was collected" },
}
