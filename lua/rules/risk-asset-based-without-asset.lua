rule "risk-asset-based-without-asset" {
  severity = "error", clause = "6.1.2",
  text = { ja = "資産ベースのリスク {id} に資産がありません", en = "asset-based risk {id} names no asset" },
  each = "risk",
  check = function(risk) return risk.approach ~= "asset" or present(risk.assets) end,
  at = "approach",
  why = { ja = "資産から特定したリスクは、どの資産から来たのかを目録までたどれなければならない。",
          en = "A risk found from assets must lead back to the inventory." },
  fix = { ja = "assets に資産の番号を書くか、approach を event にして C・I・A の値を書いてください",
          en = "name the assets, or set approach: event and give C, I, A" },
}
