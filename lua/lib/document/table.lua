-- Tables of records and forms. The rows themselves are made by the compiler in one call a table, so that a register
-- of thousands of rows costs little; here stands what a column is.
return function(class, build)
  -- Field of a kind by its path, and the kind it belongs to: for titles and content.
  local function find_field(kinds, kind_name, path)
    local fields
    for _, kind in ipairs(kinds) do
      if kind.name == kind_name then fields = kind.fields end
    end
    local found
    for name in path:gmatch("[^.]+") do
      found = nil
      for _, field in ipairs(fields or {}) do
        if field.name == name then found = field end
      end
      fields = found and found.fields
    end
    return found
  end

  local contents = { date = "date", integer = "number", number = "number", enum = "status", boolean = "status", id = "id" }

  -- The words of states begin with capitals.
  local function capital_call(d, call)
    return function(...)
      local words, tone = call(...)
      return d:capital(words), tone
    end
  end

  -- A column with everything decided: title, content, alignment, how its cells are filled.
  local function resolve_column(d, column, kind)
    local path = type(column[1]) == "string" and column[1] or nil
    local field = path and kind and find_field(d.isms.kinds, kind, path)
    local content = column.content
    if not content and field then content = contents[field.type] end
    if not content and field and (field.type == "ref" or field.type == "list") then content = "name" end
    local call = not path and column[1] or nil
    if call and content == "status" then call = capital_call(d, call) end
    return {
      path = path, call = call,
      title = d:capital(d:text(column.title or (field and field.title) or "")), group = column.group and d:text(column.group),
      weight = column[2] or 0, align = column.align, content = content or "prose",
      vertical = column.vertical, tone = column.tone, form = column.form, required = column.required,
      lines = column.lines, strong = column.strong, limit = column.limit,
      blank = column.blank,
    }
  end

  local function header_cell(column, rows)
    return { column.title, header = true, vertical = column.vertical, rows = rows }
  end

  -- One header row, or two when columns are grouped: neighbours of the same group share a heading.
  local function add_header(columns)
    local grouped = false
    for _, column in ipairs(columns) do grouped = grouped or column.group ~= nil end
    if not grouped then
      local cells = {}
      for index, column in ipairs(columns) do cells[index] = header_cell(column) end
      return build.row(cells, { header = true })
    end
    local upper, lower, open = {}, {}, nil
    for _, column in ipairs(columns) do
      if not column.group then
        upper[#upper + 1] = header_cell(column, 2)
        open = nil
      else
        if open and open[1] == column.group then
          open.span = open.span + 1
        else
          open = { column.group, header = true, span = 1 }
          upper[#upper + 1] = open
        end
        lower[#lower + 1] = header_cell(column)
      end
    end
    build.row(upper, { header = true })
    build.row(lower, { header = true })
  end

  local function kind_of(rows, options)
    if options.kind then return options.kind end
    return rows[1] ~= nil and build.kind_of(rows[1]) or nil
  end

  -- See docs/lua-api.md. An empty table is a sentence, so that nobody takes silence for completeness.
  function class:table(rows, columns, options)
    options = options or {}
    local empty = #rows == 0
    if empty and not options.keep_header then
      return build.add("paragraph", { role = "note" }, options.empty or self:word("no_rows"))
    end
    local kind, resolved = kind_of(rows, options), {}
    for index, column in ipairs(columns) do
      if type(column) == "string" then column = { column } end
      resolved[index] = resolve_column(self, column, kind)
    end
    local mark = build.mark()
    build.open("table", { wide = options.wide or #columns > 10, narrow = options.narrow })
    if options.caption then build.add("caption", nil, options.caption) end
    for _, column in ipairs(resolved) do
      build.add("column", { weight = column.weight, align = column.align, content = column.content })
    end
    add_header(resolved)
    build.rows(resolved, rows, { home = options.home, group = options.group, document = self })
    if empty then build.row({ { options.empty or self:word("no_rows"), span = #columns } }) end
    if options.total then build.row(options.total, { total = true }) end
    build.restore(mark)
    if self.document.template.from_record and self:is_live() then self:note(self:word("table_as_of", { date = self.isms.date })) end -- live text
  end

  -- A free grid. Cells are { inlines…, header =, span =, rows =, tone =, align =, valign =, blank =, seal =, vertical = } or
  -- a string. blank: room to write; seal: room for a seal above the words, which stand at the foot.
  -- options: caption; columns: weights, or { weight, content } as of a table's columns.
  function class:form(rows, options)
    options = options or {}
    local mark = build.mark()
    build.open("table", { form = true, narrow = options.narrow })
    if options.caption then build.add("caption", nil, options.caption) end
    for _, column in ipairs(options.columns or {}) do
      build.add("column", type(column) == "table" and { weight = column[1], content = column[2] } or { weight = column })
    end
    for _, cells in ipairs(rows) do build.row(cells, { header = cells.header_row }) end
    build.restore(mark)
  end

  -- The most common form: headings on the left, words on the right; what is absent is marked.
  function class:fields(pairs_, options)
    options = options or {}
    local rows = {}
    for _, pair in ipairs(pairs_) do
      local value = pair[2]
      if not present(value) then value = pair.optional and "—" or self:missing() end
      rows[#rows + 1] = { { self:text(pair[1]), header = true }, { value } }
    end
    self:form(rows, { columns = options.columns or { { 0, "name" }, { 800 } }, caption = options.caption })
  end
end
