-- Corrective action request and answer: one form per nonconformity, signed at each of its five stages.
-- Who signed a stage: name and date, or room to sign.
local function signed(d, nc, stage, role)
  local approval = nc.approvals and nc.approvals[stage]
  local person, date = approval and approval[role], approval and approval[role .. "_date"]
  if not person then return { "", blank = true } end
  return { date and { date, d:br() } or { d:missing { ja = "日付なし", en = "no date" }, d:br() }, d:text(person.name), align = "center" }
end

local function origin_boxes(d, isms, nc)
  local parts = {}
  for _, kind in ipairs(isms.kinds) do
    if kind.name == "nonconformity" then
      for _, field in ipairs(kind.fields) do
        if field.name == "origin" then
          for index, choice in ipairs(field.values or {}) do
            if index > 1 then parts[#parts + 1] = "　" end
            parts[#parts + 1] = { d:box(nc.origin == choice.id), "\u{A0}", d:text(choice.title) }
          end
        end
      end
    end
  end
  return #parts > 0 and parts or d:show_required(nc, "origin")
end

local function yes_no(d, value, pending)
  if value == nil and not pending then return d:missing() end
  return { d:box(value == true), "\u{A0}", d:word("yes"), "　", d:box(value == false), "\u{A0}", d:word("no") }
end

local function source_of(d, nc)
  local finding = nc.finding
  if not finding then return nil end
  local audit = finding.parent
  return { d:ref(finding, "id"), audit and d:soft(d:say({ ja = "（監査 {id}、{date}）", en = " (audit {id}, {date})" }, { id = audit.id, date = audit.start })) or nil }
end

-- pending: the time for this stage has not come, so that nothing is missing yet.
local function dated(d, value, label, date, pending)
  if pending and not present(value) and not date then return d:status(d:text { ja = "未実施", en = "not yet done" }, "medium") end
  return { d:required(d:text(value)), d:br(), d:soft(d:text(label), " "), date or d:missing() }
end

-- Rows of one stage: its heading to the left of all of them, its signatures to the right.
local function add_stage(d, rows, nc, stage, title, lines)
  for index, line in ipairs(lines) do
    local row = {}
    if index == 1 then row[1] = { d:text(title), header = true, rows = #lines } end
    row[#row + 1] = { d:text(line[1]), header = true }
    row[#row + 1] = { line[2], content = line.content }
    if index == 1 then
      local approver, author = signed(d, nc, stage, "approver"), signed(d, nc, stage, "author")
      approver.rows, author.rows = #lines, #lines
      row[#row + 1], row[#row + 2] = approver, author
    end
    rows[#rows + 1] = row
  end
end

-- What the case touches; below the stages, across the columns of signatures.
local function add_related(d, rows, nc)
  local lines = {}
  for _, entry in ipairs { { d:word("risks"), nc.risks }, { d:text { ja = "文書", en = "Documents" }, nc.documents }, { d:text { ja = "証拠", en = "Evidence" }, nc.evidence } } do
    if #(entry[2] or {}) > 0 then lines[#lines + 1] = entry end
  end
  for index, entry in ipairs(lines) do
    local row = {}
    if index == 1 then row[1] = { d:text { ja = "関連", en = "Related" }, header = true, rows = #lines } end
    row[#row + 1] = { entry[1], header = true }
    row[#row + 1] = { d:refs(entry[2], { form = "both", lines = true }), span = 3 }
    rows[#rows + 1] = row
  end
end

local function form(isms, d, nc)
  local _, state, tone = d:nonconformity_state(nc)
  local function labelled(label, value) return { d:soft(d:text(label), " "), value } end
  local rows = {
    { { d:text { ja = "整理番号", en = "Number" }, header = true }, { d:strong(nc.id) },
      { labelled({ ja = "対象部門", en = "Department" }, nc.department and d:text(nc.department.name) or d:missing()), "　",
        labelled({ ja = "発行日", en = "Issued" }, nc.issued or d:missing()) },
      { d:soft(d:word("state"), " "), d:status(state, tone), span = 2 } },
    { { "", header = true, span = 3 }, { d:word("approver"), header = true, align = "center" }, { d:word("author"), header = true, align = "center" } },
  }
  add_stage(d, rows, nc, "input", { ja = "入力情報", en = "Input" }, {
    { { ja = "発生源", en = "Origin" }, origin_boxes(d, isms, nc), content = "name" },
    { { ja = "指摘の区分", en = "Grade" }, { d:show_required(nc, "grade"), source_of(d, nc) and { "　", source_of(d, nc) } or nil } },
    { { ja = "要求事項", en = "Requirement" }, d:requirement_of(nc) or d:missing() },
    { { ja = "内容", en = "Content" }, d:required(d:text(nc.content)) },
  })
  add_stage(d, rows, nc, "plan", { ja = "処置計画", en = "Plan" }, {
    { { ja = "修正", en = "Correction" }, d:required(d:text(nc.correction)) },
    { { ja = "類似の不適合", en = "Similar cases" }, d:required(d:text(nc.similar)) },
    { { ja = "原因", en = "Cause" }, d:required(d:text(nc.cause)) },
    { { ja = "原因除去の要否", en = "Removal of cause" }, yes_no(d, nc.removal_needed) },
    { { ja = "是正処置の計画", en = "Corrective action" }, nc.removal_needed == false and not present(nc.plan) and "—"
      or dated(d, nc.plan, { ja = "完了予定日", en = "Planned for" }, nc.planned) },
  })
  add_stage(d, rows, nc, "report", { ja = "実施報告", en = "Report" }, {
    { { ja = "実施内容", en = "What was done" }, dated(d, nc.report, { ja = "完了日", en = "Completed" }, nc.completed, nc.planned and not d:is_overdue(nc.planned)) },
  })
  add_stage(d, rows, nc, "verification", { ja = "処置確認", en = "Verification" }, {
    { { ja = "確認", en = "Verification" }, dated(d, nc.verification, { ja = "確認日", en = "Verified" }, nc.verified, not nc.effective_date) },
  })
  add_stage(d, rows, nc, "effectiveness", { ja = "有効性評価", en = "Effectiveness" }, {
    { { ja = "有効性", en = "Effectiveness" }, dated(d, nc.effective, { ja = "評価日", en = "Reviewed" }, nc.effective_date, true) },
    { { ja = "フォロー監査", en = "Follow-up audit" }, yes_no(d, nc.follow_up_audit, not nc.effective_date) },
  })
  add_related(d, rows, nc)
  d:form(rows, { columns = { { 0, "name" }, { 160 }, { 840 }, { 0, "date" }, { 0, "date" } } })
end

return document "corrective-action" {
  title = { ja = "是正要求書兼回答書", en = "Corrective Action Request" },
  clause = "10.2", group = "10", order = 1020, each = "nonconformity",
  issued = function(nc) return nc.issued end,
  body = function(isms, d, nc)
    d:section({ ja = "是正要求書兼回答書", en = "Corrective action request and answer" }, { unnumbered = true, id = nc.id }, function()
      form(isms, d, nc)
    end)
  end,
}
