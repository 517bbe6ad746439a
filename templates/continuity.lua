-- Continuity: which assets need it, the plans with their objectives, and the tests.
local function state(d, test)
  if not test.date then
    if d:is_overdue(test.planned) then return d:word("overdue"), "high" end
    return d:word("planned")
  end
  if test.passed == nil then return d:missing { ja = "判定なし", en = "not judged" } end
  if test.passed then return d:text { ja = "○ 目標達成", en = "target met" }, "good" end
  return d:text { ja = "× 未達", en = "missed" }, "high"
end

local function test_rows(plans)
  local rows = {}
  for _, plan in ipairs(plans) do
    for _, test in ipairs(plan.tests or {}) do rows[#rows + 1] = { plan = plan, test = test } end
  end
  return list(rows):sort(function(a, b) return (a.test.date or a.test.planned or "") > (b.test.date or b.test.planned or "") end)
end

-- Assets of availability 3, each with the plans that name it.
local function analysis(isms, d, critical)
  d:section({ ja = "継続の対象とする情報資産", en = "Assets that need continuity" }, function()
    d:paragraph { ja = "可用性の評価値が3の情報資産を、事業継続の分析の対象とする。", en = "Assets whose availability is valued 3 are in the scope of the continuity analysis." }
    d:table(critical, {
      { function(x) return d:ref(x, "id") end, 110, title = d:word("number"), content = "id" }, { "name", 380 }, { "department", 180 }, { "owner", 130 },
      { function(x)
          local plans = x:refs("continuity")
          return #plans > 0 and d:refs(plans, { form = "id" }) or d:missing { ja = "計画なし", en = "no plan" }
        end, 200, title = { ja = "事業継続計画", en = "Plans" }, content = "id" },
    }, { kind = "asset", empty = d:text { ja = "可用性が3の情報資産はない。", en = "No asset has an availability of 3." } })
  end)
end

local function sheet(d, plan)
  d:section({ plan.id, " ", d:text(plan.process) }, function()
    d:fields {
      { { ja = "業務", en = "Business process" }, d:text(plan.process) },
      { { ja = "想定する事態", en = "Scenario" }, d:text(plan.scenario) },
      { { ja = "情報資産", en = "Assets" }, plan.assets and #plan.assets > 0 and d:refs(plan.assets, { form = "both" }) },
      { { ja = "目標復旧時間（RTO）", en = "Recovery time objective" }, plan.rto },
      { { ja = "目標復旧時点（RPO）", en = "Recovery point objective" }, plan.rpo },
      { { ja = "継続の方法", en = "Plan" }, d:text(plan.plan) },
      { { ja = "責任者", en = "Owner" }, d:ref(plan.owner) },
    }
  end)
end

return document "continuity" {
  title = { ja = "事業継続計画・試験記録", en = "Continuity Plans and Tests" },
  clause = "A.5.29", controls = { "5.29", "5.30", "8.14" }, group = "controls", order = 1180, page = "portrait", needs = "continuity",
  body = function(isms, d)
    local plans, rows = isms.continuities, test_rows(isms.continuities)
    local critical = isms.assets:where(function(x) return x.availability == 3 end)
    local uncovered = critical:count(function(x) return #x:refs("continuity") == 0 end)
    local untested = plans:count(function(x) return list(x.tests or {}):count(function(test) return test.date ~= nil end) == 0 end)
    local late = rows:count(function(row) return not row.test.date and d:is_overdue(row.test.planned) end)
    d:cover()
    d:overview {
      { ja = "本書は、事業の中断・阻害の際に情報セキュリティと情報通信技術の利用を続けるための計画と、その試験の記録である。", en = "Plans to keep information security and the use of information technology going in a disruption, and how they were tested." },
      figures = {
        { #plans, { ja = "計画", en = "{n:plan|plans}" } }, { #critical, { ja = "可用性3の資産", en = "assets, availability 3" } },
        { uncovered, { ja = "計画のない資産", en = "assets without plan" }, tone = uncovered > 0 and "medium" or nil },
        { untested, { ja = "試験していない計画", en = "plans never tested" }, tone = untested > 0 and "high" or nil },
        { late, { ja = "試験の期限超過", en = "tests overdue" }, tone = late > 0 and "high" or nil },
      },
    }
    d:section({ ja = "計画の一覧", en = "Overview of plans" }, function()
      d:table(plans, { { "id", 110 }, { "process", 240, strong = true }, { "scenario", 300 }, { "rto", 100, required = true }, { "rpo", 100, required = true }, { "owner", 120 } }, { home = true, kind = "continuity" })
    end)
    d:section({ ja = "試験の予定と記録", en = "Tests" }, function()
      d:table(rows, {
        { function(x) return d:ref(x.plan, "id") end, 90, title = { ja = "計画", en = "Plan" }, content = "id" },
        { function(x) return (d:choice_word("continuity", "tests.type", x.test.type)) end, 130, title = d:word("kind"), content = "name" },
        { function(x) return x.test.planned or "—" end, 105, title = { ja = "予定日", en = "Planned" }, content = "date" },
        { function(x) return x.test.date or "—" end, 105, title = { ja = "実施日", en = "Held" }, content = "date" },
        { function(x) return present(x.test.result) and d:text(x.test.result) or x.test.date and d:missing() or "—" end, 440, title = { ja = "結果", en = "Result" } },
        { function(x) return state(d, x.test) end, 100, title = d:word("state"), content = "status" },
      }, { empty = d:text { ja = "試験の予定も記録もありません。", en = "No test is planned or on record." } })
    end)
    analysis(isms, d, critical)
    d:section({ ja = "計画の内容", en = "Plans" }, function()
      for _, plan in ipairs(plans) do sheet(d, plan) end
    end)
  end,
}
