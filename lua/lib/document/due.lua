-- What is due: every date on record by which something ought to have been done, in one list.
return function(class, build)
  local function add(result, self, entry)
    if not entry.date then return end
    entry.days = days(self.isms.date, entry.date)
    result[#result + 1] = entry
  end

  local function add_decisions(self, result)
    for _, review in ipairs(self:records("reviews")) do
      for _, decision in ipairs(review.decisions or {}) do
        if decision.status ~= "done" and not decision.done then
          add(result, self, { date = decision.due, record = decision, what = self:text(decision.action), owner = decision.owner,
            kind = self:word("due_decision") })
        end
      end
    end
  end

  local function add_nonconformities(self, result)
    for _, nc in ipairs(self:records("nonconformities")) do
      if not nc.completed then
        add(result, self, { date = nc.planned, record = nc, what = self:text(nc.content), owner = nc.department and nc.department.manager,
          kind = self:word("due_corrective_action") })
      end
    end
  end

  local function add_risks(self, result)
    for _, risk in ipairs(self:records("risks")) do
      local acceptance = risk.acceptance
      if acceptance and acceptance["until"] then
        add(result, self, { date = acceptance["until"], record = risk, what = self:text(risk.event), owner = acceptance.by,
          kind = self:word("due_acceptance") })
      end
    end
  end

  -- The first planned date that nothing done has met.
  local function next_planned(self, activity)
    local open = self:schedule(activity.planned, activity.done):first(function(entry) return not entry.done end)
    return open and open.planned
  end

  local function add_operation(self, result)
    for _, activity in ipairs(self:records("activities")) do
      add(result, self, { date = next_planned(self, activity), record = activity, what = self:text(activity.activity), owner = activity.owner, kind = self:word("due_activity") })
    end
    for _, training in ipairs(self:records("trainings")) do
      if not training.held_start then
        add(result, self, { date = training.planned_end or training.planned_start, record = training, what = self:text(training.name),
          owner = training.responsible, kind = self:word("due_training") })
      end
    end
    for _, supplier in ipairs(self:records("suppliers")) do
      add(result, self, { date = supplier.next_review, record = supplier, what = self:text(supplier.name), owner = supplier.owner, kind = self:word("due_supplier") })
    end
  end

  -- Records to be disposed of, continuity tests, laws a year after they were last checked, gaps to the target profile.
  local function add_controls(self, result)
    for _, disposal in ipairs(self:records("disposals")) do
      if not disposal.date then
        add(result, self, { date = self:disposal_due(disposal), record = disposal, what = self:text(disposal.what), owner = disposal.retention and disposal.retention.owner,
          kind = self:word("due_disposal") })
      end
    end
    for _, plan in ipairs(self:records("continuities")) do
      for _, test in ipairs(plan.tests or {}) do
        if not test.date then
          add(result, self, { date = test.planned, record = plan, what = self:text(plan.process), owner = plan.owner, kind = self:word("due_test") })
        end
      end
    end
    for _, law in ipairs(self:records("laws")) do
      add(result, self, { date = law.checked and add_months(law.checked, 12), record = law, what = self:text(law.name), owner = law.owner, kind = self:word("due_law") })
    end
    for _, profile in ipairs(self:records("profiles")) do
      if profile.target > profile.current then
        add(result, self, { date = profile.due, record = profile, what = self:text(profile.action), owner = profile.owner, kind = self:word("due_profile") })
      end
    end
  end

  -- Objectives without a result since their due date; gaps of competence whose improvement nobody confirmed.
  local function add_people(self, result)
    for _, objective in ipairs(self:records("objectives")) do
      local judged = list(objective.results or {}):first(function(r) return r.date and objective.due and r.date >= objective.due end)
      if not judged then
        add(result, self, { date = objective.due, record = objective, what = self:text(objective.objective), owner = objective.owner, kind = self:word("due_objective") })
      end
    end
    for _, competence in ipairs(self:latest_competences()) do
      for _, entry in ipairs(competence.requirements or {}) do
        if not entry.confirmed then
          add(result, self, { date = entry.improvement_due, record = competence, what = self:text(entry.requirement), owner = competence.person,
            kind = self:word("due_competence") })
        end
      end
    end
  end

  -- Entries { date, days (negative: overdue), kind, record, what, owner } up to `horizon` days ahead, by date.
  function class:due(horizon)
    local result = {}
    for _, task in ipairs(self:records("tasks")) do
      if task.status ~= "done" then
        add(result, self, { date = task.planned_end, record = task, what = self:text(task.task), owner = task.owner, kind = self:word("due_task") })
      end
    end
    add_decisions(self, result)
    add_nonconformities(self, result)
    add_risks(self, result)
    add_operation(self, result)
    add_controls(self, result)
    add_people(self, result)
    for _, document in ipairs(self:records("documents")) do
      add(result, self, { date = document.next_review, record = document, what = self:text(document.title), owner = document.owner,
        kind = self:word("due_document") })
    end
    for _, waiver in ipairs(self.isms.manifest and self.isms.manifest.waivers or {}) do
      add(result, self, { date = waiver["until"], what = self:word("waiver_of", { record = waiver.record or waiver.rule, id = waiver.id }), owner = waiver.approved_by, kind = self:word("due_waiver") })
    end
    return list(result):where(function(entry) return entry.days <= horizon end):sort(function(a, b) return a.date < b.date end)
  end

  function class:due_table(entries)
    self:table(entries, {
      { function(e)
          local overdue = e.days < 0
          return { e.date, self:br(), self:status(self:say(self:word(overdue and "days_late" or "days_left"), { n = math.abs(e.days) }),
            overdue and "high" or "medium") }
        end, 150, title = self:word("due"), content = "date" },
      { function(e) return e.kind end, 170, title = self:word("kind"), content = "name" },
      { function(e) return e.record and self:ref(e.record, "id") end, 140, title = self:word("number"), content = "id" },
      { function(e) return e.what end, 380, title = self:word("matter") },
      { function(e) return e.owner and self:ref(e.owner) or self:missing() end, 160, title = self:word("person_in_charge"), content = "name" },
    }, { empty = self:word("nothing_due") })
  end

  -- The findings of the checks so far: { level =, slug =, clause =, record =, file =, line =, text =, help = }.
  function class:findings() return list(build.findings()) end

  -- Does a finding concern this document: its record or file, else the clause it serves?
  local function concerns(document, finding)
    local record, clause = document.record, document.template.clause
    if record then return finding.record == record.id or (finding.file ~= nil and finding.file == document.path) end
    return clause ~= nil and finding.clause ~= nil and (finding.clause .. " "):sub(1, #clause + 1):match("^" .. clause:gsub("%p", "%%%0") .. "[%s%.]") ~= nil
  end

  -- At the end of a draft: what the checks say about it.
  function class:draft_findings()
    local document = self.document
    if document.dashboard then return end
    local findings = self:findings():where(function(finding) return concerns(document, finding) end)
    if #findings == 0 then return end
    self:section(self:word("draft_findings"), { unnumbered = true }, function()
      self:list(findings:map(function(finding)
        return { self:text(finding.text), self:soft(" ", finding.slug, finding.file and { " ", finding.file, finding.line and finding.line > 0 and ":" .. finding.line or nil } or nil) }
      end))
    end)
  end
end
