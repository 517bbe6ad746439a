-- Stacked bars: parts of a whole, one bar a row, every part with its figure and, in the legend, its word.
return function(class)
  local row_height, bar_height, label_width, gap = 2200, 1400, 12000, 600
  local small, above = 1400, 900 -- a part too short for its figure has it above the bar, for which rows get room

  local function add_legend(self, shapes, series, x, y, room)
    for index, part in ipairs(series) do
      local words = self:text(part.title)
      local needed = 1800 + width(words) * 440 + 1200
      if x + needed > room then x, y = label_width, y + 1800 end
      shapes[#shapes + 1] = { "rectangle", x = x, y = y, width = 1200, height = 1000, role = "cell", tone = part.tone }
      shapes[#shapes + 1] = { "text", x = x + 1700, y = y + 900, text = words, role = "label" }
      x = x + needed
    end
    return y + 1800
  end

  -- The parts of a bar with their figures.
  local function add_parts(shapes, series, bar, y, scale)
    local x, taken = label_width, 0
    for index, value in ipairs(bar.values) do
      local length, words = math.floor(value * scale + 0.5), tostring(value)
      if value > 0 then
        shapes[#shapes + 1] = { "rectangle", x = x, y = y, width = length, height = bar_height, role = "cell", tone = series[index].tone }
        local figure = { "text", x = x + length // 2, y = y + 1050, text = words, align = "center", role = "value", tone = series[index].tone }
        if length <= small then
          local half = width(words) * 240
          figure.x, figure.y = math.max(figure.x, taken + half), y - 150
          taken = figure.x + half + 200
        end
        shapes[#shapes + 1] = figure
      end
      x = x + length
    end
    return x
  end

  local function has_small(bars, scale)
    for _, bar in ipairs(bars) do
      for _, value in ipairs(bar.values) do
        if value > 0 and value * scale <= small then return true end
      end
    end
    return false
  end

  -- series: { { title =, tone = }, … }; bars: { { title =, values = { … } }, … }. options: caption, alt, width, height by the bars.
  function class:stacked_bar(series, bars, options)
    options = options or {}
    if #bars == 0 then return end
    local room = options.width or 46000
    local largest = 1
    for _, bar in ipairs(bars) do
      local sum = 0
      for _, value in ipairs(bar.values) do sum = sum + value end
      bar.sum, largest = sum, math.max(largest, sum)
    end
    local shapes, scale = {}, (room - label_width - 4500) / largest
    local y = add_legend(self, shapes, series, label_width, 200, room)
    local height = row_height
    if has_small(bars, scale) then y, height = y + above // 2, row_height + above // 2 end
    for _, bar in ipairs(bars) do
      self:add_label(shapes, self:text(bar.title), label_width - gap, y + 1000, label_width - gap, "right")
      local x = add_parts(shapes, series, bar, y, scale)
      shapes[#shapes + 1] = { "text", x = x + 500, y = y + 1050, text = self:number(bar.sum), role = "value", strong = true }
      y = y + height
    end
    shapes[#shapes + 1] = { "line", x = label_width, y = 1800, x2 = label_width, y2 = y - 400, role = "axis" }
    self:drawing { width = room, height = y, shapes = shapes, caption = options.caption, alt = self:bar_words(series, bars, options.alt) }
  end

  -- The same in words, for those who cannot see the drawing.
  function class:bar_words(series, bars, lead)
    local lines = { lead and self:text(lead) or nil }
    for _, bar in ipairs(bars) do
      local parts = {}
      for index, value in ipairs(bar.values) do parts[index] = self:text(series[index].title) .. " " .. value end
      lines[#lines + 1] = self:text(bar.title) .. ": " .. table.concat(parts, ", ")
    end
    return table.concat(lines, "; ")
  end
end
