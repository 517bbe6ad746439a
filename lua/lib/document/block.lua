-- Blocks: sections, paragraphs, lists and the like. Each adds to the place being built.

return function(class, build)
  -- Runs `body` inside what has just been opened and returns to the place before.
  local function inside(mark, body, ...)
    body(...)
    build.restore(mark)
  end

  -- With a function the section ends with it; without, it lasts to the next section of the same place (or the end of it).
  function class:section(title, options, body)
    if type(options) == "function" then options, body = nil, options end
    options = options or {}
    build.end_open_section()
    local mark = build.mark()
    build.open("section", { landscape = options.landscape, unnumbered = options.unnumbered, long_only = options.long_only, open = not body, id = options.id })
    build.add("heading", nil, title)
    if body then inside(mark, body) end
  end

  local function add_paragraph(role, ...)
    if present { ... } then build.add("paragraph", { role = role }, ...) end
  end
  function class:paragraph(...) add_paragraph("body", ...) end
  function class:note(...) add_paragraph("note", ...) end
  function class:lead(...) add_paragraph("lead", ...) end

  -- Longer words of the records: one paragraph for every run of lines between blank ones.
  function class:prose(value)
    local words = self:text(value)
    if not present(words) then return build.add("paragraph", { role = "body" }, self:missing()) end
    for run in (words .. "\n\n"):gmatch("(.-)\n%s*\n") do
      if run:match("%S") then build.add("paragraph", { role = "body" }, trim(run)) end
    end
  end

  function class:list(items, options)
    if #items == 0 then return end
    local mark = build.mark()
    build.open("list", { ordered = options and options.ordered, tight = true })
    for _, item in ipairs(items) do
      local inner = build.mark()
      build.open("item")
      build.add("paragraph", nil, item)
      build.restore(inner)
    end
    build.restore(mark)
  end

  function class:callout(tone, content, ...)
    local mark = build.mark()
    build.open("callout", { tone = tone })
    if type(content) == "function" then content() else build.add("paragraph", nil, content, ...) end
    build.restore(mark)
  end

  -- { { figure, label, tone = }, … }; a label may choose its form by the figure: "{n:risk|risks}".
  function class:key_figures(figures)
    if #figures == 0 then return end
    local mark = build.mark()
    build.open("key_figures")
    for _, figure in ipairs(figures) do
      build.add("key_figure", { label = self:say(figure[2], { n = figure[1] }), tone = figure.tone, text = self:number(figure[1]) })
    end
    build.restore(mark)
  end

  -- { { role =, name =, date = }, … }: a box without name stays empty, to be signed by hand.
  function class:signatures(boxes)
    local mark = build.mark()
    build.open("signatures")
    for _, box in ipairs(boxes) do
      build.add("signature", { role = self:text(box.role), date = box.date, text = self:text(box.name) or "" })
    end
    build.restore(mark)
  end

  function class:side_by_side(...)
    local mark = build.mark()
    build.open("side_by_side")
    for _, panel in ipairs { ... } do
      local inner = build.mark()
      build.open("panel")
      inside(inner, panel)
    end
    build.restore(mark)
  end

  -- width and height in thousandths of the body size; shapes as in docs/lua-api.md.
  function class:drawing(drawing)
    local mark = build.mark()
    build.open("figure")
    build.drawing(drawing, self:text(drawing.alt))
    if drawing.caption then build.add("caption", nil, drawing.caption) end
    build.restore(mark)
  end

  function class:image(path, alternative, caption)
    local mark = build.mark()
    build.open("figure")
    build.add("image", { path = path, text = self:text(alternative) or "" })
    if caption then build.add("caption", nil, caption) end
    build.restore(mark)
  end

  function class:page(orientation) build.add("page", { landscape = orientation == "landscape" }) end
  function class:contents() build.add("contents") end

  -- The contents list with its heading, unless the document is so short that nobody would look for it.
  function class:contents_when_long()
    self:section(self:word("contents"), { unnumbered = true, long_only = true }, function() self:contents() end)
  end
  function class:rule() build.add("rule") end
  function class:markdown(record) build.markdown(record) end

end
