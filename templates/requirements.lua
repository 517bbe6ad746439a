-- Every clause and control with the documents that govern it and the evidence that shows it: the auditor's first page.

-- Does a template serve a clause: its `clauses`, else its `clause`, or one above it.
local function serves(template, id)
  for _, clause in ipairs(template.clauses or { template.clause }) do
    if clause == id or id:sub(1, #clause + 1) == clause .. "." then return true end
  end
  return false
end

-- Generated documents that serve a clause or a control.
local function generated_for(d, id, test)
  local result = {}
  for _, document in ipairs(d.documents) do
    if document.template.id ~= "policy" and not document.dashboard and (test or serves)(document.template, id) then result[#result + 1] = document end
  end
  return result
end

local function serves_control(template, id) return contains(template.controls or {}, id) end

-- One entry for each kind of document; those made once a record name their records.
local function links(d, documents)
  local result, entries = {}, {}
  for _, document in ipairs(documents) do
    local name = { document.number ~= "" and document.number .. " " or "", document.name }
    if not document.record then
      result[#result + 1] = d:link(document.id, name)
    elseif entries[document.template] then
      table.insert(entries[document.template], document)
    else
      entries[document.template] = { document }
      result[#result + 1] = { name = name, documents = entries[document.template] }
    end
  end
  for index, entry in ipairs(result) do
    if type(entry) == "table" and entry.documents then
      local ids = {}
      for i, document in ipairs(entry.documents) do ids[i] = d:link(document.id, document.record.id) end
      result[index] = { entry.name, d:text { ja = "（", en = " (" }, d:join(ids), d:text { ja = "）", en = ")" } }
    end
  end
  return result
end

local function documents_cell(d, records, generated)
  local parts = {}
  for _, record in ipairs(records) do parts[#parts + 1] = d:ref(record, "both") end
  for _, link in ipairs(links(d, generated)) do parts[#parts + 1] = link end
  return #parts > 0 and d:join(parts, d:br()) or nil
end

local function clause_rows(isms, d)
  local rows = {}
  for _, clause in ipairs(isms.clauses) do
    local documents, evidence, generated = clause:refs("document"), clause:refs("evidence"), generated_for(d, clause.id)
    local asked = clause.catalog and clause.catalog.requires_documented_information
    rows[#rows + 1] = { clause = clause, documents = documents, evidence = evidence, generated = generated, asked = asked,
      missing = #documents == 0 and #generated == 0 }
  end
  return list(rows)
end

local function clauses(isms, d, rows)
  local titles = {}
  for _, group in ipairs(isms:catalog("lua/catalogs/clauses.yaml").groups) do titles[group.id] = group.title end
  d:section({ ja = "箇条4～10の要求事項", en = "Clauses 4 to 10" })
  d:table(rows, {
    { function(row) return d:strong(row.clause.id) end, 60, title = { ja = "箇条", en = "Clause" }, content = "id" },
    { function(row) return d:text(row.clause.title) end, 190, title = { ja = "表題", en = "Title" } },
    { function(row)
        local words = d:text(row.clause.documented_information)
        return words or "—"
      end, 190, title = { ja = "求められる文書化した情報", en = "Documented information asked for" } },
    { function(row) return documents_cell(d, row.documents, row.generated) or d:missing { ja = "文書なし", en = "no document" } end, 300,
      title = { ja = "文書", en = "Documents" }, content = "name" },
    { function(row)
        if #row.evidence > 0 then return d:refs(row.evidence, { form = "both", lines = true, limit = 6 }) end
        return row.asked and d:status(d:text { ja = "証拠の登録なし", en = "no evidence registered" }, "medium") or "—"
      end, 260, title = { ja = "証拠", en = "Evidence" }, content = "name" },
  }, { wide = true, home = function(row) return row.clause end, group = function(row)
    local top = row.clause.id:match("^%d+")
    return d:say("{id} {title}", { id = top, title = titles[top] })
  end })
end

local function control_documents(control)
  local result, known = {}, {}
  for _, document in ipairs(control.documents or {}) do
    if not known[document.id] then known[document.id] = true result[#result + 1] = document end
  end
  for _, document in ipairs(control:refs("document")) do
    if not known[document.id] then known[document.id] = true result[#result + 1] = document end
  end
  return result
end

local function control_evidence(control)
  local result, known = {}, {}
  for _, evidence in ipairs(control.evidence or {}) do
    if not known[evidence.id] then known[evidence.id] = true result[#result + 1] = evidence end
  end
  for _, evidence in ipairs(control:refs("evidence")) do
    if not known[evidence.id] then known[evidence.id] = true result[#result + 1] = evidence end
  end
  return result
end

local function controls(isms, d)
  d:section({ ja = "管理策", en = "Controls" })
  d:table(d:by_theme(isms.controls), {
    { function(control) return d:ref(control, "id") end, 60, title = d:word("number"), content = "id" },
    { "title", 190 },
    { function(control)
        if control.applicable == false then return d:text { ja = "適用除外", en = "excluded" } end
        if not control.status then return d:missing() end
        return d:text(control:label("status")), control:tone("status")
      end, 80, title = d:word("state"), content = "status" },
    { function(control)
        if control.applicable == false then return "—" end
        local cell = documents_cell(d, control_documents(control), generated_for(d, control.id, serves_control))
        return cell or d:status(d:text { ja = "文書なし", en = "no document" }, control.status == "implemented" and "high" or "medium")
      end, 290, title = { ja = "文書", en = "Documents" }, content = "name" },
    { function(control)
        if control.applicable == false then return "—" end
        local evidence = control_evidence(control)
        if #evidence > 0 then return d:refs(evidence, { form = "both", lines = true, limit = 6 }) end
        return control.status == "implemented" and d:status(d:text { ja = "証拠の登録なし", en = "no evidence registered" }, "medium") or "—"
      end, 300, title = { ja = "証拠", en = "Evidence" }, content = "name" },
    { function(control)
        local risks = d:by_id(control:refs("risk"))
        return #risks > 0 and d:refs(risks, { form = "id", limit = 8 }) or "—"
      end, 80, title = d:word("risks"), content = "id" },
  }, { wide = true, kind = "control", group = function(control) return d:text(control:label("theme")) end })
end

-- Which clauses are guarded less than the program would; absent where none is.
local function weakened(d)
  local entries = d:weakened_by_clause()
  if #entries == 0 then return end
  d:section(d:word("weakened"), function()
    d:paragraph { ja = "次の箇条及び管理策については、組み込みの検査の一部を止め、緩め、又は置き換えている。「全般」は文書全体に関わるものを示す。",
      en = "For these clauses and controls some built-in check was switched off, relaxed or replaced. What concerns the whole set is marked “all”." }
    d:weakened_table(entries, true)
  end)
end

return document "requirements" {
  title = { ja = "要求事項対応表", en = "Requirements and Evidence" },
  clause = "4.4", group = "4", order = 440, page = "landscape",
  body = function(isms, d)
    local rows = clause_rows(isms, d)
    local without_document = rows:count(function(row) return row.missing end)
    local without_evidence = rows:count(function(row) return row.asked and #row.evidence == 0 end)
    local applied = isms.controls:where(function(control) return control.applicable end)
    local bare = applied:count(function(control) return #control_documents(control) == 0 end)
    local unproven = applied:count(function(control) return control.status == "implemented" and #control_evidence(control) == 0 end)
    d:cover()
    d:overview {
      { ja = "本書は、ISO/IEC 27001:2022の箇条4～10及び管理策の一つひとつについて、対応する文書と、実施を示す証拠を対照したものである。欠けているものはその旨を記す。",
        en = "For every clause from 4 to 10 and every control of ISO/IEC 27001:2022 this table names the documents that govern it and the evidence that shows it is done. What is missing is marked." },
      figures = {
        { #rows, { ja = "箇条", en = "{n:clause|clauses}" } },
        { without_document, { ja = "文書のない箇条", en = "clauses without document" }, tone = without_document > 0 and "high" or nil },
        { without_evidence, { ja = "証拠の登録のない箇条", en = "clauses without evidence" }, tone = without_evidence > 0 and "medium" or nil },
        { #applied, { ja = "適用する管理策", en = "{n:control|controls} applied" } },
        { bare, { ja = "文書のない管理策", en = "controls without document" }, tone = bare > 0 and "medium" or nil },
        { unproven, { ja = "実施とし証拠の登録のない管理策", en = "implemented without evidence" }, tone = unproven > 0 and "medium" or nil },
      },
    }
    clauses(isms, d, rows)
    controls(isms, d)
    weakened(d)
  end,
}
