-- Cover and contents list of the binder: one PDF of all documents, with pages numbered through. The list of the
-- documents with their pages is filled in when they are set. It is no document of its own and has no HTML page.
local function approvals(isms, d)
  local documents = list(d.documents):where(function(x) return not x.record or x.edition or x.record.kind == "document" end)
  d:table(documents, {
    { function(x) return x.number ~= "" and x.number or d:missing() end, 100, title = { ja = "文書番号", en = "No." }, content = "id" },
    { "title", 400, title = { ja = "表題", en = "Title" } },
    { function(x) return present(x.version) and x.version or d:missing() end, 70, title = d:word("version"), content = "number" },
    { function(x) return present(x.revised) and x.revised or present(x.issued) and x.issued or d:missing() end, 150,
      title = { ja = "制定・改訂日", en = "Issued or revised" }, content = "date" },
    { function(x)
        local record = x.edition or x.record
        local approval = d:approvals_of(record, x.version).approver
        if not approval then return d:status(d:text { ja = "未承認", en = "not approved" }, "high") end
        return { approval.person and d:text(approval.person.name) or "", "　", approval.date }
      end, 260, title = { ja = "現行版の承認", en = "Approved" }, content = "name" },
  })
end

return document "binder" {
  title = { ja = "審査用バインダー", en = "Audit Binder" },
  clause = "7.5.3", group = "", order = 9999, binder = true,
  body = function(isms, d)
    local count = 0
    for _ in ipairs(d.documents) do count = count + 1 end
    d:cover { rows = { { d:text { ja = "収録文書", en = "Documents" }, d:say({ ja = "{n}件", en = "{n}" }, { n = count }) } } }
    d:section(d:word("contents"), { unnumbered = true }, function() d:contents() end)
    d:page()
    d:section({ ja = "収録文書の版と承認", en = "Versions and approvals" }, { unnumbered = true }, function() approvals(isms, d) end)
  end,
}
