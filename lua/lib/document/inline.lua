-- Inlines: what stands inside a paragraph or a cell. Each function gives a value to pass on; nothing is added by itself.
return function(class, build)
  function class:strong(...) return build.inline("strong", nil, ...) end
  function class:emphasis(...) return build.inline("emphasis", nil, ...) end
  function class:soft(...) return build.inline("span", { soft = true }, ...) end
  function class:code(code) return build.inline("code_span", nil, code) end
  function class:br() return build.inline("line_break") end
  function class:box(checked) return build.inline("check_box", { checked = checked and true or false }) end
  function class:link(target, ...) return build.inline("link", { target = target }, ...) end
  function class:url(url, ...)
    if select("#", ...) == 0 then return build.inline("link", { url = url }, url) end
    return build.inline("link", { url = url }, ...)
  end

  -- A word with a tone; the tone never stands alone.
  function class:status(word, tone) return build.inline("span", { tone = tone or "none" }, word) end

  -- What to print where something that ought to be there is not.
  function class:missing(what) return self:status(what and self:text(what) or self:word("missing"), "high") end

  -- The value, or the mark of missing data.
  function class:required(value)
    if present(value) then return value end
    return self:missing()
  end

  -- A record as a link to where it is shown: by default as suits its kind; "id", "name", "both" or a field.
  function class:ref(record, form) return build.ref(record, form) end

  -- Would a reader take the comma in one of the names for that between two of them?
  local function holds_comma(self, records)
    for _, record in ipairs(records) do
      if self:text(record):find(self:comma(), 1, true) then return true end
    end
    return false
  end

  -- References in a row; `limit` cuts a long list and says how many more there are. Names that hold commas stand on
  -- lines of their own, English ones with semicolons between them.
  function class:refs(records, options)
    options = options or {}
    local result, limit = {}, options.limit or 40
    local separator = options.lines and self:br() or self:comma()
    if not options.lines and options.form == "both" and #records > 1 and holds_comma(self, records) then
      separator = self.lang == "ja" and self:br() or "; "
    end
    for index, record in ipairs(records) do
      if index > limit then
        result[#result + 1] = self:soft(self.lang == "ja" and "" or " ", self:word("and_more", { n = #records - limit }))
        break
      end
      if index > 1 then result[#result + 1] = separator end
      result[#result + 1] = build.ref(record, options.form)
    end
    return result
  end

  -- A field of a record in the words of its schema ("approvals.plan.author" reaches into maps).
  function class:show(record, field, options) return build.field(record, field, options) end

  -- The same, with the mark of missing data when it is absent.
  function class:show_required(record, field)
    local shown = record and build.field(record, field)
    if shown == nil then return self:missing() end
    return shown
  end

  -- Words that begin with "(1) ": each of the items "(1) ", "(2) " … begins a line.
  function class:enumerated(value)
    local words = self:text(value)
    if not words or not words:match("^%(1%) ") then return words end
    local lines, start = {}, 1
    for place in words:gmatch("()%(%d+%) ") do
      if place > 1 and (words:sub(1, place - 1):match("[.;] $") or words:sub(1, place - 1):match("。%s*$")) then
        lines[#lines + 1], lines[#lines + 2] = trim(words:sub(start, place - 1)), self:br()
        start = place
      end
    end
    lines[#lines + 1] = words:sub(start)
    return lines
  end

  -- A list of things with the separator of the language between them.
  function class:join(items, separator)
    local result = {}
    for index, item in ipairs(items) do
      if index > 1 then result[#result + 1] = separator or self:comma() end
      result[#result + 1] = item
    end
    return result
  end

  -- A band of a risk level: "6 高" with its tone; nothing assessed is said.
  function class:level(figures)
    if not figures or not figures.level then return self:status(self:word("not_assessed"), "medium") end
    local word = self:band_word(figures.band)
    return { self:number(figures.level), " ", self:status(word, figures.tone) }
  end
end
