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

  local function is_whole(value) return value == nil or value == math.floor(value) end

  -- Lowest and highest value of the axis and the step between its lines, of which `room` has space for `most`. What is
  -- counted has whole steps.
  local function axis_of(points, target, most)
    local low, high, whole = target or points[1].value, target or points[1].value, is_whole(target)
    for _, point in ipairs(points) do
      low, high, whole = math.min(low, point.value), math.max(high, point.value), whole and is_whole(point.value)
    end
    if low >= 0 and low < high / 2 then low = 0 end
    if low == high then low, high = low > 0 and low - 1 or low, high + 1 end
    for parts = most, 1, -1 do
      local step = step_of(high - low, parts)
      if whole then step = math.max(step, 1) end
      local floor = math.floor(low / step) * step
      if floor > 0 and low - floor < step * 0.8 then floor = floor - step end -- room for a figure below the lowest value
      local ceiling = math.ceil(high / step) * step
      if parts == 1 or (ceiling - floor) / step <= most + 0.01 then return floor, ceiling, step end
    end
  end

  function class:misses_target(value, target, direction)
    if value == nil or target == nil then return false end
    if direction == "at-most" then return value > target end
    return value < target
  end

  -- A name of a month or year stands in the middle of its time.
  local function add_months_of(shapes, x_of, first, last, height)
    local months = (year(last) - year(first)) * 12 + month(last) - month(first)
    local every = months <= 13 and 1 or months <= 37 and 3 or 12
    local previous = nil
    for index = 0, months - 1 do
      local date = add_months(first, index)
      if (month(date) - 1) % every == 0 then
        local x, middle = x_of(date), (x_of(date) + x_of(add_months(date, 1))) // 2
        shapes[#shapes + 1] = { "line", x = x, y = height - bottom, x2 = x, y2 = height - bottom + 300, role = "axis" }
        if every < 12 then shapes[#shapes + 1] = { "text", x = middle, y = height - bottom + 1200, text = tostring(month(date)), align = "center", role = "label" } end
        if year(date) ~= previous then
          local after = (12 - month(date)) // every * every + every -- months to the next one written
          if index + after >= months or x_of(add_months(date, after)) - x > 2800 then
            shapes[#shapes + 1] = { "text", x = middle, y = height - bottom + 2200, text = tostring(year(date)), align = "center", role = "label" }
          end
          previous = year(date)
        end
      end
    end
  end

  local function add_scale(shapes, low, high, step, x_of, y_of, first, last, height)
    for index = 0, math.floor((high - low) / step + 0.5) do
      local value = low + index * step
      local y = y_of(value)
      shapes[#shapes + 1] = { "line", x = left, y = y, x2 = x_of(last), y2 = y, role = "grid" }
      shapes[#shapes + 1] = { "text", x = left - 400, y = y + 300, text = shown(value), align = "right", role = "label" }
    end
    add_months_of(shapes, x_of, first, last, height)
  end

  -- Does the line between two points cross the rectangle { left, top, right, bottom }?
  local function crosses(box, from, to)
    if from[1] > to[1] then from, to = to, from end
    local x1, x2 = math.max(from[1], box[1]), math.min(to[1], box[3])
    if x1 > x2 then return false end
    local slope = to[1] > from[1] and (to[2] - from[2]) / (to[1] - from[1]) or 0
    local y1, y2 = from[2] + slope * (x1 - from[1]), from[2] + slope * (x2 - from[1])
    if to[1] == from[1] then y2 = to[2] end
    return math.min(y1, y2) <= box[4] and math.max(y1, y2) >= box[2]
  end

  local function overlap(a, b) return a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4] end

  -- How much a figure in a place would hide or be hidden by.
  local function hits(box, field)
    local count = 0
    if box[1] < left + 100 or box[4] > field.bottom - 100 then count = count + 4 end
    for index = 2, #field.line do
      if crosses(box, field.line[index - 1], field.line[index]) then count = count + 2 end
    end
    if field.target and box[2] <= field.target and box[4] >= field.target then count = count + 2 end
    for _, other in ipairs(field.taken) do
      if overlap(box, other) then count = count + 3 end
    end
    return count
  end

  -- The figure of a point: above it, below it or beside it, wherever it is in nobody's way.
  local function place_figure(field, x, y, words)
    local half, best, least = width(words) * 240, nil, nil
    for _, place in ipairs { { x, y - 650 }, { x, y + 1350 }, { x - half - 600, y - 500 }, { x + half + 600, y - 500 }, { x + half + 600, y + 1100 }, { x - half - 600, y + 1100 } } do
      local box = { place[1] - half, place[2] - 850, place[1] + half, place[2] + 300 }
      local count = hits(box, field)
      if not least or count < least then best, least = { place, box }, count end
    end
    field.taken[#field.taken + 1] = best[2]
    return best[1][1], best[1][2]
  end

  -- Where the points stand: in the middle of their months when no month has two, so that the value of the last day is
  -- not taken for one of the next month.
  local function place_of(points, x_of)
    for index = 2, #points do
      if points[index].date:sub(1, 7) == points[index - 1].date:sub(1, 7) then return x_of end
    end
    return function(date)
      local start = date:sub(1, 8) .. "01"
      return (x_of(start) + x_of(add_months(start, 1))) // 2
    end
  end

  local function add_points(self, shapes, points, options, x_of, y_of, bottom_line)
    x_of = place_of(points, x_of)
    local field = { line = {}, taken = {}, target = options.target and y_of(options.target), bottom = bottom_line }
    for _, point in ipairs(points) do
      local x, y = x_of(point.date), y_of(point.value)
      field.line[#field.line + 1] = { x, y }
      field.taken[#field.taken + 1] = { x - 340, y - 340, x + 340, y + 340 } -- the heart of its ring
    end
    if #points > 1 then shapes[#shapes + 1] = { "polyline", points = field.line, role = "series", series = 0 } end
    for index, point in ipairs(points) do
      local x, y = field.line[index][1], field.line[index][2]
      local missed = self:misses_target(point.value, options.target, options.direction)
      if missed then shapes[#shapes + 1] = { "circle", x = x, y = y, width = 450, role = "box", tone = "high" } end
      if missed or #points == 1 then shapes[#shapes + 1] = { "circle", x = x, y = y, width = 240, role = "series", series = 0 } end
      if missed or index == #points then
        local words = shown(point.value)
        local to_x, to_y = place_figure(field, x, y, words)
        shapes[#shapes + 1] = { "text", x = math.floor(to_x), y = math.floor(to_y), text = words, align = "center", role = "value", strong = true, tone = missed and "high" or nil }
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
    local first, last = points[1].date:sub(1, 8) .. "01", add_months(points[#points].date:sub(1, 8) .. "01", 1) -- whole months
    local low, high, step = axis_of(points, target, (height - top - bottom) // 1300)
    local span, room = days(first, last), width_ - left - right
    local function x_of(date) return left + days(first, date) * room // span end
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
