-- Report of an internal audit: how it was done, what was found by grade, the opinion, the follow-up.
local grades = { "major", "minor", "observation", "opportunity", "strength" }

-- Headings over the findings of a grade.
local headings = {
  major = { ja = "重大な不適合", en = "Major nonconformities" }, minor = { ja = "軽微な不適合", en = "Minor nonconformities" },
  observation = { ja = "観察事項", en = "Observations" }, opportunity = { ja = "改善の機会", en = "Opportunities for improvement" },
  strength = { ja = "優れた点", en = "Strengths" },
}

-- All findings in one table, so that its columns stand alike under every grade.
local function finding_table(d, findings)
  local columns = {
    { function(f) return d:strong(f.id) end, 110, title = d:word("number"), content = "id" },
    { function(f) return d:requirement_of(f) or d:missing() end, 160, title = d:word("requirement"), content = "name" },
    { function(f) return f.department and d:text(f.department.name) or "—" end, 80, title = d:word("department"), content = "name" },
    { function(f)
        return { d:text(f.content), present(f.evidence) and { d:br(), d:soft(d:text { ja = "根拠：", en = "Evidence: " }, d:text(f.evidence)) } or nil }
      end, 550, title = d:word("matter") },
  }
  if findings:count(function(f) return f.grade == "major" or f.grade == "minor" or #f:refs("nonconformity") > 0 end) > 0 then
    columns[#columns + 1] = { function(f)
      local cases = f:refs("nonconformity")
      if #cases > 0 then return d:refs(cases, { form = "id" }) end
      if f.grade == "major" or f.grade == "minor" then return d:missing { ja = "未発行", en = "not issued" } end
      return "—"
    end, 100, title = { ja = "是正要求書", en = "Corrective action" }, content = "id" }
  end
  d:table(findings, columns, { home = true, kind = "finding", group = function(f) return d:text(headings[f.grade]) end })
end

local function earlier_findings(isms, d, audit)
  local previous
  for _, other in ipairs(isms.audits) do
    if other.start and audit.start and other.start < audit.start and (not previous or other.start > previous.start) then previous = other end
  end
  d:section({ ja = "前回の監査の指摘の状況", en = "Findings of the previous audit" }, function()
    if not previous then return d:paragraph { ja = "これより前の内部監査は登録していない。", en = "No earlier audit is on record here." } end
    local findings = list(previous.findings or {}):where(function(f) return f.grade ~= "strength" and f.grade ~= "opportunity" end)
    d:paragraph(d:as_of(d:say({ ja = "前回の監査 {id}（{name}）の指摘と、その後の処置を示す", en = "Findings of audit {id} ({name}) and what became of them" },
      { id = previous.id, name = previous.name })), d:text { ja = "。", en = "." })
    d:table(findings, {
      { function(f) return f.id end, 140, title = d:word("number"), content = "id" },
      { "grade", 140, tone = true },
      { function(f) return d:text(f.content) end, 460, title = d:word("matter") },
      { function(f)
          local cases, parts = f:refs("nonconformity"), {}
          for index, nc in ipairs(cases) do
            local _, word, tone = d:nonconformity_state(nc)
            parts[index] = { d:ref(nc, "id"), " ", d:status(word, tone) }
          end
          return #parts > 0 and d:join(parts, d:br()) or "—"
        end, 260, title = { ja = "是正処置", en = "Corrective action" }, content = "name" },
    }, { kind = "finding", empty = d:text { ja = "前回の監査に不適合及び観察事項はない。", en = "The previous audit had no nonconformities or observations." } })
  end)
end

return document "audit-report" {
  title = { ja = "内部監査結果報告書", en = "Internal Audit Report" },
  clause = "9.2.2", group = "9", order = 922, each = "audit",
  issued = function(audit) return audit.report_date end,
  issued_title = { ja = "報告日", en = "Reported on" },
  body = function(isms, d, audit)
    local findings = list(audit.findings or {})
    local n = d:tally(findings, function(f) return f.grade end)
    local checks = list(audit.checklist or {})
    local checked = checks:count(function(check) return check.judgement and check.judgement ~= "not-checked" end)
    d:cover { rows = { { { ja = "監査", en = "Audit" }, { audit.id, " ", d:text(audit.name) } } } }
    if d:has_history() then d:change_history() end
    d:contents_when_long()
    d:section({ ja = "監査の概要", en = "The audit" }, function()
      d:key_figures {
        { n.major or 0, { ja = "重大な不適合", en = "major" }, tone = (n.major or 0) > 0 and "high" or nil },
        { n.minor or 0, { ja = "軽微な不適合", en = "minor" }, tone = (n.minor or 0) > 0 and "high" or nil },
        { n.observation or 0, { ja = "観察事項", en = "{n:observation|observations}" } }, { n.opportunity or 0, { ja = "改善の機会", en = "{n:opportunity|opportunities}" } },
        { n.strength or 0, { ja = "優れた点", en = "{n:strength|strengths}" } },
      }
      d:fields {
        { { ja = "監査名称", en = "Name" }, d:text(audit.name) },
        { { ja = "監査実施日", en = "Dates" }, d:period(audit.start, audit.finish) },
        { { ja = "監査の目的", en = "Purpose" }, d:text(audit.purpose) },
        { { ja = "監査基準", en = "Criteria" }, d:text(audit.criteria) },
        { { ja = "監査責任者", en = "Lead auditor" }, audit.leader and d:ref(audit.leader) },
        { { ja = "報告日・方法", en = "Reported" }, { d:required(audit.report_date), " ", d:text(audit.report_means) } },
        { { ja = "確認した事項", en = "Questions asked" }, d:say({ ja = "{all}項目のうち{n}項目", en = "{n} of {all}" }, { all = #checks, n = checked }) },
      }
    end)
    d:section({ ja = "監査体制", en = "Audit team" }, function()
      d:table(list(audit.sessions or {}), {
        { function(s) return s.date end, 130, title = { ja = "実施日", en = "Date" }, content = "date" },
        { function(s) return s.department and d:text(s.department.name) end, 240, title = { ja = "被監査部門", en = "Department" }, content = "name" },
        { function(s) return s.auditors and d:refs(s.auditors) or d:missing() end, 320, title = { ja = "監査員", en = "Auditors" }, content = "name" },
        { function(s) return s.auditee and d:ref(s.auditee) or d:missing() end, 310, title = { ja = "応対者", en = "Auditee" }, content = "name" },
      })
    end)
    d:section({ ja = "監査総評", en = "Overall opinion" }, function() d:prose(audit.opinion) end)
    d:section({ ja = "指摘事項", en = "Findings" }, function()
      if #findings == 0 then
        return d:callout("medium", { ja = "指摘事項の記録がありません。優れた点を含めて一つもない監査は、確認の深さが問われます。",
          en = "No finding is on record, not even a strength; the depth of such an audit will be questioned." })
      end
      for _, grade in ipairs { "major", "minor" } do
        if not n[grade] then d:paragraph(d:say({ ja = "{grade}は検出されなかった。", en = "{grade}: none were found." }, { grade = headings[grade] })) end
      end
      local ordered = {}
      for _, grade in ipairs(grades) do
        for _, finding in ipairs(findings:where(function(f) return f.grade == grade end)) do ordered[#ordered + 1] = finding end
      end
      finding_table(d, list(ordered))
    end)
    earlier_findings(isms, d, audit)
    d:section(d:as_of { ja = "フォローアップ", en = "Follow-up" }, function() d:prose(audit.follow_up) end)
  end,
}
