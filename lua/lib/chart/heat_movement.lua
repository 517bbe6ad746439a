-- Heat map with movement: from where to where treatment moves the risks. A cell says how many stood in it before and
-- stand in it now; an arrow, with its number, leads from the one place to the other.
return function(class)
  local left, top, row_height, head = 11000, 400, 6400, 700

  local function place_of(figures, axes)
    if figures and figures[axes.x.field] and figures[axes.y.field] then
      return figures[axes.x.field], figures[axes.y.field]
    end
  end

  -- Counts before and now by "y/x", and the moves in order of first appearance: { x1=, y1=, x2=, y2=, count= }.
  local function collect(risks, axes)
    local before, now, moves, seen = {}, {}, {}, {}
    local function add(counts, x, y)
      local key = y .. "/" .. x
      counts[key] = (counts[key] or 0) + 1
    end
    for _, risk in ipairs(risks) do
      local figures = risk.figures or {}
      local x1, y1 = place_of(figures.first, axes)
      local x2, y2 = place_of(figures.second or figures.first, axes)
      if x1 and x2 then
        add(before, x1, y1)
        add(now, x2, y2)
        local key = table.concat({ y1, x1, y2, x2 }, "/")
        if (x1 ~= x2 or y1 ~= y2) and not seen[key] then
          seen[key] = { x1 = x1, y1 = y1, x2 = x2, y2 = y2, count = 0 }
          moves[#moves + 1] = seen[key]
        end
        if seen[key] then seen[key].count = seen[key].count + 1 end
      end
    end
    return before, now, list(moves):sort(function(a, b)
      if a.y1 ~= b.y1 then return a.y1 > b.y1 end
      if a.x1 ~= b.x1 then return a.x1 > b.x1 end
      if a.y2 ~= b.y2 then return a.y2 > b.y2 end
      return a.x2 > b.x2
    end)
  end

  local function position_in(values, value)
    for index, other in ipairs(values) do
      if other == value then return index end
    end
  end

  -- Arrows within a row run in lanes of their own, so that none hides another.
  local function lanes_of(moves)
    local used, lane = {}, {}
    for index, move in ipairs(moves) do
      if move.y1 == move.y2 then
        used[move.y1] = (used[move.y1] or 0) + 1
        lane[index] = used[move.y1]
      end
    end
    return lane, used
  end

  local function add_arrow(shapes, x1, y1, x2, y2, count)
    local length = math.sqrt((x2 - x1) ^ 2 + (y2 - y1) ^ 2)
    local dx, dy = (x2 - x1) / length, (y2 - y1) / length
    local function round(value) return math.floor(value + 0.5) end
    local function point(along, aside) return { round(x2 - dx * along - dy * aside), round(y2 - dy * along + dx * aside) } end
    local foot = point(head, 0)
    shapes[#shapes + 1] = { "line", x = round(x1), y = round(y1), x2 = foot[1], y2 = foot[2], role = "connector" }
    shapes[#shapes + 1] = { "polygon", points = { { round(x2), round(y2) }, point(head, head // 2), point(head, -head // 2) }, role = "actual" }
    shapes[#shapes + 1] = { "text", x = round(x1 + dx * -600), y = round(y1 + 300), text = tostring(count), align = "center", role = "value", strong = true }
  end

  local function add_cells(self, shapes, axes, before, now, width)
    local bands = self:bands()
    for row = 1, #axes.y.values do
      local y_value = axes.y.values[#axes.y.values - row + 1]
      local y = top + (row - 1) * row_height
      shapes[#shapes + 1] = { "text", x = left - 600, y = y + row_height // 2 + 300, width = left - 800, align = "right", role = "label",
        text = self:text(axes.y.title) .. " " .. self:number(y_value) }
      for column, x_value in ipairs(axes.x.values) do
        local id, key = axes.band(x_value, y_value), y_value .. "/" .. x_value
        local tone = "none"
        for _, band in ipairs(bands) do
          if id == band.id or id == band then tone, id = band.tone, band end
        end
        local x = left + (column - 1) * width
        shapes[#shapes + 1] = { "rectangle", x = x, y = y, width = width, height = row_height, role = "cell", tone = tone }
        shapes[#shapes + 1] = { "text", x = x + width // 2, y = y + 1150, width = width - 400, align = "center", role = "label",
          text = self:say({ ja = "{band}　前 {before} → 現在 {now}", en = "{band}: {before} → {now}" }, {
            band = type(id) == "table" and self:text(id.title) or tostring(id), before = before[key] or 0, now = now[key] or 0 }) }
      end
    end
    for column, x_value in ipairs(axes.x.values) do
      shapes[#shapes + 1] = { "text", x = left + (column - 1) * width + width // 2, y = top + #axes.y.values * row_height + 1300,
        width = width, align = "center", role = "label", text = self:text(axes.x.title) .. " " .. self:number(x_value) }
    end
  end

  local function words(self, axes, moves)
    local parts = {}
    for _, move in ipairs(moves) do
      parts[#parts + 1] = self:say({ ja = "{y}{y1}・{x}{x1} から {y}{y2}・{x}{x2} へ {n}件", en = "{n} from {y} {y1}, {x} {x1} to {y} {y2}, {x} {x2}" }, {
        y = self:text(axes.y.title), x = self:text(axes.x.title), y1 = move.y1, x1 = move.x1, y2 = move.y2, x2 = move.x2, n = move.count })
    end
    if #parts == 0 then return self:text { ja = "動いたリスクはない", en = "No risk has moved" } end
    return table.concat(parts, self.lang == "ja" and "、" or "; ")
  end

  -- The movement of these risks; nothing when the method has no axes or nothing has moved.
  function class:heat_movement(risks, caption)
    local method = self.isms.method
    if not method or not method.axes then return end
    local axes = method.axes(method.criteria)
    local before, now, moves = collect(risks, axes)
    if #moves == 0 then return end
    local width = math.min(12000, 48000 // #axes.x.values)
    local shapes, lane, used = {}, lanes_of(moves)
    add_cells(self, shapes, axes, before, now, width)
    local function centre(x, y)
      return left + (position_in(axes.x.values, x) - 1) * width + width // 2,
        top + (#axes.y.values - position_in(axes.y.values, y)) * row_height + row_height // 2 + 500
    end
    for index, move in ipairs(moves) do
      local x1, y1 = centre(move.x1, move.y1)
      local x2, y2 = centre(move.x2, move.y2)
      if lane[index] then
        local y = y1 - row_height // 2 - 500 + 1500 + (row_height - 1500) * lane[index] // (used[move.y1] + 1)
        y1, y2 = y, y
      end
      add_arrow(shapes, x1, y1, x2, y2, move.count)
    end
    self:drawing { width = left + width * #axes.x.values + 400, height = top + #axes.y.values * row_height + 1900, shapes = shapes,
      caption = caption, alt = words(self, axes, moves) }
  end
end
