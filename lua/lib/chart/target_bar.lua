-- Horizontal bars, each with the mark of its target: how far something has come and how far it should be.
return function(class)
  local row_height, bar_height, gap, after = 1900, 1000, 600, 6500

  local function shown(value) return value and string.format("%.10g", value) or "—" end

  local function add_legend(self, shapes, left, options)
    local words = self:text(options.value_title or self:word("current"))
    shapes[#shapes + 1] = { "rectangle", x = left, y = 250, width = 1400, height = 800, role = "actual" }
    shapes[#shapes + 1] = { "text", x = left + 1900, y = 1000, text = words, role = "label" }
    local x = left + 1900 + width(words) * 410 + 1600
    shapes[#shapes + 1] = { "line", x = x, y = 50, x2 = x, y2 = 1250, role = "axis" }
    shapes[#shapes + 1] = { "polygon", points = { { x - 300, 50 }, { x + 300, 50 }, { x, 500 } }, role = "axis" }
    shapes[#shapes + 1] = { "text", x = x + 600, y = 1000, text = self:text(options.target_title or self:word("target")), role = "label" }
  end

  local function words_of(self, rows, options)
    local parts = { options.caption and self:text(options.caption) or nil }
    for _, row in ipairs(rows) do
      parts[#parts + 1] = self:text(row.title) .. ": " .. (row.figures or shown(row.value) .. (row.target and " / " .. shown(row.target) or ""))
    end
    return table.concat(parts, "; ")
  end

  -- rows: { { title =, value =, target =, figures = what to print instead of both }, … }. options: max, caption, width, label (room of the titles), value_title, target_title.
  function class:target_bar(rows, options)
    options = options or {}
    if #rows == 0 then return end
    local room, left, most = options.width or 46000, options.label or 15000, options.max or 0
    for _, row in ipairs(rows) do most = math.max(most, row.value or 0, row.target or 0) end
    local scale, shapes = (room - left - after) / math.max(most, 1), {}
    add_legend(self, shapes, left, options)
    local y = 1900
    for _, row in ipairs(rows) do
      self:add_label(shapes, self:text(row.title), left - gap, y + 800, left - gap, "right")
      local length = math.floor((row.value or 0) * scale + 0.5)
      if length > 0 then shapes[#shapes + 1] = { "rectangle", x = left, y = y, width = length, height = bar_height, role = "actual" } end
      local figures = shown(row.value)
      if row.target then
        local x = left + math.floor(row.target * scale + 0.5)
        shapes[#shapes + 1] = { "line", x = x, y = y - 250, x2 = x, y2 = y + bar_height + 250, role = "axis" }
        shapes[#shapes + 1] = { "polygon", points = { { x - 300, y - 250 }, { x + 300, y - 250 }, { x, y + 200 } }, role = "axis" }
        figures = figures .. " / " .. shown(row.target)
      end
      figures = row.figures or figures
      shapes[#shapes + 1] = { "text", x = room - after + 800, y = y + 850, text = figures, role = "value", strong = row.target ~= nil and (row.value or 0) < row.target }
      y = y + row_height
    end
    shapes[#shapes + 1] = { "line", x = left, y = 1600, x2 = left, y2 = y - 500, role = "axis" }
    self:drawing { width = room, height = y, shapes = shapes, caption = options.caption, alt = words_of(self, rows, options) }
  end
end
