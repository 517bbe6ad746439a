-- The page of entry: the state of the ISMS on the date of the build. What needs somebody comes first.
local function findings_section(d)
  local findings = d:findings()
  local n = d:tally(findings, function(finding) return finding.level end)
  d:section({ ja = "検査の指摘", en = "Findings of the checks" }, function()
    d:key_figures {
      { n.error or 0, { ja = "エラー", en = "{n:error|errors}" }, tone = (n.error or 0) > 0 and "high" or nil },
      { n.warning or 0, { ja = "警告", en = "{n:warning|warnings}" }, tone = (n.warning or 0) > 0 and "medium" or nil },
      { n.note or 0, { ja = "注記", en = "{n:note|notes}" } },
    }
    local tones = { error = "critical", warning = "medium", note = "none" }
    local words = { error = { ja = "エラー", en = "error" }, warning = { ja = "警告", en = "warning" }, note = { ja = "注記", en = "note" } }
    local ranks = { error = 1, warning = 2, note = 3 }
    local shown = findings:sort(function(a, b) return ranks[a.level] < ranks[b.level] end)
    if #shown > 100 then shown = list { table.unpack(shown, 1, 100) } end
    d:table(shown, {
      { function(f) return d:text(words[f.level]), tones[f.level] end, 70, title = { ja = "程度", en = "Level" }, content = "status" },
      { function(f) return f.clause or "—" end, 70, title = d:word("requirement"), content = "id" },
      { function(f) return { d:text(f.text), present(f.help) and { d:br(), d:soft(d:text(f.help)) } or nil } end, 600, title = d:word("matter") },
      { function(f)
          local place = f.file and (f.line and f.line > 0 and f.file .. ":" .. f.line or f.file)
          return { place and { d:code(place), d:br() } or nil, d:soft(f.slug) }
        end, 260, title = { ja = "場所・規則", en = "Place, rule" } },
    }, { empty = d:text { ja = "指摘はない。", en = "There are no findings." } })
    if #findings > #shown then d:note(d:word("and_more", { n = #findings - #shown })) end
  end)
end

-- Absent where nothing was taken from the built-in checks.
local function weakened_section(d)
  local weakened = d:weakened()
  if #weakened == 0 then return end
  d:section(d:word("weakened"), function()
    d:paragraph { ja = "組み込みの検査のうち、止めたもの、緩めたもの、置き換えたもの及び指摘の免除は次のとおりである。",
      en = "Built-in checks that were switched off, relaxed or replaced, and waivers of their findings." }
    d:weakened_table(weakened)
  end)
end

