-- Plan of the year: every activity with its months, planned and done; the meetings and audits on record beside them.
local function columns(d, start, entries_of)
  local result = {
    { function(x) return d:strong(x.id) end, 45, title = d:word("number"), content = "id" },
    { function(x) return x.clause and d:ref(x.clause, "id") or "—" end, 42, title = { ja = "箇条", en = "Clause" }, content = "id" },
    { "activity", 150 },
    { function(x) return present(x.document) and d:text(x.document) or "—" end, 125, title = { ja = "文書名", en = "Document" } },
    { "frequency", 52, content = "status", required = true }, { "owner", 62 },
  }
  for _, column in ipairs(d:month_columns(start, entries_of, 43)) do result[#result + 1] = column end
  return result
end

-- Dates outside the year have no column; they are named below the table.
local function outside(d, activities, entries_of, start)
  local finish, lines = add_months(start, 12), {}
  for _, activity in ipairs(activities) do
    local dates = {}
    for _, entry in ipairs(entries_of(activity)) do
      local date = entry.done or entry.planned
      if date < start or date >= finish then dates[#dates + 1] = d:word("sign_" .. d:schedule_state(entry)) .. date end
    end
    if #dates > 0 then lines[#lines + 1] = { d:ref(activity, "id"), " ", table.concat(dates, " ") } end
  end
  if #lines > 0 then d:note(d:text { ja = "ほかの年度の日付：", en = "Dates in other years: " }, d:join(lines, d:text { ja = "　", en = "; " })) end
end

local MONTHS = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" }

-- The same by month: what comes once or twice a year and every quarter; what comes every month or on an event once below.
local function by_month(isms, d, start, entries_of)
  local function named(activities)
    local words = {}
    for index, activity in ipairs(activities) do words[index] = { d:ref(activity, "id"), " ", d:text(activity.activity) } end
    return #words > 0 and d:join(words, d:br()) or nil
  end
  local function within(test, from)
    local to = add_months(from, 1)
    return isms.activities:where(function(activity)
      if not test(activity.frequency) then return false end
      for _, entry in ipairs(entries_of(activity)) do
        local date = entry.planned or entry.done
        if date >= from and date < to then return true end
      end
      return false
    end)
  end
  local function seldom(frequency) return frequency == "yearly" or frequency == "half-yearly" or frequency == nil end
  local function quarterly(frequency) return frequency == "quarterly" end
  local rows = {}
  for offset = 0, 11 do rows[#rows + 1] = { from = add_months(start, offset), quarter = offset // 3 + 1 } end
  d:section({ ja = "月別の実施事項", en = "By month" }, function()
    d:table(list(rows), {
      { function(row) return d:say({ ja = "{n}月", en = MONTHS[month(row.from)] }, { n = month(row.from) }) end, 70, title = { ja = "月", en = "Month" }, content = "number" },
      { function(row) return named(within(seldom, row.from)) end, 560, title = { ja = "年1回・半期に1回", en = "Yearly or half-yearly" } },
      { function(row) return named(within(quarterly, row.from)) end, 370, title = { ja = "四半期に1回", en = "Quarterly" } },
    }, { group = function(row) return d:say({ ja = "第{q}四半期", en = "Q{q}" }, { q = row.quarter }) end })
    local function every(frequency) return isms.activities:where(function(activity) return activity.frequency == frequency end) end
    d:fields {
      { optional = true, { ja = "毎月", en = "Every month" }, named(every("monthly")) },
      { optional = true, { ja = "随時", en = "On event" }, named(every("on-event")) },
    }
  end)
end

local function meetings(isms, d, start)
  local finish, rows = add_months(start, 12), {}
  local function add(record, date, kind, name)
    if date and date >= start and date < finish then rows[#rows + 1] = { record = record, date = date, kind = kind, name = name } end
  end
  for _, review in ipairs(d:records("reviews")) do 
    local kind = review.type and d:text(review:label("type"))
    if contains({ "annual", "half-year" }, review.type) then kind = d:say({ ja = "マネジメントレビュー（{kind}）", en = "Management review ({kind})" }, { kind = kind:lower() }) end
    add(review, review.date, kind or d:text { ja = "会議", en = "Meeting" }, review.name)
  end
  for _, audit in ipairs(d:records("audits")) do add(audit, audit.start, d:text { ja = "内部監査", en = "Internal audit" }, audit.name) end
  for _, training in ipairs(d:records("trainings")) do add(training, training.held_start or training.planned_start, d:text { ja = "教育", en = "Training" }, training.name) end
  if #rows == 0 then return end
  d:section({ ja = "レビュー、監査及び教育の日程", en = "Reviews, audits and training" }, function()
    d:table(list(rows):sort(function(a, b) return a.date < b.date end), {
      { function(row) return row.date end, 150, title = d:word("date"), content = "date" }, { function(row) return row.kind end, 200, title = d:word("kind"), content = "name" },
      { function(row) return d:ref(row.record, "id") end, 150, title = d:word("number"), content = "id" }, { function(row) return d:text(row.name) end, 380, title = { ja = "名称", en = "Name" } },
      { function(row) return d:text(row.date <= isms.date and { ja = "● 実施", en = "● held" } or { ja = "○ 予定", en = "○ planned" }) end, 120, title = d:word("state"), content = "status" },
    })
  end)
end

return document "calendar" {
  title = { ja = "ISMS年間計画表", en = "Annual ISMS Plan" },
  clause = "8.1", group = "8", order = 810, page = "landscape", needs = "activity",
  body = function(isms, d)
    local start, schedules, n = d:fiscal_year_start(isms.date), {}, { done = 0, overdue = 0, planned = 0 }
    for _, activity in ipairs(isms.activities) do
      schedules[activity] = d:schedule(activity.planned, activity.done)
      for _, entry in ipairs(schedules[activity]) do
        local state = d:schedule_state(entry)
        n[state] = n[state] + 1
      end
    end
    local function entries_of(activity) return schedules[activity] end
    d:cover()
    d:overview {
      { ja = "本書は、ISMSの活動の年間の予定と実施の状況を示す。", en = "What the ISMS does in the course of the year, and what of it has been done." },
      figures = {
        { #isms.activities, { ja = "活動", en = "{n:activity|activities}" } }, { n.done, { ja = "● 実施", en = "● done" } }, { n.planned, { ja = "○ 予定", en = "○ planned" } },
        { n.overdue, { ja = "▲ 期限超過", en = "▲ overdue" }, tone = n.overdue > 0 and "high" or nil },
      },
    }
    d:section(d:say({ ja = "{year}の計画と実施", en = "Plan and progress, {year}" }, { year = d:fiscal_year_name(isms.date) }), function()
      d:note { ja = "●実施　○予定　▲予定日を過ぎて未実施。数字は日を示す。", en = "● done, ○ planned, ▲ planned, past and not done. The figure is the day of the month." }
      local groups = {}
      for _, group in ipairs(isms:catalog("lua/catalogs/clauses.yaml").groups) do groups[group.id] = group.title end
      local ordered = isms.activities:sort(function(a, b)
        local x, y = a.clause and tonumber(a.clause.id:match("^%d+")) or 99, b.clause and tonumber(b.clause.id:match("^%d+")) or 99
        return x < y
      end)
      d:table(ordered, columns(d, start, entries_of), { home = true, kind = "activity", wide = true, group = function(x)
        local top = x.clause and x.clause.id:match("^%d+")
        return top and top .. " " .. d:text(groups[top]) or d:text { ja = "管理策の運用", en = "Controls" }
      end })
      outside(d, isms.activities, entries_of, start)
    end)
    by_month(isms, d, start, entries_of)
    meetings(isms, d, start)
  end,
}
