-- Radar: several values of one scale around a centre, one closed line a series; lines differ in dash and marker.
return function(class)
  local function words_of(self, axes, series, options)
    local parts = { options.caption and self:text(options.caption) or nil }
    for index, axis in ipairs(axes) do
      local values = {}
      for place, line in ipairs(series) do values[place] = self:text(line.title) .. " " .. string.format("%.10g", line.values[index] or 0) end
      parts[#parts + 1] = self:text(axis) .. ": " .. table.concat(values, ", ")
    end
    return table.concat(parts, "; ")
  end

  local function add_axes(self, shapes, axes, at, options)
    for ring = 1, options.max do
      local points = {}
      for index = 1, #axes + 1 do points[index] = at((index - 1) % #axes, ring) end
      shapes[#shapes + 1] = { "polyline", points = points, role = ring == options.max and "connector" or "grid" }
    end
    local centre = at(0, 0)
    for index, axis in ipairs(axes) do
      local tip, beyond = at(index - 1, options.max), at(index - 1, options.max * 1.1)
      shapes[#shapes + 1] = { "line", x = centre[1], y = centre[2], x2 = tip[1], y2 = tip[2], role = "grid" }
      local align = beyond[1] > centre[1] + 300 and "left" or beyond[1] < centre[1] - 300 and "right" or "center"
      shapes[#shapes + 1] = { "text", x = beyond[1], y = beyond[2] + 300, text = self:text(axis), align = align, role = "value" }
    end
    for ring = 1, options.max do
      local place = at(-0.5, ring * math.cos(math.pi / #axes)) -- between two axes, where no marker stands
      shapes[#shapes + 1] = { "text", x = place[1], y = place[2] + 300, text = tostring(ring), align = "center", role = "label" }
    end
  end

  -- axes: titles; series: { { title =, values = { … } }, … }; options: max (of the scale, a whole number), caption, width, radius.
  function class:radar(axes, series, options)
    if #axes < 3 then return end
    local room, radius = options.width or 46000, options.radius or 8000
    local middle, top = room // 2, radius + 2000
    local function at(index, value)
      local angle = 2 * math.pi * index / #axes - math.pi / 2
      local length = radius * value / options.max
      return { math.floor(middle + length * math.cos(angle) + 0.5), math.floor(top + length * math.sin(angle) + 0.5) }
    end
    local shapes = {}
    add_axes(self, shapes, axes, at, options)
    local x = middle - 8000
    for place, line in ipairs(series) do
      local points = {}
      for index = 1, #axes + 1 do
        local axis = (index - 1) % #axes
        points[index] = at(axis, line.values[axis + 1] or 0)
      end
      shapes[#shapes + 1] = { "polyline", points = points, role = "series", series = place - 1 }
      local y, words = top + radius + 2600, self:text(line.title)
      shapes[#shapes + 1] = { "polyline", points = { { x, y }, { x + 1800, y } }, role = "series", series = place - 1 }
      shapes[#shapes + 1] = { "text", x = x + 2400, y = y + 300, text = words, role = "label" }
      x = x + 2400 + width(words) * 410 + 1800
    end
    self:drawing { width = room, height = top + radius + 3400, shapes = shapes, caption = options.caption, alt = words_of(self, axes, series, options) }
  end
end