local function controls_section(isms, d)
  if #isms.controls == 0 then return end
  local series = {
    { title = { ja = "実施", en = "implemented" }, tone = "good" }, { title = { ja = "一部実施", en = "partly" }, tone = "medium" },
    { title = { ja = "未実施", en = "not yet" }, tone = "high" }, { title = { ja = "適用除外", en = "excluded" }, tone = "none" },
  }
  local index_of, bars = { implemented = 1, partly = 2, ["not"] = 3 }, {}
  for theme, controls in isms.controls:group("theme") do
    local values = { 0, 0, 0, 0 }
    for _, control in ipairs(controls) do
      local index = control.applicable == false and 4 or index_of[control.status] or 3
      values[index] = values[index] + 1
    end
    bars[#bars + 1] = { title = theme.title, values = values }
  end
  d:section({ ja = "管理策の実施状況", en = "State of the controls" }, function()
    d:stacked_bar(series, bars)
    d:paragraph({ ja = "詳しくは", en = "See the " }, d:document_link("soa", { ja = "適用宣言書", en = "Statement of Applicability" }), { ja = "を参照。", en = "." })
  end)
end

local function risks_section(isms, d)
  if #isms.risks == 0 or not isms.method then return end
  d:section({ ja = "リスク", en = "Risks" }, function()
    d:heat_maps(isms.risks)
    d:paragraph({ ja = "詳しくは", en = "See the " }, d:document_link("risk-report", { ja = "リスクアセスメント結果報告書", en = "risk assessment report" }), { ja = "を参照。", en = "." })
  end)
end

local function tasks_section(isms, d)
  local open = isms.tasks:where(function(task) return task.status ~= "done" end):sort(function(a, b) return (a.planned_end or "") < (b.planned_end or "") end)
  d:section({ ja = "終えていないリスク対応", en = "Treatment tasks not yet done" }, function()
    local shown = #open > 20 and list { table.unpack(open, 1, 20) } or open
    d:table(shown, {
      { function(task) return d:ref(task, "id") end, 100, title = d:word("number"), content = "id" }, { "task", 420 }, { "owner", 150 }, { "planned_end", 130 },
      { function(task) return d:task_state(task) end, 130, title = d:word("state"), content = "status" },
    }, { kind = "task", empty = d:text { ja = "終えていないリスク対応はない。", en = "All tasks are done." } })
    if #open > #shown then d:note(d:word("and_more", { n = #open - #shown })) end
  end)
end

local function decisions_section(isms, d)
  local latest
  for _, review in ipairs(isms.reviews) do
    if review.date and review.date <= isms.date and #(review.decisions or {}) > 0 and (not latest or review.date > latest.date) then latest = review end
  end
  d:section({ ja = "最近の決定", en = "Latest decisions" }, function()
    if not latest then return d:paragraph { ja = "マネジメントレビューの決定の記録はない。", en = "No decision of a management review is on record." } end
    d:paragraph(d:link("review-" .. latest.id, d:text(latest.name)), d:soft(d:text { ja = "（", en = " (" }, latest.date, d:text { ja = "）", en = ")" }))
    d:table(list(latest.decisions), { { function(x) return d:ref(x, "id") end, 150, title = d:word("number"), content = "id" }, { "action", 440 }, { "owner", 140 }, { "due", 130 },
      { function(x) return x.status and d:text(x:label("status")) or d:missing(), x:tone("status") end, 140, title = d:word("state"), content = "status" } }, { kind = "decision" })
  end)
end

local function documents_section(d)
  d:section({ ja = "文書", en = "Documents" }, function()
    local made = list(d.documents):where(function(document) return not document.dashboard end)
    d:table(made, {
      { function(x) return x.number ~= "" and x.number or "—" end, 110, title = { ja = "文書番号", en = "No." }, content = "id" },
      { function(x) return { d:link(x.id, x.name), x.record and x.template.id ~= "policy" and d:soft(d:text { ja = "（", en = " (" }, x.record.id, d:text { ja = "）", en = ")" }) or nil } end,
        560, title = { ja = "表題", en = "Title" } },
      { function(x) return present(x.version) and x.version or x.record and x.template.id ~= "policy" and "—" or d:missing() end, 90, title = d:word("version"), content = "number" },
      { function(x) return present(x.revised) and x.revised or present(x.issued) and x.issued or "—" end, 130, title = { ja = "改訂", en = "Revised" }, content = "date" },
      { function(x) return present(x.classification) and x.classification or "—" end, 110, title = { ja = "区分", en = "Class" }, content = "status" },
    }, { group = function(x) return x.group:match("^%d") and x.group .. " " .. x.group_title or x.group_title end })
  end)
end

return document "dashboard" {
  title = { ja = "ISMSの状況", en = "State of the ISMS" },
  clause = "9.1", group = "9", order = 0, dashboard = true,
  body = function(isms, d)
    local due = d:due(30)
    local late = due:count(function(entry) return entry.days < 0 end)
    local applied = isms.controls:count(function(control) return control.applicable end)
    local implemented = isms.controls:count(function(control) return control.applicable and control.status == "implemented" end)
    local high = isms.risks:count(function(risk) return risk.figures ~= nil and not d:acceptable(risk) and d:acceptance_state(risk) ~= "valid" end)
    local open = d:records("nonconformities"):count(function(nc) return (d:nonconformity_state(nc)) ~= "closed" end)
    d:section(d:say({ ja = "{name} ISMSの状況（{date}現在）", en = "{name}: state of the ISMS on {date}" },
      { name = isms.manifest and isms.manifest.organization and isms.manifest.organization.name or "", date = isms.date }), { unnumbered = true }, function()
      d:key_figures {
        { late, { ja = "期限を過ぎたもの", en = "overdue" }, tone = late > 0 and "high" or nil }, { #due - late, { ja = "30日以内に期限", en = "due within 30 days" }, tone = #due > late and "medium" or nil },
        { high, { ja = "基準を超え未受容のリスク", en = "{n:risk|risks} above the criterion, not accepted" }, tone = high > 0 and "high" or nil },
        { open, { ja = "処置中の不適合", en = "open {n:nonconformity|nonconformities}" } },
        { d:percent(implemented, applied), { ja = "管理策の実施率", en = "controls implemented" } },
      }
    end)
    d:section({ ja = "期限", en = "Due" }, function() d:due_table(due) end)
    findings_section(d)
    weakened_section(d)
    risks_section(isms, d)
    controls_section(isms, d)
    tasks_section(isms, d)
    decisions_section(isms, d)
    documents_section(d)
  end,
}
