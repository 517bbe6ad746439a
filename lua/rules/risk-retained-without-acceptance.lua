rule "risk-retained-without-acceptance" {
  severity = "error", clause = "6.1.3",
  text = { ja = "保有するとしたリスク {id} を、誰も受容していません", en = "risk {id} is retained, but nobody accepted it" },
  each = "risk",
  check = function(risk) return risk.option ~= "retain" or risk.acceptance ~= nil end,
  at = "option",
  why = { ja = "保有は「何もしない」ことではなく、リスク所有者が受け入れる判断である。",
          en = "To retain a risk is a decision of its owner, not an omission." },
  fix = { ja = "acceptance に受容者・日付・期限・理由を書いてください", en = "record by, date, until and reason in acceptance" },
}
