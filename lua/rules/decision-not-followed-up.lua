rule "decision-not-followed-up" {
  severity = "error", clause = "9.3",
  text = { ja = "前回の決定 {number} が、次のレビュー {id} で取り上げられていません",
           en = "review {id} does not follow up decision {number} of the review before" },
  check = function(isms, report)
    local reviews = isms.reviews
      :where(function(review) return review.date ~= nil and (review.type == nil or review.type == "annual" or review.type == "half-year") end)
      :sort(function(a, b) return a.date < b.date end)
    for index = 2, #reviews do
      local review, seen = reviews[index], {}
      for _, entry in ipairs(review.follow_up or {}) do
        if entry.decision then seen[entry.decision.id] = true end
      end
      for _, decision in ipairs(reviews[index - 1].decisions or {}) do
        if not seen[decision.id] then
          report { record = review, at = "follow_up", id = review.id, number = decision.id, related = decision }
        end
      end
    end
  end,
  why = { ja = "前回の処置の状況は、レビューの最初のインプットである。", en = "The state of earlier actions is the first input of a review." },
  fix = { ja = "follow_up に decision: {number} とその状況を書いてください", en = "add decision: {number} with its state to follow_up" },
}
