rule "document-review-overdue" {
  severity = "warning", clause = "7.5",
  text = { ja = "文書 {id}「{title}」の見直し期日 {next_review} が過ぎています",
           en = "the review of document {id} ({title}) was due on {next_review}" },
  each = "document",
  check = function(document, report, isms)
    return not document.next_review or document.next_review >= isms.date
  end,
  at = "next_review",
  why = { ja = "定めた見直しを行わない文書は、実態から離れていく。", en = "A document that misses its review drifts away from what is done." },
  fix = { ja = "文書を見直し、next_review を次の期日に改めてください", en = "review the document and set the next date in next_review" },
}
