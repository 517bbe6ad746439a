rule "control-included-without-reason" {
  severity = "error", clause = "6.1.3",
  text = { ja = "管理策 {id} を採用していますが、理由がありません", en = "control {id} is included without a reason" },
  each = "control",
  check = function(control) return not control.applicable or present(control.reason) end,
  at = "reason",
  why = { ja = "採用の理由は、リスク・法令・契約・事業のどれから必要になったのかを示す。", en = "The reason says which risk, law, contract or business need asks for it." },
  fix = { ja = "reason に、自社がこの管理策を採用する理由を書いてください", en = "say in reason why this organization needs it" },
}
