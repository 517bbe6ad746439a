-- Time series: values by date with a line at the target. A value that misses the target has a ring and its figure.
return function(class)
  local left, right, top, bottom = 3200, 4200, 1500, 2700

  local function shown(value) return (string.format("%.10g", value)) end

  -- A step of 1, 2 or 5 times a power of ten that divides the span into about `parts`.
  local function step_of(span, parts)
    local step = 10.0 ^ math.floor(math.log(span / parts, 10))
    for _, factor in ipairs { 1, 2, 5, 10 } do
      if step * factor * parts >= span then return step * factor end
    end
    return step * 10
  end

  -- Lowest and highest value of the axis and the step between its lines.
  local function axis_of(points, target)
    local low, high = target or points[1].value, target or points[1].value
    for _, point in ipairs(points) do low, high = math.min(low, point.value), math.max(high, point.value) end
    if low >= 0 and low < high / 2 then low = 0 end
    if low == high then low, high = low > 0 and low - 1 or low, high + 1 end
    local step = step_of(high - low, 4)
    local floor = math.floor(low / step) * step
    if floor > 0 and low - floor < step / 2 then floor = floor - step end -- room for a figure below the lowest value
    return floor, math.ceil(high / step) * step, step
  end

  function class:misses_target(value, target, direction)
    if value == nil or target == nil then return false end
    if direction == "at-most" then return value > target end
    return value < target
  end

  local function add_scale(shapes, low, high, step, x_of, y_of, first, last, height)
    for index = 0, math.floor((high - low) / step + 0.5) do
      local value = low + index * step
      local y = y_of(value)
      shapes[#shapes + 1] = { "line", x = left, y = y, x2 = x_of(last), y2 = y, role = "grid" }
      shapes[#shapes + 1] = { "text", x = left - 400, y = y + 300, text = shown(value), align = "right", role = "label" }
    end
    local months = (year(last) - year(first)) * 12 + month(last) - month(first)
    local every = months <= 12 and 1 or months <= 36 and 3 or 12
    local date, previous = first:sub(1, 8) .. "01", nil
    if date < first then date = add_months(date, 1) end
    while date <= last do
      if (month(date) - 1) % every == 0 then
        local x = x_of(date)
        shapes[#shapes + 1] = { "line", x = x, y = height - bottom, x2 = x, y2 = height - bottom + 300, role = "axis" }
        if every < 12 then shapes[#shapes + 1] = { "text", x = x, y = height - bottom + 1200, text = tostring(month(date)), align = "center", role = "label" } end
        if year(date) ~= previous then
          local name, after = tostring(year(date)), (12 - month(date)) // every * every + every -- months to the next one written
          if add_months(date, after) > last or x_of(add_months(date, after)) - x > 2800 then
            shapes[#shapes + 1] = { "text", x = x, y = height - bottom + 2200, text = name, align = "center", role = "label" }
          end
          previous = year(date)
        end
      end
      date = add_months(date, 1)
    end
  end

  local function add_points(self, shapes, points, options, x_of, y_of, bottom_line)
    local line = {}
    for _, point in ipairs(points) do line[#line + 1] = { x_of(point.date), y_of(point.value) } end
    if #line > 1 then shapes[#shapes + 1] = { "polyline", points = line, role = "series", series = 0 } end
    for index, point in ipairs(points) do
      local x, y = line[index][1], line[index][2]
      local missed = self:misses_target(point.value, options.target, options.direction)
      if missed then shapes[#shapes + 1] = { "circle", x = x, y = y, width = 450, role = "box", tone = "high" } end
      if missed or #line == 1 then shapes[#shapes + 1] = { "circle", x = x, y = y, width = 240, role = "series", series = 0 } end
      if missed or index == #points then
        local near = options.target and y_of(options.target) <= y and y - y_of(options.target) < 1700 -- not across the target line
        local before, after = line[index - 1], line[index + 1]
        if missed and (not before or before[2] <= y) and (not after or after[2] <= y) then near = true end -- nor across the series
        if y + 1400 > bottom_line then near = false end -- nor below the axis
        shapes[#shapes + 1] = { "text", x = index == #points and x + 400 or x, y = near and y + 1300 or y - 650, text = shown(point.value),
          align = index == #points and "right" or "center", role = "value", strong = true, tone = missed and "high" or nil }
      end
    end
  end

  local function words_of(self, points, options)
    local parts = { options.caption and self:text(options.caption) or nil }
    if options.target then parts[#parts + 1] = self:word("target") .. " " .. shown(options.target) end
    for _, point in ipairs(points) do parts[#parts + 1] = point.date .. ": " .. shown(point.value) end
    return table.concat(parts, "; ")
  end

  -- points: { { date =, value = }, … }. options: target, direction ("at-least", "at-most"), caption, width, height.
  function class:time_series(points, options)
    points = list(points):sort(function(a, b) return a.date < b.date end)
    if #points == 0 then return end
    local width_, height, target = options.width or 23000, options.height or 9500, options.target
    local first, last = points[1].date, points[#points].date
    if first == last then first, last = add_months(first, -1), add_months(last, 1) end
    local low, high, step = axis_of(points, target)
    local span, room = days(first, last), width_ - left - right
    local function x_of(date) return left + 400 + days(first, date) * (room - 400) // span end
    local function y_of(value) return math.floor(height - bottom - (value - low) * (height - top - bottom) / (high - low) + 0.5) end
    local shapes = {}
    add_scale(shapes, low, high, step, x_of, y_of, first, last, height)
    shapes[#shapes + 1] = { "line", x = left, y = height - bottom, x2 = x_of(last), y2 = height - bottom, role = "axis" }
    if target then
      local y = y_of(target)
      shapes[#shapes + 1] = { "line", x = left, y = y, x2 = x_of(last) + 500, y2 = y, role = "target" }
      shapes[#shapes + 1] = { "text", x = x_of(last) + 700, y = y + 300, width = right - 800, text = self:word("target") .. " " .. shown(target), role = "label", strong = true }
    end
    add_points(self, shapes, points, options, x_of, y_of, height - bottom)
    self:drawing { width = width_, height = height, shapes = shapes, caption = options.caption, alt = words_of(self, points, options) }
  end
end
