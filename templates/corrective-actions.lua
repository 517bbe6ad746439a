-- Register of corrective actions: every nonconformity and how far it has come.
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
        { #cases, { ja = "是正要求", en = "requests" } }, { n.closed or 0, { ja = "完了", en = "closed" } }, { open, { ja = "処置中", en = "open" } },
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
      }, { wide = true, kind = "nonconformity", caption = d:say({ ja = "是正要求（{n}件）", en = "Corrective action requests ({n})" }, { n = #cases }) })
    end)
    d:section({ ja = "要求事項別の件数", en = "By requirement" }, function()
      local rows = {}
      for requirement, part in cases:group(function(nc) return nc.control or nc.clause or "" end) do
        rows[#rows + 1] = { requirement = requirement, n = #part, cases = part }
      end
      d:table(list(rows):sort(function(a, b) return a.n > b.n end), {
        { function(row) return row.requirement ~= "" and d:ref(row.requirement, "both") or d:missing() end, 450, title = d:word("requirement"), content = "name" },
        { function(row) return d:number(row.n) end, 150, title = d:word("count"), content = "number" },
        { function(row) return d:refs(row.cases, { form = "id" }) end, 400, title = d:word("number"), content = "name" },
      }, { narrow = true })
    end)
  end,
}
