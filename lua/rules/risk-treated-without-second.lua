rule "risk-treated-without-second" {
  severity = "error", clause = "8.3",
  text = { ja = "対応済みのリスク {id} に二次評価がありません", en = "risk {id} is treated, but not assessed again" },
  each = "risk",
  check = function(risk)
    return risk.status ~= "done" or risk.option == "retain" or (risk.figures and risk.figures.second) ~= nil
  end,
  at = "status",
  why = { ja = "対応した結果どこまで下がったかが分からなければ、残留リスクの受容は判断できない。",
          en = "Without the level after treatment nobody can accept what remains." },
  fix = { ja = "second に対応後の評価値を書いてください", en = "give the values after treatment in second" },
}
