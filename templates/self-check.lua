-- Self-check of 25 questions: score, state, by part and by question, beside the check before.
local function points(catalog, check)
  local by_question, sum = {}, 0
  for _, entry in ipairs(check.answers or {}) do
    by_question[entry.question] = entry
    sum = sum + (catalog.scores[entry.answer] or 0)
  end
  return by_question, sum
end

local function state_of(catalog, sum)
  for _, state in ipairs(catalog.states) do
    if sum >= state.min then return state end
  end
  return catalog.states[#catalog.states]
end

local function by_part(d, catalog, answers)
  local series = {
    { title = { ja = "実施", en = "done" }, tone = "good" }, { title = { ja = "一部実施", en = "partly" }, tone = "medium" },
    { title = { ja = "未実施", en = "not done" }, tone = "high" }, { title = { ja = "不明・無回答", en = "unknown or unanswered" }, tone = "none" },
  }
  local place, bars = { yes = 1, partly = 2, no = 3 }, {}
  for _, part in ipairs(catalog.parts) do
    local values = { 0, 0, 0, 0 }
    for number = part.from, part.to do
      local index = answers[number] and place[answers[number].answer] or 4
      values[index] = values[index] + 1
    end
    bars[#bars + 1] = { title = part.title, values = values }
  end
  d:stacked_bar(series, bars, { caption = d:text { ja = "区分別の回答の数", en = "Answers by part" } })
end

local function questions(d, catalog, check, answers, earlier)
  local rows = {}
  for _, question in ipairs(catalog.questions) do rows[#rows + 1] = { question = question, entry = answers[question.id], before = earlier and earlier[question.id] } end
  local function part_of(row)
    for _, part in ipairs(catalog.parts) do
      if row.question.id >= part.from and row.question.id <= part.to then return d:text(part.title) end
    end
  end
  local tones = { yes = "good", partly = "medium", no = "high", unknown = "high" }
  local columns = {
    { function(row) return row.question.id end, 50, title = { ja = "No", en = "No." }, content = "number" },
    { function(row) return d:text(row.question.title) end, 300, title = { ja = "診断内容", en = "Point" } },
    { function(row) return row.entry and (d:choice_word("self-check", "answers.answer", row.entry.answer)) or d:missing { ja = "無回答", en = "no answer" }, row.entry and tones[row.entry.answer] end, 150, title = { ja = "回答", en = "Answer" }, content = "status" },
    { function(row) return row.entry and catalog.scores[row.entry.answer] or 0 end, 60, title = { ja = "点", en = "Points" }, content = "number" },
    { function(row) return row.entry and d:text(row.entry.comment) end, 350, title = d:word("remark") },
  }
  if earlier then table.insert(columns, 5, { function(row) return row.before and catalog.scores[row.before.answer] or "—" end, 60, title = { ja = "前回", en = "Before" }, content = "number" }) end
  d:table(list(rows), columns, { group = part_of })
end

return document "self-check" {
  title = { ja = "自社診断結果", en = "Self-check" },
  clause = "9.1", group = "frameworks", order = 1210, needs = "self-check",
  body = function(isms, d)
    local catalog = isms:catalog("lua/catalogs/self-check.yaml")
    local checks = isms.self_checks:sort(function(a, b) return a.date > b.date end)
    local check, previous = checks[1], checks[2]
    local answers, sum = points(catalog, check)
    local earlier, before
    if previous then earlier, before = points(catalog, previous) end
    local state = state_of(catalog, sum)
    local open = 25 - #list(catalog.questions):where(function(question) return answers[question.id] ~= nil end)
    d:cover()
    d:overview {
      { ja = "本書は、25項目の自社診断の結果を示す。実施している4点、一部実施している2点、実施していない0点、わからない−1点とし、合計で現在の状況を判断する。", en = "Result of a self-check of 25 points: done 4, partly 2, not done 0, unknown −1. The total says where the company stands." },
      figures = {
        { sum, { ja = "合計得点（100点満点）", en = "total of 100" }, tone = state.tone }, { before or "—", { ja = "前回", en = "before" } },
        { before and (sum >= before and "+" or "−") .. math.abs(sum - before) or "—", { ja = "前回との差", en = "difference" } },
        { open, { ja = "無回答", en = "unanswered" }, tone = open > 0 and "medium" or nil },
      },
      body = function()
        d:fields {
          { { ja = "診断日・診断者", en = "Date, by" }, d:join({ check.date, check.by and d:ref(check.by) or d:missing() }, "　") },
          { { ja = "現在の状況", en = "State" }, d:status(d:text(state.title), state.tone) }, { { ja = "次の対策", en = "What to do next" }, d:text(state.next) },
          { optional = true, { ja = "所見", en = "Comment" }, d:text(check.comment) },
        }
        by_part(d, catalog, answers)
      end,
    }
    d:section({ ja = "設問別の結果", en = "By question" }, function() questions(d, catalog, check, answers, earlier) end)
    if #checks > 1 then
      d:section({ ja = "診断の推移", en = "Over time" }, function()
        d:table(checks, {
          { "id", 160 }, { "date", 160 }, { "by", 200 }, { function(x) local _, total = points(catalog, x) return total end, 120, title = { ja = "合計得点", en = "Total" }, content = "number" },
          { function(x) local _, total = points(catalog, x) local at = state_of(catalog, total) return d:text(at.title), at.tone end, 360, title = { ja = "状況", en = "State" }, content = "status" },
        }, { home = true, kind = "self-check" })
      end)
    end
  end,
}
