-- Schedule: one line a task, planned above actual, months (quarters when the span is long), the day of the build.
return function(class)
  local row_height, head_height, label_width = 2150, 3600, 20000

  local function month_start(date) return date:sub(1, 8) .. "01" end

  -- First and last day drawn: whole months around every date.
  local function span(tasks, today)
    local first, last = today, today
    for _, task in ipairs(tasks) do
      for _, date in ipairs { task.planned_start or today, task.planned_end or today, task.actual_start or today, task.actual_end or today } do
        if date < first then first = date end
        if date > last then last = date end
      end
    end
    return month_start(first), add_months(month_start(last), 1)
  end

  -- Months between two dates, and how many months a division of the axis has.
  local function divisions(first, last)
    local months = (year(last) - year(first)) * 12 + month(last) - month(first)
    return months, months > 24 and 3 or 1
  end

  local function add_axis(self, shapes, first, last, place, height, step)
    local date, previous_year = first, nil
    if step == 3 then
      while (month(date) - 1) % 3 ~= 0 do date = add_months(date, 1) end
    end
    while date < last do
      local x = place(date)
      local new_year = year(date) ~= previous_year
      shapes[#shapes + 1] = { "line", x = x, y = new_year and 0 or 1600, x2 = x, y2 = height, role = "grid" }
      if new_year then
        shapes[#shapes + 1] = { "text", x = x + 300, y = 1200, text = tostring(year(date)), role = "label", strong = true }
        previous_year = year(date)
      end
      local word = step == 3 and ("Q" .. ((month(date) - 1) // 3 + 1)) or tostring(month(date))
      shapes[#shapes + 1] = { "text", x = (x + place(add_months(date, step))) // 2, y = 2900, text = word, align = "center", role = "label" }
      date = add_months(date, step)
    end
    shapes[#shapes + 1] = { "line", x = label_width, y = head_height - 300, x2 = place(last), y2 = head_height - 300, role = "axis" }
  end

  local function add_task(self, shapes, task, y, place, today)
    local words = task.id .. " " .. (self:text(task.task) or "")
    self:add_label(shapes, words, 0, y + 1200, label_width - 500)
    if task.planned_start and task.planned_end then
      local x = place(task.planned_start)
      shapes[#shapes + 1] = { "rectangle", x = x, y = y + 200, width = math.max(place(add_days(task.planned_end, 1)) - x, 200), height = 650, role = "planned" }
    end
    if task.actual_start then
      local x = place(task.actual_start)
      local length = math.max(place(add_days(task.actual_end or today, 1)) - x, 200)
      local late = self:is_overdue(task.planned_end, task.actual_end)
      shapes[#shapes + 1] = { "rectangle", x = x, y = y + 950, width = length, height = 650, role = "actual", tone = late and "high" or "none" }
      if late then shapes[#shapes + 1] = { "text", x = x + length + 300, y = y + 1600, text = self:word("sign_overdue"), role = "value", tone = "high", strong = true } end
    end
  end

  -- What the drawing says, in words.
  local function words_of(self, tasks)
    local lines = {}
    for _, task in ipairs(tasks) do
      lines[#lines + 1] = self:say({ ja = "{id}: 予定 {planned}、実績 {actual}", en = "{id}: planned {planned}, actual {actual}" }, {
        id = task.id, planned = self:period(task.planned_start, task.planned_end) or "—", actual = self:period(task.actual_start, task.actual_end) or "—" })
    end
    return table.concat(lines, "; ")
  end

  local function add_legend(self, shapes, y)
    local x = label_width
    for _, entry in ipairs { { "planned", "gantt_planned" }, { "actual", "gantt_actual" }, { "actual", "gantt_late", "high" }, { "today", "gantt_today" } } do
      local words = self:word(entry[2])
      if entry[1] == "today" then
        shapes[#shapes + 1] = { "line", x = x + 500, y = y, x2 = x + 500, y2 = y + 1000, role = "today" }
      else
        shapes[#shapes + 1] = { "rectangle", x = x, y = y + 200, width = 1200, height = 650, role = entry[1], tone = entry[3] }
      end
      if entry[3] then words = self:word("sign_overdue") .. " " .. words end
      shapes[#shapes + 1] = { "text", x = x + 1600, y = y + 900, text = words, role = "label" }
      x = x + 1600 + width(words) * 410 + 1500
    end
  end

  -- tasks: records with planned_start, planned_end, actual_start, actual_end. options: caption, width, rows a drawing at most (16).
  function class:gantt(tasks, options)
    options = options or {}
    if #tasks == 0 then return end
    local today = self.isms.date
    local first, last = span(tasks, today)
    local total, room = math.max(days(first, last), 1), (options.width or 72000) - label_width
    local function place(date) return label_width + days(first, date) * room // total end
    local _, step = divisions(first, last)
    local size = options.rows or 16
    size = math.ceil(#tasks / math.ceil(#tasks / size))
    for from = 1, #tasks, size do
      local part = {}
      for index = from, math.min(from + size - 1, #tasks) do part[#part + 1] = tasks[index] end
      local shapes, height = {}, head_height + #part * row_height
      add_axis(self, shapes, first, last, place, height, step)
      for index, task in ipairs(part) do add_task(self, shapes, task, head_height + (index - 1) * row_height, place, today) end
      shapes[#shapes + 1] = { "line", x = place(today), y = head_height - 600, x2 = place(today), y2 = height, role = "today" }
      add_legend(self, shapes, height + 500)
      local caption = options.caption
      if caption and #tasks > size then caption = self:say({ ja = "{caption}（{from}～{to}件目）", en = "{caption} ({from}–{to})" },
        { caption = self:text(caption), from = from, to = from + #part - 1 }) end
      self:drawing { width = room + label_width, height = height + 2000, shapes = shapes, caption = caption, alt = words_of(self, part) }
    end
  end
end
