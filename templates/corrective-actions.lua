-- Register of corrective actions: every nonconformity and how far it has come.
-- How often each clause and each control is concerned, the most frequent first.
local function by_requirement(cases)
  local rows, by_id = {}, {}
  for _, nc in ipairs(cases) do
    local concerned = list { nc.clause or nc.control or "", nc.clause and nc.control or nil }
    for _, requirement in ipairs(concerned) do
      local id = requirement ~= "" and requirement.kind .. requirement.id or ""
      if not by_id[id] then
        by_id[id] = { requirement = requirement, n = 0, cases = list {} }
        rows[#rows + 1] = by_id[id]
      end
      by_id[id].n, by_id[id].cases[by_id[id].n + 1] = by_id[id].n + 1, nc
    end
  end
  return list(rows):sort(function(a, b) return a.n > b.n end)
end

return document "corrective-actions" {
  title = { ja = "是正処置一覧", en = "Register of Corrective Actions" },
  clause = "10.2", group = "10", order = 1010, page = "landscape", needs = "nonconformity",
  body = function(isms, d)
    local cases = isms.nonconformities
    local n = d:tally(cases, function(nc) return (d:nonconformity_state(nc)) end)
    local open = #cases - (n.closed or 0)
    d:cover()
    d:overview {
      { ja = "本書は、内部監査、外部審査、インシデントなどから発行した是正要求の一覧である。個々の内容と承認は是正要求書兼回答書に示す。是正処置は、有効性を評価して完了とする。",
        en = "This register lists every corrective action request, whatever its origin. Content and approvals are in the forms. A case is closed when its effectiveness has been reviewed." },
      figures = {
        { #cases, { ja = "是正要求", en = "{n:request|requests}" } }, { n.closed or 0, { ja = "完了", en = "closed" } }, { open, { ja = "処置中", en = "open" } },
        { n.overdue or 0, { ja = "期限超過", en = "overdue" }, tone = (n.overdue or 0) > 0 and "high" or nil },
      },
    }
    d:section({ ja = "一覧", en = "Register" }, function()
      d:table(cases, {
        { function(nc) return d:ref(nc, "id") end, 80, title = d:word("number"), content = "id" },
        { "issued", 70 }, { "department", 80 }, { "origin", 90, content = "name" }, { "grade", 85, tone = true, content = "name" },
        { function(nc) return d:requirement_of(nc) or d:missing() end, 120, title = d:word("requirement"), content = "name" },
        { "content", 200 }, { "planned", 70 }, { "completed", 70 }, { "effective_date", 70 },
        { function(nc) local _, word, tone = d:nonconformity_state(nc) return word, tone end, 65, title = d:word("state"), content = "status" },
      }, { wide = true, kind = "nonconformity", caption = d:as_of(d:say({ ja = "是正要求（{n}件）", en = "Corrective action requests ({n})" }, { n = #cases })) })
    end)
    d:section({ ja = "要求事項別の件数", en = "By requirement" }, function()
      d:note { ja = "箇条と管理策の両方に関わる是正要求は、それぞれに数える。", en = "A request that touches a clause and a control counts for both." }
      d:table(by_requirement(cases), {
        { function(row) return row.requirement ~= "" and d:ref(row.requirement, "both") or d:missing() end, 450, title = d:word("requirement"), content = "name" },
        { function(row) return d:number(row.n) end, 150, title = d:word("count"), content = "number" },
        { function(row) return d:refs(row.cases, { form = "id" }) end, 400, title = { ja = "番号", en = "Requests" }, content = "name" },
      }, { narrow = true })
    end)
  end,
}
