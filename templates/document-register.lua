-- Register of documents: the organisation's own and the generated ones, with their state of approval and review.
local levels = { "policy", "manual", "standard", "procedure" }

local function approval_cell(d, record, version, between)
  local approval = d:approvals_of(record, version).approver
  if not approval then return d:status(d:text { ja = "未承認", en = "not approved" }, "high") end
  return { d:ref(approval.person), between, approval.date }
end

local function own_documents(isms, d)
  d:section({ ja = "方針、マニュアル、規程及び手順", en = "Policies, manuals, standards and procedures" })
  local documents = isms.documents:sort(function(a, b)
    local rank = {}
    for index, level in ipairs(levels) do rank[level] = index end
    return (rank[a.level] or 9) < (rank[b.level] or 9)
  end)
  d:table(documents, {
    { function(x) return d:ref(x, "id") end, 70, title = { ja = "文書番号", en = "No." }, content = "id" },
    { "title", 210 }, { "version", 50, required = true, content = "number" },
    { function(x) return present(x.classification) and x.classification or d:missing() end, 85, title = { ja = "区分", en = "Class" }, content = "status" },
    { function(x) return x.owner and d:ref(x.owner) or d:missing() end, 95, title = { ja = "管理責任者", en = "Owner" }, content = "name" },
    { "issued", 85, required = true },
    { function(x) return approval_cell(d, x, x.version, d:br()) end, 110, title = { ja = "現行版の承認", en = "Approved" }, content = "name" },
    { function(x)
        if not x.next_review then return d:missing() end
        if x.next_review < isms.date then return { x.next_review, d:br(), d:status(d:word("overdue"), "high") } end
        return x.next_review
      end, 90, title = { ja = "次回見直し", en = "Next review" }, content = "date" },
    { function(x) return x.clauses and #x.clauses > 0 and d:refs(x.clauses, { form = "id", limit = 8 }) or "—" end, 110, title = { ja = "箇条", en = "Clauses" } },
    { function(x) return x.controls and #x.controls > 0 and d:refs(x.controls, { form = "id", limit = 10 }) or "—" end, 160, title = d:word("controls") },
  }, { kind = "document", wide = true, group = function(x) return d:text(x:label("level")) end, empty = d:text { ja = "方針・規程がありません。", en = "There are no policies." } })
end

-- The binder is a file of its own, no document of the site: it has a line when the manifest names it.
local function binder_line(isms)
  for _, edition in ipairs(isms.manifest and isms.manifest.documents or {}) do
    if edition.id == "binder" and not edition.omit then
      return { unlinked = true, number = edition.number or "", name = edition.title or { ja = "審査用バインダー", en = "Audit Binder" }, version = edition.version,
        classification = edition.classification, author = edition.author and edition.author.name, issued = edition.issued, revised = edition.revised,
        edition = edition, template = { clause = "7.5.3" } }
    end
  end
end

local function generated(isms, d)
  local made = {}
  for _, document in ipairs(d.documents) do
    if document.template.id ~= "policy" then made[#made + 1] = document end
  end
  made[#made + 1] = binder_line(isms)
  d:section({ ja = "記録及び一覧", en = "Records and registers" })
  d:note { ja = "作成者、版及び承認が「—」の文書は、記録ごとの様式である。作成と承認は、その様式の中に記す。", en = "Where author, version and approval are “—”, the document is a form of one record, which is signed in the form itself." }
  d:table(list(made), {
    { function(x)
        if x.number == "" then return d:missing() end
        return x.unlinked and x.number or d:link(x.id, x.number)
      end, 80, title = { ja = "文書番号", en = "No." }, content = "id" },
    { function(x)
        local name = x.record and x.record.id or nil
        return { x.unlinked and d:text(x.name) or d:link(x.id, x.name), name and d:soft(d:text { ja = "（", en = " (" }, name, d:text { ja = "）", en = ")" }) or nil }
      end, 260, title = { ja = "表題", en = "Title" } },
    { function(x) return present(x.version) and x.version or x.record and "—" or d:missing() end, 60, title = d:word("version"), content = "number" },
    { function(x) return present(x.classification) and x.classification or d:missing() end, 110, title = { ja = "区分", en = "Class" }, content = "status" },
    { function(x)
        if x.record and not x.edition then return "—" end
        return present(x.author) and d:text(x.author) or d:missing()
      end, 120, title = { ja = "作成者", en = "Author" }, content = "name" },
    { function(x) return present(x.revised) and x.revised or x.issued end, 100, title = { ja = "制定・改訂日", en = "Issued or revised" }, content = "date" },
    { function(x)
        if x.record and not x.edition then return "—" end
        return approval_cell(d, x.edition, x.version, "　")
      end, 190, title = { ja = "現行版の承認", en = "Approved" }, content = "name" },
    { function(x) return x.template.clause end, 80, title = { ja = "箇条", en = "Clause" }, content = "id" },
  }, { wide = true })
end

-- Standards, guidelines and requirements of others, kept current by their owner.
local function external(isms, d)
  if #isms.externals == 0 then return end
  d:section({ ja = "外部文書", en = "External documents" })
  d:table(isms.externals, {
    { "id", 60 }, { "title", 260, required = true }, { "publisher", 160, required = true }, { "edition", 80, content = "number" },
    { "use", 200 }, { "location", 180 }, { "owner", 95, content = "name" }, { "checked", 95, required = true }, { "documents", 120, form = "id" },
  }, { kind = "external", wide = true, home = true })
end

return document "document-register" {
  title = { ja = "文書管理台帳", en = "Document Register" },
  clause = "7.5.3", group = "7", order = 750, page = "landscape",
  body = function(isms, d)
    local late = isms.documents:count(function(x) return x.next_review ~= nil and x.next_review < isms.date end)
    local unapproved = isms.documents:count(function(x) return not d:approvals_of(x, x.version).approver end)
    d:cover()
    d:overview {
      { ja = "本書は、ISMSの文書体系と各文書の版、管理責任者、承認及び見直しの状況を示す。承認は現行の版に対する記録があるものだけを承認済みとする。",
        en = "This register shows the documents of the ISMS with version, owner, approval and review. Only an approval on record for the current version counts." },
      figures = {
        { #isms.documents, { ja = "方針・規程・手順", en = "policies and procedures" } }, { #d.documents - #isms.documents + (binder_line(isms) and 1 or 0), { ja = "記録・一覧", en = "records and registers" } },
        { unapproved, { ja = "現行版が未承認", en = "version not approved" }, tone = unapproved > 0 and "high" or nil },
        { late, { ja = "見直しの期限超過", en = "review overdue" }, tone = late > 0 and "high" or nil },
      },
    }
    own_documents(isms, d)
    generated(isms, d)
    external(isms, d)
  end,
}
