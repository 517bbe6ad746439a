rule "risk-without-assessment" {
  severity = "error", clause = "6.1.2",
  text = { ja = "リスク {id} の一次評価を計算できません（評価値が不足しています）",
           en = "the first assessment of risk {id} cannot be computed: values are missing" },
  each = "risk",
  check = function(risk) return risk.figures ~= nil and (risk.figures.first ~= nil or risk.figures.wrong == true) end,
  at = "first",
  why = { ja = "評価されていないリスクは、優先順位も受容の可否も決められない。",
          en = "A risk without a level can be neither prioritised nor accepted." },
  fix = { ja = "first に評価値を、assets に資産（事象ベースなら C・I・A の値）を書いてください",
          en = "give the values in first, and assets (or, event-based, the C, I, A of the risk)" },
}
