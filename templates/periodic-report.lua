-- Quarterly report to the committee: what happened in the last full quarter before the day of the build.
local function quarter_before(d, date)
  local start = d:fiscal_year_start(date)
  local from = start
  while add_months(from, 3) <= date do from = add_months(from, 3) end
  return add_months(from, -3), from -- the quarter before the one under way: first day, and the day after its last
end

local function quarter_name(d, from)
  local start = d:fiscal_year_start(from)
  local number = ((year(from) - year(start)) * 12 + month(from) - month(start)) // 3 + 1
  return d:say({ ja = "{year} 第{q}四半期", en = "{year} Q{q}" }, { year = d:fiscal_year_name(from), q = number })
end

local reaches = { "large", "medium", "small" }

local function incidents(d, from, last)
  d:section({ ja = "【報告】インシデントの発生状況", en = "Report: incidents" }, function()
    local quarters, bars = {}, {}
    for back = 4, 0, -1 do quarters[#quarters + 1] = add_months(from, -3 * back) end
    local series = { { title = { ja = "大", en = "large" }, tone = "high" }, { title = { ja = "中", en = "medium" }, tone = "medium" }, { title = { ja = "小（事象・ヒヤリハット）", en = "small (events, near misses)" }, tone = "none" } }
    for index, first in ipairs(quarters) do
      local n = d:tally(d:within("incidents", "date", add_days(first, -1), add_days(add_months(first, 3), -1)), function(x) return x.reach end)
      local values = {}
      for place, reach in ipairs(reaches) do values[place] = n[reach] or 0 end
      bars[index] = { title = quarter_name(d, first), values = values }
    end
    d:stacked_bar(series, bars, { caption = d:text { ja = "四半期別・範囲別の件数", en = "By quarter and reach" } })
    d:table(d:within("incidents", "date", add_days(from, -1), last), {
      { function(x) return d:ref(x, "id") end, 110, title = d:word("number"), content = "id" }, { "date", 110 }, { "department", 130 }, { "summary", 350 }, { "reach", 70, tone = true },
      { function(x) return present(x.lessons) and d:text(x.lessons) or x.reach == "small" and "—" or d:missing() end, 280, title = { ja = "教訓・再発防止", en = "Lessons" } },
    }, { kind = "incident", empty = d:text { ja = "この四半期のインシデント及び事象の記録はない。", en = "No incident or event is on record for this quarter." } })
  end)
end

local function training(d, from, last)
  local held = d:records("trainings"):where(function(x) local date = x.held_start or x.planned_start return date <= last and (x.held_end or x.planned_end or date) >= from end)
  if #held == 0 then return end
  d:section({ ja = "【報告】教育・訓練の実施結果", en = "Report: training and exercises" }, function()
    d:table(held, {
      { function(x) return d:ref(x, "id") end, 120, title = d:word("number"), content = "id" }, { "name", 230 },
      { function(x) return d:period_lines(x.held_start or x.planned_start, x.held_end or x.planned_end) end, 180, title = { ja = "期間", en = "Period" }, content = "date" },
      { function(x)
          local f = d:training_figures(x)
          return f.attended and { d:number(f.attended), f.invited and { " / ", d:number(f.invited) } or nil } or "—"
        end, 100, title = { ja = "受講／対象", en = "Attended / invited" }, content = "status" },
      { "result", 290, required = true }, { function(x) local _, word, tone = d:training_state(x) return word, tone end, 80, title = d:word("state"), content = "status" },
    }, { kind = "training" })
  end)
end

local function score_of(d, check)
  local scores, sum = d.isms:catalog("lua/catalogs/self-check.yaml").scores, 0
  for _, answer in ipairs(check.answers or {}) do sum = sum + (scores[answer.answer] or 0) end
  return sum
end

local function findings(d, from, last)
  local before = add_days(from, -1)
  local audits, cases, checks = d:within("audits", "start", before, last), d:within("nonconformities", "issued", before, last), d:within("self_checks", "date", before, last)
  if #audits + #cases + #checks == 0 then return end
  d:section({ ja = "【報告】監査、点検及び是正処置", en = "Report: audits, checks and corrective action" }, function()
    local lines = {}
    for _, audit in ipairs(audits) do
      local n = d:tally(audit.findings or {}, function(f) return f.grade end)
      lines[#lines + 1] = { d:link("audit-report-" .. audit.id, audit.id), d:say({ ja = " {name}（{date}）：重大な不適合{major}件、軽微な不適合{minor}件、観察事項{observation}件、改善の機会{opportunity}件", en = " {name} ({date}): {major} major, {minor} minor, {observation} {observation:observation|observations}, {opportunity} {opportunity:opportunity|opportunities}" },
        { name = audit.name, date = audit.start, major = n.major or 0, minor = n.minor or 0, observation = n.observation or 0, opportunity = n.opportunity or 0 }) }
    end
    for _, check in ipairs(checks) do lines[#lines + 1] = { d:document_link("self-check", { ja = "自社診断", en = "Self-check" }), " ", check.id, d:text { ja = "（", en = " (" }, check.date, d:text { ja = "）", en = ")" }, d:say({ ja = "：{n}点（100点満点）", en = ": {n} of 100" }, { n = score_of(d, check) }) } end
    if #lines > 0 then d:list(lines) end
    d:table(cases, {
      { function(x) return d:ref(x, "id") end, 130, title = d:word("number"), content = "id" }, { "issued", 110 }, { "department", 130 }, { "content", 420 }, { "planned", 110 },
      { function(x) local _, word, tone = d:nonconformity_state(x) return word, tone end, 100, title = d:word("state"), content = "status" },
    }, { kind = "nonconformity", caption = d:text { ja = "この四半期に発行した是正要求", en = "Corrective action requests issued" }, empty = d:text { ja = "この四半期に発行した是正要求はない。", en = "No corrective action was requested in this quarter." } })
  end)
end

local function metrics(d, from, last)
  local rows = {}
  for _, metric in ipairs(d:records("metrics")) do
    local inside, earlier = {}, nil
    for _, point in ipairs(list(metric.series or {}):sort("date")) do
      if point.date >= from and point.date <= last then inside[#inside + 1] = point elseif point.date < from then earlier = point end
    end
    if #inside > 0 then rows[#rows + 1] = { metric = metric, inside = inside, earlier = earlier } end
  end
  if #rows == 0 then return end
  d:section({ ja = "【報告】監視・測定の結果", en = "Report: metrics" }, function()
    d:table(list(rows), {
      { function(x) return d:ref(x.metric, "id") end, 90, title = d:word("number"), content = "id" }, { function(x) return d:text(x.metric.name) end, 300, title = { ja = "測定対象", en = "Metric" } },
      { function(x) return d:target_words(x.metric) or d:missing() end, 130, title = { ja = "目標", en = "Target" }, content = "status" },
      { function(x) return x.earlier and d:with_unit(x.earlier.value, x.metric.unit) or "—" end, 120, title = { ja = "前回の値", en = "Value before" }, content = "number" },
      { function(x)
          local parts = {}
          for index, point in ipairs(x.inside) do parts[index] = string.format("%.10g", point.value) end
          return table.concat(parts, " → ")
        end, 200, title = { ja = "四半期の値", en = "Values in the quarter" }, content = "status" },
      { function(x)
          if not x.metric.target then return "—" end
          local missed = d:misses_target(x.inside[#x.inside].value, x.metric.target, x.metric.direction)
          return d:text(missed and { ja = "× 未達成", en = "missed" } or { ja = "○ 達成", en = "met" }), missed and "high" or "good"
        end, 110, title = { ja = "判定", en = "Result" }, content = "status" },
    })
  end)
end

local function follow_up(d)
  d:section({ ja = "【報告・依頼】期限を過ぎたもの、期限の近いもの", en = "Report and request: overdue or due soon" }, function() d:due_table(d:due(30)) end)
end

local function notices(d, from, last)
  local told = d:within("threat_intel", "date", add_days(from, -1), last):where(function(x) return x.relevance ~= "low" end)
  if #told == 0 then return end
  d:section({ ja = "【周知】脅威の情報", en = "Notice: threats" }, function()
    d:table(told, { { function(x) return d:ref(x, "id") end, 120, title = d:word("number"), content = "id" }, { "date", 110 }, { "summary", 390 }, { "relevance", 80, tone = true }, { "action", 300, required = true } }, { kind = "threat-intel" })
  end)
end

local function ahead(d, last)
  local finish, rows = add_months(add_days(last, 1), 3), {}
  for _, activity in ipairs(d:records("activities")) do
    for _, entry in ipairs(d:schedule(activity.planned, activity.done)) do
      if entry.planned and entry.planned > last and entry.planned < finish and (activity.frequency ~= "monthly" or #rows == 0 or rows[#rows].activity ~= activity) then
        rows[#rows + 1] = { activity = activity, date = entry.planned, state = d:schedule_state(entry) }
      end
    end
  end
  if #rows == 0 then return end
  d:section({ ja = "【周知】次の四半期の活動", en = "Notice: the next quarter" }, function()
    d:note { ja = "●実施　○予定　▲予定日を過ぎて未実施", en = "● done, ○ planned, ▲ planned, past and not done" }
    d:table(list(rows):sort(function(a, b) return a.date < b.date end), {
      { function(x) return { d:word("sign_" .. x.state), " ", x.date } end, 140, title = d:word("date"), content = "date" }, { function(x) return d:ref(x.activity, "id") end, 100, title = d:word("number"), content = "id" },
      { function(x) return d:text(x.activity.activity) end, 560, title = { ja = "実施事項", en = "Activity" } }, { function(x) return d:ref(x.activity.owner) end, 200, title = d:word("person_in_charge"), content = "name" },
    })
  end)
end

return document "periodic-report" {
  title = { ja = "情報セキュリティ定期報告", en = "Quarterly Security Report" },
  clause = "9.1", group = "9", order = 928,
  needs = function(isms) return #isms.incidents + #isms.metrics + #isms.trainings > 0 end,
  body = function(isms, d)
    local from, following = quarter_before(d, isms.date)
    local last = add_days(following, -1)
    local happened = d:within("incidents", "date", add_days(from, -1), last)
    local serious = happened:count(function(x) return x.reach ~= "small" end)
    local late = d:due(0):count(function(entry) return entry.days < 0 end)
    d:cover { rows = { { { ja = "対象期間", en = "Period" }, { quarter_name(d, from), "　", d:period(from, last) } } } }
    d:overview {
      d:say({ ja = "{quarter}の情報セキュリティの状況を、情報セキュリティ委員会に報告する。期限の状況は{date}現在による。", en = "State of information security in {quarter}, reported to the committee. What is due is as of {date}." }, { quarter = quarter_name(d, from), date = isms.date }),
      figures = {
        { serious, { ja = "インシデント（中・大）", en = "{n:incident|incidents} (medium, large)" }, tone = serious > 0 and "medium" or nil }, { #happened - serious, { ja = "事象・ヒヤリハット", en = "events, near misses" } },
        { #d:within("nonconformities", "issued", add_days(from, -1), last), { ja = "発行した是正要求", en = "corrective {n:action|actions} requested" } },
        { late, { ja = "期限超過（本日現在）", en = "overdue today" }, tone = late > 0 and "high" or nil },
      },
    }
    incidents(d, from, last)
    training(d, from, last)
    findings(d, from, last)
    metrics(d, from, last)
    follow_up(d)
    notices(d, from, last)
    ahead(d, last)
  end,
}
