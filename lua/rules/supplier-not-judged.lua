rule "supplier-not-judged" {
  severity = "warning", clause = "5.19",
  text = { ja = "供給者 {id}（{name}）の審査の判定がありません", en = "supplier {id} ({name}) has not been judged" },
  each = "supplier",
  check = function(supplier) return supplier.judgement ~= nil and #(supplier.answers or {}) > 0 end,
  at = "judgement",
  why = { ja = "情報を扱わせる前に、供給者を評価していることが求められる。", en = "Suppliers are expected to be evaluated before they handle information." },
  fix = { ja = "answers に審査項目と判定を、judgement に総合判定を書いてください", en = "write the questions in answers and the verdict in judgement" },
}
