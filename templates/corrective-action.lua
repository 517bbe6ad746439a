-- Corrective action request and answer: one form per nonconformity, signed at each of its five stages.

-- The grid: stage | heading | three cells of matter | approval | author. WIDE is a cell over all the matter.
local COLUMNS = { { 35 }, { 125 }, { 205 }, { 125 }, { 260 }, { 125, "name" }, { 125, "name" } }
local WIDE = 3

-- Who signed a stage: room for a seal, below it date and name.
local function signed(d, nc, stage, role, rows)
  local approval = nc.approvals and nc.approvals[stage]
  local person, date = approval and approval[role], approval and approval[role .. "_date"]
  local cell = { "", seal = true, rows = rows, align = "center", content = "name" }
  if person then
    cell[1], cell[2], cell[3] = date or d:missing { ja = "日付なし", en = "no date" }, d:br(), d:text(person.name)
  end
  return cell
end

local function boxed(d, checked, ...) return { d:box(checked), "\u{A0}", ... } end

local function yes_no(d, value, pending, yes, no)
  if value == nil and not pending then return d:missing() end
  return { boxed(d, value == true, d:word(yes or "yes")), "　", boxed(d, value == false, d:word(no or "no")) }
end

-- The boxes of the origins named, `each` to a line; what has a blank to fill in carries the note of the record.
local function origin_boxes(d, nc, each, origins)
  local parts, blanks = {}, { ["external-audit"] = { ja = "機関名：", en = "body: " }, other = "" }
  for index, id in ipairs(origins) do
    local choice, chosen = d:choice("nonconformity", "origin", id), nc.origin == id
    local words = { d:text(choice.title) }
    if blanks[id] then
      local note = chosen and present(nc.origin_note) and d:text(nc.origin_note) or ("　"):rep(10)
      words[2] = d:say({ ja = "（{label}{note}）", en = " ({label}{note})" }, { label = blanks[id], note = note })
    end
    if index > 1 then parts[#parts + 1] = index % each == 1 % each and d:br() or "　" end
    parts[#parts + 1] = boxed(d, chosen, words)
  end
  return parts
end

-- Who audited, and when: from the record, else from the audit with the finding.
local function audit_of(d, nc)
  local audit = nc.finding and nc.finding.parent
  local date, auditors = nc.audited or audit and audit.start, nil
  if audit then
    for _, session in ipairs(audit.sessions or {}) do
      if session.department == nc.department then
        date, auditors = nc.audited or session.date, session.auditors
      end
    end
  end
  local names = list(auditors or (audit and { audit.leader } or {})):map(function(person) return d:text(person.name) end)
  return date, present(nc.auditor) and d:text(nc.auditor) or #names > 0 and d:join(names) or nil
end

-- Words of a stage; pending: its time has not come, so that nothing is missing yet.
local function words_of(d, value, pending)
  if pending and not present(value) then return d:status(d:text { ja = "未実施", en = "not yet done" }, "medium") end
  return d:required(d:enumerated(value))
end

local function date_of(d, date, pending)
  if date then return date end
  return pending and "" or d:missing()
end

-- Rows of one stage: its heading to the left of all of them, the room to sign to the right. `rows` are the cells between.
local function add_stage(d, form, nc, stage, title, rows)
  for index, cells in ipairs(rows) do
    local row = {}
    if index == 1 then row[1] = { d:text(title), header = true, vertical = true, rows = #rows } end
    for _, cell in ipairs(cells) do row[#row + 1] = cell end
    if index == 1 then
      row[#row + 1] = signed(d, nc, stage, "approver", #rows)
      row[#row + 1] = signed(d, nc, stage, "author", #rows)
    end
    form[#form + 1] = row
  end
end

local function label(d, words, rows) return { d:text(words), header = true, rows = rows } end
local function line(d, words, value, pending) return { label(d, words), { value, span = WIDE, blank = pending } } end

local function add_input(d, form, nc)
  local audited, auditors = audit_of(d, nc)
  local otherwise = (nc.origin == "internal-audit" or nc.origin == "external-audit") and d:missing() or "—"
  add_stage(d, form, nc, "input", { ja = "入力情報", en = "Input" }, {
    line(d, { ja = "監査", en = "From an audit" }, origin_boxes(d, nc, 1, { "internal-audit", "external-audit" })),
    { label(d, { ja = "監査年月日", en = "Audited on" }), { audited or otherwise, content = "date", align = "left" },
      label(d, { ja = "監査者", en = "Auditor" }), { auditors or otherwise, content = "name" } },
    { label(d, { ja = "指摘のランク", en = "Grade" }), { d:show_required(nc, "grade"), content = "status", align = "left" },
      label(d, { ja = "指摘番号", en = "Finding" }), { nc.finding and d:ref(nc.finding, "id") or "—", content = "id", align = "left" } },
    line(d, { ja = "監査以外", en = "Otherwise" }, origin_boxes(d, nc, 2, { "incident", "interested-party", "proposal", "other" })),
    line(d, { ja = "要求事項", en = "Requirement" }, d:requirement_of(nc) or d:missing()),
    line(d, { ja = "内容", en = "Content" }, d:required(d:enumerated(nc.content))),
  })
end

local function add_plan(d, form, nc)
  add_stage(d, form, nc, "plan", { ja = "処置計画", en = "Plan" }, {
    line(d, { ja = "修正", en = "Correction" }, d:required(d:enumerated(nc.correction))),
    line(d, { ja = "実施予定日", en = "Planned for" }, nc.correction_planned or "—"),
    { label(d, { ja = "類似の不適合", en = "Similar cases" }, 2), { yes_no(d, nc.similar_found, true, "present_", "absent_") },
      label(d, { ja = "発生する可能性", en = "Could occur" }), { yes_no(d, nc.could_occur, true, "present_", "absent_") } },
    { { d:required(d:enumerated(nc.similar)), span = WIDE } },
    line(d, { ja = "原因", en = "Cause" }, d:required(d:enumerated(nc.cause))),
    line(d, { ja = "原因除去の計画", en = "Removal of cause" }, yes_no(d, nc.removal_needed)),
    line(d, { ja = "原因除去", en = "Corrective action" }, nc.removal_needed == false and not present(nc.plan) and "—" or words_of(d, nc.plan)),
    line(d, { ja = "実施予定日", en = "Planned for" }, nc.removal_needed == false and not nc.planned and "—" or date_of(d, nc.planned)),
  })
end

local function add_answer(d, form, nc)
  local running, verified = nc.planned and not d:is_overdue(nc.planned) and not nc.completed, not nc.effective_date and not nc.verified
  add_stage(d, form, nc, "report", { ja = "実施報告", en = "Report" }, {
    line(d, { ja = "内容", en = "What was done" }, words_of(d, nc.report, running), running),
    line(d, { ja = "実施完了日", en = "Completed" }, date_of(d, nc.completed, running)),
  })
  add_stage(d, form, nc, "verification", { ja = "処置確認", en = "Verification" }, {
    line(d, { ja = "確認", en = "Verification" }, words_of(d, nc.verification, verified), verified),
    line(d, { ja = "確認日", en = "Verified" }, date_of(d, nc.verified, verified)),
  })
  add_stage(d, form, nc, "effectiveness", { ja = "有効性評価", en = "Effectiveness" }, {
    line(d, { ja = "有効性", en = "Effectiveness" }, words_of(d, nc.effective, not nc.effective_date), not nc.effective_date),
    { label(d, { ja = "評価日", en = "Reviewed" }), { date_of(d, nc.effective_date, true), content = "date", align = "left" },
      label(d, { ja = "フォロー監査", en = "Follow-up audit" }), { yes_no(d, nc.follow_up_audit, not nc.effective_date) } },
  })
end

-- What the case touches; below the stages, across the columns of signatures.
local function add_related(d, form, nc)
  local lines = {}
  for _, entry in ipairs { { d:word("risks"), nc.risks }, { d:text { ja = "文書", en = "Documents" }, nc.documents }, { d:text { ja = "証拠", en = "Evidence" }, nc.evidence } } do
    if #(entry[2] or {}) > 0 then lines[#lines + 1] = entry end
  end
  for index, entry in ipairs(lines) do
    local row = {}
    if index == 1 then row[1] = { d:text { ja = "関連", en = "Related" }, header = true, vertical = true, rows = #lines } end
    row[#row + 1] = { entry[1], header = true }
    row[#row + 1] = { d:refs(entry[2], { form = "both", lines = true }), span = WIDE + 2 }
    form[#form + 1] = row
  end
end

local function add_head(isms, d, form, nc)
  local _, state, tone = d:nonconformity_state(nc)
  local organization = isms.manifest and isms.manifest.organization or {}
  form[1] = {
    { d:text { ja = "組織", en = "Organization" }, header = true, span = 2 }, { d:text(organization.name) or "" },
    label(d, { ja = "対象部門", en = "Department" }), { nc.department and d:text(nc.department.name) or d:missing(), span = WIDE } }
  form[2] = {
    { d:text { ja = "整理番号", en = "No." }, header = true, span = 2 }, { d:strong(nc.id) },
    label(d, { ja = "発行日", en = "Issued" }), { nc.issued or d:missing(), content = "date", align = "left" },
    { d:word("state"), header = true, align = "center" }, { d:status(state, tone), content = "status" } }
  form[3] = {
    { d:text { ja = "段階と内容", en = "Stages" }, header = true, span = 2 + WIDE, align = "center" },
    { d:word("approver"), header = true, align = "center" }, { d:word("author"), header = true, align = "center" } }
end

return document "corrective-action" {
  title = { ja = "是正要求書兼回答書", en = "Corrective Action Request" },
  clause = "10.2", group = "10", order = 1020, each = "nonconformity",
  issued = function(nc) return nc.issued end,
  body = function(isms, d, nc)
    d:section(d.document.title, { unnumbered = true, id = nc.id }, function()
      local form = {}
      add_head(isms, d, form, nc)
      add_input(d, form, nc)
      add_plan(d, form, nc)
      add_answer(d, form, nc)
      add_related(d, form, nc)
      d:form(form, { columns = COLUMNS })
    end)
  end,
}
