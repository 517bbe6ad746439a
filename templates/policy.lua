-- A policy, standard, procedure or manual: its Markdown with a cover and its change history.
local function is_long(record) return #(record:body_text() or "") > 6000 end

-- Which clauses and controls the document serves, and what belongs to it.
local function place(d, record)
  if #(record.clauses or {}) + #(record.controls or {}) + #(record.related or {}) == 0 then return end
  d:section({ ja = "位置づけ", en = "Place in the system" }, { unnumbered = true }, function()
    local rows = {}
    for _, entry in ipairs {
      { { ja = "対応する箇条", en = "Clauses served" }, record.clauses }, { { ja = "対応する管理策", en = "Controls served" }, record.controls },
      { { ja = "関連文書", en = "Related documents" }, record.related },
    } do
      if #(entry[2] or {}) > 0 then rows[#rows + 1] = { entry[1], d:refs(entry[2], { form = "both" }) } end
    end
    d:fields(rows)
  end)
end

return document "policy" {
  title = function(_, record) return record.title end,
  clause = "7.5", clauses = { "5.2", "7.5" }, group = "policy", order = 540, each = "document", by_id = true,
  record_id = function(record) return record.id end,
  from_record = function(record)
    local history = record.history or {}
    local last
    for _, entry in ipairs(history) do
      if entry.date and (not last or entry.date > last) then last = entry.date end
    end
    return { title = record.title, subtitle = record.subtitle, number = record.id, version = record.version, classification = record.classification,
      issued = record.issued, revised = last or record.approved, author = record.author }
  end,
  body = function(_, d, record)
    local rows = { { { ja = "階層", en = "Level" }, d:show(record, "level") } }
    rows[#rows + 1] = { { ja = "管理責任者", en = "Owner" }, record.owner and d:ref(record.owner) }
    rows[#rows + 1] = { { ja = "次回見直し", en = "Next review" }, record.next_review and
      { record.next_review, record.next_review < d.isms.date and { " ", d:status(d:word("overdue"), "high") } or nil } }
    d:cover { rows = rows }
    d:section(d:word("history"), { unnumbered = true }, function()
      d:history_table(record.history)
      place(d, record)
    end)
    if not record:has_body() then return d:callout("high", { ja = "本文がありません。", en = "This document has no text." }) end
    if is_long(record) then
      d:section(d:word("contents"), { unnumbered = true }, function() d:contents() end)
      d:page()
    else
      d:contents_when_long()
    end
    d:markdown(record)
  end,
}
