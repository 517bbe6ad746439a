-- Heat map: how many risks stand at each place of the method's two axes. A table, so that it can be read aloud and
-- copied; every cell says its band in words beside the tone.
return function(class, build)
  -- Counts by place: y value → x value → number; and how many could not be placed.
  local function count(risks, which, axes)
    local counts, left_out = {}, 0
    for _, risk in ipairs(risks) do
      local figures = risk.figures and (which == "current" and (risk.figures.second or risk.figures.first) or risk.figures[which])
      local x, y = figures and figures[axes.x.field], figures and figures[axes.y.field]
      if x and y then
        counts[y] = counts[y] or {}
        counts[y][x] = (counts[y][x] or 0) + 1
      else
        left_out = left_out + 1
      end
    end
    return counts, left_out
  end

  local function band_by_id(bands, id)
    for _, band in ipairs(bands) do
      if band.id == id then return band end
    end
  end

  -- Weights of a grid: a heading, then columns of the same width.
  function class:even_columns(count)
    local columns, weight = {}, 1000 // (count + 1)
    for column = 1, count do columns[column] = { column == 1 and weight * 2 or weight, "status" } end
    return columns
  end

  -- which: "first", "second" or "current" (the second where there is one). Nothing when the method has no axes.
  function class:heat_map(risks, which, caption)
    local method = self.isms.method
    if not method or not method.axes then return end
    local criteria = method.criteria
    local axes, bands = method.axes(criteria), self:bands()
    local counts, left_out = count(risks, which, axes)
    local header = { { self:say({ ja = "{y}＼{x}", en = "{y} \\ {x}" }, { x = self:text(axes.x.title), y = self:text(axes.y.title) }), header = true } }
    for _, x in ipairs(axes.x.values) do header[#header + 1] = { self:number(x), header = true } end
    header.header_row = true
    local rows = { header }
    for index = #axes.y.values, 1, -1 do
      local y = axes.y.values[index]
      local row = { { self:number(y), header = true, align = "center" } }
      for _, x in ipairs(axes.x.values) do
        local id = axes.band(x, y)
        local band = type(id) == "table" and id or band_by_id(bands, id) or { title = tostring(id), tone = "none" }
        local n = counts[y] and counts[y][x] or 0
        row[#row + 1] = { n > 0 and self:strong(self:number(n)) or "0", " ", self:soft(self:text(band.title)), tone = band.tone, align = "center" }
      end
      rows[#rows + 1] = row
    end
    self:form(rows, { caption = caption, columns = self:even_columns(#header) })
    if left_out > 0 then self:note(self:word("not_placed", { n = left_out })) end
  end

  -- Before and after, side by side.
  function class:heat_maps(risks)
    self:side_by_side(
      function() self:heat_map(risks, "first", self:word("heat_map_first")) end,
      function() self:heat_map(risks, "current", self:word("heat_map_current")) end)
  end
end
