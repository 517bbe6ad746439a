-- Competence: one form a person and role, with the grade that follows from the scores.
local grades = {
  A = { { ja = "任命可", en = "suitable" }, "good" }, B = { { ja = "改善確認後任命可", en = "provisional" }, "medium" }, C = { { ja = "任命不可", en = "not suitable" }, "high" },
}

local function grade_words(d, competence)
  local grade = d:competence_grade(competence)
  return { grade, " ", d:text(grades[grade][1]) }, grades[grade][2]
end

local function register(d, latest)
  d:table(latest, {
    { function(x) return d:ref(x, "id") end, 130, title = d:word("number"), content = "id" },
    { "role", 250 }, { "person", 160, strong = true }, { "assessor", 150, required = true }, { "date", 120 },
    { function(x) return grade_words(d, x) end, 190, title = { ja = "区分", en = "Grade" }, content = "status" },
  }, { kind = "competence" })
end

local function criteria(d)
  d:section({ ja = "任命基準と評価基準", en = "Grades and scores" }, { unnumbered = true }, function()
    d:form({
      { { d:text { ja = "区分", en = "Grade" }, header = true }, { d:text { ja = "任命", en = "Appointment" }, header = true }, { d:text { ja = "基準", en = "Rule" }, header = true }, header_row = true },
      { { "A", align = "center" }, { d:text(grades.A[1]) }, { d:text { ja = "すべての必要条件の評価が3以上である", en = "every score is 3 or more" } } },
      { { "B", align = "center" }, { d:text(grades.B[1]) }, { d:text { ja = "2以下の必要条件のすべてに改善の予定がある。改善を確認するまでは暫定の任命とする", en = "an improvement is planned for every score of 2 or less; the appointment is provisional until it is confirmed" } } },
      { { "C", align = "center" }, { d:text(grades.C[1]) }, { d:text { ja = "2以下の必要条件に改善の予定がないものがある", en = "a score of 2 or less has no improvement planned" } } },
    }, { columns = { { 100, "status" }, { 230, "name" }, { 670 } } })
    d:note { ja = "評価：5 指導できる　4 一人でできる　3 支援があればできる　2 改善の余地がある　1 改善が必要", en = "Scores: 5 can teach, 4 works alone, 3 works with support, 2 could be better, 1 must improve" }
  end)
end

-- What is done about low scores; left out where there are none.
local function improvement_columns(d)
  return {
    { function(x) return x.improvement_due and (not x.confirmed and d:due_date(x.improvement_due) or x.improvement_due) or x.score < 3 and d:missing() or "—" end, 110, title = { ja = "改善予定日", en = "Improve by" }, content = "date" },
    { function(x) return present(x.improvement) and d:text(x.improvement) or x.score < 3 and d:missing() or "—" end, 210, title = { ja = "改善内容", en = "Improvement" } },
    { function(x) return x.score_after or "—" end, 70, title = { ja = "改善後評価", en = "Score after" }, content = "number" },
    { function(x) return x.confirmed or "—" end, 110, title = { ja = "改善確認日", en = "Confirmed" }, content = "date" },
  }
end

local function form(d, competence, superseded)
  d:section({ d:text(competence.role.name), d:text { ja = "　", en = " – " }, d:text(competence.person.name) }, function()
    local words, tone = grade_words(d, competence)
    d:form({
      { { d:text { ja = "番号", en = "ID" }, header = true }, { competence.id }, { d:text { ja = "区分", en = "Grade" }, header = true }, { d:status(words, tone), superseded and { " ", d:soft(d:text { ja = "（以前の評価）", en = " (superseded)" }) } or nil } },
      { { d:text { ja = "評価者", en = "Assessed by" }, header = true }, { competence.assessor and d:ref(competence.assessor) or d:missing() }, { d:text { ja = "評価日", en = "Date" }, header = true }, { competence.date } },
      present(competence.basis) and { { d:text { ja = "根拠の記録", en = "Basis" }, header = true }, { d:text(competence.basis), span = 3 } } or nil,
    }, { columns = { { 130, "name" }, { 370 }, { 130, "name" }, { 370 } } })
    local requirements = list(competence.requirements or {})
    local expected = requirements:count(function(x) return x.expected ~= nil end) > 0
    local columns = {
      { function(x) return d:text(x.requirement) end, 300, title = { ja = "必要条件", en = "Requirement" } },
      { function(x) return x.score, x.score < 3 and "medium" or nil end, 60, title = { ja = "評価", en = "Score" }, content = "number" },
    }
    if requirements:count(function(x) return x.score < 3 or x.improvement_due or present(x.improvement) end) > 0 then
      for _, column in ipairs(improvement_columns(d)) do columns[#columns + 1] = column end
    end
    if expected then table.insert(columns, 2, { function(x) return x.expected or "—" end, 60, title = { ja = "求める段階", en = "Expected" }, content = "number" }) end
    d:table(requirements, columns)
  end)
end

return document "competence" {
  title = { ja = "力量確認表", en = "Competence Records" },
  clause = "7.2", group = "7", order = 720, needs = "competence",
  body = function(isms, d)
    local latest = d:latest_competences()
    local n = d:tally(latest, function(x) return (d:competence_grade(x)) end)
    local holders = {}
    for _, competence in ipairs(latest) do holders[competence.role.id .. " " .. competence.person.id] = true end
    local missing = {}
    for _, role in ipairs(isms.roles) do
      for _, person in ipairs(role.holder or {}) do
        if not holders[role.id .. " " .. person.id] then missing[#missing + 1] = { d:text(role.name), d:text { ja = "：", en = ": " }, d:text(person.name) } end
      end
    end
    d:cover()
    d:overview {
      { ja = "本書は、ISMSの役割に必要な力量の評価と、足りない力量を補う処置を示す。区分は評価から定まる。", en = "How the people in the roles of the ISMS meet the competence these require, and what is done where they do not. The grade follows from the scores." },
      figures = {
        { #latest, { ja = "評価した役割と要員", en = "people assessed" } }, { n.A or 0, { ja = "A 任命可", en = "A suitable" } },
        { n.B or 0, { ja = "B 改善確認後", en = "B provisional" }, tone = (n.B or 0) > 0 and "medium" or nil },
        { n.C or 0, { ja = "C 任命不可", en = "C not suitable" }, tone = (n.C or 0) > 0 and "high" or nil },
        { #missing, { ja = "評価の記録がない任命", en = "appointed, not assessed" }, tone = #missing > 0 and "medium" or nil },
      },
      body = function() criteria(d) end,
    }
    d:section({ ja = "評価の一覧", en = "Register" }, function()
      register(d, latest)
      if #missing > 0 then d:callout("medium", { ja = "任命されているが、力量の評価の記録がない：", en = "Appointed without an assessment on record: " }, d:join(missing)) end
    end)
    local current = {}
    for _, competence in ipairs(latest) do current[competence.id] = true end
    d:section({ ja = "力量の確認", en = "Assessments" }, function()
      for _, competence in ipairs(isms.competences:sort(function(a, b) return a.date > b.date end)) do form(d, competence, not current[competence.id]) end
    end)
  end,
}
