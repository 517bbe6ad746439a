-- Objectives with their plans and results (6.2), and the metrics with their series (9.1).
local function years_of(isms)
  local years = {}
  for year_, part in isms.objectives:group(function(x) return x.year end) do table.insert(years, 1, { year = year_, objectives = part }) end
  return years
end

local function plan(d, objectives)
  d:table(objectives, {
    { "id", 70 }, { "objective", 170, strong = true }, { "department", 80 }, { "indicator", 140, required = true },
    { function(x) return d:target_words(x) or d:missing() end, 75, title = { ja = "目標", en = "Target" }, content = "status" },
    { "action", 180, required = true, group = { ja = "達成のための計画", en = "Plan" } }, { "resources", 110, required = true, group = { ja = "達成のための計画", en = "Plan" } },
    { "owner", 75, group = { ja = "達成のための計画", en = "Plan" } }, { "due", 80, group = { ja = "達成のための計画", en = "Plan" } },
    { "method", 120, required = true, group = { ja = "達成のための計画", en = "Plan" } },
  }, { home = true, kind = "objective", wide = true, caption = d:text { ja = "目的と計画", en = "Objectives and plans" } })
end

local function results(d, objectives)
  local rows = {}
  for _, objective in ipairs(objectives) do
    local all = list(objective.results or {}):sort(function(a, b) return a.date < b.date end)
    if #all == 0 then rows[#rows + 1] = { objective = objective } end
    for _, result in ipairs(all) do rows[#rows + 1] = { objective = objective, result = result } end
  end
  d:table(list(rows), {
    { function(row) return d:ref(row.objective, "id") end, 80, title = d:word("number"), content = "id" },
    { function(row) return d:text(row.objective.objective) end, 250, title = { ja = "目的", en = "Objective" } },
    { function(row) return d:target_words(row.objective) or d:missing() end, 90, title = { ja = "目標", en = "Target" }, content = "status" },
    { function(row)
        if row.result then return row.result.date end
        return d:is_overdue(row.objective.due) and d:missing { ja = "期限までに評価なし", en = "not evaluated by its due date" } or d:missing { ja = "未評価", en = "not evaluated" }
      end, 100, title = { ja = "評価日", en = "Evaluated" }, content = "date" },
    { function(row) return row.result and (d:with_unit(row.result.value, row.objective.unit) or "—") end, 90, title = { ja = "実績値", en = "Value" }, content = "number" },
    { function(row) if row.result then return d:result_state(row.objective, row.result) end end, 110, title = { ja = "判定", en = "Result" }, content = "status" },
    { function(row) return row.result and d:text(row.result.comment) or nil end, 330, title = d:word("remark") },
  }, { caption = d:text { ja = "評価（○：達成　×：未達成）", en = "Evaluation" } })
end

local function metric_table(isms, d)
  d:table(isms.metrics, {
    { "id", 60 }, { "name", 170, strong = true }, { "how", 230, required = true }, { "frequency", 70, required = true },
    { "measured_by", 80, required = true }, { "analysed_by", 80, required = true },
    { function(x) return d:target_words(x) or d:missing() end, 90, title = { ja = "目標", en = "Target" }, content = "status" },
    { function(x)
        local series = list(x.series or {}):sort("date")
        local last = series[#series]
        if not last then return d:missing { ja = "測定値なし", en = "no values" } end
        return { d:with_unit(last.value, x.unit), d:br(), d:soft(last.date) }, d:misses_target(last.value, x.target, x.direction) and "high" or nil
      end, 90, title = { ja = "最新の値", en = "Latest value" }, content = "status" },
    { function(x)
        local missed = list(x.series or {}):count(function(point) return d:misses_target(point.value, x.target, x.direction) end)
        return x.target and d:say({ ja = "{n}/{all}回", en = "{n} of {all}" }, { n = missed, all = #(x.series or {}) }) or "—"
      end, 70, title = { ja = "未達", en = "Missed" }, content = "number" },
    { function(x) return x.controls and #x.controls > 0 and d:refs(x.controls, { form = "id" }) or "—" end, 70, title = d:word("controls") },
  }, { home = true, kind = "metric", wide = true })
end

-- Two charts beside each other, and under each what was noted about single values.
local function charts(isms, d)
  local shown = isms.metrics:where(function(metric) return #(metric.series or {}) > 0 end)
  local function panel(metric)
    return function()
      if not metric then return end
      d:time_series(metric.series, { target = metric.target, direction = metric.direction, width = 36000, height = 9500,
        caption = d:say(present(d:text(metric.unit)) and { ja = "{id} {name}（{unit}）", en = "{id} {name} ({unit})" } or "{id} {name}", { id = metric.id, name = metric.name, unit = metric.unit }) })
      local remarks = {}
      for _, point in ipairs(metric.series) do
        if present(point.comment) then remarks[#remarks + 1] = { point.date, d:text { ja = "：", en = ": " }, d:text(point.comment) } end
      end
      if #remarks > 0 then d:note(d:join(remarks, d:text { ja = "　", en = "; " })) end
    end
  end
  for index = 1, #shown, 2 do d:side_by_side(panel(shown[index]), panel(shown[index + 1])) end
end

return document "effectiveness" {
  title = { ja = "ISMS有効性評価表", en = "Objectives and Performance Evaluation" },
  clause = "9.1", clauses = { "6.2", "9.1" }, group = "9", order = 910, page = "landscape",
  needs = function(isms) return #isms.objectives + #isms.metrics > 0 end,
  body = function(isms, d)
    local achieved, missed, open = 0, 0, 0
    for _, objective in ipairs(isms.objectives) do
      local _, tone = d:result_state(objective, d:latest_result(objective))
      if tone == "good" then achieved = achieved + 1 elseif tone == "high" then missed = missed + 1 else open = open + 1 end
    end
    local below = isms.metrics:count(function(metric)
      local series = list(metric.series or {}):sort("date")
      return #series > 0 and d:misses_target(series[#series].value, metric.target, metric.direction)
    end)
    d:cover()
    d:overview {
      { ja = "本書は、情報セキュリティ目的とそれを達成するための計画、評価の結果、及び監視・測定の指標の推移を示す。目的の判定は直近の評価による。",
        en = "The information security objectives with the plans to achieve them and how they were evaluated, and the metrics over time. An objective is judged by its latest evaluation." },
      figures = {
        { #isms.objectives, { ja = "目的", en = "{n:objective|objectives}" } }, { achieved, { ja = "達成", en = "achieved" } },
        { missed, { ja = "未達成", en = "not achieved" }, tone = missed > 0 and "high" or nil }, { open, { ja = "未評価", en = "not evaluated" }, tone = open > 0 and "medium" or nil },
        { #isms.metrics, { ja = "指標", en = "{n:metric|metrics}" } }, { below, { ja = "直近が目標未達", en = "miss the target" }, tone = below > 0 and "medium" or nil },
      },
    }
    for _, entry in ipairs(years_of(isms)) do
      d:section(d:say({ ja = "情報セキュリティ目的{year}", en = "Objectives{year}" }, { year = entry.year and entry.year ~= "" and d:text { ja = "（", en = " (" } .. d:text(entry.year) .. d:text { ja = "）", en = ")" } or "" }), function()
        plan(d, entry.objectives)
        results(d, entry.objectives)
      end)
    end
    if #isms.metrics > 0 then
      d:section({ ja = "監視・測定の指標", en = "Metrics" }, function() metric_table(isms, d) end)
      d:section({ ja = "指標の推移", en = "Metrics over time" }, function()
        d:note { ja = "輪で囲んだ値は目標に達していない。破線は目標を示す。", en = "A ringed value misses the target; the dashed line is the target." }
        charts(isms, d)
      end)
    end
  end,
}
