-- Competence: one form a person and role, with the grade that follows from the scores.
local grades = {
  A = { { ja = "任命可", en = "suitable" }, "good" }, B = { { ja = "改善確認後任命可", en = "provisional" }, "medium" }, C = { { ja = "任命不可", en = "not suitable" }, "high" },
}

local function grade_words(d, competence)
  local grade = d:competence_grade(competence)
  return { grade, " ", d:text(grades[grade][1]) }, grades[grade][2]
end

local function register(d, latest)
  d:table(d:by_id(latest), {
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

-- Heads, in Japanese of two lines over figures and dates, so that the requirements have room.
local HEADS = {
  { { ja = "No", en = "No." } }, { { ja = "必要条件", en = "Requirement" } }, { { ja = "求める", en = "Expected" }, { ja = "段階" } }, { { ja = "評価", en = "Score" } },
  { { ja = "改善", en = "Improve by" }, { ja = "予定日" } }, { { ja = "改善内容", en = "Improvement" } },
  { { ja = "改善後", en = "Score after" }, { ja = "評価" } }, { { ja = "改善", en = "Confirmed" }, { ja = "確認日" } },
}
local COLUMNS = { { 70, "number" }, { 275 }, { 70, "number" }, { 60, "number" }, { 110, "date" }, { 220 }, { 75, "number" }, { 120, "date" } }

local function requirement_row(d, number, x)
  local low, due = x.score < 3, x.improvement_due
  if due and not x.confirmed then due = d:due_date(due) end
  return {
    { tostring(number) }, { d:text(x.requirement) }, { x.expected or "—" }, { tostring(x.score), tone = low and "medium" or nil },
    { due or low and d:missing() or "—" }, { present(x.improvement) and d:text(x.improvement) or low and d:missing() or "—" },
    { x.score_after or "—" }, { x.confirmed or "—" },
  }
end

-- One form, so that it stays on one page: who assessed whom, then the requirements with what is done about low scores.
local function form(d, competence, superseded)
  local function head(words, span) return { d:text(words), header = true, span = span } end
  local words, tone = grade_words(d, competence)
  local grade = { d:status(words, tone), superseded and { " ", d:soft(d:text { ja = "（以前の評価）", en = " (superseded)" }) } or nil }
  local rows = {
    { head { ja = "番号", en = "ID" }, { competence.id }, head({ ja = "評価者", en = "Assessed by" }, 2),
      { competence.assessor and d:ref(competence.assessor) or d:missing(), span = 2, align = "left" }, head { ja = "評価日", en = "Date" }, { competence.date } },
  }
  if present(competence.basis) then
    rows[2] = { head { ja = "区分", en = "Grade" }, { grade }, head({ ja = "根拠", en = "Basis" }, 2), { d:text(competence.basis), span = 4, align = "left" } }
  else
    rows[2] = { head { ja = "区分", en = "Grade" }, { grade, span = 7 } }
  end
  local heads = {}
  for index, title in ipairs(HEADS) do heads[index] = { d:text(title[1]), d.lang == "ja" and title[2] and { d:br(), d:text(title[2]) } or nil, header = true, align = "center" } end
  rows[#rows + 1] = heads
  for number, requirement in ipairs(competence.requirements or {}) do rows[#rows + 1] = requirement_row(d, number, requirement) end
  d:section({ d:text(competence.role.name), d:text { ja = "　", en = " – " }, d:text(competence.person.name) }, function()
    d:form(rows, { columns = COLUMNS })
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
        { #latest, { ja = "評価した役割と要員", en = "{n:assessment|assessments}" } }, { n.A or 0, { ja = "A 任命可", en = "A suitable" } },
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
