-- The months of a fiscal year as columns of a table, under their quarters, with what is planned and done in each.
return function(class)
  -- First day of the fiscal year that holds the date.
  function class:fiscal_year_start(date)
    local organization = self.isms.manifest and self.isms.manifest.organization or {}
    local first = organization.fiscal_year_start or 4
    return string.format("%04d-%02d-01", month(date) >= first and year(date) or year(date) - 1, first)
  end

  -- "2026年度" or "FY 2026".
  function class:fiscal_year_name(date) return self:say({ ja = "{n}年度", en = "FY {n}" }, { n = year(self:fiscal_year_start(date)) }) end

  -- Every planned date with the date it was done: a plan is met by the first date after the plan before it that no other
  -- plan has taken. Gives { { planned =, done = }, … } by date; what was done beyond the plan has no `planned`.
  function class:schedule(planned, done)
    local plans, doings, result, used = list(planned or {}):sort(), list(done or {}):sort(), {}, {}
    for index, date in ipairs(plans) do
      local from, met = plans[index - 1] or add_months(date, -3), nil
      for place, day_ in ipairs(doings) do
        if not met and not used[place] and (day_ > from or day_ >= date) then met, used[place] = day_, true end
      end
      result[#result + 1] = { planned = date, done = met }
    end
    for place, day_ in ipairs(doings) do
      if not used[place] then result[#result + 1] = { done = day_ } end
    end
    return list(result):sort(function(a, b) return (a.planned or a.done) < (b.planned or b.done) end)
  end

  -- "done", "overdue" or "planned" on the day of the build.
  function class:schedule_state(entry)
    if entry.done then return "done" end
    return entry.planned < self.isms.date and "overdue" or "planned"
  end

  -- Twelve columns from the first day of a fiscal year. entries_of(row) gives the schedule of a row; the sign says the state,
  -- the figure the day.
  function class:month_columns(start, entries_of, weight)
    local columns = {}
    for offset = 0, 11 do
      local from = add_months(start, offset)
      local to = add_months(from, 1)
      columns[#columns + 1] = {
        function(row)
          local words, tone = {}, nil
          for _, entry in ipairs(entries_of(row)) do
            local date = entry.done or entry.planned
            if date >= from and date < to then
              local state = self:schedule_state(entry)
              if #words > 0 then words[#words + 1] = " " end
              words[#words + 1] = self:word("sign_" .. state) .. day(date)
              if state == "overdue" then tone = "high" end
            end
          end
          return #words > 0 and table.concat(words) or nil, tone
        end, weight or 36, content = "status", align = "center",
        title = self:say({ ja = "{n}月", en = "{n}" }, { n = month(from) }),
        group = self:say({ ja = "第{q}四半期", en = "Q{q}" }, { q = offset // 3 + 1 }),
      }
    end
    return columns
  end
end
