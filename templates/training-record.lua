-- Records of training: what was held, who took part, who passed.
local function share(d, part, whole)
  if not part then return nil end
  if not whole or whole == 0 then return d:number(part) end
  return { d:number(part), " / ", d:number(whole), d:soft(d:text { ja = "（", en = " (" }, d:percent(part, whole), d:text { ja = "）", en = ")" }) }
end

local FEW = 3 -- so many are named in the form itself

local function named_participants(d, training)
  local people = list(training.participants or {})
  if #people == 0 or #people > FEW then return nil end
  return d:join(people:map(function(entry)
    return { d:ref(entry.person), d:text { ja = "（", en = " (" }, entry.date or d:missing { ja = "未受講", en = "did not attend" },
      entry.score and d:say({ ja = "、{n}点", en = ", score {n}" }, { n = entry.score }) or nil, d:text { ja = "）", en = ")" } }
  end), d:br())
end

local function participants(d, training, mark)
  local people = list(training.participants or {})
  if #people <= FEW then return end
  local scored = people:count(function(x) return x.score ~= nil end) > 0
  local columns = {
    { function(x) return x.number end, 60, title = { ja = "No", en = "No." }, content = "number" },
    { function(x) return x.entry.person.department and d:text(x.entry.person.department.name) or "—" end, 260, title = d:word("department"), content = "name" },
    { function(x) return d:ref(x.entry.person) end, 260, title = d:word("name"), content = "name" },
    { function(x) return x.entry.date or d:missing { ja = "未受講", en = "did not attend" } end, 180, title = { ja = "受講日", en = "Attended" }, content = "date" },
  }
  if scored then
    columns[#columns + 1] = { function(x)
      if not x.entry.score then return "—" end
      if mark and x.entry.score < mark then return { x.entry.score, " ", d:strong(d:text { ja = "合格点未満", en = "below the pass mark" }) }, "high" end
      return x.entry.score
    end, 200, title = { ja = "得点", en = "Score" }, content = "status" }
  end
  local attended = d:training_figures(training).attended or #people
  local caption = d:say({ ja = "{id} 教育受講者一覧", en = "{id}: participants" }, { id = training.id })
  if attended > #people then
    local evidence = training:refs("evidence")
    caption = { caption, d:say({ ja = "（受講{all}名のうち登録した要員{n}名。全員の記録は", en = " ({n} people on record of {all} who attended; the full list is " }, { all = attended, n = #people }),
      #evidence > 0 and d:refs(evidence, { form = "id" }) or d:text { ja = "別に保管", en = "kept elsewhere" }, d:text { ja = "）", en = ")" } }
  end
  local rows = {}
  for index, entry in ipairs(people) do rows[index] = { number = index, entry = entry } end
  d:table(list(rows), columns, { caption = caption })
end

local function record(d, training)
  local figures = d:training_figures(training)
  d:section({ training.id, " ", d:text(training.name) }, function()
    local rows = {
      { { ja = "実施期間", en = "Held" }, d:period(training.held_start, training.held_end) },
      { { ja = "計画した期間", en = "Planned" }, d:period(training.planned_start, training.planned_end) },
      { { ja = "実施方法", en = "Method" }, d:text(training.method) },
      { { ja = "使用テキスト", en = "Material" }, d:text(training.material) },
      { { ja = "教育の概要", en = "Content" }, d:text(training.content) },
      { { ja = "受講対象者・部門", en = "Audience" }, d:training_audience(training) },
      { { ja = "受講人数／対象人数", en = "Attended / invited" }, share(d, figures.attended, figures.invited) },
      { optional = not figures.mark, { ja = "合格人数／受講人数", en = "Passed / attended" }, share(d, figures.passed, figures.attended) },
      { { ja = "有効性の評価の方法", en = "How effectiveness is evaluated" }, d:text(training.evaluation) },
      { { ja = "結果", en = "Result" }, d:text(training.result) },
      { optional = true, { ja = "備考", en = "Remark" }, d:text(training.note) },
      { { ja = "教育責任者", en = "Responsible" }, training.responsible and d:ref(training.responsible) },
    }
    local named = named_participants(d, training)
    if named then table.insert(rows, 9, { { ja = "受講者", en = "Participants" }, named }) end
    d:fields(rows)
    participants(d, training, figures.mark)
    local evidence = training:refs("evidence")
    if #evidence > 0 then d:note(d:text { ja = "証拠：", en = "Evidence: " }, d:refs(evidence)) end
  end)
end

return document "training-record" {
  title = { ja = "教育実施記録", en = "Training Records" },
  clause = "7.2", clauses = { "7.2", "7.3" }, controls = { "6.3" }, group = "7", order = 724,
  needs = function(isms) return isms.trainings:count(function(x) return x.held_start ~= nil or x.held_end ~= nil end) > 0 end,
  body = function(isms, d)
    local held = isms.trainings:where(function(x) return x.held_start ~= nil or x.held_end ~= nil end)
      :sort(function(a, b) return (a.held_start or a.held_end) > (b.held_start or b.held_end) end)
    local late = isms.trainings:count(function(x) return (d:training_state(x)) == "overdue" end)
    d:cover()
    d:overview {
      { ja = "本書は、実施した教育の内容、受講者及び結果の記録である。", en = "What training was held, who took part and with what result." },
      figures = {
        { #held, { ja = "実施した教育", en = "training {n:session|sessions} held" } }, { held:sum(function(x) return d:training_figures(x).attended or 0 end), { ja = "延べ受講人数", en = "{n:attendance|attendances}" } },
        { late, { ja = "期限を過ぎ未実施", en = "overdue" }, tone = late > 0 and "high" or nil },
      },
    }
    d:section({ ja = "実施の一覧", en = "Training held" }, function()
      d:table(held, {
        { function(x) return d:ref(x, "id") end, 120, title = d:word("number"), content = "id" }, { "name", 290 },
        { function(x) return d:period_lines(x.held_start, x.held_end) end, 190, title = d:word("date_held"), content = "date" },
        { function(x) local f = d:training_figures(x) return share(d, f.attended, f.invited) or d:missing() end, 160, title = { ja = "受講／対象", en = "Attended / invited" }, content = "name" },
        { function(x) local f = d:training_figures(x) return share(d, f.passed, f.attended) or f.mark and d:missing() or "—" end, 160, title = { ja = "合格／受講", en = "Passed / attended" }, content = "name" },
      }, { home = true, kind = "training", group = function(x) return d:fiscal_year_name(x.held_start or x.held_end) end })
    end)
    d:section({ ja = "実施記録", en = "Records" }, function()
      for _, training in ipairs(held) do record(d, training) end
    end)
  end,
}
