rule "risk-without-owner" {
  severity = "error", clause = "6.1.2",
  text = { ja = "リスク {id} にリスク所有者がいません", en = "risk {id} has no risk owner" },
  each = "risk",
  check = function(risk) return risk.owner ~= nil end,
  at = "owner",
  why = { ja = "対応計画と残留リスクを承認できるのはリスク所有者だけであり、いなければ承認も受容も成り立たない。",
          en = "Only the risk owner can approve treatment and accept what remains; without one, neither is valid." },
  fix = { ja = "owner に、このリスクに責任を負う人の番号を書いてください", en = "name the accountable person in owner" },
}
