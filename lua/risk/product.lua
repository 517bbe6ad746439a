-- Asset × threat × vulnerability: three values from 1 to 3 multiplied, levels from 1 to 27. Widely used in Japan.
local names = assessment.names
local exposure = read_only { ja = "脅威×脆弱性", en = "Threat × vulnerability" }

local defaults = {
  bands = { { id = "low", max = 4 }, { id = "medium", max = 9 }, { id = "high", max = 27 } },
  acceptable = 9,              -- the highest level that may stay without treatment
  priorities = { 27, 18, 12 }, -- levels in their order of treatment
}

local function assess(risk, which, criteria)
  local values = risk[which]
  local threat, vulnerability = values and values.threat, values and values.vulnerability
  if not threat or not vulnerability then return nil end
  local weight, weight_step = assessment.importance(risk)
  if not weight then return nil end
  local level = weight * threat * vulnerability
  local band, rank = assessment.band(level, criteria), assessment.priority(level, criteria)
  return {
    importance = weight, threat = threat, vulnerability = vulnerability, likelihood = threat * vulnerability,
    level = level, band = band.id, tone = band.tone, priority = rank,
    trace = function()
      return {
        weight_step(),
        { name = names.level,
          inputs = { { names.importance, weight }, { names.threat, threat }, { names.vulnerability, vulnerability } },
          formula = string.format("%d × %d × %d", weight, threat, vulnerability), value = level,
          note = assessment.level_note(band, rank) },
      }
    end,
  }
end

local words = read_only {
  ja = {
    values = "脅威と脆弱性",
    values_text = "脅威の起こりやすさと、脆弱性のつけ込みやすさを、それぞれ1から3で評価する。",
    level = "リスクレベル",
    level_text = "リスクレベルは、重要度、脅威及び脆弱性の三つの値の積とし、1から27までの値になる。"
      .. "リスクレベルが%dを超えるリスクは、対応せずに置くことができない。",
    level_header = { "リスクレベル", "対応の優先順位" },
    table = "リスクレベルの早見表",
    table_header = { "重要度＼脅威×脆弱性", "1", "2", "3", "4", "6", "9" },
  },
  en = {
    values = "Threat and vulnerability",
    values_text = "How often the threat may occur and how easily the vulnerability is exploited are valued from 1 to 3.",
    level = "Risk level",
    level_text = "The risk level is the product of importance, threat and vulnerability, from 1 to 27. "
      .. "A risk of a level above %d may not stay untreated.",
    level_header = { "Risk level", "Priority of treatment" },
    table = "Levels at a glance",
    table_header = { "Importance \\ threat × vulnerability", "1", "2", "3", "4", "6", "9" },
  },
}

local exposures = read_only { 1, 2, 3, 4, 6, 9 }

local function describe(criteria, language)
  local w = words[language] or words.ja
  local levels, ranks = {}, {}
  for weight = 3, 1, -1 do
    local row = { tostring(weight) }
    for _, value in ipairs(exposures) do row[#row + 1] = tostring(weight * value) end
    levels[#levels + 1] = row
  end
  for index, level in ipairs(criteria.priorities) do ranks[index] = { tostring(level), tostring(index) } end
  return {
    assessment.importance_page(language),
    { heading = w.values, text = w.values_text, table = assessment.threat_table(language) },
    { heading = w.level, text = string.format(w.level_text, criteria.acceptable),
      table = #ranks > 0 and { header = w.level_header, rows = ranks } or nil },
    { heading = w.table, table = { header = w.table_header, rows = levels, grid = true } },
  }
end

return {
  name = "product",
  title = { ja = "資産×脅威×脆弱性による方法", en = "asset × threat × vulnerability" },
  describe = describe,
  defaults = defaults,
  validate = function(criteria) return assessment.bands_problem(criteria, 27) end,
  asset = assessment.asset,
  assess = assess,
  acceptable = function(figures, criteria) return figures.level <= criteria.acceptable end,
  looser = assessment.looser,
  bands = assessment.bands,
  columns = { { "importance", names.importance }, { "threat", names.threat }, { "vulnerability", names.vulnerability } },
  axes = function(criteria)
    return {
      x = { field = "likelihood", values = exposures, title = exposure },
      y = { field = "importance", values = { 1, 2, 3 }, title = names.importance },
      band = function(x, y) return assessment.band(x * y, criteria).id end,
    }
  end,
}
