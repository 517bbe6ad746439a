-- What the project takes from the built-in checks, as tables for the dashboard and the requirements page.
return function(class, build)
  -- Values that read as words; anything else is shown as it is.
  local value_words = {
    error = "level_error", warning = "level_warning", note = "level_note", off = "weakened_off",
    required = "weakened_required", optional = "weakened_optional", removed = "weakened_removed", any = "weakened_any",
  }
  -- Kinds whose change is the same for all, instead of the values of each.
  local change_words = {
    file = "weakened_own", method = "weakened_own", document = "weakened_not_made",
    waiver = "weakened_until", ["waiver-expired"] = "weakened_expired",
  }

  local function value(self, words) return value_words[words] and self:word(value_words[words]) or words end

  local function change(self, entry)
    local word = change_words[entry.kind]
    if word then return self:word(word, { date = entry.to }) end
    return { value(self, entry.from), " → ", value(self, entry.to) }
  end

  -- The name, then what happened to it.
  local function subject(self, entry)
    local record = entry.record and self.isms:find(entry.record)
    local about = record and self:ref(record, "id") or entry.record
    local waived = entry.kind:match("^waiver")
      and { self:comma(), self:code(entry.rule), about and { self:comma(), about } or nil }
    return { self:code(entry.name), self:br(), self:soft(self:capital(self:text(entry.title)), waived) }
  end

  local function place(self, entry)
    if not entry.file or entry.kind == "file" then return nil end -- a file is its own place
    return self:code(entry.line > 0 and entry.file .. ":" .. entry.line or entry.file)
  end

  -- Clauses by their numbers, entries that concern none at the end.
  local function clause_key(entry)
    if not entry.clause then return "~" end
    return (entry.clause:gsub("%d+", function(digits) return string.format("%03d", tonumber(digits)) end))
  end

  -- { { kind =, title =, name =, rule =, record =, clause =, from =, to =, reason =, file =, line = }, … }
  function class:weakened() return list(build.weakened()) end

  function class:weakened_by_clause()
    return self:weakened():sort(function(a, b) return clause_key(a) < clause_key(b) end)
  end

  -- `clause_first`: the clause is what the reader looks for. Long lists are cut: JSON has them whole.
  function class:weakened_table(entries, clause_first)
    local shown = #entries > 100 and list { table.unpack(entries, 1, 100) } or entries
    local function clause_cell(entry) return entry.clause or self:word("weakened_all") end
    local columns = {
      { function(e) return subject(self, e) end, 270, title = self:word("weakened_check") },
      { function(e) return change(self, e) end, 140, title = self:word("weakened_change") },
      { function(e) return place(self, e) end, 190, title = self:word("weakened_place") },
    }
    table.insert(columns, clause_first and 1 or 3, { clause_cell, 90, title = self:word("requirement"), content = "id" })
    if entries:count(function(e) return e.reason ~= nil end) > 0 then
      local function reason(entry) return entry.reason and self:text(entry.reason) end
      columns[#columns + 1] = { reason, 310, title = self:word("reason") }
    end
    self:table(shown, columns)
    if #entries > #shown then self:note(self:word("and_more", { n = #entries - #shown })) end
  end
end
