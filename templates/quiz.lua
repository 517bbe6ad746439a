-- Quiz as it is handed out: room for name, date and score, no answers.
return document "quiz" {
  title = { ja = "理解度確認テスト", en = "Quiz" },
  clause = "7.3", group = "7", order = 730, each = "quiz",
  body = function(isms, d, quiz)
    local full = d:full_marks(quiz)
    d:section(d:text(quiz.title), { unnumbered = true }, function()
      local organization = isms.manifest and isms.manifest.organization or {}
      d:form({
        { { d:word("organization"), header = true }, { d:text(organization.name) or "", span = 3 } },
        { { d:text { ja = "実施日", en = "Date" }, header = true }, { "", blank = true }, { d:text { ja = "氏名", en = "Name" }, header = true }, { "", blank = true } },
        { { d:text { ja = "所属", en = "Department" }, header = true }, { "", blank = true }, { d:text { ja = "得点", en = "Score" }, header = true },
          { d:say({ ja = "　　　点／{full}点（合格点{mark}点）", en = "          / {full} (pass mark {mark})" }, { full = full, mark = quiz.pass_mark }) } },
      }, { columns = { { 120, "name" }, { 380 }, { 120, "name" }, { 380 } } })
    end)
    d:quiz_questions(quiz, false)
  end,
}
