-- Training plan: what is taught to whom, why, how and how it is evaluated; a table of the year, then one form each.
local function form(d, training)
  local _, word, tone = d:training_state(training)
  d:section({ training.id, " ", d:text(training.name) }, function()
    d:fields {
      { { ja = "教育目的", en = "Purpose" }, d:text(training.purpose) },
      { { ja = "教育対象者", en = "Audience" }, d:training_audience(training) },
      { { ja = "教育方法", en = "Method" }, d:text(training.method) },
      { { ja = "教育内容", en = "Content" }, d:text(training.content) },
      { { ja = "使用テキスト", en = "Material" }, d:text(training.material) },
      { { ja = "実施期間", en = "Period" }, { d:period(training.planned_start, training.planned_end), "　", d:status(word, tone) } },
      { { ja = "教育の有効性評価", en = "How effectiveness is evaluated" }, d:text(training.evaluation) },
      { optional = true, { ja = "理解度確認テスト", en = "Quiz" }, training.quiz and { d:document_link("quiz-" .. training.quiz.id, training.quiz.title),
        d:say({ ja = "（合格点{n}点）", en = " (pass mark {n})" }, { n = training.quiz.pass_mark }) } },
      { { ja = "教育責任者", en = "Responsible" }, training.responsible and d:ref(training.responsible) },
    }
  end)
end

return document "training-plan" {
  title = { ja = "教育計画書", en = "Training Plan" },
  clause = "7.2", clauses = { "7.2", "7.3" }, controls = { "6.3" }, group = "7", order = 722, needs = "training",
  body = function(isms, d)
    local n = d:tally(isms.trainings, function(x) return (d:training_state(x)) end)
    local all = isms.trainings:sort(function(a, b) return a.planned_start > b.planned_start end)
    d:cover()
    d:overview {
      { ja = "本書は、力量の評価の結果と認識の必要から計画した教育を示す。実施の結果は教育実施記録に残す。", en = "The training that follows from the assessments of competence and from the need for awareness. What was held is in the training records." },
      figures = {
        { #isms.trainings, { ja = "教育", en = "training {n:session|sessions}" } }, { n.held or 0, { ja = "実施済み", en = "held" } }, { n.running or 0, { ja = "実施中", en = "under way" } }, { n.planned or 0, { ja = "予定", en = "planned" } },
        { n.overdue or 0, { ja = "期限超過", en = "overdue" }, tone = (n.overdue or 0) > 0 and "high" or nil },
      },
    }
    d:section({ ja = "計画の一覧", en = "Overview of the plan" }, function()
      d:table(all, {
        { function(x) return d:strong(x.id) end, 120, title = d:word("number"), content = "id" }, { "name", 280 }, { "audience", 240, required = true },
        { function(x) return d:period_lines(x.planned_start, x.planned_end) end, 180, title = { ja = "実施期間", en = "Period" }, content = "date" },
        { "responsible", 100, required = true },
        { function(x) local _, word, tone = d:training_state(x) return word, tone end, 80, title = d:word("state"), content = "status" },
      }, { kind = "training", group = function(x) return d:fiscal_year_name(x.planned_start) end })
    end)
    d:section({ ja = "教育の計画", en = "Training sessions" }, function()
      for _, training in ipairs(all) do form(d, training) end
    end)
  end,
}
