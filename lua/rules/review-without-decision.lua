rule "review-without-decision" {
  severity = "warning", clause = "9.3",
  text = { ja = "マネジメントレビュー {id} に決定事項が一つもありません", en = "management review {id} decided nothing at all" },
  each = "review",
  check = function(review)
    if review.type and review.type ~= "annual" and review.type ~= "half-year" then return true end
    return present(review.decisions)
  end,
  at = "decisions",
  why = { ja = "何も決めないレビューが続く ISMS は、形だけのものと見られる。", en = "An ISMS whose reviews decide nothing exists on paper alone." },
  fix = { ja = "decisions に、改善・変更・資源についての決定を書いてください", en = "record the decisions on improvement, change and resources" },
}
