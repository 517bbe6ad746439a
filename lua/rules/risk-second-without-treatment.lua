rule "risk-second-without-treatment" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "リスク {id} は二次評価で下がっていますが、対応の状況が「{word}」です",
           en = "risk {id} is assessed lower after treatment, but the treatment is “{word}”" },
  each = "risk",
  check = function(risk, report)
    local figures = risk.figures
    if figures and figures.first and figures.second and figures.second.level < figures.first.level
       and risk.status == "undecided" then
      report { word = risk:label("status") }
    end
  end,
  at = "status",
  why = { ja = "対応を決めていないのに下がった評価は、願望であって評価ではない。", en = "A level that falls without treatment is a wish, not an assessment." },
  fix = { ja = "対応を決めて status を改めるか、二次評価を一次評価と同じ値に戻してください",
          en = "decide on the treatment and update status, or set the second assessment back" },
}
