-- States and sums of the kinds of record that several documents and the management review ask for.
return function(class)
  local function find(fields, name)
    for _, field in ipairs(fields or {}) do
      if field.name == name then return field end
    end
  end

  -- The choice of an enum inside lists of maps: d:choice("supplier", "answers.answer", "yes") → { id =, title =, tone = }.
  function class:choice(kind_name, path, id)
    for _, kind in ipairs(self.isms.kinds) do
      if kind.name == kind_name then
        local fields, field = kind.fields, nil
        for name in path:gmatch("[^.]+") do
          field = find(fields, name)
          local inner = field and type(field.of) == "table" and field.of or field
          fields = inner and inner.fields
        end
        for _, choice in ipairs(field and field.values or {}) do
          if choice.id == id then return choice end
        end
      end
    end
  end

  -- The word of such a choice with its tone, as two results for a cell.
  function class:choice_word(kind_name, path, id)
    local choice = id and self:choice(kind_name, path, id)
    if not choice then return self:missing() end
    return self:text(choice.title), choice.tone
  end

  -- Competence: A when all scores reach 3, B when the improvement of every lower one is planned, else C. Scores after a
  -- confirmed improvement count. Gives the grade and the scores below 3 that have no plan.
  function class:competence_grade(competence)
    local low, unplanned = 0, 0
    for _, requirement in ipairs(competence.requirements or {}) do
      local score = requirement.confirmed and requirement.score_after or requirement.score
      if score and score < 3 then
        low = low + 1
        if not requirement.improvement_due or not present(requirement.improvement) then unplanned = unplanned + 1 end
      end
    end
    if low == 0 then return "A", 0 end
    return unplanned == 0 and "B" or "C", unplanned
  end

  -- The latest assessment of every person in every role.
  function class:latest_competences()
    local latest, order = {}, {}
    for _, competence in ipairs(self:records("competences")) do
      local key = (competence.role and competence.role.id or "") .. " " .. (competence.person and competence.person.id or "")
      if not latest[key] then order[#order + 1] = key end
      if not latest[key] or competence.date > latest[key].date then latest[key] = competence end
    end
    return list(order):map(function(key) return latest[key] end)
  end

  -- Participants of a training: invited, attended, passed, from the list of names where the sums are not given.
  function class:training_figures(training)
    local attended, scored, passed = 0, 0, 0
    local mark = training.quiz and training.quiz.pass_mark
    for _, participant in ipairs(training.participants or {}) do
      if participant.date then attended = attended + 1 end
      if participant.score then
        scored = scored + 1
        if mark and participant.score >= mark then passed = passed + 1 end
      end
    end
    return { invited = training.invited, attended = training.attended or (#(training.participants or {}) > 0 and attended or nil),
      passed = training.passed or (mark and scored > 0 and passed or nil), mark = mark, listed = #(training.participants or {}) }
  end

  -- For whom a training is, with its departments where the words do not name them and it is not for all.
  function class:training_audience(training)
    local words, departments = self:text(training.audience), training.departments or {}
    local named = #departments == #self:records("departments")
    if not named and present(words) then
      named = true
      for _, department in ipairs(departments) do named = named and words:find(self:text(department.name), 1, true) ~= nil end
    end
    return { self:required(words), #departments > 0 and not named and { self:br(), self:soft(self:refs(departments)) } or nil }
  end

  -- "held", "running" (begun, and its planned period goes on), "overdue" or "planned".
  function class:training_state(training)
    if training.held_start and training.planned_end and training.planned_end >= self.isms.date then
      return "running", self:word("running"), "low"
    end
    if training.held_end or training.held_start then return "held", self:word("held"), "none" end
    if self:is_overdue(training.planned_end or training.planned_start) then return "overdue", self:word("overdue"), "high" end
    return "planned", self:word("planned"), "none"
  end

  -- Period of retention in words.
  function class:retention_period(retention)
    if not retention then return nil end
    if retention.permanent then return self:word("permanent") end
    if retention.years then return self:say(self:word("years"), { n = string.format("%.10g", retention.years) }) end
    if retention.months then return self:say(self:word("months"), { n = retention.months }) end
    if retention.days then return self:say(self:word("days"), { n = retention.days }) end
  end

  -- Day on which a record must have been disposed of: start event + period; nil when either is unknown.
  function class:disposal_due(disposal)
    local retention, started = disposal.retention, disposal.started
    if not retention or not started or retention.permanent then return nil end
    if retention.years then return add_months(started, math.floor(retention.years * 12 + 0.5)) end
    if retention.months then return add_months(started, retention.months) end
    if retention.days then return add_days(started, retention.days) end
  end

  -- The last result of an objective, by date.
  function class:latest_result(objective)
    local latest
    for _, result in ipairs(objective.results or {}) do
      if not latest or result.date >= latest.date then latest = result end
    end
    return latest
  end

  -- Word and tone of a result: achieved or not, from the record, else from the target.
  function class:result_state(objective, result)
    if not result then return self:missing { ja = "未評価", en = "not evaluated" } end
    local achieved = result.achieved
    if achieved == nil and result.value and objective.target then
      achieved = not self:misses_target(result.value, objective.target, objective.direction)
    end
    if achieved == nil then return "—" end
    if achieved then return self:text { ja = "○ 達成", en = "achieved" }, "good" end
    return self:text { ja = "× 未達成", en = "not achieved" }, "high"
  end

  -- What stands between a figure and its unit.
  local function unit_space(self, unit)
    return self.lang == "en" and unit ~= "" and unit ~= "%" and " " or ""
  end

  -- "95％以上", "at least 95%"; only the figure where nothing lies beyond it: "0件", "100%".
  function class:target_words(record)
    if not record.target then return nil end
    local unit = self:text(record.unit) or ""
    local value = string.format("%.10g", record.target)
    local extreme = record.direction == "at-most" and record.target == 0
      or record.direction == "at-least" and record.target == 100 and contains({ "%", "％", "percent" }, unit)
    local direction = record.direction and not extreme and self:text(record:label("direction")) or nil
    if self.lang == "ja" then return value .. unit .. (direction or "") end
    return (direction and direction:lower() .. " " or "") .. value .. unit_space(self, unit) .. unit
  end

  -- A value with its unit.
  function class:with_unit(value, unit)
    if value == nil then return nil end
    local words = self:text(unit) or ""
    return string.format("%.10g", value) .. unit_space(self, words) .. words
  end

  -- Records of a kind whose date lies in ]from, to]; without `from` all up to `to`.
  function class:within(plural, field, from, to)
    return self:records(plural):where(function(record)
      local date = record[field]
      return date ~= nil and (not from or date > from) and date <= to
    end)
  end

  -- A date, with the word "overdue" when it has passed.
  function class:due_date(date)
    if not date then return self:missing() end
    if date < self.isms.date then return { date, self:br(), self:status(self:word("overdue"), "high") }, "high" end
    return date
  end
end
