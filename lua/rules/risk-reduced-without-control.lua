rule "risk-reduced-without-control" {
  severity = "error", clause = "6.1.3",
  text = { ja = "低減するとしたリスク {id} に、管理策がありません", en = "risk {id} is to be reduced, but by no control" },
  each = "risk",
  check = function(risk) return risk.option ~= "reduce" or present(risk.controls) end,
  at = "option",
  why = { ja = "低減は管理策によって行う。管理策がなければ、適用宣言書とのつながりも示せない。",
          en = "Reduction is done by controls; without them nothing links the risk to the Statement of Applicability." },
  fix = { ja = "controls に、このリスクを下げる管理策の番号を書いてください", en = "list the controls that lower it in controls" },
}
