-- The front of a document: cover, approval boxes, overview and change history.
return function(class, build)
  -- Boxes from left to right, as the readers of the language expect them.
  local roles = { ja = { "approver", "reviewer", "author" }, en = { "author", "reviewer", "approver" } }

  -- The approvals of exactly this version: role → approval record. An approval of another version counts for nothing.
  function class:approvals_of(record, version)
    local found = {}
    if not record or not present(version) then return found end
    for _, approval in ipairs(record:refs("approval")) do
      if approval.version == version then found[approval.role] = approval end
    end
    return found
  end

  -- Approval boxes of the document; a box is filled only by an approval on record.
  function class:approval_boxes(record, version)
    local found, boxes = self:approvals_of(record, version), {}
    for index, role in ipairs(roles[self.lang]) do
      local approval = found[role]
      boxes[index] = {
        role = self:word(role), name = approval and approval.person and self:text(approval.person.name),
        date = approval and approval.date,
      }
    end
    self:signatures(boxes)
  end

  local function commit_row(self)
    local document = self.document
    if document.revision_unknown then return self:status(self:word("revision_unknown"), "medium") end
    if not present(document.commit) then return self:soft(self:word("no_commit")) end
    local words = { document.commit, self:say({ ja = "（{date}）", en = " ({date})" }, { date = self.isms.date }) }
    if document.dirty then words[#words + 1] = { " ", self:status(self:word("dirty"), "medium") } end
    return words
  end

  -- Title page. options.rows: further lines of its table, { heading, inlines }.
  function class:cover(options)
    local document, manifest = self.document, self.isms.manifest
    local organization = manifest and manifest.organization or {}
    local mark = build.mark()
    build.open("cover")
    local logo = document.logo or organization.logo
    if present(logo) then self:image(logo, organization.name) end
    build.add("paragraph", { role = "kicker" }, self:word("isms"))
    build.add("paragraph", { role = "title" }, document.name)
    if present(document.subtitle) then build.add("paragraph", { role = "subtitle" }, document.subtitle) end
    local rows = {
      { self:word("organization"), self:text(organization.name) },
      { self:word("document_number"), document.number },
      document.form_version and { self:word("form_version"), document.form_version } or { self:word("version"), document.version },
      { self:word("classification"), document.classification },
      { document.template.issued_title and document.record and self:text(document.template.issued_title) or self:word("issued_revised"), self:join({ present(document.issued) and document.issued or self:missing(),
        present(document.revised) and document.revised or nil }, " / ") },
      { self:word("standard"), organization.standard },
    }
    for _, row in ipairs(options and options.rows or {}) do rows[#rows + 1] = row end
    local scope = self.isms.scope
    rows[#rows + 1] = { self:word("scope"), scope and self:text(scope.statement) }
    rows[#rows + 1] = { self:word("made_from"), commit_row(self) }
    self:fields(rows)
    self:approval_boxes(document.edition or (document.record and document.record.kind == "document" and document.record), document.version)
    build.restore(mark)
  end

  -- Does the document show records as they stand now, later than its version was issued?
  function class:is_live()
    local document = self.document
    local date = present(document.revised) and document.revised or document.issued
    return present(date) and date < self.isms.date
  end

  -- Words over what goes on changing after the version was issued, with the day it shows.
  function class:as_of(words)
    if not self:is_live() then return words end
    return { type(words) == "table" and (words.ja or words.en) and self:text(words) or words, self:word("as_of", { date = self.isms.date }) }
  end

  -- Newest first, as far as it is on record.
  function class:history_table(history)
    local rows = list(history or {}):sort(function(a, b) return (a.date or "") > (b.date or "") end)
    self:table(rows, {
      { function(h) return h.version end, 80, title = self:word("version"), content = "number" },
      { function(h) return h.date end, 150, title = self:word("date"), content = "date" },
      { function(h) return self:text(h.change) end, 590, title = self:word("change") },
      { function(h) return h.approver and self:text(h.approver.name) or "—" end, 180, title = self:word("approved_by"), content = "name" },
    }, { empty = self:word("no_history") })
  end

  local function history_of(document)
    local source = document.edition or (document.record and document.record.kind == "document" and document.record)
    return source and source.history
  end

  function class:has_history() return present(history_of(self.document)) end

  function class:change_history()
    local history = history_of(self.document)
    self:section(self:word("history"), { unnumbered = true }, function() self:history_table(history) end)
  end

  -- Second page: lead, key figures, change history; then the contents list of a long document;
  -- options.contents gives it to a short one too.
  function class:overview(options)
    self:section(options.title or self:word("overview"), function()
      for _, words in ipairs(options) do self:paragraph(words) end
      if options.figures then self:key_figures(options.figures) end
      if self:is_live() then self:note(self:word("as_of_records", { date = self.isms.date })) end
      if options.body then options.body() end
      self:change_history()
      if options.contents then
        self:section(self:word("contents"), { unnumbered = true }, function() self:contents() end)
      else
        self:contents_when_long()
      end
    end)
  end
end
