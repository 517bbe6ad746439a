rule "training-below-pass-mark" {
  severity = "warning", clause = "7.2",
  text = { ja = "教育 {id} で {person} の得点は{score}点で、合格点{mark}点に達していません", en = "training {id}: {person} scored {score}, below the pass mark of {mark}" },
  each = "training",
  check = function(training, report)
    local mark = training.quiz and training.quiz.pass_mark
    for index, participant in ipairs(mark and training.participants or {}) do
      if participant.score and participant.score < mark then
        report { at = { "participants", index, "score" }, person = participant.person and participant.person.name or "", score = participant.score, mark = mark }
      end
    end
  end,
  why = { ja = "合格点を定めたのに、届かない者をそのままにすれば、教育の有効性を評価したことにならない。", en = "A pass mark that people may miss without consequence does not evaluate anything." },
  fix = { ja = "補講と再テストを行い、得点を改めてください。経緯は note に書けます", en = "teach and test again, and record the new score; the story may go into note" },
}
