-- Answers of a quiz: kept apart, so that the quiz can be handed out as it is.
return document "quiz-answers" {
  title = { ja = "理解度確認テスト 解答", en = "Quiz with Answers" },
  clause = "7.3", group = "7", order = 731, each = "quiz",
  body = function(isms, d, quiz)
    local used = quiz:refs("training")
    d:section(d:say({ ja = "{title}　解答", en = "{title} – answers" }, { title = quiz.title }), { unnumbered = true }, function()
      d:fields {
        { { ja = "設問数・満点", en = "Questions, full marks" }, d:say({ ja = "{n}問・{full}点", en = "{n} questions, {full} points" }, { n = #quiz.questions, full = d:full_marks(quiz) }) },
        { { ja = "合格点", en = "Pass mark" }, quiz.pass_mark },
        { optional = true, { ja = "用いた教育", en = "Used in" }, #used > 0 and d:refs(used, { form = "both" }) },
      }
    end)
    d:quiz_questions(quiz, true)
  end,
}
