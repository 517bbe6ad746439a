rule "residual-risk-accepted-by-other" {
  severity = "error", clause = "6.1.3",
  text = { ja = "リスク {id} を受容した {person} は、リスク所有者（{owner_name}）ではありません",
           en = "risk {id} was accepted by {person}, who is not its owner ({owner_name})" },
  each = "risk",
  check = function(risk, report)
    local acceptance = risk.acceptance
    if acceptance and acceptance.by and risk.owner and acceptance.by ~= risk.owner then
      report { person = acceptance.by.name, owner_name = risk.owner.name }
    end
  end,
  at = { "acceptance", "by" },
  why = { ja = "残留リスクを受容できるのは、そのリスクのリスク所有者だけである。", en = "Residual risk is accepted by the risk owner, nobody else." },
  fix = { ja = "acceptance.by をリスク所有者にするか、owner を実際の責任者に改めてください",
          en = "let the owner accept it, or name the accountable person as owner" },
}
