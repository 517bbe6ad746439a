-- Risk treatment plan: what is done by whom until when, the schedule drawn, what lags behind.
local function cost_title(d)
  local currency = d.isms.manifest and d.isms.manifest.organization.currency
  return { ja = "費用（千円）", en = currency and "Cost (" .. currency .. "\u{A0}thousand)" or "Cost (thousands)" }
end

local function control_words(d, task)
  local controls = task.controls or {}
  if #controls == 0 then return "—" end
  return d:refs(controls, { form = "both", lines = true, limit = 5 })
end

local function summary(isms, d, tasks)
  local rows = {}
  for department, part in tasks:group(function(task) return task.department or "" end) do
    rows[#rows + 1] = { title = department ~= "" and d:text(department.name) or d:word("unknown_department"), tasks = part }
  end
  local function column(title, count) return { function(row) return d:number(row.tasks:count(count)) end, 120, title = title, content = "number" } end
  d:section({ ja = "部門別の進み具合", en = "Progress by department" }, function()
    d:table(rows, {
      { function(row) return row.title end, 280, title = d:word("department"), content = "name" },
      column(d:word("count"), function() return true end),
      column({ ja = "終了", en = "Done" }, function(t) return t.status == "done" end),
      column({ ja = "着手", en = "Started" }, function(t) return t.status == "started" end),
      column({ ja = "未着手", en = "Not started" }, function(t) return t.status == "open" end),
      { function(row)
          local n = row.tasks:count(function(t) return d:is_overdue(t.planned_end, t.status == "done") end)
          return d:number(n), n > 0 and "high" or nil
        end, 120, title = d:word("overdue"), content = "number" },
      { function(row)
          local sum = 0
          for _, task in ipairs(row.tasks) do sum = sum + (task.cost or 0) end
          return d:amount(sum)
        end, 120, title = cost_title(d), content = "number", align = "right" },
    }, { narrow = true })
  end)
end

-- Risks that must be treated and have nothing planned.
local function unplanned(isms, d)
  local risks = isms.risks:where(function(risk)
    return not d:acceptable(risk) and risk.option ~= "retain" and d:acceptance_state(risk) ~= "valid" and #risk:refs("task") == 0
  end)
  d:section({ ja = "計画のないリスク", en = "Risks without a plan" }, function()
    if #risks == 0 then
      return d:paragraph { ja = "受容基準を超え、受容も計画もされていないリスクはない。", en = "Every risk above the criterion is accepted or has a plan." }
    end
    d:paragraph { ja = "受容基準を超え、受容も計画もされていないリスクを示す。", en = "Risks above the criterion that are neither accepted nor planned for." }
    d:table(risks, {
      { function(risk) return d:ref(risk, "id") end, 100, title = d:word("number"), content = "id" },
      { "event", 500 }, { "owner", 160, required = true },
      { function(risk) return d:level(d:current(risk)) end, 120, title = d:word("level"), content = "status" },
      { "option", 120, required = true },
    }, { kind = "risk" })
  end)
end

local function plan_table(isms, d)
  local planned, actual = { ja = "予定", en = "Planned" }, { ja = "実績", en = "Actual" }
  d:section({ ja = "実施事項", en = "Tasks" }, function()
    d:table(isms.tasks, {
      { "id", 60 },
      { function(task)
          return { d:required(d:text(task.task)), present(task.resources) and { d:br(), d:soft(d:text { ja = "資源：", en = "Resources: " }, d:text(task.resources)) } or nil,
            present(task.note) and { d:br(), d:soft(d:text { ja = "備考：", en = "Remark: " }, d:text(task.note)) } or nil }
        end, 240, title = { ja = "実施事項", en = "Task" } },
      { function(task)
          local risks = task.risks and #task.risks > 0 and d:refs(task.risks, { form = "id", limit = 8 }) or nil
          local decision = task.decision and d:ref(task.decision, "id") or nil
          if risks and decision then return { risks, d:br(), decision } end
          return risks or decision or d:missing()
        end, 80, title = { ja = "リスク・決定", en = "Risk or decision" }, content = "id" },
      { function(task) return control_words(d, task) end, 185, title = d:word("controls"), content = "name" },
      { function(task)
          return { d:ref(task.owner), task.department and { d:br(), d:soft(d:text(task.department.name)) } or nil }
        end, 90, title = d:word("person_in_charge"), content = "name" },
      { "planned_start", 66, group = planned, title = { ja = "開始", en = "Start" } }, { "planned_end", 66, group = planned, title = { ja = "終了", en = "End" } },
      { "actual_start", 66, group = actual, title = { ja = "開始", en = "Start" } }, { "actual_end", 66, group = actual, title = { ja = "終了", en = "End" } },
      { function(task) return d:task_state(task) end, 66, title = d:word("state"), content = "status" },
      { function(task) return d:amount(task.cost) end, 50, title = cost_title(d), content = "number", align = "right" },
      { function(task)
          if not task.approved_by then return d:missing { ja = "未承認", en = "not approved" } end
          return { d:ref(task.approved_by), task.approved_on and { d:br(), task.approved_on } or nil }
        end, 80, title = { ja = "リスク所有者の承認", en = "Approved by risk owner" }, content = "name" },
    }, { home = true, wide = true, kind = "task", caption = d:as_of(d:say({ ja = "リスク対応計画（{n}件）", en = "Risk treatment plan ({n})" }, { n = #isms.tasks })) })
  end)
end

return document "treatment-plan" {
  title = { ja = "リスク対応計画", en = "Risk Treatment Plan" },
  clause = "6.1.3", clauses = { "6.1.3", "8.3" }, group = "6", order = 620, page = "landscape", needs = "task",
  body = function(isms, d)
    local tasks = isms.tasks
    local n = d:tally(tasks, function(task) return task.status end)
    local late = tasks:where(function(task) return d:is_overdue(task.planned_end, task.status == "done") end)
    local unapproved = tasks:count(function(task) return not task.approved_by end)
    d:cover()
    d:overview {
      { d:text { ja = "本書は、リスクアセスメントの結果（", en = "This plan says how the risks of the " },
        d:document_link("risk-report", { ja = "リスクアセスメント結果報告書", en = "risk assessment report" }),
        d:say({ ja = "）及びマネジメントレビューの決定を受けて、何を、誰が、いつまでに行うかを定め、基準日（{date}）における進み具合を示す。計画はリスク所有者の承認を得る。",
          en = " and the decisions of the management review are carried out: what, by whom and until when, with the progress on {date}. Risk owners approve their part." }, { date = isms.date }) },
      figures = {
        { #tasks, { ja = "実施事項", en = "{n:task|tasks}" } }, { n.done or 0, { ja = "終了", en = "done" } }, { n.started or 0, { ja = "着手", en = "started" } },
        { n.open or 0, { ja = "未着手", en = "not started" } }, { #late, { ja = "期限超過", en = "overdue" }, tone = #late > 0 and "high" or nil },
        { unapproved, { ja = "リスク所有者の承認待ち", en = "awaiting the owner's approval" }, tone = unapproved > 0 and "medium" or nil },
      },
    }
    plan_table(isms, d)
    unplanned(isms, d)
    summary(isms, d, tasks)
    d:section({ ja = "日程", en = "Schedule" }, function()
      local shown = tasks
      if #tasks > 120 then
        shown = tasks:where(function(task) return task.status ~= "done" end)
        local all = #shown
        if all > 120 then shown = list { table.unpack(shown, 1, 120) } end
        d:note(d:say({ ja = "終了していない{all}件のうち{n}件を図に示す。", en = "The chart shows {n} of the {all} tasks not yet done." }, { all = all, n = #shown }))
      end
      d:gantt(shown, { caption = d:text { ja = "予定と実績", en = "Planned and actual" } .. (d:is_live() and d:word("as_of", { date = isms.date }) or "") })
    end)
  end,
}
