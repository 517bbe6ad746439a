-- A quiz as the learner gets it, or with the answers.
return function(class)
  local letters = { "A", "B", "C", "D", "E", "F", "G", "H" }

  -- Full marks: what the questions give together; questions without points share 100 evenly.
  function class:full_marks(quiz)
    local sum = list(quiz.questions):sum(function(question) return question.points or 0 end)
    return sum > 0 and sum or 100
  end

  local function choices(self, question)
    local words = {}
    for index, choice in ipairs(question.choices or {}) do
      if index > 1 then words[#words + 1] = self:br() end
      words[#words + 1] = (letters[index] or tostring(index)) .. ". "
      words[#words + 1] = self:text(choice)
    end
    return words
  end

  local function row(self, question, number, answers)
    local words = { self:text(question.question) }
    if #(question.choices or {}) > 0 then words = { words, self:br(), choices(self, question) } end
    if answers and present(question.explanation) then
      words = { words, self:br(), self:soft(self:text { ja = "解説：", en = "Explanation: " }, self:text(question.explanation)) }
    end
    return { { tostring(number), align = "center" }, { words }, answers and { self:strong(question.answer), align = "center" } or #(question.choices or {}) > 0 and { "", blank = true } or { "\u{A0}", self:br(), "\u{A0}" },
      { question.points and tostring(question.points) or "—", align = "center" } }
  end

  local function part(self, title, questions, answers)
    if #questions == 0 then return end
    self:section(title, { unnumbered = true }, function()
      local rows = { { { self:text { ja = "No", en = "No." }, header = true }, { self:text { ja = "設問", en = "Question" }, header = true },
        { self:text { ja = "答え", en = "Answer" }, header = true }, { self:text { ja = "配点", en = "Points" }, header = true }, header_row = true } }
      for _, entry in ipairs(questions) do rows[#rows + 1] = row(self, entry.question, entry.number, answers) end
      self:form(rows, { columns = { { 50, "number" }, { 780 }, { 100, "status" }, { 70, "number" } } })
    end)
  end

  -- The questions in two parts: those with choices, then true or false.
  function class:quiz_questions(quiz, answers)
    local chosen, judged = {}, {}
    for _, question in ipairs(quiz.questions) do
      local target = #(question.choices or {}) > 0 and chosen or judged
      target[#target + 1] = { question = question }
    end
    for index, entry in ipairs(chosen) do entry.number = index end
    for index, entry in ipairs(judged) do entry.number = #chosen + index end
    part(self, { ja = "最も適したものを選び、記号で答えてください", en = "Choose the best answer and write its letter" }, chosen, answers)
    part(self, { ja = "正しいものに○、誤っているものに×を付けてください", en = "Write whether the statement is true or false" }, judged, answers)
  end
end
