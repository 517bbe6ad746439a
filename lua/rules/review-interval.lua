rule "review-interval" {
  severity = "warning", clause = "9.3",
  text = { ja = "マネジメントレビューの間隔が{limit}か月を超えています（{from} の次は {to}）",
           en = "more than {limit} months lie between management reviews ({from}, then {to})" },
  check = function(isms, report)
    local limit = setting("review-interval-months")
    local reviews = isms.reviews
      :where(function(review) return review.date ~= nil and (review.type == nil or review.type == "annual" or review.type == "half-year") end)
      :sort(function(a, b) return a.date < b.date end)
    for index, review in ipairs(reviews) do
      local following = reviews[index + 1]
      local latest = following and following.date or isms.date
      if add_months(review.date, limit) < latest then
        report { record = following or review, at = "date", limit = limit, from = review.date,
                 to = following and following.date or { ja = "まだ行われていない", en = "none yet" } }
      end
    end
  end,
  why = { ja = "あらかじめ定めた間隔でレビューしていることが求められる。", en = "Reviews are expected at planned intervals." },
  fix = { ja = "レビューを行って reviews/ に記録するか、設定 review-interval-months を自社の定めに合わせてください",
          en = "hold the review and record it under reviews/, or set review-interval-months to your own rule" },
}
