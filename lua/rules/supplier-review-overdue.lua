rule "supplier-review-overdue" {
  severity = "warning", clause = "5.22",
  text = { ja = "供給者 {id}（{name}）の審査は期日 {next_review} を{late}日過ぎています", en = "the review of supplier {id} ({name}) was due on {next_review}, {late} days ago" },
  each = "supplier",
  check = function(supplier, report, isms)
    if supplier.next_review and supplier.next_review < isms.date then report { late = days(supplier.next_review, isms.date) } end
  end,
  at = "next_review",
  why = { ja = "供給者の対策の変化を、定めた間隔で確かめることが求められる。", en = "Changes at suppliers are expected to be looked at regularly." },
  fix = { ja = "審査を行って last_review と next_review を改めてください", en = "hold the review, then set last_review and next_review" },
}
