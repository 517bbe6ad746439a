-- Plan of an internal audit: what is audited, why and how, and who meets whom when.
-- The controls that the questions of the checklist ask about, each once and in their order.
local function controls_asked(isms, audit)
  local asked = {}
  for _, check in ipairs(audit.checklist or {}) do
    if check.control then asked[check.control] = true end
  end
  return isms.controls:where(function(control) return asked[control] end)
end

-- The clauses audited, two chapters a row, and those left to other audits.
local function requirements(isms, d, audit)
  local covered, cells = {}, {}
  for _, clause in ipairs(audit.clauses or {}) do covered[clause.id] = true end
  if next(covered) == nil then return d:paragraph(d:missing()) end
  for _, chapter in ipairs(isms:catalog("lua/catalogs/clauses.yaml").groups) do
    local clauses = isms.clauses:where(function(clause) return covered[clause.id] and clause.id:match("^%d+") == chapter.id end)
    if #clauses > 0 then
      cells[#cells + 1] = { chapter.id .. " " .. d:text(chapter.title), header = true }
      cells[#cells + 1] = { d:refs(clauses, { form = "id", limit = 60 }) }
    end
  end
  local rows = {}
  for place = 1, #cells, 4 do
    if cells[place + 2] then
      rows[#rows + 1] = { cells[place], cells[place + 1], cells[place + 2], cells[place + 3] }
    else
      cells[place + 1].span = 3
      rows[#rows + 1] = { cells[place], cells[place + 1] }
    end
  end
  local controls = controls_asked(isms, audit)
  if #controls > 0 then
    rows[#rows + 1] = { { d:text { ja = "附属書A及び自社の管理策", en = "Annex A and own controls" }, header = true }, { d:refs(controls, { form = "id", limit = 100 }), span = 3 } }
  end
  d:form(rows, { columns = { { 180, "name" }, { 320 }, { 180, "name" }, { 320 } } })
  local left = isms.clauses:where(function(clause) return not covered[clause.id] end)
  if #left > 0 then
    d:note({ ja = "今回の監査で対象としない箇条：", en = "Clauses left to other audits: " }, d:refs(left, { form = "id", limit = 60 }))
  end
end

return document "audit-plan" {
  title = { ja = "内部監査計画書", en = "Internal Audit Plan" },
  clause = "9.2.2", group = "9", order = 920, each = "audit",
  body = function(isms, d, audit)
    d:cover { rows = { { { ja = "監査", en = "Audit" }, { audit.id, " ", d:text(audit.name) } } } }
    if d:has_history() then d:change_history() end
    d:section({ ja = "監査概要", en = "The audit" }, function()
      d:fields {
        { { ja = "監査名称", en = "Name" }, d:text(audit.name) },
        { { ja = "年度", en = "Year" }, audit.year, optional = true },
        { { ja = "監査の目的", en = "Purpose" }, d:text(audit.purpose) },
        { { ja = "重点テーマ", en = "Theme" }, d:text(audit.theme) },
        { { ja = "監査の範囲", en = "Scope" }, d:text(audit.scope) },
        { { ja = "監査の方法", en = "Method" }, d:text(audit.method) },
        { { ja = "監査基準", en = "Criteria" }, d:text(audit.criteria) },
        { { ja = "監査期間", en = "Period" }, d:period(audit.start, audit.finish) },
        { { ja = "監査責任者", en = "Lead auditor" }, audit.leader and d:ref(audit.leader) },
        { { ja = "報告予定日", en = "Report due" }, audit.report_date },
        { { ja = "報告の方法", en = "Means of reporting" }, d:text(audit.report_means) },
      }
    end)
    d:section({ ja = "詳細監査計画", en = "Sessions" }, function()
      d:paragraph { ja = "監査員は、自らの所属する部門を監査しない。", en = "Nobody audits their own department." }
      local number = 0
      d:table(list(audit.sessions or {}), {
        { function() number = number + 1 return tostring(number) end, 50, title = { ja = "No", en = "No." }, content = "number" },
        { function(s) return s.department and d:text(s.department.name) end, 160, title = { ja = "被監査部門", en = "Department" }, content = "name" },
        { function(s)
            local names = {}
            for index, auditor in ipairs(s.auditors or {}) do
              local own = auditor.department and s.department and auditor.department == s.department
              names[index] = { d:text(auditor.name), own and { " ", d:status(d:text { ja = "自部門", en = "own department" }, "high") } or nil }
            end
            return #names > 0 and d:join(names, d:br()) or d:missing()
          end, 180, title = { ja = "監査員", en = "Auditors" }, content = "name" },
        { function(s) return s.auditee and d:ref(s.auditee) or d:missing() end, 150, title = { ja = "応対者", en = "Auditee" }, content = "name" },
        { function(s) return { s.date or d:missing(), present(s.time) and { d:br(), s.time } or nil } end, 140, title = { ja = "日時", en = "Date and time" }, content = "date" },
        { function(s) return present(s.subject) and d:text(s.subject) or "—" end, 320, title = { ja = "対象", en = "Subject" } },
      }, { empty = d:text { ja = "部門別の日程が決まっていません。", en = "No sessions have been fixed." } })
    end)
    d:section({ ja = "対象とする要求事項", en = "Requirements audited" }, function()
      requirements(isms, d, audit)
    end)
  end,
}
