-- The document API: gathers the functions of `d` from the files below, plans which documents are made and runs
-- their templates. The compiler calls `plan` once, then `compose` for every document of the plan.
local build = ...

local class = {}

-- To add functions to `d`: a file here or under lua/lib/chart/ that takes (class, build), and its name in this list.
for _, path in ipairs {
  "lua/lib/document/words.lua", "lua/lib/document/inline.lua", "lua/lib/document/block.lua", "lua/lib/document/table.lua",
  "lua/lib/document/front.lua", "lua/lib/document/record.lua", "lua/lib/document/due.lua", "lua/lib/document/state.lua", "lua/lib/document/quiz.lua", "lua/lib/document/supplier.lua",
  "lua/lib/document/attribute.lua", "lua/lib/document/weakened.lua",
  "lua/lib/chart/label.lua", "lua/lib/chart/heat_map.lua", "lua/lib/chart/heat_movement.lua", "lua/lib/chart/stacked_bar.lua", "lua/lib/chart/gantt.lua", "lua/lib/chart/organization.lua",
  "lua/lib/chart/time_series.lua", "lua/lib/chart/target_bar.lua", "lua/lib/chart/radar.lua", "lua/lib/chart/year_grid.lua", "lua/lib/chart/exceedance.lua",
} do
  build.load(path)(class, build)
end
class.words = read_only { ja = build.load("lua/locale/ja.lua"), en = build.load("lua/locale/en.lua") }

-- Of `d`. It names no function of its own, for a template that reached them could change them for all others.
local shared = { __index = class, __metatable = "d" }

local plan_documents = build.load("lua/lib/document/plan.lua")(class)

-- The body of each line of the plan, from before any of them ran: one cannot put another in its place.
local bodies = {}
local function plan(templates, isms, context)
  local documents = read_only(plan_documents(templates, isms, context))
  for _, document in ipairs(documents) do bodies[document] = document.template.body end
  return documents
end

-- `d` of one document: `lang`, `isms`, `document` (its line of the plan) and `documents` (the whole plan of its language).
local function compose(document)
  local d = setmetatable({ lang = document.language, isms = document.isms, document = document, documents = document.all }, shared)
  bodies[document](d.isms, d, document.record)
  if document.draft then d:draft_findings() end
end

-- `d` outside a template, for live text in a Markdown body.
local function here(document)
  return setmetatable({ lang = document.language, isms = document.isms, document = document, documents = document.all }, shared)
end

return { class = class, plan = plan, compose = compose, here = here }
