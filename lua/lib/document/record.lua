-- What templates ask of records again and again: risk levels and bands, related records, states.
local function padded(digits) return ("0"):rep(9 - #digits) .. digits end

return function(class, build)
  -- Records of a kind by plural name; an empty list when the project has no such kind.
  function class:records(plural)
    for _, kind in ipairs(self.isms.kinds) do
      if kind.plural == plural then return self.isms[plural] or list {} end
    end
    return list {}
  end

  function class:kind_of(value) return build.kind_of(value) end

  -- A document of this build by its id ("risk-report"), or nil when it is not made.
  function class:made(id)
    for _, document in ipairs(self.documents) do
      if document.id == id then return document end
    end
  end

  -- Link to a document of this build; only its name when it is not made.
  function class:document_link(id, otherwise)
    local document = self:made(id)
    if not document then return otherwise and self:text(otherwise) end
    return self:link(id, document.title)
  end

  -- Bands of the risk method, lowest first; empty without a method.
  function class:bands()
    local method = self.isms.method
    return method and method.bands and method.bands(method.criteria) or {}
  end

  function class:band_word(id)
    for _, band in ipairs(self:bands()) do
      if band.id == id then return self:text(band.title) end
    end
    return id and tostring(id) or nil
  end

  -- Figures of a risk as it stands today: the second assessment when there is one, else the first.
  function class:current(risk)
    local figures = risk.figures
    return figures and (figures.second or figures.first) or nil
  end

  function class:acceptable(risk)
    return risk.figures ~= nil and risk.figures.acceptable == true
  end

  -- Is the acceptance of a residual risk in force on the date of the build?
  function class:acceptance_state(risk)
    local acceptance = risk.acceptance
    if not acceptance or not acceptance.by or not acceptance.date then return "none" end
    if acceptance["until"] and acceptance["until"] < self.isms.date then return "expired" end
    return "valid"
  end

  -- Departments of a risk: its own, else those of its assets.
  function class:risk_department(risk)
    if risk.department then return risk.department end
    for _, asset in ipairs(risk.assets or {}) do
      if asset.department then return asset.department end
    end
  end

  function class:is_overdue(due, done)
    return due ~= nil and not done and due < self.isms.date
  end

  -- State of a task: its word and tone, "overdue" when its planned end has passed.
  function class:task_state(task)
    if task.status ~= "done" and self:is_overdue(task.planned_end) then
      return { self:text(task:label("status")), self:br(), self:strong(self:word("overdue")) }, "high"
    end
    return self:text(task:label("status")), task:tone("status")
  end

  -- State of a nonconformity: how far it has come.
  function class:nonconformity_state(nc)
    if present(nc.effective) and nc.effective_date then return "closed", self:word("nc_closed"), "good" end
    if nc.verified then return "verified", self:word("nc_verified"), "low" end
    if nc.completed then return "completed", self:word("nc_completed"), "low" end
    if self:is_overdue(nc.planned) then return "overdue", self:word("overdue"), "high" end
    if present(nc.plan) then return "planned", self:word("nc_planned"), "medium" end
    return "issued", self:word("nc_issued"), "high"
  end

  -- The decisions of all reviews before a date, each with its review.
  function class:decisions_before(date)
    local result = {}
    for _, review in ipairs(self.isms.reviews) do
      if review.date and review.date < date then
        for _, decision in ipairs(review.decisions or {}) do result[#result + 1] = decision end
      end
    end
    return list(result)
  end

  -- Records in the order of their ids, numbers in them by value: A-2 before A-10.
  function class:by_id(records)
    local keys, last, in_order = {}, "", true
    for _, record in ipairs(records) do
      local key = record.id:gsub("%d+", padded)
      keys[record], in_order, last = key, in_order and last <= key, key
    end
    if in_order then return records end
    return list(records):sort(function(a, b) return keys[a] < keys[b] end)
  end

  -- Records in the order of the departments of the project; those without one come last.
  function class:by_department(records, department_of)
    local place = {}
    for index, department in ipairs(self:records("departments")) do place[department] = index end
    local function rank(record) return place[department_of(record)] or math.huge end
    return list(records):sort(function(a, b) return rank(a) < rank(b) end)
  end

  -- Controls with those of a theme together, in the order of the themes.
  function class:by_theme(controls)
    local result = {}
    for _, part in controls:group("theme") do
      for _, control in ipairs(part) do result[#result + 1] = control end
    end
    return list(result)
  end

  -- Counts of a list by a function: key → number.
  function class:tally(records, key)
    local counts = {}
    for _, record in ipairs(records) do
      local k = key(record)
      if k ~= nil then counts[k] = (counts[k] or 0) + 1 end
    end
    return counts
  end

  -- Clauses and controls of a record as one list of links.
  function class:requirement_of(record)
    local parts = {}
    if record.clause then parts[#parts + 1] = self:ref(record.clause, "both") end
    if record.control then parts[#parts + 1] = self:ref(record.control, "both") end
    if #parts == 0 then return nil end
    return self:join(parts)
  end
end
