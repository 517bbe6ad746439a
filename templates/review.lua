-- Management review: inputs a to g with the facts since the last review beside the secretariat's words, the decisions,
-- and what became of earlier ones.
local function previous_of(isms, review)
  local previous
  for _, other in ipairs(isms.reviews) do
    if other.date and other.date < review.date and other.type == review.type and (not previous or other.date > previous.date) then previous = other end
  end
  return previous
end

-- A list of facts from the records, each a sentence; nothing when there are none.
local function facts(d, lines)
  local kept = {}
  for _, line in ipairs(lines) do
    if present(line) then kept[#kept + 1] = line end
  end
  if #kept == 0 then return end
  d:note(d:strong(d:text { ja = "記録から", en = "From the records" }))
  d:list(kept)
end

local function decision_state(d, decision)
  if decision.status == "done" or decision.done then return d:text { ja = "完了", en = "Done" }, "good" end
  if d:is_overdue(decision.due) then return d:word("overdue"), "high" end
  if not decision.status then return d:missing() end
  return d:text(decision:label("status")), decision:tone("status")
end

-- How far a decision has come, or had come on a day, and the tasks it became with theirs. What was finished only
-- after that day was open on it.
local function state_and_tasks(d, decision, day)
  local word, tone = decision_state(d, decision)
  if day and decision.done and decision.done > day then
    word, tone = d:text { ja = "未完了", en = "not done" }, decision.due and decision.due < day and "high" or "medium"
  end
  local parts = { d:status(d:capital(word), tone) }
  for _, task in ipairs(decision:refs("task")) do
    local task_word, task_tone = d:task_state(task)
    local later = day and task.actual_end and task.actual_end > day
    parts[#parts + 1] = { d:br(), d:ref(task, "id"), not later and { " ", d:status(task_word, task_tone) } or nil }
  end
  return parts
end

local function earlier_decisions(isms, d, review)
  local reported = {}
  for _, entry in ipairs(review.follow_up or {}) do
    if entry.decision then reported[entry.decision.id] = entry.state end
  end
  local previous = previous_of(isms, review)
  local decisions = d:decisions_before(review.date):where(function(decision)
    return reported[decision.id] ~= nil or (previous ~= nil and decision.parent == previous)
      or (decision.status ~= "done" and not decision.done)
  end)
  if #decisions == 0 and present(review.inputs and review.inputs.a) then return end -- reported from elsewhere
  d:table(decisions, {
    { function(x) return d:ref(x, "id") end, 95, title = d:word("number"), content = "id" },
    { "action", 300 }, { "owner", 80, required = true }, { "due", 85, required = true },
    { function(x) return state_and_tasks(d, x, review.date) end, 90, title = d:word("state"), content = "name" },
    { function(x) return reported[x.id] and d:text(reported[x.id]) or d:missing { ja = "報告なし", en = "not reported" } end, 300, title = { ja = "報告", en = "Reported" } },
  }, { kind = "decision", empty = d:text { ja = "前回までの決定事項は登録していない。", en = "No earlier decisions are on record here." } })
end

-- Records whose date lies in the period of the review.
local function of_period(records, field, from, to)
  return records:where(function(record)
    local date = record[field]
    return date ~= nil and (not from or date > from) and date <= to
  end)
end

-- A record keeps the last of its dates only: once one lies after the period, what happened in it can no longer be counted.
local function is_past(records, field, to)
  return records:count(function(record) return record[field] ~= nil and record[field] > to end) > 0
end

-- Issues and parties that changed in the period. Where the secretariat reports, "none" is not set against its words.
local function changes(d, records, from, to, word, reported)
  if #records == 0 or is_past(records, "changed", to) then return {} end
  local changed = of_period(records, "changed", from, to)
  if #changed == 0 and reported then return {} end
  return { { d:say({ ja = "登録{all}件のうち、期間中に変更{n}件", en = "{all} on record, {n} changed in the period" }, { all = #records, n = #changed }),
    #changed > 0 and { d:text { ja = "：", en = ": " }, #changed > 6 and d:refs(changed, { form = "id" })
      or d:join(changed:map(function(record) return { d:ref(record, "id"), " ", d:text(record[word]) } end)) } or nil,
    d:text { ja = "。", en = "." } } }
end

-- Threats of the period that somebody marked for the review.
local function add_threats(d, from, to, lines)
  for _, threat in ipairs(of_period(d:records("threat_intel"), "date", from, to):where("to_review")) do
    lines[#lines + 1] = { d:ref(threat, "id"), d:text { ja = "（", en = " (" }, threat.date, d:text { ja = "）", en = ") " }, d:text(threat.summary),
      present(threat.action) and { d:text { ja = "　対応：", en = "; action: " }, d:text(threat.action) } or nil }
  end
end

-- Laws and contracts looked at in the period, and what was noted about changes.
local function add_legal_changes(d, from, to, lines, reported)
  local laws = d:records("laws")
  if #laws == 0 or is_past(laws, "checked", to) then return end
  local checked = of_period(laws, "checked", from, to)
  if #checked == 0 and reported then return end
  lines[#lines + 1] = d:say({ ja = "法令及び契約：登録{all}件のうち、期間中に{n}件を確認。", en = "Laws and contracts: {n} of {all} were looked at in the period." }, { all = #laws, n = #checked })
  for _, law in ipairs(checked) do
    local changed = d:text(law.changed)
    if present(changed) and not contains({ "なし", "無", "無し", "none", "None", "no", "No" }, changed) then
      lines[#lines + 1] = { d:ref(law, "both"), d:text { ja = "：", en = ": " }, changed }
    end
  end
end

-- Reviews of suppliers and tests of continuity plans in the period.
local function add_suppliers_and_tests(d, from, to, lines)
  local reviewed = of_period(d:records("suppliers"), "last_review", from, to)
  if #reviewed > 0 then
    local weak = reviewed:where(function(x) return x.judgement ~= "accepted" end)
    lines[#lines + 1] = { d:say({ ja = "委託先及びクラウドサービスの審査：{n}件", en = "Contractors and cloud services reviewed: {n}" }, { n = #reviewed }),
      #weak > 0 and { d:text { ja = "。採用以外の判定：", en = "; not accepted without conditions: " }, d:join(weak:map(function(x)
        return { d:ref(x, "id"), " ", d:text(x.name), d:text { ja = "（", en = " (" }, x.judgement and d:text(x:label("judgement")) or d:missing(), d:text { ja = "）", en = ")" } }
      end)) } or nil, d:text { ja = "。", en = "." } }
  end
  local held, missed = 0, {}
  for _, plan in ipairs(d:records("continuities")) do
    for _, test in ipairs(plan.tests or {}) do
      if test.date and (not from or test.date > from) and test.date <= to then
        held = held + 1
        if test.passed == false then missed[#missed + 1] = plan end
      end
    end
  end
  if held > 0 then
    lines[#lines + 1] = { d:say({ ja = "事業継続の試験：{n}件、うち目標に達しなかったもの{missed}件", en = "Continuity tests: {n}, of which {missed} missed the target" }, { n = held, missed = #missed }),
      #missed > 0 and { d:text { ja = "（", en = " (" }, d:refs(missed, { form = "id" }), d:text { ja = "）", en = ")" } } or nil, d:text { ja = "。", en = "." } }
  end
end

local function audit_words(d, audit)
  local n = d:tally(audit.findings or {}, function(f) return f.grade end)
  return { d:link("audit-report-" .. audit.id, audit.id), d:say({ ja = "（{date}）：重大な不適合{major}件、軽微な不適合{minor}件、観察事項{observation}件、改善の機会{opportunity}件、優れた点{strength}件。",
    en = " ({date}): {major} major, {minor} minor, {observation} {observation:observation|observations}, {opportunity} {opportunity:opportunity|opportunities}, {strength} {strength:strength|strengths}." },
    { date = audit.start, major = n.major or 0, minor = n.minor or 0, observation = n.observation or 0, opportunity = n.opportunity or 0, strength = n.strength or 0 }) }
end

-- The last entry of a series up to a date.
local function latest(entries, to)
  local last
  for _, entry in ipairs(entries or {}) do
    if entry.date and entry.date <= to and (not last or entry.date >= last.date) then last = entry end
  end
  return last
end

-- Tables of the metrics measured and of the objectives judged in the period.
local function measurements(d, from, to)
  local function within(date) return date ~= nil and (not from or date > from) and date <= to end
  local metrics = d:records("metrics"):where(function(metric) local last = latest(metric.series, to) return last ~= nil and within(last.date) end)
  if #metrics > 0 then
    d:table(metrics, {
      { function(m) return d:ref(m, "id") end, 110, title = d:word("number"), content = "id" }, { "name", 400 },
      { function(m) return d:target_words(m) or d:missing() end, 170, title = { ja = "目標", en = "Target" }, content = "status" },
      { function(m) return d:with_unit(latest(m.series, to).value, m.unit) or "—" end, 160, title = { ja = "最新の値", en = "Latest" }, content = "number" },
      { function(m) return latest(m.series, to).date end, 160, title = d:word("date"), content = "date" },
    }, { kind = "metric", caption = d:text { ja = "監視・測定の結果", en = "Monitoring and measurement" } })
  end
  local objectives = d:records("objectives"):where(function(o) local last = latest(o.results, to) return last ~= nil and within(last.date) end)
  if #objectives > 0 then
    d:table(objectives, {
      { function(o) return d:ref(o, "id") end, 110, title = d:word("number"), content = "id" }, { "objective", 400 },
      { function(o) return d:target_words(o) or d:missing() end, 170, title = { ja = "目標", en = "Target" }, content = "status" },
      { function(o) return d:with_unit(latest(o.results, to).value, o.unit) or "—" end, 160, title = { ja = "実績", en = "Result" }, content = "number" },
      { function(o)
          local achieved = latest(o.results, to).achieved
          if achieved == nil then return d:missing() end
          return achieved and d:text { ja = "○ 達成", en = "met" } or d:text { ja = "× 未達成", en = "not met" }, achieved and "good" or "high"
        end, 160, title = { ja = "判定", en = "Judged" }, content = "status" },
    }, { kind = "objective", caption = d:text { ja = "情報セキュリティ目的の達成状況", en = "Information security objectives" } })
  end
end

-- Nonconformities, audits, incidents and training of the period, in figures.
local function performance(isms, d, from, to)
  local cases = d:records("nonconformities")
  local open = cases:count(function(nc) return nc.issued and nc.issued <= to and not (nc.effective_date and nc.effective_date <= to) end)
  local lines = {
    d:say({ ja = "不適合及び是正処置：期間中に{n}件を発行、{closed}件の有効性を評価。開催日現在{open}件が処置中。",
      en = "Nonconformities: {n} issued in the period, {closed} reviewed for effectiveness, {open} open on the day of the review." },
      { n = #of_period(cases, "issued", from, to), closed = #of_period(cases, "effective_date", from, to), open = open }),
  }
  for _, audit in ipairs(of_period(d:records("audits"), "start", from, to)) do lines[#lines + 1] = audit_words(d, audit) end
  local incidents = of_period(d:records("incidents"), "date", from, to)
  if #d:records("incidents") > 0 then
    local n = d:tally(incidents, function(incident) return incident.reach end)
    lines[#lines + 1] = d:say({ ja = "インシデント及び事象：{n}件（影響の範囲 大{large}件、中{medium}件、小{small}件）。", en = "Incidents and events: {n} (reach large {large}, medium {medium}, small {small})." },
      { n = #incidents, large = n.large or 0, medium = n.medium or 0, small = n.small or 0 })
  end
  for _, training in ipairs(of_period(d:records("trainings"), "held_end", from, to)) do
    if training.invited and training.attended then
      lines[#lines + 1] = d:say({ ja = "教育「{name}」：対象{invited}名のうち受講{attended}名。", en = "Training “{name}”: {attended} of {invited} took part." },
        { name = training.name, invited = training.invited, attended = training.attended })
    end
  end
  add_suppliers_and_tests(d, from, to, lines)
  facts(d, lines)
  measurements(d, from, to)
end

-- Opportunities that audits of the period named.
local function opportunities(d, from, to)
  local lines = {}
  for _, audit in ipairs(of_period(d:records("audits"), "start", from, to)) do
    for _, finding in ipairs(audit.findings or {}) do
      if finding.grade == "opportunity" then lines[#lines + 1] = { d:ref(finding, "id"), " ", d:text(finding.content) } end
    end
  end
  facts(d, lines)
end

-- Figures of a risk as they stood on a day: a second assessment made later did not count yet.
local function figures_on(risk, day)
  local figures = risk.figures
  if not figures then return nil end
  local second = figures.second and not (risk.second and risk.second.date and risk.second.date > day) and figures.second
  return second or figures.first
end

-- Risks and treatment on the day of the meeting; in the last review only, for the records keep no older state.
local function risk_state(isms, d, review)
  if isms.reviews:count(function(other) return other.date > review.date end) > 0 then return end
  local risks, tasks, day = d:records("risks"), d:records("tasks"), review.date
  if #risks == 0 then return end
  local parts = {}
  local bands = d:tally(risks, function(risk) local figures = figures_on(risk, day) return figures and figures.band end)
  for _, band in ipairs(d:bands()) do
    parts[#parts + 1] = d:say({ ja = "{band}{n}件", en = "{n} {band}" }, { band = band.title, n = bands[band.id] or 0 })
  end
  local function is_done(task)
    if task.actual_end then return task.actual_end <= day end
    return task.status == "done"
  end
  local late = tasks:where(function(task) return not is_done(task) and task.planned_end ~= nil and task.planned_end < day end)
  local expired = risks:where(function(risk) return risk.acceptance ~= nil and risk.acceptance["until"] ~= nil and risk.acceptance["until"] < day end)
  facts(d, {
    d:say({ ja = "リスク{n}件の開催日現在の水準：{parts}。", en = "Level of the {n} risks on the day of the review: {parts}." }, { n = #risks, parts = table.concat(parts, d:comma()) }),
    #tasks > 0 and d:say({ ja = "リスク対応計画{n}件のうち終了{done}件、期限超過{late}件（開催日現在）。", en = "Of {n} treatment tasks {done} were done and {late} overdue on the day of the review." },
      { n = #tasks, done = tasks:count(is_done), late = #late }) or nil,
    #late > 0 and { d:text { ja = "期限を過ぎたもの：", en = "Overdue: " }, d:refs(late, { form = "both" }) } or nil,
    #expired > 0 and { d:text { ja = "受容の期限が切れた残留リスク：", en = "Residual risks whose acceptance has ended: " }, d:refs(expired, { form = "id" }) } or nil,
  })
end

local function inputs(isms, d, review, from)
  local titles
  for _, clause in ipairs(isms.clauses) do
    if clause.id == "9.3.2" then titles = clause.inputs end
  end
  -- A monthly report or an ad hoc meeting need not speak of every input.
  local full = review.type ~= "monthly" and review.type ~= "ad-hoc"
  d:section({ ja = "インプット（報告事項）", en = "Inputs" }, function()
    for _, entry in ipairs(titles or {}) do
      d:section(d:say("{id}) {label}", { id = entry.id, label = entry.label }), function()
        local words = review.inputs and review.inputs[entry.id]
        if full or present(words) then d:prose(words) end
        if entry.id == "a" then earlier_decisions(isms, d, review) end
        if entry.id == "b" then
          local lines = changes(d, d:records("issues"), from, review.date, "issue", present(words))
          add_threats(d, from, review.date, lines)
          facts(d, lines)
        end
        if entry.id == "c" then
          local lines = changes(d, d:records("parties"), from, review.date, "name", present(words))
          add_legal_changes(d, from, review.date, lines, present(words))
          facts(d, lines)
        end
        if entry.id == "g" then opportunities(d, from, review.date) end
        if entry.id == "d" then performance(isms, d, from, review.date) end
        if entry.id == "f" then risk_state(isms, d, review) end
      end)
    end
  end)
end

local function decisions(d, review)
  local made = list(review.decisions or {})
  d:section({ ja = "アウトプット（決定事項）", en = "Decisions" }, function()
    if d:is_live() and #made > 0 then d:note(d:say({ ja = "処置の状態は{date}現在の記録による。", en = "States are those on record on {date}." }, { date = d.isms.date })) end
    if #made == 0 then
      return d:callout("high", { ja = "決定事項の記録がありません。", en = "No decision is on record." })
    end
    for kind, part in made:group("type") do
      d:section(kind.title, function()
        d:table(part, {
          { function(x) return d:strong(x.id) end, 150, title = d:word("number"), content = "id" },
          { "action", 380, required = true }, { "owner", 120, required = true }, { "due", 120, required = true },
          { function(x) return state_and_tasks(d, x) end, 150, title = d:word("state"), content = "name" },
        }, { home = true, kind = "decision" })
      end)
    end
  end)
end

local function meeting(d, review, from)
  d:section({ ja = "開催の概要", en = "The meeting" }, function()
    d:fields {
      { { ja = "名称", en = "Name" }, d:text(review.name) },
      { { ja = "種別", en = "Kind" }, d:show(review, "type"), optional = true },
      { { ja = "開催日", en = "Date" }, review.date },
      { { ja = "対象期間", en = "Period" }, d:period(from, review.date) },
      { { ja = "場所", en = "Place" }, d:text(review.place) },
      { { ja = "議長", en = "Chair" }, review.chair and { d:text(review.chair.name), present(review.chair.position) and d:soft(d:text { ja = "（", en = " (" }, d:text(review.chair.position), d:text { ja = "）", en = ")" }) or nil } },
      { { ja = "出席者", en = "Attendees" }, review.attendees and d:refs(review.attendees) },
      { { ja = "記録", en = "Minutes by" }, review.secretary and d:ref(review.secretary) },
    }
  end)
end

-- A meeting of the committee or a report of the month is not called a management review.
local titles = {
  quarterly = { ja = "情報セキュリティ委員会議事録", en = "Minutes of the Security Committee" }, monthly = { ja = "情報セキュリティ月次報告", en = "Monthly Security Report" },
}

return document "review" {
  title = function(_, review) return review and titles[review.type] or { ja = "マネジメントレビュー報告書", en = "Management Review Report" } end,
  issued_title = { ja = "開催日", en = "Held on" },
  clause = "9.3", group = "9", order = 930, each = "review",
  issued = function(review) return review.date end,
  body = function(isms, d, review)
    local previous = previous_of(isms, review)
    local from = review.period_start or (previous and previous.date)
    d:cover { rows = { { { ja = "会議", en = "Meeting" }, { review.id, " ", d:text(review.name) } } } }
    if d:has_history() then d:change_history() end
    d:contents_when_long()
    meeting(d, review, from)
    inputs(isms, d, review, from)
    decisions(d, review)
    d:section({ ja = "総括", en = "Conclusion" }, function() d:prose(review.conclusion) end)
  end,
}
