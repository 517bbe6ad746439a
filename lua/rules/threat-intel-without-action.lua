rule "threat-intel-without-action" {
  severity = "warning", clause = "5.7",
  text = { ja = "関連性「{relevance}」の脅威情報 {id} に対応がありません", en = "threat {id} of {relevance} relevance has no action" },
  each = "threat-intel",
  check = function(threat) return threat.relevance == "low" or present(threat.action) end,
  at = "action",
  why = { ja = "脅威の情報は、集めるだけでなく、対応を決めるために使うものである。", en = "Threats are collected to decide what to do, not for the archive." },
  fix = { ja = "action に、取った対応又は対応しない理由を書いてください", en = "write in action what was done, or why nothing is" },
}
