-- Risk assessment report: method and criteria, results in figures, the register, how each level came about.
local function high(figures) return figures ~= nil and (figures.tone == "high" or figures.tone == "critical") end

-- A row of a method's table with its figures centred.
local function with_figures(row)
  local cells = {}
  for index, cell in ipairs(row) do
    local words = type(cell) == "number" and tostring(cell) or cell
    cells[index] = type(words) == "string" and words:match("^[%d.]+$") and { words, align = "center" } or cell
  end
  return cells
end

-- The pages on the method, as the method describes itself.
local function method(isms, d)
  local chosen = isms.method
  d:section({ ja = "方法と基準", en = "Method and criteria" }, function()
    d:paragraph(d:say({ ja = "リスクアセスメントは「{method}」で行った。手順及び判定の基準は次のとおりで、評価者が変わっても同じ結果が得られるよう、値の意味をあらかじめ定めている。",
      en = "Risks were assessed with the method “{method}”. The steps and criteria below fix the meaning of every value beforehand, so that another assessor arrives at the same result." },
      { method = chosen.title }))
    for _, part in ipairs(chosen.describe and chosen.describe(chosen.criteria, d.lang) or {}) do
      d:section(part.heading, function()
        if present(part.text) then d:prose(part.text) end
        if part.table then
          local rows = {}
          local header = { header_row = true }
          for index, cell in ipairs(part.table.header or {}) do header[index] = { cell, header = true } end
          if #header > 0 then rows[1] = header end
          for _, row in ipairs(part.table.rows) do rows[#rows + 1] = with_figures(row) end
          d:form(rows, { columns = part.table.grid and d:even_columns(#rows[1]) or nil, narrow = true })
        end
      end)
    end
    d:section({ ja = "リスクレベルの水準と受容基準", en = "Bands of the risk level and acceptance" }, function()
      d:table(d:bands(), {
        { function(band) return d:text(band.title), band.tone end, 180, title = d:word("band"), content = "status" },
        { function(band) return d:period(d:number(band.min), d:number(band.max)) or "—" end, 180, title = d:word("level"), content = "number" },
        { function(band) return d:text(band.meaning) end, 640, title = { ja = "扱い", en = "What it means" } },
      }, { narrow = true })
    end)
  end)
end

-- Bars of the bands, one for each group of risks.
local function distribution(d, groups, caption)
  local series, index_of = {}, {}
  for index, band in ipairs(d:bands()) do
    series[index] = { title = band.title, tone = band.tone }
    index_of[band.id] = index
  end
  series[#series + 1] = { title = d:word("not_assessed"), tone = "none" }
  local bars = {}
  for _, group in ipairs(groups) do
    local values = {}
    for index = 1, #series do values[index] = 0 end
    for _, figures in ipairs(group.figures) do
      local index = figures and index_of[figures.band] or #series
      values[index] = values[index] + 1
    end
    bars[#bars + 1] = { title = group.title, values = values }
  end
  d:stacked_bar(series, bars, { caption = caption, width = 72000 })
  local columns = { { function(bar) return d:text(bar.title) end, 300, title = { ja = "対象", en = "Group" }, content = "name" } }
  for index, part in ipairs(series) do
    columns[#columns + 1] = { function(bar) return d:number(bar.values[index]) end, 120, title = part.title, content = "number" }
  end
  columns[#columns + 1] = { function(bar) return d:number(bar.sum) end, 120, title = d:word("total"), content = "number" }
  d:table(bars, columns, { narrow = true })
end

local function departments(isms, d)
  local order, groups = {}, {}
  for _, risk in ipairs(d:by_department(isms.risks, function(risk) return d:risk_department(risk) or false end)) do
    local department = d:risk_department(risk)
    local key = department and department.id or ""
    if not groups[key] then
      groups[key] = { title = department and department.name or d:word("unknown_department"), figures = {} }
      order[#order + 1] = groups[key]
    end
    table.insert(groups[key].figures, d:current(risk) or false)
  end
  return order
end

-- Where the risks stand on the axes of the method, when it has any.
local function places(isms, d)
  if not isms.method.axes then return end
  d:section({ ja = "リスクの分布", en = "Where the risks stand" }, function()
    d:paragraph { ja = "対応前（一次評価）と現状を同じ軸で比べる。二次評価を終えていないリスクは、現状の図でも一次評価の位置に置く。",
      en = "The two maps compare the risks before treatment with today. A risk without a second assessment keeps the place of its first." }
    d:heat_maps(isms.risks)
    d:heat_movement(isms.risks, d:text { ja = "対応によるリスクの移動（矢印の数字は件数）", en = "Movement of the risks by treatment (numbers of risks at the arrows)" })
  end)
end

-- The losses of all risks together, when the method reckons in amounts.
local function losses(isms, d)
  local method = isms.method
  if not method.exceedance then return end
  local before, today = method.exceedance(isms.risks, "first", method.criteria), method.exceedance(isms.risks, "current", method.criteria)
  if not before then return end
  local unit = method.criteria.unit
  d:section({ ja = "損失の超過確率", en = "Loss exceedance" }, function()
    d:paragraph { ja = "すべてのリスクを合わせた1年間の損失が、ある額を超える確率を示す。二次評価を終えていないリスクは、現状の曲線でも一次評価の値による。",
      en = "The curves show how likely the losses of a year, of all risks together, are to exceed an amount. A risk without a second assessment keeps its first." }
    d:exceedance_curves({ { title = d:text { ja = "対応前", en = "Before" }, points = before }, { title = d:text { ja = "現状", en = "Today" }, points = today } },
      unit, { caption = d:text { ja = "損失超過曲線（年間）", en = "Loss exceedance curve (a year)" } })
    local rows = {}
    for index, point in ipairs(before) do
      if contains({ 0.9, 0.5, 0.25, 0.1, 0.05, 0.01 }, point.probability) then rows[#rows + 1] = { point, today[index] } end
    end
    local amount = d:say({ ja = "損失（{unit}）", en = "Loss ({unit})" }, { unit = unit })
    d:table(rows, {
      { function(row) return d:percent(row[1].probability, 1) end, 200, title = { ja = "超える確率", en = "Probability" }, content = "number" },
      { function(row) return d:number(row[1].loss) end, 300, title = { ja = "対応前", en = "Before" }, group = amount, content = "number" },
      { function(row) return d:number(row[2].loss) end, 300, title = { ja = "現状", en = "Today" }, group = amount, content = "number" },
    }, { narrow = true })
  end)
end

local function results(isms, d)
  d:section({ ja = "結果", en = "Results" }, function()
    places(isms, d)
    losses(isms, d)
    d:section({ ja = "水準別・部門別の件数", en = "By band and department" }, function()
      local first, current = {}, {}
      for index, risk in ipairs(isms.risks) do
        first[index], current[index] = risk.figures and risk.figures.first or false, d:current(risk) or false
      end
      distribution(d, { { title = d:text { ja = "対応前", en = "Before" }, figures = first }, { title = d:text { ja = "現状", en = "Today" }, figures = current } },
        d:text { ja = "水準別の件数（対応前と現状）", en = "Risks by band, before and today" })
      distribution(d, departments(isms, d), d:text { ja = "部門別の件数（現状）", en = "Risks by department, today" })
    end)
    local urgent = isms.risks:where(function(risk) return high(d:current(risk)) end)
      :sort(function(a, b) return (d:current(a).level or 0) > (d:current(b).level or 0) end)
    d:section({ ja = "受容できない水準にあるリスク", en = "Risks above the acceptance criterion" }, function()
      d:table(urgent, {
        { function(risk) return d:ref(risk, "id") end, 70, title = d:word("number"), content = "id" },
        { "event", 300 },
        { "owner", 110 },
        { function(risk) return d:level(risk.figures.first) end, 80, title = d:word("first"), content = "status" },
        { function(risk) return d:level(d:current(risk)) end, 80, title = { ja = "現状", en = "Today" }, content = "status" },
        { "option", 70 },
        { function(risk)
            local tasks = risk:refs("task")
            return #tasks > 0 and d:refs(tasks, { limit = 6 }) or d:status(d:text { ja = "計画なし", en = "no task" }, "high")
          end, 150, title = { ja = "リスク対応計画", en = "Treatment tasks" }, content = "id" },
        { function(risk)
            local state = d:acceptance_state(risk)
            if state == "valid" then return { d:ref(risk.acceptance.by), d:br(), risk.acceptance.date } end
            return d:status(d:word(state == "expired" and "expired" or "not_accepted"), "high")
          end, 140, title = { ja = "残留リスクの受容", en = "Acceptance" }, content = "name" },
      }, { kind = "risk", empty = d:text { ja = "受容できない水準にあるリスクはない。", en = "No risk is above the criterion." } })
    end)
  end)
end

-- A dot in the column of the option chosen.
local function option_column(d, isms, id, title)
  return { function(risk) return risk.option == id and "●" or "" end, 20, title = title, group = { ja = "リスク対応", en = "Treatment" }, content = "status", vertical = true }
end

-- A figure of an assessment as the content of a cell.
local function figure(d, which, name)
  return function(risk)
    local f = risk.figures and risk.figures[which]
    return f and f[name] and d:number(f[name]) or "—"
  end
end

-- Columns of an assessment: the values the method names, then the level. Amounts need a table of their own.
local function assessment_columns(d, which, title)
  local columns, method = {}, d.isms.method
  local amounts = method.exceedance ~= nil
  for _, column in ipairs(amounts and {} or assessment.columns(method)) do
    columns[#columns + 1] = { figure(d, which, column[1]), 30, title = column[2], group = title, content = "number", vertical = true }
  end
  columns[#columns + 1] = { function(risk)
    local f = risk.figures and risk.figures[which]
    if not f then
      if which == "second" then return "—" end
      return d:missing()
    end
    return { d:number(f.level), d:br(), d:band_word(f.band) }, f.tone
  end, amounts and 64 or 34, title = { ja = "レベル", en = "Level" }, group = title, content = "status" }
  return columns
end

-- The amounts behind the levels.
local function estimates(isms, d)
  local method = isms.method
  if not method.exceedance then return end
  local columns = { { function(risk) return d:ref(risk, "id") end, 70, title = d:word("number"), content = "id" }, { "event", 250 } }
  for _, which in ipairs { "first", "second" } do
    for _, column in ipairs(assessment.columns(method)) do
      columns[#columns + 1] = { figure(d, which, column[1]), 85, title = column[2], group = d:word(which), content = "number" }
    end
  end
  d:section({ ja = "損失の見積り", en = "Estimates of loss" }, function()
    d:note(d:say({ ja = "額の単位は{unit}。", en = "Amounts in {unit}." }, { unit = method.criteria.unit }))
    d:table(d:by_id(isms.risks), columns, { kind = "risk" })
  end)
end

local function register(isms, d)
  local identified = { ja = "リスク特定", en = "Identification" }
  d:section({ ja = "リスク一覧", en = "Risk register" }, function()
    d:note { ja = "色は受容基準による水準を示し、必ず言葉を添えている。●は選んだリスク対応を示す。", en = "Tones show the band and always stand with its word. ● marks the option chosen." }
    local columns = {
      { "id", 52 },
      { function(risk) return risk.assets and #risk.assets > 0 and d:refs(risk.assets, { limit = 6, form = "id" }) or "—" end, 58, title = d:word("assets"), content = "id" },
      { "source", 120, group = identified },
      { function(risk)
          local lost = d:show(risk, "lost")
          return { d:required(d:text(risk.event)),
            lost and d:soft(d:text { ja = "（失う性質：", en = " (lost: " }, lost, d:text { ja = "）", en = ")" }) or nil,
            present(risk.cause) and { d:br(), d:soft(d:text { ja = "原因：", en = "Cause: " }, d:text(risk.cause)) } or nil }
        end, 170, title = { ja = "事象・原因", en = "Event and cause" }, group = identified },
      { function(risk)
          return { d:required(d:text(risk.consequence)), present(risk.area) and d:soft(d:text { ja = "（影響領域：", en = " (area: " }, d:text(risk.area), d:text { ja = "）", en = ")" }) or nil }
        end, 125, title = { ja = "起こり得る結果", en = "Consequence" }, group = identified },
      { function(risk) return risk.owner and d:ref(risk.owner) or d:missing() end, 58, title = { ja = "所有者", en = "Owner" }, group = identified, content = "name" },
    }
    for _, column in ipairs(assessment_columns(d, "first", d:word("first"))) do columns[#columns + 1] = column end
    for _, column in ipairs {
      { function(risk) local f = risk.figures and risk.figures.first; return f and f.priority and d:number(f.priority) or "—" end, 24,
        title = { ja = "優先順位", en = "Priority" }, content = "number", vertical = true },
      option_column(d, isms, "retain", { ja = "保有", en = "Retain" }), option_column(d, isms, "reduce", { ja = "低減", en = "Reduce" }),
      option_column(d, isms, "avoid", { ja = "回避", en = "Avoid" }), option_column(d, isms, "share", { ja = "移転", en = "Share" }),
      { function(risk) return risk.controls and #risk.controls > 0 and d:refs(risk.controls, { form = "id" }) or "—" end, 84, title = d:word("controls") },
      { "status", 40, tone = true, required = true },
    } do columns[#columns + 1] = column end
    for _, column in ipairs(assessment_columns(d, "second", d:word("second"))) do columns[#columns + 1] = column end
    d:table(d:by_id(isms.risks), columns, { home = true, wide = true, kind = "risk", caption = d:say({ ja = "リスク一覧（{n}件）", en = "Risk register ({n})" }, { n = #isms.risks }) })
  end)
end

-- One line for every step of a calculation.
local function trace_words(d, figures)
  if not figures then return "—" end
  local lines, opening, closing = {}, d:text { ja = "（", en = " (" }, d:text { ja = "）", en = ")" }
  for _, step in ipairs(figures.trace or {}) do
    if #lines > 0 then lines[#lines + 1] = d:br() end
    local value, formula = tostring(step.value), step.formula
    lines[#lines + 1] = (d:text(step.name) or "") .. d:text { ja = "：", en = ": " } .. (formula and formula ~= value and formula .. " = " or "") .. value
    if step.note then lines[#lines + 1] = d:soft(opening .. d:text(step.note) .. closing) end
  end
  return lines
end

local function traces(isms, d)
  d:section({ ja = "算出の過程", en = "How the levels came about" }, function()
    d:paragraph { ja = "一次評価及び二次評価の値が、どの入力からどの式で求められたかを示す。", en = "The inputs and formulas behind each first and second assessment." }
    d:table(d:by_id(isms.risks), {
      { function(risk) return d:ref(risk, "id") end, 80, title = d:word("number"), content = "id" },
      { function(risk) return trace_words(d, risk.figures and risk.figures.first) end, 460, title = d:word("first") },
      { function(risk) return trace_words(d, risk.figures and risk.figures.second) end, 460, title = d:word("second") },
    }, { kind = "risk" })
  end)
end

return document "risk-report" {
  title = { ja = "リスクアセスメント結果報告書", en = "Risk Assessment Report" },
  clause = "6.1.2", clauses = { "6.1.2", "8.2" }, group = "6", order = 610, page = "landscape",
  needs = function(isms) return #isms.risks > 0 and isms.method ~= nil end,
  body = function(isms, d)
    local first = isms.risks:count(function(risk) return high(risk.figures and risk.figures.first) end)
    local current = isms.risks:count(function(risk) return high(d:current(risk)) end)
    local second = isms.risks:count(function(risk) return risk.figures ~= nil and risk.figures.second ~= nil end)
    local open = isms.risks:count(function(risk) return not d:acceptable(risk) and d:acceptance_state(risk) ~= "valid" end)
    local owners = d:tally(isms.risks, function(risk) return risk.owner and "owner" or "none" end)
    d:cover()
    d:overview {
      { d:text { ja = "本書は、適用範囲の情報資産及び業務について行った情報セキュリティリスクアセスメントの方法、基準及び結果をまとめたものである。対応の計画は",
          en = "This report sets out the method, the criteria and the results of the information security risk assessment of the assets and activities in scope. Treatment is planned in the " },
        d:document_link("treatment-plan", { ja = "リスク対応計画", en = "risk treatment plan" }),
        d:text { ja = "、採用した管理策は", en = "; the controls chosen are in the " }, d:document_link("soa", { ja = "適用宣言書", en = "Statement of Applicability" }),
        d:text { ja = "に示す。", en = "." } },
      figures = {
        { #isms.risks, { ja = "特定したリスク", en = "{n:risk|risks} identified" } },
        { first, { ja = "対応前に受容できない水準", en = "unacceptable before treatment" }, tone = first > 0 and "high" or nil },
        { current, { ja = "現在も受容できない水準", en = "unacceptable today" }, tone = current > 0 and "high" or nil },
        { second, { ja = "二次評価済み", en = "assessed a second time" } },
        { open, { ja = "受容基準を超え未受容", en = "above the criterion, not accepted" }, tone = open > 0 and "high" or nil },
      },
      body = function()
        if owners.none then
          d:callout("high", d:say({ ja = "リスク所有者の定まらないリスクが{n}件あります。", en = "{n} {n:risk has|risks have} no owner." }, { n = owners.none }))
        end
      end,
      contents = true,
    }
    method(isms, d)
    results(isms, d)
    register(isms, d)
    estimates(isms, d)
    traces(isms, d)
  end,
}
