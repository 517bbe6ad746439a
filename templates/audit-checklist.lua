-- Checklist of an internal audit: questions written beforehand, what was found written beside them.
local function clause_groups(isms)
  local titles = {}
  for _, group in ipairs(isms:catalog("lua/catalogs/clauses.yaml").groups) do titles[group.id] = group.title end
  return titles
end

local function heading_of(titles, d)
  return function(check)
    if check.clause then
      local top = check.clause.id:match("^%d+")
      return d:say({ ja = "{id}. {title}", en = "{id}. {title}" }, { id = top, title = titles[top] })
    end
    return d:text { ja = "附属書Aの管理策", en = "Controls of Annex A" }
  end
end

-- Which of the audited clauses no question covers.
local function uncovered(audit)
  local covered, result = {}, {}
  for _, check in ipairs(audit.checklist or {}) do
    if check.clause then covered[check.clause.id] = true end
  end
  for _, clause in ipairs(audit.clauses or {}) do
    if not covered[clause.id] then result[#result + 1] = clause end
  end
  return result
end

return document "audit-checklist" {
  title = { ja = "内部監査チェックリスト", en = "Internal Audit Checklist" },
  clause = "9.2.2", group = "9", order = 921, each = "audit", page = "landscape",
  body = function(isms, d, audit)
    local checks = list(audit.checklist or {})
    local titles, missing = clause_groups(isms), uncovered(audit)
    local n = d:tally(checks, function(check) return check.judgement or "none" end)
    local open = (n.none or 0) + (n["not-checked"] or 0)
    d:cover { rows = { { { ja = "監査", en = "Audit" }, { audit.id, " ", d:text(audit.name) } } } }
    if d:has_history() then d:change_history() end
    d:contents_when_long()
    d:section({ ja = "概要", en = "Overview" }, function()
      d:key_figures {
        { #checks, { ja = "確認事項", en = "{n:question|questions}" } }, { n.conform or 0, { ja = "適合", en = "conforming" } },
        { n.observation or 0, { ja = "観察", en = "{n:observation|observations}" } },
        { n.nonconform or 0, { ja = "不適合", en = "nonconforming" }, tone = (n.nonconform or 0) > 0 and "high" or nil },
        { open, { ja = "未確認", en = "not checked" }, tone = open > 0 and "medium" or nil },
      }
      if #missing > 0 then
        d:callout("medium", { { ja = "対象とする箇条のうち、確認事項のないもの：", en = "Clauses in the audit without a question: " }, d:refs(missing, { form = "id", limit = 60 }) })
      end
    end)
    d:section({ ja = "確認事項と結果", en = "Questions and results" }, function()
      local heading = heading_of(titles, d)
      d:note(d:strong(d:text { ja = "判定：", en = "Result: " }), d:text {
        ja = "適合＝要求事項を満たす。観察＝満たすが、放置すると不適合になるおそれがある。不適合＝要求事項を満たさない。未確認＝確認していない。所見は監査報告書の指摘の番号であり、一つの指摘が複数の確認事項から生じること、適合の事項から改善の機会が生じることがある。指摘の区分は監査報告書で決める。",
        en = "conforms = the requirement is met; observation = met, but at risk; nonconformity = not met; not checked = not looked at. The finding is the one of the audit report: it may follow from several questions, an opportunity even from one that conforms, and its grade is settled there." })
      local linked = checks:count("finding") > 0
      d:table(checks, {
        { "id", 55 },
        { function(check) return d:requirement_of(check) or d:missing() end, 170, title = { ja = "監査項目", en = "Requirement" }, content = "name" },
        { "question", 260 },
        { "department", 85 },
        { function(check) return present(check.result) and d:text(check.result) or "" end, 240, title = { ja = "確認結果", en = "Result" } },
        { function(check) return present(check.evidence) and d:text(check.evidence) or "" end, 130, title = { ja = "確認した証拠", en = "Evidence seen" } },
        { "judgement", 60, tone = true, required = true },
        linked and { function(check) return check.finding and d:ref(check.finding, "id") or "" end, 65, title = { ja = "所見", en = "Finding" }, content = "id" } or nil,
      }, { kind = "check", wide = true, group = heading, empty = d:text { ja = "確認事項が作られていません。", en = "No questions have been written." } })
    end)
  end,
}
