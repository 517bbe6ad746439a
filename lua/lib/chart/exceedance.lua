-- Loss exceedance curve: the probability that the losses of a year are larger than an amount.
return function(class)
  local left, top, width_, height = 7000, 1200, 58000, 17000

  -- The smallest of 1, 2, 2.5, 5 times a power of ten that divides the range into at most eight parts.
  local function step_of(largest)
    local unit = 1
    while true do
      for _, factor in ipairs { 2, 4, 5, 10 } do
        local step = unit * factor
        if step * 8 >= largest then return step end
      end
      unit = unit * 10
    end
  end

  local function x_at(loss, range) return left + math.floor(loss / range * width_ + 0.5) end
  local function y_at(probability) return top + height - math.floor(probability * height + 0.5) end

  local function add_axes(self, shapes, range, step)
    for share = 0, 100, 25 do
      local y = y_at(share / 100)
      shapes[#shapes + 1] = { "line", x = left, y = y, x2 = left + width_, y2 = y, role = share == 0 and "axis" or "grid" }
      shapes[#shapes + 1] = { "text", x = left - 600, y = y + 350, text = share .. "%", align = "right", role = "label" }
    end
    for loss = 0, range, step do
      local x = x_at(loss, range)
      shapes[#shapes + 1] = { "line", x = x, y = top, x2 = x, y2 = top + height, role = loss == 0 and "axis" or "grid" }
      shapes[#shapes + 1] = { "text", x = x, y = top + height + 1500, text = self:number(loss), align = "center", role = "label" }
    end
  end

  local function add_curve(self, shapes, curve, index, range)
    local points = {}
    for place, point in ipairs(curve.points) do points[place] = { x_at(point.loss, range), y_at(point.probability) } end
    shapes[#shapes + 1] = { "polyline", points = points, role = "series", series = index }
    local y = top + 1500 + index * 1800
    shapes[#shapes + 1] = { "polyline", points = { { left + width_ - 16000, y - 400 }, { left + width_ - 13000, y - 400 } }, role = "series", series = index }
    shapes[#shapes + 1] = { "text", x = left + width_ - 12500, y = y, text = self:text(curve.title), role = "label" }
  end

  -- curves: { { title =, points = { { probability =, loss = }, … } }, … }; unit: of the amounts. options: caption.
  function class:exceedance_curves(curves, unit, options)
    local largest = 1
    for _, curve in ipairs(curves) do
      for _, point in ipairs(curve.points) do largest = math.max(largest, point.loss) end
    end
    local step = step_of(largest)
    local range, shapes, words = -(-largest // step) * step, {}, {}
    add_axes(self, shapes, range, step)
    for index, curve in ipairs(curves) do
      add_curve(self, shapes, curve, index - 1, range)
      words[index] = self:exceedance_words(curve, unit)
    end
    shapes[#shapes + 1] = { "text", x = left + width_, y = top + height + 3200, text = self:text(unit), align = "right", role = "label" }
    self:drawing { width = left + width_ + 4000, height = top + height + 3600, shapes = shapes, caption = options and options.caption,
      alt = table.concat(words, self.lang == "ja" and "。" or "; ") }
  end

  -- The same in words.
  function class:exceedance_words(curve, unit)
    local parts = {}
    for _, point in ipairs(curve.points) do
      if point.probability == 0.9 or point.probability == 0.5 or point.probability == 0.1 then
        parts[#parts + 1] = self:say({ ja = "{p}の確率で{loss}{unit}を超える", en = "exceeds {loss} {unit} with a probability of {p}" },
          { p = self:percent(point.probability, 1), loss = self:number(point.loss), unit = unit })
      end
    end
    return self:text(curve.title) .. ": " .. table.concat(parts, self:comma())
  end
end
